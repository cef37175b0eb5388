"""Score shared wording on real events: which stretches of two reports are the same words, and to which agency they are credited.

    python -m benchmarks.comparison_passages --real ../shared [--errors]

benchmarks/gold/passages.json holds ids, digests and positions, no text (see ``comparison_gold``). Each of its passages is a
stretch of two articles with one wording: ``copy`` (an outlet's or agency's own), ``quote`` (words of a speaker, whom both
quote), ``same`` (two reports of one outlet), ``name`` and ``boiler`` (names, notices: no content), ``opt`` (counts neither way).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.comparison_gold import Article, GoldError, Place, laid, read_article, records_of
from site_gen.compare import comparison
from site_gen.compare.reading import Reading, read
from site_gen.model import Comparison, Passage
from site_gen.settings import CompareSettings
from tests.make import an_event

GOLD = Path(__file__).parent / "gold" / "passages.json"
HALVES = ("work", "kept")
SHARED_KINDS = ("copy", "quote")
IDLE_KINDS = ("same", "name", "boiler")
NEAR = 0.02
"""A share of own wording is right where it is as near to the gold's."""
PART = 0.7
"""A passage of the gold is found where so much of it is."""

Char = tuple[str, str, int]
"""Article, paragraph, place: a character of an event."""


@dataclass(frozen=True)
class Known:
    """A passage of the gold."""

    kind: str
    at: Mapping[str, tuple[Place, ...]]
    agencies: tuple[str | None, ...]

    def chars(self) -> set[Char]:
        """All its characters, of both articles."""
        return {
            (a, p, n) for a, found in self.at.items() for p, start, end in found for n in range(start, end)
        }


@dataclass
class Count:
    """Right, found and wanted of one measure."""

    right: int = 0
    found: int = 0
    covered: int = 0
    wanted: int = 0


@dataclass
class Score:
    """What is counted of one half, or of all."""

    chars: Count = field(default_factory=Count)
    passages: Count = field(default_factory=Count)
    listed: Counter[str] = field(default_factory=Counter)
    """Pairs of mentions in the list of shared wording, by what they are: ``copy``, ``quote``, ``same`` …, ``none``."""
    agencies: Counter[str] = field(default_factory=Counter)
    own: list[float] = field(default_factory=list)
    """By article: how far its share of own wording is from that of the gold."""

    def add(self, other: Score) -> None:
        """Count another's, too."""
        for mine, theirs in ((self.chars, other.chars), (self.passages, other.passages)):
            for name in ("right", "found", "covered", "wanted"):
                setattr(mine, name, getattr(mine, name) + getattr(theirs, name))
        self.listed += other.listed
        self.agencies += other.agencies
        self.own += other.own


def events(shared: Path, path: Path = GOLD) -> Iterator[tuple[str, str, tuple[Article, ...], list[Known]]]:
    """Yield name, half, articles and gold of each event; GoldError where a text is absent or another."""
    wanted = json.loads(path.read_text(encoding="utf-8"))
    rows = records_of(shared / "data" / "linking", {e["set"] for e in wanted})
    for event in wanted:
        articles = {k: read_article(event, a, rows) for k, a in event["articles"].items()}
        yield (
            event["name"],
            event["half"],
            tuple(articles.values()),
            [_known(p, articles) for p in event["passages"]],
        )


def _known(row: dict[str, Any], articles: Mapping[str, Article]) -> Known:
    at = {articles[k].id: tuple(laid(articles[k], span)) for k, span in row["at"].items()}
    return Known(row["kind"], at, tuple(row.get("agency", (None,))))


def score(name: str, articles: tuple[Article, ...], gold: Sequence[Known], errors: list[str]) -> Score:
    """Return the counts of one event; what was wrong or missed is put to ``errors``."""
    result, _ = comparison(an_event(articles), articles, settings=CompareSettings())
    outlet = {a.id: read(a).outlet for a in articles}
    made = Score()
    for a, b in combinations([a.id for a in articles], 2):
        between = [g for g in gold if set(g.at) == {a, b}]
        ours = [p for p in result.passages if {a, b} <= {m.article for m in p.mentions}]
        _score_pair(name, (a, b), between, ours, is_one=outlet[a] == outlet[b], made=made, errors=errors)
    _score_own(name, articles, gold, result, made, errors)
    return made


