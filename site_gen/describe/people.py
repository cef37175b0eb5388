"""The people in a byline: "By X and Y, Staff Writer" as the names alone.

In: what a page calls its author, or a visible byline. Out: names, in their order, without repeats. Names are kept as
written, organisations that sign as authors too; roles, addresses, dates and opening words go. A visible byline must
look like names, or gives nobody: a wrong author is worse than none.
"""

from __future__ import annotations

import re
from functools import cache

from site_gen.language import fold, languages, normalise, table
from site_gen.language.gazetteer import place_named
from site_gen.language.given import is_given_name
from site_gen.language.names import any_language

from .dates import dates_in

MAX_NAME_WORDS = 6
MAX_NAME_CHARS = 60
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+")
_URL = re.compile(r"https?://\S+|www\.\S+", re.I)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_HARD_CUT = re.compile(r"\s+[|•·–—]\s*|\s*[|•·]\s+|\s+-\s+|[\n\t]|\s{3,}|\s*:\s+|\s*//\s*")
_NAME = re.compile(r"^[^\W\d_][\w.'’`\-‐‑]*(?:\s+[^\W\d_][\w.'’`\-‐‑]*)*\.?$")


@cache
def _union(name: str) -> tuple[str, ...]:
    """One table of every language, longest first."""
    words = {fold(word) for code in languages() for word in table(code).get(name, ())}
    return tuple(sorted(words, key=lambda w: (-len(w), w)))


@cache
def _opener() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in _union("byline_openers"))
    return re.compile(rf"^\W*(?:{words})(?:\s*:\s*|\s+)(?=\S)", re.I)


@cache
def _joiner() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in _union("byline_joiners"))
    return re.compile(rf"\s*[;,/&+]\s*(?:(?:{words})\s+)?|\s+(?:{words})\s+", re.I)


def is_opened(text: str) -> bool:
    """Whether a text begins as bylines do: "By …", "Von …"."""
    return _opener().match(fold_keep(text)) is not None


def without_opener(text: str) -> str:
    """A byline without the words that open it: "Text by: Harbour TV with AFP" as "Harbour TV with AFP"."""
    opened = _opener().match(fold_keep(text))
    return text[opened.end() :] if opened else text


def authors_of(text: str, *, is_marked: bool) -> list[str]:
    """The names in an author field (``is_marked``: structure says it is one) or in a visible byline.

    A marked field may name an organisation or a single word ("ORF.at"); a visible one must have the look of people's names.
    """
    text = _without_place(normalise(text))
    text = " ".join(_URL.sub(" ", _EMAIL.sub(" ", _BRACKETS.sub(" ", text))).split())
    opened = _opener().match(fold_keep(text))
    if opened:
        text = text[opened.end() :]
        text = text if is_marked else _without_role_before(text)
    text = _cut_date(text)
    if not is_marked:
        text = _FROM_PLACE.sub("", _CREDIT.split(_FOR_A_HOUSE.split(text)[0])[0])
    names: list[str] = []
    whole = is_marked and (_is_reversed(text) or _is_body(text))
    for piece in [text] if whole else _pieces(text):
        if names and not is_marked and (place_named(piece.strip()) is not None or _OF_A_STATION.match(piece)):
            continue
        name = _name(piece if is_marked else _behind().split(piece)[0], is_marked=is_marked and not names)
        if name and fold(name) not in {fold(n) for n in names}:
            names.append(name)
    return names


def _without_place(text: str) -> str:
    """A byline without the place that stands between its name and an account: "Ann Bee Ostrey @annbee"."""
    found = _PLACE_BEFORE_ACCOUNT.match(text)
    return f"{found[1]} {found[3]}" if found and place_named(found[2]) is not None else text


_PLACE_BEFORE_ACCOUNT = re.compile(r"(\W*(?:[^\W\d_][\w.'’-]*\s+){2,4}?)([^\W\d_a-z][\w'’ -]*)\s+(@\w+)\W*$")


def _without_role_behind(name: str) -> str:
    """A name without the role that stands right behind it: "Ann Bee Chief Reporter" as "Ann Bee"."""
    words = name.split()
    if len(words) <= LEAST_NAMED or not is_given_name(fold(words[0])) or fold(words[-1]) not in _role_words():
        return name
    while len(words) > LEAST_NAMED and (
        fold(words[-1]) in _role_words() or fold(words[-1]) in any_language("before_roles")
    ):
        words.pop()
    return " ".join(words)


