"""What linking found out, kept beside the catalogue for the next build.

It is a cache like the catalogue: gone, damaged or made by other code, it costs time and changes nothing.
"""

from __future__ import annotations

from pathlib import Path

from .engine.codec import decode, encode
from .engine.keepsake import keep, kept
from .engine.plan import code_version
from .link.memory import Memory, from_bytes, to_bytes
from .model import Event

FILE = "links.memory"


def recall(catalogue: Path) -> Memory | None:
    """Return what the last linking beside this catalogue left; None where there is nothing to be used."""
    parts = kept(catalogue.with_name(FILE), code_version("link"))
    if parts is None:
        return None
    events = decode(parts.pop("events"), list[tuple[bytes, Event]])
    return from_bytes(parts, dict(events))


def remember(catalogue: Path, memory: Memory) -> None:
    """Keep what a linking found out."""
    events = encode(sorted(memory.events.items(), key=lambda item: item[0]))
    keep(catalogue.with_name(FILE), code_version("link"), {**to_bytes(memory), "events": events})
