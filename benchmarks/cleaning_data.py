"""Pages with gold for measuring the cleaning: sets in folders of ``gold.jsonl`` and gzipped pages.

A set's gold has one object a line: ``id, page, url?, site?, text?, with_?, without?``. The sets are public ones
(docs/measurements/cleaning.md names them); their texts are the publishers' and are not part of this repository.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import warnings
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from site_gen.model import Basis, Capture, Evidence, Given, Sourced
from site_gen.settings import CleanSettings

SETS = ("aeb", "fundus_eval", "cleanportal", "wcxb", "traf")
SETTINGS = CleanSettings()
DEFAULT_DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "cleaning"
_TOKEN = re.compile(r"\w+")
_BLOCKS = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "label",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "select",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
]
_UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "textarea", "select")


@dataclass(frozen=True)
class Example:
    """A page and what its article is."""

    set: str
    id: str
    html: str
    url: str
    site: str
    text: str
    """The article; empty where the set has snippets only."""
    kept: tuple[str, ...] = ()
    """Snippets that must be there."""
    left_out: tuple[str, ...] = ()
    """Snippets that must not."""
    extra: dict[str, str] = field(default_factory=dict)


def load(name: str, data: Path = DEFAULT_DATA, sample: int = 0) -> list[Example]:
    """Return a set's pages in the order of its gold; with ``sample``, whole sites up to about so many pages."""
    rows = [json.loads(line) for line in (data / name / "gold.jsonl").open(encoding="utf-8")]
    if sample:
        rows = rows[:sample]
    out = []
    for row in rows:
        page = gzip.decompress((data / name / row["page"]).read_bytes()).decode("utf-8", "replace")
        url = row.get("url") or ""
        site = row.get("site") or (urlsplit(url).hostname or row["id"])
        kept, left_out = tuple(row.get("with_") or ()), tuple(row.get("without") or ())
        out.append(Example(name, row["id"], page, url, site, row.get("text") or "", kept, left_out))
    return out


def capture(example: Example, text: str | None = None) -> Capture:
    """The capture of a page, or of the text that a scraper left of it; its site given as the source."""
    key = f"{example.set}/{example.id}"
    evidence = Evidence(rule="benchmark", note="site of the set")
    return Capture(
        id="a-" + hashlib.sha256(key.encode()).hexdigest()[:12],
        path=key,
        record=None,
        media_type="text/html" if text is None else "text/plain",
        sha256="",
        size_bytes=0,
        encoding="utf-8",
        encoding_basis="declared",
        text=example.html if text is None else text,
        given=(Given("source", Sourced(example.site, Basis.SUPPLIED, evidence)),),
    )


def scrape(html: str, way: str = "lines") -> str:
    """Return the page's visible text as a scraper leaves it, tags gone.

    ``lines``: one line a block element. ``strings``: one line a text node, as the simplest scrapers do, the title
    element first.
    """
    from bs4 import BeautifulSoup

    warnings.filterwarnings("ignore")
    soup = BeautifulSoup(html, "lxml")
    for element in soup.find_all(_UNSEEN):
        element.decompose()
    if way == "strings":
        return soup.get_text("\n", strip=True)
    if soup.head:
        soup.head.decompose()
    for element in soup.find_all(_BLOCKS):
        element.insert_before("\n")
        element.insert_after("\n")
    lines = (" ".join(line.split()) for line in soup.get_text().split("\n"))
    return "\n".join(line for line in lines if line)


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Count the runs of so many words; a shorter text is one run."""
    words = _TOKEN.findall(text)
    return Counter(
        tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1)) if words[i : i + size]
    )


@dataclass
class Tally:
    """Sums over pages: precision and recall of shingles averaged over pages, their F1, and F1 of snippets."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    pages: dict[str, float] = field(default_factory=dict)
    snippets: Counter[str] = field(default_factory=Counter)

    def add(self, example: Example, text: str) -> None:
        """Count one page's answer."""
        if example.text:
            gold, answer = shingles(example.text), shingles(text)
            right = sum((gold & answer).values())
            if answer:
                self.precision.append(right / sum(answer.values()))
            if gold:
                self.recall.append(right / sum(gold.values()))
            self.pages[example.id] = 2 * right / max(1, sum(gold.values()) + sum(answer.values()))
        flat = " ".join(text.split())
        for snippet in example.kept:
            self.snippets["right" if " ".join(snippet.split()) in flat else "missed"] += 1
        for snippet in example.left_out:
            self.snippets["wrong" if " ".join(snippet.split()) in flat else "avoided"] += 1

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 of bodies, F1 of snippets; each only where the set has gold for it."""
        out: dict[str, float] = {}
        if self.pages:
            p = sum(self.precision) / max(1, len(self.precision))
            r = sum(self.recall) / max(1, len(self.recall))
            out |= {"f1": 2 * p * r / (p + r) if p + r else 0.0, "precision": p, "recall": r}
        if self.snippets:
            s = self.snippets
            out["snippets"] = 2 * s["right"] / max(1, 2 * s["right"] + s["wrong"] + s["missed"])
        return out
