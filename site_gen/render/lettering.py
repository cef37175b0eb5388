"""Lines made ready for a drawer that sets one letter after another: Arabic letters joined, and the order in which they are seen.

In: a line as it is written. Out: the same line in presentation forms, from left to right. A small part of what a shaping
library does, enough for a title: no vowel marks, no embedded directions beyond one level (Unicode Annex 9, rules W4, N1,
L2 and L4, without its explicit marks).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

_FORMS = (range(0xFB50, 0xFC00), range(0xFE80, 0xFEFD))
"""Where Unicode keeps the forms of single Arabic letters, and of lam with alef."""
_TATWEEL, _LAM = "\u0640", "\u0644"
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def is_from_right(text: str) -> bool:
    """Whether a text runs from right to left: its first letter says."""
    return next((kind != "L" for kind in map(_kind, text) if kind in ("L", "R")), False)


def as_seen(line: str) -> str:
    """Return a line's characters in the order in which they stand on paper, from left to right, Arabic ones joined."""
    text = joined(line)
    levels = _levels(text, is_from_right(text))
    seen = [(c.translate(_MIRRORED) if n % 2 else c, n) for c, n in zip(text, levels, strict=True)]
    for level in (2, 1):
        runs = [(turns, list(run)) for turns, run in groupby(seen, key=lambda cell: cell[1] >= level)]
        seen = [cell for turns, run in runs for cell in (reversed(run) if turns else run)]
    return "".join(char for char, _ in seen)


def joined(text: str) -> str:
    """Return a text with its Arabic letters in the forms that their neighbours ask for; vowel marks are left out."""
    letters = [c for c in text if not (unicodedata.combining(c) and _is_arabic(c))]
    made, at = [], 0
    while at < len(letters):
        letter, after = letters[at], letters[at + 1] if at + 1 < len(letters) else ""
        is_joined = at > 0 and _joins_on(letters[at - 1]) and letter in _forms()
        pair = _forms().get(letter + after, {}) if letter == _LAM and after else {}
        if pair:
            made.append(pair["final" if is_joined else "isolated"])
            letters[at + 1] = ""
            at += 2
            continue
        joins_on = _joins_on(letter) and (after in _forms() or after == _TATWEEL)
        form = {(False, False): "isolated", (True, False): "final", (False, True): "initial"}
        made.append(_forms().get(letter, {}).get(form.get((is_joined, joins_on), "medial"), letter))
        at += 1
    return "".join(made)


@lru_cache(maxsize=1)
def _forms() -> dict[str, dict[str, str]]:
    """Letters (or lam and alef) by form: ``{"ب": {"initial": "ﺑ"}}``, from the decompositions of the Unicode database."""
    found: dict[str, dict[str, str]] = {}
    for code in (code for block in _FORMS for code in block):
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if form.startswith("<"):
            found.setdefault("".join(chr(int(part, 16)) for part in letters), {})[form[1:-1]] = chr(code)
    return found


def _joins_on(letter: str) -> bool:
    """Whether a letter joins the one after it."""
    return letter == _TATWEEL or (bool(letter) and "initial" in _forms().get(letter, {}))


def _is_arabic(char: str) -> bool:
    return "\u0600" <= char <= "\u06ff"


def _kind(char: str) -> str:
    """``L``, ``R``, ``N`` (a digit), ``S`` (what may stand inside a number), or nothing."""
    kind = unicodedata.bidirectional(char)
    return {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N", "CS": "S", "ES": "S", "ET": "S"}.get(
        kind, ""
    )


def _levels(text: str, is_from_right: bool) -> list[int]:
    """Depth of each character: odd runs from right to left; 2 is a run from left to right within one."""
    base = "R" if is_from_right else "L"
    kinds = _resolved([_kind(char) for char in text], base)
    levels = []
    for at, kind in enumerate(kinds):
        if not kind:
            before, after = _nearest(kinds[:at][::-1], base), _nearest(kinds[at:], base)
            kind = before if before == after else base
        levels.append({"R": 1, "n": 2, "L": 2 if is_from_right else 0}[kind])
    return levels


def _resolved(kinds: list[str], base: str) -> list[str]:
    """Kinds with numbers settled: ``L`` after Latin letters, else ``n``; a sign within or beside one goes with it."""
    made: list[str] = []
    strong = base
    for at, kind in enumerate(kinds):
        if kind == "S":
            kind = "N" if kinds[at - 1 : at] == ["N"] and kinds[at + 1 : at + 2] in (["N"], []) else ""
        strong = kind if kind in ("L", "R") else strong
        made.append({"N": "L" if strong == "L" else "n"}.get(kind, kind))
    return made


def _nearest(kinds: Sequence[str], base: str) -> str:
    """Direction of the first character that has one; a number among Arabic goes with it."""
    return next(({"n": "R"}.get(kind, kind) for kind in kinds if kind), base)
