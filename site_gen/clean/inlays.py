"""Headlines that a page sets inside a sentence: they open where a reader points at a name, and a scraper leaves them there.

In: a line. Out: the line without them. Such a block says the name again, has headlines glued to it, and ends with a word in
capitals that leads on: "the mayor Ann Bee Ann Louise BeeFerry runs again Mill to close MORE said". The first name stays.
"""

from __future__ import annotations

import re
from functools import cache

from .phrases import entries

NAMES_BETWEEN = 6
"""Most words between the last name and the last name again: given names, a short form in brackets, a particle."""
LONGEST = 900
"""Characters of the headlines: four of a newsletter's are some 700."""


@cache
def _ends() -> tuple[str, ...]:
    return tuple(sorted(f" {word.upper()}" for word in entries("inlay_ends")))


@cache
def _inlays() -> tuple[re.Pattern[str], ...]:
    """The name said again with headlines glued to it, and it to the name before, as it may be; the whole name said again, with
    a space."""
    ends = "|".join(re.escape(end) for end in _ends()) or r"(?!)"
    given = r"(?:[(\"“]?[^\W\d_a-z]\S*|[a-z]{2,3})"
    headlines = rf"[^\n]{{0,{LONGEST}}}?(?:{ends})(?=[\s,.;:?!)'’\"”—-]|$)"
    return (
        re.compile(
            rf"(?<![\w'’-])({_NAME}(?: [JS]r\.)?)(?: |(?<=\w{{3}})(?=[^\W\d_a-z])|(?=[(“\"]))(?:{given} ){{0,{NAMES_BETWEEN}}}"
            rf"(?P=last)(?=[^\W_a-z]|['‘“\"](?!s\b)\w){headlines}"
        ),
        re.compile(
            rf"(?<![\w'’-])((?P<first>[^\W\d_a-z][\w'’-]+) {_NAME}) (?P=first) (?:{given} ){{0,2}}(?P=last) {headlines}"
        ),
    )


_NAME = r"(?P<last>[^\W\d_a-z][\w'’-]*[^\W\d_A-Z])"
"""A last name; among capitals alone any letters may come again."""


def without_inlays(text: str) -> str:
    """The line without headlines that are set inside it; itself where there are none."""
    if not any(end in text for end in _ends()):
        return text
    for inlay in _inlays():
        text = inlay.sub(r"\1", text)
    return text
