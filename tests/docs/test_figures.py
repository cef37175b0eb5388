"""Figures are said once: what README and the goals of a measurement say is what its tables hold, as far as they are rounded.

After a table is counted anew, run this file: it names each sentence that says something else now.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MEASURED = ROOT / "docs" / "measurements"
SETS = ("aeb", "fundus_eval", "cleanportal", "wcxb", "traf")
Row = dict[str, str]


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("**", "") for cell in line.strip().strip("|").split("|")]


@cache
def tables(path: Path) -> tuple[tuple[Row, ...], ...]:
    """The tables of a page in their order, a row as a dictionary by the heads of its columns."""
    text = path.read_text(encoding="utf-8")
    found = re.findall(r"(?m)^(\|.*)\n\| ?-[-| ]*\n((?:\|.*\n)+)", text)
    return tuple(
        tuple(dict(zip(_cells(head), _cells(line), strict=False)) for line in body.splitlines())
        for head, body in found
    )


def table(page: str, *heads: str) -> tuple[Row, ...]:
    """The first table of a page whose columns begin with these."""
    for found in tables(MEASURED / page):
        if tuple(found[0])[: len(heads)] == heads:
            return found
    raise AssertionError(f"{page}: no table that begins with {heads}")


def row(rows: tuple[Row, ...], **wanted: str) -> Row:
    """The first row with these cells; ``_`` in a name stands for a space."""
    keys = {name.replace("_", " "): value for name, value in wanted.items()}
    for one in rows:
        if all(one.get(key) == value for key, value in keys.items()):
            return one
    raise AssertionError(f"no row with {wanted}")


def good() -> dict[str, list[str]]:
    """README's table "How good it is": the cells of each row by the first words of its first cell."""
    for found in tables(ROOT / "README.md"):
        if "beside it" in found[0]:
            return {
                r["what"].split(" (")[0].split(",")[0]: [r["what"], r["site_gen"], r["beside it"]]
                for r in found
            }
    raise AssertionError("README has no table of figures")


def numbers(text: str) -> list[Decimal]:
    """The numbers of a text, those of addresses left out."""
    bare = re.sub(r"\]\([^)]*\)", "]", text)
    return [
        Decimal(n.replace(",", "")) for n in re.findall(r"(?<![\w.])\d[\d,]*(?:\.\d+)?|(?<![\w.])\.\d+", bare)
    ]


def short(value: str | Decimal, places: str) -> Decimal:
    """A number as it is rounded by hand: a half goes up."""
    return Decimal(str(value)).quantize(Decimal(places), rounding=ROUND_HALF_UP)


def cleaned(name: str, system: str) -> Row:
    """The row of a set and a system (its version left out) in the table of cleaning."""
    for one in table("cleaning.md", "set", "system"):
        if one["set"] == name and re.sub(r" \d[\d.]*$", "", one["system"]) == system:
            return one
    raise AssertionError(f"no row {name}, {system}")


def f1(name: str, system: str) -> str:
    found = cleaned(name, system)
    return found["body F1"] or found["snippet F1"]


def pace(name: str) -> Decimal:
    """How many times our time trafilatura's is."""
    ours, theirs = (Decimal(cleaned(name, system)["CPU ms a page"]) for system in ("site_gen", "trafilatura"))
    return short(theirs / ours, "0.1")


def test_readme_says_of_text_what_the_table_of_cleaning_says() -> None:
    """Four sets, held out, beside trafilatura."""
    _what, ours, theirs = good()["text of web pages"]
    assert numbers(ours) == [short(f1(name, "site_gen, held out"), ".001") for name in SETS[:4]]
    assert numbers(theirs) == [short(f1(name, "trafilatura"), ".001") for name in SETS[:4]]


def test_readme_says_of_pace_what_the_tables_of_cleaning_say() -> None:
    """Cleaning alone, and the command with title, authors and date."""
    paces = [pace(name) for name in SETS]
    command = table("cleaning.md", "set", "pages", "site_gen clean --jsonl, CPU s")
    cells = [one["trafilatura, with metadata, CPU s"] for one in command]
    whole = [Decimal(re.findall(r"\(([\d.]+) ×\)", cell)[0]) for cell in cells]
    assert numbers(good()["pages a CPU second"][1]) == [min(paces), max(paces), min(whole), max(whole)]


