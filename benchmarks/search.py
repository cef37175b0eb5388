"""The search index over real articles: cost to build, bytes to search, and whether it finds what SQLite's FTS5 finds.

    python -m benchmarks.search --shared ../shared [--sizes 5584 10000] [--each 100] [--without-pagefind] [--write]

The articles are those of ../shared/data/linking, newest first (10,000 are 7,620 and 2,380 put together from paragraphs of
two others), with facets of lifelike sizes. Ours and Pagefind index the same articles in the same run, each in a process
of its own (CPU seconds and peak memory of all its processes; ours reads its articles as it goes, Pagefind the pages of a folder). Then a
browser asks both the same queries over a server that counts bytes; ".js" is packed by gzip as hosts do. Relevance and
sets of results are compared with FTS5 over the same articles. ``--write`` keeps the tables in docs/measurements/search.md.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import math
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from . import search_data as data

PAGE = Path("docs/measurements/search.md")
MARK = "<!-- made by benchmarks/search.py: below this line -->"
SCRIPT = Path("themes/broadsheet/static/js/search-index.js")
SLOW = (150e-3, 1.6e6 / 8)
"""Seconds of a round trip and bytes a second of Lighthouse's slow phone link ("slow 4G")."""
TYPICAL = (
    "border wall", "minister resigns", "hurricane damage insurance", '"supreme court" immigration', "trade talks -china",
    '"the state of the union"', "refugees camp", "electio*", "budget deficit republicans", '"in the middle of the night"',
)  # fmt: skip
OURS = """async (queries) => {
  const wait = () => new Promise((done) => setTimeout(done, 30));
  await archiveIndex.open(new URL("search/index/", location.href).href);
  const out = [];
  for (const text of queries) {
    const began = performance.now();
    const found = await archiveIndex.search({ text });
    const lines = await Promise.all(archiveIndex.ordered(found, found.docs, "").slice(0, 10).map(archiveIndex.line));
    const first = performance.now() - began; await wait(); const seen = await (await fetch("/-/count")).json();
    await Promise.all(lines.map(archiveIndex.text)); await wait();
    out.push([found.docs.length, seen, await (await fetch("/-/count")).json(), first]);
  }
  await Promise.all(Object.keys(archiveIndex.start.facets).map(archiveIndex.facet)); await wait();
  out.push([0, await (await fetch("/-/count")).json(), 0, 0]);
  return out;
}"""
THEIRS = """async (queries) => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const out = [];
  for (const text of queries) {
    const began = performance.now();
    const found = await pagefind.search(text);
    const seen = await (await fetch("/-/count")).json();
    await Promise.all(found.results.slice(0, 10).map((one) => one.data()));
    out.push([found.results.length, seen, await (await fetch("/-/count")).json(), performance.now() - began]);
  }
  await pagefind.filters();
  out.push([0, await (await fetch("/-/count")).json(), 0, 0]);
  return out;
}"""