LEAST_NAMED = 2


def _without_role_before(text: str) -> str:
    """The names of a byline without what its writer is before them: "our shipping correspondent Ann Bee" as "Ann Bee"."""
    words = text.split()
    for at, word in enumerate(words[:MAX_ROLE_WORDS]):
        if not word[-1].isalnum() or (at == 0 and is_given_name(fold(word))):
            return text
        if fold(word) in _role_words() and len(words) > at + 2 and words[at + 1][0].isupper():
            return " ".join(words[at + 1 :])
    return text


MAX_ROLE_WORDS = 6
"""Longest role before a name, in words: "South and South-East Asia business correspondent"."""


@cache
def _role_words() -> frozenset[str]:
    return frozenset(role for role in _union("byline_roles") if len(role) >= LEAST_ROLE and " " not in role)


LEAST_ROLE = 6
"""Letters of a role; shorter ones are parts of names, too."""


def typed_names(part: str) -> list[str]:
    """The names in one part of an author field that a person filled in.

    "Quill, Mara" is one person, whose surname stands before the given name as in catalogues. Where that is not certain
    ("Quill, M"), the part is kept as it was typed: nothing that a person supplied is dropped.
    """
    surname, comma, given = (side.strip() for side in part.partition(","))
    if not (comma and _SURNAME.fullmatch(surname) and _GIVEN.fullmatch(given)):
        return authors_of(part, is_marked=True)
    return [f"{given} {surname}" if is_given_name(fold(given.split()[0])) else f"{surname}, {given}"]


_SURNAME = re.compile(r"(?:[a-zà-ÿ']+ ){0,2}[^\W\d_a-z][\w'’‐-]*")
"""A family name with its particles: "van der Berg"."""
_GIVEN = re.compile(r"[^\W\d_a-z][\w'’‐-]*\.?(?: [^\W\d_a-z][\w'’‐-]*\.?)?")
_OF_A_STATION = re.compile(r"\s*[A-Z]{2,}-[^\W\d_]")
"""Behind a name, where its owner works: "ARX-Studio Madrid"."""
_FOR_A_HOUSE = re.compile(r"(?<=\w) for (?=(?:the )?[A-Z])", re.I)
"""Behind the names of a byline, whom they write for: "Ann Bee for HarbourOnline"."""


_FROM_PLACE = re.compile(r"^(?:à|au|aux|en|in|aus|from|desde|a) [A-ZÀ-Ý][\w'’ -]{1,30},\s*")
"""Before the names of a byline, from where: "De notre envoyée spéciale à Genève, Anne Bey"."""
_CREDIT = re.compile(
    r"(?:,|;|\||\.|\s-)?\s+(?:(?:with )?(?:additional|further) (?:reporting|writing|research)|(?:photographs?|photography|photos?|pictures|illustrations?|video|graphics|edited|editing|translated|fotos?|photographies|fotografías)(?: by| von| par| de|:))\b",
    re.I,
)
"""Where the names of a byline end and others' work begins."""


def others_work(text: str) -> int:
    """Where in a byline the names end and the work of others begins; its length where nothing of the kind stands."""
    found = _CREDIT.search(text)
    return found.start() if found else len(text)


@cache
def _behind() -> re.Pattern[str]:
    """Behind a name, whence or for whom: "in Geneva", "of The Harbour Herald staff"."""
    words = "|".join(re.escape(w) for w in _union("byline_behind"))
    return re.compile(rf"\s+(?i:{words})\s+(?=(?:the |la |le |der |die |el )?[^\W\d_a-zà-ÿ])")


