"""What machines harvest from the sample archive: feeds, sitemap, structured data, citations, typed links, weights."""

from __future__ import annotations

import gzip
import json
import re
from datetime import datetime
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs
from xml.etree import ElementTree

import pytest

from .sample import ROOT, Sample

SITE = "https://example.org/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

SCHEMA_ORG = {
    "NewsArticle": "headline identifier url inLanguage datePublished dateModified author publisher dateline locationCreated "
    "articleSection isBasedOn keywords wordCount isPartOf license",
    "CollectionPage": "name url about hasPart mainEntity isPartOf",
    "Event": "name startDate location",
    "WebSite": "name url inLanguage description publisher",
    "Person": "name sameAs",
    "Place": "name sameAs geo",
    "GeoCoordinates": "latitude longitude",
    "Organization": "name sameAs",
    "NewsMediaOrganization": "name sameAs",
    "ArchiveComponent": "name url",
    "Thing": "name sameAs",
}
"""Types and, for each, properties that schema.org 29 defines for it or for a type above it; no others may be used."""

CSL = {
    "id", "type", "title", "author", "container-title", "issued", "accessed", "language", "URL", "archive", "note",
}  # fmt: skip
"""Variables of CSL 1.0.2 that the archive uses."""


def _local(english: Sample, address: str) -> Path:
    assert address.startswith(SITE), address
    path = english.folder / address.removeprefix(SITE)
    return path / "index.html" if path.is_dir() else path


def test_every_feed_is_valid_atom(english: Sample) -> None:
    """RFC 4287: id, title and updated of the feed and of each entry, which are unique and lead to pages."""
    feeds = sorted(english.folder.rglob("*.atom.xml"))
    assert {"feeds", "topics", "people", "sources"} <= {
        path.relative_to(english.folder).parts[0] for path in feeds
    }
    for path in feeds:
        root = ElementTree.parse(path).getroot()
        assert root.tag == f"{ATOM}feed"
        for node in (root, *root.iter(f"{ATOM}entry")):
            assert all(node.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated")), path
            updated = node.findtext(f"{ATOM}updated") or ""
            assert datetime.fromisoformat(updated).tzinfo is not None, (path, updated)
        entries = list(root.iter(f"{ATOM}entry"))
        assert 0 < len(entries) <= 50
        assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries), path
        for entry in entries:
            link = entry.find(f"{ATOM}link")
            assert link is not None and _local(english, link.get("href", "")).is_file(), path


FEED_KEYS = {"version", "title", "home_page_url", "feed_url", "description", "authors", "language", "items"}
ITEM_KEYS = {"id", "url", "external_url", "title", "content_text", "date_published", "authors", "language"}
"""Of JSON Feed 1.1, those that the archive uses; all but the optional ones must be there."""


def test_every_json_feed_is_valid_and_says_what_the_atom_feed_says(english: Sample) -> None:
    """JSON Feed 1.1, field by field; one beside each Atom feed, with its entries; the pages of both name both."""
    files = sorted(english.folder.rglob("*.atom.xml"))
    assert len(files) == len(list(english.folder.rglob("feed.json"))) + 1
    for path in files:
        other = path.with_name(path.name.replace(".atom.xml", ".json"))
        feed = json.loads(other.read_text(encoding="utf-8"))
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert {"title", "home_page_url", "feed_url", "items"} <= feed.keys() <= FEED_KEYS
        assert feed["feed_url"] == SITE + other.relative_to(english.folder).as_posix()
        home = _local(english, feed["home_page_url"])
        for name, kind in ((path.name, "application/atom+xml"), (other.name, "application/feed+json")):
            assert re.search(
                f'<link rel="alternate" href="[^"]*{name}" type="{re.escape(kind)}"', home.read_text()
            )
        for item in feed["items"]:
            assert {"id", "url", "title", "content_text", "date_published"} <= item.keys() <= ITEM_KEYS
            texts = (value for key, value in item.items() if key != "authors")
            assert all(isinstance(value, str) for value in texts), other
            assert datetime.fromisoformat(item["date_published"]).tzinfo is not None
            assert all(set(author) == {"name"} for author in item.get("authors", ()))
        entries = ElementTree.parse(path).getroot().iter(f"{ATOM}entry")
        assert [(item["url"], item["date_published"][:10]) for item in feed["items"]] == [
            (entry.find(f"{ATOM}link").get("href"), entry.findtext(f"{ATOM}updated")[:10])  # type: ignore[union-attr,index]
            for entry in entries
        ]


def test_the_sitemap_lists_every_page_once(english: Sample) -> None:
    """Absolute addresses of files that are there, none of a page that only leads on; robots.txt names it."""
    root = ElementTree.parse(english.folder / "sitemap.xml").getroot()
    listed = [node.text or "" for node in root.iter(f"{MAP}loc")]
    pages = {
        SITE + name.removesuffix("index.html")
        for name in english.pages
        if name.endswith("index.html") and 'http-equiv="refresh"' not in english.read(name)
    }
    assert sorted(listed) == sorted(pages)
    assert f"Sitemap: {SITE}sitemap.xml" in english.read("robots.txt")


