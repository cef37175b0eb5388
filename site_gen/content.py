"""The content folder: what lies in it, read once at the start of a build.

The only module that walks the folder. Captures are listed, not read; the archivist's own files are small and read whole.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from . import settings as settings_module
from .clean.rules import RULES
from .curate import (
    Register,
    read_decisions,
    read_register,
    read_sources,
    read_vocabulary,
    with_general_subjects,
)
from .errors import ContentError
from .ingest import (
    RECORD_KEYS,
    MetadataRow,
    is_capture_name,
    is_of_two_days,
    page_folders,
    read_date,
    read_metadata,
)
from .model import Decision, Finding, Level, Outlet, VocabularyTerm
from .settings import Settings

CAPTURES = "captures"
_SETTINGS = "archive.toml"
_OWN_FILES = frozenset(
    {_SETTINGS, "metadata.csv", "sources.toml", "topics.toml", "topics.ttl", "decisions.csv", "register.csv"}
)
"""What lies beside captures/ and is never a capture itself."""
_MEND = "Mend this line."
_NEEDED = {
    "sources.toml": ("The outlets' rights", _MEND),
    "decisions.csv": ("Texts that were taken down", _MEND),
    "register.csv": (
        "The permanent ids and addresses",
        "Put back its last copy; delete it only where every address may change.",
    ),
}
"""Files without which texts would be published that must not be, or addresses be lost: what stands in them, what to do."""
_SLIP = 0.85
"""Least likeness (0..1) of a file's name that may be a slip for one that is read: a letter missing, doubled or wrong."""
_SHADOW = "._"
"""How the files begin that macOS writes beside each file on a disk of another system: they hold no text."""


@dataclass(frozen=True, slots=True)
class CaptureFile:
    """A file under ``captures/``."""

    path: str
    """Relative to the content folder, POSIX."""
    size_bytes: int
    stamp: int
    """Time of its last change, ns: with the size, tells whether it must be read again. Never reaches a page."""


@dataclass(frozen=True, slots=True)
class Content:
    """What the archivist keeps, read and checked."""

    folder: Path
    settings: Settings
    outlets: tuple[Outlet, ...]
    vocabulary: tuple[VocabularyTerm, ...]
    decisions: tuple[Decision, ...]
    metadata: tuple[MetadataRow, ...]
    register: Register
    files: tuple[CaptureFile, ...]
    findings: tuple[Finding, ...]


def read(folder: Path) -> Content:
    """Return the content of a folder.

    Raises SettingsError and ContentError where nothing can be built; everything else that is wrong is a finding.
    """
    _check_is_archive(folder)
    settings = read_settings(folder)
    findings: list[Finding] = []

    def bytes_of(name: str) -> bytes:
        path = folder / name
        try:
            return path.read_bytes() if path.is_file() else b""
        except OSError as error:
            raise ContentError(f"{path}: cannot be read: {error.strerror}.") from error

    outlets, found = read_sources(bytes_of("sources.toml"))
    findings += found
    vocabulary, found = read_vocabulary(
        bytes_of("topics.toml"), bytes_of("topics.ttl"), language=settings.site.language
    )
    findings += found
    if settings.index.general_subjects:
        vocabulary = with_general_subjects(vocabulary, settings.site.language)
    as_written = partial(read_date, order=settings.ingest.dates)
    asked = None if settings.ingest.dates else is_of_two_days
    decisions, found = read_decisions(bytes_of("decisions.csv"), as_written, asked)
    findings += found
    register, found = read_register(bytes_of("register.csv"))
    findings += found
    _check_needed(folder, findings)
    metadata, found = read_metadata(bytes_of("metadata.csv"), settings.ingest)
    findings += found
    findings += _misnamed(folder)
    files: list[CaptureFile] = []
    for item in tuple(_walk(folder, folder / CAPTURES)) or (_no_captures(folder, "nothing is in it"),):
        if isinstance(item, Finding):
            findings.append(item)
        else:
            files.append(item)
    files.sort(key=lambda file: file.path)
    return Content(
        folder, settings, outlets, vocabulary, decisions, metadata, register, tuple(files), tuple(findings)
    )


def read_settings(folder: Path) -> Settings:
    """Return the settings of an archive. Raises SettingsError where archive.toml cannot be used."""
    return settings_module.load(folder, rules=[name for name, _rule in RULES], columns=RECORD_KEYS)


def check_captures(folder: Path) -> None:
    """Raise ContentError for a folder without captures."""
    if not (folder / CAPTURES).is_dir():
        raise ContentError(
            f"{folder}: there is no archive here (no {CAPTURES}/). Name its folder by --content."
        )


def _check_is_archive(folder: Path) -> None:
    """Raise ContentError for a folder inside an archive: a build would keep its register among the captures."""
    around = folder.resolve().parent
    is_own = (folder / _SETTINGS).is_file() or (folder / CAPTURES).is_dir()
    is_inside = folder.resolve().name == CAPTURES or (around / _SETTINGS).is_file()
    if folder.is_dir() and not is_own and is_inside:
        raise ContentError(
            f"{folder}: is no archive (no archive.toml, no captures/) but lies in one. "
            f"Did you mean --content {folder.parent if folder.parent != folder else around}?"
        )


def _check_needed(folder: Path, findings: list[Finding]) -> None:
    """Raise ContentError where what may be shown cannot be read, for without it everything would be; nor the register."""
    for found in findings:
        name = found.where.partition(":")[0]
        if found.code == "CUR-001" and name in _NEEDED:
            holds, remedy = _NEEDED[name]
            raise ContentError(
                f"{folder / found.where}: {found.message} {holds} stand in this file, so nothing is built without it. {remedy}"
            )


