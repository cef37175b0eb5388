"""Where a worker prints pages: it renders the files of one key and writes them, and the original capture, into staging.

A page on which nothing has changed since the last build is taken over from the site that the last build left: where
the catalogue answers what the page asked as it did then, and its files still have the digests that they had.
"""

from __future__ import annotations

import gc
import hashlib
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from . import render
from .engine.asked import Answers, Noting, Question
from .engine.catalogue import StoredCatalogue, asking
from .engine.codec import decode, encode
from .engine.plan import code_version, digest
from .engine.store import Store
from .errors import OutputError
from .model import Catalogue, Record
from .render import SiteContext, meanings

FREQUENT = ("article", "original", "event", "compare", "topic", "outlet", "period", "day", "month")
"""Pages of which an archive has many."""
ORIGINALS = "originals"
"""Folder of the captures as they came, each under its digest: two pages may have the same one."""


PAGE = "page"
"""The stage under which the catalogue keeps what pages were made from."""
MADE_ANEW = frozenset((*render.SINGLE, "topics"))
"""Kinds of page that ask for long lists: there are few, and nearly every change shows on them."""

KEPT_ROWS = 128
"""Answers of the catalogue's file that are kept: what a page asked is asked again when its seal is made."""
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC

PrintedFile = tuple[str, str, int]
"""Path, SHA-256, bytes."""


@dataclass(frozen=True, slots=True)
class PageTask:
    """What a worker must know to render pages."""

    catalogue: str
    content: str
    staging: str
    templates: tuple[str, ...]
    site: SiteContext
    former: str
    """The folder of the last site."""
    common: bytes
    """``common_seal`` of this build."""
    may_link: bool
    """Whether a page taken over may be one file with that of the last site, until that is removed: not where a plugin
    may rewrite pages in place."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of one key."""

    files: tuple[PrintedFile, ...]
    is_kept: bool = False
    """Whether they were taken over from the last site."""
    is_same: bool = False
    """Whether they were made anew and came out as they are in the last site."""
    seal: bytes = b""
    """Of all that it was made from; empty where it was taken over, or is made anew each time."""
    notes: bytes = b""
    """What the next build must know to take it over, encoded: to pack it would take as long as to write it all."""


@dataclass(frozen=True, slots=True)
class _Notes:
    questions: tuple[Question, ...]
    files: tuple[PrintedFile, ...]


@dataclass(frozen=True, slots=True)
class Press:
    """A worker's tools for pages."""

    task: PageTask
    store: Store
    shelf: Catalogue
    """The catalogue, which notes what it is asked."""
    asked: Noting
    answers: Answers
    environment: Any

    def close(self) -> None:
        """Close the catalogue."""
        self.store.close()


@lru_cache(maxsize=1)
def _environment(templates: tuple[str, ...], language: str) -> Any:
    return render.environment([Path(folder) for folder in templates], language=language)


def prepare(templates: tuple[str, ...], language: str) -> None:
    """Compile the templates of most pages: what a worker can do before the catalogue is finished."""
    environment = _environment(templates, language)
    for name in FREQUENT:
        environment.get_template(f"pages/{name}.html")


def common_seal(site: SiteContext, templates: Iterable[Path]) -> bytes:
    """A digest of all that every page of a build rests on, whatever it shows: code, settings, templates, words, fonts."""
    folders = [folder for place in templates for folder in (place, place.parent / "locale")]
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    fonts = [Path(name) for names in site.card_fonts or () for name in names]
    return digest(
        code_version("render", "press", "settings"),
        site,
        dict(meanings()),
        [(path.as_posix(), path.read_bytes()) for path in (*files, *fonts)],
    )


def open_press(path: str) -> Press:
    """Open the catalogue and the templates, once a process."""
    task = decode(Path(path).read_bytes(), PageTask)
    store = Store(Path(task.catalogue), read_only=True)
    environment = _environment(task.templates, task.site.settings.language)
    gc.freeze()
    ask = asking(store, KEPT_ROWS)
    asked = Noting(StoredCatalogue(store, ask=ask))
    return Press(task, store, asked.catalogue(), asked, Answers(store, ask), environment)


def print_page(press: Press, key: str) -> bytes:
    """Write the files of one key into the staging folder, taken over or rendered; return what was done, for ``printed``.

    All questions see one state of the catalogue: a lock for each would take as long as its answer.
    """
    press.store.begin()
    try:
        return _print(press, key)
    finally:
        press.store.commit()


