"""The rules that give a visible line its role, in order: the first that answers decides.

Each rule is a function of a ``Reading`` and an index that returns a role or None. Names are public: they stand beside
every line in the archive, and a setting can leave a rule out (``[clean] off``). docs/reference/rules.md lists the
first line of each docstring. Rules for all formats; where markup says more, ``markup.py`` comes first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from site_gen.model import Role

from . import chronicle, ends, heads, links, markup, pictures, shapes
from .reading import Reading
from .segment import CELLS

Rule = Callable[[Reading, int], Role | None]

RULES: tuple[tuple[str, Rule], ...] = (
    ("menu", markup.menu),
    ("consent", markup.consent),
    ("sentence-end", markup.sentence_end),
    ("artefact", pictures.artefact),
    ("image-artefact", pictures.image_artefact),
    ("title", heads.title),
    ("title-duplicate", heads.title_duplicate),
    ("section-label", heads.section_label),
    ("hidden", markup.hidden),
    ("marked-comment", markup.marked_comment),
    ("marked-credit", markup.marked_credit),
    ("marked-caption", markup.marked_caption),
    ("marked-byline", markup.marked_byline),
    ("gallery-stub", pictures.gallery_stub),
    ("image-caption-duplicate", pictures.image_caption_duplicate),
    ("image-credit", pictures.image_credit),
    ("image-caption", pictures.image_caption),
    ("date-line", heads.date_line),
    ("byline", heads.byline),
    ("credit-line", ends.credit_line),
    ("advertisement", links.advertisement),
    ("comment", links.comment),
    ("embed-caption", links.embed_caption),
    ("pull-link", links.pull_link),
    ("related-heading", links.related_heading),
    ("furniture", links.furniture),
    ("related-link", links.related_link),
    ("newsletter", ends.newsletter),
    ("publisher-notice", ends.publisher_notice),
    ("repeated-on-site", ends.repeated),
    ("marked-standfirst", markup.marked_standfirst),
    ("standfirst", heads.standfirst),
    ("above-title", ends.above_title),
    ("behind-article", ends.behind_article),
    ("outside-article", ends.outside),
    ("duplicate", shapes.duplicate),
    ("empty-heading", markup.empty_heading),
    ("marked-heading", markup.marked_heading),
    ("marked-shape", markup.marked_shape),
    ("bold-heading", markup.bold_heading),
    ("list-item", shapes.list_item),
    ("stray-link", links.stray_link),
    ("heading", shapes.heading),
    ("body", shapes.body),
)
"""In order; the last always answers."""


NEAR_ONLY = frozenset((
    "image-artefact", "section-label", "marked-credit", "marked-caption", "marked-byline", "gallery-stub",
    "image-caption-duplicate", "image-credit", "image-caption", "date-line", "byline", "credit-line", "advertisement",
    "comment", "embed-caption", "pull-link", "marked-standfirst", "standfirst", "duplicate", "empty-heading", "marked-heading",
    "marked-shape", "bold-heading", "sentence-end", "list-item", "stray-link", "heading",
))  # fmt: skip
"""Rules that are not asked of a page's lines far from its article: menus and lists of links are half of a page."""


TEXT_ONLY = frozenset(("standfirst", "above-title", "stray-link", "heading"))
"""Rules that are not asked of a page's lines: markup says more."""
OUTSIDE_ONLY = frozenset((
    "hidden", "marked-comment", "related-link", "publisher-notice", "marked-standfirst", "behind-article", "outside-article",
))  # fmt: skip
"""Rules that are not asked of a page's lines which the scores put inside the article."""
NOT_OF_CELLS = frozenset(("image-caption-duplicate", "date-line", "related-heading", "furniture"))
"""Rules that are not asked of cells inside the article, behind its first paragraph: years, prices and names of networks are
what a table holds (of 165 such cells of development pages 24 are not the article's), and it goes as a whole."""
NOT_OF_HEADINGS = frozenset(("title-duplicate", "marked-credit", "furniture"))
"""The same of heading elements there: the title's words head a part of the text again, or its questions (19 of 22)."""
OF_SHAPE = {"cell": NOT_OF_CELLS, "heading": NOT_OF_HEADINGS}


@lru_cache(maxsize=64)
def _asked(
    off: tuple[str, ...], *, page: bool, inside: bool, far: bool, shape: str = ""
) -> tuple[tuple[str, Rule], ...]:
    """The rules that a line is asked, by where it stands; none of the others would answer, or may."""
    unasked = {*off, *OF_SHAPE.get(shape, ())}
    if page:
        unasked |= TEXT_ONLY
    if page and inside:
        unasked |= OUTSIDE_ONLY
    if far:
        unasked |= NEAR_ONLY
    return tuple((name, rule) for name, rule in RULES if name == "body" or name not in unasked)


def roles(reading: Reading, off: tuple[str, ...] = ()) -> list[tuple[Role, str]]:
    """Return for each line its role and the name of the rule that gave it."""
    named = _named(reading, off)
    if own := chronicle.own_dates(reading, [role for role, _ in named]):
        page = reading.sheet.is_markup
        told = _asked((*off, "date-line"), page=page, inside=page, far=False)
        holding = replace(reading, inside=tuple(kept or i in own for i, kept in enumerate(reading.inside)))
        for index in own:
            named[index] = _answer(holding, index, told)
    return named


def _named(reading: Reading, off: tuple[str, ...]) -> list[tuple[Role, str]]:
    """What the rules answer for each line, asked of it alone."""
    page = reading.sheet.is_markup
    within = {shape: _asked(off, page=page, inside=page, far=False, shape=shape) for shape in ("", *OF_SHAPE)}
    near = _asked(off, page=page, inside=False, far=False)
    far = _asked(off, page=page, inside=False, far=True)
    return [
        _answer(
            reading,
            index,
            within[_shape(reading, index)] if is_inside else far if reading.is_far(index) else near,
        )
        for index, is_inside in enumerate(reading.inside)
    ]


def _shape(reading: Reading, index: int) -> str:
    """Whether a page's line behind the article's first paragraph is a cell of a table or a heading, by its element."""
    piece = reading.sheet.pieces[index]
    if index <= reading.first:
        return ""
    return "cell" if piece.row and piece.tag in CELLS else "heading" if piece.level else ""


def _answer(reading: Reading, index: int, asked: tuple[tuple[str, Rule], ...]) -> tuple[Role, str]:
    """What the first of the rules answers that answers."""
    for name, rule in asked:
        role = rule(reading, index)
        if role is not None:
            return role, name
    return "body", "body"
