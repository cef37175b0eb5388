"""What a bag holds, for repositories that read RO-Crate 1.1 (researchobject.org): one small file of JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from . import __version__
from .render.records import FILES
from .settings import SiteSettings

METADATA = "ro-crate-metadata.json"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_RIGHTS = "http://rightsstatements.org/vocab/CNE/1.0/"
_PARTS = (
    ("content/", "Content folder", "The captures as they came, and what the keeper of the archive supplied and decided."),
    ("site/", "Site", "The archive as it is published: pages, open data, search index, checksums."),
)  # fmt: skip


def ro_crate(site: SiteSettings, day: date, paths: Collection[str]) -> bytes:
    """Return the description of an archive and its site. ``paths`` are those of the files beside it; the data files among them are described."""
    data = [(f"site/data/{name}.jsonl", name, what) for name, _kind, what in FILES]
    files: list[dict[str, Any]] = [
        {
            "@id": path,
            "@type": "File",
            "name": name,
            "description": what,
            "encodingFormat": "application/x-ndjson",
        }
        for path, name, what in data
        if path in paths
    ]
    parts = [{"@id": id, "@type": "Dataset", "name": name, "description": what} for id, name, what in _PARTS]
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": site.title,
        "description": site.description or f"{site.title}: captured news articles and the site made of them.",
        "datePublished": day.isoformat(),
        "license": {"@id": _RIGHTS},
        "hasPart": [{"@id": part["@id"]} for part in (*parts, *files)],
    }
    if site.url:
        root["url"] = site.url
    people = [{"@id": "#keeper", "@type": "Organization", "name": site.author}] if site.author else []
    if people:
        root["publisher"] = {"@id": "#keeper"}
    about = {
        "@id": METADATA,
        "@type": "CreativeWork",
        "conformsTo": {"@id": _PROFILE},
        "about": {"@id": "./"},
        "description": f"Written by site_gen {__version__}.",
    }
    rights = {
        "@id": _RIGHTS,
        "@type": "CreativeWork",
        "name": "Copyright Not Evaluated",
        "description": "The articles are their publishers'; site/data/articles.jsonl says what is known of each.",
    }
    graph = [about, root, *parts, *files, rights, *people]
    return json.dumps(
        {"@context": f"{_PROFILE}/context", "@graph": graph}, ensure_ascii=False, indent=1
    ).encode()
