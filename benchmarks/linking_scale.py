"""What linking costs as an archive grows, and as its days grow denser.

    python -m benchmarks.linking_scale 25000 50000 100000 [--years 3] [--cache FOLDER]
    python -m benchmarks.linking_scale 100000 --again

The articles are invented: three reports an event, each with most words, names and figures of one real article of the
development set ``background`` and some of another, some of its names renamed, a day apart. Prints seconds of CPU of
this process and by how much its peak of memory is above what it holds before; the articles are made as they are read
and never held.

With ``--again`` it links all but 101 of the articles, adds one, then a hundred, each time with what the linking before
remembers; prints what was done again, and ends with an error unless the result is that of linking all from nothing.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.linking_learn import loaded
from site_gen import link
from site_gen.engine.plan import digest
from site_gen.engine.shard import GC_THRESHOLDS
from site_gen.engine.store import Store
from site_gen.link.whole import Linked
from site_gen.model import Brief, Fingerprint
from site_gen.remember import FILE, recall, remember
from site_gen.settings import LinkSettings

FIRST = date(2016, 1, 1)
REPORTS = 3
TERMS = 210
"""Distinct stems of a text of 600 words."""
MB = 1024


def invented(
    count: int, days: int, made_of: tuple[list[Brief], list[Fingerprint]]
) -> Iterator[tuple[Brief, Fingerprint]]:
    """Yield articles, always the same for the same count."""
    briefs, prints = made_of
    briefs = sorted(briefs, key=lambda b: b.id)
    by_id = {p.id: p for p in prints}
    for number in range(count):
        event, report = divmod(number, REPORTS)
        draw, own = random.Random(event), random.Random(number)
        base = draw.choice(briefs)
        day = FIRST + timedelta(days=draw.randrange(days) + own.randrange(2))
        yield _report(base, by_id[base.id], by_id[own.choice(briefs).id], f"{number:09}", day, event, report)


def _report(
    base: Brief, seen: Fingerprint, other: Fingerprint, id: str, day: date, event: int, report: int
) -> tuple[Brief, Fingerprint]:
    draw, own = random.Random(f"words {event}"), random.Random(f"words {id}")
    mark = {name: f"{name} {event % 9973}" for name, _ in seen.names if draw.random() < 0.5}
    brief = replace(base, id=id, key=f"captures/{id}.txt", published=day.isoformat(), source=f"Outlet {report} {event % 40}", url=None)  # fmt: skip
    made = replace(
        seen,
        id=id,
        terms=_mixed([*seen.terms, (f"own{event}", 3)], other.terms, own)[:TERMS],
        names=_mixed([(mark.get(n, n), c) for n, c in seen.names], other.names, own),
        numbers=tuple(sorted({n for n in seen.numbers if own.random() < 0.6} | {str(10_000 + event)})),
        minhash=other.minhash,
        language="en",
    )
    return brief, made


def _mixed(
    mine: list[tuple[str, int]], others: tuple[tuple[str, int], ...], draw: random.Random
) -> tuple[tuple[str, int], ...]:
    found = {k: c for k, c in others if draw.random() < 0.25} | {
        k: c for k, c in mine if draw.random() < 0.75
    }
    return tuple(sorted(found.items()))


def cost(count: int, years: float, data: Path, cache: Path | None) -> str:
    """Return one line of the table, measured in this process."""
    made_of = loaded(data, "background", cache)[1:]
    days = round(365.25 * years)
    begun = time.process_time()
    for _ in invented(count, days, made_of):
        pass
    making = 2 * (time.process_time() - begun)
    held, begun = _held(), time.process_time()
    links, _ = link.links(
        (b for b, _ in invented(count, days, made_of)),
        (p for _, p in invented(count, days, made_of)),
        decisions=(),
        settings=LinkSettings(),
    )
    seconds = time.process_time() - begun - making
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB - held
    of_three = sum(len(e.articles) == REPORTS for e in links.events)
    return f"| {count:,} | {count / days:.0f} | {seconds:.0f} | {grown:.0f} | {len(links.events):,} ({of_three:,} of three) |"


def _held() -> float:
    """MB that this process holds, without what it had only for a while: else linking would use that room uncounted."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / MB / MB


