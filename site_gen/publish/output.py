"""The output folder: written aside, checked, and swapped in whole.

Invariants: the last site stays untouched until the new one is complete; a folder that this program did not make is
never replaced; no two builds of one output run at a time; every file is listed in the manifest with its SHA-256.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import BusyError, OutputError

MANIFEST = "manifest-sha256.txt"
"""One line a file, as in BagIt (RFC 8493 §2.1.3): digest, two spaces, path. Its presence marks a folder as ours."""
READ_FOLDERS = ("captures", "static", "pages", "theme", "themes")
"""Folders of the content folder that a build reads whole."""
READ_BYTES = 1 << 20
"""Read at a time for a digest."""


def work_folder(output: Path) -> Path:
    """Return where a build of this output keeps its catalogue and its unfinished files: beside it, on one file system."""
    return output.parent / ".site_gen" / output.name


@contextmanager
def only_build(output: Path) -> Iterator[Path]:
    """Hold the lock of an output while the block runs; yields the work folder.

    Raises BusyError where another build holds it, OutputError where the place cannot be written.
    """
    folder = work_folder(output)
    check_replaceable(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("w")
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot be written: {error.strerror}. Give write permission there, or name another --output."
        ) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BusyError(
                f"another build of {output} is running (lock {folder / 'lock'}). Wait for it, or build to another --output."
            ) from error
        _mend_swap(output, folder)
        yield folder


def check_replaceable(output: Path) -> None:
    """Raise OutputError where the output is a file, or a folder with content that no build has made."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise OutputError(f"{output}: is not a folder; name another --output.")
    try:
        has_content = output.is_dir() and any(output.iterdir())
    except OSError as error:
        raise OutputError(f"{output}: cannot be read: {error.strerror}.") from error
    if has_content and not (output / MANIFEST).exists():
        raise OutputError(
            f"{output}: holds files that no build of site_gen has made, and a build replaces the whole folder. "
            "Empty it, or name another --output."
        )
    parent = next(p for p in (output.parent, *output.parents) if p.exists())
    for folder in (output, parent):
        if folder.exists() and not os.access(folder, os.W_OK):
            raise OutputError(
                f"{folder}: may not be written. Give write permission, or name another --output."
            )


def check_apart(content: Path, output: Path, *, theme: Path) -> None:
    """Raise OutputError where the output lies where a build reads, or the content folder lies in the output."""
    home, site = content.resolve(), output.resolve()
    if home.is_relative_to(site):
        raise OutputError(
            f"{output}: the content folder {content} lies in it, and a build replaces the whole folder. Name another --output."
        )
    for read in (*(home / name for name in READ_FOLDERS), theme.resolve()):
        if site.is_relative_to(read):
            raise OutputError(
                f"{output}: lies in {content}/{read.name}/, which a build reads: the next one would read the site itself. "
                f"Name another --output, such as {content.parent / 'build'}."
                if read.parent == home
                else f"{output}: lies in the theme {read}, which a build reads. Name another --output."
            )


def check_built(output: Path) -> None:
    """Raise OutputError where the output holds no finished site."""
    if not (output / MANIFEST).is_file():
        raise OutputError(
            f"{output}: there is no built site here. Build one first: python -m site_gen build, or name it by --output."
        )


def check_keeps_pages(output: Path) -> None:
    """Raise OutputError where the output holds a site with pages, which data files alone would replace."""
    if (output / "index.html").is_file():
        raise OutputError(
            f"{output}: holds a site with pages, and --data-only would replace it by data files alone. Nothing was changed. "
            "Name another --output; every site has the same files in its data/."
        )


def check_not_emptied(content: Path, output: Path, articles: int) -> None:
    """Raise OutputError where the output holds articles and the new site would have none."""
    if articles or not (had := _articles_in(output)):
        return
    raise OutputError(
        f"{content}/captures/: nothing there can be published, and {output} holds a site of {had} article"
        f"{'' if had == 1 else 's'}, which an empty one would replace. Nothing was changed. "
        "Look whether --content names the right folder; give --allow-empty where the site shall be emptied."
    )


def make_room(place: Path) -> None:
    """Make the folder in which a file or a folder shall lie. Raises OutputError where that cannot be."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{place}: could not be written: {error.strerror}. Name another place.") from error


def _articles_in(output: Path) -> int:
    """How many articles a finished site has."""
    path = output / "data" / "articles.jsonl"
    if not path.is_file():
        return 0
    with path.open("rb") as file:
        return sum(1 for line in file if line.strip())


def fresh_staging(work: Path) -> Path:
    """Return an empty folder for the new site; what a killed build left is removed."""
    staging = work / "staging"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    return staging


def write_manifest(
    staging: Path, known: Callable[[str], tuple[str, int] | None] = lambda _path: None
) -> tuple[int, int]:
    """List every file with its digest; return how many files and bytes there are, the manifest left out.

    ``known`` gives (SHA-256, bytes) of a path that need not be read again: it was digested when it was written.
    """
    files = total = 0
    names = sorted(files_of(staging))
    with (staging / MANIFEST).open("w", encoding="utf-8", newline="\n") as manifest:
        for name in names:
            digest, size = known(name) or _digest(f"{staging}/{name}")
            files, total = files + 1, total + size
            manifest.write(f"{digest}  {name}\n")
    return files, total


def _digest(path: str) -> tuple[str, int]:
    """SHA-256 and size of a file. There are tens of thousands of them, most of a few kB: no Path, no buffer."""
    digest, size = hashlib.sha256(), 0
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        while data := file.read(READ_BYTES):
            digest.update(data)
            size += len(data)
    return digest.hexdigest(), size


def files_of(folder: Path) -> Iterator[str]:
    """Paths of all files below a folder, relative to it, POSIX."""
    for root, _folders, names in os.walk(folder):
        below = root[len(str(folder)) + 1 :].replace(os.sep, "/")
        yield from (f"{below}/{name}" if below else name for name in names)


def swap_in(staging: Path, output: Path, work: Path) -> None:
    """Put the new site in the place of the old one: two renames; a build killed between them is mended by the next."""
    former = work / "former"
    shutil.rmtree(former, ignore_errors=True)
    try:
        if output.exists():
            output.rename(former)
        staging.rename(output)
    except OSError as error:
        if former.exists() and not output.exists():
            former.rename(output)
        raise OutputError(f"{output}: the new site could not be put in place: {error.strerror}.") from error
    shutil.rmtree(former, ignore_errors=True)


def _mend_swap(output: Path, work: Path) -> None:
    former = work / "former"
    if former.exists() and not output.exists():
        former.rename(output)
