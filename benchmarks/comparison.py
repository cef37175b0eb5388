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
import json
import re
import shutil
import time
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import comparison_passages, names
from benchmarks.cleaning import put_table
from benchmarks.comparison_gold import HALVES, Gold, GoldError, Place, Said, is_at, real_events
from site_gen.compare import comparison
from site_gen.engine.report import Silence
from site_gen.engine.store import Store
from site_gen.language import fold, words
from site_gen.model import Article, Comparison, Figure, FigureMention, QuoteMention, Unique
from site_gen.publish.output import work_folder
from site_gen.settings import CompareSettings
from site_gen.site import build_site
from tests.make import an_article, an_event

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEEDS = SHARED / "seeds"
ARCHIVE_GOLD = ROOT / "tests" / "fixtures" / "sample" / "gold.json"
INVENTED = ROOT / "tests" / "fixtures" / "events"
REPORT = ROOT / "docs" / "measurements" / "comparison.md"
REAL_TABLE = "<!-- table: python -m benchmarks.comparison --write, real events -->"
WORDING_TABLE = "<!-- table: python -m benchmarks.comparison --write, shared wording of real events -->"
NAMES_TABLE = "<!-- table: python -m benchmarks.comparison --write, names of real events -->"
TABLE = "<!-- table: python -m benchmarks.comparison --write -->"
TIMES = "<!-- table: python -m benchmarks.comparison --write, time -->"


