"""A front page of which the scores take a few teasers for an article has none; round-ups, lists and short posts keep theirs.

Teasers below an article's last heading of links are none of it.
"""

from __future__ import annotations

import pytest

from site_gen import clean
from site_gen.clean import fronts, segment

from .captures import a_capture, cleaned

STORIES = (
    ("Harbour board shuts swing bridge until spring", "The board voted to keep it closed, saying that its iron has rusted."),
    ("Mill owners ask town for a second ferry", "They say that flour cannot wait for the ice to melt in the bay."),
    ("School on the east bank wins a prize", "Pupils grew forty kinds of beans in a yard of sixty feet."),
    ("Council refuses to raise the tolls again", "The vote was nine to four after a debate until midnight."),
    ("Why the herring came back to the bay", "Researchers say that colder water and fewer nets explain it."),
    ("Theatre opens winter season with a comedy", "The company plays nightly at eight until the end of February."),
    ("Two men held after fire at rope works", "Police say that both worked there until last month."),
    ("Lighthouse keeper retires after forty years", "She says that she will miss the fog most of all."),
    ("Rail line to the north to reopen in May", "Engineers have cleared the last of the landslip."),
    ("Town band loses its drum to thieves", "It was taken from a locked room below the market hall."),
)  # fmt: skip
KEPT = 3
WRITER = "Bea Thorn"


def linked(title: str, mark: str = "h3", host: str = "") -> str:
    """A headline that leads to its article."""
    return f'<{mark}><a href="{host}/n/{title.lower().replace(" ", "-")}">{title}</a></{mark}>'


TEASERS = "".join(f"<div class=top>{linked(t, 'h2')}<p>{s}</p></div>" for t, s in STORIES[:KEPT])
OTHERS = "".join(linked(t) for t, _ in STORIES[KEPT:])
LAYOUTS = {
    "a name, teasers, headlines": f"<h1>Town</h1><p>5 April 2024</p>{TEASERS}<h2>Other news</h2>{OTHERS}",
    "cards alike, some with a teaser": "".join(
        f"<article>{linked(t)}{f'<p>{s}</p>' if i < KEPT else ''}</article>" for i, (t, s) in enumerate(STORIES)
    ),
    "headlines in a list": TEASERS + "<ul>" + "".join(f"<li>{linked(t, 'b')}</li>" for t, _ in STORIES[KEPT:]) + "</ul>",
    "no headings, all written alike": "".join(f"<div class=t>{linked(t, 'span')}</div><div class=s>{s}</div>" for t, s in STORIES),
    "terms with a line below": "<dl>" + "".join(f"<dt>{linked(t, 'b')}</dt><dd>{s}</dd>" for t, s in STORIES) + "</dl>",
    "a writer above each": "".join(f"<div><p>{WRITER}</p>{linked(t)}<p>{s}</p></div>" for t, s in STORIES),
}  # fmt: skip
TOLD = "<p>Good morning. This is what the town has talked about in the week behind us, and what you should read.</p>"
SHOPS = "".join(f"{linked(t, 'h2', 'https://paper.example')}<p>{s}</p>" for t, s in STORIES[:KEPT])
ARTICLES = {
    "a headline of its own": f"<h1>Three reports on our harbour</h1>{TEASERS}{OTHERS}",
    "an opening": f"{TOLD}{TEASERS}{OTHERS}",
    "a paragraph behind": f"{TEASERS}{TOLD}<p>{' '.join(s for _, s in STORIES)}</p>{OTHERS}",
    "links to another paper": SHOPS + OTHERS,
    "the whole list": TEASERS,
    "more of the list than is left": "".join(f"{linked(t)}<p>{s}</p>" for t, s in STORIES[:KEPT]) + linked(STORIES[5][0]),
    "headings that are no links": TEASERS.replace("<a", "<b").replace("</a", "</b") + OTHERS,
    "a list of articles, which has a finding": "".join(f"{linked(t)}<p>{s}</p>" for t, s in STORIES[:5])
    + "".join(linked(t) for t, _ in STORIES[5:]) * 3,
    "one post below its linked headline": TEASERS[: TEASERS.index("</div>")] + "</div>" + OTHERS,
}  # fmt: skip
TYPES = (
    '<meta property="og:type" content="article">',
    '<script type="application/ld+json">{"@type": "NewsArticle"}</script>',
    '<link itemprop="articleBody">',
)


