"""Captures that wait until their site is learned, and the answers made of them; what memory should not hold lies in a temporary file."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from site_gen import clean
from site_gen.engine.codec import pack, unpack
from site_gen.model import Body, Capture, Finding, SiteLines, Survey
from site_gen.settings import CleanSettings

Answer = Callable[[int, Capture, Body, tuple[Finding, ...]], bytes]
"""What is made of a cleaned capture: its number, capture, body, and what cleaning found."""


class Waiting:
    """Captures until they are cleaned, in memory or in a file, and the answers that were made of them."""

    HELD_CHARS = 50_000_000
    """Of captures in memory: 50 to 200 MB."""

    def __init__(self, path: Path) -> None:
        self.sites: dict[str, list[int]] = {}
        """Numbers of the captures that are learned together."""
        self._held: dict[int, Capture] = {}
        self._chars = 0
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("BEGIN")
        self._db.execute("CREATE TABLE capture (number INTEGER PRIMARY KEY, packed BLOB)")
        self._db.execute("CREATE TABLE answer (number INTEGER PRIMARY KEY, line BLOB)")

    def put(self, number: int, site: str, capture: Capture) -> None:
        """Keep a capture of a site."""
        self.sites.setdefault(site, []).append(number)
        if self._chars + len(capture.text) <= self.HELD_CHARS:
            self._held[number] = capture
            self._chars += len(capture.text)
        else:
            self._db.execute("INSERT INTO capture VALUES (?, ?)", (number, pack(capture)))

    def capture(self, number: int) -> Capture:
        """Return a capture that was kept."""
        if (held := self._held.get(number)) is not None:
            return held
        row = self._db.execute("SELECT packed FROM capture WHERE number = ?", (number,)).fetchone()
        return unpack(row[0], Capture)

    def answered(self, number: int, line: bytes) -> None:
        """Keep the answer, and no longer the capture."""
        if (held := self._held.pop(number, None)) is not None:
            self._chars -= len(held.text)
        self._db.execute("INSERT INTO answer VALUES (?, ?)", (number, line))

    def answer(self, number: int) -> bytes | None:
        """Return the answer; None where there was no capture."""
        row = self._db.execute("SELECT line FROM answer WHERE number = ?", (number,)).fetchone()
        return bytes(row[0]) if row else None

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


@contextmanager
def waiting_room() -> Iterator[Waiting]:
    """An empty waiting room; its file goes with it."""
    with (
        tempfile.TemporaryDirectory(prefix="site_gen-") as folder,
        closing(Waiting(Path(folder) / "captures.sqlite")) as waiting,
    ):
        yield waiting


SHEETS_HELD = 50
"""Pages of a site that are not laid out a second time once the site is learned."""


def clean_all(waiting: Waiting, answer: Answer) -> None:
    """Clean all captures, those of a site together, and keep what ``answer`` makes of each; one alone has nothing to teach."""
    for _site, numbers in sorted(waiting.sites.items()):
        sheets: dict[int, clean.Sheet] = {}
        repeated = clean.learn(_surveys(waiting, numbers, sheets)) if len(numbers) > 1 else None
        for number in numbers:
            capture, sheet = waiting.capture(number), sheets.pop(number, None)
            body, findings = cleaned(capture, repeated, sheet)
            waiting.answered(number, answer(number, capture, body, findings))


def cleaned(
    capture: Capture, repeated: SiteLines | None = None, sheet: clean.Sheet | None = None
) -> tuple[Body, tuple[Finding, ...]]:
    """Return the body of a capture, with what repeats on its site where that is known, and what is to remark."""
    return clean.body(capture, site_lines=repeated, decisions=(), settings=CleanSettings(), sheet=sheet)


def _surveys(waiting: Waiting, numbers: Sequence[int], sheets: dict[int, clean.Sheet]) -> Iterator[Survey]:
    """The surveys of captures; the first of their sheets are kept."""
    for number in numbers:
        capture = waiting.capture(number)
        sheet = clean.sheet_of(capture)
        if len(sheets) < SHEETS_HELD:
            sheets[number] = sheet
        yield clean.survey(capture, CleanSettings(), sheet)
