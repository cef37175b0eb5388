"""Captures packed into a ZIP file: each file in it is read as if it lay in a folder. Nothing is unpacked to disk."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from site_gen.model import Finding, Record
from site_gen.settings import IngestSettings

from .findings import finding
from .warc import DAMAGE

_PACKED = (".zip", ".wacz", ".gz")
"""What is not read inside a ZIP file: it would be unpacked as a whole first, or in one another without end."""
_MOST_FILES = 100_000
Read = Callable[[str, BinaryIO, int, IngestSettings], Iterator[Record | Finding]]


def zip_records(
    path: str,
    stream: BinaryIO,
    settings: IngestSettings,
    *,
    read: Read,
    folders: Callable[[Iterable[str]], Mapping[str, str]],
) -> Iterator[Record | Finding]:
    """Yield the records of the files inside, in order of their names; a record is named by its file, ``pages.zip#a/b.html``.

    Hidden files and the ``folders`` that browsers save beside a page are passed over; a file that is damaged or locked is a finding.
    """
    try:
        with zipfile.ZipFile(stream) as package:
            names = sorted(info.filename for info in package.infolist() if not info.is_dir())[:_MOST_FILES]
            if not names:
                yield finding("ING-001", path, "The ZIP file is empty.", "Pack it again, or delete it.")
            for name in _of_captures(names, folders):
                yield from _member(path, package, name, settings, read)
    except DAMAGE as error:
        yield finding("ING-017", path, f"The ZIP file cannot be read: {error}.", "Fetch or pack it again.")


def _member(
    path: str, package: zipfile.ZipFile, name: str, settings: IngestSettings, read: Read
) -> Iterator[Record | Finding]:
    where = f"{path}#{name}"
    if not name.isprintable():
        message = "The name of a file inside holds control characters; left out."
        yield finding("ING-017", path, message, "Pack it again under another name.")
        return
    if name.lower().endswith(_PACKED):
        yield finding("ING-002", where, "A packed file in a packed file; set aside.", "Unpack the outer one.")
        return
    try:
        with package.open(name) as member:
            for one in read(name, member, package.getinfo(name).file_size, settings):  # type: ignore[arg-type]
                yield _inside(one, path, name)
    except DAMAGE as error:
        hint = "Pack it again, without a password; the other files were read."
        yield finding("ING-017", where, f"The file cannot be read: {error}.", hint)


def _inside(one: Record | Finding, path: str, name: str) -> Record | Finding:
    """A record or finding of a file inside, named by both."""
    if isinstance(one, Finding):
        return replace(one, where=f"{path}#{one.where}")
    inner = name if one.record is None else f"{name}#{one.record}"
    return replace(one, path=path, record=inner, line=None, wrapped_in=None)


def _of_captures(names: list[str], folders: Callable[[Iterable[str]], Mapping[str, str]]) -> list[str]:
    """The files that are no hidden ones and lie in no folder of a saved page."""
    inside: dict[str, set[str]] = defaultdict(set)
    for name in names:
        parts = name.split("/")
        for at, part in enumerate(parts):
            inside["/".join(parts[:at])].add(part)
    beside = {
        f"{folder}/{one}".lstrip("/") for folder, held in inside.items() for one in folders(sorted(held))
    }
    return [name for name in names if not _is_passed_over(name, beside)]


def _is_passed_over(name: str, beside: set[str]) -> bool:
    parts = name.split("/")
    is_hidden = any(part.startswith(".") for part in parts) or parts[0] == "__MACOSX"
    return is_hidden or any("/".join(parts[:at]) in beside for at in range(1, len(parts)))
