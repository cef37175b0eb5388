"""The cleaned article beside the lines of its capture: what was cut, by which rule, and how to keep it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from site_gen.model import REMOVED_ROLES, Article, ArticleCard, Line

from . import structured, urls
from .article import download_name
from .frame import Frame
from .markup import block_html, outlined
from .views import LineRow, Named, OriginalPage, SideBySideRow, TextBlock

_RECORD_ROLES = {
    "title": "Headline",
    "standfirst": "Standfirst",
    "byline": "Byline",
    "dateline": "Dateline",
    "credit_line": "Credits",
    "image_credit": "Image credit",
    "section_label": "Section",
    "date_line": "Date",
}
"""Roles whose lines went into the record, and the word for it."""


def role_name(role: str) -> str:
    """Return a role in English, such as "pull link"."""
    return "navigation" if role == "nav" else role.replace("_", " ")


def role_words(role: str, frame: Frame) -> str:
    """Return a role in words of the interface."""
    return str(frame.interface.text(role_name(role)))


def original_page(article: Article, card: ArticleCard, frame: Frame) -> OriginalPage:
    """Return the view of an article beside its original."""
    title = str(frame.interface.text("Cleaned and original"))
    rows = tuple(_rows(article, frame))
    cut = [line for line in article.lines if line.role in REMOVED_ROLES]
    kept = [line for line in article.lines if line.role not in REMOVED_ROLES and line.role != "empty"]
    rules = Counter((role_words(line.role, frame), line.rule) for line in cut)
    ref = article.capture
    return OriginalPage(
        head=structured.head(frame, f"{title}: {card.title}", section="articles"),
        crumbs=(
            Named(str(frame.interface.text("Articles")), frame.url("articles/")),
            Named(card.title, frame.url(urls.article(card.slug)), card.language),
        ),
        title=card.title,
        language=card.language,
        article_url=frame.url(urls.article(card.slug)),
        download=frame.url(urls.download(ref.sha256)) if frame.site.originals else "",
        download_name=download_name(article),
        rows=rows,
        rules=tuple(
            (role, rule, n) for (role, rule), n in sorted(rules.items(), key=lambda r: (-r[1], r[0]))
        ),
        kept=len(kept),
        cut=len(cut),
        edits=tuple((edit.was, edit.now, edit.rule) for edit in article.edits),
        path=ref.key,
    )


def _rows(article: Article, frame: Frame) -> Iterable[SideBySideRow]:
    """Group the lines: those of one paragraph together, and runs of cut lines together."""
    blocks = {block.id: block for block in outlined(article.blocks)}
    beside = frame.url(urls.article(frame.path.split("/")[1]))
    shown: set[str] = set()
    numbers: set[int] = set()
    for group in _groups(article.lines):
        first = group[0]
        lines = tuple(_line_row(line, frame, numbers) for line in group)
        block = None
        if first.block in blocks and first.block not in shown:
            found = blocks[first.block]
            shown.add(found.id)
            number = found.id.lstrip("p")
            block = TextBlock(f"{beside}#{found.id}", number, found.kind, block_html(found), ())
        became = _RECORD_ROLES.get(first.role, "") if block is None else ""
        said = str(frame.interface.text(became)) if became else ""
        yield SideBySideRow(lines, first.role in REMOVED_ROLES, block, said)


def _groups(lines: Iterable[Line]) -> Iterable[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if line.role == "empty":
            continue
        if group and _belongs(group[-1], line):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _belongs(before: Line, line: Line) -> bool:
    if before.block or line.block:
        return before.block == line.block
    return before.role in REMOVED_ROLES and line.role in REMOVED_ROLES


def _line_row(line: Line, frame: Frame, numbers: set[int]) -> LineRow:
    """A row; ``numbers`` collects the lines that have an anchor already."""
    anchor = "" if line.number in numbers else f"L{line.number}"
    numbers.add(line.number)
    is_cut = line.role in REMOVED_ROLES
    return LineRow(anchor, line.number, line.text, role_words(line.role, frame), line.rule, is_cut)
