"""Reading no more than a capture may be; memory is asked for as the bytes come, not for the most that may come."""

from __future__ import annotations

from typing import BinaryIO

from site_gen.model import Finding
from site_gen.settings import IngestSettings

from .findings import too_large

_PART_BYTES = 1 << 20


def read_whole(where: str, stream: BinaryIO, settings: IngestSettings) -> bytes | Finding:
    """Return all that a stream holds, or a finding where it is more than a capture may be."""
    data = read_beyond(stream, settings.max_capture_bytes)
    return data if len(data) <= settings.max_capture_bytes else too_large(where, settings)


def read_beyond(stream: BinaryIO, most: int) -> bytes:
    """Return what a stream holds; of one that holds more than ``most`` bytes one byte more than these."""
    parts: list[bytes] = []
    left = most + 1
    while left > 0 and (part := stream.read(min(left, _PART_BYTES))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
