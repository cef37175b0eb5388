"""Quality and speed of the cleaning beside the extractors that are installed, in one run.

    python -m benchmarks.cleaning [--sets aeb,fundus_eval] [--sample N] [--data DIR] [--text] [--held-out] [--judges FILE] [--worst N] [--write]

Ours learns across all pages of a site that a set holds, as an archive does; the peers see one page at a time. The
time is CPU seconds of this process, pages decoded and in memory, libraries and weights read; the systems take turns,
site by site. Extractors that are not installed are named and left out. ``--held-out`` adds a row for which each page is
cleaned with weights and trees that saw no page of its site (needs lightgbm, and some minutes to learn them; with
``--judges FILE`` they are kept, and a second run reads them). A file of judges is of one set of pages and one code.
``--write`` writes docs/measurements/cleaning.md.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
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
Row = dict[str, str | float]


def plain(body: Body) -> str:
    """The article's text as it is measured: its blocks without captions."""
    return "\n".join(block.plain() for block in body.blocks if block.kind in SHOWN)


def ours(examples: Sequence[data.Example], *, texts: Mapping[str, str] | None = None) -> Answers:
    """Our answers, the pages of each site cleaned together; ``texts``: what scrapers left of them, by their ids."""
    sites = defaultdict(list)
    for example in examples:
        text = None if texts is None else texts.get(example.id, example.text)
        sites[example.site].append((example, data.capture(example, text)))
    answers: Answers = {}
    for site in sorted(sites):
        captures = [capture for _, capture in sites[site]]
        for (example, _), body in zip(sites[site], clean.bodies(captures, CleanSettings()), strict=True):
            answers[example.id] = plain(body)
    return answers


def held_out(examples: Sequence[data.Example], *, judges: Sequence[Callable[[str], judge.Judge]]) -> Answers:
    """Our answers, each page cleaned by the judges that saw no page of its site."""
    answers: Answers = {}
    for number, own in enumerate(judges):
        chosen = [example for example in examples if learn_weights.fold(example) == number]
        with mock.patch.object(judge, "judge", own):
            answers |= ours(chosen)
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

    article = Article("http://example.org/", language="en", fetch_images=False)  # nothing is loaded
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def _resiliparse(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True, alt_texts=False, comments=False))


PEERS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("trafilatura", "trafilatura", _trafilatura),
    ("readability", "readability-lxml", _readability),
    ("newspaper4k", "newspaper4k", _newspaper),
    ("resiliparse", "resiliparse", _resiliparse),
)


def _peer_answers(examples: Sequence[data.Example], *, extract: Callable[[str], str]) -> Answers:
    answers: Answers = {}
    for example in examples:
        try:
            answers[example.id] = extract(example.html)
        except Exception:
            answers[example.id] = ""
    return answers


Answer = Callable[[Sequence[data.Example]], Answers]
WARM = data.Example(
    *("warm", "warm"),
    "<html><body><article><h1>Tide late</h1><p>Ostend, 5 March 2021</p>"
    f"{'<p>The tide was late, said the harbour board of the town. </p>' * 9}"
    "<table><tr><td>Ebb</td><td>Six</td></tr><tr><td>Flood</td><td>Noon</td></tr></table></article>",
    *("https://tide.invalid/1", "tide.invalid", "Tide late\nThe tide was late."),
)
"""A page that everybody cleans before the clock runs: reading libraries and weights is no part of a page's cost."""