@dataclass
class Tally:
    """Right, wrong and missed of one measure."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        return self.right / (self.right + self.missed) if self.right + self.missed else None


MEASURES = (
    "quotes: mentions",
    "quotes: linked pairs",
    "quotes: speaker",
    "figures: linked pairs",
    "figures: status",
    "figures: flagged as differing",
    "figures: traps avoided",
    "told by one only",
    "told by one only: not contradicted",
    "shared wording",
)


def invented() -> list[Gold]:
    """The events of tests/fixtures/events."""
    found: list[Gold] = []
    for path in sorted(INVENTED.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        articles = tuple(an_article(a["text"], id=a["id"], source=a["outlet"]) for a in table["articles"])
        found.append(
            Gold(
                path.stem,
                articles,
                [(q["speaker"], q["mentions"]) for q in table["quotes"]],
                [(f["status"], {k: (v,) for k, v in f["values"].items()}) for f in table["figures"]],
                [(tuple(t["a"]), tuple(t["b"])) for t in table["traps"]],
                [(u["article"], u["text"]) for u in table["unique"]],
            )
        )
    return found


_OUTLETS = {"000": "reuters", "001": "rferl", "002": "thehill", "003": "aljazeera", "004": "usatoday"}
_STATUS = {"DISAGREE": "differ", "SCOPE DIFFERS": "scope differs"}


def sample() -> Gold | None:
    """The five sample captures; None where ../shared is absent."""
    if not (SEEDS / "gold_comparison.json").exists():
        return None
    cleaning = json.loads((SEEDS / "gold_cleaning.json").read_text(encoding="utf-8"))["files"]
    gold = json.loads((SEEDS / "gold_comparison.json").read_text(encoding="utf-8"))
    passages = json.loads((SEEDS / "gold_passages.json").read_text(encoding="utf-8"))
    articles = tuple(_capture(name, record) for name, record in sorted(cleaning.items()))
    figures: list[tuple[str, dict[str, tuple[str, ...]]]] = [
        (_STATUS.get(f["status"].split(":")[0], "agree"), {k: (v[1],) for k, v in f["values"].items()})
        for f in gold["figures"]
        if len(f["values"]) > 1
    ]
    quotes = [(re.sub(r"\(.*?\)", "", q["speaker"]), q["verbatim"]) for q in gold["quotes"]]
    killed = next(f for f in gold["figures"] if f["status"].startswith("TRAP"))
    moved = next(f for f in gold["figures"] if f["what"].startswith("evacuated"))
    trap = [
        (("reuters", killed["values"]["reuters"][1]), (k, v[1]))
        for k, v in moved["values"].items()
        if k != "reuters"
    ]
    return Gold(
        "sample",
        articles,
        quotes,
        figures,
        trap,
        [],
        [(p["a"], p["b"], p["a_text"]) for p in passages],
        False,
    )


def archive() -> list[Gold]:
    """The events of the sample archive with its gold, their articles as a build makes them."""
    gold = json.loads(ARCHIVE_GOLD.read_text(encoding="utf-8"))
    articles = _built()
    found: list[Gold] = []
    for event in gold["events"]:
        known = {c: articles[c] for c in event["captures"] if c in articles}
        figures = []
        for figure in event["figures"]:
            values: dict[str, tuple[str, ...]] = {}
            for m in figure["mentions"]:
                if m["capture"] in known:
                    id = known[m["capture"]].id
                    values[id] = (*values.get(id, ()), m["text"])
            if len(values) > 1:
                figures.append((figure["status"], values))
        alone = [
            (known[u["capture"]].id, " ".join(u["text"].split()))
            for u in event["unique"]
            if u["capture"] in known
        ]
        quotes = [(q["speaker"], _said(q["mentions"], known)) for q in event["quotes"]]
        found.append(Gold(event["key"], tuple(known.values()), quotes, figures, [], alone, [], False))
    return found


def _said(mentions: list[dict[str, str]], known: dict[str, Article]) -> dict[str, str]:
    """By article: the utterance as it renders it, in its language."""
    return {known[m["capture"]].id: m["text"] for m in mentions if m["capture"] in known}


def _built() -> dict[str, Article]:
    """The articles of the sample archive by their captures, from a build of a copy of it."""
    with TemporaryDirectory() as folder:
        content, output = Path(folder) / "content", Path(folder) / "site"
        shutil.copytree(ROOT / "content", content)
        build_site(content, output, theme=None, jobs=1, is_data_only=True, progress=Silence())
        with Store(work_folder(output) / "catalogue.sqlite", read_only=True) as store:
            return {a.capture.key: a for _, a in store.each("article", Article)}


def _capture(name: str, record: dict[str, Any]) -> Article:
    lines = (SEEDS / name).read_text(encoding="utf-8").split("\n")
    body = [
        re.sub(r"[ \u00a0]+", " ", lines[int(n) - 1]).strip()
        for n, role in record["roles"].items()
        if role == "body"
    ]
    return an_article(body, id=_OUTLETS[name[:3]], source=_OUTLETS[name[:3]], title=record["title"])


def forms(text: str) -> list[str]:
    """Folded words."""
    return [fold(w.text) for w in words(text)]


def same_text(found: str, gold: str) -> bool:
    """Whether a found string is the gold string: most words of the shorter, in their order of appearance."""
    a, b = forms(found), forms(gold)
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    common = sum(m.size for m in blocks if m.size > 1 or min(len(a), len(b)) == 1)
    return common >= 0.7 * min(len(a), len(b)) and bool(common)


def score(gold: Gold, errors: list[str]) -> dict[str, Tally]:
    """Score one event."""
    result, _ = comparison(an_event(gold.articles), gold.articles, settings=CompareSettings())
    tallies = {name: Tally() for name in MEASURES}
    _score_quotes(gold, result, tallies, errors)
    if gold.has_figures:
        _score_figures(gold, result, tallies, errors)
    _score_rest(gold, result, tallies, errors)
    return tallies


def _score_quotes(gold: Gold, result: Comparison, tallies: dict[str, Tally], errors: list[str]) -> None:
    wanted = [(n, k, text) for n, (_, mentions) in enumerate(gold.quotes) for k, text in mentions.items()]
    entries: dict[int, set[int]] = {}
    found = [(g, m) for g, q in enumerate(result.quotes) for m in q.mentions]
    hit: set[tuple[int, str]] = set()
    for i, (_, m) in enumerate(found):
        entries[i] = {n for n, k, text in wanted if k == m.article and _says(m, text)}
        hit |= {(n, m.article) for n in entries[i]}
        if not entries[i] and gold.is_complete:
            tallies["quotes: mentions"].wrong += 1
            errors.append(f"{gold.name}: not a quote in gold: {m.article}: {m.text}")
    tallies["quotes: mentions"].right += len(hit)
    for n, k, text in wanted:
        if (n, k) not in hit and n not in gold.optional:
            tallies["quotes: mentions"].missed += 1
            errors.append(f"{gold.name}: quote missed: {k}: {text}")
    pairs: set[tuple[int, str, str]] = set()
    for (i, (g, a)), (j, (h, b)) in combinations(enumerate(found), 2):
        if g != h or a.article == b.article:
            continue
        common = entries[i] & entries[j]
        pairs |= {(n, a.article, b.article) for n in common}
        if not common and (gold.is_complete or (entries[i] and entries[j])):
            tallies["quotes: linked pairs"].wrong += 1
            errors.append(f"{gold.name}: wrongly linked: {a.article}: {a.text} || {b.article}: {b.text}")
    for n, (_, mentions) in enumerate(gold.quotes):
        for a_key, b_key in combinations(mentions, 2):
            if n in gold.optional:
                continue
            if (n, a_key, b_key) in pairs or (n, b_key, a_key) in pairs:
                tallies["quotes: linked pairs"].right += 1
            else:
                tallies["quotes: linked pairs"].missed += 1
                errors.append(f"{gold.name}: not linked: {a_key}, {b_key}: {mentions[a_key]}")
    for i, (g, m) in enumerate(found):
        for n in entries[i] - gold.optional:
            named = result.quotes[g].speaker
            said = forms(f"{named.name} {named.role or ''}") if named else []
            right = any(
                forms(part)[-1] in said or forms(part)[0] in said for part in gold.quotes[n][0].split("/")
            )
            right = right or bool(set(forms(gold.quotes[n][0])) & set(said))
            right = right or (named is None and "unknown" in gold.quotes[n][0].split("/"))
            tallies["quotes: speaker"].add(Tally(right=right, wrong=not right))
            if not right:
                errors.append(
                    f"{gold.name}: speaker: {m.article}: {m.text}: {named} (gold {gold.quotes[n][0]})"
                )


def _says(mention: QuoteMention, wanted: Said) -> bool:
    """Whether a mention renders what is looked for: most words of a string, half of a place."""
    if isinstance(wanted, str):
        return same_text(mention.text, wanted)
    return any(is_at(p, mention.paragraph, mention.span, part=0.5) for p in wanted)


def places(gold: Gold, article: str, text: Said) -> list[Place]:
    """Where what is looked for stands in an article: paragraph, start, end."""
    if not isinstance(text, str):
        return list(text)
    blocks = next(a.blocks for a in gold.articles if a.id == article)
    return [(b.id, m.start(), m.end()) for b in blocks for m in re.finditer(re.escape(text), b.text)]


def _entries(gold: Gold, mention: FigureMention) -> set[int]:
    """Numbers of the gold's figures that a mention is one of."""
    return {
        n
        for n, (_, values) in enumerate(gold.figures)
        for text in values.get(mention.article, ())
        for block, low, high in places(gold, mention.article, text)
        if block == mention.paragraph and low < mention.span[1] and mention.span[0] < high
    }


