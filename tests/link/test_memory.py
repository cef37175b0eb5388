"""Whatever comes, goes or changes: what is linked with the help of memory is what is linked from nothing."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from site_gen import link
from site_gen.link import corpus
from site_gen.link.memory import Memory, from_bytes, to_bytes
from site_gen.link.whole import Linked
from site_gen.model import Brief, BriefName, Decision, Fingerprint
from site_gen.settings import LinkSettings

Archive = dict[str, tuple[Brief, Fingerprint]]

WORDS = [
    f"{a}{b}{c}"
    for a in ("bran", "cor", "dell", "fen", "gar")
    for b in "aeiou"
    for c in ("th", "ld", "mp", "rk")
]
PLACES = ("Tarn Hollow", "Oswick", "Pellan Bay", "Quarrow", "Stane", "Ulverby", "Wexholm", "Yarrowby")
OUTLETS = ("The Lantern", "The Ledger", "The Gazette", "The Courier")


def an_archive(events: int) -> Archive:
    """Two to four reports of each event, in two languages, some undated, some twice by one outlet, some by nobody known."""
    made: Archive = {}
    for event in range(events):
        draw = random.Random(event)
        own = draw.sample(WORDS, 12) + [f"word{event}{letter}" for letter in "abcdef"]
        place, day = draw.choice(PLACES), 1 + draw.randrange(28)
        for number in range(draw.randint(2, 4)):
            seed = random.Random(f"{event} {number}")
            language = "fr" if seed.random() < 0.1 else "en"
            outlet = "" if seed.random() < 0.1 else OUTLETS[number % 3 if seed.random() < 0.8 else 0]
            date = None if seed.random() < 0.15 else f"2021-0{1 + event % 3}-{min(28, day + number):02}"
            id = hashlib.sha256(f"{event} {number}".encode()).hexdigest()[:12]
            made[id] = an_item(
                id, [w for w in own if seed.random() < 0.8], place, event, outlet, date, language
            )
    return made


def an_item(
    id: str, words: list[str], place: str, event: int, outlet: str, date: str | None, language: str
) -> tuple[Brief, Fingerprint]:
    """A brief and a fingerprint that tell these things."""
    person = f"Ada Mor{event}wen"
    names = (BriefName(place, "place", 2), BriefName(person, "person", 1))
    brief = Brief(
        id=id, key=f"captures/{id}.txt", title=f"{' '.join(words[:4]).capitalize()} at {place}", source=outlet or None,
        agency=None, published=date, published_basis=None, language=language, section=None, summary="", url=None,
        words=220, sha256="", names=names, given_topics=(),
    )  # fmt: skip
    text = random.Random(id if event % 4 else f"same {event}")
    return brief, Fingerprint(
        id=id,
        terms=tuple(sorted((word, 1 + len(word) % 3) for word in {*words, *place.lower().split()})),
        title_terms=tuple(sorted(words[:4])),
        lead_terms=tuple(sorted(words[:8])),
        names=tuple(sorted([(place.lower(), 2), (person.lower(), 1)])),
        places=(place.lower(),),
        numbers=tuple(sorted({f"{100 + event}", f"{7 * event + len(words) + 10}"})),
        clues=(),
        minhash=tuple(text.getrandbits(32) for _ in range(96)),
        words=220,
        language=language,
        skeletons=(f"mr{event}wn",),
    )


def relinked(archive: Archive, memory: Memory | None, decisions: tuple[Decision, ...] = ()) -> Linked:
    """Link an archive with what is remembered."""
    items = [archive[id] for id in sorted(archive)]
    return link.relinked(
        (brief for brief, _ in items),
        (print_ for _, print_ in items),
        decisions=decisions,
        settings=LinkSettings(),
        seals={id: hashlib.sha256(repr(item).encode()).digest()[:16] for id, item in archive.items()},
        memory=memory,
    )


def decided(kind: str, a: str, b: str = "") -> Decision:
    """A row of decisions.csv."""
    return Decision(kind, a, b, "", "M. Archivist", "checked by hand", "decisions.csv:2")


def an_addition(archive: Archive) -> Archive:
    """The archive with one more report of its first event, by another outlet."""
    brief, print_ = archive[min(archive)]
    id = "0" * 12
    return archive | {id: (replace(brief, id=id, key="k", source="The Mercury"), replace(print_, id=id))}


def a_change(archive: Archive) -> Archive:
    """The archive with other words in one report."""
    id = sorted(archive)[7]
    brief, print_ = archive[id]
    terms = tuple(sorted((*print_.terms[3:], ("altered", 2))))
    return archive | {id: (replace(brief, title="Altered at Oswick"), replace(print_, terms=terms))}


def another_spelling(archive: Archive) -> Archive:
    """The archive with one name written otherwise, where this is the spelling that is shown of it."""
    id = sorted(archive)[11]
    brief, print_ = archive[id]
    names = tuple(replace(name, name=name.name.upper()) for name in brief.names)
    return archive | {id: (replace(brief, names=names), print_)}


EDITS: tuple[tuple[str, Callable[[Archive], Archive]], ...] = (
    ("nothing", dict),
    ("one is added", an_addition),
    ("one is removed", lambda archive: {id: item for id, item in archive.items() if id != sorted(archive)[4]}),
    ("one says something else", a_change),
    ("a name is written otherwise", another_spelling),
    ("all are new", lambda archive: {f"x{id}": (replace(b, id=f"x{id}"), replace(p, id=f"x{id}")) for id, (b, p) in archive.items()}),
)  # fmt: skip


@pytest.mark.parametrize("is_large", [True, False], ids=["rarity in steps", "rarity as it is"])
@pytest.mark.parametrize(("what", "edit"), EDITS, ids=[what for what, _ in EDITS])
def test_what_memory_helped_to_link_is_what_is_linked_from_nothing(
    what: str, edit: Callable[[Archive], Archive], is_large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Links, findings and what is remembered for the next time, to the last bit."""
    monkeypatch.setattr(corpus, "LARGE_ARCHIVE", 0 if is_large else 10**9)
    before = an_archive(60)
    after = edit(before)
    warm, cold = relinked(after, relinked(before, None).memory), relinked(after, None)
    assert cold.links.events and (warm.links, warm.findings) == (cold.links, cold.findings)
    assert warm.memory.states == cold.memory.states and warm.memory.events == cold.memory.events
    for mine, fresh in ((warm.memory.pairs, cold.memory.pairs), (warm.memory.odds, cold.memory.odds), (warm.memory.texts, cold.memory.texts)):  # fmt: skip
        assert np.array_equal(mine, fresh)