def built(command: list[str]) -> tuple[float, float]:
    """Run a command; return CPU seconds and peak memory in MB of its largest process."""
    process = subprocess.Popen(command)
    _pid, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} ended with {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def index(folder: Path) -> None:
    """Index the articles of ``articles.jsonl``, read one by one, into ``ours``: the process that is measured."""
    from site_gen.model import FacetValue, Searchable
    from site_gen.publish.search import write

    def articles() -> Iterator[Searchable]:
        with (folder / "articles.jsonl").open(encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                values = tuple(FacetValue(*value) for value in row.pop("values"))
                blocks = tuple((anchor, text) for anchor, text in row.pop("blocks"))
                yield Searchable(**row, values=values, blocks=blocks)

    write(folder / "ours" / "search" / "index", articles())


def prepare(found: list[dict[str, str]], folder: Path) -> None:
    """Write the articles for both programs."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "ours" / "search").mkdir(parents=True)
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as file:
        for article in data.searchables(found):
            row = {name: getattr(article, name) for name in article.__dataclass_fields__}
            row["values"] = [(value.facet, value.label, value.key) for value in article.values]
            file.write(json.dumps(row) + "\n")
    shutil.copy(SCRIPT, folder / "ours" / "search-index.js")
    page = '<!doctype html><link rel="icon" href="data:,"><script src="search-index.js"></script>'
    (folder / "ours" / "index.html").write_text(page, encoding="utf-8")


class _Counting(http.server.SimpleHTTPRequestHandler):
    """Serves a folder; counts the bytes of bodies as a host sends them: scripts and JSON packed."""

    sent: ClassVar[dict[str, int]] = {}

    def do_GET(self) -> None:
        """Answer with a file, or with the bytes and files sent so far."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if self.path == "/-/count":
            return self._answer(
                json.dumps([sum(self.sent.values()), len(self.sent)]).encode(), "application/json"
            )
        body = path.read_bytes()
        is_packed = body[:2] == b"\x1f\x8b"
        if not self.path.endswith("/"):
            self.sent[self.path] = len(body if is_packed else gzip.compress(body, 6))
        return self._answer(body, self.guess_type(str(path)))

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield the address of a server over a folder, and what it has sent."""
    sent: dict[str, int] = {}
    handler = type("Handler", (_Counting,), {"sent": sent})
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", sent
    server.shutdown()


def asked(browser: Any, folder: Path, program: str, queries: Sequence[str]) -> list[list[Any]]:
    """Ask a program in a page of its own; return its answers with the bytes and files sent until then."""
    with served(folder) as (address, _sent):
        page = browser.new_context().new_page()
        page.goto(address)
        answers: list[list[Any]] = page.evaluate(program, list(queries))
        page.context.close()
        return answers


def found_by(browser: Any, folder: Path, queries: Sequence[str], limit: int | None) -> list[list[int]]:
    """Return the articles that ours finds for each query, best first, or all in order where there is no limit."""
    script = """async ([queries, limit]) => {
      await archiveIndex.open(new URL("search/index/", location.href).href);
      const out = [];
      for (const text of queries) {
        const found = await archiveIndex.search({ text });
        out.push(limit ? archiveIndex.ordered(found, found.docs, "").slice(0, limit) : found.docs);
      }
      return out;
    }"""
    with served(folder) as (address, _sent):
        page = browser.new_page()
        page.goto(address)
        found: list[list[int]] = page.evaluate(script, [list(queries), limit])
        page.close()
        return found


def pagefind_ranks(browser: Any, folder: Path, queries: Sequence[str]) -> list[list[str]]:
    """Return the addresses of the ten best that Pagefind finds."""
    script = """async (queries) => {
      const pagefind = await import("/pagefind/pagefind.js");
      const out = [];
      for (const text of queries) {
        const found = await pagefind.search(text);
        out.push((await Promise.all(found.results.slice(0, 10).map((one) => one.data()))).map((one) => one.url));
      }
      return out;
    }"""
    with served(folder) as (address, _sent):
        page = browser.new_page()
        page.goto(address)
        found: list[list[str]] = page.evaluate(script, list(queries))
        page.close()
        return found


def size_of(folder: Path) -> tuple[int, float]:
    """Return files and MB of a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files) / 1e6


def seconds(bytes_sent: float, trips: int) -> float:
    """Return how long a slow phone link takes."""
    return trips * SLOW[0] + bytes_sent / SLOW[1]


def costs(found: list[dict[str, str]], folder: Path, browser: Any, with_pagefind: bool) -> list[str]:
    """Return the rows of the table of costs."""
    prepare(found, folder)
    cpu, memory = built([sys.executable, "-m", "benchmarks.search", "--index", str(folder)])
    rows = [
        _row(
            "ours",
            len(found),
            cpu,
            memory,
            folder / "ours",
            folder / "ours" / "search" / "index",
            browser,
            OURS,
        )
    ]
    if with_pagefind:
        data.write_pages(found, folder / "theirs")
        (folder / "theirs" / "index.html").write_text(
            '<!doctype html><link rel="icon" href="data:,">', encoding="utf-8"
        )
        cpu, memory = built([sys.executable, "-m", "pagefind", "--site", str(folder / "theirs"), "--quiet"])
        rows.append(
            _row(
                "Pagefind",
                len(found),
                cpu,
                memory,
                folder / "theirs",
                folder / "theirs" / "pagefind",
                browser,
                THEIRS,
            )
        )
    return rows


def _row(
    name: str, count: int, cpu: float, memory: float, site: Path, made: Path, browser: Any, program: str
) -> str:
    files, size = size_of(made)
    answers = asked(browser, site, program, TYPICAL)
    lines, whole = [a[1][0] for a in answers], [a[2][0] for a in answers[:-1]]
    nexts = [whole[n] - whole[n - 1] for n in range(1, len(whole))]
    facets = lines[-1] - whole[-1]
    parts = f"{lines[0] / 1000:.0f}" if name == "ours" else "–"
    return (
        f"| {count:,} | {name} | {cpu:.1f} | {memory:.0f} | {files:,} | {size:.1f} | {parts} | {whole[0] / 1000:.0f} | "
        f"{sorted(nexts)[len(nexts) // 2] / 1000:.0f} | {max(nexts) / 1000:.0f} | {facets / 1000:.0f} | "
        f"{seconds(lines[0] if name == 'ours' else whole[0], 4):.1f} |"
    )


def agreement(
    found: list[dict[str, str]], folder: Path, browser: Any, each: int, with_pagefind: bool
) -> list[str]:
    """Return the rows of the table that compares with FTS5."""
    db = data.oracle(found)
    rows = []
    for kind, pairs in data.queries(found, each).items():
        mine = found_by(browser, folder / "ours", [ours for ours, _theirs in pairs], None)
        wanted = [
            [
                row[0]
                for row in db.execute("SELECT rowid FROM exact WHERE exact MATCH ? ORDER BY rowid", (theirs,))
            ]
            for _ours, theirs in pairs
        ]
        same = sum(a == b for a, b in zip(mine, wanted, strict=True))
        rows.append(f"| {kind} | {len(pairs)} | {same} | {sum(map(len, wanted)) / len(pairs):.1f} |")
    return [*rows, "", *_relevance(db, found, folder, browser, each, with_pagefind)]


def _relevance(
    db: Any, found: list[dict[str, str]], folder: Path, browser: Any, each: int, with_pagefind: bool
) -> list[str]:
    items = data.known_items(found, each)
    mine = found_by(browser, folder / "ours", [query for query, _item in items], 10)
    theirs, gains = [], []
    for query, _item in items:
        quoted = " ".join(f'"{word}"' for word in query.split())
        rows = db.execute(
            "SELECT rowid, -bm25(stemmed, 5.0, 1.0) AS score FROM stemmed WHERE stemmed MATCH ? ORDER BY score DESC LIMIT 10",
            (quoted,),
        ).fetchall()
        theirs.append([row[0] for row in rows])
        gains.append(dict(rows))
    ndcg = [_ndcg(a, gain) for a, gain in zip(mine, gains, strict=True) if gain]
    overlap = [len(set(a) & set(b)) / len(b) for a, b in zip(mine, theirs, strict=True) if b]
    lines = [
        "| | the article remembered: mean reciprocal rank | first | among ten | nDCG@10 by FTS5's scores | ten best in common |",
        "|---|---|---|---|---|---|",
        f"| ours | {_ranks(mine, items)} | {sum(ndcg) / len(ndcg):.3f} | {sum(overlap) / len(overlap):.1%} |",
        f"| FTS5 (Porter, title × 5) | {_ranks(theirs, items)} | 1 | |",
    ]
    if with_pagefind:
        number = {f"/{data.address(n, row)}": n for n, row in enumerate(found)}
        ranked = pagefind_ranks(browser, folder / "theirs", [query for query, _item in items])
        lines.append(
            f"| Pagefind | {_ranks([[number.get(url, -1) for url in urls] for urls in ranked], items)} | | |"
        )
    return lines


def _ranks(ranked: list[list[int]], items: list[tuple[str, int]]) -> str:
    places = [
        docs.index(item) + 1 if item in docs else 0
        for docs, (_query, item) in zip(ranked, items, strict=True)
    ]
    mean = sum(1 / place for place in places if place) / len(places)
    return f"{mean:.3f} | {sum(place == 1 for place in places) / len(places):.0%} | {sum(place > 0 for place in places) / len(places):.0%}"


def _ndcg(docs: list[int], gain: dict[int, float]) -> float:
    def sums(gains: Sequence[float]) -> float:
        return sum(one / math.log2(n + 2) for n, one in enumerate(gains))

    return sums([gain.get(doc, 0.0) for doc in docs]) / sums(sorted(gain.values(), reverse=True))


def stems(found: list[dict[str, str]]) -> str:
    """Return how often the rules of one half of the vocabulary give the stem of a word of the other half."""
    from collections import Counter

    from site_gen.publish.search.stems import common_rules, rule_of, stemmed
    from site_gen.publish.search.words import words

    often = Counter(word for row in found for word in words(row["text"]))
    listed = sorted(often)
    known = stemmed(listed, {"en": [often[word] for word in listed]})
    rules = common_rules(rule_of(one) for one in known[::2])
    stems_there = {one.stem for one in known[::2]}
    tried = [one for one in known[1::2] if one.stem in stems_there]

    def guessed(word: str) -> set[str]:
        return {
            word[len(r.head) : len(word) - len(r.tail)] + r.end
            for r in rules
            if word.startswith(r.head) and word.endswith(r.tail) and len(word) - len(r.tail) + len(r.end) > 2
        } & stems_there

    right = sum(one.stem in guessed(one.word) for one in tried)
    alone = sum(guessed(one.word) == {one.stem} for one in tried)
    return (
        f"{len(rules)} rules of one half of the vocabulary, tried on the {len(tried):,} words of the other half whose stem the first half "
        f"has: {right / len(tried):.1%} reach their stem, {alone / len(tried):.1%} reach no other."
    )


def main() -> None:
    """Measure and print; with --write, keep the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--folder", type=Path, default=Path(".bench/search"))
    parser.add_argument("--sizes", type=int, nargs="+", default=[5584, 10000])
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--without-pagefind", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--index", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.index:
        index(options.index)
        return
    from playwright.sync_api import sync_playwright

    folder, with_pagefind = options.folder.resolve(), not options.without_pagefind
    began = time.monotonic()
    lines = [
        "| articles | program | CPU s | peak MB | files | MB | kB to the first ten lines | kB with their texts | kB of a next query, median | most | kB of all facets | s to the first results on a slow phone link |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    with sync_playwright() as started:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for size in sorted(options.sizes, reverse=True):
            found = data.rows(options.shared, size)
            lines += costs(found, folder, browser, with_pagefind)
        lines += ["", f"Results of {len(found):,} articles beside FTS5's:", ""]
        lines += ["| queries | asked | same articles | articles a query |", "|---|---|---|---|"]
        lines += agreement(found, folder, browser, options.each, with_pagefind)
        lines += ["", stems(found)]
        browser.close()
    print("\n".join(lines), file=sys.stdout)
    print(f"{time.monotonic() - began:.0f} s", file=sys.stderr)
    if options.write:
        prose = PAGE.read_text(encoding="utf-8").split(MARK)[0]
        PAGE.write_text(f"{prose}{MARK}\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