class _Kept(dict[int, str]):
    """Each character to its folded one, or to itself where folding would change the length; filled as it is used."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_KEPT = _Kept()


def fold_keep(text: str) -> str:
    """Case and accents folded, length kept, so that places in it are places in the text."""
    return text.lower() if text.isascii() else text.translate(_KEPT)


def _cut_date(text: str) -> str:
    found = next(dates_in(text), None)
    return text[: found[1]].rstrip(" ,|·•-–—") if found else text


def _is_reversed(text: str) -> bool:
    """Whether "Surname, Given" is one person."""
    return (
        False
        if text.count(",") != 1
        else bool(re.fullmatch(r"[^\W\d_][\w'-]+,\s[^\W\d_]\.(?:\s?[^\W\d_]\.)*", text))
    )


def _is_body(text: str) -> bool:
    """Whether a text is one organisation with "and" in its name ("Center for Research and Policy")."""
    words = {fold(w) for w in text.split()}
    return (
        bool(words & {"for", "of"}) and bool(words & any_language("organisation_heads")) and "," not in text
    )


def _pieces(text: str) -> list[str]:
    parts = [part for part in _HARD_CUT.split(_spaced_and(text)) if part and part.strip()]
    return [piece for part in parts[:8] for piece in _joiner().split(part) if piece]


_ARABIC_AND = re.compile(r"(?<=\w )و(?=\w{3})")


def _spaced_and(text: str) -> str:
    """An Arabic text with a space behind the "and" that is written as the first letter of a word, names that begin so left."""
    names = any_language("names_with_and")
    return _ARABIC_AND.sub(
        lambda found: found[0] if fold(text[found.start() :].split()[0]) in names else "و ", text
    )


def _name(piece: str, *, is_marked: bool) -> str | None:
    piece = piece.strip(" ,;:.-–—|\"'“”*") + ("." if re.search(r"\b(?:Jr|Sr)\.?$", piece.strip()) else "")
    opened = _opener().match(fold_keep(piece))
    if opened:
        piece = piece[opened.end() :].strip(" ,;:-–—|\"'“”")
    folded = fold(piece)
    if (
        not piece
        or len(piece) > MAX_NAME_CHARS
        or folded in _union("byline_roles")
        or folded in _union("no_author")
        or (not is_marked and folded.split()[0] in _union("newsrooms"))
    ):
        return None
    words = piece.split()
    if not is_marked and len(words) > 2 and fold(words[-1]) in any_language("follow_words"):
        words.pop()
        piece = " ".join(words)
    if not is_marked:
        piece = _without_role_behind(piece)
        words = piece.split()
    if is_marked:
        return piece if len(words) <= MAX_NAME_WORDS and re.search(r"[^\W\d_]{2}", piece) else None
    return piece if _looks_like_a_person(piece, words) else None


def as_written(name: str) -> str:
    """A person's name in capitals ("ANN BEE-MCRAE") as names are written; any other as it is."""
    if not name.isupper() and (surname := _SHOUTED.search(name)) and is_person_name(name):
        return name[: surname.start()] + _CAPITALS.sub(lambda m: m[0].capitalize(), surname[0])
    if not name.isupper() or not is_person_name(name):
        return name
    particles = any_language("name_particles") - any_language("given_he")
    words = [
        w.lower()
        if n and fold(w) in particles
        else w
        if "." in w
        else _CAPITALS.sub(lambda m: m[0].capitalize(), w)
        for n, w in enumerate(name.split())
    ]
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), " ".join(words))


_SHOUTED = re.compile(r"(?<=[a-zà-ÿ]\s)[A-ZÀ-Ý]{4,}(?:-[A-ZÀ-Ý]{2,})?$")
"""A family name in capitals behind a given name, as French houses sign: "Jeanne MORVAN"."""
_CAPITALS = re.compile(r"[^\W\d_]+")


def is_person_name(name: str) -> bool:
    """Whether a cleaned name has the look of a person's: two to five capitalised words, none of them "staff" or "news"."""
    return _looks_like_a_person(name, name.split())


def _looks_like_a_person(piece: str, words: list[str]) -> bool:
    if not 2 <= len(words) <= 5 or not _NAME.match(piece) or all(len(w) == 1 for w in words):
        return False
    if (
        words[0][0].islower()
        or words[-1][0].islower()
        or any(fold(w) in any_language("never_in_bylines") for w in words)
    ):
        return False
    last = fold(words[-1])
    if (
        last in any_language("role_heads")
        or last.removesuffix("s") in any_language("role_heads")
        or last.endswith(_union("role_endings"))
    ):
        return False
    particles = any_language("name_particles")
    return all(not w[0].islower() or fold(w.split("-")[0].split("'")[0]) in particles for w in words)
