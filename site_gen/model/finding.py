"""What a build has to say about its input: one finding, one place, one remedy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """Something was left out of the archive."""
    WARNING = "warning"
    """Published, but a person should look."""
    NOTE = "note"
    """Worth knowing; needs nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark on one document. Codes are stable and documented in docs/reference/findings.md."""

    code: str
    """Three letters of the stage and a number, such as ``ING-004``."""
    level: Level
    where: str
    """File and line or record: ``captures/x.txt:14``, ``captures/y.jsonl#id7``, ``metadata.csv:3``."""
    message: str
    """What happened and what was seen."""
    hint: str
    """What to do about it."""
