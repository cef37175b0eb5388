"""What machines read in a page: Dublin Core, OpenGraph, schema.org, Signposting, COinS.

Follows what citation managers were measured to make of it: ``DC.type`` newspaperArticle with ``DC.source`` and
``DCTERMS.issued``; ``og:type`` article on article pages only; never ``citation_journal_title`` nor
``citation_publication_date``. A date of doubt goes out without its marks; the citation's note says how it is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote_plus, urlencode

import msgspec
from markupsafe import Markup

from site_gen.model import Article, ArticleCard, EventCard

from . import urls
from .compiled import as_html
from .frame import Frame
from .lines import machine_date
from .views import Head, HeadLink, HeadMeta

CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
_COINS = urlencode(
    {"ctx_ver": "Z39.88-2004", "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc", "rft.type": "newspaperArticle"}
)
"""What the ContextObject of every article begins with."""
RIGHTS_NOT_EVALUATED = "http://rightsstatements.org/vocab/CNE/1.0/"


def head(
    frame: Frame,
    title: str,
    *,
    section: str = "",
    description: str = "",
    links: Sequence[HeadLink] = (),
    metas: Sequence[HeadMeta] = (),
    record: dict[str, Any] | None = None,
) -> Head:
    """Return the head of a page: canonical address, the feeds, OpenGraph, and what is given besides."""
    site = frame.site.settings
    full = title if title == site.title or not title else f"{title} · {site.title}"
    canonical = frame.permanent()
    base = [HeadLink("canonical", canonical)] if canonical else []
    if frame.site.has_feeds:
        base += feed_links("", site.title, frame)
    if frame.site.search and canonical:
        kind = "application/opensearchdescription+xml"
        base.append(HeadLink("search", frame.url("opensearch.xml"), kind, site.title))
    is_article = any(meta.name == "og:type" for meta in metas)
    graph = [HeadMeta("og:title", title or site.title, is_property=True)]
    graph.append(HeadMeta("og:site_name", site.title, is_property=True))
    if canonical:
        graph.append(HeadMeta("og:url", canonical, is_property=True))
    if description:
        graph.append(HeadMeta("og:description", description, is_property=True))
    if not is_article:
        graph.append(HeadMeta("og:type", "website", is_property=True))
    return Head(
        title=full or site.title,
        description=description,
        root=frame.root,
        section=section,
        csp=CSP,
        links=(*base, *links),
        metas=(*metas, *graph),
        json_ld=json_ld(record) if record else Markup(""),
    )


def feed_links(list_address: str, title: str, frame: Frame) -> tuple[HeadLink, ...]:
    """Return the links to the feeds of a topic or outlet; to those of the whole archive without an address."""
    kinds = ("application/atom+xml", "application/feed+json")
    return tuple(
        HeadLink("alternate", frame.url(file), kind, title)
        for file, kind in zip(urls.feeds(list_address), kinds, strict=True)
    )


def json_ld(record: dict[str, Any]) -> Markup:
    """Return a schema.org record as JSON that cannot end its script element."""
    return safe_json({"@context": "https://schema.org", **record})


def safe_json(record: dict[str, Any]) -> Markup:
    """Return JSON that cannot end the script element it stands in."""
    text = msgspec.json.encode(record).decode()
    return as_html(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def article_metas(article: Article, card: ArticleCard) -> tuple[HeadMeta, ...]:
    """Return Dublin Core and OpenGraph of an article, as citation managers read them."""
    language = "" if article.language.value == "und" else article.language.value
    metas = [HeadMeta("DC.title", card.title, language=language), HeadMeta("DC.type", "newspaperArticle")]
    if card.source:
        metas.append(HeadMeta("DC.source", card.source))
    if issued := machine_date(card.date):
        metas.append(HeadMeta("DCTERMS.issued", issued))
    metas.extend(HeadMeta("DC.creator", author.value) for author in article.authors)
    if language:
        metas.append(HeadMeta("DC.language", language))
    metas.append(HeadMeta("DC.identifier", article.id))
    if article.url:
        metas.append(HeadMeta("DCTERMS.isVersionOf", article.url.value))
    metas.append(HeadMeta("og:type", "article", is_property=True))
    return tuple(metas)


def article_record(
    article: Article, card: ArticleCard, frame: Frame, *, about: Sequence[str] = ()
) -> dict[str, Any]:
    """Return an article as schema.org NewsArticle; what is unknown is left out."""
    record: dict[str, Any] = {"@type": "NewsArticle", "headline": card.title, "identifier": article.id}
    if frame.permanent():
        record["url"] = frame.permanent()
    if article.language.value != "und":
        record["inLanguage"] = article.language.value
    if published := machine_date(card.date):
        record["datePublished"] = published
    if article.modified and (modified := machine_date(article.modified.value)):
        record["dateModified"] = modified
    if article.authors:
        record["author"] = [{"@type": "Person", "name": author.value} for author in article.authors]
    if card.source:
        record["publisher"] = {"@type": "NewsMediaOrganization", "name": card.source}
    if article.place:
        record["dateline"] = article.place.value
        record["locationCreated"] = {"@type": "Place", "name": article.place.value}
    if article.section:
        record["articleSection"] = article.section.value
    if article.url:
        record["isBasedOn"] = article.url.value
    if about:
        record["keywords"] = list(about)
    record["wordCount"] = article.words
    record["isPartOf"] = {"@type": "ArchiveComponent", "name": frame.site.settings.title}
    return record


def event_record(card: EventCard, articles: Sequence[ArticleCard], frame: Frame) -> dict[str, Any]:
    """Return an event's page as schema.org CollectionPage about an Event."""
    about: dict[str, Any] = {"@type": "Event", "name": card.title}
    if day := machine_date(card.date):
        about["startDate"] = day
    if card.place:
        about["location"] = {"@type": "Place", "name": card.place}
    parts = [
        {"@type": "NewsArticle", "headline": a.title, **_address(frame, urls.article(a.slug))}
        for a in articles
        if a.rights != "taken-down"
    ]
    return {
        "@type": "CollectionPage",
        "name": card.title,
        **_address(frame),
        "about": about,
        "hasPart": parts,
    }


