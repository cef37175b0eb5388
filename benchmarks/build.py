"""Build a seeded corpus with site_gen and with stock Pelican, in one run: seconds, CPU and peak memory, per stage.

    python -m benchmarks.build 1000 10000 [--jobs 2] [--without-pelican] [--write]

Both build the same files: N Markdown articles of about 630 words by 12 outlets, in groups of one to five that tell of one
event, ready with title, date and category. Pelican uses its own "simple" theme and makes article, index, tag and category
pages; site_gen does all it does (cleans, links, compares, indexes, renders, searches). "Rendering and publishing" counts
site_gen's stages from the finished catalogue on, without the search index, which Pelican does not have.
CPU and memory are those of the whole process tree, sampled from /proc. Linux only.

Each run works in a folder of its own below ``--folder`` and leaves it there: for five minutes after files were deleted,
ext4 looks for numbers of files that were not, and making a folder takes up to a hundred times as long.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

WORDS = 630
OUTLETS = tuple(
    f"{place} {kind}"
    for place in ("Norham", "Ostrey", "Calder", "Vale", "Pentland", "Ryton")
    for kind in ("Courier", "Post")
)
FUNCTION_WORDS = [
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "are", "as",
    "with", "they", "be", "at", "one", "have", "this", "from", "by", "not", "but", "what", "all",
    "were", "when", "we", "there", "can", "an", "your", "which", "their", "said", "if", "do",
    "will", "each", "about", "how", "up", "out", "them", "then", "she", "many", "some", "so",
    "these", "would", "other", "into", "has", "more", "her", "two", "like", "him", "see", "time",
    "could", "no", "make", "than", "first", "been", "its", "who", "now", "people", "my", "made",
    "over", "did", "down", "only", "way",
]  # fmt: skip
SHARE_OF_FUNCTION_WORDS = 0.45
SAMPLING = 25
"""Times as long as a sample of /proc took, nothing is sampled: so that measuring takes no core from what is measured."""
RENDERING = ("render", "feeds", "finish")
"""Stages of site_gen that turn the catalogue into the site."""


@dataclass(slots=True)
class Measure:
    """What one program cost."""

    seconds: float = 0.0
    cpu: float = 0.0
    peak_mb: float = 0.0
    stages: list[tuple[str, float, float, float]] = field(default_factory=list)
    """(stage, seconds, CPU seconds, peak MB)."""


class Writer:
    """Writes articles of invented words; the same seed gives the same corpus."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        syllables = [
            a + b for a in (*"bcdfghklmnprstvw", "br", "st", "tr", "pl") for b in (*"aeiou", "ai", "ou")
        ]
        self.words = [
            "".join(self.random.choices(syllables, k=self.random.randint(2, 4))) for _ in range(20_000)
        ]
        self.weights = [1 / (rank + 10) for rank in range(len(self.words))]

    def name(self) -> str:
        return " ".join(word.capitalize() for word in self.random.choices(self.words, k=2))

    def sentence(self, subject: list[str], names: list[str]) -> str:
        length = self.random.randint(9, 26)
        out = []
        rare = self.random.choices(self.words, self.weights, k=length)
        for word in rare:
            dice = self.random.random()
            if dice < SHARE_OF_FUNCTION_WORDS:
                out.append(self.random.choice(FUNCTION_WORDS))
            elif dice < 0.62:
                out.append(self.random.choice(subject))
            elif dice < 0.67:
                out.append(self.random.choice(names))
            elif dice < 0.69:
                out.append(str(self.random.randint(2, 90_000)))
            else:
                out.append(word)
        text = " ".join(out)
        return text[:1].upper() + text[1:] + "."

    def article(self, subject: list[str], names: list[str], shared: list[str]) -> tuple[str, str]:
        title = f"{names[0]} {self.random.choice(subject)} {self.random.choice(subject)} {self.random.choice(FUNCTION_WORDS)}"
        paragraphs, count = list(shared), sum(len(p.split()) for p in shared)
        while count < WORDS:
            paragraph = " ".join(self.sentence(subject, names) for _ in range(self.random.randint(2, 4)))
            if self.random.random() < 0.15:
                paragraph += f' "{self.sentence(subject, names)[:-1]}," {names[1]} said.'
            paragraphs.append(paragraph)
            count += len(paragraph.split())
        self.random.shuffle(paragraphs)
        return title, "\n\n".join(paragraphs)


