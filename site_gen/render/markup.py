"""Blocks of the cleaned article to HTML. Nothing of a capture passes unescaped; links are http, https or mailto only.

A block is plain text with links and marks given as spans of that text. Links are whole elements; a mark that crosses
the edge of a link is cut there, so that elements always nest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from markupsafe import Markup
from msgspec import Struct

from site_gen.language import table
from site_gen.language.scripts import foreign_tag
from site_gen.model import Block, Link

from .compiled import as_html, quoted
from .interface import direction

REL = "noopener nofollow external"
"""Links out of the archive carry no authority and no window."""
SCHEMES = ("http://", "https://", "mailto:")
NAME_CHARS = 100
"""Of a table's first row, as its name: a row of the widest tables that are kept says no more than this in one breath."""
TOP = 2
"""Level of an article's first heading: above it stands the title alone."""


class Highlight(Struct, gc=False):
    """A stretch of a block's text that other articles have too."""

    start: int
    end: int
    kind: str
    """Class of the mark: ``shared``, ``quoted``, ``figure``."""


@cache
def quotation_marks(language: str) -> tuple[str, str]:
    """Return the marks in which a language sets a quotation; English ones where its table has none."""
    opens, closes = table(language).get("quotation_marks", ("“", "”"))
    return str(opens), str(closes)


def block_html(block: Block, highlights: Sequence[Highlight] = ()) -> Markup:
    """Return a block as one HTML element, without its anchor."""
    if block.kind == "table" and block.rows:
        return _table(block)
    if block.kind == "list":
        return _list(block, highlights)
    inner = _inner(block.text, block.links, highlights)
    if block.kind == "heading":
        level = min(max(block.level, TOP), 6)
        return as_html(f"<h{level}>{inner}</h{level}>")
    if block.kind in ("quote", "embed"):
        return _quotation(block, inner)
    if block.kind == "caption":
        return as_html(f'<p class="caption">{inner}{_cite(block.cite)}</p>')
    if block.kind == "entry":
        return as_html(f'<p class="entry">{_entry_time(block.cite)}{inner}</p>')
    return as_html(f"<p>{inner}</p>")


