"""What a page keeps or cuts as a whole: tables, its readers' comments; and what the names of elements say."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from site_gen.clean import collector, features, fragment, marks, regular, scan, segment
from site_gen.clean.pieces import Sheet

from .captures import LONG, TITLE, page, paragraphs

ROWS = "".join(f"<tr><td>Skipper number {n}</td><td>Ferry company</td></tr>" for n in range(4))


def _sheet(*body: str, after: str = "") -> Sheet:
    return scan.sheet(page(paragraphs(*LONG), *body, after=after))


def test_a_table_is_kept_or_cut_as_a_whole() -> None:
    """Cells of which the scores like every second one all get the mean, longer cells counting more."""
    sheet = _sheet(f"<table>{ROWS}</table>")
    before = tuple(1.0 if piece.text == "Ferry company" else -1.0 for piece in sheet.pieces)
    after = segment.evened(sheet, before)
    cells = {score for piece, score in zip(sheet.pieces, after, strict=True) if piece.tag == "td"}
    assert cells == {-0.2}
    assert [s for s, p in zip(after, sheet.pieces, strict=True) if p.tag != "td"] == [
        s for s, p in zip(before, sheet.pieces, strict=True) if p.tag != "td"
    ]


def test_lines_written_alike_draw_each_other_along() -> None:
    """An item among kept ones goes up, one among cut ones down, half of the way; paragraphs and lone lines stay."""
    items = "".join(f"<li class=fact>Fact number {n} of the harbour</li>" for n in range(4))
    sheet = _sheet(f"<ul>{items}</ul><ol><li>Ebb</li><li>Flood</li></ol>")
    before = tuple(-1.0 if "number 2" in piece.text else 1.0 for piece in sheet.pieces)
    after = segment.likened(sheet, before)
    moved = [
        (piece.text[:13], score) for piece, score in zip(sheet.pieces, after, strict=True) if abs(score) != 1
    ]
    assert moved == [(f"Fact number {n}", -0.25 if n == 2 else 0.75) for n in range(4)]
    doubted = tuple(float(n % 3) for n in range(len(sheet.pieces)))
    told = zip(sheet.pieces, doubted, segment.likened(sheet, doubted), strict=True)
    assert all(was == now for piece, was, now in told if piece.tag == "p")


def test_a_page_laid_out_in_a_table_is_read_line_by_line() -> None:
    """Cells that hold paragraphs are no table of data."""
    cells = "".join(f"<tr><td>{text} {text}</td><td>Ebb</td></tr>" for text in LONG)
    sheet = scan.sheet(f"<table>{cells}</table>")
    scored = tuple(float(i) for i in range(len(sheet.pieces)))
    assert segment.evened(sheet, scored) == scored


@pytest.mark.parametrize(("told", "kept"), [(3.0, False), (0.5, True)])
def test_comments_are_cut_where_an_article_surely_stands_outside_them(told: float, kept: bool) -> None:
    """Letters longer than a short report stay letters; a page of letters alone keeps them."""
    letters = f"<div class=comments-area>{paragraphs('I was there too. ' + LONG[1], LONG[3])}</div>"
    sheet = _sheet(after=letters)
    scored = tuple(1.0 if piece.kind == segment.COMMENTS else told for piece in sheet.pieces)
    verdicts = segment.unreplied(sheet, (True,) * len(sheet.pieces), scored)
    is_comment = [piece.kind == segment.COMMENTS for piece in sheet.pieces]
    assert sum(is_comment) == 2
    assert [keep for keep, letter in zip(verdicts, is_comment, strict=True) if letter] == [kept, kept]
    assert all(keep for keep, letter in zip(verdicts, is_comment, strict=True) if not letter)


def test_a_line_of_a_menu_is_not_taken_for_the_title() -> None:
    """A path of links above the report ends in its title."""
    path = f"<nav><a href=/>Home</a><p>{TITLE}</p></nav>"
    sheet = replace(scan.sheet(page(paragraphs(*LONG), before=path)), titles=(TITLE,))
    assert sheet.pieces[features.title_place(sheet)].tag == "h1"
    bare = replace(sheet, pieces=tuple(piece for piece in sheet.pieces if piece.tag != "h1"))
    assert features.title_place(bare) == -1


@pytest.mark.parametrize(
    ("names", "says"),
    [
        ("story-list relatedStories", ("related", False)),
        ("post__read_more", ("", False)),
        ("post-read-more", ("related", False)),
        ("c-article-body share-tools", ("share", True)),
        ("pic legend byline", ("caption", False)),
        ("shade-12 radsport", ("", False)),
        ("rubric", ("label", False)),
        ("next-article", ("related", False)),
    ],
)
def test_what_the_names_of_an_element_say(names: str, says: tuple[str, bool]) -> None:
    """The first of the kinds in their order, of whichever name; parts of other words say nothing."""
    assert marks.kind_of(names) == says


@pytest.mark.parametrize(
    ("source", "cells"),
    [
        ("<table><tr><td>Ebb<td>Six<tr><td>Flood<td>Noon</table>", 2),
        ("<table><tr><td>Ebb</td></tr><tr><td>Flood</td></tr></table>", 0),
        ("<table><tr><td>Ebb</td><td><table><tr><td>Six</td></tr></table></td></tr></table>", 0),
    ],
)
def test_only_plain_tables_of_several_columns_are_read_as_such(source: str, cells: int) -> None:
    """A table of one column, or with a table inside, has no rows to show."""
    rows, _ = fragment.rows(source)
    assert len(rows) == cells


TIDES = "<table><tr><th>Tide</th><th>Hour</th></tr><tr><td>Ebb <b>spring</b> (<i>low</i>)</td><td>Six &amp; {}</td></tr></table>"


@pytest.mark.parametrize(
    ("late", "shown"),
    [
        ("noon", "noon"),
        ("no<!-- x -->on", "no on"),
        ("noon<script>late()</script>", "noon"),
        ("<a title='>'>noon</a>", "noon"),
        ("noon</td><tr><td>Flood", "noon"),
        ("&copy noon", "© noon"),
        ("no\x0bon", "no on"),
    ],
)
def test_cells_hold_what_is_shown_of_them_in_order(
    late: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table that closes all it opens needs no parser, and says the same as with one; all others are given to it."""
    source = TIDES.format(late)
    rows, has_head = fragment.rows(source)
    assert rows[:2] == (("Tide", "Hour"), ("Ebb spring ( low )", f"Six & {shown}"))
    assert has_head
    assert bool(regular.lines(source)) == (late == "noon")
    monkeypatch.setattr(regular, "lines", lambda _: [])
    assert fragment.rows(source) == (rows, has_head)


def test_the_collector_is_left_as_it_was() -> None:
    """It rests while a page is cleaned, also where that fails, and goes on only where it was at work."""

    @collector.without_collector
    def work(*, fail: bool) -> bool:
        if fail:
            raise ValueError
        return gc.isenabled()

    assert gc.isenabled()
    assert not work(fail=False)
    with pytest.raises(ValueError):
        work(fail=True)
    assert gc.isenabled()
    gc.disable()
    try:
        work(fail=False)
        assert not gc.isenabled()
    finally:
        gc.enable()
