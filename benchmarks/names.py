"""Whether names of real events become one where they mean one, and stay apart where they do not.

    python -m benchmarks.names ../shared [--errors "lot 1 work"]

Gold: benchmarks/gold/names.json, made by reading before any output: of each event's articles the people, organisations and places that stand in their
opening, each with all places where it is written; positions and digests, no text. Texts: ../shared/data/linking. What may be a name or not counts neither way.

A form is one writing of a name in one article. Pairs are of two forms that are written differently and mean one; they are merged where the index
of an archive of the event's articles files both under one topic. A wrong merge is two names under one topic.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.comparison_gold import Place, Span, laid, read_article, records_of
from site_gen import describe
from site_gen.index import topics
from site_gen.language import fold
from site_gen.model import Article, NameMention, Topic
from site_gen.settings import IndexSettings
from tests.make import an_event

GOLD = Path(__file__).parent / "gold" / "names.json"
HALVES = ("lot 1 work", "lot 1 kept", "lot 2 kept", "lot 3 work", "lot 3 kept")
PART = 0.5
"""Of two stretches together, the part that they share where they are one name: "President Brink" is "Brink"."""
Home = tuple[str, ...]
"""What a mention is filed under: the slug of a topic, or article and name where it has none."""


@dataclass(frozen=True)
class Name:
    """One person, organisation or place of an event, with where it stands: by article and form as written."""

    kinds: tuple[str, ...]
    forms: Mapping[tuple[str, str], tuple[Place, ...]]


@dataclass
class Event:
    """An event with its names; ``open`` are places that may be names or not."""

    name: str
    half: str
    articles: tuple[Article, ...]
    until: dict[str, int]
    names: list[Name] = field(default_factory=list)
    open: list[tuple[str, Place]] = field(default_factory=list)


@dataclass
class Score:
    """What is counted; pairs are of forms, wrong merges of names, the others of forms or of topics."""

    merged: int = 0
    apart: int = 0
    wrong_pairs: int = 0
    wrong_names: int = 0
    like_names: int = 0
    found: int = 0
    missed: int = 0
    kind_right: int = 0
    kind_wrong: int = 0
    shown: int = 0
    no_names: int = 0
    cut: int = 0

    def add(self, other: Score) -> None:
        for key, value in vars(other).items():
            setattr(self, key, getattr(self, key) + value)


def events(shared: Path, path: Path = GOLD) -> list[Event]:
    """Return the events of the gold; GoldError where a text is absent or another."""
    wanted = json.loads(path.read_text(encoding="utf-8"))
    records = records_of(shared / "data" / "linking", {row["set"] for row in wanted})
    return [
        _event(row, {k: read_article(row, a, records) for k, a in row["articles"].items()}) for row in wanted
    ]


def _event(row: dict[str, Any], known: dict[str, Article]) -> Event:
    until = {known[k].id: a["until"] for k, a in row["articles"].items()}
    event = Event(row["name"], row["half"], tuple(known.values()), until)
    for name in row["names"]:
        forms: dict[tuple[str, str], tuple[Place, ...]] = {}
        for letter, spans in name["at"].items():
            for place in (p for span in spans for p in laid(known[letter], span)):
                key = (known[letter].id, fold(_written(known[letter], place)))
                forms[key] = (*forms.get(key, ()), place)
        if name["kind"]:
            event.names.append(Name(tuple(name["kind"]), forms))
        else:
            event.open += [(id, p) for (id, _), places in forms.items() for p in places]
    return event


def _written(article: Article, place: Place) -> str:
    return next(b.text for b in article.blocks if b.id == place[0])[place[1] : place[2]]


def score(event: Event, errors: list[str]) -> Score:
    """Score one event: its articles indexed as an archive of their own, the event known."""
    filed = _filed(event)
    found = Score()
    homes = [_homes(name, filed, found, errors, event.name) for name in event.names]
    for name, home in zip(event.names, homes, strict=True):
        _score_pairs(event, name, home, found, errors)
    for (a, home), (b, other) in combinations(zip(event.names, homes, strict=True), 2):
        found.like_names += not _words(a).isdisjoint(_words(b))
        _score_merge(event, (a, home), (b, other), found, errors)
    _score_shown(event, filed, found, errors)
    return found


def _words(name: Name) -> set[str]:
    return {w for _, form in name.forms for w in form.split() if len(w) > 3}


Filed = dict[tuple[str, str], list[tuple[Span, NameMention, Home]]]


def _filed(event: Event) -> Filed:
    """By article and paragraph: the mentions, and what each is filed under."""
    briefs = [describe.brief(a) for a in event.articles]
    made, _ = topics(briefs, [an_event(event.articles)], settings=IndexSettings(min_topic_articles=1))
    found: Filed = {}
    for article in event.articles:
        known = [t for t in made if article.id in t.articles and t.kind != "subject"]
        for m in article.names:
            home = _home(article.id, m, known)
            found.setdefault((article.id, m.block), []).append(((m.start, m.end), m, home))
    return found


def _home(article: str, mention: NameMention, known: Sequence[Topic]) -> Home:
    """The topic of the mention's kind, else any, that has its name as label or alias."""
    name = fold(mention.name)
    having = [t for t in known if name in {fold(form) for form in (t.label, *t.aliases)}]
    ranked = sorted(having, key=lambda t: (t.kind != mention.kind, fold(t.label) != name, t.slug))
    return (ranked[0].slug, ranked[0].kind) if ranked else (article, mention.kind, name)