def _no_captures(folder: Path, why: str) -> Finding:
    """The finding on an archive without captures; it names texts that lie beside captures/ and may have been meant."""
    beside = sorted(
        entry.name
        for entry in folder.iterdir()
        if is_capture_name(entry.name) and entry.name.isprintable() and entry.is_file()
    )
    lying = (
        f" (beside it lies {', '.join(beside[:3])}{' and more' if len(beside) > 3 else ''})" if beside else ""
    )
    verb = "move" if beside else "put"
    return Finding(
        "CON-001",
        Level.WARNING,
        f"{CAPTURES}/",
        f"{why}: the archive has no captures{lying}",
        f"{verb} captured articles into {CAPTURES}/",
    )


def _misnamed(folder: Path) -> Iterator[Finding]:
    """Yield a finding for each file whose name is a slip for one that is read, where that one is missing or says nothing yet."""
    wanted = {name.partition(".")[0]: name for name in sorted(_OWN_FILES, reverse=True)}
    said = {name.partition(".")[0] for name in _OWN_FILES if _says_something(folder / name)}
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        stem = entry.name.partition(".")[0].casefold()
        near = difflib.get_close_matches(stem, sorted(wanted), n=1, cutoff=_SLIP)
        if entry.name in _OWN_FILES or not near or near[0] in said:
            continue
        if entry.is_file() and entry.name.isprintable():
            name = wanted[near[0]]
            yield Finding(
                "CON-009", Level.WARNING, entry.name, f"nothing reads a file of this name; {name} is read",
                f"if it was meant, save it as {name}, as plain text in UTF-8",
            )  # fmt: skip


def _says_something(path: Path) -> bool:
    """Whether a file of the archivist holds more than ``init`` writes into it: a row below the columns, a line that is no comment."""
    try:
        lines = path.read_bytes().splitlines() if path.is_file() else []
    except OSError:
        return True
    said = [line for line in lines if line.strip() and not line.lstrip().startswith(b"#")]
    return len(said) > (path.suffix == ".csv")


def _walk(content: Path, folder: Path) -> Iterator[CaptureFile | Finding]:
    """Yield the files below a folder; a link that leads out of the content folder, or nowhere, is a finding."""
    inside = folder.relative_to(content).as_posix()
    if not folder.is_dir():
        yield _no_captures(content, "there is no such folder")
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError as error:
        yield _closed_folder(folder, inside, error)
        return
    beside = page_folders(entry.name for entry in entries)
    for entry in entries:
        where = Path(entry.path).relative_to(content).as_posix()
        left_out = _left_out(entry, where, content, beside)
        if left_out is not None:
            yield left_out
        elif entry.name.startswith("."):
            continue
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(content, Path(entry.path))
        else:
            yield from _file(Path(entry.path), where)


def _left_out(
    entry: os.DirEntry[str], where: str, content: Path, beside: Mapping[str, str]
) -> Finding | None:
    """The finding on an entry of captures/ that is not read; None for one that is, and for a hidden one that nobody misses.

    ``beside`` are the folders of saved pages with their pages.
    """
    if entry.name.startswith("."):
        is_missed = is_capture_name(entry.name) and not entry.name.startswith(_SHADOW) and entry.is_file()
        return Finding(
            "CON-007", Level.WARNING, where, "its name begins with a dot, as those of hidden files do; left out",
            "give it a name without the dot if it is a captured text",
        ) if is_missed else None  # fmt: skip
    if not entry.name.isprintable():  # nor is a name that is not UTF-8
        return Finding(
            "CON-005", Level.ERROR, ascii(where), "the name is not valid UTF-8, or holds control characters; left out",
            "give the file another name",
        )  # fmt: skip
    if entry.name in _OWN_FILES and entry.is_file():
        return Finding(
            "CON-006", Level.WARNING, where, f"{entry.name} belongs beside {CAPTURES}/, not in it; neither read nor published",
            f"move it to {entry.name}, or give it another name if it is a captured text",
        )  # fmt: skip
    if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(content.resolve()):
        return Finding(
            "CON-002", Level.ERROR, where, "a symbolic link leads out of the content folder; left out",
            "copy the file into the content folder",
        )  # fmt: skip
    if entry.is_dir(follow_symlinks=False) and entry.name in beside:
        return Finding(
            "CON-008", Level.NOTE, f"{where}/", f"belongs to the saved page {beside[entry.name]} beside it; no file in it is a capture",
            "nothing to do; if it holds captures of its own, give the folder another name",
        )  # fmt: skip
    if not entry.is_dir(follow_symlinks=False) and not entry.is_file():
        return Finding(
            "CON-003", Level.ERROR, where, "neither a file nor a folder (a broken or circular link, a device); left out",
            "replace it by a file",
        )  # fmt: skip
    return None


def _closed_folder(folder: Path, where: str, error: OSError) -> Finding:
    """The finding on a folder that cannot be opened. Raises ContentError for captures/ itself: nothing would be left to publish."""
    if where == CAPTURES:
        raise ContentError(f"{folder}: may not be opened: {error.strerror}. Give read permission.") from error
    return Finding(
        "CON-004", Level.ERROR, f"{where}/", "the folder may not be opened; all that is in it is left out",
        "give read permission",
    )  # fmt: skip


def _file(path: Path, where: str) -> Iterator[CaptureFile | Finding]:
    if not os.access(path, os.R_OK):
        yield Finding(
            "CON-004", Level.ERROR, where, "the file may not be read; left out", "give read permission"
        )
        return
    found = path.stat()
    yield CaptureFile(where, found.st_size, found.st_mtime_ns)