def front(inner: str, head: str = "", *, stories: int = KEPT, is_first_cut: bool = False) -> bool:
    """Whether a page is told as a front page of which all long lines are kept, and what stands of the first stories."""
    told = {WRITER} | {text for story in STORIES[:stories] for text in story}
    source = f"<html><head><title>The Quay Post</title>{head}</head><body>{inner}</body></html>"
    sheet = clean.sheet_of(a_capture(source, "text/html"))
    kept = [p.text in told or len(p.text.split()) > 15 for p in sheet.pieces]
    kept[kept.index(True)] = not is_first_cut
    return fronts.is_front(sheet, kept, source)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_a_few_teasers_of_many_headlines_are_a_front_page(layout: str) -> None:
    """However it is written: what tells it are headlines that lead away, few of them kept and many not."""
    assert front(LAYOUTS[layout])
    assert front(LAYOUTS[layout], is_first_cut=True)
    assert not any(front(LAYOUTS[layout], head) for head in TYPES)


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_a_round_up_a_list_or_a_post_is_none(name: str) -> None:
    """One sign that the lines belong together is enough."""
    assert not front(ARTICLES[name], stories=5 if "finding" in name else KEPT)


def test_a_text_and_a_page_without_an_article_are_none() -> None:
    """Nothing is asked of them."""
    assert not fronts.is_front(clean.sheet_of(a_capture("<p>Tide</p>", "text/html")), [False], "")
    text = clean.sheet_of(a_capture("\n\n".join(title for title, _ in STORIES)))
    assert not fronts.is_front(text, [True] * len(text.pieces), "")


def test_of_a_front_page_nothing_is_kept_and_a_finding_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the scores say of its first stories."""
    top = {text for story in STORIES[:KEPT] for text in story}
    monkeypatch.setattr(
        segment, "scores", lambda sheet, _: tuple(4.0 if p.text in top else -4.0 for p in sheet.pieces)
    )
    page = "<html><title>The Quay Post</title><body>{}</body></html>"
    body, findings = cleaned(a_capture(page.format(LAYOUTS["a name, teasers, headlines"]), "text/html"))
    assert body.blocks == ()
    assert [finding.code for finding in findings] == ["CLN-004"]
    assert cleaned(a_capture(page.format(ARTICLES["a headline of its own"]), "text/html"))[0].blocks


MORE = "<h2>Read more</h2>"
PROSE = f"<p>{' '.join(s for _, s in STORIES)}</p>"
CARDS = "".join(f"<div>{linked(t)}<p>{s}</p></div>" for t, s in STORIES)


def cut_of(inner: str) -> list[str]:
    """The lines that are cut from a page all of which the scores keep."""
    sheet = clean.sheet_of(a_capture(f"<html><body>{inner}</body></html>", "text/html"))
    kept = fronts.without_teasers(sheet, (True,) * len(sheet.pieces))
    return [piece.text for piece, is_kept in zip(sheet.pieces, kept, strict=True) if not is_kept]


def test_teasers_below_a_heading_of_links_at_an_articles_end_are_cut() -> None:
    """With the heading; what the article says above it stays."""
    assert cut_of(PROSE + MORE + CARDS) == ["Read more", *(text for story in STORIES for text in story)]
    assert cut_of(PROSE + linked(STORIES[0][0]) + PROSE + MORE + CARDS)[0] == "Read more"


@pytest.mark.parametrize(
    "inner",
    [PROSE + CARDS, PROSE + "<h2>Six reports</h2>" + CARDS, PROSE + MORE + CARDS + PROSE, MORE + CARDS, CARDS + MORE + CARDS, PROSE + MORE + linked(STORIES[0][0]),
     PROSE + f"<p>{STORIES[1][1]}</p>" + '<h2><a href="/more">Read more</a></h2>' + CARDS],
    ids=["no heading", "a heading of its own", "prose behind", "no article", "a list of articles", "one link", "a heading that is a link"],
)  # fmt: skip
def test_other_teasers_in_an_article_stay(inner: str) -> None:
    """A round-up of links is an article, and an article may go on below its links."""
    assert not cut_of(inner)


def test_a_text_keeps_its_lines() -> None:
    """It says nothing of links."""
    text = clean.sheet_of(a_capture("\n\n".join(("Read more", *(title for title, _ in STORIES)))))
    assert all(fronts.without_teasers(text, (True,) * len(text.pieces)))
