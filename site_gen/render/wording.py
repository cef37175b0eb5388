"""The wording that an event's reports share, as rows: copied reports in runs, what is only quoted or repeated by one outlet apart.

A passage lies in one paragraph; passages that follow one another in the same articles are one row, in their order. The same
wording stands once; of two renderings the words that differ are marked in both, of more in all but the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_gen.language.organisations import fold_outlet
from site_gen.model import Passage, PassageMention

from .markup import bare_words, differing, text_html
from .telling import Told
from .views import PassageRow, PassageText

RUN_SHOWN = 3
"""Passages of a run that are shown; the rest is folded: a report that was taken whole is read side by side."""
NEXT_PARAGRAPH = 2
"""How many paragraphs farther a run may go on: one that only one of them has may stand between."""

Run = list[Passage]
_STOPS = ".!?…:؟۔。"
"""What ends a sentence, or leads to the words behind it."""
_DASHES = "-–—"
"""What stands behind a dateline."""
_CLOSERS = " \t\n\u00a0\"'“”‘’«»„()[]"
_STOP = re.compile(r"[.!?…؟۔。]+[\"'”’»)]*")
_POINTS = re.compile(r"[,;:.!?…،؛؟۔。]*")
_MARKS = {"“": "”", "«": "»", "„": "“", '"': '"'}
"""Opening and closing quotation marks."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The rows of shared wording, each longest first."""

    told: tuple[PassageRow, ...]
    quoted: tuple[PassageRow, ...]
    """Of which the articles only quote the words."""
    repeated: tuple[PassageRow, ...]
    """Of one outlet's articles alone."""


def shared_rows(
    passages: Iterable[Passage], told: Told, side_by_side: Callable[[Sequence[str]], str]
) -> Shared:
    """Return the rows; ``side_by_side`` gives the address of a pair, if there is one. What may not be shown is left out."""
    by_kind: dict[str, list[Passage]] = {"told": [], "quoted": [], "again": []}
    for passage in passages:
        by_kind[_kind(passage, told)].append(passage)
    made = {
        kind: tuple(row for run in _runs(found, told) if (row := _row(run, told, side_by_side)))
        for kind, found in by_kind.items()
    }
    return Shared(made["told"], made["quoted"], made["again"])


def _kind(passage: Passage, told: Told) -> str:
    cards = [told.card(m.article) for m in passage.mentions]
    outlets = {fold_outlet(c.source) if c.source else c.id for c in cards if c}
    return "again" if len(outlets) == 1 and len(cards) > 1 else "quoted" if passage.is_quoted else "told"


def _runs(passages: Sequence[Passage], told: Told) -> list[Run]:
    """The passages, those that follow one another in the same articles together; most words first."""
    groups: dict[tuple[object, ...], list[Passage]] = {}
    for passage in passages:
        articles = tuple(sorted(m.article for m in passage.mentions))
        groups.setdefault((articles, passage.agency, passage.is_quoted), []).append(passage)
    runs: list[Run] = []
    for found in groups.values():
        found.sort(key=lambda p: sorted(_places(p, told).items()))
        for n, passage in enumerate(found):
            if n and _follows(found[n - 1], passage, told):
                runs[-1].append(passage)
            else:
                runs.append([passage])
    return sorted(runs, key=lambda run: (-_words(run), -len(run[0].mentions), _key(run[0])))


def _words(run: Run) -> int:
    return sum(p.words for p in run)


def _key(passage: Passage) -> list[tuple[str, str, int]]:
    return [(m.article, m.paragraph, m.span[0]) for m in passage.mentions]


def _places(passage: Passage, told: Told) -> dict[str, tuple[int, int]]:
    """By article: the paragraph's place, and where the passage begins in it."""
    return {m.article: (told.place(m.article, m.paragraph), m.span[0]) for m in passage.mentions}


