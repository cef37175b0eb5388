"""What cleaning makes of a capture: blocks that are kept, and a role for every line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .sourced import Span

BlockKind = Literal["paragraph", "heading", "quote", "list", "table", "caption", "embed", "entry"]

Role = Literal[
    "title",
    "standfirst",
    "byline",
    "dateline",
    "section_label",
    "body",
    "heading",
    "list_item",
    "quote",
    "table_row",
    "image_caption",
    "embed",
    # the rest is never shown in the body
    "credit_line",
    "title_duplicate",
    "image_caption_duplicate",
    "image_credit",
    "image_artefact",
    "embed_caption",
    "gallery_stub",
    "related_heading",
    "pull_link",
    "nav",
    "publisher_notice",
    "newsletter",
    "comment",
    "advertisement",
    "date_line",
    "repeated",
    "artefact",
    "duplicate",
    "empty",
]

REMOVED_ROLES: frozenset[str] = frozenset(
    {
        "title_duplicate", "image_caption_duplicate", "image_credit", "image_artefact", "embed_caption",
        "gallery_stub", "related_heading", "pull_link", "nav", "publisher_notice", "newsletter", "comment",
        "advertisement", "repeated", "artefact", "duplicate", "section_label", "date_line",
    }
)  # fmt: skip
"""Roles that are boilerplate: cut from the article, kept in ``Body.lines``."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside a block's text that leads out of the publisher's chrome."""

    start: int
    end: int
    href: str
    """http, https or mailto only."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the cleaned article, plain text with links; markup is made by render."""

    id: str
    """``p1``, ``p2`` … in reading order: the anchor of the paragraph."""
    kind: BlockKind
    text: str
    """Runs of white space folded to one space; list items and table rows each on a line of their own (``\\n``)."""
    span: Span
    """Of the decoded capture, from its first to its last character."""
    level: int = 0
    """Of a heading, 2..6."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Cells of a table; the first row is the head where ``has_head``."""
    has_head: bool = False
    numbers: tuple[int, ...] = ()
    """Of an ordered list, for each line of ``text`` the number of its item; lines of one item share it."""
    links: tuple[Link, ...] = ()
    cite: str | None = None
    """Author of an embedded post, time of a live-blog entry, credit of a caption."""

    def plain(self) -> str:
        """The block as plain text, the author of an embedded post on a line of its own behind a dash."""
        return f"{self.text}\n— {self.cite}" if self.kind == "embed" and self.cite else self.text


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line of the capture, its role and the rule that gave it. Together they cover all visible text."""

    number: int
    """1-based line of the decoded capture on which it starts."""
    span: Span
    text: str
    role: Role
    rule: str
    """Name of the rule in the table of rules, or ``decision decisions.csv:7``."""
    block: str | None = None
    """Id of the block that holds it, where it is kept."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of characters that cleaning made inside a kept line, such as mended mojibake."""

    span: Span
    was: str
    now: str
    rule: str


@dataclass(frozen=True, slots=True)
class Body:
    """A cleaned capture. ``lines`` holds what was cut too: a cut line is never lost."""

    capture: str
    """Id of the capture."""
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    edits: tuple[Edit, ...] = ()

    def text(self) -> str:
        """The body as plain text, a blank line between blocks; captions left out, authors of posts behind a dash."""
        return text_of(self.blocks)


def text_of(blocks: tuple[Block, ...]) -> str:
    """Blocks as plain text, as ``Body.text`` and ``Article.text`` give it."""
    return "\n\n".join(block.plain() for block in blocks if block.kind != "caption")


@dataclass(frozen=True, slots=True)
class Survey:
    """Digests of a capture's lines, digits masked, for learning what repeats across one outlet's captures."""

    capture: str
    site: str
    """Key of the group that is learned together: domain, given source, or folder."""
    lines: tuple[int, ...]
    """64-bit digests of the masked lines, without repeats, in order."""
    own: tuple[int, ...] = ()
    """Digests that must never count as repeated: the page's own title."""


@dataclass(frozen=True, slots=True)
class SiteLines:
    """What repeats across the captures of one site."""

    site: str
    captures: int
    counts: tuple[tuple[int, int], ...]
    """(digest of a masked line, number of captures on which it stands), only those on two or more, sorted."""
    once: tuple[int, ...] = ()
    """Digests that stand on one capture so far, sorted: what merging with later captures needs."""
