"""The second extractor: when it is asked, and what its voice is worth."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from site_gen.clean import extract, scan, segment

from .captures import LONG, page, paragraphs


def test_its_voice_speaks_for_lines_and_never_against_one() -> None:
    """Lines that it kept go up, lines that it left out stay where they are."""
    sheet = scan.sheet(page(paragraphs(*LONG)))
    before = (0.5,) * len(sheet.pieces)
    after = segment.voted(sheet, before, (LONG[0], LONG[2]))
    raised = {piece.text for piece, score in zip(sheet.pieces, after, strict=True) if score > 0.5}
    assert raised == {LONG[0], LONG[2]}
    assert min(after) == 0.5


def test_it_is_not_asked_where_a_line_is_certain() -> None:
    """Doubtful lines beside one that is beyond doubt are ours to judge."""
    sheet = scan.sheet(page(paragraphs(*LONG)))
    sheet = replace(sheet, pieces=tuple(piece for piece in sheet.pieces if piece.text in LONG[:3]))
    assert segment.unsure(sheet, (1.0, 1.2, 0.8))
    assert not segment.unsure(sheet, (1.0, 1.2, segment.CERTAIN))
    assert not segment.unsure(sheet, (3.0, 3.2, 0.8))


def test_its_voice_alone_makes_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """Teasers none of which ours is sure of stay teasers, though it kept them."""
    sheet = scan.sheet(page(paragraphs(*LONG)))
    for surest, kept in ((segment.SURE - 0.1, False), (segment.SURE + 0.1, True)):
        told = {LONG[0]: surest}
        monkeypatch.setattr(
            segment, "scores", lambda rest, _, told=told: tuple(told.get(p.text, 0.6) for p in rest.pieces)
        )
        assert any(segment.verdicts(sheet, (0,) * len(sheet.pieces), lambda: LONG)) is kept


def test_it_keeps_the_text_and_not_the_menu() -> None:
    """The article's paragraphs, as they stand."""
    kept = extract.kept_texts(page(paragraphs(*LONG), before="<nav><a href=/>Ferries</a></nav>"))
    assert set(LONG) <= set(kept)
    assert "Ferries" not in kept


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>w " * 100_000,
        "<x>" * 50_000 + "<div></div>" * 50_000,
        "<div " + " ".join(f"a{i}=1" for i in range(100_000)) + ">",
        "<p>\ud800 tide</p>",
        "\0" * 100,
        "<p>tide</p>" * 400_000,
    ],
    ids=["deep", "deep and many", "attributes", "surrogate", "nul", "long"],
)
def test_a_hostile_page_is_no_answer_and_takes_no_time(hostile: str) -> None:
    """What would take it minutes is not handed on, what breaks it is no answer."""
    start = time.process_time()
    assert extract.kept_texts(hostile) == ()
    assert time.process_time() - start < 1
