"""What the form of a sentence adds to its news value.

Goes in: a reading, the place of a sentence in it, and what it counts. Comes out: a number, more for figures and numbers of its own, less
for speech, for what may be, for what does not stand by itself and for questions that nobody answered.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.language import fold

from ..reading import Reading, word_set

OWN_FIGURE, NUMBER, SPEECH, SUPPOSED = 1.0, 0.35, 0.75, 0.25
"""News value of a figure of its own and of a number that no other has (at most two of each); and what is taken off for speech
(by its share) and for each word of what may be (at most two).
Chosen on 727 sentences of 14 real events: of 198 wanted ones 119 come in the first five of their article, against 110 by
new words and half the worth of figures. A regression over twenty features that left out each event in turn did no better."""
REFERRING, UNANSWERED = 1.25, 1.0
"""What is taken off for a sentence that begins with a pronoun or conjunction, which does not stand by itself, and for one that tells
who did not answer. Of 0.25 to 2.25 for the first as many facts are told (218 to 222 of 384 on 36 events); at 1.25 half as many
begin so. With the second two more are."""
AT_MOST = 2


def form_value(
    reading: Reading, block: int, span: tuple[int, int], *, figures: Sequence[tuple[int, int]], numbers: int
) -> float:
    """Return what is added to the news value of a sentence; ``figures``: spans of those that its outlet alone has in the block,
    ``numbers``: how many it has that no other outlet has.
    """
    start, end = span
    passus, language = reading.blocks[block], reading.language
    text = passus.block.text[start:end]
    words = [fold(w) for w in text.split()]
    counted = sum(start <= a < end for a, _ in figures)
    spoken = sum(max(0, min(q.outer_end, end) - max(q.outer_start, start)) for q in passus.quotations)
    opening = fold(text.split(None, 1)[0].strip(OPENERS))
    supposed = sum(map(word_set(language, "supposing").__contains__, words))
    return (
        OWN_FIGURE * min(counted, AT_MOST)
        + NUMBER * min(numbers, AT_MOST)
        - SPEECH * spoken / (end - start)
        - SUPPOSED * min(supposed, AT_MOST)
        - REFERRING * (opening in word_set(language, "referring"))
        - UNANSWERED * _is_unanswered(text, language)
    )


OPENERS = "\"“‘'«(,"


def _is_unanswered(text: str, language: str) -> bool:
    """Whether a sentence tells that somebody did not answer the outlet ("declined to comment")."""
    plain = text.casefold().replace("’", "'")
    return any(map(plain.__contains__, word_set(language, "unanswered")))
