"""What a page's source says of how a line reads: headings in bold, items, quotations, sentences that an element parts."""

from __future__ import annotations

from site_gen.model import Body

from .captures import LONG, a_capture, cleaned, page, paragraphs

HTML = "text/html"


def body_of(*parts: str) -> Body:
    """The cleaned page of an article with these parts between its paragraphs."""
    return cleaned(a_capture(page("".join((*parts, paragraphs(*LONG)))), HTML))[0]


def kinds(body: Body) -> dict[str, str]:
    """Kind of block by its text."""
    return {block.text: block.kind for block in body.blocks}


def test_a_short_line_in_bold_or_in_capitals_above_text_is_a_heading_below_the_last() -> None:
    """Bold type in a paragraph is a heading where text follows; a bold word in a sentence is none."""
    body = body_of(
        paragraphs(LONG[0]),
        "<h2>The ferry</h2><p><strong>Who pays for the winter</strong></p>",
        paragraphs(LONG[1]),
        "<p>THE LOCK GATES</p>",
        paragraphs(
            "The lock keeper opens <b>both gates</b> at noon, as he has done since the spring of the flood."
        ),
    )
    levels = {block.text: block.level for block in body.blocks if block.kind == "heading"}
    assert levels == {"The ferry": 2, "Who pays for the winter": 3, "THE LOCK GATES": 3}


def test_a_sentence_in_a_heading_element_is_a_paragraph() -> None:
    """A standfirst or a call that its element calls a heading reads as text."""
    said = "The board has asked the town for money twice this year, and twice the town has said no."
    body = body_of(f"<h2>{said}</h2>", "<h2>What comes next</h2>")
    assert kinds(body)[said] == "paragraph"
    assert kinds(body)["What comes next"] == "heading"


def test_paragraphs_alone_in_their_items_are_a_list_and_teasers_are_not() -> None:
    """An item that holds a heading and a text is no item of a list in the article."""
    items = (
        "Tolls on the ferry rise by a penny",
        "Parcels are carried for nothing",
        "Dogs travel on the deck",
    )
    body = body_of(
        paragraphs(LONG[0]), "<ul>" + "".join(f"<li><p>{item}</p></li>" for item in items) + "</ul>"
    )
    assert kinds(body)["\n".join(items)] == "list"


def test_the_sign_of_an_item_is_not_said_twice() -> None:
    """A page of the archive sets a sign of its own before each item."""
    body = body_of(
        paragraphs(LONG[0]), "<ul><li>– Tolls on the ferry rise</li><li>- Dogs travel on deck</li></ul>"
    )
    assert kinds(body)["Tolls on the ferry rise\nDogs travel on deck"] == "list"


def test_a_paragraph_in_a_block_quotation_is_a_quotation_unless_most_of_the_article_is() -> None:
    """Old pages set a whole article in a block quotation, for its margins."""
    said = "“It will be a long winter for the east bank, and a cold one, I fear,” the harbour master said."
    assert kinds(body_of(paragraphs(LONG[0]), f"<blockquote><p>{said}</p></blockquote>"))[said] == "quote"
    whole = cleaned(a_capture(page(f"<blockquote>{paragraphs(*LONG)}</blockquote>"), HTML))[0]
    assert {block.kind for block in whole.blocks} == {"paragraph"}


def test_a_quotation_pulled_out_of_the_text_is_not_read_twice() -> None:
    """A sentence in large type that a paragraph says, too, is cut as a duplicate; another quotation stays."""
    said = "a long winter for the east bank, and a cold one"
    text = f"The harbour master said on Monday that he expects {said}, and that the ferry will not run before March."
    pulled = f"<blockquote>{said}</blockquote>"
    body = body_of(
        paragraphs(text), pulled, "<blockquote>We shall all be walking to the mill by January.</blockquote>"
    )
    assert said not in kinds(body)
    assert kinds(body)["We shall all be walking to the mill by January."] == "quote"


def test_a_sentence_that_a_button_or_an_unknown_element_parts_is_one_paragraph() -> None:
    """The marks behind it come back, links keep their places; two paragraphs in unknown elements stay two."""
    parted = (
        '<p>The yard of <a href="https://yard.example/">Dunmore Boats</a><button></button>, which built the ferry, '
        "says that a new hull takes a year (<x-note><a href='https://yard.example/n'>7</a></x-note>).</p>"
    )
    body = body_of(parted)
    block = body.blocks[0]
    assert (
        block.text
        == "The yard of Dunmore Boats, which built the ferry, says that a new hull takes a year (7)."
    )
    assert [block.text[link.start : link.end] for link in block.links] == ["Dunmore Boats", "7"]
    two = body_of(*(f"<x-par>{text}</x-par>" for text in LONG[:2]))
    assert set(LONG[:2]) <= set(kinds(two))


def test_text_in_a_table_without_columns_is_paragraphs() -> None:
    """A table that frames a picture's text or an aside is no table."""
    framed = "The lock has been shut since Sunday, and the mill upstream has stood still for want of grain."
    body = body_of(paragraphs(LONG[0]), f"<table><tr><td>{framed}</td></tr></table>")
    assert kinds(body)[framed] == "paragraph"


def test_a_caption_is_shown_once_and_who_made_the_picture_apart() -> None:
    """Sliders repeat captions; a credit or a name in an element of captions is a credit."""
    seen = "The ferry lies at the east quay on Monday morning, its ramp still under the ice of the night."
    figure = f'<figure><div class="caption">{seen}</div><div class="caption">Mira Oduya</div></figure>'
    credit = "<figure><figcaption>Photo: Lena Harrow</figcaption></figure>"
    body = body_of(paragraphs(LONG[0]), figure, figure, credit)
    assert [block.text for block in body.blocks if block.kind == "caption"] == [seen]
    roles = {line.text: line.role for line in body.lines}
    assert (roles["Mira Oduya"], roles["Photo: Lena Harrow"]) == ("image_credit", "image_credit")


def test_a_byline_with_its_hour_above_a_credit_is_no_caption() -> None:
    """Who wrote the article and when stands right above its first picture's credit on many pages."""
    head = "<div>By Lena Harrow - 03/04/31 11:04 PM</div><div class='credit'>© Mira Oduya</div>"
    body = body_of(head, paragraphs(LONG[0]))
    assert not any("Harrow" in block.text for block in body.blocks)


def test_links_elsewhere_inside_the_text_are_cut_in_brackets_and_behind_an_address() -> None:
    """ "[Related: …]" and "On QuayPost.example: …" lead to other articles."""
    link = '<a href="https://quaypost.example/2">Town refuses money for the second ferry</a>'
    body = body_of(paragraphs(LONG[0]), f"<p>[Related: {link}]</p>", f"<p>On QuayPost.example: {link}</p>")
    assert not any("refuses money" in block.text for block in body.blocks)
