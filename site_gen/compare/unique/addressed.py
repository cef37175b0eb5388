"""Whether a sentence speaks to the reader, or of the outlet itself, rather than of the event.

Goes in: a reading and the place of a sentence in it. Comes out: yes or no.
"""

from __future__ import annotations

import re
from itertools import islice

from site_gen.language import fold

from ..reading import Reading, is_small, word_set


def addresses_reader(reading: Reading, block: int, span: tuple[int, int]) -> bool:
    """Whether the sentence speaks to the reader, is a link, notice, tag or telephone number, or of another language, rather than telling of the event.

    The last paragraph is a notice as a whole where one of its sentences speaks to the reader.
    """
    passus = reading.blocks[block]
    text, plain = (t[span[0] : span[1]] for t in (passus.block.text, passus.veiled))
    if (
        _is_tagged(plain)
        or "http" in plain
        or "@" in plain
        or _HEADED.match(plain)
        or _TELEPHONE.search(plain)
    ):
        return True
    if plain.isupper() or _is_of_outlet(reading, block):
        return True
    if len(word_set(reading.language, "small_words")) > MANY_SMALL:
        small = (w for w in text.split() if is_small(fold(w), reading.language))
        if next(islice(small, 1, None), None) is None:
            return True
    if any(map(plain.casefold().__contains__, word_set(reading.language, "notices"))):
        return True
    spoken = passus.veiled if block == len(reading.blocks) - 1 else plain
    addressing = word_set(reading.language, "addressing")
    return not addressing.isdisjoint(map(fold, spoken.replace(",", " ").split()))


def _is_tagged(sentence: str) -> bool:
    """Whether tags stand for words; one inside a sentence is told of ("used the #dam tag to ask for help")."""
    return sentence.count("#") > 1 or sentence.startswith("#") or _ENDS_IN_TAG.search(sentence) is not None


def _is_of_outlet(reading: Reading, block: int) -> bool:
    """Whether it stands in a last paragraph that opens with the outlet's own name: what the outlet says of itself."""
    name, text = fold(reading.outlet), fold(reading.blocks[block].block.text)
    return block == len(reading.blocks) - 1 and text.startswith((f"{name} ", f"{name}, "))


MANY_SMALL = 100
"""A language of which so many small words are known has some in every sentence: without them it is another language."""


_ENDS_IN_TAG = re.compile(r"#\S*\W*$")
_TELEPHONE = re.compile(r"\b(?:0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}|\d{3}[-.]\d{3}[-.]\d{4})\b")
_HEADED = re.compile(r"(?:[A-Z]{3,}+ ?){1,4}:")
