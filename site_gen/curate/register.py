"""The accession register: the permanent identifier and address of every article, event, story and topic.

An id and a slug are minted once and never given to anything else. A moved file keeps its article's id, a retitled article
its slug; of two events that become one the older keeps its page and the other leaves a redirect.

Invariants: ids are unique; slugs are unique within a kind, as file systems compare names; numbers rise in the order of
minting; no function changes a register, each returns a new one; the order of inputs does not matter.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from site_gen.model import Finding

from .csv_rows import Row, csv_rows
from .findings import finding, nearest
from .moved import Place, moved_records
from .slugs import collision_key, free_slug, is_slug, slug

FILE = "register.csv"
COLUMNS = ("number", "id", "kind", "slug", "key", "sha256", "members", "moved_to")
Kind = Literal["article", "event", "story", "topic"]
KINDS: tuple[str, ...] = get_args(Kind)

_PREFIX: dict[str, str] = {"article": "a", "event": "e", "story": "s", "topic": "t"}
_HEX_DIGITS = 12
"""48 bits: among a million ids two collide once in five hundred archives, and then the second is minted anew."""

_SAME_AGAIN = 0.75
"""Share of members in common from which an event that parts from another is the one that had joined it: three of four."""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One thing that has, or had, a page."""

    id: str
    kind: Kind
    number: int
    """In the order of minting, from 1; the lower is the older."""
    slug: str = ""
    """Empty until it is minted."""
    key: str = ""
    """Of an article: the key of its capture."""
    sha256: str = ""
    """Of an article: of its capture's bytes."""
    members: tuple[str, ...] = ()
    """Ids of an event's articles or a story's events, sorted."""
    moved_to: str = ""
    """Id of what took its place; its address leads there."""


@dataclass(frozen=True, slots=True)
class Register:
    """The rows in the order of their numbers."""

    rows: tuple[RegisterRow, ...] = ()
    _by_id: dict[str, RegisterRow] = field(init=False, repr=False, compare=False)
    _by_key: dict[str, RegisterRow] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", tuple(sorted(self.rows, key=lambda row: (row.number, row.id))))
        object.__setattr__(self, "_by_id", {row.id: row for row in self.rows})
        object.__setattr__(self, "_by_key", {row.key: row for row in self.rows if row.key})

    def row(self, id: str) -> RegisterRow | None:
        """The row of an id, None where it was never minted."""
        return self._by_id.get(id)

    def of_key(self, key: str) -> RegisterRow | None:
        """The article whose capture has a key."""
        return self._by_key.get(key)

    def slug(self, id: str) -> str:
        """The slug of an id; the id itself where none was minted."""
        row = self._by_id.get(id)
        return row.slug if row and row.slug else id

    def of_kind(self, kind: Kind) -> tuple[RegisterRow, ...]:
        """The rows of a kind, oldest first, moved ones among them."""
        return tuple(row for row in self.rows if row.kind == kind)

    def resolved(self, id: str) -> str:
        """The id that stands for an id today, behind all its moves; itself where it did not move."""
        seen = {id}
        while (row := self._by_id.get(id)) and row.moved_to and row.moved_to not in seen:
            id = row.moved_to
            seen.add(id)
        return id


def accession(register: Register, key: str, sha256: str, *, present: Collection[str]) -> str:
    """Return the id of one capture: its own by key; that of a moved file with the same bytes; else a new one.

    ``present`` are the keys of all captures of today: a file whose key is still among them did not move.
    """
    return accessions(register, [(key, sha256)], present=present)[1][key]


