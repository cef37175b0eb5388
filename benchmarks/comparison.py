"""Compare the coverage of events whose quotes and figures are known, and score what comes out.

    python -m benchmarks.comparison [--write] [--errors]
    python -m benchmarks.comparison --real ../shared [--errors]

Events: the five sample captures with their hand-made gold, where ../shared holds them (bodies as the cleaning gold has
them), the invented events of tests/fixtures/events, and the events of the sample archive. The gold of the sample names the main quotes only, so that precision
of mentions is measured on the invented events alone. ``--write`` puts the table into docs/measurements/comparison.md,
``--errors`` prints what was missed or wrong.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks import comparison_passages, names
from benchmarks.cleaning import put_table
from benchmarks.comparison_events import ROOT, SHARED, archive, invented, sample
from benchmarks.comparison_gold import HALVES, GoldError, real_events
from benchmarks.comparison_scores import MEASURES, Tally, score, total
from site_gen.compare import comparison
from site_gen.model import Article
from site_gen.settings import CompareSettings
from tests.make import an_article, an_event

REPORT = ROOT / "docs" / "measurements" / "comparison.md"
REAL_TABLE = "<!-- table: python -m benchmarks.comparison --write, real events -->"
WORDING_TABLE = "<!-- table: python -m benchmarks.comparison --write, shared wording of real events -->"
NAMES_TABLE = "<!-- table: python -m benchmarks.comparison --write, names of real events -->"
TABLE = "<!-- table: python -m benchmarks.comparison --write -->"
TIMES = "<!-- table: python -m benchmarks.comparison --write, time -->"


def table(rows: Iterable[tuple[str, Mapping[str, Tally]]], measures: Sequence[str] = MEASURES) -> str:
    """The scores as a Markdown table."""
    rows = list(rows)
    lines = ["| measure | " + " | ".join(name for name, _ in rows) + " |", "|---" * (len(rows) + 1) + "|"]
    for measure in measures:
        cells = [_cell(t[measure]) for _, t in rows]
        lines.append(f"| {measure} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(tally: Tally) -> str:
    parts = [f"{x:.2f}" if x is not None else "–" for x in (tally.precision, tally.recall)]
    return f"{parts[0]} / {parts[1]} ({tally.right})" if tally.right + tally.wrong + tally.missed else "–"


def seconds(articles: tuple[Article, ...], copies: int) -> float:
    """Seconds for an event of these articles, each repeated under other names."""
    many = tuple(
        an_article([b.text for b in a.blocks], id=f"{a.id}-{n}", source=f"{a.id} {n}")
        for n in range(copies)
        for a in articles
    )
    start = time.process_time()
    comparison(an_event(many), many, settings=CompareSettings())
    return time.process_time() - start


def main() -> None:
    """Score, print, and write where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument(
        "--real", type=Path, metavar="SHARED", help="score the real events by the texts there"
    )
    options = parser.parse_args()
    errors: list[str] = []
    if options.real:
        print(_real(options.real, errors))
        print(comparison_passages.table(comparison_passages.scores(options.real, errors)))
        print(names.table(options.real, errors))
        if options.errors:
            print("\n".join(errors))
        return
    known = [g for g in (sample(), *invented()) if g is not None]
    rows = [(g.name, score(g, errors)) for g in known]
    rows.append(("archive", total(score(g, errors) for g in archive())))
    speed = [(len(known[0].articles) * n, seconds(known[0].articles, n)) for n in (1, 1, 10, 40)][1:]
    times = "\n".join(("| articles | CPU s |", "|---|---|", *(f"| {n} | {s:.2f} |" for n, s in speed)))
    text = table(rows)
    print(text)
    print(times)
    if options.errors:
        print("\n".join(errors))
    if options.write:
        wording = comparison_passages.table(comparison_passages.scores(SHARED, []))
        for mark, found in (
            (REAL_TABLE, _real(SHARED, [])),
            (WORDING_TABLE, wording),
            (NAMES_TABLE, names.table(SHARED)),
            (TABLE, text),
            (TIMES, times),
        ):
            put_table(mark, found.strip(), REPORT)


def _real(shared: Path, errors: list[str]) -> str:
    """The table of the real events by halves; leaves with a message where their texts are not there."""
    try:
        events = real_events(shared)
    except GoldError as error:
        raise SystemExit(str(error)) from None
    scores = [(half, score(gold, errors)) for half, gold in events]
    rows = [(half, total(t for h, t in scores if h == half)) for half in HALVES]
    known = [m for m in MEASURES if m != "shared wording"]
    return table([*rows, ("all", total(t for _, t in scores))], known)


if __name__ == "__main__":
    main()
