"""The second extractor: when it is asked, and what its voice is worth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_gen.clean import scan, segment

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
    """Teasers that our scores doubt stay teasers, though it kept them."""
    sheet = scan.sheet(page(paragraphs(*LONG)))
    for doubt, kept in ((0.4, False), (0.6, True)):
        monkeypatch.setattr(segment, "scores", lambda rest, _, doubt=doubt: (doubt,) * len(rest.pieces))
        assert any(segment.verdicts(sheet, (0,) * len(sheet.pieces), lambda: LONG)) is kept
