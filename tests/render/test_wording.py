"""The wording that an event's reports share, as the event's page shows it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from site_gen.model import Passage, PassageMention
from site_gen.render.frame import Frame
from site_gen.render.interface import Interface
from site_gen.render.lines import marks_of
from site_gen.render.telling import Told
from site_gen.render.wording import Shared, shared_rows

from .conftest import a_site
from .shelf import a_card, a_shelf, article_of

SHORT = "The old pier of Norham fell on Monday."
NEXT = "Nobody was on it when the sea took the last of its three towers, the harbour master said."
OUTLETS = ("The Lantern", "Port Courier", "Harbour News")


def rows_of(
    texts: Sequence[Sequence[str]],
    passages: Sequence[Sequence[tuple[int, int, str]]],
    *,
    outlets: Sequence[str] = OUTLETS,
    rights: str = "full",
    is_quoted: bool = False,
) -> Shared:
    """The rows of passages given as (article, paragraph from 1, text); the rights are those of all articles but the first."""
    cards = [
        a_card(f"a{n}", "Pier falls", outlets[n], rights=rights if n else "full") for n in range(len(texts))
    ]
    frame = Frame(site=a_site(a_shelf()), interface=Interface("en", {}, {}), path="events/pier/")
    articles = {card.id: article_of(card, told) for card, told in zip(cards, texts, strict=True)}
    made = []
    for places in passages:
        mentions = []
        for article, paragraph, text in places:
            start = texts[article][paragraph - 1].index(text)
            mentions.append(PassageMention(f"a{article}", f"p{paragraph}", (start, start + len(text)), text))
        made.append(Passage(tuple(mentions), len(places[0][2].split()), is_quoted=is_quoted))
    return shared_rows(made, Told(cards, marks_of(cards), frame, articles), "/".join)


def shown(text: str, part: str) -> str:
    """How a part of a paragraph is shown that two outlets share."""
    found = rows_of([[text], [text]], [[(0, 1, part), (1, 1, part)]])
    return str(found.told[0].texts[0].html)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (NEXT[:-1], NEXT),
        (NEXT[10:40], f"… {NEXT[10:40]} …"),
        (SHORT.rstrip("."), SHORT),
        ("NORHAM — Nobody was on it", "NORHAM — Nobody was on it …"),
    ],
)
def test_a_passage_says_where_its_sentence_goes_on(part: str, said: str) -> None:
    """Dots stand before and behind what is cut from a sentence; one that is whole has its stop."""
    assert shown(f"NORHAM — {NEXT} {SHORT}", part) == said


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("We saw it go", "“We saw it go,” …"),
        ("We saw it go,” Jane Doe said. “It took a minute", "“We saw it go,” Jane Doe said. “It took a minute.”"),
        ("go,” Jane Doe said. “It took", "“… go,” Jane Doe said. “It took …”"),
        ("Jane Doe said", "… Jane Doe said."),
    ],
)  # fmt: skip
def test_no_quotation_mark_stands_alone(part: str, said: str) -> None:
    """A mark that a passage begins behind is set before it, one that it ends before behind it."""
    assert shown("“We saw it go,” Jane Doe said. “It took a minute.”", part) == said


def test_an_outlet_whose_words_may_not_be_shown_at_length_is_named_at_the_passage() -> None:
    """A passage that several carry never seems to be of one."""
    both = [[(0, 1, SHORT), (1, 1, SHORT)]]
    (row,) = rows_of([[SHORT], [SHORT]], both).told
    assert [len(t.refs) for t in row.texts] == [2] and row.others == ()
    (row,) = rows_of([[SHORT], [SHORT]], both, rights="excerpt").told
    assert [ref.mark.name for ref in row.others] == ["Port Courier"]


def test_words_that_differ_are_marked_in_both_renderings() -> None:
    """What one of two leaves out is seen, too."""
    one, two = "Three men were lightly hurt on Monday", "Three men were hurt late on Monday"
    (row,) = rows_of([[one], [two]], [[(0, 1, one), (1, 1, two)]]).told
    assert "<u>lightly</u>" in row.texts[0].html and "<u>late</u>" in row.texts[1].html


def test_shapes_of_marks_make_no_second_rendering() -> None:
    """Apostrophes, commas and dashes are written as each house does."""
    one, two = "the pier's fall, on Monday", "the pier’s fall on Monday"
    (row,) = rows_of([[one], [two]], [[(0, 1, one), (1, 1, two)]]).told
    assert len(row.texts) == 1 and "<u>" not in row.texts[0].html


def test_a_report_that_was_taken_whole_is_one_row_in_its_order() -> None:
    """However long each paragraph is; the first are shown, and the two side by side are led to."""
    texts = [f"Paragraph {n} tells of {'more ' * n}towers that fell." for n in range(1, 6)]
    passages = [[(0, n, text), (1, n, text)] for n, text in enumerate(texts, 1)]
    (row,) = rows_of([texts, texts], passages[::-1]).told
    assert [str(t.html) for t in (*row.texts, *row.more_texts)] == texts
    assert (len(row.texts), row.paragraphs, row.compare_url) == (3, 5, "a0/a1")
    assert row.words == sum(len(text.split()) for text in texts)


def test_passages_far_apart_or_in_another_order_are_rows_of_their_own() -> None:
    """Only what both have one after the other is one."""
    texts = [SHORT, *(f"A word of their own, {n}." for n in range(4)), NEXT]
    other = [NEXT, SHORT]
    rows = rows_of([texts, other], [[(0, 1, SHORT), (1, 2, SHORT)], [(0, 6, NEXT), (1, 1, NEXT)]]).told
    assert [r.paragraphs for r in rows] == [1, 1] and [r.compare_url for r in rows] == ["", ""]


def test_what_is_only_quoted_or_of_one_outlet_stands_apart() -> None:
    """It is neither copied nor shared."""
    both = [[(0, 1, SHORT), (1, 1, SHORT)]]
    two = [*both, [(0, 2, NEXT), (1, 2, NEXT)]]
    found = rows_of([[SHORT, NEXT], [SHORT, NEXT]], two, is_quoted=True)
    assert (len(found.told), len(found.quoted), len(found.repeated)) == (0, 2, 0)
    found = rows_of([[SHORT], [SHORT]], both, outlets=("The Lantern", "Lantern"))
    assert (len(found.told), len(found.quoted), len(found.repeated)) == (0, 0, 1)