def _score_pair(
    name: str,
    pair: tuple[str, str],
    gold: Sequence[Known],
    ours: Sequence[Passage],
    *,
    is_one: bool,
    made: Score,
    errors: list[str],
) -> None:
    by_kind = {g.kind: set().union(*(x.chars() for x in gold if x.kind == g.kind)) for g in gold}
    must = set().union(*(by_kind.get(k, ()) for k in SHARED_KINDS))
    free = set(by_kind.get("opt", ())) - must
    all_found: set[Char] = set()
    for passage in ours:
        found = _chars(passage, pair)
        all_found |= found
        kind = "same" if is_one else _kind(found, by_kind)
        if not is_one and is_listed(passage):
            made.listed[kind] += 1
        if kind in SHARED_KINDS:
            made.passages.right += 1
        made.passages.found += kind not in ("opt", "same")
        if kind in ("none", "name", "boiler"):
            errors.append(f"{name}: {kind}: {' || '.join(m.text for m in passage.mentions)}")
        _score_agency(name, passage, found, gold, kind, made, errors)
    if is_one:
        return
    made.chars.right += len(all_found & must)
    made.chars.found += len(all_found - free)
    made.chars.covered += len(all_found & must)
    made.chars.wanted += len(must)
    for known in gold:
        if known.kind in SHARED_KINDS:
            chars = known.chars()
            is_found = len(chars & all_found) >= PART * len(chars)
            made.passages.covered += is_found
            made.passages.wanted += 1
            if not is_found:
                errors.append(
                    f"{name}: missed {known.kind} ({len(chars & all_found)} of {len(chars)}): {known.at}"
                )


def is_listed(passage: Passage) -> bool:
    """Whether an event's page lists a passage under shared wording."""
    return not getattr(passage, "is_quoted", False)


def _chars(passage: Passage, pair: tuple[str, str]) -> set[Char]:
    held = (m for m in passage.mentions if m.article in pair)
    return {(m.article, m.paragraph, n) for m in held for n in range(*m.span)}


def _kind(found: set[Char], by_kind: Mapping[str, set[Char]]) -> str:
    """What most of the characters are by the gold; ``none`` where most are nothing."""
    parts = {k: len(found & chars) for k, chars in by_kind.items()}
    best = max(parts, key=lambda k: (parts[k], k in SHARED_KINDS), default="none")
    return best if parts and sum(parts.values()) * 2 >= len(found) else "none"


def _score_agency(
    name: str,
    passage: Passage,
    found: set[Char],
    gold: Sequence[Known],
    kind: str,
    made: Score,
    errors: list[str],
) -> None:
    """Whether the agency is the one of the gold: ``right``, ``wrong``, ``missed``."""
    if kind in ("opt", "same"):
        return
    near = [g for g in gold if g.kind == kind == "copy" and found & g.chars()]
    allowed = near[0].agencies if near else (None,)
    verdict = "right" if passage.agency in allowed else "wrong" if passage.agency else "missed"
    if verdict == "right" and passage.agency is None:
        verdict = "none, rightly"
    made.agencies[verdict] += 1
    if verdict in ("wrong", "missed"):
        errors.append(
            f"{name}: agency {verdict}: {passage.agency} ({allowed}): {passage.mentions[0].text[:80]}"
        )


