"""The catalogue on disk: one SQLite file that holds every stage's results, findings, and the lists that pages are made from.

Streamed from, never loaded whole. One process writes; workers read through connections of their own (WAL).
A result stands beside the digest of all it was made from (``plan``). A damaged or older file is thrown away: it is a
cache, and everything in it can be made again from the content folder.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from ..model import Finding, Level
from .codec import pack, unpack

T = TypeVar("T")

FORMAT = 4
"""Raised when the tables change; an older file is made anew."""

SNAPSHOT = ".snapshot"
"""Ending of a copy that never changes."""

_TABLES = """
CREATE TABLE result (stage TEXT NOT NULL, key TEXT NOT NULL, digest BLOB NOT NULL, value BLOB NOT NULL);
CREATE UNIQUE INDEX result_key ON result (stage, key);
CREATE TABLE finding (stage TEXT NOT NULL, key TEXT NOT NULL, code TEXT, level TEXT, place TEXT, message TEXT, hint TEXT);
CREATE INDEX finding_key ON finding (stage, key);
CREATE INDEX finding_of ON finding (key);
CREATE TABLE article (
  id TEXT PRIMARY KEY, key TEXT NOT NULL, slug TEXT NOT NULL, date TEXT, day TEXT, title TEXT NOT NULL, source TEXT,
  event TEXT, version_of TEXT, card BLOB NOT NULL);