def outlined(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks with their headings' levels brought into an outline: none goes down by more than one.

    Pages choose levels for their size; readers who go from heading to heading miss those that are left out.
    """
    above: list[int] = []
    made = []
    for block in blocks:
        if block.kind == "heading":
            level = max(block.level, TOP)
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            block = replace(block, level=TOP + len(above) - 1)
        made.append(block)
    return made


def isolated(text: str, language: str = "", around: str = "") -> Markup:
    """Return words of the archive, or markup, so that their direction does not reach the line they stand in.

    Their ``language`` is marked where it is known and not that of the words ``around`` them; else that of their letters, where
    these are not those of the words around.
    """
    if language in ("", "und", around):
        language = foreign_tag(text.striptags() if isinstance(text, Markup) else text, around)
    if not language:
        return as_html(f"<bdi>{quoted(text)}</bdi>")
    return as_html(f'<bdi lang="{quoted(language)}" dir="{direction(language)}">{quoted(text)}</bdi>')


def text_html(text: str, links: Sequence[Link] = (), highlights: Iterable[Highlight] = ()) -> Markup:
    """Return a text with its links and marks as HTML. Line breaks become ``<br>``."""
    return as_html(_inner(text, links, highlights))


def _inner(text: str, links: Sequence[Link], highlights: Iterable[Highlight]) -> str:
    marks = sorted(highlights, key=lambda h: (h.start, h.end, h.kind))
    if not links and not marks:
        return _escaped(text)
    parts: list[str] = []
    at = 0
    for link in sorted(links, key=lambda item: (item.start, -item.end)):
        if link.start < at or link.end > len(text) or link.end <= link.start or not is_safe(link.href):
            continue
        parts.append(_marked(text, at, link.start, marks))
        inner = _marked(text, link.start, link.end, marks)
        parts.append(f'<a href="{quoted(link.href)}" rel="{REL}">{inner}</a>')
        at = link.end
    parts.append(_marked(text, at, len(text), marks))
    return "".join(parts)


def is_safe(href: str) -> bool:
    """Whether an address may stand in a page: http, https or mailto, without control characters."""
    return href.lower().startswith(SCHEMES) and href.isprintable()


SHAPES = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"}
)
"""Quotation marks and dashes in one shape."""


def differing(text: str, other: str, left_out: Markup | None = None, *, is_part: bool = False) -> Markup:
    """Return a text with the words that differ from the other in ``<u>``; case and edge punctuation do not count.

    Where it only leaves out words of the other, "[…]" stands, read aloud as ``left_out``; nothing where that is None.
    Of a text that ``is_part`` what is missing before and behind it stands elsewhere, and is none left out.
    """
    words, others = text.split(), other.split()
    matcher = SequenceMatcher(None, [_bare(w) for w in words], [_bare(w) for w in others], autojunk=False)
    parts: list[str] = []
    gap = _GAP.format(left_out) if left_out else ""
    for tag, start, end, first, last in matcher.get_opcodes():
        run = _escaped(" ".join(words[start:end]))
        is_edge = is_part and start in (0, len(words))
        if gap and tag == "insert" and not is_edge and any(map(str.isalnum, "".join(others[first:last]))):
            parts.append(gap)
        if run:
            is_same = tag == "equal" or not any(map(str.isalnum, run))
            parts.append(run if is_same else f"<u>{run}</u>")
    return as_html(" ".join(parts))


_GAP = '<u class="gap"><span aria-hidden="true">[…]</span><span class="unseen">[{}]</span></u>'


def bare_words(text: str) -> tuple[str, ...]:
    """Return the words by which two texts are the same: case, edge punctuation and the shapes of marks do not count."""
    return tuple(_bare(word) for word in text.split())


def _bare(word: str) -> str:
    shaped = word.casefold().translate(SHAPES)
    return shaped.strip(".,;:!?\"'()[]،؛؟…") or shaped


def _escaped(text: str) -> str:
    safe = quoted(text)
    return safe.replace("\n", "<br>") if "\n" in safe else safe


def _marked(text: str, start: int, end: int, marks: Sequence[Highlight]) -> str:
    """The text from start to end, each stretch in one ``<mark>`` with the classes of all marks that cover it."""
    here = [m for m in marks if m.start < end and m.end > start]
    if not here:
        return _escaped(text[start:end])
    edges = sorted({start, end, *(max(m.start, start) for m in here), *(min(m.end, end) for m in here)})
    parts = []
    for a, b in pairwise(edges):
        kinds = sorted({m.kind for m in here if m.start <= a and m.end >= b})
        piece = _escaped(text[a:b])
        parts.append(f'<mark class="{" ".join(kinds)}">{piece}</mark>' if kinds else piece)
    return "".join(parts)


def _list(block: Block, highlights: Sequence[Highlight]) -> Markup:
    lines, at = block.text.split("\n"), 0
    numbers: Sequence[int] = block.numbers or range(len(lines))
    items: list[tuple[int, str]] = []
    for number, line in zip(numbers, lines, strict=True):
        end = at + len(line)
        links = [
            Link(max(k.start - at, 0), min(k.end, end) - at, k.href)
            for k in block.links
            if k.start < end and k.end > at
        ]
        marks = [
            Highlight(max(h.start - at, 0), min(h.end, end) - at, h.kind)
            for h in highlights
            if h.start < end and h.end > at
        ]
        inner = _inner(line, links, marks)
        if items and items[-1][0] == number:
            items[-1] = number, f"{items[-1][1]}<br>{inner}"
        else:
            items.append((number, inner))
        at = end + 1
    return (
        _numbered(items)
        if block.numbers
        else as_html(f"<ul>{''.join(f'<li>{i}</li>' for _, i in items)}</ul>")
    )


def _numbered(items: list[tuple[int, str]]) -> Markup:
    """An ordered list; items say their number where a browser would count otherwise."""
    first = items[0][0]
    parts = [f'<ol start="{first}">' if first != 1 else "<ol>"]
    awaited = first
    for number, inner in items:
        parts.append(f"<li>{inner}</li>" if number == awaited else f'<li value="{number}">{inner}</li>')
        awaited = number + 1
    return as_html(f"{''.join(parts)}</ol>")


def _table(block: Block) -> Markup:
    rows = [list(row) for row in block.rows]
    head = ""
    if block.has_head and len(rows) > 1:
        cells = "".join(f'<th scope="col">{_escaped(cell)}</th>' for cell in rows[0])
        head, rows = f"<thead><tr>{cells}</tr></thead>", rows[1:]
    body = "".join("<tr>" + "".join(f"<td>{_escaped(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    name = _table_name(block.rows)
    return as_html(
        f'<div class="scroll" tabindex="0" role="group"{name}><table{name}>{head}<tbody>{body}</tbody></table></div>'
    )


def _table_name(rows: Sequence[Sequence[str]]) -> str:
    """A name for readers who hear the page: the cells of the first row that says something."""
    said = next(filter(None, (", ".join(filter(None, map(str.strip, row))) for row in rows)), "")
    said = said if len(said) <= NAME_CHARS else f"{said[:NAME_CHARS].rstrip()}…"
    return f' aria-label="{quoted(said)}"' if said else ""


def _quotation(block: Block, inner: str) -> Markup:
    by = f"<footer>{_escaped(block.cite)}</footer>" if block.cite else ""
    return as_html(f'<blockquote class="{block.kind}"><p>{inner}</p>{by}</blockquote>')


def _cite(cite: str | None) -> str:
    return f' <span class="credit">{_escaped(cite)}</span>' if cite else ""


def _entry_time(cite: str | None) -> str:
    return f"<b>{_escaped(cite)}</b> " if cite else ""
