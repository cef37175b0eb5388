"""Weigh pages as a reader's first visit loads them, and let Lighthouse judge them.

    python -m benchmarks.pages [--visits] [--lighthouse FOLDER] [--write]

Builds the sample archive, and an archive of one event that twenty invented outlets report. A page's weight is what a host
that packs text sends for it, its style sheet, its script and its icon; fonts are counted apart, as what the browser asks for.
With ``--visits``, each page is visited cold in Chromium whose line and processor are slowed as a phone's (the same figures as
Lighthouse's). With ``--lighthouse``, a folder where ``npm install lighthouse`` was run, home, event and article are judged on its phone
profile with simulated throttling (150 ms a round trip, 1.6 Mbit/s, a processor four times slower). Needs Chromium.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from site_gen.engine.report import Silence
from site_gen.serve import make_server
from site_gen.site import build_site

ROOT = Path(__file__).parents[1]
NOTES = ROOT / "docs" / "measurements" / "pages.md"
MARK = "<!-- made by benchmarks/pages.py: below this line -->"
ARTICLE_KB, EVENT_KB = 60, 200
"""What an article and an event of twenty outlets may weigh, fonts apart."""
PLACES = (
    "Ansel", "Kelso", "Norham", "Ostrey", "Calder", "Vale", "Pentland", "Ryton", "Merrow", "Thorn",
    "Alder", "Briar", "Cawley", "Dunmere", "Elsing", "Farrow", "Gantry", "Hollin", "Iver", "Jessop",
)  # fmt: skip
WIRE = (
    "The swing bridge over the estuary at Port Ansel gave way on Tuesday evening as the ferry Meridian passed below it.",
    "Tugs held the broken span clear of the channel through the night while divers searched the water around the piers.",
    "The bridge was built in 1911 and carried the only road between Port Ansel and the villages of the north shore.",
    "A ministry report two years ago found rust in the bearings and asked for repairs that were put off for want of money.",
    "Trains on the north shore line stopped at Kelso Bay, and buses took passengers around the head of the estuary.",
)
FACTS = (
    ("{n} people were killed, the harbour police said.", "The harbour police counted {n} dead by midnight.", "At least {n} people died, according to the harbour police."),
    ("Another {m} were taken to the hospital of Port Ansel.", "The hospital of Port Ansel treated {m} injured people.", "Doctors said {m} people were injured, most of them lightly."),
    ("The Meridian had {p} passengers aboard.", "On board were {p} passengers, the ferry company said.", "The ferry company put the number of passengers at {p}."),
    ("Repairs will cost {c} million crowns, the council said.", "The council spoke of {c} million crowns for a new span.", "A new span would cost about {c} million crowns."),
    ("Ships wait outside the harbour mouth until the channel is clear.", "No ship enters the harbour before the channel has been searched.", "The channel stays closed to all ships for now."),
    ("The mayor ordered flags to half-mast for three days.", "Flags fly at half-mast in Port Ansel until Friday.", "For three days the town will mourn, the mayor decided."),
)  # fmt: skip
QUOTES = (
    ("“We heard a crack like a gun and then the road was gone,” said Tomas Wendt, who was waiting at the gates.", "Tomas Wendt, a driver, said: “We heard a crack like a gun, and the road was gone.”", "“There was a crack like a gun,” said Tomas Wendt, a driver at the gates."),
    ("“The bearings were known to be bad, and nobody acted,” said the engineer Maja Lindqvist.", "Maja Lindqvist, an engineer, said the bearings “were known to be bad” and “nobody acted.”", "“The bearings were known to be bad and nobody did anything,” Maja Lindqvist, an engineer, said."),
    ("“I promise that there will be an inquiry,” Ingrid Halvorsen, the harbour master, said.", "The harbour master, Ingrid Halvorsen, said: “There will be an inquiry.”", "“There will be an inquiry, and it will be public,” said Ingrid Halvorsen, the harbour master."),
)  # fmt: skip
OWN = (
    "A reader of this paper in {place} lent his boat and brought {k} passengers ashore before the tugs came.",
    "In {place} the school stayed open so that {k} families could wait for news by the telephone.",
    "The choir of {place} sang at the quay at dawn, and {k} people stood in the rain to listen.",
    "{place} gave blankets, {k} of them, and the bakery sent what it had.",
    "The last time a bridge fell on this coast was in 19{k}, near {place}, and nobody was hurt.",
)


def captures(seed: int = 20) -> dict[str, str]:
    """Return an event as twenty outlets report it: (path, text), each about 330 words with shared, own and quoted words."""
    chance = random.Random(seed)
    made = {}
    for number, place in enumerate(PLACES):
        facts = [
            chance.choice(ways).format(n=chance.choice((9, 11, 11, 14)), m=chance.choice((20, 23, 27)),
                                       p=chance.choice((180, 212)), c=chance.choice((3, 4)))
            for ways in FACTS
        ]  # fmt: skip
        body = [chance.choice(ways) for ways in QUOTES] + chance.sample(WIRE, 4) + facts
        body += [own.format(place=f"{place} Cross", k=chance.randrange(12, 90)) for own in OWN]
        chance.shuffle(body)
        pairs = [" ".join(body[i : i + 2]) for i in range(0, len(body), 2)]
        title = (
            f"Bridge at Port Ansel falls: {place} {chance.choice(('mourns', 'waits', 'asks why', 'helps'))}"
        )
        made[f"captures/{number:02}.txt"] = "\n\n".join((title, WIRE[0], *pairs))
    return made


def twenty_outlets(folder: Path) -> Path:
    """Build the archive of that event below a folder; return its site."""
    content = folder / "content"
    rows = ["path,source,published"]
    for number, (path, text) in enumerate(captures().items()):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
        rows.append(f"{path},The {PLACES[number]} Post,1931-05-06")
    (content / "metadata.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (content / "archive.toml").write_text('[site]\ntitle = "Twenty"\nurl = "https://example.org/"\n', "utf-8")
    build_site(content, folder / "site", theme=None, jobs=2, is_data_only=False, progress=Silence())
    return folder / "site"


def weigh(site: Path, page: str) -> dict[str, int]:
    """Return the bytes that a host sends for a page (``events/x/``): ``page``, ``style``, ``script``, ``icon``, and their ``sum``."""
    html = (site / page / "index.html").read_bytes()
    text = html.decode("utf-8")
    files = {
        "style": re.findall(r'<link rel="stylesheet" href="([^"]+)"', text),
        "script": re.findall(r'<script [^>]*src="([^"]+)"', text),
        "icon": re.findall(r'<link rel="icon"[^>]* href="([^"]+)"', text),
    }
    made = {"page": len(gzip.compress(html, 6, mtime=0))}
    for kind, found in files.items():
        made[kind] = sum(len(gzip.compress((site / page / name).read_bytes(), 6, mtime=0)) for name in found)
    return {**made, "sum": sum(made.values())}


def fullest(site: Path, pattern: str) -> str:
    """Return the address of the largest page of a kind, such as ``events/*/index.html``."""
    found = max(site.glob(pattern), key=lambda path: (path.stat().st_size, path.as_posix()))
    return f"{found.parent.relative_to(site).as_posix()}/"


def judged(folder: Path, address: str) -> dict[str, float]:
    """Return Lighthouse's scores (0..100) and the largest paint in seconds, of a page that is served."""
    command = [str(folder / "node_modules" / ".bin" / "lighthouse"), address, "--quiet", "--output=json"]
    command.append("--chrome-flags=--headless=new --no-sandbox")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    environment = {"CHROME_PATH": chromium, **os.environ}
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder, env=environment)
    report = json.loads(done.stdout)
    scores = {name: 100.0 * found["score"] for name, found in report["categories"].items()}
    paint = report["audits"]["largest-contentful-paint"]["numericValue"] / 1000
    return {**scores, "paint": paint, "shift": report["audits"]["cumulative-layout-shift"]["numericValue"]}


LATENCY_MS, BYTES_A_SECOND, SLOWER = 150, 1.6e6 / 8, 4
"""The slowed line and processor of a visit: Lighthouse's phone profile."""
VISITS = 5
_PAINT = """() => new Promise(done => new PerformanceObserver(
    list => done(list.getEntries().at(-1).startTime)).observe({type: 'largest-contentful-paint', buffered: true}))"""


def visited(address: str) -> list[float]:
    """Return the seconds to the largest paint of cold visits to a page that is served, the soonest first."""
    from playwright.sync_api import sync_playwright

    paints = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=["--no-sandbox"],
        )
        for _ in range(VISITS):
            page = browser.new_context(**playwright.devices["Pixel 5"]).new_page()
            session = page.context.new_cdp_session(page)
            speed = {"downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND}
            session.send(
                "Network.emulateNetworkConditions", {"offline": False, "latency": LATENCY_MS, **speed}
            )
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            page.goto(address, wait_until="networkidle")
            paints.append(page.evaluate(_PAINT) / 1000)
            page.context.close()
        browser.close()
    return sorted(paints)


def _weights(sample: Path, twenty: Path) -> list[str]:
    rows = [
        "| page | kB | HTML | style | script | icon | HTML unpacked |",
        "|---|---|---|---|---|---|---|",
    ]
    kinds = (
        ("home", sample, ""),
        ("article, the fullest", sample, fullest(sample, "articles/*/index.html")),
        ("event of five outlets, the fullest", sample, fullest(sample, "events/*/index.html")),
        ("article of an event of twenty", twenty, fullest(twenty, "articles/*/index.html")),
        ("event of twenty outlets", twenty, fullest(twenty, "events/*/index.html")),
    )
    for name, site, page in kinds:
        weight, size = weigh(site, page), (site / page / "index.html").stat().st_size
        parts = " | ".join(
            f"{weight[part] / 1000:.1f}" for part in ("sum", "page", "style", "script", "icon")
        )
        rows.append(f"| {name} | {parts} | {size / 1000:.1f} |")
    return rows


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """The address of a site while it is served as a host would."""
    server = make_server(site, ROOT / "netlify.toml", ("127.0.0.1", 0), None)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def _visits(sites: Sequence[tuple[str, Path, str]]) -> list[str]:
    rows = [f"| page, {VISITS} cold visits | largest paint, s, median | least | most |", "|---|---|---|---|"]
    for name, site, page in sites:
        with _served(site) as address:
            paints = visited(f"{address}{page}")
        rows.append(f"| {name} | {median(paints):.2f} | {paints[0]:.2f} | {paints[-1]:.2f} |")
    return rows


