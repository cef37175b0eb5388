"""The names of a whole article, each where it stands: found block by block, then settled by what all of them tell."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.language import words
from site_gen.language.names import any_language
from site_gen.model import Block, NameMention, VocabularyTerm

from ..agencies import agency_named, find_dateline
from .arabic import arabic_names
from .foreign import foreign_names
from .kinds import Named, named
from .layout import Layout, written_small
from .resolved import resolved
from .runs import Run, has_names, runs
from .vocabulary import vocabulary_names

MAX_TITLE_CASE = 0.6
"""A heading with a larger share of capitalised words is in title case, and read only for names known otherwise."""


def find_names(
    blocks: tuple[Block, ...], language: str, *, vocabulary: tuple[VocabularyTerm, ...] = ()
) -> tuple[NameMention, ...]:
    """Return the mentions in reading order. Names of the vocabulary are found by its aliases, in any language."""
    code = language.split("-")[0]
    given = [found for block in blocks for found in vocabulary_names(block, vocabulary)]
    if code in ("ar", "fa", "ur"):
        return _mentions(given, arabic_names(blocks))
    if not has_names(code):
        return _mentions(given, foreign_names(blocks, code))
    layouts = [Layout(block.text) for block in blocks]
    in_lower = written_small(layouts)
    found: list[Named] = []
    for block, layout in zip(blocks, layouts, strict=True):
        if block.kind == "heading" and _is_title_case(block.text):
            continue
        story = dateline.end if (dateline := find_dateline(block.text)) else 0
        for run in runs(layout, code, block.id):
            if run.start < story or _is_credited(run):
                continue
            found.extend(named(run, code, in_lower))
    storms = {name for layout in layouts for name in _storms(layout)}
    calm = [name for name in found if name.name not in storms or name.kind == "person" or name.placed > 1]
    return _mentions(given, resolved(calm, code))


def _storms(layout: Layout) -> Iterator[str]:
    """The names of storms: "Hurricane Ada" is of no place, and "Ada" behind it is of none either."""
    for at in layout.capitals:
        if at and layout.words[at - 1].folded in any_language("storm_words") and layout.is_spaced(at):
            yield layout.words[at].text


def _is_credited(run: Run) -> bool:
    """Whether a run is the photographer of an agency: "(Ada Brink/Reuters)"."""
    behind = run.after[:2]
    return len(behind) == 2 and behind[0].text == "/" and agency_named(behind[1].text) is not None


def _is_title_case(text: str) -> bool:
    found = [w.text for w in words(text) if len(w.text) > 3]
    return len(found) > 2 and sum(w[0].isupper() for w in found) / len(found) > MAX_TITLE_CASE


def _mentions(given: list[Named], found: list[Named]) -> tuple[NameMention, ...]:
    """Vocabulary first; a found name that overlaps one of its mentions is left out. In reading order of the blocks."""
    taken = {(n.block, at) for n in given for at in range(n.start, n.end)}
    kept = [n for n in found if not (taken and any((n.block, at) in taken for at in range(n.start, n.end)))]
    ordered = sorted([*given, *kept], key=lambda n: (_number(n.block), n.start, n.end))
    return tuple(
        NameMention(n.name, n.kind, n.block, n.start, n.end, n.role) for n in ordered if n.kind is not None
    )


def _number(block: str) -> tuple[int, str]:
    digits = "".join(c for c in block if c.isdigit())
    return (int(digits) if digits else 0, block)
