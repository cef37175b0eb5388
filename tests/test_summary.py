"""What a build prints when it ends."""

from __future__ import annotations

from site_gen.model import Finding, Level
from site_gen.summary import _former, _left_out, remarks


def found(code: str, level: Level, where: str) -> Finding:
    """A finding of a kind."""
    return Finding(code, level, where, f"about {code}", "do something")


def test_errors_come_first_and_warnings_of_one_kind_share_a_line() -> None:
    """Every error with its place and line; of many warnings the first three places and how many more."""
    warnings = [found("DSC-001", Level.WARNING, f"captures/{n}.txt") for n in range(7)]
    others = [found("CUR-002", Level.WARNING, "sources.toml:4"), found("ING-014", Level.NOTE, "captures/x")]
    errors = [found("ING-012", Level.ERROR, f"captures/p.jsonl:{n}") for n in range(2)]
    assert remarks([*warnings, *others, *errors]) == (
        "captures/p.jsonl:0: ING-012 error: About ING-012. Do something.",
        "captures/p.jsonl:1: ING-012 error: About ING-012. Do something.",
        "sources.toml:4: CUR-002 warning: About CUR-002. Do something.",
        "DSC-001 warning, 7 times: About DSC-001. captures/0.txt, captures/1.txt, captures/2.txt and 4 more. Do something.",
    )


def test_more_errors_than_a_screen_holds_are_counted() -> None:
    """The rest stands in findings.jsonl."""
    lines = remarks([found("ING-002", Level.ERROR, f"captures/{n}.pdf") for n in range(35)])
    assert (len(lines), lines[-1]) == (31, "… and 5 errors more")


def test_warnings_of_one_code_that_differ_are_each_said() -> None:
    """The first three in full, so that nobody has to look for the others' meaning; the rest is counted."""
    said = [
        Finding("ING-016", Level.WARNING, f"metadata.csv:{n}", f"cell {n} is no date", "mend it")
        for n in range(5)
    ]
    assert remarks(said) == (
        "metadata.csv:0: ING-016 warning: Cell 0 is no date. Mend it.",
        "metadata.csv:1: ING-016 warning: Cell 1 is no date. Mend it.",
        "metadata.csv:2: ING-016 warning: Cell 2 is no date. Mend it.",
        "… and 2 warnings more of ING-016",
    )


def test_of_many_captures_left_out_for_one_reason_the_first_are_named() -> None:
    """A folder of saved pages holds thousands of pictures; the JSON summary has them all."""
    left_out = [(f"captures/{n}.css", "ING-004 A .css file is no capture.") for n in range(9)]
    assert _left_out([("captures/a.txt", "ING-001 The file is empty."), *left_out]) == [
        "Left out captures/a.txt: ING-001 The file is empty.",
        *(f"Left out captures/{n}.css: ING-004 A .css file is no capture." for n in range(3)),
        "Left out 6 more for ING-004",
    ]


def test_former_versions_are_named_and_taken_from_the_number_that_the_pages_count() -> None:
    """The front page counts fewer articles than were published; the line says which, and is not there without any."""
    keys = tuple(f"captures/again/{n}.html" for n in range(5))
    assert _former(keys[:1], 46) == [
        "1 article is a former version of another, and lists count 45: captures/again/0.html"
    ]
    (many,) = _former(keys, 46)
    assert many.startswith(
        "5 articles are former versions of others, and lists count 41: captures/again/0.html, "
    )
    assert many.endswith(", captures/again/2.html and 2 more")
    assert _former((), 46) == []
