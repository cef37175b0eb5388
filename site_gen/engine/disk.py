"""A disk without room: the one failure that is neither a document's nor the program's, and that a person can mend."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import OutputError

_FULL = (errno.ENOSPC, errno.EDQUOT)


def is_full(error: Exception) -> bool:
    """Whether an error says that a disk, or somebody's share of it, is full."""
    if isinstance(error, sqlite3.OperationalError):
        return "disk is full" in str(error)  # its code does not come over from another process
    return isinstance(error, OSError) and error.errno in _FULL


@contextmanager
def full_disk_named(output: Path) -> Iterator[None]:
    """Raise OutputError in place of what a full disk raises."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        if not is_full(error):
            raise
        raise OutputError(
            f"{output}: no room is left on its disk, or in the temporary folder; the last site is untouched. "
            "Make room: a build needs as much again as the site and .site_gen beside it. Then build again."
        ) from error