def test_readme_says_of_dates_what_the_table_of_metadata_says() -> None:
    """Right and wrong, of ours and of trafilatura."""
    rows = [one for one in table("metadata.md", "set", "program") if one["set"] == "wcxb"]
    wanted = [[Decimal(one["date exact"]), Decimal(one["date wrong"])] for one in rows]
    assert [numbers(cell) for cell in good()["date of publication right"][1:]] == wanted


def test_readme_says_of_linking_what_its_goals_say() -> None:
    """Three outlets among others, on hidden events."""
    goal = row(table("linking.md", "set", "goal"), set="three outlets among 5,493 others")
    _what, ours, theirs = good()["reports of one event"]
    assert numbers(ours) + numbers(theirs) == [Decimal(goal["site_gen"]), Decimal(goal["TF-IDF"])]


def built() -> dict[str, list[Decimal]]:
    """Seconds and memory of 10,000 articles by what was built."""
    rows = table("build.md", "articles", "program, stage")
    start = next(at for at, one in enumerate(rows) if one["articles"] == "10,000")
    return {one["program, stage"]: numbers(one["seconds"]) + numbers(one["peak MB"]) for one in rows[start:]}


def pages_built() -> list[Decimal]:
    """Pages that we and Pelican made of 10,000 articles."""
    return next(numbers(name) for name in built() if name.startswith("pages a second"))


def test_readme_says_of_a_build_what_its_table_says() -> None:
    """Seconds to the whole, pages to the hundred."""
    found = built()
    ours, pelican = pages_built()
    said = numbers(good()["10"][1]) + numbers(good()["10"][2])
    seconds = [found["site_gen (--jobs 2), all"], found["rendering and publishing (render, feeds, finish)"]]
    changed = [
        found["site_gen after a change of one article, all"],
        found["Pelican, all"],
        found["Pelican after the same change, all"],
    ]
    wanted = [seconds[0][0], seconds[1][0], ours, changed[0][0], pelican, changed[1][0], changed[2][0]]
    assert len(said) == len(wanted)
    assert [abs(a - b) <= (50 if b > 1000 else Decimal(".5")) for a, b in zip(said, wanted, strict=True)] == [
        True
    ] * 7, (said, wanted)


def test_readme_says_of_weight_what_the_table_of_pages_says() -> None:
    """The fullest article, in kB."""
    weighed = row(table("pages.md", "page", "kB", "HTML"), page="article, the fullest")
    assert numbers(good()["largest article"][1]) == [short(weighed["kB"], "1")]


@pytest.mark.parametrize("name", SETS)
def test_the_goals_of_cleaning_say_what_its_table_says(name: str) -> None:
    """F1 held out and of trafilatura; the pace."""
    goal = row(table("cleaning.md", "set", "goal"), set=name)
    assert Decimal(goal["site_gen, held out"]) == Decimal(f1(name, "site_gen, held out"))
    assert Decimal(goal["trafilatura"]) == Decimal(f1(name, "trafilatura"))
    paces = table("cleaning.md", "", "aeb")[0]
    assert numbers(next(cell for head, cell in paces.items() if head.split(" (")[0] == name)) == [pace(name)]


@pytest.mark.parametrize(
    ("page", "ours"), [("cleaning.md", "site_gen, held out"), ("linking.md", "site_gen")]
)
def test_a_goal_is_said_to_be_met_where_it_is(page: str, ours: str) -> None:
    """By the numbers beside it; and by how much it is missed."""
    for one in table(page, "set", "goal"):
        goal, reached = numbers(one["goal"]), numbers(one[ours])
        if len(goal) == len(reached) == 1:
            assert ("met" if reached[0] >= goal[0] else "missed") in one[""], one
            by = re.findall(r"by (\.\d+)", one[""])
            assert by in ([], [str(short(goal[0] - reached[0], ".001")).removeprefix("0")]), one