def _score_figures(gold: Gold, result: Comparison, tallies: dict[str, Tally], errors: list[str]) -> None:
    entries = [[_entries(gold, m) for m in f.mentions] for f in result.figures]
    groups: list[dict[str, set[int]]] = []
    for figure, found in zip(result.figures, entries, strict=True):
        by_article: dict[str, set[int]] = {}
        for m, known in zip(figure.mentions, found, strict=True):
            by_article.setdefault(m.article, set()).update(known)
        groups.append(by_article)
    for figure, by_article in zip(result.figures, groups, strict=True):
        for a, b in combinations(sorted(by_article), 2):
            known = by_article[a] and by_article[b]
            if not by_article[a] & by_article[b] and (gold.is_complete or known):
                tallies["figures: linked pairs"].wrong += 1
                errors.append(f"{gold.name}: wrongly linked: {figure.counts}: {a}, {b}")
    for n, (status, values) in enumerate(gold.figures):
        if n in gold.optional_figures:
            continue
        for a, b in combinations(values, 2):
            right = any(n in g.get(a, ()) and n in g.get(b, ()) for g in groups)
            tallies["figures: linked pairs"].add(Tally(right=right, missed=not right))
            if not right:
                errors.append(f"{gold.name}: figures not linked: {a}: {values[a]} || {b}: {values[b]}")
        _score_status(gold, result, groups, n, status, tallies, errors)
    for figure, by_article in zip(result.figures, groups, strict=True):
        _score_flag(gold, figure, set().union(*by_article.values()), tallies, errors)
    for one, two in gold.traps:
        fallen = any(_has(gold, f, *one) and _has(gold, f, *two) for f in result.figures)
        tallies["figures: traps avoided"].add(Tally(right=not fallen, wrong=fallen))
        if fallen:
            errors.append(f"{gold.name}: trap: {one} {two}")