def _print(press: Press, key: str) -> bytes:
    page_key = render.PageKey(*key.split("\t"))
    may_be_kept = page_key.kind not in MADE_ANEW
    if may_be_kept and (files := _taken_over(press, key)):
        return encode(Printed(files, is_kept=True))
    press.asked.take()
    pages = render.pages(page_key, press.shelf, press.environment, press.task.site)
    made = tuple(_written(press.task.staging, page.path, page.data) for page in pages)
    if page_key.kind == "article":
        made += _with_original(press, page_key.key)
    if not may_be_kept:
        return encode(Printed(made, is_same=_is_as_it_was(press.task.former, made)))
    questions = press.asked.take()
    seal = press.answers.seal(press.task.common, questions)
    return encode(Printed(made, seal=seal, notes=encode(_Notes(questions, made))))


def printed(outcome: bytes) -> Printed:
    """Return what ``print_page`` told."""
    return decode(outcome, Printed)


def _taken_over(press: Press, key: str) -> tuple[PrintedFile, ...]:
    """Write the files of a key as the last site has them; return them, none where anything has changed."""
    kept = press.store.sealed(PAGE, key)
    if kept is None:
        return ()
    seal, notes = kept[0], decode(kept[1], _Notes)
    if press.answers.seal(press.task.common, notes.questions) != seal:
        return ()
    found: list[tuple[str, bytes]] = []
    for path, sha256, _bytes in notes.files:
        data = _read(f"{press.task.former}/{path}")
        if data is None or hashlib.sha256(data).hexdigest() != sha256:
            return ()
        found.append((path, data))
    for path, data in found:
        if not (press.task.may_link and _linked(press.task, path)):
            write_file(press.task.staging, path, data)
    return notes.files


def _is_as_it_was(former: str, files: Iterable[PrintedFile]) -> bool:
    """Whether the last site has these files with these bytes."""
    return all(
        (data := _read(f"{former}/{path}")) is not None and hashlib.sha256(data).hexdigest() == sha256
        for path, sha256, _bytes in files
    )


def _linked(task: PageTask, path: str) -> bool:
    """Give a file of the last site a second name in the new one; False where that cannot be, or it is no plain file."""
    former, new = f"{task.former}/{path}", f"{task.staging}/{path}"
    try:
        if not stat.S_ISREG(os.lstat(former).st_mode):
            return False
        try:
            os.link(former, new)
        except FileNotFoundError:
            _make_folder_of(new)
            os.link(former, new)
    except OSError:
        return False
    return True


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (as in ``write_file``)
            return file.read()
    except OSError:
        return None


def _written(folder: str, name: str, data: bytes) -> PrintedFile:
    write_file(folder, name, data)
    return name, hashlib.sha256(data).hexdigest(), len(data)


def write_file(folder: str, name: str, data: bytes) -> None:
    """Write a file below a folder, in place of one of that name: never into it, for it may be the last site's too.

    Raises OutputError for a path that would leave the folder.
    """
    if name.startswith("/") or ".." in name.split("/") or "\0" in name or "\\" in name:
        raise OutputError(f"{name!r}: not a path inside the site")
    path = f"{folder}/{name}"
    try:
        file = os.open(path, _NEW_FILE, 0o666)  # four files an article: a Path costs as much as its writing
    except FileNotFoundError:
        _make_folder_of(path)
        file = os.open(path, _NEW_FILE, 0o666)
    except FileExistsError:
        os.unlink(path)  # noqa: PTH108
        file = os.open(path, _NEW_FILE, 0o666)
    try:
        written = os.write(file, data)
        while written < len(data):
            written += os.write(file, memoryview(data)[written:])
    finally:
        os.close(file)


def _make_folder_of(path: str) -> None:
    """Make the folder that a file lies in; nearly always, the one above it is there."""
    folder = path[: path.rindex("/")]
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def _with_original(press: Press, id: str) -> tuple[PrintedFile, ...]:
    """Write the capture as it came, where it may be shown, under its digest; never with an ending that renders."""
    if not press.task.site.originals or press.shelf.article_card(id).rights != "full":
        return ()
    ref = press.shelf.article(id).capture
    if ref.record is not None:
        data = press.store.get("record", ref.key, Record).data
    else:
        with open(f"{press.task.content}/{ref.path}", "rb", buffering=0) as file:  # noqa: PTH123 (as in ``write_file``)
            data = file.read()
    sha256 = hashlib.sha256(data).hexdigest()
    name = f"{ORIGINALS}/{sha256}.bin"
    write_file(press.task.staging, name, data)
    return ((name, sha256, len(data)),)
