"""What a person decides wins; what is mended is recorded."""

from __future__ import annotations

from site_gen.clean.mend import mended
from site_gen.model import Decision

from .captures import LONG, TITLE, a_capture, cleaned, roles, scrape

LINK = "READ MORE: Mill stairs to be lit by gas"


def _decision(kind: str, line: str, where: str = "decisions.csv:7") -> Decision:
    return Decision(kind, "captures/x/1.txt", line, "", "archivist", "", where)


def test_a_decision_keeps_or_drops_a_line_and_is_cited() -> None:
    """By the line's text or its number."""
    capture = a_capture(scrape(TITLE, *LONG[:2], LINK, *LONG[2:]))
    decisions = (_decision("keep this line", LINK), _decision("drop this line", "3", "decisions.csv:8"))
    body, findings = cleaned(capture, None, decisions)
    kept = next(line for line in body.lines if line.text == LINK)
    dropped = next(line for line in body.lines if line.number == 3)
    assert (kept.role, kept.rule) == ("body", "decision decisions.csv:7")
    assert (dropped.block, dropped.rule) == (None, "decision decisions.csv:8")
    assert findings == ()


def test_a_decision_names_a_line_by_its_letters_and_a_capture_by_its_id() -> None:
    """As a person copies them: in other type, from the article's page."""
    capture = a_capture(scrape(TITLE, *LONG[:2], LINK, *LONG[2:]))
    decision = Decision("keep this line", capture.id, LINK.lower().replace(":", " -"), "", "", "", "x.csv:2")
    body, findings = cleaned(capture, None, (decision,))
    assert (roles(body)[LINK], findings) == ("body", ())


def test_a_heading_that_a_decision_keeps_stays_a_heading() -> None:
    """It says that a line is the article's, not what it is there."""
    capture = a_capture(scrape(TITLE, *LONG[:2], "What the mayor wrote", *LONG[2:]))
    body, _ = cleaned(capture, None, (_decision("keep this line", "What the mayor wrote"),))
    assert roles(body)["What the mayor wrote"] == "heading"


def test_a_decision_on_a_line_that_is_not_there_is_a_finding() -> None:
    """The finding stands at the decision's row."""
    _, findings = cleaned(
        a_capture(scrape(TITLE, *LONG)), None, (_decision("drop this line", "No such words"),)
    )
    assert [(finding.code, finding.where) for finding in findings] == [("CLN-005", "decisions.csv:7")]


def test_broken_encoding_is_mended_and_recorded() -> None:
    """Mojibake inside a kept line becomes an edit; the line itself stays as it stands."""
    broken = LONG[2].replace("“", "â€œ").replace("”", "â€\x9d")
    body, findings = cleaned(a_capture(scrape(TITLE, *LONG[:2], broken, LONG[3])))
    assert body.blocks[2].text == LONG[2].replace("“", "“").replace("”", "”")
    assert [edit.rule for edit in body.edits] == ["mojibake"]
    assert broken in roles(body)
    assert [finding.code for finding in findings] == ["CLN-006"]


def test_invisible_and_bidirectional_controls_do_not_reach_a_reader() -> None:
    """A zero-width space and an override are taken out and recorded; an Arabic joiner stays."""
    hidden = LONG[1][:20] + "\u200b\u202e" + LONG[1][20:]
    body, _ = cleaned(a_capture(scrape(TITLE, LONG[0], hidden, *LONG[2:])))
    assert body.blocks[1].text == LONG[1]
    assert body.edits[0].rule == "invisible characters, bidirectional controls"
    assert mended("می‌خواهم") == ("می‌خواهم", "")
    assert mended("pi‌er") == ("pier", "invisible characters")


def test_headlines_that_open_at_a_name_do_not_stand_inside_its_sentence() -> None:
    """The name is said again with headlines glued to it, as far as "MORE"; the change is recorded."""
    headlines = "Tilda (Til) Ann QuayleFerry pier to close | Mill opens New stairs 'too steep' MORE"
    sentence = "Speaker Tilda Quayle {}(Hallow) told the council that {}the pier would stay open."
    line = sentence.format(headlines + " ", "")
    body, _ = cleaned(a_capture(scrape(TITLE, LONG[0], line, *LONG[1:])))
    assert body.blocks[1].text == sentence.format("", "")
    assert body.edits[0].rule == "headlines in a sentence"


def test_a_whole_name_said_again_opens_headlines_too() -> None:
    """Also where the headlines stand behind a space, or open with a figure or a quotation."""
    for name in (
        "Ann Dorrit Mayor: pier stays shut",
        "Ann Louise Dorrit5 things to know",
        "Dorrit'No' to pier",
    ):
        assert mended(f"Then Ann Dorrit {name} MORE said so.")[0] == "Then Ann Dorrit said so."
    assert mended("Then Ann DorritAnn Louise DorritPier shut MORE said so.")[0] == "Then Ann Dorrit said so."


def test_a_name_said_twice_before_the_word_more_is_left_alone() -> None:
    """In capitals it stands in sentences, too, and a name may come again in one."""
    for line in (
        "Dorrit, who is Ann Dorrit's sister, wants MORE money.",
        "Ann Dorrit met Jo Dorrit and asked for MORE.",
        "Dorrit told Ann Dorrit that MORE was needed.",
        "WHAT HAS THE PIER DONE, AND WHAT MORE",
    ):
        assert mended(line) == (line, "")
