"""What was written, by path: digests and sizes, in a temporary file of SQLite's, so that memory stays flat."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

_CACHE_KB = 4000


class Ledger:
    """Files of a site. Paths that differ in case only count as one: some file systems hold them for one."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        self._db.execute(
            "CREATE TABLE file (folded TEXT PRIMARY KEY, path TEXT, sha256 TEXT, bytes INTEGER, times INTEGER)"
            " WITHOUT ROWID"
        )

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def add(self, files: Iterable[tuple[str, str, int]]) -> None:
        """Enter files: (path, SHA-256, bytes)."""
        self._db.executemany(
            "INSERT INTO file VALUES (?, ?, ?, ?, 1) ON CONFLICT (folded) DO UPDATE SET times = times + 1",
            ((path.casefold(), path, sha256, size) for path, sha256, size in files),
        )

    def get(self, path: str) -> tuple[str, int] | None:
        """SHA-256 and bytes of a file; None where it was not entered."""
        row = self._db.execute(
            "SELECT sha256, bytes FROM file WHERE folded = ? AND path = ?", (path.casefold(), path)
        ).fetchone()
        return (row[0], row[1]) if row else None

    def count(self, ending: str) -> int:
        """How many files end like this."""
        query = "SELECT COUNT(*) FROM file WHERE substr(path, ?) = ?"
        return int(self._db.execute(query, (-len(ending), ending)).fetchone()[0])

    def written_twice(self, shared: str) -> str | None:
        """The first path that was entered twice, where it does not lie in the folder of ``shared`` files."""
        query = "SELECT path FROM file WHERE times > 1 AND substr(path, 1, ?) != ? ORDER BY folded LIMIT 1"
        row = self._db.execute(query, (len(shared), shared)).fetchone()
        return row[0] if row else None
