"""Gold of real events as positions: benchmarks/gold/comparison.json says where things stand, ../shared/data/linking holds the texts.

Nothing of an article is kept here but its id, a digest of its text and positions in it: the text is its paragraphs without
double spaces, joined by line ends. Positions are [start, end]. Events of the first lot and "work" events are looked at to mend faults, "kept" ones are only counted.
Where an event's figures are null nobody marked them: nothing is counted of its figures.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import linking_data
from site_gen.model import Article

Place = tuple[str, int, int]
"""A paragraph, and from where to where in it."""
Said = str | tuple[Place, ...]
"""What is looked for in an article: a string, wherever it stands, or places."""
Span = tuple[int, int]

GOLD = Path(__file__).parent / "gold" / "comparison.json"
HALVES = ("lot 1", "lot 2 work", "lot 2 kept", "lot 3 work", "lot 3 kept")


@dataclass
class Gold:
    """An event with what is known of it."""

    name: str
    articles: tuple[Article, ...]
    quotes: Sequence[tuple[str, Mapping[str, Said]]]
    figures: Sequence[tuple[str, Mapping[str, Sequence[Said]]]]
    """Status in our words, and the number as each article writes it, each time (in its context, where it stands twice)."""
    traps: Sequence[tuple[tuple[str, Said], tuple[str, Said]]] = ()
    unique: Sequence[tuple[str, Said]] = ()
    passages: Sequence[tuple[str, str, str]] = ()
    is_complete: bool = True
    optional: frozenset[int] = frozenset()
    """Quotes, by number, that may be found or not: a word in marks that nobody said, one saying given twice."""
    optional_figures: frozenset[int] = frozenset()
    """Figures, by number, that may be linked or not: "18-wheeler", "dozens" beside 29."""
    has_figures: bool = True
    """Whether its figures were marked."""


class GoldError(Exception):
    """The gold cannot be laid on the texts: they are absent or not those that were read."""


def real_events(shared: Path, path: Path = GOLD) -> list[tuple[str, Gold]]:
    """Return each event of the gold with its half.

    Raises GoldError where ``shared`` lacks the sets or an article, or a text is not the one that was annotated.
    """
    wanted = json.loads(path.read_text(encoding="utf-8"))
    sets = {set_of(e, a) for e in wanted for a in e["articles"].values()}
    records = records_of(shared / "data" / "linking", sets)
    return [(e["half"], _event(e, records)) for e in wanted]


def records_of(folder: Path, sets: Iterable[str]) -> dict[tuple[str, str], dict[str, Any]]:
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for name in sorted(sets):
        path = folder / f"{name}.jsonl.gz"
        if not path.exists():
            raise GoldError(f"{path}: absent; the texts of the real events are not part of the project")
        found |= {(name, r["id"]): r for r in linking_data.records(path)}
    return found


def _event(event: dict[str, Any], records: dict[tuple[str, str], dict[str, Any]]) -> Gold:
    """An event's gold, its positions laid on the paragraphs of its articles."""
    known = {k: read_article(event, a, records) for k, a in event["articles"].items()}

    def said(letter: str, spans: Iterable[Span]) -> tuple[Place, ...]:
        return tuple(p for span in spans for p in laid(known[letter], span))

    def one(letter: str, span: Span) -> tuple[str, Said]:
        return known[letter].id, said(letter, [span])

    quotes = [
        (q["speaker"], {known[k].id: said(k, spans) for k, spans in q["at"].items()}) for q in event["quotes"]
    ]
    figures = [
        (f["status"].replace("same", "agree"), {known[k].id: (said(k, s),) for k, s in f["at"].items()})
        for f in event["figures"] or ()
    ]
    return Gold(
        event["name"],
        tuple(known.values()),
        quotes,
        figures,
        [(one(*a), one(*b)) for a, b in event["traps"]],
        [one(*u) for u in event["unique"]],
        optional=_optional(event["quotes"]),
        optional_figures=_optional(event["figures"] or ()),
        has_figures=event["figures"] is not None,
    )


def _optional(rows: Sequence[dict[str, Any]]) -> frozenset[int]:
    return frozenset(n for n, row in enumerate(rows) if row.get("optional"))


def read_article(
    event: dict[str, Any], wanted: dict[str, str], records: dict[tuple[str, str], dict[str, Any]]
) -> Article:
    """The article of a record; GoldError where it is absent or another text."""
    record = records.get((set_of(event, wanted), wanted["id"]))
    if record is None:
        raise GoldError(f"{event['name']}: {set_of(event, wanted)} has no article {wanted['id']}")
    made = linking_data.article(record)
    if digest(made) != wanted["digest"]:
        raise GoldError(f"{event['name']}: article {wanted['id']} is not the text that was annotated")
    return made


def set_of(event: dict[str, Any], wanted: dict[str, str]) -> str:
    """The set that holds an article: its own where it names one, else its event's."""
    return wanted.get("set", event["set"])


def digest(article: Article) -> str:
    """A digest of an article's paragraphs."""
    return hashlib.sha256("\n".join(b.text for b in article.blocks).encode()).hexdigest()[:16]


def laid(article: Article, span: Span) -> list[Place]:
    """A stretch of the text as places in its paragraphs."""
    found: list[Place] = []
    start = 0
    for block in article.blocks:
        low, high = max(span[0] - start, 0), min(span[1] - start, len(block.text))
        if low < high:
            found.append((block.id, low, high))
        start += len(block.text) + 1
    return found


def is_at(place: Place, paragraph: str, span: Span, *, part: float = 0.0) -> bool:
    """Whether a span lies on a place: by any character, or by ``part`` of the shorter of the two."""
    common = min(place[2], span[1]) - max(place[1], span[0])
    shorter = min(place[2] - place[1], span[1] - span[0])
    return place[0] == paragraph and common > 0 and common >= part * shorter


def places(gold: Gold, article: str, text: Said) -> list[Place]:
    """Where what is looked for stands in an article: paragraph, start, end."""
    if not isinstance(text, str):
        return list(text)
    blocks = next(a.blocks for a in gold.articles if a.id == article)
    return [(b.id, m.start(), m.end()) for b in blocks for m in re.finditer(re.escape(text), b.text)]
