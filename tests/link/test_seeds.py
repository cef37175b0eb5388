"""Five real captures of one event, through ingest, clean and describe; read from ../shared, skipped where that is absent."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from benchmarks.linking_data import article, records
from site_gen import clean, describe, ingest
from site_gen.model import Article, Record
from site_gen.settings import CleanSettings, IngestSettings
from tests.link.archive import concluded, council, linked

SHARED = Path(__file__).parents[2].parent / "shared"
SEEDS = SHARED / "seeds"
OTHERS = SHARED / "data" / "linking" / "background.jsonl.gz"


def seed(path: Path) -> Article:
    """The article that the stages before make of a capture; its outlet only where the capture states it."""
    data = path.read_bytes()
    found = ingest.records(f"captures/{path.name}", BytesIO(data), len(data), IngestSettings())
    record = next(r for r in found if isinstance(r, Record))
    capture, _ = ingest.capture(record, id=path.stem, settings=IngestSettings())
    assert capture is not None
    body, _ = clean.body(capture, site_lines=None, decisions=(), settings=CleanSettings())
    return describe.article(capture, body)[0]


@pytest.fixture(scope="module")
def seeds() -> list[Article]:
    """The five captures as articles."""
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not here")
    return [seed(path) for path in sorted(SEEDS.glob("00*.txt"))]


def test_the_five_seeds_are_one_event_and_an_unrelated_article_does_not_join(seeds: list[Article]) -> None:
    """Undated, three of them without an outlet."""
    links, findings = linked([*seeds, council()])
    assert [set(e.articles) for e in links.events] == [{a.id for a in seeds}]
    assert (links.versions, links.stories, findings) == ((), (), ())


def test_the_five_seeds_stay_one_event_among_others_of_the_same_war(seeds: list[Article]) -> None:
    """Reports of other days, with dates: none joins, and none draws a seed away."""
    if not OTHERS.is_file():
        pytest.skip("../shared/data/linking is not here")
    others = [article(r) for r in records(OTHERS) if "Syria" in (r.get("title") or "")][:60]
    links, _ = linked([*seeds, *others])
    ids = {a.id for a in seeds}
    assert [set(e.articles) for e in links.events if ids & set(e.articles)] == [ids]


def test_the_day_is_concluded_across_the_seeds_and_their_publication_about_it(seeds: list[Article]) -> None:
    """A month and day in one, a weekday in four, an age and a year."""
    (event,) = linked(seeds)[0].events
    event = concluded(event, seeds)
    assert event.date is not None
    assert (event.date.value, event.date.basis) == ("2016-12-22", "inferred")
    assert event.date.evidence.note
    assert [date.value for _, date in event.published] == ["2016-12-22~"] * 5
