"""The sample archive as readers get it: built once for all tests of the theme, in English and in Arabic.

One article is taken down and one outlet shown as metadata only, so that there is a page of every kind.
"""

from __future__ import annotations

import fcntl
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from site_gen.serve import Handler
from tests.pipeline.conftest import build

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "ar")
TAKEN_DOWN = "captures/northgate-gazette/006.txt"


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample archive in one language of the interface."""

    folder: Path
    """Of the site."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """An address (from the root) of each kind of page, the fullest of its kind."""

    @property
    def pages(self) -> tuple[str, ...]:
        """Files of all pages."""
        return tuple(sorted(p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*.html")))

    def read(self, name: str) -> str:
        """A file's text."""
        return (self.folder / name).read_text(encoding="utf-8")


_KINDS = {
    "article": "articles/*/index.html",
    "original": "articles/*/original/index.html",
    "event": "events/*/index.html",
    "compare": "events/*/compare/*/index.html",
    "story": "stories/*/index.html",
    "topic": "topics/*/index.html",
    "person": "people/*/index.html",
    "place": "places/*/index.html",
    "organisation": "organisations/*/index.html",
    "outlet": "sources/*/index.html",
    "year": "dates/[0-9]*/index.html",
    "month": "dates/[0-9]*/*/index.html",
    "day": "dates/[0-9]*/*/*/index.html",
    "taken down": "articles/taken-down-*/index.html",
}
_ONE = {
    "home": "", "articles": "articles/", "events": "events/", "stories": "stories/", "topics": "topics/",
    "people": "people/", "outlets": "sources/", "dates": "dates/", "undated": "dates/undated/", "search": "search/",
    "data": "data/", "made": "made/", "not found": "404.html", "by hand": "about/",
}  # fmt: skip
KINDS = (*_ONE, *_KINDS)
"""Names of all kinds of page."""


def _fullest(folder: Path, pattern: str) -> str:
    found = max(folder.glob(pattern), key=lambda path: (path.stat().st_size, path.as_posix()))
    return f"{found.parent.relative_to(folder).as_posix()}/"


def sample(base: Path) -> dict[str, Sample]:
    """Return the sample archive by language, below a folder that the processes of one run share."""
    with (base / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (base / "sample" / "done").exists():
            _build(base / "sample")
    made = {}
    for language in LANGUAGES:
        folder = base / "sample" / language / "build"
        kinds = {**_ONE, **{kind: _fullest(folder, pattern) for kind, pattern in _KINDS.items()}}
        made[language] = Sample(folder, kinds)
    return made


def _build(base: Path) -> None:
    first = base / LANGUAGES[0]
    shutil.copytree(ROOT / "content", first / "content")
    decisions = first / "content" / "decisions.csv"
    decisions.write_text(
        decisions.read_text(encoding="utf-8") + f"take down,{TAKEN_DOWN},,,archivist,For the tests\n",
        encoding="utf-8",
    )
    build(first / "content", first / "build", jobs=2)
    for language in LANGUAGES[1:]:
        shutil.copytree(first, base / language)
        settings = base / language / "content" / "archive.toml"
        text = settings.read_text(encoding="utf-8")
        assert 'language = "en"' in text
        settings.write_text(text.replace('language = "en"', f'language = "{language}"'), encoding="utf-8")
        build(base / language / "content", base / language / "build", jobs=2)
    (base / "done").touch()


class _Quiet(Handler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Plain(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address of a host of a site, with the headers of netlify.toml."""
    with serving(partial(_Quiet, output=folder, netlify=ROOT / "netlify.toml", built=None)) as address:
        yield f"{address}/"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server that gives the files of a folder and nothing more."""
    with serving(partial(_Plain, directory=str(folder))) as address:
        yield address


@contextmanager
def serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address of a server whose requests a handler answers, until it is left."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