@pytest.mark.parametrize("name", SETS[:2])
def test_the_goals_of_cleaning_text_say_what_its_table_says(name: str) -> None:
    """Pages as lines."""
    goal = row(table("cleaning.md", "set", "goal"), set=f"{name}, text as lines")
    assert Decimal(goal["site_gen, held out"]) == Decimal(f1(name, "site_gen, text as lines"))


def test_the_goals_of_linking_say_of_tf_idf_what_the_first_table_says() -> None:
    """TF-IDF learns nothing, so that it is the same on hidden events."""
    called = {"three outlets among 5,493 others": "the same among 5,493 others"}
    first = {
        one["set"]: one
        for one in table("linking.md", "set", "articles / events")
        if one["method"].startswith("TF-IDF")
    }
    for goal in table("linking.md", "set", "goal"):
        name = called.get(goal["set"], goal["set"])
        if name in first:
            assert short(goal["TF-IDF"], ".001") == short(first[name]["BCubed F1"], ".001"), name


MEANT = {
    "quotations found": ("quotes: mentions", "lot 3 kept"),
    "quotations linked": ("quotes: linked pairs", "lot 3 kept"),
    "speakers": ("quotes: speaker", "lot 3 kept"),
    "figures linked": ("figures: linked pairs", "lot 2 kept"),
    "figures flagged as differing": ("figures: flagged as differing", "lot 2 kept"),
    "traps avoided": ("figures: traps avoided", "lot 2 kept"),
    "told by one outlet only": ("told by one only", "lot 3 kept"),
}
"""Goals of comparing, and the row and column of the table that they are taken from."""
RECALL_ALONE = {"told by one outlet only"}


@pytest.mark.parametrize("what", sorted(MEANT))
def test_the_goals_of_comparing_say_what_its_table_says(what: str) -> None:
    """Precision and recall, or the one of them that is a goal."""
    measure, lot = MEANT[what]
    said = numbers(row(table("comparison.md", "what", "goal"), what=what)["site_gen"])
    cell = numbers(row(table("comparison.md", "measure", "lot 1"), measure=measure)[lot])
    assert said[0] == cell[1 if what in RECALL_ALONE else 0]
    assert "/" not in row(table("comparison.md", "what", "goal"), what=what)["site_gen"] or said[1] == cell[1]


@pytest.mark.parametrize("lot", ["lot 2 kept", "lot 3 kept"])
def test_the_goals_of_names_say_what_their_table_says(lot: str) -> None:
    """Pairs of forms."""
    goals = next(
        found
        for found in tables(MEASURED / "comparison.md")
        if "lot 2 kept" in found[0] and "what" in found[0]
    )
    said = numbers(row(goals, what="names that mean one are one, by pairs of forms")[lot])
    named = row(table("comparison.md", "names", "pairs of forms"), names=lot)
    assert said[:2] == numbers(named["pairs of forms"])[:2]
    assert short(said[-1], ".01") == Decimal(named["F1"])


def test_the_results_of_metadata_say_what_its_table_says() -> None:
    """Each field of each set, of both programs."""
    rows = {(one["set"], one["program"].split(" ")[0]): one for one in table("metadata.md", "set", "program")}
    for said in table("metadata.md", "pages", "field"):
        for name, program in ((said["pages"], "site_gen"), (said["pages"], "trafilatura")):
            if name != "both":
                wanted = [Decimal(rows[name, program][column]) for column in columns(said["field"])]
                assert numbers(said[program]) == wanted, said
    every = row(table("metadata.md", "pages", "field"), pages="both")
    cost = {
        program: sorted({Decimal(rows[name, program]["CPU ms a page"]) for name in ("fundus_meta", "wcxb")})
        for program in ("site_gen", "trafilatura")
    }
    assert [numbers(every["site_gen"]), numbers(every["trafilatura"])] == [
        cost["site_gen"],
        cost["trafilatura"],
    ]