def linked(store: Store, what: str) -> tuple[bytes, str]:
    """Link what a catalogue holds, as a build does; return a digest of the links and a line of the table."""
    begun = time.process_time()
    made = link.relinked(
        (brief for _, brief in store.each("brief", Brief)),
        (print_ for _, print_ in store.each("fingerprint", Fingerprint)),
        decisions=(),
        settings=LinkSettings(),
        seals=store.seals("brief", "fingerprint"),
        memory=recall(store.path),
    )
    remember(store.path, made.memory)
    seconds = time.process_time() - begun
    return digest(made.links), _done(what, made, seconds)


def again(count: int, years: float, data: Path, cache: Path | None) -> Iterator[str]:
    """Yield the lines of the table on linking again; the last is a linking from nothing, and equal to the one before."""
    made_of = loaded(data, "background", cache)[1:]
    late = random.Random(0).sample(range(count), 101)
    with TemporaryDirectory() as folder, Store(Path(folder) / "catalogue.sqlite") as store:
        held_back = _stored(store, invented(count, round(365.25 * years), made_of), set(late))
        made_of[0].clear(), made_of[1].clear()
        for what, added in (("from nothing", ()), ("one added", late[:1]), ("a hundred added", late[1:])):
            _stored(store, (held_back[number] for number in added), set())
            seal, line = linked(store, what)
            yield line
        store.path.with_name(FILE).unlink()
        fresh, line = linked(store, "all of these from nothing: the same")
    if fresh != seal:
        raise SystemExit("the links of memory are not those from nothing")
    yield line


def _stored(
    store: Store, articles: Iterable[tuple[Brief, Fingerprint]], late: set[int]
) -> dict[int, tuple[Brief, Fingerprint]]:
    """Put articles into the catalogue, but for the late ones, which are returned by their number."""
    held_back = {}
    store.begin()
    for number, (brief, print_) in enumerate(articles):
        if number in late:
            held_back[number] = brief, print_
        else:
            store.put("brief", brief.id, b"", brief)
            store.put("fingerprint", brief.id, b"", print_)
    store.commit()
    return held_back


def _done(what: str, made: Linked, seconds: float) -> str:
    done = made.again
    pairs, events = done.pairs_compared / max(1, done.pairs), done.events_made / max(1, done.events)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB
    return (
        f"| {done.articles:,} | {what} | {seconds:.0f} | {peak:.0f} | {pairs:.2%} of {done.pairs:,} "
        f"| {events:.2%} of {done.events:,} |"
    )


def main() -> None:
    """Measure each size in a process of its own, so that peaks do not hide one another."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("counts", type=int, nargs="+")
    asked.add_argument("--years", type=float, default=3.0)
    asked.add_argument("--data", type=Path, default=Path("../shared/data/linking"))
    asked.add_argument("--cache", type=Path)
    asked.add_argument("--again", action="store_true", help="measure what an article more costs")
    given = asked.parse_args()
    gc.set_threshold(*GC_THRESHOLDS)
    if given.again:
        print(
            "| articles | what | CPU s | peak MB | pairs compared | events made |\n|---|---|---|---|---|---|",
            flush=True,
        )
        for count in given.counts:
            for line in again(count, given.years, given.data, given.cache):
                print(line, flush=True)
        return
    if len(given.counts) == 1:
        print(cost(given.counts[0], given.years, given.data, given.cache), flush=True)
        return
    print("| articles | a day | CPU s | peak MB | events |\n|---|---|---|---|---|", flush=True)
    for count in given.counts:
        extra = ["--cache", str(given.cache)] if given.cache else []
        subprocess.run([sys.executable, "-m", "benchmarks.linking_scale", str(count), "--years", str(given.years), "--data", str(given.data), *extra], check=True)  # fmt: skip


if __name__ == "__main__":
    main()
