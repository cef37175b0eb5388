"""What a picture's caption looks like in a text, where no markup says so.

Agencies write captions of several sentences; what tells them from a paragraph is the credit at their end, or how they begin.
"""

from __future__ import annotations

import re
from functools import lru_cache

from . import phrases

MOST_WORDS = 100
"""Longest caption, in words: agencies' captions tell the story again in three or four sentences."""
MOST_FILE_WORDS = 160
"""Longest caption of an agency's picture from its files, which says so at its beginning."""
_FILE = re.compile(r"\W*FILE(?: PHOTO)?\s*[-–—:]")
_BRACKETED = re.compile(r"\(([^()]{4,120})\)[\s.]*$")
_CREDIT = re.compile(
    r"(?i)\b(?:photos?|fotos?|images)\b|\w\s+via\s|[/|]\s*(?:ap|afp|epa|dpa|ansa|reuters|getty|pool)\W*$"
)
_CREDIT_AT_END = re.compile(
    r"(?i)(?:[/|]|\bvia\b)\s*(?:[\w.-]+\s+){0,2}(?:images?|photos?|pictures|pool|handout|ap|afp|epa)\W*$"
)
"""A picture's credit without brackets: ``… /AFP/Getty Images``."""


@lru_cache(maxsize=4096)
def is_caption(text: str) -> bool:
    """Whether a line is a picture's caption by its words alone: ``FILE - …``, ``… (Jane Doe/Agency)``."""
    words = len(text.split())
    if words > MOST_WORDS:
        return words <= MOST_FILE_WORDS and _FILE.match(text) is not None
    if _FILE.match(text) or phrases.opens("caption_starts", text):
        return True
    credit = _BRACKETED.search(text)
    return bool(_CREDIT.search(credit[1]) if credit else ends_in_credit(text))


@lru_cache(maxsize=4096)
def is_of_gallery(text: str) -> bool:
    """Whether a line is a gallery's captions, however long: controls with a count stand in it ("Hide caption 3 of 8"), and no
    story behind the last picture; or it counts several pictures ("Image 1 of 8 … Image 2 of 8 …")."""
    controls = [
        c for c in _COUNTED_CONTROL.finditer(text) if c[1].casefold() in phrases.entries("gallery_controls")
    ]
    if controls:
        last = controls[-1]
        return last[2] != last[3] or len(text[last.end() :].split()) < LEAST_STORY
    counted = [
        found for found in _COUNTED.finditer(text) if found[1].casefold() in phrases.entries("picture_names")
    ]
    return len(counted) > 1


LEAST_STORY = 12
"""Words behind a gallery's last picture that are the story again."""
_COUNTED_CONTROL = re.compile(r"\b([^\W\d_]+ [^\W\d_]+) (\d{1,3}) [^\W\d_]{1,4} (\d{1,3})\b")
_COUNTED = re.compile(r"\b([^\W\d_]+) \d{1,3} [^\W\d_]{1,4} (?:/ )?\d{1,3}\b")


@lru_cache(maxsize=4096)
def is_of_player(text: str) -> bool:
    """Whether a line is the name of a film that a player left: behind the player's notice, or behind its button in capitals."""
    found = phrases.opens("player_starts", text)
    if found and (len(found[0].split()) > 2 or text.lstrip(" *#")[: found.end()].isupper()):
        return True
    button, _, rest = text.partition(" ")
    return (
        button.isupper()
        and button.casefold() in phrases.entries("player_buttons")
        and len(rest.split()) >= LEAST_WORDS
        and not rest[:1].islower()
        and not rest.isupper()
    )


LEAST_WORDS = 4
"""Shortest name of a film behind a button."""


@lru_cache(maxsize=4096)
def is_signed(text: str) -> bool:
    """Whether a line ends in the name of an agency, alone in brackets or behind a stop: "A ferry leaves the pier. AP".

    Reports end so, too: only above the text is such a line a caption.
    """
    found = _SIGNED.search(text)
    if found is None or len(text.split()) > MOST_WORDS:
        return False
    name, _, other = (found[1] or found[2] or found[3]).strip().partition(":")
    return any(
        phrases.is_one("picture_agencies", part) for part in (*name.split("/"), *other.split("/")) if part
    )


_SIGNED = re.compile(
    r"[(]([^()]{2,60})[)]\W*$|\[([^\[\]]{2,60})\]\W*$|[.!?][\"”]?\s+((?:[A-Z][\w-]*\s?){1,3})$"
)


def ends_in_credit(text: str) -> bool:
    """Whether a line ends in a picture's credit without brackets: ``… /AFP/Getty Images``."""
    may_be = "/" in text or "|" in text or "via" in phrases.bare(text)
    return may_be and _CREDIT_AT_END.search(text) is not None


def is_label(text: str) -> bool:
    """Whether a line is nothing but the label of the caption below it: "Image caption,"."""
    return phrases.bare(text).strip(" ,:") in phrases.entries("caption_starts")