def _has(gold: Gold, figure: Figure, article: str, text: Said) -> bool:
    return any(
        m.article == article and m.paragraph == block and low <= m.span[0] < high
        for m in figure.mentions
        for block, low, high in places(gold, article, text)
    )


def _score_status(
    gold: Gold,
    result: Comparison,
    groups: list[dict[str, set[int]]],
    n: int,
    status: str,
    tallies: dict[str, Tally],
    errors: list[str],
) -> None:
    shown = {
        f.status
        for f, g in zip(result.figures, groups, strict=True)
        if f.status != "single" and n in set().union(*g.values())
    }
    tallies["figures: status"].add(Tally(right=status in shown, wrong=status not in shown))
    if status not in shown:
        errors.append(f"{gold.name}: status {sorted(shown)} instead of {status}: {gold.figures[n][1]}")
    if status != "agree":
        flagged = bool(shown & FLAGS)
        tallies["figures: flagged as differing"].add(Tally(right=flagged, missed=not flagged))


FLAGS = {"differ", "scope differs"}


def _score_flag(
    gold: Gold, figure: Figure, known: set[int], tallies: dict[str, Tally], errors: list[str]
) -> None:
    """Count a flag on what the gold says agrees, or does not know though it is complete."""
    right = any(gold.figures[n][0] != "agree" for n in known)
    if figure.status in FLAGS and not right and (known or gold.is_complete):
        tallies["figures: flagged as differing"].wrong += 1
        errors.append(f"{gold.name}: wrongly flagged: {figure.counts}")


def _score_rest(gold: Gold, result: Comparison, tallies: dict[str, Tally], errors: list[str]) -> None:
    for article, text in gold.unique:
        told = any(_tells(u, article, text) for u in result.unique)
        tallies["told by one only"].add(Tally(right=told, missed=not told))
        if not told:
            errors.append(f"{gold.name}: not shown as told by {article} only: {text}")
    for u in result.unique:
        shared_too = any(is_at(p, u.paragraph, u.span) for p in _shared(gold, u.article))
        tallies["told by one only: not contradicted"].add(Tally(right=not shared_too, wrong=shared_too))
        if shared_too:
            errors.append(f"{gold.name}: holds what others have: {u.text}")
    for a, b, text in gold.passages:
        shared = [
            m.text
            for p in result.passages
            for m in p.mentions
            if m.article == a and b in {x.article for x in p.mentions}
        ]
        covered = set(" ".join(shared).casefold().split())
        wanted = text.casefold().split()
        right = sum(w in covered for w in wanted) >= 0.7 * len(wanted)
        tallies["shared wording"].add(Tally(right=right, missed=not right))
        if not right:
            errors.append(f"{gold.name}: passage: {a}, {b}: {text}")


def _tells(unique: Unique, article: str, wanted: Said) -> bool:
    """Whether a sentence is or holds what only its outlet tells."""
    if unique.article != article:
        return False
    if isinstance(wanted, str):
        return wanted in unique.text
    return any(is_at(p, unique.paragraph, unique.span, part=0.5) for p in wanted)


def _shared(gold: Gold, article: str) -> list[Place]:
    """Where an article gives a figure, or by positions a quote, that others give too: of those that must be linked."""
    figures = (v for n, (_, v) in enumerate(gold.figures) if n not in gold.optional_figures)
    quotes = (m for n, (_, m) in enumerate(gold.quotes) if n not in gold.optional)
    found = [t for values in figures if len(values) > 1 for t in values.get(article, ())]
    said = [m[article] for m in quotes if len(m) > 1 and article in m]
    found += [t for t in said if not isinstance(t, str)]
    return [p for t in found for p in places(gold, article, t)]


def _sum(scores: Iterable[dict[str, Tally]]) -> dict[str, Tally]:
    total = {name: Tally() for name in MEASURES}
    for tallies in scores:
        for name, tally in tallies.items():
            total[name].add(tally)
    return total


def table(rows: Iterable[tuple[str, dict[str, Tally]]], measures: Sequence[str] = MEASURES) -> str:
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
    rows.append(("archive", _sum(score(g, errors) for g in archive())))
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
    rows = [(half, _sum(t for h, t in scores if h == half)) for half in HALVES]
    known = [m for m in MEASURES if m != "shared wording"]
    return table([*rows, ("all", _sum(t for _, t in scores))], known)


if __name__ == "__main__":
    main()