def test_one_article_more_has_its_neighbours_compared_again_and_no_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a large archive, where rarity counts in steps; one article may make one frequent word cross a step, of one size of two."""
    monkeypatch.setattr(corpus, "LARGE_ARCHIVE", 0)
    archives = [an_archive(count) for count in (240, 480)]
    again = [relinked(an_addition(a), relinked(a, None).memory).again for a in archives]
    assert all(0 < done.pairs_compared < done.pairs / 4 for done in again)
    assert 0 < min(done.events_made / done.events for done in again) < 1 / 2


def test_decisions_make_the_events_they_touch_anew_and_compare_nothing() -> None:
    """Two reports parted, two put together, one taken down, two confirmed; and all of it withdrawn."""
    archive = an_archive(60)
    before = relinked(archive, None)
    event, other = before.links.events[0], before.links.events[1]
    decisions = (
        decided("not same event", event.articles[0], event.articles[1]),
        decided("same event", other.articles[0], before.links.events[2].articles[0]),
        decided("take down", before.links.events[3].articles[0]),
        decided("same event", *before.links.events[4].articles[:2]),
    )
    warm, cold = relinked(archive, before.memory, decisions), relinked(archive, None, decisions)
    assert warm.links == cold.links != before.links
    assert warm.again.pairs_compared == 0 and 0 < warm.again.events_made <= 9
    assert relinked(archive, warm.memory).links == before.links


def test_a_memory_kept_as_bytes_is_the_same() -> None:
    """What is written beside the catalogue says all."""
    archive = an_archive(8)
    memory = relinked(archive, None).memory
    parts = {name: bytes(part) for name, part in to_bytes(memory).items()}
    again = relinked(archive, from_bytes(parts, memory.events)).again
    assert (again.pairs_compared, again.events_made) == (0, 0) and again.pairs > 0
