"""General subjects on real articles that a newsroom filed by topic.

    python -m benchmarks.subjects [--shared ../shared] [--titles N] [--write]

How many articles of a topic that has a counterpart among the general subjects are given it, how many of any, and what
it costs. ``--titles N`` prints N titles drawn by a hash with their subjects, to be judged by reading. Writes the tables
of docs/measurements/subjects.md.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from site_gen.describe.subjects import subjects_of

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "docs" / "measurements" / "subjects.md"
MARK = "<!-- table: python -m benchmarks.subjects --write -->\n"
COUNTERPARTS = {
    "elections": "elections", "healthcare": "health-and-medicine", "immigration": "refugees-and-migration", "coronavirus": "epidemics",
    "gun_control_and_gun_rights": "weapons-and-gun-laws", "supreme_court": "courts-and-trials", "us_senate": "parliaments-and-legislation",
    "us_congress": "parliaments-and-legislation", "economy_and_jobs": "economy", "environment": "climate-change", "education": "education",
    "terrorism": "terrorism", "taxes": "economy", "trade": "trade", "religion_and_faith": "religion", "nsa": "intelligence-and-surveillance",
    "technology": "technology", "state_department": "diplomacy", "isis": "terrorism", "ebola": "epidemics", "sports": "sport",
}  # fmt: skip
"""Topics of the newsroom and the general subject that says most nearly the same."""
OTHER_SETS = ("galaxy", "newscluster", "roundups")

Record = Mapping[str, str]


def main() -> None:
    """Print, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--titles", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    folder = given.shared / "data" / "linking"
    if not folder.is_dir():
        parser.error(f"{folder} is missing: background.jsonl.gz holds records with title, text and topic")
    filed = _read(folder / "background.jsonl.gz")
    if given.titles:
        every = [*filed, *(r for name in OTHER_SETS for r in _read(folder / f"{name}.jsonl.gz"))]
        for record in sorted(every, key=_draw)[: given.titles]:
            print(record["title"], "|", ", ".join(_subjects(record)))
        return
    report = "\n".join(_table(filed))
    print(report)
    if given.write:
        text = REPORT.read_text(encoding="utf-8")
        REPORT.write_text(text.partition(MARK)[0] + MARK + "\n" + report + "\n", encoding="utf-8")


def _read(path: Path) -> list[Record]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _draw(record: Record) -> str:
    return hashlib.sha256(f"subjects {record['id']}".encode()).hexdigest()


def _subjects(record: Record) -> tuple[str, ...]:
    return subjects_of(record["title"], record["text"], "en")


def _table(filed: Iterable[Record]) -> list[str]:
    began, many, some, given = time.process_time(), 0, 0, 0
    of_topic: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for record in filed:
        found = _subjects(record)
        many, some, given = many + 1, some + bool(found), given + len(found)
        topic = record["topic"]
        of_topic[topic] += 1
        right[topic] += COUNTERPARTS.get(topic) in found
    cost = 1000 * (time.process_time() - began) / many
    lines = [
        f"{many:,} articles: {some / many:.2f} have a subject, {given / many:.2f} on average; {cost:.2f} ms of CPU an article.",
        "",
        "| filed under | subject | articles | given it |",
        "|---|---|---|---|",
    ]
    return lines + [
        f"| {topic.replace('_', ' ')} | {COUNTERPARTS[topic].replace('-', ' ')} | {n} | {right[topic] / n:.2f} |"
        for topic, n in sorted(of_topic.items(), key=lambda item: (-item[1], item[0]))
        if topic in COUNTERPARTS
    ]


if __name__ == "__main__":
    main()