CREATE INDEX article_key ON article (key);
CREATE INDEX article_day ON article (day, title, id);
CREATE INDEX article_source ON article (source, day);
CREATE INDEX article_version ON article (version_of) WHERE version_of IS NOT NULL;
CREATE TABLE event (id TEXT PRIMARY KEY, slug TEXT NOT NULL, day TEXT, title TEXT NOT NULL, story TEXT, card BLOB NOT NULL);
CREATE INDEX event_day ON event (day);
CREATE TABLE story (id TEXT PRIMARY KEY, slug TEXT NOT NULL, title TEXT NOT NULL, articles INTEGER, card BLOB NOT NULL, value BLOB NOT NULL);
CREATE TABLE topic (slug TEXT PRIMARY KEY, kind TEXT, label TEXT, articles INTEGER, card BLOB NOT NULL, value BLOB NOT NULL);
CREATE TABLE topic_article (topic TEXT, article TEXT, PRIMARY KEY (topic, article)) WITHOUT ROWID;
CREATE INDEX topic_of_article ON topic_article (article);
CREATE TABLE topic_event (topic TEXT, event TEXT, PRIMARY KEY (topic, event)) WITHOUT ROWID;
CREATE TABLE outlet (slug TEXT PRIMARY KEY, name TEXT, card BLOB NOT NULL, value BLOB NOT NULL);
CREATE TABLE fact (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Product:
    """What a worker made of one item: results for one or more stages, and what a person should know."""

    results: tuple[tuple[str, bytes], ...]
    """(stage, packed value)."""
    findings: tuple[Finding, ...] = ()


class Store:
    """An open catalogue file. Close it, or use it in a ``with``."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        if read_only:
            how = "immutable=1" if path.suffix == SNAPSHOT else "mode=ro"
            self.db = sqlite3.connect(f"file:{quote(str(path))}?{how}", uri=True, isolation_level=None)
        else:
            self.db = _open_for_writing(path)
        self.db.execute("PRAGMA cache_size = -16000")

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def snapshot(self, path: Path) -> Path:
        """Copy what was committed to a file that never changes, which other machines can read without locks."""
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as copy:
            self.db.backup(copy)
        return path

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    # Results of stages

    def digests(self, stage: str) -> dict[str, bytes]:
        """Cache keys of the results at hand, by key of the item."""
        return dict(self.db.execute("SELECT key, digest FROM result WHERE stage = ?", (stage,)))

    def put(self, stage: str, key: str, digest: bytes, value: object) -> None:
        """Keep one result."""
        self.put_packed(stage, key, digest, pack(value))

    def put_product(self, key: str, digest: bytes, product: Product, *, stage: str) -> None:
        """Keep what a worker made of one item, in place of what it had made before.

        ``stage`` is the work that made it: its row marks the item as done, and its findings count to it.
        """
        for name, value in product.results:
            self.put_packed(name, key, digest, value)
        self.put_packed(stage, key, digest, b"")
        self.put_findings(stage, key, product.findings)

    def put_packed(self, stage: str, key: str, digest: bytes, value: bytes) -> None:
        """Keep one result that is packed already."""
        self.db.execute("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)", (stage, key, digest, value))

    def get(self, stage: str, key: str, kind: type[T]) -> T:
        """Return one result. KeyError where there is none."""
        return unpack(self.packed(stage, key), kind)

    def packed(self, stage: str, key: str) -> bytes:
        """Return one result as it is kept. KeyError where there is none."""
        row = self.db.execute("SELECT value FROM result WHERE stage = ? AND key = ?", (stage, key)).fetchone()
        if row is None:
            raise KeyError(f"{stage} {key}")
        return bytes(row[0])

    def sealed(self, stage: str, key: str) -> tuple[bytes, bytes] | None:
        """Return the digest of one result and the result as it is kept; None where there is none."""
        row = self.db.execute(
            "SELECT digest, value FROM result WHERE stage = ? AND key = ?", (stage, key)
        ).fetchone()
        return None if row is None else (bytes(row[0]), bytes(row[1]))

    def each(self, stage: str, kind: type[T]) -> Iterator[tuple[str, T]]:
        """All results of a stage in the order of their keys, streamed."""
        for key, value in self.db.execute(
            "SELECT key, value FROM result WHERE stage = ? ORDER BY key", (stage,)
        ):
            yield key, unpack(value, kind)

    def blobs(self, *stages: str) -> Iterator[bytes]:
        """Keys and packed results of some stages, streamed in a fixed order: for digests."""
        for stage in stages:
            query = "SELECT key, value FROM result WHERE stage = ? ORDER BY key"
            for key, value in self.db.execute(query, (stage,)):
                yield key.encode()
                yield value

    def seals(self, *stages: str) -> dict[str, bytes]:
        """Return, by key, a 16-byte digest of what some stages made of an item: equal where the results are."""
        found: dict[str, bytes] = {}
        for stage in stages:
            query = "SELECT key, value FROM result WHERE stage = ?"
            for key, value in self.db.execute(query, (stage,)):
                digest = hashlib.blake2b(found.get(key, b""), digest_size=16)
                digest.update(value)
                found[key] = digest.digest()
        return found

    def drop(self, stages: Iterable[str], keys: Iterable[str]) -> None:
        """Forget the results and findings of items that are gone."""
        gone = list(keys)
        for stage in stages:
            rows = [(stage, key) for key in gone]
            self.db.executemany("DELETE FROM result WHERE stage = ? AND key = ?", rows)
            self.db.executemany("DELETE FROM finding WHERE stage = ? AND key = ?", rows)

    # Findings

    def put_findings(self, stage: str, key: str, findings: Iterable[Finding]) -> None:
        """Keep the findings of one item in place of its former ones."""
        self.db.execute("DELETE FROM finding WHERE stage = ? AND key = ?", (stage, key))
        self.db.executemany(
            "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(stage, key, f.code, f.level.value, f.where, f.message, f.hint) for f in findings],
        )

    def findings(self, key: str | None = None) -> Iterator[Finding]:
        """All findings in order of place and code, or those of one item."""
        query = "SELECT DISTINCT code, level, place, message, hint FROM finding"
        order = " ORDER BY place, code, message"
        rows = (
            self.db.execute(query + order)
            if key is None
            else self.db.execute(f"{query} WHERE key = ?{order}", (key,))
        )
        for code, level, place, message, hint in rows:
            yield Finding(code, Level(level), place, message, hint)

    # Facts: single values

    def set_fact(self, name: str, value: object) -> None:
        """Keep a single value under a name."""
        self.set_packed_fact(name, pack(value))

    def set_packed_fact(self, name: str, value: bytes) -> None:
        """Keep a single value that is packed already."""
        self.db.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def fact(self, name: str, kind: type[T]) -> T | None:
        """Return a single value, None where there is none."""
        row = self.db.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return None if row is None else unpack(row[0], kind)

    def known(self, name: str, kind: type[T]) -> T:
        """Return a single value. KeyError where there is none."""
        value = self.fact(name, kind)
        if value is None:
            raise KeyError(name)
        return value

    def begin(self) -> None:
        """Begin a transaction: what follows is kept together at ``commit``."""
        self.db.execute("BEGIN")

    def commit(self) -> None:
        """Keep what was written since ``begin``."""
        if self.db.in_transaction:
            self.db.execute("COMMIT")


def _open_for_writing(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(sqlite3.DatabaseError), ExitStack() as opened:
        db = opened.enter_context(closing(_connect(path)))
        if db.execute("PRAGMA user_version").fetchone()[0] == FORMAT:
            opened.pop_all()
            return db
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    db = _connect(path)
    db.executescript(_TABLES)
    db.execute(f"PRAGMA user_version = {FORMAT}")
    return db


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db
