"""Pack an archive for keeping: the content folder and the site made of it as one bag (BagIt 1.0, RFC 8493).

A bag is a folder whose every file is listed with its SHA-256, so that a repository that takes it in can tell whether it
has come over whole. The bag holds all that a build needs, captures that no page shows among it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from . import __version__
from .content import check_captures, read_settings
from .crate import METADATA, ro_crate
from .engine.report import Progress
from .errors import OutputError
from .language.words import is_utf8
from .publish.output import MANIFEST, READ_BYTES, check_built, make_room
from .settings import SiteSettings, source_date

_DATA = "data/"
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


@dataclass(frozen=True, slots=True)
class Packed:
    """What a bag holds."""

    files: int
    bytes: int
    left_out: tuple[tuple[str, str], ...]
    """Paths in the content folder, and why each is not packed."""


@dataclass(frozen=True, slots=True)
class _Payload:
    path: str
    """In the bag, POSIX."""
    source: Path
    sha256: str | None = None
    """What it must have; None where nothing says so."""


def pack(content: Path, output: Path, folder: Path, *, progress: Progress) -> Packed:
    """Write the bag of an archive into a folder that is not there yet, or is empty.

    Raises ContentError and OutputError where there is no archive or no site, where a file of the site is not the one that
    was built, where the site was made of other captures, and where the folder cannot be written; then nothing is left of the bag.
    """
    _check(content, output, folder)
    site = read_settings(content).site
    left_out: list[tuple[str, str]] = []
    captures = _captures_of(content, output)
    packed = (*_content_files(content, captures, left_out), *_site_files(output))
    payload = sorted(packed, key=lambda file: file.path)
    make_room(folder)
    made = _aside(folder)
    progress.begin("bag", len(payload))
    try:
        rows, total = [], 0
        for file in payload:
            digest, size = _copied(file, made / file.path)
            rows.append((digest, file.path))
            total += size
            progress.advance()
        crate = ro_crate(site, _today(), {path.removeprefix(_DATA) for _digest, path in rows})
        (made / _DATA / METADATA).write_bytes(crate)
        rows.append((hashlib.sha256(crate).hexdigest(), _DATA + METADATA))
        rows.sort(key=lambda row: row[1])
        total += len(crate)
        tags = {
            "bagit.txt": _DECLARATION,
            "bag-info.txt": _info(site, total, len(rows)),
            MANIFEST: _manifest(rows),
        }
        listed = [(hashlib.sha256(text.encode()).hexdigest(), name) for name, text in sorted(tags.items())]
        for name, text in (*tags.items(), (f"tag{MANIFEST}", _manifest(listed))):
            (made / name).write_bytes(text.encode())
        made.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
    except OSError as error:
        raise OutputError(f"{folder}: the bag could not be written: {error.strerror}.") from error
    finally:
        progress.end()
        shutil.rmtree(made, ignore_errors=True)
    return Packed(len(rows), total, tuple(sorted(left_out)))


def _aside(folder: Path) -> Path:
    """An empty folder beside the one that shall be written."""
    try:
        return Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise OutputError(f"{folder}: the bag could not be written: {error.strerror}.") from error


def _check(content: Path, output: Path, folder: Path) -> None:
    check_captures(content)
    check_built(output)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(
            f"{folder}: is there already. Name a folder that is not; a bag is never written over."
        )
    for kept in (content, output):
        if folder.resolve().is_relative_to(kept.resolve()) or kept.resolve().is_relative_to(folder.resolve()):
            raise OutputError(f"{folder}: a bag cannot lie in {kept}, nor around it. Name another folder.")


_LINK = "a link that leads elsewhere"
_NAME = "its name is not valid UTF-8, so no list can hold it"


def _captures_of(content: Path, output: Path) -> dict[str, str]:
    """The captures that the site's articles were made of, with their digests; records of larger files stand for themselves.

    Raises OutputError for one that is not in the content folder: it is another archive's, or has changed since.
    """
    captures = {}
    data = output / "data" / "articles.jsonl"
    if not data.is_file():
        raise OutputError(f"{data}: is gone. Build the site again, then pack it.")
    with data.open("rb") as articles:
        for line in articles:
            capture = json.loads(line)["capture"]
            path = capture["path"]
            if not (content / path).is_file():
                raise OutputError(
                    f"{content / path}: is not there, and {output} has an article made of it. "
                    f"Name the site of {content} by --output, or build it again, then pack it."
                )
            if capture["record"] is None:
                captures[path] = capture["sha256"]
    return captures


def _content_files(
    content: Path, captures: Mapping[str, str], left_out: list[tuple[str, str]]
) -> Iterator[_Payload]:
    """The files of the content folder, those whose names begin with a dot left out."""
    root = content.resolve()
    for place, folders, names in os.walk(content):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names = [name for name in names if not name.startswith(".")]
        for name in (*folders, *names):
            path = Path(place, name)
            below = path.relative_to(content).as_posix()
            if path.is_symlink() and (path.is_dir() or not path.resolve().is_relative_to(root)):
                left_out.append((below, _LINK))
            elif not is_utf8(name):
                left_out.append((ascii(below)[1:-1], _NAME))
                folders[:] = [folder for folder in folders if folder != name]
            elif name in names and path.is_file():
                yield _Payload(f"{_DATA}content/{below}", path, captures.get(below))


def _site_files(output: Path) -> Iterator[_Payload]:
    """The files that the site's own manifest lists, and it."""
    yield _Payload(f"{_DATA}site/{MANIFEST}", output / MANIFEST)
    for line in (output / MANIFEST).read_text("utf-8").removesuffix("\n").split("\n"):
        digest, _, name = line.partition("  ")
        yield _Payload(f"{_DATA}site/{name}", output / name, digest)


def _copied(file: _Payload, place: Path) -> tuple[str, int]:
    """Copy a file; return its SHA-256 and bytes. Raises OutputError where it is not the one that was built."""
    place.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    try:
        with file.source.open("rb") as source, place.open("xb") as copy:
            while data := source.read(READ_BYTES):
                digest.update(data)
                size += copy.write(data)
    except FileNotFoundError as error:
        raise OutputError(f"{file.source}: is gone. Build the site again, then pack it.") from error
    except PermissionError as error:
        raise OutputError(f"{file.source}: may not be read. Give read permission.") from error
    if file.sha256 not in (None, digest.hexdigest()):
        raise OutputError(
            f"{file.source}: has changed since the site was built. Build it again, then pack it."
        )
    return digest.hexdigest(), size


def _manifest(rows: Iterable[tuple[str, str]]) -> str:
    """Digests and paths; what would end a line is written as RFC 8493 has it (2.1.3)."""
    return "".join(
        f"{digest}  {path.replace('%', '%25').replace(chr(10), '%0A').replace(chr(13), '%0D')}\n"
        for digest, path in rows
    )


def _info(site: SiteSettings, total: int, files: int) -> str:
    said = {
        "External-Description": ": ".join(filter(None, (site.title, site.description))),
        "External-Identifier": site.url,
        "Contact-Name": site.author,
        "Bagging-Date": _today().isoformat(),
        "Bag-Software-Agent": f"site_gen {__version__}",
        "Payload-Oxum": f"{total}.{files}",
    }
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in said.items() if value)


def _today() -> date:
    """The day of packing; SOURCE_DATE_EPOCH says it for builds that must be the same each time."""
    return (source_date() or datetime.now()).date()
