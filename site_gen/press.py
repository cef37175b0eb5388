"""Where a worker prints pages: it renders the files of one key and writes them, and the original capture, into staging."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from . import render
from .engine.catalogue import StoredCatalogue
from .engine.codec import decode
from .engine.store import Store
from .errors import OutputError
from .model import Record
from .render import SiteContext

FREQUENT = ("article", "original", "event", "compare", "topic", "outlet", "period", "day", "month")
"""Pages of which an archive has many."""
ORIGINALS = "originals"
"""Folder of the captures as they came, each under its digest: two pages may have the same one."""


@dataclass(frozen=True, slots=True)
class PageTask:
    """What a worker must know to render pages."""

    catalogue: str
    content: str
    staging: str
    templates: tuple[str, ...]
    site: SiteContext


@dataclass(frozen=True, slots=True)
class Press:
    """A worker's tools for pages."""

    task: PageTask
    store: Store
    shelf: StoredCatalogue
    environment: Any


@lru_cache(maxsize=1)
def _environment(templates: tuple[str, ...], language: str) -> Any:
    return render.environment([Path(folder) for folder in templates], language=language)


def prepare(templates: tuple[str, ...], language: str) -> None:
    """Compile the templates of most pages: what a worker can do before the catalogue is finished."""
    environment = _environment(templates, language)
    for name in FREQUENT:
        environment.get_template(f"pages/{name}.html")


def open_press(path: str) -> Press:
    """Open the catalogue and the templates, once a process."""
    task = decode(Path(path).read_bytes(), PageTask)
    store = Store(Path(task.catalogue), read_only=True)
    environment = _environment(task.templates, task.site.settings.language)
    gc.freeze()
    return Press(task, store, StoredCatalogue(store), environment)


def print_page(press: Press, key: str) -> bytes:
    """Render the files of one key and write them into the staging folder; return what was written, for ``printed``."""
    page_key = render.PageKey(*key.split("\t"))
    pages = render.pages(page_key, press.shelf, press.environment, press.task.site)
    made = [_written(press.task.staging, page.path, page.data) for page in pages]
    if page_key.kind == "article":
        made += [_written(press.task.staging, path, data) for path, data in _original(press, page_key.key)]
    return "\n".join(made).encode()


def printed(outcome: bytes) -> Iterator[tuple[str, str, int]]:
    """Yield the files of which ``print_page`` told: (path, SHA-256, bytes)."""
    for line in outcome.decode().split("\n"):
        sha256, size_bytes, path = line.split(" ", 2)
        yield path, sha256, int(size_bytes)


def _written(folder: str, name: str, data: bytes) -> str:
    write_file(folder, name, data)
    return f"{hashlib.sha256(data).hexdigest()} {len(data)} {name}"


def write_file(folder: str, name: str, data: bytes) -> None:
    """Write a file below a folder. Raises OutputError for a path that would leave it."""
    if name.startswith("/") or ".." in name.split("/") or "\0" in name or "\\" in name:
        raise OutputError(f"{name!r}: not a path inside the site")
    path = f"{folder}/{name}"
    try:
        file = open(path, "wb", buffering=0)  # noqa: PTH123, SIM115 (ten files an article: a Path costs as much as its writing)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        file = open(path, "wb", buffering=0)  # noqa: PTH123, SIM115
    with file:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]


def _original(press: Press, id: str) -> Iterator[tuple[str, bytes]]:
    """The capture as it came, where it may be shown; never with an ending that renders."""
    if not press.task.site.originals or press.shelf.article_card(id).rights != "full":
        return
    ref = press.shelf.article(id).capture
    if ref.record is not None:
        data = press.store.get("record", ref.key, Record).data
    else:
        data = (Path(press.task.content) / ref.path).read_bytes()
    yield f"{ORIGINALS}/{hashlib.sha256(data).hexdigest()}.bin", data
