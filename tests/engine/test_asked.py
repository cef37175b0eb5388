"""What a page asked is noted, whatever it is, and its answers are compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from site_gen.engine.asked import Answers, Noting
from site_gen.engine.catalogue import StoredCatalogue, asking
from site_gen.engine.codec import pack
from site_gen.engine.store import Store
from site_gen.model import Listing, TopicCard


def _with_topics(path: Path, *labels: str) -> Store:
    store = Store(path)
    store.db.execute("DELETE FROM topic")
    for label in labels:
        card = TopicCard(label.lower(), label, "subject", 1, 0)
        store.db.execute(
            "INSERT INTO topic VALUES (?, ?, ?, ?, ?, ?)",
            (card.slug, card.kind, card.label, 1, pack(card), b""),
        )
    return store


def test_every_question_is_noted_once_and_in_order(tmp_path: Path) -> None:
    """Also one whose answer is streamed, and one that has none."""
    with _with_topics(tmp_path / "c.sqlite", "Ferries") as store:
        asked = Noting(StoredCatalogue(store))
        shelf = asked.catalogue()
        assert shelf.topic_card("ferries").label == "Ferries"
        assert isinstance(shelf.topics(), Iterator)
        shelf.count(Listing("all"))
        shelf.topic_card("ferries")
        assert asked.take() == (("topic_card", ("ferries",)), ("topics", ()), ("count", (Listing("all"),)))
        assert asked.take() == ()


def test_a_seal_holds_as_long_as_the_answers(tmp_path: Path) -> None:
    """A card that changes breaks it, one that comes or goes, and what all pages rest on."""
    questions = (("topics", ()), ("topic_card", ("ferries",)))
    with _with_topics(tmp_path / "a.sqlite", "Ferries") as store:
        seal = Answers(store).seal(b"code", questions)
        assert Answers(store).seal(b"code", questions) == seal
        assert Answers(store).seal(b"other code", questions) != seal
    with _with_topics(tmp_path / "b.sqlite", "Ferries", "Harbours") as store:
        assert Answers(store).seal(b"code", questions) != seal
        assert Answers(store).seal(b"code", questions[1:]) != Answers(store).seal(b"code", questions)
    with _with_topics(tmp_path / "c.sqlite") as store:
        assert Answers(store).seal(b"code", questions) != seal


def test_a_seal_needs_no_second_look_at_what_was_just_asked(tmp_path: Path) -> None:
    """The page and its seal share the answers; a seal of its own looks again."""
    questions = (("topic_card", ("ferries",)),)
    with _with_topics(tmp_path / "c.sqlite", "Ferries") as store:
        seal = Answers(store).seal(b"code", questions)
        ask = asking(store, 8)
        assert StoredCatalogue(store, ask=ask).topic_card("ferries").label == "Ferries"
        store.db.execute("DELETE FROM topic")
        assert Answers(store, ask).seal(b"code", questions) == seal
        assert Answers(store).seal(b"code", questions) != seal