def _follows(one: Passage, two: Passage, told: Told) -> bool:
    """Whether the second passage stands soon behind the first in every article, and both are more than quoted."""
    if one.is_quoted or two.is_quoted:
        return False
    before, after = _places(one, told), _places(two, told)
    return all(
        before[a] < after[a] and before[a][0] >= 0 and after[a][0] - before[a][0] <= NEXT_PARAGRAPH
        for a in before
    )


def _row(run: Run, told: Told, side_by_side: Callable[[Sequence[str]], str]) -> PassageRow | None:
    """A run as a row; None where none of its words may be shown."""
    texts = [_texts(passage, told) for passage in run]
    if not any(texts):
        return None
    first = _in_order(run[0], told)
    others = tuple(told.ref(m.article, m.paragraph) for m in first if not told.shows_at_length(m.article))
    return PassageRow(
        _words(run),
        run[0].agency or "",
        tuple(t for part in texts[:RUN_SHOWN] for t in part),
        others,
        tuple(t for part in texts[RUN_SHOWN:] for t in part),
        len(run),
        side_by_side([m.article for m in first]) if len(run) > 1 else "",
    )


def _in_order(passage: Passage, told: Told) -> list[PassageMention]:
    known = (m for m in passage.mentions if told.card(m.article))
    return sorted(known, key=lambda m: told.order(m.article))


def _texts(passage: Passage, told: Told) -> tuple[PassageText, ...]:
    groups: dict[tuple[str, ...], list[PassageMention]] = {}
    for mention in _in_order(passage, told):
        if told.shows_at_length(mention.article):
            groups.setdefault(bare_words(mention.text), []).append(mention)
    found = list(groups.values())
    texts = [same[0].text for same in found]
    made = []
    for n, same in enumerate(found):
        other = texts[0] if n else texts[1] if len(texts) == 2 else ""
        before, after = _edges(same[0], told)
        html = Markup("{}{}{}").format(
            before, differing(texts[n], other) if other else text_html(texts[n]), after
        )
        refs = tuple(told.ref(m.article, m.paragraph) for m in same)
        made.append(PassageText(refs, html, told.language(same[0].article)))
    return tuple(made)


def _edges(mention: PassageMention, told: Told) -> tuple[str, str]:
    """What stands before and behind a passage: its sentence's end, dots where that goes on, its quotation marks."""
    text = told.paragraph(mention.article, mention.paragraph)
    start = mention.span[0] if text.startswith(mention.text, mention.span[0]) else text.find(mention.text)
    if start < 0:
        return "", ""
    end = start + len(mention.text)
    return _before(text, start), _after(text, end)


def _before(text: str, start: int) -> str:
    before = text[:start].rstrip(_CLOSERS)
    is_upper = text[start:].lstrip(_CLOSERS)[:1].isupper()
    opens = not before or before[-1] in _STOPS or (is_upper and before[-1] in _DASHES)
    mark = _open_mark(text[:start])
    if not mark:
        return "" if opens else "… "
    if text[:start].rstrip().endswith(mark):
        return mark if opens or is_upper else f"… {mark}"
    return mark if opens else f"{mark}… "


def _after(text: str, end: int) -> str:
    rest = text[end:]
    mark = _open_mark(text[:end])
    if not mark:
        stop = _STOP.match(rest)
        return stop[0] if stop else " …" if rest.strip() else ""
    closer = _MARKS[mark]
    points = _POINTS.match(rest)[0]  # type: ignore[index]
    is_stop = any(c in _STOPS for c in points)
    if rest.startswith(closer, len(points)):
        goes_on = not is_stop and rest[len(points) + len(closer) :].strip(_CLOSERS + ".!?")
        return f"{points}{closer}{' …' if goes_on else ''}"
    return f"{points}{closer}" if is_stop else f" …{closer}"


def _open_mark(text: str) -> str:
    """The quotation mark that is open behind a text; empty where none is."""
    mark = ""
    for character in text:
        if mark and character == _MARKS[mark]:
            mark = ""
        elif not mark and character in _MARKS:
            mark = character
    return mark