def _check(record: dict[str, object], where: str) -> None:
    kind = str(record["@type"])
    assert kind in SCHEMA_ORG, (where, kind)
    for name, value in record.items():
        assert name.startswith("@") or name in SCHEMA_ORG[kind].split(), (where, kind, name)
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                _check(inner, where)


def test_structured_data_uses_terms_of_schema_org(english: Sample) -> None:
    """Each record parses; its types have its properties; articles say headline, outlet and date."""
    kinds = set()
    for name in english.pages:
        for block in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', english.read(name), re.DOTALL
        ):
            record = json.loads(block)
            assert record["@context"] == "https://schema.org"
            _check(record, name)
            kinds.add(record["@type"])
    assert {"NewsArticle", "CollectionPage", "WebSite"} <= kinds


def test_an_article_is_one_that_zotero_takes_whole(english: Sample) -> None:
    """Dublin Core as measured with its translators, and nothing that would turn it into a journal's."""
    page = english.read(english.kinds["article"] + "index.html")
    for part in (
        'name="DC.title"', 'name="DC.type" content="newspaperArticle"', 'name="DC.source"', 'name="DCTERMS.issued"',
        'name="DC.creator"', 'property="og:type" content="article"', 'rel="cite-as"', 'rel="describedby"', 'rel="license"',
        'rel="canonical"', 'rel="search"', 'type="application/atom+xml"',
    ):  # fmt: skip
        assert part in page, part
    assert "citation_journal_title" not in page and "citation_publication_date" not in page


def test_an_article_names_the_page_that_was_captured(english: Sample) -> None:
    """As its original (RFC 7089), where its address is known and may be shown; no other page names one."""
    lines = (english.folder / "data" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    known = {
        f"{one['url']}index.html": one["original_url"]["value"]
        for one in map(json.loads, lines)
        if one["original_url"]
    }
    assert known
    named = {
        name: unescape(found[1])
        for name in english.pages
        if (found := re.search(r'<link rel="original" href="([^"]*)">', english.read(name)))
    }
    assert named == known


@pytest.mark.parametrize("kind", ["event", "topic"])
def test_a_page_of_several_offers_all_its_articles_at_once(english: Sample, kind: str) -> None:
    """COinS: a newspaper article each, with outlet and title."""
    page = english.read(english.kinds[kind] + "index.html")
    found = [
        parse_qs(item.replace("&amp;", "&")) for item in re.findall(r'class="Z3988" title="([^"]+)"', page)
    ]
    assert len(found) > 1
    assert all(
        item["rft.type"] == ["newspaperArticle"] and item["rft.source"] and item["rft.title"]
        for item in found
    )


def test_every_citation_file_says_newspaper_article(english: Sample) -> None:
    """CSL-JSON has CSL's variables only; RIS and BibTeX have a record for each."""
    files = sorted(english.folder.rglob("cite.json"))
    assert files
    for path in files:
        items = json.loads(path.read_text(encoding="utf-8"))
        assert items, path
        for item in items:
            assert item["type"] == "article-newspaper" and set(item) <= CSL, path
            for name in ("issued", "accessed"):
                parts = item.get(name, {}).get("date-parts", [[1]])
                assert all(isinstance(part, int) for part in parts[0]), path
        assert (path.parent / "cite.ris").read_bytes().count(b"TY  - NEWS\r\n") == len(items)
        assert len(re.findall(r"^@article{", (path.parent / "cite.bib").read_text("utf-8"), re.M)) == len(
            items
        )


def test_an_article_has_few_files(english: Sample) -> None:
    """Its page, the page beside its original, and one file for citation managers."""
    folder = english.folder / english.kinds["article"]
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()) == [
        "cite.ris", "index.html", "original/index.html",
    ]  # fmt: skip


def _zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def test_pages_stay_light(english: Sample) -> None:
    """An article with style and script in 60 kB as a host sends them, fonts in files apart; an event in 200."""
    shared = _zipped(english.folder / "theme/css/site.css") + _zipped(english.folder / "theme/js/site.js")
    pages = [p for p in english.pages if re.fullmatch(r"articles/[^/]+/index\.html", p)]
    assert max(_zipped(english.folder / name) for name in pages) + shared < 60_000
    events = [p for p in english.pages if re.fullmatch(r"events/[^/]+/index\.html", p)]
    assert max(_zipped(english.folder / name) for name in events) + shared < 200_000
    assert shared < 22_000


def test_the_policy_of_the_host_is_that_of_the_pages(english: Sample) -> None:
    """netlify.toml allows no more than the pages do themselves, but frames, which only a header can forbid."""
    import tomllib

    rules = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))["headers"]
    header = next(rule for rule in rules if rule["for"] == "/*")["values"]["Content-Security-Policy"]
    page = english.read("index.html")
    own = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert own is not None
    parts = {part.strip() for part in own[1].replace("&#39;", "'").split(";")}
    sent = {part.strip() for part in header.split(";")}
    assert parts <= sent
    assert sent - parts <= {"frame-ancestors 'none'", "manifest-src 'self'"}
