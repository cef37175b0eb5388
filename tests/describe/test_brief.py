"""The brief of an article."""

from __future__ import annotations

from site_gen import describe
from site_gen.model import VocabularyTerm

from .captures import a_text, described


def test_a_brief_counts_names_with_their_other_forms_and_the_terms_of_the_vocabulary() -> None:
    """Subjects come from the vocabulary's words only."""
    ferries = VocabularyTerm("Ferries", "subject", terms=("ferry",))
    article, _ = described(
        a_text(
            ("title", "Ferry"),
            ("body", "President Omar al-Hadidi took two ferries. Hadidi slept."),
            ("body", "It rained."),
        )
    )
    brief = describe.brief(article, (ferries, VocabularyTerm("Trains", "subject")))
    assert [(n.name, n.count, n.forms) for n in brief.names] == [("Omar al-Hadidi", 2, ("Hadidi",))]
    assert brief.terms == ("Ferries",)
    assert brief.summary == "President Omar al-Hadidi took two ferries."


def test_a_long_summary_is_cut_at_a_word() -> None:
    """At most 300 characters."""
    article, _ = described(a_text(("title", "Long"), ("body", "word " * 100)))
    assert len(describe.brief(article).summary) <= 300
    assert describe.brief(article).summary.endswith("word…")


def test_a_summary_begins_behind_the_dateline() -> None:
    """Lists and feeds tell what happened, not where it was written."""
    article, _ = described(
        a_text(("title", "Pier"), ("body", "NORHAM, Jan. 5 (Reuters) - A pier fell into the sea."))
    )
    brief = describe.brief(article)
    assert (brief.summary, brief.begins) == ("A pier fell into the sea.", ("p1", 27))


def test_a_report_begins_at_the_dateline_of_one_of_its_first_paragraphs() -> None:
    """What stands above sums it up, or is a caption; far below, a dateline is of another report."""
    above = ("body", "The pier of Norham is gone, and nobody was hurt.")
    lead = ("body", "NORHAM (Reuters) - A pier fell into the sea.")
    brief = describe.brief(described(a_text(("title", "Pier"), above, lead))[0])
    assert (brief.summary, brief.begins) == (above[1], ("p2", 19))
    brief = describe.brief(described(a_text(("title", "Pier"), above, above, above, lead))[0])
    assert brief.begins is None
