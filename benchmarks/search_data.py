"""Articles, queries and oracle of the search benchmark: real articles, SQLite's FTS5, and Pagefind's pages."""

from __future__ import annotations

import gzip
import json
import random
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path

from site_gen.model import FacetValue, Searchable
from site_gen.publish.search.words import fold, words

SETS = ("background", "roundups", "galaxy", "newscluster")
NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")
NAMES = 12
"""Most used pairs of capitals of an article that stand for its people, places and organisations."""
BORDER = "xborderx"
"""A word between paragraphs for FTS5, so that no phrase of its own runs across."""


def rows(shared: Path, count: int) -> list[dict[str, str]]:
    """Return real articles, newest first; where there are fewer, more are put together from paragraphs of two."""
    found = []
    for name in SETS:
        with gzip.open(shared / "data" / "linking" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            found += [json.loads(line) for line in file]
    found = [{**row, "date": (row.get("date") or "")[:10], "title": row.get("title") or ""} for row in found]
    for n in range(count - len(found)):
        a, b = found[n], found[n + 2500]
        parts = a["text"].split("\n\n")[::2] + b["text"].split("\n\n")[1::2]
        found.append({**a, "id": f"{a['id']}+", "title": b["title"], "text": "\n\n".join(parts)})
    return sorted(found[:count], key=lambda row: (row["date"], row["id"]), reverse=True)


def searchables(found: list[dict[str, str]]) -> Iterator[Searchable]:
    """Yield articles as the index takes them, with facets of lifelike sizes."""
    often = Counter(name for row in found for name in _names(row))
    for n, row in enumerate(found):
        values = [FacetValue("outlet", row.get("source") or "?"), FacetValue("language", "English")]
        values.append(FacetValue("basis", "stated", "stated"))
        values += [FacetValue("topic", row["topic"])] if row.get("topic") else []
        kinds = ("person", "place", "organisation")
        values += [FacetValue(kinds[len(name) % 3], name) for name in _names(row) if often[name] > 1]
        values += [FacetValue("event", found[n // 4 * 4]["title"], f"e{n // 4}")] if n % 3 else []
        blocks = tuple((f"p{at}", text) for at, text in enumerate(paragraphs(row), start=1))
        yield Searchable(row["title"], address(n, row), "en", row["date"], row["date"], tuple(values), blocks)


def _names(row: dict[str, str]) -> list[str]:
    return [name for name, _n in Counter(NAME.findall(row["text"])).most_common(NAMES)]


def paragraphs(row: dict[str, str]) -> list[str]:
    """Return the paragraphs of an article."""
    return [part for part in row["text"].split("\n\n") if part.strip()]


def address(n: int, row: dict[str, str]) -> str:
    """Return the address of an article, as long as those of an archive."""
    return f"articles/{re.sub('[^a-z0-9]+', '-', row['title'].lower())[:60]}-{n}/"


def write_pages(found: list[dict[str, str]], folder: Path) -> None:
    """Write the pages that Pagefind indexes: title, text, and the facets as filters."""
    for row, article in zip(found, searchables(found), strict=True):
        filters = "".join(
            f'<meta data-pagefind-filter="{v.facet}[content]" content="{escape(v.label)}">'
            for v in article.values
        )
        text = "".join(f'<p id="{anchor}">{escape(text)}</p>' for anchor, text in article.blocks)
        page = (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>{filters}'
            f'<meta data-pagefind-sort="date[content]" content="{row["date"]}"></head>'
            f"<body><main data-pagefind-body><h1>{escape(article.title)}</h1>{text}</main></body></html>"
        )
        path = folder / article.url / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(page, encoding="utf-8")


def oracle(found: list[dict[str, str]]) -> sqlite3.Connection:
    """Return FTS5 over the same articles: ``exact`` with words as written, ``stemmed`` with Porter's stems."""
    db = sqlite3.connect(":memory:")
    for name, tokenizer in (
        ("exact", "unicode61 remove_diacritics 2"),
        ("stemmed", "porter unicode61 remove_diacritics 2"),
    ):
        db.execute(f"CREATE VIRTUAL TABLE {name} USING fts5(title, body, tokenize = '{tokenizer}')")
        db.executemany(
            f"INSERT INTO {name}(rowid, title, body) VALUES (?, ?, ?)",
            ((n, row["title"], f" {BORDER} ".join(paragraphs(row))) for n, row in enumerate(found)),
        )
    return db


def queries(found: list[dict[str, str]], each: int, seed: int = 1) -> dict[str, list[tuple[str, str]]]:
    """Return by kind: (query as a reader writes it, query of FTS5). Drawn from the articles themselves."""
    dice = random.Random(seed)
    often = Counter(
        word for row in dice.sample(found, min(1500, len(found))) for word in set(_folded(row["text"]))
    )

    def text() -> list[str]:
        while True:
            row = dice.choice(found)
            if len(part := _folded(dice.choice(paragraphs(row) or [""]))) > 12:
                return part

    def word(part: list[str]) -> str:
        good = [one for one in part if one.isalpha() and len(one) > 3 and 2 < often[one] < 300]
        return dice.choice(good or [one for one in part if one.isalpha()] or ["report"])

    def phrase(part: list[str], size: int) -> str:
        at = dice.randrange(len(part) - size)
        return " ".join(part[at : at + size])

    made: dict[str, list[tuple[str, str]]] = {
        kind: [] for kind in ("word", "two words", "phrase", "phrase and word", "without", "beginning")
    }
    for n in range(each):
        part = text()
        a, b, said = word(part), word(part), phrase(part, 2 + n % 4)
        made["word"].append((f'"{a}"', f'"{a}"'))
        made["two words"].append((f'"{a}" "{b}"', f'"{a}" AND "{b}"'))
        made["phrase"].append((f'"{said}"', f'"{said}"'))
        made["phrase and word"].append((f'"{said}" "{b}"', f'"{said}" AND "{b}"'))
        made["without"].append((f'"{a}" -"{said}"', f'"{a}" NOT "{said}"'))
        made["beginning"].append((f"{a[:5]}*", f'"{a[:5]}" *'))
    return made


def known_items(found: list[dict[str, str]], count: int, seed: int = 2) -> list[tuple[str, int]]:
    """Return (three words of an article's title or first paragraph, the article): a reader who remembers it."""
    dice = random.Random(seed)
    out: list[tuple[str, int]] = []
    while len(out) < count:
        n = dice.randrange(len(found))
        first = " ".join([found[n]["title"], *paragraphs(found[n])[:1]])
        good = sorted({word for word in _folded(first) if word.isalpha() and len(word) > 4})
        if len(good) >= 3:
            out.append((" ".join(dice.sample(good, 3)), n))
    return out


def _folded(text: str) -> list[str]:
    return [fold(word) for word in words(text)]
