"""A page that a browser saved as one file with its pictures: what all such files have in common."""

from __future__ import annotations

from typing import BinaryIO

from site_gen.model import Finding
from site_gen.settings import IngestSettings

from .findings import finding


def saved_bytes(path: str, stream: BinaryIO, settings: IngestSettings) -> bytes | Finding:
    """Return the whole file, or a finding where it is larger than a capture may be."""
    most = settings.max_capture_bytes
    data = stream.read(most + 1)
    if len(data) <= most:
        return data
    hint = "Raise ingest.max_capture_bytes in archive.toml."
    return finding("ING-003", path, f"More than {most:,} bytes; set aside.", hint)
