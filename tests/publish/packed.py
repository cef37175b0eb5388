"""Reads what the search index packs, as the page's script does."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any


def unpacked(script: bytes) -> tuple[str, Any, bytes]:
    """Return name, head and numbers of a part."""
    _call, name, _comma, text, _end = script.decode("ascii").split('"')
    data = zlib.decompress(base64.b64decode(text), -15)
    size = int.from_bytes(data[:4], "little")
    return name, json.loads(data[4 : 4 + size]), data[4 + size :]


def read_numbers(data: bytes) -> list[int]:
    """Return the whole numbers that ``numbers`` made bytes of."""
    out, value = [], 0
    for byte in data:
        value = value << 7 | byte & 127
        if byte < 128:
            out.append(value)
            value = 0
    return out