def _score_own(
    name: str,
    articles: Sequence[Article],
    gold: Sequence[Known],
    result: Comparison,
    made: Score,
    errors: list[str],
) -> None:
    ours = {o.article: o.share for o in result.own}
    readings = {a.id: read(a) for a in articles}
    held, free = ({a: set() for a in readings} for _ in range(2))
    for known in gold:
        for article, tokens in _same_tokens(known, readings).items():
            (held if known.kind in SHARED_KINDS else free if known.kind == "opt" else {}).get(
                article, set()
            ).update(tokens)
    for id, reading in readings.items():
        words = max(1, len(reading.tokens))
        most, least = 1 - len(held[id]) / words, 1 - len(held[id] | free[id]) / words
        off = max(least - ours[id], ours[id] - most, 0.0)
        made.own.append(off)
        if off > NEAR:
            errors.append(f"{name}: own wording of {id}: {ours[id]:.2f} (gold {least:.2f} to {most:.2f})")


def _same_tokens(known: Known, readings: Mapping[str, Reading]) -> dict[str, set[int]]:
    """By article: the words of a passage of the gold that stand in the other article's, too, in order."""
    (a, of_a), (b, of_b) = ((k, _tokens(readings[k], places)) for k, places in known.at.items())
    forms = [[readings[k].tokens[n].form for n in found] for k, found in ((a, of_a), (b, of_b))]
    blocks = SequenceMatcher(None, *forms, autojunk=False).get_matching_blocks()
    return {
        a: {of_a[m.a + k] for m in blocks for k in range(m.size)},
        b: {of_b[m.b + k] for m in blocks for k in range(m.size)},
    }


def _tokens(reading: Reading, places: Sequence[Place]) -> list[int]:
    ids = [passus.block.id for passus in reading.blocks]
    return [
        n
        for n, t in enumerate(reading.tokens)
        if any(ids[t.block] == p and low <= t.start < high for p, low, high in places)
    ]


def table(rows: Iterable[tuple[str, Score]]) -> str:
    """The scores as a Markdown table."""
    rows = list(rows)
    lines = ["| measure | " + " | ".join(name for name, _ in rows) + " |", "|---" * (len(rows) + 1) + "|"]
    for label, cell in _ROWS:
        lines.append(f"| {label} | " + " | ".join(cell(s) for _, s in rows) + " |")
    return "\n".join(lines)


def _rates(count: Count) -> str:
    precision = f"{count.right / count.found:.2f}" if count.found else "–"
    recall = f"{count.covered / count.wanted:.2f}" if count.wanted else "–"
    return f"{precision} / {recall} ({count.covered})"


def _own_cell(score: Score) -> str:
    off = score.own or [0.0]
    return f"{sum(off) / len(off):.3f}, {sum(x <= NEAR for x in off)} of {len(off)}"


def _agency_cell(score: Score) -> str:
    return ", ".join(f"{score.agencies[k]} {k}" for k in ("right", "none, rightly", "missed", "wrong"))


def _listed_cell(score: Score) -> str:
    return ", ".join(f"{score.listed[k]} {k}" for k in ("copy", "opt", "quote", *IDLE_KINDS, "none"))


_ROWS = (
    ("by characters", lambda s: _rates(s.chars)),
    ("by passages", lambda s: _rates(s.passages)),
    ("listed", _listed_cell),
    ("agencies", _agency_cell),
    ("own wording: mean distance, within .02", _own_cell),
)


def scores(
    shared: Path, errors: list[str], halves: Sequence[str] = HALVES, path: Path = GOLD
) -> list[tuple[str, Score]]:
    """The score of each half that is asked for, and of all."""
    sums = {half: Score() for half in halves}
    for name, half, articles, gold in events(shared, path):
        if half in sums:
            sums[half].add(score(name, articles, gold, errors))
    total = Score()
    for one in sums.values():
        total.add(one)
    return [*sums.items(), ("all", total)]


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--real", type=Path, metavar="SHARED", required=True)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    errors: list[str] = []
    try:
        rows = scores(options.real, errors, (options.half,) if options.half else HALVES)
    except GoldError as error:
        raise SystemExit(str(error)) from None
    print(table(rows))
    if options.errors:
        print("\n".join(errors))


if __name__ == "__main__":
    main()
