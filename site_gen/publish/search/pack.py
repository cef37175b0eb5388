"""Parts of the index as bytes: numbers in as few as they need, a part as a script that hands itself over.

A part is the length of its JSON (4 bytes, little end first), the JSON, and numbers; deflated, in base64, which is the one
form that a script from a disk can carry and that no text can break out of.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Sequence
from typing import Any

LEVEL = 9
"""Of deflate: parts are written once and loaded often."""


def numbers(values: Any) -> bytes:
    """Return whole numbers below 2^28, seven bits a byte, the last byte of each below 128."""
    return spans(values)[0]


def spans(values: Any) -> tuple[bytes, Any]:
    """Return ``numbers`` of an array, and where the bytes of each number end."""
    import numpy as np

    value = np.asarray(values, dtype=np.int64)
    if not len(value):
        return b"", value
    length = 1 + (value >= 1 << 7) + (value >= 1 << 14) + (value >= 1 << 21)
    ends = np.cumsum(length)
    out = np.zeros(int(ends[-1]), dtype=np.uint8)
    for byte in range(4):
        has = length > byte
        shifted = value[has] >> (7 * byte) & 127
        out[ends[has] - 1 - byte] = shifted | (128 if byte else 0)
    return out.tobytes(), ends


def part(name: str, head: object, data: bytes = b"") -> bytes:
    """Return a part as a script."""
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    packed = packer.compress(len(text).to_bytes(4, "little") + text + data) + packer.flush()
    return b'archiveIndex.take("%s","%s");\n' % (name.encode(), base64.b64encode(packed))


def steps(values: Any, groups: Sequence[int] | Any) -> Any:
    """Return an ascending array as differences; each group (first indexes) begins with its value itself."""
    import numpy as np

    value = np.asarray(values, dtype=np.int64)
    out = np.diff(value, prepend=0)
    out[groups] = value[groups]
    return out
