"""The accession register: ids and addresses that stay."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.curate import (
    Register,
    RegisterRow,
    accession,
    accessions,
    match_events,
    mint_slugs,
    read_register,
    redirects,
    write_register,
)

EMPTY = Register()


def test_a_capture_gets_an_id_of_its_key_and_keeps_it() -> None:
    """Twelve hexadecimal digits; the same in a second build and after the text was mended."""
    first, ids = accessions(EMPTY, [("captures/a.txt", "1"), ("captures/b.txt", "2")])
    assert ids["captures/a.txt"].startswith("a-")
    assert len(ids["captures/a.txt"]) == 14
    second, again = accessions(first, [("captures/b.txt", "2"), ("captures/a.txt", "mended")])
    assert again == ids
    row = second.row(ids["captures/a.txt"])
    assert row is not None
    assert row.sha256 == "mended"


def test_a_moved_file_keeps_its_id() -> None:
    """The same bytes under a new name, when the old name is gone."""
    first, ids = accessions(EMPTY, [("captures/a.txt", "1")])
    _, moved = accessions(first, [("captures/lantern/a.txt", "1")])
    assert moved["captures/lantern/a.txt"] == ids["captures/a.txt"]


def test_a_copy_beside_its_original_is_a_capture_of_its_own() -> None:
    """Equal bytes alone do not make one capture of two files."""
    first, ids = accessions(EMPTY, [("captures/a.txt", "1")])
    _, both = accessions(first, [("captures/a.txt", "1"), ("captures/b.txt", "1")])
    assert both["captures/a.txt"] == ids["captures/a.txt"]
    assert both["captures/b.txt"] != ids["captures/a.txt"]
    assert accession(first, "captures/b.txt", "1", present=["captures/a.txt"]) == both["captures/b.txt"]


def test_an_id_is_never_given_to_another_file() -> None:
    """A new file under the old name of a moved one gets a new id; a file that comes back gets its own."""
    first, ids = accessions(EMPTY, [("captures/a.txt", "1")])
    second, _ = accessions(first, [("captures/b.txt", "1")])
    _, third = accessions(second, [("captures/b.txt", "1"), ("captures/a.txt", "other")])
    assert third["captures/b.txt"] == ids["captures/a.txt"]
    assert third["captures/a.txt"] != ids["captures/a.txt"]
    gone, _ = accessions(first, [])
    assert accessions(gone, [("captures/a.txt", "9")])[1] == ids


def test_accession_does_not_depend_on_the_order_of_files() -> None:
    """The same register from the same files, shuffled."""
    files = [(f"captures/{n}.txt", str(n % 7)) for n in range(50)]
    register, ids = accessions(EMPTY, files)
    random.Random(1).shuffle(files)
    assert accessions(EMPTY, files) == (register, ids)


def test_a_retitled_article_keeps_its_slug() -> None:
    """A slug once minted never changes; a second of the same title gets a number."""
    first = mint_slugs(EMPTY, {"a-1": "The Pier", "a-2": "the pier!"}, kind="article")
    assert (first.slug("a-1"), first.slug("a-2")) == ("the-pier", "the-pier-2")
    second = mint_slugs(first, {"a-1": "Another title", "a-0": "The Pier"}, kind="article")
    assert (second.slug("a-1"), second.slug("a-0")) == ("the-pier", "the-pier-3")


@pytest.mark.parametrize(
    ("title", "slug"), [("Index", "index-2"), ("CON", "con-2"), ("!!!", "a-9"), ("", "a-9")]
)
def test_reserved_and_empty_titles_still_give_a_safe_slug(title: str, slug: str) -> None:
    """Names of the site and of Windows get a number, a title without letters the id."""
    assert mint_slugs(EMPTY, {"a-9": title}, kind="article").slug("a-9") == slug


def test_slugs_of_different_kinds_do_not_meet() -> None:
    """An event and an article may share one; they live in different folders."""
    register = mint_slugs(mint_slugs(EMPTY, {"a-1": "Pier"}, kind="article"), {"e-1": "Pier"}, kind="event")
    assert register.slug("a-1") == register.slug("e-1") == "pier"


def after(*builds: dict[str, str]) -> tuple[Register, list[dict[str, str]]]:
    """Events of several builds in turn, each as name to the letters of its members; ids of each build."""
    register, out = EMPTY, []
    for build in builds:
        register, ids = match_events(register, [(name, tuple(members)) for name, members in build.items()])
        out.append(ids)
    return register, out


IDENTITY = [
    ("an article is added", {"x": "abc"}, {"y": "abcd"}, {"y": "x"}),
    ("an article goes", {"x": "abc"}, {"y": "ab"}, {"y": "x"}),
    ("nothing changes but the order", {"x": "abc", "w": "de"}, {"w": "ed", "x": "cab"}, {"x": "x", "w": "w"}),
    ("a split: the larger part keeps", {"x": "abcde"}, {"y": "ab", "z": "cde"}, {"z": "x", "y": None}),
    ("an even split: the larger event keeps", {"x": "abcd"}, {"y": "ab", "z": "cdef"}, {"z": "x", "y": None}),
    ("an event grows much larger", {"x": "ab"}, {"y": "abcdefgh"}, {"y": "x"}),
    ("a stranger", {"x": "ab"}, {"y": "cd"}, {"y": None}),
    ("one member changes sides", {"x": "abc", "w": "def"}, {"y": "ab", "z": "cdef"}, {"y": "x", "z": "w"}),
]  # fmt: skip


@pytest.mark.parametrize(("what", "before", "now", "kept"), IDENTITY)
def test_an_event_keeps_its_id_where_most_of_it_lives_on(
    what: str, before: dict[str, str], now: dict[str, str], kept: dict[str, str | None]
) -> None:
    """Names on the right are the events of the build before; None is a new id."""
    register, (first, second) = after(before, now)
    assert len(set(second.values())) == len(now), what
    for name, old in kept.items():
        assert (second[name] == first[old]) if old else (second[name] not in first.values()), what
    assert all(register.row(id) for id in first.values())


def test_of_two_events_that_become_one_the_older_stays_and_the_other_leads_to_it() -> None:
    """The address of the younger is a redirect; parting again brings its id back."""
    register, (one, two, three) = after({"x": "abc"}, {"x": "abc", "y": "defgh"}, {"z": "abcdefgh"})
    assert three["z"] == one["x"]
    assert register.resolved(two["y"]) == one["x"]
    register = mint_slugs(register, {one["x"]: "Pier", two["y"]: "Harbour"}, kind="event")
    assert redirects(register, "event") == (("harbour", "pier"),)
    register, parted = match_events(register, [("p", tuple("abc")), ("q", tuple("defgh"))])
    assert (parted["p"], parted["q"]) == (one["x"], two["y"])
    assert redirects(register, "event") == ()


def test_an_event_that_only_brushed_another_does_not_take_its_page() -> None:
    """The older one holds a third of its members in it, the younger all: the younger keeps its id."""
    register, (_, before, now) = after({"x": "abc"}, {"x": "abc", "y": "defg"}, {"z": "adefg"})
    assert now["z"] == before["y"]
    assert register.resolved(before["x"]) == before["y"]


def test_a_moved_id_that_leads_in_a_circle_ends() -> None:
    """A register edited by hand cannot hang the build."""
    rows = (RegisterRow("e-1", "event", 1, moved_to="e-2"), RegisterRow("e-2", "event", 2, moved_to="e-1"))
    assert Register(rows).resolved("e-1") in ("e-1", "e-2")


def test_a_register_comes_back_from_its_file() -> None:
    """Commas, quotation marks and Arabic in keys; sorted by number; the same bytes again."""
    register, _ = accessions(EMPTY, [('captures/a, "b".txt', "1"), ("captures/ميناء.txt", "2")])
    register = mint_slugs(register, {row.id: row.key for row in register.rows}, kind="article")
    register, _ = match_events(register, [("x", ("a", "b"))])
    again, findings = read_register(write_register(register))
    assert (again, findings) == (register, ())
    assert write_register(again) == write_register(register)


def test_a_row_edited_by_hand_is_put_in_order() -> None:
    """Members in their order, each once; a row without a slug is known by its id."""
    data = b"number,id,kind,slug,key,sha256,members,moved_to\n1,e-1,event,,,,a-3 a-1  a-3 a-2,\n"
    register, findings = read_register(data)
    assert ([row.members for row in register.rows], findings) == ([("a-1", "a-2", "a-3")], ())
    assert register.slug("e-1") == "e-1"


def test_bad_rows_of_a_register_are_findings_and_the_rest_holds() -> None:
    """Unknown kind, an id twice, a slug twice, a slug that leads out of the folder, a move to nowhere."""
    data = (
        "number,id,kind,slug,key,sha256,members,moved_to\n"
        "1,a-1,article,pier,captures/a.txt,1,,\n2,a-2,artcle,x,,,,\n3,a-1,article,y,,,,\n4,a-4,article,pier,,,,\n"
        "5,a-5,article,../../etc,,,,\n6,e-1,event,harbour,,,a-1 a-4,e-9\n"
    )
    register, findings = read_register(data.encode())
    assert [(f.code, f.where[-2:]) for f in findings] == [
        ("CUR-020", ":3"), ("CUR-021", ":4"), ("CUR-021", ":5"), ("CUR-020", ":6"), ("CUR-022", ":7"),
    ]  # fmt: skip
    assert [(r.id, r.slug, r.moved_to) for r in register.rows] == [
        ("a-1", "pier", ""), ("a-4", "", ""), ("a-5", "", ""), ("e-1", "harbour", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"id\n", b"\0\0", b'id,kind\n"a'])
def test_no_bytes_make_the_register_fail(data: bytes) -> None:
    """An empty or damaged file is an empty register."""
    assert read_register(data)[0].rows == ()


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("xyz"), min_size=1),
        min_size=1,
        max_size=5,
    )
)
def test_whatever_happens_ids_are_unique_and_old_addresses_lead_somewhere(
    builds: list[dict[str, str]],
) -> None:
    """Random re-clusterings: one id an event, no id lost, and a re-build changes nothing."""
    register, minted = EMPTY, set()
    for build in builds:
        groups: dict[str, tuple[str, ...]] = {}
        for member, name in build.items():
            groups[name] = (*groups.get(name, ()), member)
        register, ids = match_events(register, list(groups.items()))
        assert len(set(ids.values())) == len(ids)
        minted |= set(ids.values())
        assert match_events(register, list(groups.items())) == (register, ids)
        assert all(not row.moved_to for id in ids.values() if (row := register.row(id)))
    assert minted == {row.id for row in register.rows}
    assert all(register.row(register.resolved(id)) for id in minted)


def test_a_record_that_changed_its_place_in_its_file_keeps_its_id() -> None:
    """A line put on top gives all below it other numbers; one that was corrected in its place is still itself."""
    first, ids = accessions(EMPTY, [("captures/a.jsonl#line-1", "1"), ("captures/a.jsonl#line-2", "2")])
    first = mint_slugs(
        first, {ids["captures/a.jsonl#line-1"]: "One", ids["captures/a.jsonl#line-2"]: "Two"}, kind="article"
    )
    today = [
        ("captures/a.jsonl#line-1", "0"),
        ("captures/a.jsonl#line-2", "1"),
        ("captures/a.jsonl#line-3", "2"),
    ]
    second, moved = accessions(first, today)
    assert moved["captures/a.jsonl#line-2"] == ids["captures/a.jsonl#line-1"]
    assert moved["captures/a.jsonl#line-3"] == ids["captures/a.jsonl#line-2"]
    assert moved["captures/a.jsonl#line-1"] not in ids.values()
    assert second.slug(moved["captures/a.jsonl#line-3"]) == "two"
    assert accessions(second, today) == (second, moved)
    assert (
        accessions(first, [("captures/a.jsonl#line-1", "mended"), ("captures/a.jsonl#line-2", "2")])[1] == ids
    )


def test_a_record_whose_line_was_taken_out_comes_back_under_its_id() -> None:
    """Meanwhile another record stands in its place; the register keeps both, and one key names one row."""
    first, ids = accessions(EMPTY, [("captures/a.jsonl#line-1", "1"), ("captures/a.jsonl#line-2", "2")])
    second, _ = accessions(first, [("captures/a.jsonl#line-1", "2")])
    keys = [row.key for row in second.rows if row.key]
    assert keys == ["captures/a.jsonl#line-1"]
    assert read_register(write_register(second)) == (second, ())
    _third, again = accessions(second, [("captures/a.jsonl#line-1", "1"), ("captures/a.jsonl#line-2", "2")])
    assert again == ids


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 9), min_size=1, max_size=9), st.lists(st.integers(0, 9), min_size=1, max_size=9)
)
def test_records_in_any_order_keep_their_ids_apart(before: list[int], after: list[int]) -> None:
    """Every record has one id, no two the same; the ids of bytes that are still there are kept."""

    def lines(numbers: list[int]) -> list[tuple[str, str]]:
        return [
            (f"captures/a.csv#line-{at}", str(number)) for at, number in enumerate(dict.fromkeys(numbers))
        ]

    first, ids = accessions(EMPTY, lines(before))
    second, again = accessions(first, lines(after))
    assert len(set(again.values())) == len(again)
    was = {sha256: ids[key] for key, sha256 in lines(before)}
    for key, sha256 in lines(after):
        assert sha256 not in was or again[key] == was[sha256]
    assert len({row.key for row in second.rows if row.key}) == len([row for row in second.rows if row.key])