def accessions(
    register: Register, captures: Iterable[tuple[str, str]], *, present: Collection[str] = ()
) -> tuple[Register, dict[str, str]]:
    """Return the register with all captures entered, and the id of each key. ``captures`` are (key, sha256).

    Rows of captures that are gone stay, so that their ids are never given away and hold when the file comes back. A record that
    changed its place in its file keeps its id (``moved_records``).
    """
    today = dict(captures)
    rows = {row.id: row for row in register.rows}
    known = _known_ids(register, today)
    lost = _lost_ids(register, today.keys() | set(present), set(known.values()))
    number = _next_number(register)
    ids: dict[str, str] = {}
    for key, sha256 in sorted(today.items()):
        if key in known or lost.get(sha256):
            id = known[key] if key in known else lost[sha256].pop(0)
            rows[id] = replace(rows[id], key=key, sha256=sha256, moved_to="")
        else:
            id = _minted("article", key, rows)
            rows[id] = RegisterRow(id, "article", number, key=key, sha256=sha256)
            number += 1
        ids[key] = id
    for row in register.rows:
        if row.key in ids and rows[row.id].key == row.key and ids[row.key] != row.id:
            rows[row.id] = replace(rows[row.id], key="")  # another record stands in its place
    return Register(tuple(rows.values())), ids


def _known_ids(register: Register, today: Mapping[str, str]) -> dict[str, str]:
    """Key to id of the captures that the register knows: records that moved in their file first, then those by their key."""
    articles = [row for row in register.rows if row.kind == "article" and not row.moved_to]
    ids = moved_records((Place(row.id, row.key, row.sha256) for row in articles), today)
    taken = set(ids.values())
    for key in today.keys() - ids.keys():
        row = register.of_key(key)
        if row is not None and row.id not in taken:
            ids[key] = row.id
    return ids


def _lost_ids(register: Register, here: Collection[str], taken: Collection[str]) -> dict[str, list[str]]:
    """Digest to ids, oldest first, of articles whose key is no longer ``here`` and whose id is not taken."""
    lost: dict[str, list[str]] = {}
    for row in register.rows:
        if row.kind != "article" or row.moved_to or not row.sha256:
            continue
        if row.key not in here and row.id not in taken:
            lost.setdefault(row.sha256, []).append(row.id)
    return lost


def with_copies(register: Register, copied: Mapping[str, str]) -> Register:
    """Return the register with the articles of copies moved to those that stand for them. ``copied`` are keys of captures.

    A copy that never was an article is not entered; one that is mended, or stays alone, is an article under its own id again.
    """
    rows = {row.id: row for row in register.rows}
    for copy, kept in copied.items():
        row, stands = register.of_key(copy), register.of_key(kept)
        if row is not None and stands is not None:
            rows[row.id] = replace(row, moved_to=stands.id)
    return Register(tuple(rows.values()))


def mint_slugs(register: Register, wanted: Mapping[str, str], *, kind: Kind) -> Register:
    """Return the register with a slug for each id of ``wanted`` (id to title). A slug once minted never changes.

    An id that the register does not have is entered. A slug that is taken gets -2, -3 …; a text that gives none, the id.
    """
    rows = {row.id: row for row in register.rows}
    taken = {collision_key(row.slug) for row in register.rows if row.kind == kind and row.slug}
    counters: dict[str, int] = {}
    number = _next_number(register)
    for id in sorted(wanted):
        row = rows.get(id)
        if row is None:
            row = RegisterRow(id, kind, number)
            number += 1
        if not row.slug:
            base = slug(wanted[id]) or slug(id) or _minted(kind, id, ())
            row = replace(row, slug=free_slug(base, taken, counters))
            taken.add(collision_key(row.slug))
        rows[id] = row
    return Register(tuple(rows.values()))


def match_events(
    register: Register, events: Sequence[tuple[str, tuple[str, ...]]], *, kind: Kind = "event"
) -> tuple[Register, dict[str, str]]:
    """Return the register with today's events, and the permanent id of each. ``events`` are (any id, member ids).

    An event of the register lives on in the one of today that holds most of its members. Where several live on in one,
    the oldest that has most of its members there keeps its id and the others move to it; the rest of a split is new.
    An event that had moved comes back under its own id when its members part again. For stories: ``kind="story"``.
    """
    today = sorted(((tuple(sorted(members)), name) for name, members in events))
    home = _Homes.of(today)
    rows = {row.id: row for row in register.rows}
    old = register.of_kind(kind)
    moved = [row for row in old if row.moved_to]
    ids = _parted(moved, home, register)
    rows.update((id, replace(rows[id], moved_to="")) for id in ids.values())
    heirs: dict[str, list[RegisterRow]] = {}
    for row in old:
        if not row.moved_to and (name := home.name(row, besides=ids)) is not None:
            heirs.setdefault(name, []).append(row)
    for name, claimants in sorted(heirs.items()):
        ranked = sorted(claimants, key=lambda r: (not home.has_most(r), r.number))
        keeper = ids.setdefault(name, ranked[0].id)
        rows.update((r.id, replace(r, moved_to=keeper)) for r in ranked if r.id != keeper)
    _revive([row for row in moved if row.id not in ids.values()], home, ids, rows)
    _enter(today, ids, rows, kind, _next_number(register))
    return Register(tuple(rows.values())), ids