def make_corpus(folder: Path, articles: int) -> None:
    """Write N Markdown articles below ``folder/captures``; about 40 articles a day."""
    shutil.rmtree(folder, ignore_errors=True)
    writer = Writer(articles)
    first = date(2021, 1, 1)
    number = 0
    while number < articles:
        day = first + timedelta(days=number // 40)
        subject = writer.random.choices(writer.words, k=14)
        names = [writer.name() for _ in range(5)]
        wire = [" ".join(writer.sentence(subject, names) for _ in range(3)) for _ in range(3)]
        outlets = writer.random.sample(OUTLETS, writer.random.choice((1, 1, 1, 2, 3, 3, 5)))
        for outlet in outlets[: articles - number]:
            title, body = writer.article(subject, names, wire if writer.random.random() < 0.5 else [])
            path = folder / "captures" / outlet.lower().replace(" ", "-") / f"{number:06d}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            head = f"Title: {title}\nDate: {day.isoformat()}\nCategory: {outlet}\nSource: {outlet}\nTags: {subject[0]}\nSlug: a{number}\n"
            path.write_text(f"{head}\n{body}\n", encoding="utf-8")
            number += 1


def measure(command: list[str], *, cwd: Path, stages: bool) -> Measure:
    """Run a command; sample CPU and memory of its process tree; cut at the stages it reports on standard error."""
    process = subprocess.Popen(command, cwd=cwd, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    samples: list[tuple[float, float, float]] = []
    ends: list[tuple[str, float]] = []
    began = time.monotonic()
    dead_cpu: dict[int, float] = {}

    def read() -> None:
        assert process.stderr is not None
        for line in process.stderr:
            name, colon, rest = line.partition(":")
            if stages and colon and rest.rstrip().endswith(" s"):
                ends.append((name, time.monotonic() - began))
            elif not stages or "warning" not in line:
                print("   ", line.rstrip(), file=sys.stderr)

    reader = threading.Thread(target=read)
    reader.start()
    while process.poll() is None:
        asked = time.monotonic()
        cpu, memory = _tree(process.pid, dead_cpu)
        samples.append((time.monotonic() - began, cpu, memory))
        time.sleep(max(0.05, SAMPLING * (time.monotonic() - asked)))
    reader.join()
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {process.returncode}")
    seconds = time.monotonic() - began
    out = Measure(seconds, max(c for _t, c, _m in samples), max(m for _t, _c, m in samples))
    for (_before, start), (name, end) in pairwise([("", 0.0), *ends]):
        inside = [s for s in samples if start <= s[0] <= end] or [(end, 0.0, 0.0)]
        out.stages.append((name, end - start, inside[-1][1] - inside[0][1], max(m for _t, _c, m in inside)))
    return out


def _tree(pid: int, dead: dict[int, float]) -> tuple[float, float]:
    """Return CPU seconds and resident MB (shared pages counted once a process) of a process and its children."""
    memory = 0.0
    todo = [pid]
    while todo:
        one = todo.pop()
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
            dead[one] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            memory += (
                int(Path(f"/proc/{one}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
            )
            for task in Path(f"/proc/{one}/task").iterdir():
                todo += [int(child) for child in (task / "children").read_text().split()]
        except (OSError, IndexError):
            continue
    return sum(dead.values()), memory


def build_ours(folder: Path, jobs: int) -> Measure:
    """Build from nothing."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    shutil.rmtree(folder / ".site_gen", ignore_errors=True)
    (folder / "content" / "register.csv").unlink(missing_ok=True)
    return again_ours(folder, jobs)


def again_ours(folder: Path, jobs: int) -> Measure:
    """Build with what the last build left."""
    command = [sys.executable, "-m", "site_gen", "build", "--content", str(folder / "content")]
    return measure(
        [*command, "--output", str(folder / "site"), "--jobs", str(jobs)], cwd=Path.cwd(), stages=True
    )


def build_pelican(folder: Path) -> Measure:
    """Build with Pelican as it comes; it reads Markdown with the ``markdown`` package, installed for the benchmark."""
    settings = folder / "pelicanconf.py"
    settings.write_text(
        "SITENAME = 'Benchmark'\nTIMEZONE = 'UTC'\nTHEME = 'simple'\nDEFAULT_PAGINATION = 10\n"
        "FEED_ALL_ATOM = 'feeds/all.atom.xml'\nCATEGORY_FEED_ATOM = None\nTRANSLATION_FEED_ATOM = None\n"
        "TAG_URL = 'tag/{slug}/'\nTAG_SAVE_AS = 'tag/{slug}/index.html'\n"
    )
    shutil.rmtree(folder / "pelican", ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(folder / "content" / "captures"),
        "-o",
        str(folder / "pelican"),
    ]
    return measure([*command, "-s", str(settings), "--quiet"], cwd=folder, stages=False)


def html_pages(site: Path) -> int:
    """How many HTML files a site has."""
    return sum(name.endswith(".html") for _root, _folders, names in os.walk(site) for name in names)


def compared(folder: Path, size: int, jobs: int, *, with_pelican: bool) -> list[str]:
    """Build a corpus with both, from nothing and after a change of one article; return the rows of the table."""
    ours = build_ours(folder, jobs)
    pages = _pages(ours)
    rows = [
        _row(f"{size:,}", f"**site_gen** (--jobs {jobs}), all", ours),
        *(f"| | {name} | {s:.1f} | {cpu:.1f} | {mb:.0f} |" for name, s, cpu, mb in ours.stages),
        _row("", f"rendering and publishing ({', '.join(RENDERING)})", pages),
    ]
    if with_pelican:
        pelican = build_pelican(folder)
        rows += [_row("", "**Pelican**, all", pelican), _ratios("rendering and publishing", pelican, pages)]
        ours_pages, its_pages = html_pages(folder / "site"), html_pages(folder / "pelican")
        faster = (ours_pages / pages.seconds) / (its_pages / pelican.seconds)
        rows.append(
            f"| | pages a second: {ours_pages:,} of site_gen, {its_pages:,} of Pelican | {faster:.1f} × | | |"
        )
    change_one_article(folder / "content")
    again = again_ours(folder, jobs)
    rows += [
        _row("", "**site_gen after a change of one article**, all", again),
        *(f"| | {name} | {s:.1f} | {cpu:.1f} | {mb:.0f} |" for name, s, cpu, mb in again.stages),
    ]
    if with_pelican:
        pelican = build_pelican(folder)
        rows += [
            _row("", "**Pelican after the same change**, all", pelican),
            _ratios("site_gen, all", pelican, again),
        ]
    return rows


def change_one_article(content: Path) -> None:
    """Add a sentence to the end of the first article."""
    first = min(path for path in (content / "captures").rglob("*.md"))
    first.write_text(f"{first.read_text(encoding='utf-8')}\nNothing more was told of it.\n", encoding="utf-8")


def _pages(ours: Measure) -> Measure:
    """What site_gen's stages from the catalogue on cost together."""
    stages = [s for s in ours.stages if s[0] in RENDERING]
    return Measure(sum(s[1] for s in stages), sum(s[2] for s in stages), max(s[3] for s in stages))


def _row(articles: str, what: str, cost: Measure) -> str:
    return f"| {articles} | {what} | {cost.seconds:.1f} | {cost.cpu:.1f} | {cost.peak_mb:.0f} |".replace(
        "|  |", "| |"
    )


def _ratios(what: str, pelican: Measure, ours: Measure) -> str:
    ratios = (pelican.seconds / ours.seconds, pelican.cpu / ours.cpu, pelican.peak_mb / ours.peak_mb)
    return f"| | Pelican / {what} | " + " | ".join(f"{ratio:.1f} ×" for ratio in ratios) + " |"


def main() -> None:
    """Measure and print; with --write, keep the table in docs/measurements/build.md."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--without-pelican", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folder", type=Path, default=Path(".bench"))
    options = parser.parse_args()
    lines = ["| articles | program, stage | seconds | CPU s | peak MB |", "|---|---|---|---|---|"]
    for size in options.sizes:
        folder = options.folder.resolve() / f"build-{size}-{os.getpid()}"
        make_corpus(folder / "content", size)
        lines += compared(folder, size, options.jobs, with_pelican=not options.without_pelican)
    print("\n".join(lines))
    if options.write:
        report = Path(__file__).resolve().parents[1] / "docs" / "measurements" / "build.md"
        before, _, behind = report.read_text(encoding="utf-8").partition("| articles |")
        _, gap, notes = behind.partition("\n\n")
        report.write_text(before + "\n".join(lines) + (gap + notes if notes else "\n"), encoding="utf-8")


if __name__ == "__main__":
    main()
