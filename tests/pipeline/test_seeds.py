"""Five real captures of one event, as a librarian brings them, from the content folder to the event's page.

Read from ../shared, skipped where that is absent.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.pipeline.conftest import Built, build, text_of

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
SUPPLIED = {"002": "The Hill", "003": "Al Jazeera", "004": "USA Today"}
"""Outlets that the captures do not state."""


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The archive of the five captures and of one on something else."""
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not here")
    folder = tmp_path_factory.mktemp("seeds")
    captures = folder / "content" / "captures"
    captures.mkdir(parents=True)
    for path in sorted(SEEDS.glob("00*.txt")):
        shutil.copy(path, captures / f"{path.name[:3]}.txt")
    (captures / "other.txt").write_text(
        text_of("Grain ship blocks the harbour of Port Ansel"), encoding="utf-8"
    )
    rows = "".join(f"captures/{number}.txt,{outlet}\n" for number, outlet in SUPPLIED.items())
    (folder / "content" / "metadata.csv").write_text(f"path,source\n{rows}", encoding="utf-8")
    return build(folder / "content", folder / "site", jobs=2)


def by_number(built: Built) -> dict[str, dict[str, Any]]:
    """The records of the five, by the number of their file."""
    found = {a["capture"]["path"].removeprefix("captures/")[:3]: a for a in built.records("articles")}
    return {number: found[number] for number in ("000", "001", "002", "003", "004")}


def test_the_five_are_one_event_with_its_day_and_the_other_stays_out(seeds: Built) -> None:
    """The day is concluded from a month and day in one, weekdays in four, an age and a year."""
    (event,) = seeds.records("events")
    assert set(event["articles"]) == {a["id"] for a in by_number(seeds).values()}
    assert (event["date"]["value"], event["date"]["basis"]) == ("2016-12-22", "inferred")
    assert event["date"]["evidence"]["note"]


def test_days_of_publication_rest_on_the_event_and_say_so(seeds: Built) -> None:
    """Approximate, inferred."""
    dates = {(a["published"]["value"], a["published"]["basis"]) for a in by_number(seeds).values()}
    assert dates == {("2016-12-22~", "inferred")}


def test_outlets_and_agencies_are_those_that_the_captures_or_the_archivist_name(seeds: Built) -> None:
    """One stands only in the notice that is cut, one only as the agency; photo credits and quoted agencies name none."""
    found = by_number(seeds)
    outlets = {number: (a["source"]["value"], a["source"]["basis"]) for number, a in found.items()}
    assert outlets == {
        "000": ("Reuters", "inferred"),
        "001": ("RFE/RL", "stated"),
        **{number: (outlet, "supplied") for number, outlet in SUPPLIED.items()},
    }
    assert {number for number, a in found.items() if a["agency"]} == {"000"}


def test_the_page_of_the_event_compares_them(seeds: Built) -> None:
    """Every entry leads to a paragraph that is there; the trap figure stands apart."""
    (page,) = (p for p in (seeds.output / "events").glob("*/index.html"))
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    links = [
        a["href"] for a in soup.select('a[href*="/articles/"][href*="#p"], a[href*="articles/"][href*="#p"]')
    ]
    assert len(links) > 50
    for link in links:
        path, anchor = str(link).split("#")
        target = (page.parent / path / "index.html").resolve()
        assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), link
    figures = {f["counts"]: f for f in seeds.records("figures")}
    evacuated = next(f for label, f in figures.items() if "evacuated" in label and len(f["mentions"]) > 3)
    killed = next(f for label, f in figures.items() if "killed" in label and len(f["mentions"]) > 3)
    reuters = by_number(seeds)["000"]["id"]
    assert {m["value"] for m in evacuated["mentions"] if m["article"] == reuters} == {34000.0}
    assert sorted({m["value"] for m in killed["mentions"]}) == [300000.0, 310000.0, 400000.0, 500000.0]
