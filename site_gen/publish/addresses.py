"""Addresses for machines: sitemap, robots.txt, and redirects of what has moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

SITEMAP_URLS = 50_000
"""Most addresses in one sitemap file (sitemaps.org protocol 0.9)."""

_NOT_LISTED = ("404.html",)


def sitemap_files(site_url: str, names: Sequence[str]) -> list[tuple[str, bytes]]:
    """Return the sitemap of pages (paths of ``index.html`` files), split with an index where there are too many.

    Nothing without an address of the site: the protocol asks for absolute ones.
    """
    if not site_url:
        return []
    base = site_url.rstrip("/")
    urls = [f"{base}/{name.removesuffix('index.html')}" for name in sorted(names) if name not in _NOT_LISTED]
    parts = [urls[i : i + SITEMAP_URLS] for i in range(0, len(urls), SITEMAP_URLS)]
    if len(parts) <= 1:
        return [("sitemap.xml", _sitemap("urlset", "url", urls))]
    files = [(f"sitemap-{n}.xml", _sitemap("urlset", "url", part)) for n, part in enumerate(parts, start=1)]
    return [
        ("sitemap.xml", _sitemap("sitemapindex", "sitemap", [f"{base}/{name}" for name, _data in files])),
        *files,
    ]


def _sitemap(root: str, item: str, urls: Iterable[str]) -> bytes:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    lines += [f"<{item}><loc>{escape(url)}</loc></{item}>" for url in urls]
    return "\n".join([*lines, f"</{root}>", ""]).encode()


def robots(site_url: str) -> bytes:
    """Return robots.txt: everything may be read, originals are not for indexes."""
    lines = ["User-agent: *", "Disallow: /originals/", "Disallow: /search/index/"]
    lines += [f"Sitemap: {site_url.rstrip('/')}/sitemap.xml"] if site_url else []
    return "\n".join([*lines, ""]).encode()


def opensearch(site_url: str, title: str, description: str) -> bytes:
    """Return the OpenSearch 1.1 description by which a browser or a citation manager searches the archive.

    ``ShortName`` takes sixteen characters, ``LongName`` 48, ``Description`` 1024.
    """
    name = title if len(title) <= 16 else f"{title[:15].rstrip()}…"
    template = f"{site_url.rstrip('/')}/search/?q={{searchTerms}}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{escape(name)}</ShortName>",
        f"<LongName>{escape(title[:48])}</LongName>",
        f"<Description>{escape((description or title)[:1024])}</Description>",
        f'<Url type="text/html" template="{escape(template)}"/>',
        "<InputEncoding>UTF-8</InputEncoding>",
        "</OpenSearchDescription>",
        "",
    ]
    return "\n".join(lines).encode()


def redirect_files(moved: Sequence[tuple[str, str]]) -> list[tuple[str, bytes]]:
    """Return ``_redirects`` for hosts that read it, and a page at each old address for those that do not.

    ``moved`` holds (old address, new address), from the root without a leading slash.
    """
    if not moved:
        return []
    lines = "".join(f"/{old} /{new} 301\n" for old, new in sorted(moved))
    files = [("_redirects", lines.encode())]
    for old, new in sorted(moved):
        target = escape("../" * old.rstrip("/").count("/") + "../" + new)
        page = (
            f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Moved</title>\n'
            f'<meta name="robots" content="noindex">\n<meta http-equiv="refresh" content="0; url={target}">\n'
            f'<p>This page has moved: <a href="{target}">go there</a>.</p>\n</html>\n'
        )
        files.append((f"{old}index.html", page.encode()))
    return files