def measured(
    systems: Sequence[tuple[str, Answer]], examples: Sequence[data.Example], worst: int = 0
) -> Iterator[Row]:
    """Yield a row of the table a system: who, on what, how well, how fast.

    Site by site each system has its turn, so that all have the same share of the machine's good and bad minutes. What
    libraries keep is set apart from Python's collector: going through it once takes as long as five pages, and whoever
    happens to be at work then would pay for it.
    """
    sites = defaultdict(list)
    for example in examples:
        sites[example.site].append(example)
    seconds: Counter[str] = Counter()
    answers: dict[str, Answers] = {label: {} for label, _ in systems}
    for _, answer in systems:
        answer([WARM])
    gc.collect()
    gc.freeze()
    for site in sorted(sites):
        for label, answer in systems:
            start = time.process_time()
            answers[label] |= answer(sites[site])
            seconds[label] += time.process_time() - start
    for label, _ in systems:
        tally = data.Tally()
        for example in examples:
            tally.add(example, answers[label].get(example.id, ""))
        for page, score in sorted(tally.pages.items(), key=lambda item: (item[1], item[0]))[:worst]:
            print(f"    {score:.3f} {page}")
        yield {"system": label, "set": examples[0].set, "pages": len(examples), **tally.figures(),
               "milliseconds": seconds[label] / len(examples) * 1000}  # fmt: skip


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def rows(sets: list[str], options: argparse.Namespace) -> list[Row]:
    """Every system on every set, then our text mode where asked for."""
    judges: list[Callable[[str], judge.Judge]] = []
    if options.held_out:
        every = [example for name in data.SETS for example in data.load(name, options.data)]
        judges = learn_weights.fold_judges(every, ("page",), options.judges)
    peers = [] if options.no_peers else _peers()
    out = []
    for name in sets:
        examples = data.load(name, options.data, options.sample)
        for systems in ([("site_gen", ours), *peers], *_further(examples, judges, text=options.text)):
            out += [_shown(row) for row in measured(systems, examples, options.worst)]
    return out


def _peers() -> list[tuple[str, Answer]]:
    """The extractors that are installed; says which are not."""
    found: list[tuple[str, Answer]] = []
    for label, package, extract in PEERS:
        if number := _installed(package):
            found.append((f"{label} {number}", partial(_peer_answers, extract=extract)))
        else:
            print(
                f"{label}: not installed, not measured (pip install -U pip; pip install -e '.[bench,peers]')",
                file=sys.stderr,
            )
    return found


def _further(
    examples: list[data.Example], judges: list[Callable[[str], judge.Judge]], *, text: bool
) -> Iterator[list[tuple[str, Answer]]]:
    """Ours again: by judges that did not see the page's site, and on texts. What a page's tags say is remembered."""
    if judges:
        yield [("site_gen, held out", partial(held_out, judges=judges))]
    for way in ("lines", "strings") if text else ():
        texts = {example.id: data.scrape(example.html, way) for example in examples}
        yield [(f"site_gen, text as {way}", partial(ours, texts=texts))]


def _cells(row: Row) -> list[str]:
    names = ("f1", "precision", "recall", "snippets")
    figures = [f"{row[n]:.4f}" if n in row else "" for n in names]
    return [str(row["set"]), str(row["system"]), str(row["pages"]), *figures, f"{row['milliseconds']:.1f}"]


def _shown(row: Row) -> Row:
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
    parser.add_argument(
        "--judges",
        type=Path,
        help="file in which the judges of --held-out are kept; made where there is none",
    )
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="write docs/measurements/cleaning.md")
    options = parser.parse_args()
    found = rows(options.sets.split(","), options)
    if options.write:
        _write(found)


TABLE = "<!-- table: python -m benchmarks.cleaning --text --held-out --write -->"


def _write(found: list[Row]) -> None:
    head = ["set", "system", "pages", "body F1", "precision", "recall", "snippet F1", "CPU ms a page"]
    table = [head, ["---"] * len(head), *[_cells(row) for row in found]]
    put_table(TABLE, "\n".join("| " + " | ".join(line) + " |" for line in table))


def put_table(mark: str, table: str, report: Path = REPORT) -> None:
    """Put a table behind its mark in a report, in place of the one that stands there."""
    before, _, after = report.read_text(encoding="utf-8").partition(mark)
    after = after.lstrip("\n")
    while after.startswith("|"):
        after = after.partition("\n")[2]
    report.write_text(f"{before}{mark}\n\n{table}\n\n{after.lstrip()}".rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
