"""Large results kept for the next build in a file of their own, so that no process need hold two copies of them.

The file appears whole or not at all. One that is damaged, or was kept under another seal, counts as absent.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from pathlib import Path

from .codec import decode, encode

_LENGTH_BYTES = 8


def keep(path: Path, seal: bytes, parts: Mapping[str, bytes | memoryview]) -> None:
    """Write named parts, as bytes, under a seal, in place of what was kept."""
    head = encode((seal, [(name, len(part), zlib.crc32(part)) for name, part in parts.items()]))
    draft = path.with_name(f"{path.name}.part")
    with draft.open("wb") as stream:
        stream.write(len(head).to_bytes(_LENGTH_BYTES, "little"))
        stream.write(head)
        for part in parts.values():
            stream.write(part)
    draft.replace(path)


def kept(path: Path, seal: bytes) -> dict[str, bytes] | None:
    """Return the parts that were kept under this seal; None where there are none, or not all of them whole."""
    try:
        with path.open("rb") as stream:
            length = int.from_bytes(stream.read(_LENGTH_BYTES), "little")
            if not length or length > path.stat().st_size:
                return None
            found, table = decode(stream.read(length), tuple[bytes, list[tuple[str, int, int]]])
            if found != seal:
                return None
            parts = {}
            for name, size, check in table:
                parts[name] = stream.read(size)
                if len(parts[name]) != size or zlib.crc32(parts[name]) != check:
                    return None
            return parts
    except (OSError, ValueError):
        return None
