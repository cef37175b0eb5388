"""Gathering: from the catalogue to a view, from a view to a file. One function a kind of key.

Each asks the catalogue for what its page shows and for no more, builds the view, and yields the files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from site_gen.model import (
    Article,
    ArticleCard,
    Catalogue,
    EventCard,
    Listing,
    Page,
    Period,
    TopicCard,
    TopicName,
)

from . import cite, urls
from .article import Around, Beside, article_page, cited_article, published_value, taken_down_page
from .cards import Fonts, picture
from .compare import compare_page
from .desk import EVERY, Desk
from .event import CARD, Gathered, card_texts, cited_event, compare_pairs, event_page
from .evidence import shown_date
from .frame import Frame
from .front import data_page, home_page, lead_of, made_page, not_found_page, search_page
from .lines import marks_of, shown_title
from .lists import (
    articles_page,
    events_page,
    outlet_page,
    outlets_page,
    stories_page,
    story_page,
    topic_page,
    topics_page,
)
from .opening import opening
from .original import original_page
from .telling import Told
from .views import Named

HOME_SAMPLE = 60
"""Newest events among which the home page picks its lead and its peaks."""
MANY_TOPICS = 400
"""Topics read for the home page: enough for the most used of each kind."""
_CITE = {"cite.ris": cite.ris, "cite.json": cite.csl, "cite.bib": cite.bibtex}
"""What writes each of ``cite.FILES``."""


def home(desk: Desk, _key: str, _part: str) -> Iterator[Page]:
    """The home page."""
    ask = desk.catalogue
    newest = tuple(ask.events(HOME_SAMPLE))
    lead = lead_of(newest)
    frame = desk.frame("")
    coverage = tuple(ask.article_card(id) for id in ask.event(lead.id).articles) if lead else ()
    headline = [card for card in coverage if lead and card.title == lead.title] or coverage[:1]
    told = Told(coverage, marks_of(coverage), frame)
    view = home_page(
        ask.stats(),
        events=newest,
        stories=ask.stories(),
        articles=ask.cards(EVERY, None, 12),
        topics=tuple(islice(ask.topics(), MANY_TOPICS)),
        outlets=ask.outlets(),
        days=ask.days(),
        years=ask.periods(EVERY),
        lead=(lead, coverage) if lead else None,
        lead_opening=opening(lead.title, {c.id: ask.article(c.id) for c in headline}, told) if lead else None,
        frame=frame,
    )
    yield desk.page(view, "")


def article(desk: Desk, key: str, _part: str) -> Iterator[Page]:
    """An article, the page beside its original, and its citations."""
    ask = desk.catalogue
    card = ask.article_card(key)
    path = urls.article(card.slug)
    frame = desk.frame(path)
    if card.rights == "taken-down":
        yield desk.page(taken_down_page(card, frame), path)
        return
    found = ask.article(key)
    beside = _beside(desk, found, card)
    yield desk.page(article_page(found, card, beside, frame), path)
    if card.rights == "full":
        folder = urls.original(card.slug)
        yield desk.page(original_page(found, card, desk.frame(folder)), folder)
    value = published_value(found, beside.around.event if beside.around else None)
    cited = cited_article(found, card, shown_date(value, frame) if value else None, frame)
    yield from _citations((cited,), path, cite.FILES[:1])


def _citations(
    items: tuple[cite.Cited, ...], path: str, files: Sequence[tuple[str, str, str]] = cite.FILES
) -> Iterator[Page]:
    for name, _, _ in files:
        yield Page(f"{path}{name}", _CITE[name](items).encode("utf-8"))


def _beside(desk: Desk, found: Article, card: ArticleCard) -> Beside:
    ask = desk.catalogue
    outlet = ask.outlet(card.source_slug) if card.source_slug else None
    around = _around(desk, card.event) if card.event else None
    return Beside(
        topics=ask.topics_of(found.id),
        versions=ask.versions_of(found.id),
        findings=ask.findings_of(found.capture.key),
        outlet=outlet,
        around=around,
        titles=_titles(found, around),
    )


def _titles(found: Article, around: Around | None) -> dict[str, Named]:
    """Names of the articles that evidence of this one may point to: those of its event."""
    cards = around.articles if around else ()
    return {c.id: Named(c.source or shown_title(c), urls.article(c.slug)) for c in cards if c.id != found.id}


def _around(desk: Desk, event: str) -> Around:
    ask = desk.catalogue
    found, card = ask.event(event), ask.event_card(event)
    before, after = _story_neighbours(desk, card)
    cards = tuple(ask.article_card(id) for id in found.articles)
    return Around(found, card, cards, ask.comparison(event), before, after)


def _story_neighbours(desk: Desk, card: EventCard) -> tuple[EventCard | None, EventCard | None]:
    if not card.story:
        return None, None
    order = desk.catalogue.story(card.story).events
    if card.id not in order:
        return None, None
    at = order.index(card.id)
    before = desk.catalogue.event_card(order[at - 1]) if at else None
    after = desk.catalogue.event_card(order[at + 1]) if at + 1 < len(order) else None
    return before, after


def event(desk: Desk, key: str, _part: str) -> Iterator[Page]:
    """An event, its pairs of articles side by side, and its citations."""
    ask = desk.catalogue
    around = _around(desk, key)
    articles = {c.id: ask.article(c.id) for c in around.articles if c.rights != "taken-down"}
    card = around.card
    story = ask.story(card.story) if card.story else None
    gathered = Gathered(
        around=around,
        articles=articles,
        topics=_topics_of(desk, tuple(articles)),
        left_out={out.article: ask.article_card(out.article) for out in around.event.left_out},
        story=ask.story_card(card.story) if card.story else None,
        timeline=tuple(ask.event_card(id) for id in story.events) if story else (),
    )
    path = urls.event(card.slug)
    frame = desk.frame(path)
    yield desk.page(event_page(gathered, frame), path)
    yield from _picture(around, frame, path)
    slugs = {c.id: c.slug for c in around.articles}
    for a, b in compare_pairs(around):
        folder = urls.compare(card.slug, slugs[a], slugs[b])
        yield desk.page(compare_page(articles[a], articles[b], around, desk.frame(folder)), folder)
    yield from _citations(cited_event(gathered, frame), path)


def _picture(around: Around, frame: Frame, path: str) -> Iterator[Page]:
    texts, fonts = card_texts(around, frame), frame.site.card_fonts
    if texts and fonts:
        title, above, below, archive = texts
        outlets = len(around.card.sources)
        data = picture(title, above=above, below=below, archive=archive, outlets=outlets, fonts=Fonts(*fonts))
        yield Page(f"{path}{CARD}", data)


def _topics_of(desk: Desk, articles: tuple[str, ...]) -> tuple[TopicName, ...]:
    """Topics of several articles, those of most of them first."""
    found: dict[str, TopicName] = {}
    number: dict[str, int] = {}
    for id in articles:
        for card in desk.catalogue.topics_of(id):
            slug = f"{card.kind}/{card.slug}"
            found[slug], number[slug] = card, number.get(slug, 0) + 1
    order = sorted(found, key=lambda slug: (-number[slug], found[slug].label, slug))
    return tuple(found[slug] for slug in order)


def articles(desk: Desk, _key: str, _part: str) -> Iterator[Page]:
    """The newest articles, and the years."""
    ask = desk.catalogue
    cards = ask.cards(EVERY, None, desk.site.per_page)
    view = articles_page(cards, ask.count(EVERY), ask.periods(EVERY), desk.frame("articles/"))
    yield desk.page(view, "articles/")


def events(desk: Desk, _key: str, _part: str) -> Iterator[Page]:
    """The newest events, and the years."""
    ask = desk.catalogue
    newest = tuple(ask.events(desk.site.per_page))
    total = ask.stats().events
    years = []
    if total > len(newest):
        every = (p.period for p in ask.periods(EVERY))
        years = [(year, n) for year in every if (n := len(ask.events_on(year)))]
    yield desk.page(events_page(newest, total, years, desk.frame("events/")), "events/")


def stories(desk: Desk, _key: str, _part: str) -> Iterator[Page]:
    """All stories."""
    yield desk.page(stories_page(desk.catalogue.stories(), desk.frame("stories/")), "stories/")


def story(desk: Desk, key: str, _part: str) -> Iterator[Page]:
    """A story."""
    ask = desk.catalogue
    found, card = ask.story(key), ask.story_card(key)
    path = urls.story(card.slug)
    cards = tuple(ask.event_card(id) for id in found.events)
    reports = (tuple(map(ask.article_card, ask.event(id).articles)) for id in found.events)
    updated = tuple(tuple(one for one in of if one.former) for of in reports)
    yield desk.page(story_page(found, card, cards, updated, desk.frame(path)), path)


def topics(desk: Desk, key: str, _part: str) -> Iterator[Page]:
    """All topics A to Z; those of one kind where the key names it."""
    path = f"{urls.INDEX_FOLDERS[key]}/"
    yield desk.page(topics_page(desk.catalogue.topics(), key, desk.frame(path)), path)


def topic(desk: Desk, key: str, _part: str) -> Iterator[Page]:
    """A subject, person, place or organisation."""
    ask = desk.catalogue
    found, listing = ask.topic(key), Listing("topic", key)
    path = urls.topic(found.kind, key)
    years = ask.periods(listing)
    wanted = [*found.broader, *found.narrower, *(slug for slug, _ in found.related[:24])]
    articles, frame = ask.cards(listing, None, desk.site.per_page), desk.frame(path)
    view = topic_page(
        found,
        articles=articles,
        total=ask.count(listing),
        events=ask.events_of_topic(key, desk.site.per_page),
        periods=years,
        months=_months(ask, listing, years),
        neighbours=_topic_cards(ask, wanted),
        frame=frame,
    )
    yield desk.page(view, path)
    shown = tuple(cite.cited_card(card, frame) for card in articles if card.rights != "taken-down")
    if shown:
        yield from _citations(shown, path)


def _topic_cards(ask: Catalogue, slugs: list[str]) -> tuple[TopicCard, ...]:
    cards = []
    for slug in dict.fromkeys(slugs):
        try:
            cards.append(ask.topic_card(slug))
        except KeyError:
            continue
    return tuple(cards)


def _months(ask: Catalogue, listing: Listing, years: tuple[Period, ...]) -> tuple[Period, ...]:
    """The months of a list of a few years; its years where there are many."""
    dated = [p for p in years if p.period != "undated"]
    if len(dated) > 12:
        return tuple(dated)
    months = [m for year in dated for m in ask.periods(listing, year.period) if len(m.period) == 7]
    return tuple(months)


def outlets(desk: Desk, _key: str, _part: str) -> Iterator[Page]:
    """All outlets."""
    yield desk.page(outlets_page(desk.catalogue.outlets(), desk.frame("sources/")), "sources/")


def outlet(desk: Desk, key: str, _part: str) -> Iterator[Page]:
    """An outlet."""
    ask = desk.catalogue
    listing, path = Listing("source", key), urls.outlet(key)
    years = ask.periods(listing)
    view = outlet_page(
        ask.outlet(key),
        ask.outlet_card(key),
        articles=ask.cards(listing, None, desk.site.per_page),
        periods=years,
        months=_months(ask, listing, years),
        frame=desk.frame(path),
    )
    yield desk.page(view, path)


def search(desk: Desk, _key: str, _part: str) -> Iterator[Page]:
    """The search page."""
    yield desk.page(search_page(desk.frame("search/")), "search/")


def data(desk: Desk, _key: str, _part: str) -> Iterator[Page]:
    """The page on the data files."""
    yield desk.page(data_page(desk.catalogue.stats(), desk.frame("data/")), "data/")


def made(desk: Desk, _key: str, _part: str) -> Iterator[Page]:
    """How this archive was made."""
    yield desk.page(made_page(desk.catalogue.stats(), desk.frame("made/")), "made/")


def not_found(desk: Desk, _key: str, _part: str) -> Iterator[Page]:
    """404.html at the root, with absolute addresses."""
    base = urlsplit(desk.site.settings.url).path.rstrip("/") + "/"
    yield desk.page(not_found_page(desk.frame("", base)), "", "404.html")
