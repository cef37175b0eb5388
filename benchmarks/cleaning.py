"""Quality and speed of the cleaning beside the extractors that are installed, in one run.

    python -m benchmarks.cleaning [--sets aeb,fundus_eval] [--sample N] [--data DIR] [--text] [--held-out] [--worst N] [--write]

Ours learns across all pages of a site that a set holds, as an archive does; the peers see one page at a time. The
time is CPU seconds of this process, pages decoded and in memory. ``--held-out`` adds a row for which each page is
cleaned with weights and trees that saw no page of its site (needs lightgbm, and some minutes to learn them).
``--write`` writes docs/measurements/cleaning.md.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from unittest import mock

from site_gen import clean
from site_gen.clean import judge
from site_gen.model import Body
from site_gen.settings import CleanSettings

from . import cleaning_data as data
from . import learn_weights

SHOWN = ("paragraph", "heading", "quote", "list", "table", "entry", "embed")
REPORT = Path(__file__).resolve().parents[1] / "docs" / "measurements" / "cleaning.md"
Answers = dict[str, str]


def plain(body: Body) -> str:
    """The article's text as it is measured: its blocks without captions."""
    return "\n".join(block.plain() for block in body.blocks if block.kind in SHOWN)


def ours(examples: list[data.Example], texts: Sequence[str | None]) -> Answers:
    """Our answers, the pages of each site cleaned together."""
    sites = defaultdict(list)
    for example, text in zip(examples, texts, strict=True):
        sites[example.site].append((example, text))
    answers: Answers = {}
    for site in sorted(sites):
        captures = [data.capture(example, text) for example, text in sites[site]]
        for (example, _), body in zip(sites[site], clean.bodies(captures, CleanSettings()), strict=True):
            answers[example.id] = plain(body)
    return answers


def held_out(examples: list[data.Example], judges: list[Callable[[str], judge.Judge]]) -> Answers:
    """Our answers, each page cleaned by the judges that saw no page of its site."""
    answers: Answers = {}
    for number, own in enumerate(judges):
        chosen = [example for example in examples if learn_weights.fold(example) == number]
        with mock.patch.object(judge, "judge", own):
            answers |= ours(chosen, [None] * len(chosen))
    return answers


def _trafilatura(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html, include_comments=False) or ""


def _readability(html: str) -> str:
    import lxml.html
    from readability import Document

    tree = lxml.html.fromstring(Document(html).summary())
    return "\n".join(
        t for t in (" ".join(e.text_content().split()) for e in tree.iter("p", "h2", "h3", "li", "pre")) if t
    )


def _newspaper(html: str) -> str:
    from newspaper import Article

    article = Article("http://example.org/", language="en")
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def _resiliparse(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True))


PEERS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("trafilatura", "trafilatura", _trafilatura),
    ("readability", "readability-lxml", _readability),
    ("newspaper4k", "newspaper4k", _newspaper),
    ("resiliparse", "resiliparse", _resiliparse),
)


def _peer_answers(extract: Callable[[str], str], examples: list[data.Example]) -> Answers:
    answers: Answers = {}
    for example in examples:
        try:
            answers[example.id] = extract(example.html)
        except Exception:
            answers[example.id] = ""
    return answers


def measured(
    name: str, examples: list[data.Example], answer: Callable[[], Answers], worst: int = 0
) -> dict[str, str | float]:
    """One row of the table: who, on what, how well, how fast."""
    start = time.process_time()
    answers = answer()
    seconds = time.process_time() - start
    tally = data.Tally()
    for example in examples:
        tally.add(example, answers.get(example.id, ""))
    for page, score in sorted(tally.pages.items(), key=lambda item: (item[1], item[0]))[:worst]:
        print(f"    {score:.3f} {page}")
    return {"system": name, "set": examples[0].set, "pages": len(examples), **tally.figures(),
            "milliseconds": seconds / len(examples) * 1000}  # fmt: skip


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def rows(sets: list[str], options: argparse.Namespace) -> list[dict[str, str | float]]:
    """Every system on every set, then our text mode where asked for."""
    judges: list[Callable[[str], judge.Judge]] = []
    if options.held_out:
        every = [example for name in data.SETS for example in data.load(name, options.data)]
        judges = learn_weights.fold_judges(every, ("page",))
    out = []
    for name in sets:
        examples = data.load(name, options.data, options.sample)
        for label, answer in _systems(examples, judges, options):
            out.append(_shown(measured(label, examples, answer, options.worst)))
    return out


def _systems(
    examples: list[data.Example], judges: list[Callable[[str], judge.Judge]], options: argparse.Namespace
) -> Iterator[tuple[str, Callable[[], Answers]]]:
    """Who is measured on these pages, in the order of the table."""
    yield "site_gen", partial(ours, examples, [None] * len(examples))
    if judges:
        yield "site_gen, held out", partial(held_out, examples, judges)
    for label, package, extract in PEERS if not options.no_peers else ():
        if number := _installed(package):
            yield f"{label} {number}", partial(_peer_answers, extract, examples)
    for way in ("lines", "strings") if options.text else ():
        texts = [data.scrape(example.html, way) for example in examples]
        yield f"site_gen, text as {way}", partial(ours, examples, texts)


def _cells(row: dict[str, str | float]) -> list[str]:
    names = ("f1", "precision", "recall", "snippets")
    figures = [f"{row[n]:.4f}" if n in row else "" for n in names]
    return [str(row["set"]), str(row["system"]), str(row["pages"]), *figures, f"{row['milliseconds']:.1f}"]


def _shown(row: dict[str, str | float]) -> dict[str, str | float]:
    print("  ".join(f"{cell:<12}" for cell in _cells(row)), flush=True)
    return row


def main() -> None:
    """Measure, print, and write the report unless told not to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", default=",".join(data.SETS))
    parser.add_argument("--sample", type=int, default=0, help="pages a set, from its beginning; 0: all")
    parser.add_argument("--data", type=Path, default=data.DEFAULT_DATA)
    parser.add_argument(
        "--text", action="store_true", help="also the text of the pages as a scraper leaves it"
    )
    parser.add_argument(
        "--held-out", action="store_true", help="also with weights that saw no page of the site"
    )
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="write docs/measurements/cleaning.md")
    options = parser.parse_args()
    found = rows(options.sets.split(","), options)
    if options.write:
        _write(found)


TABLE = "<!-- table: python -m benchmarks.cleaning --text --held-out --write -->"


def _write(found: list[dict[str, str | float]]) -> None:
    head = ["set", "system", "pages", "body F1", "precision", "recall", "snippet F1", "CPU ms a page"]
    table = [head, ["---"] * len(head), *[_cells(row) for row in found]]
    text = "\n".join("| " + " | ".join(line) + " |" for line in table)
    before = REPORT.read_text(encoding="utf-8") if REPORT.exists() else f"# Cleaning, measured\n\n{TABLE}\n"
    head_part, _, rest = before.partition(TABLE)
    after = rest.lstrip("\n")
    while after.startswith("|"):
        after = after.partition("\n")[2]
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(f"{head_part}{TABLE}\n\n{text}\n\n{after.lstrip()}".rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