def collection_record(title: str, frame: Frame, about: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a list's page as schema.org CollectionPage."""
    record: dict[str, Any] = {"@type": "CollectionPage", "name": title, **_address(frame)}
    return {**record, "about": about} if about else record


def site_record(frame: Frame) -> dict[str, Any]:
    """Return the archive as schema.org ArchiveOrganization's collection."""
    site = frame.site.settings
    record: dict[str, Any] = {
        "@type": "WebSite",
        "name": site.title,
        "inLanguage": site.language,
        **_address(frame),
    }
    if site.description:
        record["description"] = site.description
    if site.author:
        record["publisher"] = {"@type": "Organization", "name": site.author}
    return record


def _address(frame: Frame, address: str | None = None) -> dict[str, str]:
    url = frame.permanent(address)
    return {"url": url} if url else {}


def signposts(
    frame: Frame,
    *,
    rights_uri: str,
    original: str = "",
    event: str = "",
    files: Sequence[tuple[str, str]] = (),
) -> tuple[HeadLink, ...]:
    """Return the typed links of an article: original (RFC 7089: the page that was captured), cite-as, type, license, collection, describedby.

    ``files`` are (address, media type). When it was captured no link of HTML can say.
    """
    links = [HeadLink("original", original)] if original else []
    if frame.permanent():
        links.append(HeadLink("cite-as", frame.permanent()))
    links.append(HeadLink("type", "https://schema.org/NewsArticle"))
    links.append(HeadLink("license", rights_uri))
    if event:
        links.append(HeadLink("collection", event))
    links.extend(HeadLink("describedby", address, media_type) for address, media_type in files)
    return tuple(links)


def picture_metas(frame: Frame, name: str, alt: str) -> tuple[HeadMeta, ...]:
    """Return the metas of a page's picture, a file of 800 by 420 pixels in its folder."""
    return (
        HeadMeta("og:image", frame.permanent(f"{frame.path}{name}"), is_property=True),
        HeadMeta("og:image:width", "800", is_property=True),
        HeadMeta("og:image:height", "420", is_property=True),
        HeadMeta("og:image:alt", alt, is_property=True),
        HeadMeta("twitter:card", "summary_large_image"),
    )


def items(frame: Frame, addresses: Sequence[str]) -> tuple[HeadLink, ...]:
    """Return the typed links of a page that gathers articles: cite-as, type, and an item each."""
    made = [HeadLink("cite-as", frame.permanent())] if frame.permanent() else []
    made.append(HeadLink("type", "https://schema.org/CollectionPage"))
    return (*made, *(HeadLink("item", frame.url(address), "text/html") for address in addresses))


def coins(card: ArticleCard, frame: Frame) -> str:
    """Return an article as a ContextObject in a span's title: citation managers take it as newspaperArticle."""
    fields = [("rft.title", card.title)]
    if card.source:
        fields.append(("rft.source", card.source))
    if issued := machine_date(card.date):
        fields.append(("rft.date", issued))
    fields.extend(("rft.creator", author) for author in card.authors)
    if card.language != "und":
        fields.append(("rft.language", card.language))
    if address := frame.permanent(urls.article(card.slug)):
        fields.append(("rft.identifier", address))
    return "&".join([_COINS, *(f"{name}={_percent_encoded(value)}" for name, value in fields)])


@lru_cache(maxsize=1024)
def _percent_encoded(text: str) -> str:
    return quote_plus(text)