def _judgements(folder: Path, sites: Sequence[tuple[str, Path, str]]) -> list[str]:
    rows = [
        "| page | accessibility | best practices | SEO | performance | largest paint, s | shift |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, site, page in sites:
        with _served(site) as address:
            found = judged(folder, f"{address}{page}")
        scores = " | ".join(
            f"{found[n]:.0f}" for n in ("accessibility", "best-practices", "seo", "performance")
        )
        rows.append(f"| {name} | {scores} | {found['paint']:.1f} | {found['shift']:.3f} |")
    return rows


def main() -> int:
    """Build, weigh, judge, print; 1 where a page is heavier than it may be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lighthouse", type=Path, help="folder where npm install lighthouse was run")
    parser.add_argument(
        "--visits", action="store_true", help="visit pages on a slowed line; needs playwright"
    )
    parser.add_argument("--write", action="store_true", help="write docs/measurements/pages.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(ROOT / "content", Path(scratch) / "sample" / "content")
        sample = Path(scratch) / "sample" / "site"
        build_site(
            Path(scratch) / "sample" / "content",
            sample,
            theme=None,
            jobs=2,
            is_data_only=False,
            progress=Silence(),
        )
        twenty = twenty_outlets(Path(scratch) / "twenty")
        lines = _weights(sample, twenty)
        sites = [
            ("home", sample, ""),
            ("event of five outlets", sample, fullest(sample, "events/*/index.html")),
            ("event of twenty outlets", twenty, fullest(twenty, "events/*/index.html")),
            ("article", sample, fullest(sample, "articles/*/index.html")),
        ]
        if asked.visits:
            lines += ["", *_visits(sites)]
        if asked.lighthouse:
            lines += ["", *_judgements(asked.lighthouse, sites)]
        heavy = weigh(twenty, fullest(twenty, "events/*/index.html"))["sum"] > EVENT_KB * 1000
        heavy |= any(
            weigh(site, fullest(site, "articles/*/index.html"))["sum"] > ARTICLE_KB * 1000
            for site in (sample, twenty)
        )
    print("\n".join(lines))
    if asked.write:
        said = NOTES.read_text(encoding="utf-8").split(MARK)[0]
        NOTES.write_text(f"{said}{MARK}\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return int(heavy)


if __name__ == "__main__":
    sys.exit(main())
