"""Ordered lists: the numbers of their items, from HTML and from Markdown."""

from __future__ import annotations

import pytest

from site_gen import ingest
from site_gen.clean.numbering import numbers
from site_gen.model import Block, Capture, Record
from site_gen.settings import IngestSettings

from .captures import LONG, a_capture, cleaned, page, paragraphs

STEPS = ("The lamps on the east pier are lit at dusk", "The bridge is swung", "The ferry bell is rung twice")


def _said(source: str) -> tuple[int, ...]:
    """The numbers of the lines that hold an x."""
    return numbers(source, [at for at, letter in enumerate(source) if letter == "x"])


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<ol><li>x<li>x</li><li>x</ol>", (1, 2, 3)),
        ('<OL CLASS=steps START="4"><LI>x</LI><LI>x</LI></OL>', (4, 5)),
        ("<ol start=0><li>x<li>x</ol>", (0, 1)),
        ("<ol data-start=7><li>x</ol>", (1,)),
        ("<ol><li value=3>x</li><li>x</li><li value='9'>x</li></ol>", (3, 4, 9)),
        ("<ol reversed><li>x<li>x<li>x</ol>", (3, 2, 1)),
        ("<ol><li><p>x</p><p>x</p><ul><li>x<li>x</ul><li>x</ol>", (1, 1, 1, 1, 2)),
        ("<ol><!-- <li>y --><li>x</ol>", (1,)),
        ("<ol>x<li>x</ol>", (1, 1)),
        ("<ul><li>x</ul>", ()),
        ("<ol>x</ol>", ()),
    ],
)
def test_items_have_the_numbers_that_a_browser_shows(source: str, said: tuple[int, ...]) -> None:
    """Beginning, single numbers and the direction are the page's; what stands within an item has the item's number."""
    assert _said(source) == said


def _list_of(capture: Capture) -> Block:
    body, _ = cleaned(capture)
    return next(block for block in body.blocks if block.kind == "list")


def _page_with(items: str) -> Capture:
    return a_capture(page(paragraphs(*LONG[:2]), items, paragraphs(*LONG[2:])), "text/html")


def test_an_ordered_list_of_a_page_keeps_its_numbers() -> None:
    """A list of another kind has none, nor one whose lines say them."""
    items = "".join(f"<li>{step}</li>" for step in STEPS)
    typed = "".join(f"<li>{n}. {step}</li>" for n, step in enumerate(STEPS, 1))
    assert _list_of(_page_with(f"<ol start=5>{items}</ol>")).numbers == (5, 6, 7)
    assert _list_of(_page_with(f"<ul>{items}</ul>")).numbers == ()
    assert _list_of(_page_with(f"<ol>{typed}</ol>")).numbers == ()


MARKDOWN = f"""# The crossing at dusk

{LONG[0]}

3. {STEPS[0]}
3. {STEPS[1]}
   - with [two men](https://quay.example/men)
9. {STEPS[2]}

| Boat | Seats |
|---|---|
| Otter | 40 |

{LONG[1]}
"""


def test_lists_and_tables_of_a_markdown_capture_keep_their_shape() -> None:
    """Items stand on lines of their own, counted from the first one's number; cells in rows and columns."""
    record = Record(path="captures/dusk.md", record=None, data=MARKDOWN.encode(), media_type="text/markdown")
    capture, _ = ingest.capture(record, id="a-1", given=(), settings=IngestSettings())
    assert capture is not None
    body, _ = cleaned(capture)
    kinds = {block.kind: block for block in body.blocks}
    steps = kinds["list"]
    assert steps.text.split("\n") == [STEPS[0], STEPS[1], "with two men", STEPS[2]]
    assert steps.numbers == (3, 4, 4, 5)
    assert [steps.text[link.start : link.end] for link in steps.links] == ["two men"]
    assert kinds["table"].rows == (("Boat", "Seats"), ("Otter", "40"))


def test_a_quotation_of_a_markdown_capture_is_one() -> None:
    """As in a page; where all the article stands in quotations, they are how somebody pasted it."""
    page = f"# The crossing at dusk\n\n{LONG[0]}\n\n> {STEPS[0]} and more, he wrote.\n\n{LONG[1]}\n"
    for text, kinds in (
        (page, ["paragraph", "quote", "paragraph"]),
        (page.replace("\n\n", "\n\n> "), ["paragraph"] * 3),
    ):
        record = Record(path="captures/dusk.md", record=None, data=text.encode(), media_type="text/markdown")
        capture, _ = ingest.capture(record, id="a-1", given=(), settings=IngestSettings())
        assert capture is not None
        assert [block.kind for block in cleaned(capture)[0].blocks] == kinds
