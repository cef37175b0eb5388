"""Title, authors and date of HTML pages beside trafilatura, and of the same pages as text, in one run each.

    python -m benchmarks.metadata [--text] [--data ../shared/data/cleaning] [--sample N] [--no-write]

Exact means: the title's letters and digits, the set of authors, the day. A title is near with an F1 of .8 of its words. A
date or author is wrong where another is claimed, and "claimed" where the gold has none. Seconds are CPU seconds of this
process. ``--text``: of all visible lines of the pages, tags gone, the pages of a site cleaned together; the sites stand in
two halves by a hash, of which rules are mended on the first alone. Writes its table into docs/measurements/metadata.md.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from site_gen import clean, describe
from site_gen.model import Body, Capture
from site_gen.settings import CleanSettings, DescribeSettings

from . import cleaning_data
from .cleaning import put_table

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "cleaning"
REPORT = Path(__file__).resolve().parents[1] / "docs" / "measurements" / "metadata.md"
SETS = ("fundus_meta", "wcxb")
FIGURES = (
    "title exact", "authors exact", "authors claimed where none", "date exact", "date wrong", "date claimed where none",
)  # fmt: skip
TEXT_FIGURES = (
    "title exact", "title near", "authors exact", "authors wrong", "authors claimed where none",
    "date exact", "date wrong", "date claimed where none",
)  # fmt: skip
NEAR = 0.8
"""Least F1 of a title's words at which it is the title with small differences."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program says of a page."""

    title: str
    authors: tuple[str, ...]
    date: str | None


Program = Callable[[str, str, str], Answer]
"""(id, markup, address) to its answer."""


def ours(id: str, markup: str, url: str) -> Answer:
    """Cleaned alone, then described."""
    capture = Capture(
        id, id, None, "text/html", "0" * 64, len(markup), "utf-8", "utf-8", markup, (), None, url
    )
    body, _ = clean.body(capture, site_lines=None, decisions=(), settings=CleanSettings())
    return described(capture, body)


def described(capture: Capture, body: Body) -> Answer:
    """What is found of a cleaned capture."""
    article, _ = describe.article(
        capture, body, outlets=(), vocabulary=(), decisions=(), settings=DescribeSettings()
    )
    date = article.published.value[:10] if article.published else None
    return Answer(article.title.value, tuple(a.value for a in article.authors), date)


def trafilaturas(_id: str, markup: str, url: str) -> Answer:
    """trafilatura's metadata, which asks htmldate for the date."""
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(markup, default_url=url)
    if found is None:
        return Answer("", (), None)
    authors = tuple(a.strip() for a in (found.author or "").split(";") if a.strip())
    return Answer(found.title or "", authors, found.date)


