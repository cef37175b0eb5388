"""Pictures of events: the same bytes everywhere, small, and without a title where the fonts lack its letters."""

from __future__ import annotations

import io
import struct
from dataclasses import replace

import pytest

from site_gen.publish.theme import card_fonts
from site_gen.render.cards import HEIGHT, TITLE_LINES, WIDTH, Fonts, is_drawable, picture

from .conftest import THEME, render_all
from .shelf import a_shelf

FONTS = Fonts(*(card_fonts(THEME) or ((), ())))


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

    lines, _size = _set(title, FONTS.title)
    assert len(lines) <= TITLE_LINES
    assert draw(title, outlets=99).startswith(b"\x89PNG")


def test_a_word_without_end_is_broken_where_the_line_is_full() -> None:
    """Not behind its first letter."""
    from PIL import Image

    band = Image.open(io.BytesIO(draw("W" * 60))).convert("L").crop((0, 86, WIDTH, 160))
    box = band.point(lambda value: 255 * (value < 128)).getbbox()
    assert box is not None and box[2] > WIDTH * 0.8


def test_letters_that_the_fonts_lack_are_told() -> None:
    """Latin with accents of all Europe, quotation marks, currencies and Arabic are there; Chinese is not."""
    for files in (FONTS.title, FONTS.text):
        assert is_drawable("Ligne d’Ålesund à Łódź: “à 5 €”", files)
        assert is_drawable("انهيار الجسر في 1931", files)
        assert not is_drawable("桥", files)


def test_an_arabic_title_stands_at_the_right() -> None:
    """Its first letters are drawn there, where those of a Latin title leave the paper free."""
    from PIL import Image

    def ink(title: str) -> tuple[int, int]:
        """Columns of the title's band that bear ink: the first and the last."""
        band = Image.open(io.BytesIO(draw(title))).convert("L").crop((0, 86, WIDTH, 200))
        left, _, right, _ = band.point(lambda value: 255 * (value < 128)).getbbox() or (0, 0, 0, 0)
        return left, right

    assert ink("A bridge falls")[0] < 80 and ink("A bridge falls")[1] < 700
    assert ink("انهيار الجسر")[0] > 100 and ink("انهيار الجسر")[1] > WIDTH - 80


def test_an_events_page_names_its_picture_only_where_one_is_drawn() -> None:
    """With fonts and an address; in the place of a title in letters that they lack stands the archive's."""
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
    arabic = render_all(shelf, card_fonts=(FONTS.title, FONTS.text))["events/bridge-falls/card.png"]
    shelf.event_cards["e1"] = replace(shelf.event_cards["e1"], title="阿尔德大桥倒塌")
    untitled = render_all(shelf, card_fonts=(FONTS.title, FONTS.text))["events/bridge-falls/card.png"]
    shelf.event_cards["e1"] = replace(shelf.event_cards["e1"], title="埃及")
    assert untitled == render_all(shelf, card_fonts=(FONTS.title, FONTS.text))["events/bridge-falls/card.png"]
    assert len({arabic, untitled, drawn["events/bridge-falls/card.png"]}) == 3
