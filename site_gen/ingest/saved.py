"""A page that a browser saved as one file with its pictures: what all such files have in common."""

from __future__ import annotations

from typing import BinaryIO

from site_gen.model import Finding
from site_gen.settings import IngestSettings

from .findings import too_large


def saved_bytes(path: str, stream: BinaryIO, settings: IngestSettings) -> bytes | Finding:
    """Return the whole file, or a finding where it is larger than a capture may be."""
    most = settings.max_capture_bytes
    data = stream.read(most + 1)
    return data if len(data) <= most else too_large(path, settings)