def redirects(register: Register, kind: Kind) -> tuple[tuple[str, str], ...]:
    """Return (old slug, slug of what took its place) for each moved row of a kind, sorted."""
    moved = (
        (row.slug, register.slug(register.resolved(row.id))) for row in register.of_kind(kind) if row.moved_to
    )
    return tuple(sorted(pair for pair in moved if pair[0] and pair[0] != pair[1]))


def read_register(data: bytes) -> tuple[Register, tuple[Finding, ...]]:
    """Return the register of a file's bytes, and findings with their lines. An empty file is an empty register."""
    found_rows, problems = csv_rows(data, FILE, COLUMNS, ("id", "kind"))
    findings = list(problems)
    rows: dict[str, RegisterRow] = {}
    lines: dict[str, int] = {}
    taken: set[tuple[str, str]] = set()
    for found in found_rows:
        row, problem = _row(found, rows, taken)
        if problem:
            findings.append(problem)
        if row is not None:
            rows[row.id] = row
            lines[row.id] = found.line
            taken.add((row.kind, collision_key(row.slug)))
    for id, row in rows.items():
        if row.moved_to and row.moved_to not in rows:
            message = f'"{id}" moved to "{row.moved_to}", which is not in the register.'
            hint = nearest(row.moved_to, rows, "Correct the id, or empty the cell.")
            findings.append(finding("CUR-022", f"{FILE}:{lines[id]}", message, hint))
            rows[id] = replace(row, moved_to="")
    return Register(tuple(rows.values())), tuple(findings)


def write_register(register: Register) -> bytes:
    """Return the register as CSV in UTF-8, in the order of the numbers; lines end in ``\\n``."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in register.rows:
        members = " ".join(row.members)
        writer.writerow((row.number, row.id, row.kind, row.slug, row.key, row.sha256, members, row.moved_to))
    return out.getvalue().encode("utf-8", "replace")


class _Homes:
    """Where the members of an old event are today."""

    def __init__(self, event_of: Mapping[str, str], sizes: Sequence[tuple[str, int]]) -> None:
        self._event_of = event_of
        self._size = dict(sizes)
        self._rank = {name: rank for rank, (name, _) in enumerate(sizes)}

    @classmethod
    def of(cls, today: Sequence[tuple[tuple[str, ...], str]]) -> _Homes:
        """An article stands in one event; where it is given in two, the first counts."""
        event_of: dict[str, str] = {}
        for members, name in today:
            for member in members:
                event_of.setdefault(member, name)
        by_size = sorted(today, key=lambda event: (-len(event[0]), event[0]))
        return cls(event_of, [(name, len(members)) for members, name in by_size])

    def name(self, row: RegisterRow, *, besides: Collection[str] = ()) -> str | None:
        """The event of today with most of its members; of equals the larger. None where none of them is left.

        One of ``besides`` only where it has no member anywhere else.
        """
        shared = self._shared(row)
        shared = {name: count for name, count in shared.items() if name not in besides} or shared
        return min(shared, key=lambda name: (-shared[name], self._rank[name])) if shared else None

    def has_most(self, row: RegisterRow) -> bool:
        """Whether half of its members or more are together today."""
        return 2 * max(self._shared(row).values(), default=0) >= len(row.members)

    def is_parted(self, row: RegisterRow | None) -> bool:
        """Whether its members are in several events today."""
        return row is not None and len(self._shared(row)) > 1

    def likeness(self, row: RegisterRow) -> float:
        """Its members in common with its event of today, of all members of either; 0..1."""
        name = self.name(row)
        if name is None:
            return 0.0
        shared = self._shared(row)[name]
        return shared / (len(row.members) + self._size[name] - shared)

    def _shared(self, row: RegisterRow) -> dict[str, int]:
        shared: dict[str, int] = {}
        for member in row.members:
            if (name := self._event_of.get(member)) is not None:
                shared[name] = shared.get(name, 0) + 1
        return shared


def _parted(moved: Sequence[RegisterRow], home: _Homes, register: Register) -> dict[str, str]:
    """The events of today that stand again as they stood before they moved into one that parts now: name to old id."""
    ids: dict[str, str] = {}
    for row in moved:
        name = home.name(row)
        whole = register.row(register.resolved(row.id))
        if name is not None and home.is_parted(whole) and home.likeness(row) >= _SAME_AGAIN:
            ids.setdefault(name, row.id)
    return ids


def _revive(
    moved: Sequence[RegisterRow], home: _Homes, ids: dict[str, str], rows: dict[str, RegisterRow]
) -> None:
    """Give an event of today that has no id yet the id of a moved one whose members it holds."""
    for row in moved:
        name = home.name(row)
        if name is not None and name not in ids and home.has_most(row):
            ids[name] = row.id
            rows[row.id] = replace(row, moved_to="")


def _enter(
    today: Sequence[tuple[tuple[str, ...], str]],
    ids: dict[str, str],
    rows: dict[str, RegisterRow],
    kind: Kind,
    number: int,
) -> None:
    """Write today's members into the rows; mint what is new, numbered from ``number``."""
    for members, name in today:
        if name in ids:
            rows[ids[name]] = replace(rows[ids[name]], members=members)
            continue
        ids[name] = _minted(kind, "\n".join(members), rows)
        rows[ids[name]] = RegisterRow(ids[name], kind, number, members=members)
        number += 1


