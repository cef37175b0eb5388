"""What a page's elements say against rules that read a line alone: headings, items and cells inside the article, its end."""

from __future__ import annotations

import pytest

from .captures import LONG, TITLE, a_capture, cleaned, roles

PROSE = "".join(f"<p>{paragraph}</p>" for paragraph in LONG)


def roles_of(inner: str) -> dict[str, str]:
    """The role of each line of a page with this below its first paragraphs."""
    page = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{PROSE}{inner}</article></body></html>"
    return roles(cleaned(a_capture(page, "text/html"))[0])


def test_a_heading_above_a_pictures_credit_is_no_caption() -> None:
    """Nor is the item of a list; of texts alone the line above a credit is one."""
    credit = "<figure><img><figcaption>Credit: Harbour Post</figcaption></figure>"
    found = roles_of(f"<h2>The mill stairs</h2>{credit}{PROSE.replace('ferr', 'lighter')}")
    assert found["The mill stairs"] == "heading"


def test_a_table_keeps_its_years_prices_and_names_of_networks() -> None:
    """Each alone looks like a date or a button; a table goes as a whole."""
    cells = ("1931", "$12.50", "4.5", "Facebook", "YouTube", "Trams")
    rows = "".join(f"<tr><td>{cell}</td><td>Toll of the ferry, in pounds</td></tr>" for cell in cells)
    found = roles_of(f"<table>{rows}</table>{PROSE.replace('ferr', 'lighter')}")
    assert {cell: found[cell] for cell in cells} == dict.fromkeys(cells, "table_row")


def test_a_heading_with_the_titles_words_heads_a_part_of_the_text() -> None:
    """Below the first paragraph it says what its part answers."""
    again = f"{TITLE} in full"
    assert roles_of(f"<h2>{again}</h2>{PROSE.replace('ferr', 'lighter')}")[again] == "heading"


@pytest.mark.parametrize("price", ("$2,098.00", "€ 12.50 - 14.00", "£100.2020"))
def test_a_price_is_no_date(price: str) -> None:
    """Though it is nothing but figures."""
    assert roles_of(f"<p>{price}</p>{PROSE.replace('ferr', 'lighter')}")[price] != "date_line"


def test_the_last_heading_is_cut_where_nothing_stands_below_it() -> None:
    """Two of them too; a heading with text below it stays."""
    found = roles_of(
        f"<h2>At the mill</h2>{PROSE.replace('ferr', 'lighter')}<h2>What next</h2><h3>Our harbour</h3>"
    )
    assert (found["At the mill"], found["What next"], found["Our harbour"]) == ("heading", "nav", "nav")


def test_three_headings_at_the_end_are_a_list() -> None:
    """What stands below each is a picture, or was not read."""
    names = ("1. The ebb", "2. The flood", "3. The neap")
    found = roles_of(PROSE.replace("ferr", "lighter") + "".join(f"<h2>{name}</h2>" for name in names))
    assert {found[name] for name in names} == {"heading"}


@pytest.mark.parametrize(
    "line", ("ann.bee@harbour.example", "twitter.com/annbee", "@annbee, ann@harbour.example")
)
def test_a_line_of_addresses_alone_below_the_text_is_a_credit(line: str) -> None:
    """Between paragraphs it is the text's."""
    assert roles_of(f"<p>{line}</p>")[line] == "credit_line"
    assert roles_of(f"<p>{line}</p>{PROSE}")[line] != "credit_line"