def _homes(
    name: Name, filed: Filed, found: Score, errors: list[str], event: str
) -> dict[tuple[str, str], Home]:
    """Of each form that is found: what most of its mentions are filed under."""
    homes: dict[tuple[str, str], Home] = {}
    for (article, form), places in name.forms.items():
        hits = [h for p in places if (h := _at(filed, article, p)) is not None]
        found.found += bool(hits)
        found.missed += not hits
        if not hits:
            errors.append(f"{event}: missed: {article[:6]}: {form} ({'/'.join(name.kinds)})")
            continue
        counted = Counter(home for _, home in hits)
        homes[article, form] = min(counted, key=lambda home: (-counted[home], home))
        kind = _kind(homes[article, form])
        found.kind_right += kind in name.kinds
        found.kind_wrong += kind not in name.kinds
        if kind not in name.kinds:
            errors.append(f"{event}: kind: {article[:6]}: {form} as {kind}")
    return homes


def _kind(home: Home) -> str:
    return home[1]


def _at(filed: Filed, article: str, place: Place) -> tuple[NameMention, Home] | None:
    for span, mention, home in filed.get((article, place[0]), ()):
        if _shared(span, place) >= PART:
            return mention, home
    return None


def _shared(span: Span, place: Place) -> float:
    """The part of two stretches together that lies in both."""
    common = min(span[1], place[2]) - max(span[0], place[1])
    return max(0, common) / (max(span[1], place[2]) - min(span[0], place[1]))


def _score_pairs(
    event: Event, name: Name, home: dict[tuple[str, str], Home], found: Score, errors: list[str]
) -> None:
    for a, b in combinations(sorted(name.forms), 2):
        if a[1] == b[1]:
            continue
        is_one = a in home and b in home and home[a] == home[b]
        found.merged += is_one
        found.apart += not is_one
        if not is_one:
            errors.append(f"{event.name}: apart: {a[1]} {home.get(a)} || {b[1]} {home.get(b)}")


def _score_merge(
    event: Event,
    one: tuple[Name, dict[tuple[str, str], Home]],
    two: tuple[Name, dict[tuple[str, str], Home]],
    found: Score,
    errors: list[str],
) -> None:
    wrong = [(a, b) for a in sorted(one[1]) for b in sorted(two[1]) if one[1][a] == two[1][b]]
    found.wrong_pairs += len(wrong)
    found.wrong_names += bool(wrong)
    if wrong:
        errors.append(f"{event.name}: WRONG MERGE: {wrong[0]} {one[1][wrong[0][0]]}")


def _score_shown(event: Event, filed: Filed, found: Score, errors: list[str]) -> None:
    """Count what is filed in the read part of the articles, and of it what is no name or part of one."""
    places: dict[tuple[str, str], list[Place]] = {}
    for id, p in event.open:
        places.setdefault((id, p[0]), []).append(p)
    for name in event.names:
        for (id, _), known in name.forms.items():
            for p in known:
                places.setdefault((id, p[0]), []).append(p)
    worst: dict[Home, tuple[int, str]] = {}
    for article in event.articles:
        for mention in _read(article, event.until[article.id]):
            span, home = next((s, h) for s, m, h in filed[article.id, mention.block] if m is mention)
            near = [_shared(span, p) for p in places.get((article.id, mention.block), ())]
            fault = 0 if max(near, default=0) >= PART else 1 if max(near, default=0) else 2
            text = next(b.text for b in article.blocks if b.id == mention.block)[span[0] : span[1]]
            worst[home] = max(worst.get(home, (0, "")), (fault, text))
    found.shown += len(worst)
    for home, (fault, text) in sorted(worst.items()):
        found.cut += fault == 1
        found.no_names += fault == 2
        if fault:
            errors.append(f"{event.name}: {('', 'cut or glued', 'no name')[fault]}: {text} {home}")


def _read(article: Article, until: int) -> Iterable[NameMention]:
    """The mentions in the part that was read."""
    start, ends = 0, {}
    for block in article.blocks:
        ends[block.id] = until - start
        start += len(block.text) + 1
    return (m for m in article.names if m.end <= ends.get(m.block, 0))


def table(shared: Path, errors: list[str] | None = None, halves: Sequence[str] = HALVES) -> str:
    """The scores of each half as a Markdown table."""
    totals = {half: Score() for half in halves}
    for event in events(shared):
        if event.half in totals:
            totals[event.half].add(score(event, [] if errors is None else errors))
    rows = [_row(half, total) for half, total in totals.items()]
    head = "| names | pairs of forms | F1 | wrong merges (of names alike) | forms found | kind right | no names, of those shown | cut or glued |"
    return "\n".join((head, "|---" * 8 + "|", *rows))


def _row(half: str, s: Score) -> str:
    precision = s.merged / max(1, s.merged + s.wrong_pairs)
    recall = s.merged / max(1, s.merged + s.apart)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return (
        f"| {half} | {precision:.2f} / {recall:.2f} ({s.merged}) | {f1:.2f} | {s.wrong_names} ({s.like_names}) | {s.found / max(1, s.found + s.missed):.2f} ({s.found}) "
        f"| {s.kind_right / max(1, s.kind_right + s.kind_wrong):.2f} | {s.no_names} of {s.shown} | {s.cut} |"
    )


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", choices=HALVES, help="print what was missed or wrong of a half")
    options = parser.parse_args()
    errors: list[str] = []
    print(table(options.shared, errors, (options.errors,) if options.errors else HALVES))
    if options.errors:
        print("\n".join(errors))


if __name__ == "__main__":
    main()
