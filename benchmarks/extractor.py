"""The command ``site_gen clean --jsonl`` beside trafilatura over the same records: CPU of whole processes.

    python -m benchmarks.extractor [--sets aeb,fundus_eval] [--data DIR] [--turns 3] [--write]

Both read ``{id, url, site, html_b64}`` on standard input and answer ``{id, text, title, authors, date}``, starting up
included. Trafilatura is run twice: as it is by default, for the text alone, and with metadata, which is what ours
answers. The programs take turns; each one's best turn counts. Compiled modules are kept between the turns, as they are
wherever Python may write: with ``PYTHONDONTWRITEBYTECODE`` set, ours would be compiled anew each time, and what pip
installed would not. ``--write`` puts the table into docs/measurements/cleaning.md.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from . import cleaning_data as data
from .cleaning import put_table

PEER = """
import base64, json, sys, trafilatura
with_metadata = sys.argv[1] == "metadata"
for line in sys.stdin:
    record = json.loads(line)
    page = base64.b64decode(record["html_b64"])
    out = {"id": record["id"], "text": "", "title": None, "authors": [], "date": None}
    if with_metadata:
        found = trafilatura.bare_extraction(page, with_metadata=True)
        if found is not None:
            out |= {"text": found.text, "title": found.title, "date": found.date, "authors": (found.author or "").split("; ")}
    else:
        out["text"] = trafilatura.extract(page) or ""
    print(json.dumps(out))
"""
PROGRAMS = {
    "site_gen clean --jsonl": [sys.executable, "-m", "site_gen", "clean", "--jsonl"],
    "trafilatura, text alone": [sys.executable, "-c", PEER, "text"],
    "trafilatura, with metadata": [sys.executable, "-c", PEER, "metadata"],
}
MARK = "<!-- table: python -m benchmarks.extractor --write -->"


def records(examples: list[data.Example]) -> bytes:
    """The pages of a set as the records of a stream."""
    lines = [
        {"id": e.id, "url": e.url, "site": e.site, "html_b64": base64.b64encode(e.html.encode()).decode()}
        for e in examples
    ]
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


def cpu_seconds(command: list[str], stream: Path, compiled: Path) -> float:
    """CPU seconds of a command that reads a file, its children included; ``compiled``: a folder for compiled modules."""
    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled), "PYTHONDONTWRITEBYTECODE": ""}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with stream.open("rb") as standard_input:
        subprocess.run(
            command,
            stdin=standard_input,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            env=surroundings,
        )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the table; write it where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", default=",".join(data.SETS))
    parser.add_argument("--data", type=Path, default=data.DEFAULT_DATA)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = [f"| set | pages | {' | '.join(f'{name}, CPU s' for name in PROGRAMS)} | ours: pages a CPU s |"]
    rows.append("|---|---|" + "---|" * (len(PROGRAMS) + 1))
    with tempfile.TemporaryDirectory() as folder:
        for name in options.sets.split(","):
            examples = data.load(name, options.data)
            stream = Path(folder) / f"{name}.jsonl"
            stream.write_bytes(records(examples))
            best = dict.fromkeys(PROGRAMS, float("inf"))
            for _ in range(options.turns):
                for program, command in PROGRAMS.items():
                    best[program] = min(
                        best[program], cpu_seconds(command, stream, Path(folder) / "compiled")
                    )
            ours, *peers = best.values()
            cells = [f"{ours:.1f}", *(f"{peer:.1f} ({peer / ours:.1f} ×)" for peer in peers)]
            rows.append(f"| {name} | {len(examples)} | {' | '.join(cells)} | {len(examples) / ours:.0f} |")
            print(rows[-1], file=sys.stderr, flush=True)
    table = "\n".join(rows)
    print(table)
    if options.write:
        put_table(MARK, table)


if __name__ == "__main__":
    main()
