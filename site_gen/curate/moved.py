"""Records that changed their place in a file of records: a line put on top gives every line below another number.

What a record is named by (``#line-7``, a number of its row) then names another one. Its bytes tell which it is, so that ids and
addresses stay with the articles; rows of the archivist that use such a name mean what they meant only as long as nobody
builds with them, and are listed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

_SHOWN = 10


class Place(NamedTuple):
    """Where a record stood when the register was written."""

    id: str
    key: str
    sha256: str


class Named(NamedTuple):
    """A cell that names a capture."""

    where: str
    """``decisions.csv:4``."""
    key: str


def moved_records(before: Iterable[Place], today: Mapping[str, str]) -> dict[str, str]:
    """Return the id of each record of today (key to SHA-256) that stood elsewhere in the same file when the register was written.

    Only a record whose place then holds other bytes today, or none, has moved; one that was corrected has not.
    """
    left: dict[tuple[str, str], list[str]] = {}
    stays: set[str] = set()
    for one in before:
        path, mark, _record = one.key.partition("#")
        if mark and one.sha256 and today.get(one.key) == one.sha256:
            stays.add(one.key)
        elif mark and one.sha256:
            left.setdefault((path, one.sha256), []).append(one.id)
    found: dict[str, str] = {}
    for key in sorted(today.keys() - stays) if left else ():
        if ids := left.get((key.partition("#")[0], today[key])):
            found[key] = ids.pop(0)
    return found


def misleading(named: Iterable[Named], before: Mapping[str, str], ids: Mapping[str, str]) -> str:
    """Return a line for each cell that names a place where another article stood when the register was written; "" where none does.

    ``ids`` are those of today's captures, by key, ``before`` those of the register.
    """
    places = {id: key for key, id in ids.items()}
    told = []
    for one in named:
        was, now = before.get(one.key), ids.get(one.key)
        if was is None or now is None or was == now or "#" not in one.key:
            continue
        stands = f'is "{places[was]}" now' if was in places else "is gone"
        told.append(
            f'{one.where}: "{one.key}" was the article {was}, which {stands}. '
            f"Write {was} in its place, or {now} for the record that stands there today."
        )
    more = f"\n… and {len(told) - _SHOWN} rows more" if len(told) > _SHOWN else ""
    return "\n".join(told[:_SHOWN]) + more
