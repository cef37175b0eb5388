"""Words for addresses: short, ASCII, safe as a folder on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from unidecode import unidecode

from site_gen.model import RESERVED_NAMES

MAX_CHARS = 80
"""Longest slug; with a number behind it and a folder around it well below the 255 bytes of a file name."""
_NUMBER_CHARS = 10


def slug(text: str) -> str:
    """Return a text as lower-case ASCII words joined by hyphens, at most 80 characters, cut at a word.

    Empty where nothing of the text can be written so. Reserved names are not avoided here: ``is_reserved`` tells.
    """
    clean = re.sub("[\0\ud800-\udfff]", "", text)
    plain = unidecode(unicodedata.normalize("NFKC", clean), errors="ignore")
    plain = re.sub(r"[’'`´]", "", plain).casefold()
    words = re.findall(r"[a-z0-9]+", plain)
    short = ""
    for word in words:
        longer = f"{short}-{word}" if short else word[:MAX_CHARS]
        if len(longer) > MAX_CHARS:
            break
        short = longer
    return short


def collision_key(text: str) -> str:
    """Return what two slugs must not share: NFC and case folded, as file systems of macOS and Windows compare names."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def is_reserved(text: str) -> bool:
    """Whether a slug is a name that the site or an operating system keeps for itself."""
    return collision_key(text) in RESERVED_NAMES


def free_slug(base: str, taken: Collection[str], counters: dict[str, int] | None = None) -> str:
    """Return the base, or the base with the first free number behind it where it is reserved or taken.

    ``taken`` holds collision keys; ``counters`` remembers where each base has got to.
    """
    if not is_reserved(base) and collision_key(base) not in taken:
        return base
    counters = {} if counters is None else counters
    number = counters.get(base, 2)
    while collision_key(f"{base}-{number}") in taken:
        number += 1
    counters[base] = number + 1
    return f"{base}-{number}"


def is_slug(text: str) -> bool:
    """Whether a text is safe as a slug: such as ``slug`` makes, with a number behind it or not, and not reserved."""
    is_safe = re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) is not None
    return is_safe and len(text) <= MAX_CHARS + _NUMBER_CHARS and not is_reserved(text)
