"""One capture cleaned: the sheet read, each line given its role, the kept ones made into blocks.

``Body.lines`` holds every visible line, kept or cut, with its place and the rule that decided: nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from site_gen.model import (
    Block,
    Body,
    Capture,
    Decision,
    Edit,
    Finding,
    Level,
    Line,
    Link,
    Role,
    SiteLines,
    Span,
    Survey,
)
from site_gen.settings import CleanSettings

from . import (
    blocks,
    bulk,
    decide,
    entries,
    extract,
    features,
    fragment,
    fronts,
    mend,
    numbering,
    outlined,
    plain,
    reading,
    repeats,
    rules,
    scan,
    segment,
    titles,
)
from .collector import without_collector
from .pieces import MENU, Piece, Sheet
from .written import between

UNREAD = {
    "size": ("CLN-002", "is longer than can be cleaned; the rest was not read", "Split the capture."),
    "depth": (
        "CLN-003",
        "nests elements too deeply; the deepest were read as plain text",
        "Look at the original; it is kept as it came.",
    ),
}


MENDED = frozenset((*blocks.KINDS, "title", "standfirst", "byline"))
"""Roles of lines that are shown, and whose characters are therefore mended."""


@without_collector
def sheet_of(capture: Capture) -> Sheet:
    """The capture as pieces, read by its media type."""
    given = capture.field("title")
    named = (given.value,) if given else ()
    if capture.media_type == "text/html":
        page = scan.sheet(capture.text)
        return replace(page, titles=(*named, *page.titles))
    if capture.media_type == "text/markdown" and capture.outline:
        return outlined.sheet(capture, named)
    source = capture.field("source")
    return replace(
        plain.sheet(capture.text, named, start=capture.body_start), outlet=source.value if source else ""
    )


def survey(capture: Capture, settings: CleanSettings, sheet: Sheet | None = None) -> Survey:
    """Return the digests of a capture's lines, for ``learn``. ``sheet``: what ``sheet_of`` gave, where it is at hand.

    A page's title by its markup or by what was given is its own; so is the likeliest title line of a text.
    """
    return _surveyed(capture, sheet or sheet_of(capture), settings)


@without_collector
def _surveyed(capture: Capture, page: Sheet, settings: CleanSettings) -> Survey:
    values = tuple(dict.fromkeys(v for v in _digests(page) if v))
    return Survey(
        capture=capture.id,
        site=repeats.site_of(capture),
        lines=values if settings.learn_repeated_lines else (),
        own=tuple(sorted(_own(page))),
    )


def _digests(page: Sheet) -> list[int]:
    return [0 if piece.kind == MENU else repeats.digest(piece.text) for piece in page.pieces]


def _own(page: Sheet) -> frozenset[int]:
    names = [*page.titles]
    place = features.title_place(page)
    if place < 0 and not page.is_markup:
        place = titles.place(page, _prose(page), (0,) * len(page.pieces))
    if place >= 0:
        names.append(page.pieces[place].text)
    return frozenset(value for name in names if (value := repeats.digest(name)))


def _prose(page: Sheet) -> tuple[int, ...]:
    return tuple(i for i, piece in enumerate(page.pieces) if features.is_prose(piece.text))


def body(
    capture: Capture,
    *,
    site_lines: SiteLines | None,
    decisions: tuple[Decision, ...],
    settings: CleanSettings,
    sheet: Sheet | None = None,
) -> tuple[Body, tuple[Finding, ...]]:
    """Return the cleaned capture and what there is to say about it; never raises on any text.

    ``sheet``: what ``sheet_of`` gave for the capture, where it is at hand; else the capture is read again.
    """
    return _cleaned(capture, sheet or sheet_of(capture), site_lines, decisions, settings)


@without_collector
def _cleaned(
    capture: Capture,
    page: Sheet,
    site_lines: SiteLines | None,
    decisions: tuple[Decision, ...],
    settings: CleanSettings,
) -> tuple[Body, tuple[Finding, ...]]:
    seen = _read(page, site_lines if settings.learn_repeated_lines else None, capture)
    named = rules.roles(seen, settings.off)
    decided, findings = decide.verdicts(capture, page.pieces, decisions)
    for index, (keep, where) in decided.items():
        named[index] = (_decided_role(named[index][0], keep), f"decision {where}")
    roles = [role for role, _ in named]
    texts = [
        mend.mended(piece.text, is_markup=page.is_markup) if role in MENDED else (piece.text, "")
        for piece, role in zip(page.pieces, roles, strict=True)
    ]
    kept = blocks.kept(page, roles, [text for text, _ in texts], seams=_seams(seen, capture))
    times = entries.times(page.pieces, roles)
    made, ids = blocks.made(kept, page, source=_source(capture), times=times)
    lines = _lines(page, named, ids)
    edits = tuple(
        Edit(piece.span, piece.text, now, rule)
        for i, (piece, (now, rule)) in enumerate(zip(page.pieces, texts, strict=True))
        if rule and (i in ids or named[i][0] in ("title", "standfirst", "byline"))
    )
    findings += _findings(capture, page, made, edits)
    return Body(capture=capture.id, blocks=made, lines=lines, edits=edits), tuple(findings)


def _lines(page: Sheet, named: Sequence[tuple[Role, str]], ids: dict[int, str]) -> tuple[Line, ...]:
    """Every line with its role, the rule that gave it, and its block."""
    roles, names = zip(*named, strict=True) if named else ((), ())
    numbers, spans, texts = [[piece[place] for piece in page.pieces] for place in _OF_LINE]
    return bulk.made(Line, (numbers, spans, texts, roles, names, list(map(ids.get, range(len(named))))))


_OF_LINE = tuple(Piece._fields.index(name) for name in ("number", "span", "text"))


def _read(page: Sheet, site_lines: SiteLines | None, capture: Capture) -> reading.Reading:
    digests = _digests(page) if site_lines else []
    own = frozenset(v for name in page.titles if (v := repeats.digest(name)))
    standing = repeats.standing(site_lines, digests, own) if site_lines else (0,) * len(page.pieces)
    standing = _unless_written_to_a_form(page, standing)
    captures = site_lines.captures if site_lines else 0
    second = partial(extract.kept_texts, capture.text) if page.is_markup and not page.cut else None
    inside = segment.verdicts(page, standing, second)
    if fronts.is_front(page, inside, capture.text):
        inside = (False,) * len(inside)
    inside = fronts.without_teasers(page, inside)
    return reading.read(page, standing, captures, inside, capture.text)


def _seams(seen: reading.Reading, capture: Capture) -> dict[int, str]:
    pieces = seen.sheet.pieces
    return {i: between(pieces[i - 1], pieces[i], capture.text) for i in seen.written.continued}


def _unless_written_to_a_form(page: Sheet, standing: tuple[int, ...]) -> tuple[int, ...]:
    """The counts, 0 for prose with numbers where all the prose of a page stands on others.

    Weather, markets, results: such reports differ in their numbers alone, and lines are compared without them.
    """
    told = zip(page.pieces, standing, strict=True)
    if not any(standing) or any(not count and features.is_prose(piece.text) for piece, count in told):
        return standing
    prose = _prose(page)
    own = frozenset(i for i in prose if any(map(str.isdigit, page.pieces[i].text)))
    return tuple(0 if i in own else count for i, count in enumerate(standing))


def _decided_role(role: Role, keep: bool) -> Role:
    if keep:
        return role if role in blocks.KINDS else "body"
    return "nav" if role in blocks.KINDS else role


def _source(capture: Capture) -> blocks.Source:
    """How links, cells and numbers of kept lines are read: from the outline, where ingest made one."""
    base, text = _base(capture), capture.text

    def links(items: Sequence[blocks.Kept]) -> list[tuple[Link, ...]]:
        return fragment.links([(_linked_source(capture, item.piece), item.text) for item in items], base)

    def rows(span: Span) -> tuple[tuple[tuple[str, ...], ...], bool]:
        return fragment.rows(text[span[0] : span[1]])

    def numbers(span: Span, lines: Sequence[Piece]) -> tuple[int, ...]:
        return numbering.numbers(text[span[0] : span[1]], [line.span[0] - span[0] for line in lines])

    return outlined.source(capture, base) if capture.outline else blocks.Source(links, rows, numbers)


def _linked_source(capture: Capture, piece: Piece) -> str:
    return capture.text[piece.source[0] : piece.source[1]] if piece.link_chars else ""


def _base(capture: Capture) -> str:
    given = capture.field("url")
    return (given.value if given else capture.url) or ""


def _findings(
    capture: Capture, page: Sheet, made: tuple[Block, ...], edits: tuple[Edit, ...]
) -> list[Finding]:
    found: list[Finding] = []
    if not page.pieces:
        found.append(
            Finding(
                "CLN-001",
                Level.ERROR,
                capture.key,
                "no visible text; left out",
                "Look at the original; capture it again.",
            )
        )
    elif not any(block.kind in ("paragraph", "list", "quote", "table", "entry") for block in made):
        found.append(
            Finding(
                "CLN-004",
                Level.WARNING,
                capture.key,
                f"published without a text: no visible line (of {len(page.pieces)}) looks like an article's; the first is {page.pieces[0].text[:60]!r}",
                'Where a line is the article\'s, write "keep this line" for it in decisions.csv.',
            )
        )
    if page.cut:
        code, message, hint = UNREAD[page.cut]
        found.append(Finding(code, Level.WARNING, capture.key, f"{capture.key} {message}", hint))
    if edits:
        kinds = ", ".join(sorted({edit.rule for edit in edits}))
        first = page_line(page, edits[0].span)
        message = f"{len(edits)} lines with characters mended ({kinds})"
        found.append(
            Finding(
                "CLN-006", Level.NOTE, f"{capture.key}:{first}", message, "Nothing; the original is kept."
            )
        )
    return found


def page_line(page: Sheet, span: Span) -> int:
    """Line number of the piece with this span."""
    return next((piece.number for piece in page.pieces if piece.span == span), 1)


def bodies(captures: Iterable[Capture], settings: CleanSettings) -> Iterator[Body]:
    """Clean the captures of one site together, in the order given: survey all, learn, then clean each."""
    every = tuple(captures)
    pages, learned = _learned(every, settings)
    for capture, page in zip(every, pages, strict=True):
        yield _cleaned(capture, page, learned, (), settings)[0]


@without_collector
def _learned(captures: Sequence[Capture], settings: CleanSettings) -> tuple[list[Sheet], SiteLines | None]:
    """The sheets of the captures of one site, and what repeats on them."""
    pages = [sheet_of(capture) for capture in captures]
    surveys = (_surveyed(capture, page, settings) for capture, page in zip(captures, pages, strict=True))
    return pages, repeats.learn(surveys) if len(pages) > 1 else None