def pages(name: str, data: Path, sample: int) -> Iterator[tuple[dict[str, object], str]]:
    """The gold and markup of each page; every ``sample``-th only, where that is more than one."""
    with (data / name / "gold.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % max(1, sample) == 0:
                gold = json.loads(line)
                yield (
                    gold,
                    gzip.decompress((data / name / gold["page"]).read_bytes()).decode("utf-8", "replace"),
                )


def letters(text: object) -> str:
    """A title as it is compared."""
    return re.sub(r"\W+", "", str(text or "").lower())


def likeness(title: str, answer: str) -> float:
    """The F1 of the words of a title and of an answer; 1 where their letters are the same."""
    if letters(title) == letters(answer):
        return 1.0
    gold, ours = (Counter(re.findall(r"\w+", text.lower())) for text in (title, answer))
    return 2 * sum((gold & ours).values()) / max(1, sum(gold.values()) + sum(ours.values()))


def people(names: object) -> set[str]:
    """A set of authors as it is compared."""
    listed = names if isinstance(names, list | tuple) else [names] if names else []
    return {re.sub(r"\W+", " ", re.sub(r"(?i)^by ", "", str(n))).strip().lower() for n in listed} - {""}


def score(gold: dict[str, object], answer: Answer, counts: Counter[str]) -> None:
    """Count what is right of one page, and what it could have been."""
    counts["of title exact"] += 1
    counts["of title near"] += 1
    counts["title exact"] += letters(gold["title"]) == letters(answer.title)
    counts["title near"] += likeness(str(gold["title"] or ""), answer.title) >= NEAR
    theirs = people(answer.authors)
    if wanted := people(gold.get("authors")):
        counts["of authors exact"] += 1
        counts["of authors wrong"] += 1
        counts["authors exact"] += wanted == theirs
        counts["authors wrong"] += bool(theirs) and wanted != theirs
    else:
        counts["of authors claimed where none"] += 1
        counts["authors claimed where none"] += bool(theirs)
    day = (answer.date or "")[:10]
    if gold.get("date"):
        counts["of date exact"] += 1
        counts["of date wrong"] += 1
        counts["date exact"] += day == str(gold["date"])[:10]
        counts["date wrong"] += bool(day) and day != str(gold["date"])[:10]
    else:
        counts["of date claimed where none"] += 1
        counts["date claimed where none"] += bool(day)


def measure(program: Program, name: str, data: Path, sample: int) -> list[str]:
    """The figures of one program on one set, as they stand in the table."""
    counts: Counter[str] = Counter()
    seconds, number = 0.0, 0
    for gold, markup in pages(name, data, sample):
        start = time.process_time()
        answer = program(str(gold["id"]), markup, str(gold.get("url") or ""))
        seconds, number = seconds + time.process_time() - start, number + 1
        score(gold, answer, counts)
    shares = [f"{counts[f] / counts['of ' + f]:.3f}" if counts["of " + f] else "–" for f in FIGURES]
    return [*shares, f"{1000 * seconds / max(1, number):.0f}"]


def is_unseen(site: str) -> bool:
    """Whether a site is of the half that no rule was mended on, by a hash of its name."""
    return hashlib.sha256(site.encode()).digest()[0] % 2 == 1


def text_answers(examples: Sequence[cleaning_data.Example], way: str) -> dict[str, Answer]:
    """What is found of the pages as text, the pages of each site cleaned together."""
    sites = defaultdict(list)
    for example in examples:
        text = cleaning_data.scrape(example.html, way)
        sites[example.site].append((example.id, cleaning_data.capture(example, text)))
    answers = {}
    for site in sorted(sites):
        bodies = clean.bodies([capture for _, capture in sites[site]], CleanSettings())
        for (id, capture), body in zip(sites[site], bodies, strict=True):
            answers[id] = described(capture, body)
    return answers


def text_rows(name: str, data: Path, sample: int) -> Iterator[str]:
    """The rows of a set: both forms of lines, each for the half of the sites that was looked at and for the other."""
    golds = {str(gold["id"]): gold for gold, _ in pages(name, data, sample)}
    examples = [example for example in cleaning_data.load(name, data) if example.id in golds]
    for way in ("lines", "strings"):
        answers = text_answers(examples, way)
        for half, unseen in (("looked at", False), ("not looked at", True)):
            counts: Counter[str] = Counter()
            for example in examples:
                if is_unseen(example.site) is unseen:
                    score(golds[example.id], answers[example.id], counts)
            shown = [
                f"{counts[f]} of {counts['of ' + f]}" if counts["of " + f] else "–" for f in TEXT_FIGURES
            ]
            yield f"| {name} | {WAYS[way]} | {half} | {' | '.join(shown)} |"


WAYS = {"lines": "a block element", "strings": "a text node"}
"""What a line of the text is."""


def text_table(data: Path, sample: int) -> list[str]:
    """The table of the pages as text, printed while it is made."""
    table = [
        f"| set | a line is | sites | {' | '.join(TEXT_FIGURES)} |",
        "|" + "---|" * (len(TEXT_FIGURES) + 3),
    ]
    for name in SETS:
        for row in text_rows(name, data, sample):
            table.append(row)
            print(row, flush=True)
    return table


def page_table(data: Path, sample: int) -> list[str]:
    """The table of HTML pages, printed while it is made."""
    programs: tuple[tuple[str, Program], ...] = (
        ("site_gen (clean and describe)", ours),
        (f"trafilatura {version('trafilatura')}", trafilaturas),
    )
    table = [f"| set | program | {' | '.join(FIGURES)} | CPU ms a page |", "|" + "---|" * (len(FIGURES) + 3)]
    for name in SETS:
        for label, program in programs:
            table.append(f"| {name} | {label} | {' | '.join(measure(program, name, data, sample))} |")
            print(table[-1], flush=True)
    return table


TABLE = "<!-- table: python -m benchmarks.metadata -->"
TEXT_TABLE = "<!-- table: python -m benchmarks.metadata --text -->"


def main() -> None:
    """Measure, print, and write the table into the report."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    options.add_argument("--text", action="store_true", help="of the pages as text, tags gone")
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--sample", type=int, default=1, help="every so many-th page only")
    options.add_argument("--no-write", action="store_true")
    given = options.parse_args()
    mark, table = (TEXT_TABLE, text_table) if given.text else (TABLE, page_table)
    found = table(given.data, given.sample)
    if not given.no_write:
        put_table(mark, "\n".join(found), REPORT)


if __name__ == "__main__":
    main()
