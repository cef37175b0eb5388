"""``site_gen init``: a new content folder with commented examples of every file an archivist keeps."""

from __future__ import annotations

from pathlib import Path

from .errors import ContentError

FILES: tuple[tuple[str, str], ...] = (
    (
        "archive.toml",
        """# Settings of this archive. Every setting has a default; docs/reference/settings.md lists them all.

[site]
title = "My news archive"
# description = "What it holds, in one sentence."
language = "en"
# url = "https://archive.example.org/"   # where it will be hosted: feeds and the sitemap need it
""",
    ),
    (
        "metadata.csv",
        "path,title,source,agency,authors,published,place,language,section,url,rights,topics,captured\n",
    ),
    (
        "sources.toml",
        """# Outlets: their main name, other names, domains. Uncomment and change.

# [example-herald]
# name = "The Example Herald"
# aliases = ["Example Herald"]
# domains = ["herald.example"]
# kind = "publisher"          # or "agency"
# rights = "full"             # or "excerpt", "metadata-only"
""",
    ),
    (
        "topics.toml",
        """# The vocabulary: subjects with the words that assign them; people, places and organisations with their aliases.

# [[topic]]
# label = "Floods"
# kind = "subject"            # or "person", "place", "organisation"
# terms = ["flood", "flooding", "high water"]

# [[topic]]
# label = "United Nations"
# kind = "organisation"
# aliases = ["UN", "U.N."]
""",
    ),
    ("decisions.csv", "kind,a,b,value,who,why\n"),
    (
        "pages/about.md",
        """---
title: About this archive
lang: en
---
This archive brings together what different outlets reported. Articles on one event stand on one page, so that readers see
what they share, whom they quote, and where they differ. Nothing is added: what was found out about an article says on what it
rests.
""",
    ),
    (
        "captures/.keep",
        "Put captured articles here, in any folders: .txt .html .md .json .jsonl .warc(.gz) .wacz .mhtml .webarchive\n",
    ),
)


def make(folder: Path) -> tuple[list[Path], list[Path]]:
    """Write the files that are missing; return them, and those that were there. Nothing that exists is touched.

    Raises ContentError where the folder cannot be written.
    """
    made: list[Path] = []
    kept: list[Path] = []
    for name, text in FILES:
        path = folder / name
        if path.exists():
            kept.append(path)
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise ContentError(f"{path}: cannot be written: {error.strerror}.") from error
        made.append(path)
    return made, kept
