"""Small archives, as a librarian begins one: a few events and some reports of other things, drawn from the development sets.

    python -m benchmarks.linking_small [--data DIR] [--draws 25]

In an archive of thousands a pair has rivals; here a report may be nearest to one that tells of something else. Prints,
by set, precision and recall of pairs, and in how many archives reports of different events were joined. The shipped
weights have seen these events: the figures compare two ways of linking, and are kind to both.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from site_gen import describe, link
from site_gen.model import Brief, Fingerprint
from site_gen.settings import LinkSettings

from .linking import Small
from .linking_data import JsonRecord, article, records

SETS = ("newscluster", "roundups", "galaxy")
DEFAULT_DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "linking"
SEED = 5
LEAST = 3
"""Reports of the smallest event drawn."""


def archives(rows: list[JsonRecord], draws: int) -> Iterator[list[JsonRecord]]:
    """Yield archives of one to six events, three to five reports each, with one to four single reports."""
    events = defaultdict(list)
    for row in rows:
        events[row["event"]].append(row)
    drawn = random.Random(SEED)
    large = [event for event in sorted(events) if len(events[event]) >= LEAST]
    for _ in range(draws):
        chosen = drawn.sample(large, drawn.choice((1, 2, 4, 6)))
        archive = [
            row
            for event in chosen
            for row in drawn.sample(events[event], min(len(events[event]), drawn.choice((3, 4, 5))))
        ]
        others = [event for event in events if event not in chosen]
        yield archive + [events[event][0] for event in drawn.sample(others, drawn.choice((1, 2, 4)))]


def linked(archive: list[JsonRecord], kept: dict[str, tuple[Brief, Fingerprint]]) -> dict[str, str]:
    """Return the event of each article of an archive; of one that is in none, its own id."""
    for row in archive:
        if row["id"] not in kept:
            made = article(row)
            kept[row["id"]] = (describe.brief(made), link.fingerprint(made))
    parts = [kept[row["id"]] for row in archive]
    found, _ = link.links(
        (brief for brief, _ in parts), (print_ for _, print_ in parts), decisions=(), settings=LinkSettings()
    )
    of = {id: event.id for event in found.events for id in event.articles}
    return {row["id"]: of.get(row["id"], row["id"]) for row in archive}


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=DEFAULT_DATA)
    asked.add_argument("--draws", type=int, default=25)
    options = asked.parse_args()
    print(
        "| archives of | dates | pairs P / R | wrong pairs each | archives with a wrong link |\n|---|---|---|---|---|"
    )
    for name in SETS:
        rows = records(options.data / f"{name}.jsonl.gz")
        for is_dated in (True, False):
            kept: dict[str, tuple[Brief, Fingerprint]] = {}
            tally = Small()
            for archive in archives(rows, options.draws):
                if not is_dated:
                    archive = [{key: value for key, value in row.items() if key != "date"} for row in archive]
                tally.add({row["id"]: row["event"] for row in archive}, linked(archive, kept))
            print(tally.text(f"{name} | {'as given' if is_dated else 'left out'}"), flush=True)


if __name__ == "__main__":
    main()
