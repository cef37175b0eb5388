"""Dialogs that ask for consent to cookies: never the article, however long; what only wraps a page is none."""

from __future__ import annotations

import pytest

from site_gen.clean import marks, scan
from site_gen.clean.pieces import CONSENT

from .captures import LONG, TITLE, a_capture, cleaned, page, paragraphs

HTML = "text/html"
ASKED = (
    "We and our partners store and access information on your device, such as unique identifiers in cookies.",
    (
        "You may accept or manage your choices by clicking below, including your right to object where a legitimate "
        "interest is used, or at any time in our policy."
    ),
)
DIALOGS = (
    '<div id="CybotCookiebotDialog"><div id="CybotCookiebotDialogBodyContent">{}</div></div>',
    '<div id="onetrust-consent-sdk"><div class="ot-sdk-container main-content">{}</div></div>',
    '<div class="consent-dialog main-content">{}</div>',
    '<section class="cookie-banner"><div class="rich-text"><div class="author-box">{}</div></div></section>',
    '<div class="moove_gdpr_cookie_modal"><div class="entry-content">{}</div></div>',
)


def kept(source: str) -> list[str]:
    """The blocks of a page."""
    return [block.text for block in cleaned(a_capture(source, HTML))[0].blocks]


@pytest.mark.parametrize("dialog", DIALOGS)
def test_a_dialog_is_cut_whatever_the_elements_inside_are_called(dialog: str) -> None:
    """Above and below the report, and below one of a sentence; each line has its rule and its place."""
    asking = dialog.format(paragraphs(*ASKED))
    assert kept(page(paragraphs(*LONG), before=asking)) == list(LONG)
    assert kept(page(paragraphs(LONG[0]) + asking)) == [LONG[0]]
    source = page(paragraphs(*LONG) + asking)
    body, _ = cleaned(a_capture(source, HTML))
    lines = [line for line in body.lines if line.text in ASKED]
    assert [(line.role, line.rule) for line in lines] == [("nav", "consent")] * 2
    assert [source[slice(*line.span)] for line in lines] == list(ASKED)


def test_a_page_that_is_a_dialog_alone_has_no_text() -> None:
    """And a finding says so."""
    body, findings = cleaned(
        a_capture(
            f"<html><head><title>{TITLE}</title></head><body>{DIALOGS[0].format(paragraphs(*ASKED))}</body></html>",
            HTML,
        )
    )
    assert not body.blocks
    assert [finding.code for finding in findings] == ["CLN-004"]


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<div class='cookie-notice-wrapper'><h1>{TITLE}</h1>{paragraphs(*LONG)}</div>",
        f"<div class='consent-container'><article>{paragraphs(*LONG)}</article></div>",
        f"<article><h1>{TITLE}</h1>{paragraphs(LONG[0])}<p class='cookie-notice'>{LONG[1]}</p>{paragraphs(*LONG[2:])}</article>",
    ],
)
def test_what_holds_the_headline_or_the_article_is_no_dialog(wrapped: str) -> None:
    """A wrapper of the whole page, and a line that is no container."""
    source = f"<html><head><title>{TITLE}</title></head><body>{wrapped}</body></html>"
    assert kept(source) == list(LONG)


def test_a_headline_in_a_dialog_is_not_the_pages() -> None:
    """Its heading of the first level names the dialog."""
    asking = DIALOGS[1].format(f"<h1>We value your privacy</h1>{paragraphs(*ASKED)}")
    sheet = scan.sheet(f"<body>{asking}<h1>{TITLE}</h1>{paragraphs(*LONG)}</body>")
    assert sheet.titles == (TITLE,)
    assert [piece.kind for piece in sheet.pieces].count(CONSENT) == 3


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ("CybotCookiebotDialogBodyContentText", "consent"),
        ("gdpr_cookie_modal", "consent"),
        ("newsletter cookie-banner", "newsletter"),
        ("category-cookies", "label"),
        ("cookie-bars-recipe", "nav"),
        ("age-of-consent", "nav"),
        ("gdpr", "nav"),
    ],
)
def test_names_of_dialogs_are_told_from_words_of_recipes_and_laws(names: str, kind: str) -> None:
    """Only a name that says what asks, too."""
    assert marks.kind_of(names)[0] == kind