def columns(field: str) -> Iterator[str]:
    """The columns that a field of the results stands for: "date exact, wrong" is two."""
    first, *rest = field.replace("there is none", "none").split(", ")
    yield first
    yield from (f"{first.split(' ')[0]} {word}" for word in rest)


def test_the_goals_of_building_say_what_its_table_says() -> None:
    """Of 10,000 articles; seconds as the table has them, or rounded."""
    found = built()
    goals = {
        one["what"]: numbers(one["site_gen"])[:1] + numbers(one["Pelican"])[:1]
        for one in table("build.md", "what", "goal")
    }
    rendered = goals["rendering and publishing, 10,000 articles"]
    assert rendered == [
        found["rendering and publishing (render, feeds, finish)"][0],
        found["Pelican, all"][0],
    ]
    assert goals["all of it from nothing, 10,000 articles"] == [
        short(found["site_gen (--jobs 2), all"][0], "1")
    ]
    changed = [
        found["site_gen after a change of one article, all"][0],
        found["Pelican after the same change, all"][0],
    ]
    assert goals["all of it after a change of one, 10,000 articles"] == [short(changed[0], "1"), changed[1]]


def test_the_goals_of_pages_say_what_its_table_says() -> None:
    """Bytes of a first visit."""
    called = {
        "an article, sent cold": "article, the fullest",
        "an event of twenty outlets, sent cold": "event of twenty outlets",
    }
    for goal, page in called.items():
        said = row(table("pages.md", "what", "goal"), what=goal)["site_gen"]
        assert numbers(said) == [Decimal(row(table("pages.md", "page", "kB", "HTML"), page=page)["kB"])]


def test_the_goals_of_search_say_what_its_tables_say() -> None:
    """Cost at 10,000 articles, correctness, relevance."""
    goals = {one["what"]: one for one in table("search.md", "what", "site_gen", "Pagefind")}
    cost = {
        one["program"]: one
        for one in table("search.md", "articles", "program")
        if one["articles"] == "10,000"
    }
    called = {
        "kB with ten excerpts, 10,000 articles": ("kB with their texts",),
        "kB of a next query, median and most": ("kB of a next query, median", "most"),
        "CPU s to index 10,000": ("CPU s",),
        "peak MB to index 10,000": ("peak MB",),
        "MB of the index, 10,000": ("MB",),
    }
    for goal, heads in called.items():
        for program, name in (("site_gen", "ours"), ("Pagefind", "Pagefind")):
            assert numbers(goals[goal][program]) == [
                n for head in heads for n in numbers(cost[name][head])
            ], goal
    asked = table("search.md", "queries", "asked")
    right = [sum(int(one[head]) for one in asked) for head in ("same articles", "asked")]
    assert numbers(goals["queries with the same articles as FTS5"]["site_gen"]) == right
    found = {
        one[""].split(" ")[0]: one
        for one in table("search.md", "", "the article remembered: mean reciprocal rank")
    }
    for goal, head in (("first", "first"), ("among ten", "among ten")):
        said = goals[f"the article remembered is {goal}"]
        for program, name in (("site_gen", "ours"), ("Pagefind", "Pagefind"), ("FTS5", "FTS5")):
            assert numbers(said[program]) == numbers(found[name][head]), (goal, name)


def test_what_the_program_knows_is_counted_as_the_texts_say() -> None:
    """The list of known outlets, the general subjects."""
    known = tomllib.loads((ROOT / "site_gen/describe/outlets.toml").read_text(encoding="utf-8"))["outlets"]
    about = f"some {round(len(known), -2)}"
    for page in ("CHANGELOG.md", "docs/explain/provenance.md", "docs/how-to/outlets-and-rights.md"):
        said = re.findall(r"some \d00(?= known|, has| newspapers)", (ROOT / page).read_text(encoding="utf-8"))
        assert said == [about], page
    subjects = tomllib.loads((ROOT / "site_gen/language/en.subjects.toml").read_text(encoding="utf-8"))[
        "subjects"
    ]
    assert len(subjects) == 36, "CHANGELOG and vocabulary-and-topics.md say thirty-six"
