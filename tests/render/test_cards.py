"""Pictures of events: the same bytes everywhere, small, and none where the fonts have no letters."""

from __future__ import annotations

import struct
from dataclasses import replace

import pytest

from site_gen.render.cards import HEIGHT, TITLE_LINES, WIDTH, Fonts, is_drawable, picture

from .conftest import THEME, render_all
from .shelf import a_shelf

FONTS = Fonts(
    str(THEME / "static/fonts/broadsheet-display.woff2"), str(THEME / "static/fonts/source-sans-3.woff2")
)


def draw(title: str, outlets: int = 3) -> bytes:
    """The picture of an event."""
    return picture(
        title,
        above="4 May 1931",
        below="3 outlets",
        archive="The Alder Archive",
        outlets=outlets,
        fonts=FONTS,
    )


def test_a_picture_is_a_small_png_of_one_size() -> None:
    """What its metas say."""
    data = draw("Alder bridge falls into the estuary")
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (WIDTH, HEIGHT)
    assert len(data) < 20_000
    assert draw("Alder bridge falls into the estuary") == data


@pytest.mark.parametrize("title", ["x" * 900, "word " * 300, "", " ", "W" * 40 + " " + "i" * 400])
def test_any_title_is_set_in_a_few_lines(title: str) -> None:
    """One word without end, and words without end, are cut."""
    from site_gen.render.cards import _set

    lines, _size = _set(title, FONTS)
    assert len(lines) <= TITLE_LINES
    assert draw(title, outlets=99).startswith(b"\x89PNG")


def test_letters_that_the_fonts_lack_are_told() -> None:
    """Latin with accents, quotation marks and currencies are there; Arabic and Chinese are not."""
    assert is_drawable("Ligne d’Ålesund: “à 5 €”", "")
    assert not is_drawable("انهيار الجسر")
    assert not is_drawable("桥")


def test_an_events_page_names_its_picture_only_where_one_is_drawn() -> None:
    """With fonts and an address; not for a title in Arabic."""
    shelf = a_shelf()
    plain = render_all(shelf)
    assert (
        "events/bridge-falls/card.png" not in plain
        and b"og:image" not in plain["events/bridge-falls/index.html"]
    )
    drawn = render_all(shelf, card_fonts=(FONTS.title, FONTS.text))
    assert drawn["events/bridge-falls/card.png"].startswith(b"\x89PNG")
    page = drawn["events/bridge-falls/index.html"].decode()
    assert 'property="og:image" content="https://example.org/a/events/bridge-falls/card.png"' in page
    shelf.event_cards["e1"] = replace(shelf.event_cards["e1"], title="انهيار جسر ألدر")
    assert "events/bridge-falls/card.png" not in render_all(shelf, card_fonts=(FONTS.title, FONTS.text))