def _next_number(register: Register) -> int:
    return register.rows[-1].number + 1 if register.rows else 1


def _minted(kind: Kind, seed: str, taken: Collection[str]) -> str:
    for salt in _salts():
        digest = hashlib.sha256((seed + salt).encode("utf-8", "surrogatepass")).hexdigest()
        id = f"{_PREFIX[kind]}-{digest[:_HEX_DIGITS]}"
        if id not in taken:
            return id
    raise AssertionError("unreachable: salts do not end")


def _salts() -> Iterator[str]:
    yield ""
    number = 2
    while True:
        yield f"\n{number}"
        number += 1


def _row(
    found: Row, rows: Mapping[str, RegisterRow], taken: Collection[tuple[str, str]]
) -> tuple[RegisterRow | None, Finding | None]:
    cells, where = found.cells, f"{FILE}:{found.line}"
    kind = next((kind for kind in get_args(Kind) if kind == cells["kind"]), None)
    if kind is None or not cells["id"] or not cells["id"].isprintable():
        message = f'id "{cells["id"][:60]}", kind "{cells["kind"][:60]}": not a row of the register.'
        return None, finding("CUR-020", where, message, f"Kinds are {', '.join(KINDS)}. Restore the row.")
    if cells["id"] in rows:
        message = f'The id "{cells["id"]}" stands in an earlier row.'
        return None, finding("CUR-021", where, message, "Delete one of the two rows.")
    number = int(cells["number"]) if re.fullmatch(r"[0-9]{1,12}", cells["number"]) else found.line
    members = tuple(sorted(set(cells["members"].split())))
    key, sha256, moved_to = cells["key"], cells["sha256"], cells["moved_to"]
    row = RegisterRow(cells["id"], kind, number, cells["slug"], key, sha256, members, moved_to)
    if not row.slug:
        return row, None
    if not is_slug(row.slug):
        hint = "Restore the slug; until then a new one is minted."
        return replace(row, slug=""), finding(
            "CUR-020", where, f"The slug {row.slug[:60]!r} is no slug.", hint
        )
    if (kind, collision_key(row.slug)) in taken:
        hint = "Restore the slug; until then a new one is minted."
        message = f'The slug "{row.slug}" stands in an earlier row.'
        return replace(row, slug=""), finding("CUR-021", where, message, hint)
    return row, None
