"""Whether two names name one person, and the folded form under which names are filed (of bodies: ``organisations``).

Knows writing, not the world: tables of titles, particles and heads (``*.names.toml``), spelling variants of
transliterated names, and initials. Two names are one only where their writing says so; what it leaves open
("Assad" and which Assad) is for the caller, who knows the other names of the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from .short_given import like_given, rows_of_given
from .tables import languages, table
from .words import fold, normalise

POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_SPLIT = re.compile(r"[\s\-‐‑–/,.'’]+")
_POINTED = re.compile(r"^(?:[^\W\d_]\.){2,}[^\W\d_]?$")
_ELIDED = re.compile(r"^([OD])['’](?=[A-ZÀ-Ý])")
"""What opens one word of a surname: "O'Brink", "D'Arnaud"."""
_PARTS = re.compile(r"[aeiouy]+|[^aeiouy]+")
_CONSONANTS = (
    ("ph", "f"),
    ("ck", "k"),
    ("q", "k"),
    ("w", "v"),
    ("kh", "k"),
    ("dh", "d"),
    ("gh", "g"),
    ("tch", "ch"),
)
_FINAL_I = frozenset({"i", "y", "yy", "iy", "ii", "ey", "ei", "yi"})
_VOWELS = {
    "ou": "u", "oo": "u", "ee": "i", "ie": "i", "ei": "i", "ey": "i", "ay": "ai", "oy": "oi", "y": "i", "iy": "i", "yy": "i",
    "aa": "a", "ii": "i", "uu": "u",
}  # fmt: skip
_LIKE = frozenset(frozenset(pair) for pair in (("a", "e"), ("e", "i"), ("o", "u"), ("ai", "i"), ("ai", "e")))
_LIKE_FIRST = frozenset(frozenset(pair) for pair in (("e", "i"), ("o", "u"), ("g", "k")))
"""Vowels (and first letters) that transliterations of one name differ in; the last letters must agree."""
MIN_VARIANT_LETTERS = 5
"""Shorter words never count as spelling variants of one another ("Jan", "Jen"): too many are different names."""


@cache
def any_language(name: str) -> frozenset[str]:
    """One table of words, of all languages together, each word folded."""
    return frozenset(fold(word) for code in languages() for word in table(code).get(name, ()))


@lru_cache(maxsize=1 << 16)
def is_office(word: str) -> bool:
    """Whether a folded word names an office, in any language, or is written together of one and more ("innenminister")."""
    return word in any_language("role_heads") or (
        word.endswith(_office_endings()) and word not in _office_endings()
    )


@cache
def _office_endings() -> tuple[str, ...]:
    return tuple(sorted(any_language("office_endings"))) or ("\0",)


@cache
def any_written(name: str) -> str:
    """One table of words, of all languages together, as a pattern of them as they are written, the longest first."""
    words = {word for code in languages() for word in table(code).get(name, ())}
    return f"(?:{'|'.join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))})"


@cache
def demonyms() -> dict[str, str]:
    """Folded adjective or people ("syrian") to the folded country ("syria"), of all languages."""
    found: dict[str, str] = {}
    for code in languages():
        for word, country in table(code).get("demonyms", {}).items():
            found.setdefault(fold(word), fold(country))
    return found


@lru_cache(maxsize=100_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded: titles, suffixes, possessive endings and Arabic articles left off; initials are one letter.

    ``President Bashar al-Assad's`` gives ``("bashar", "assad")``; ``U.N.`` gives ``("un",)``. Empty where only titles stand.
    """
    spread = re.sub(
        r"(?<![^\W_])((?:[^\W\d_]\.){2,})(?=[^\W\d_]{2,})",
        r"\1 ",
        normalise(POSSESSIVE.sub("", name.strip())),
    )
    words: list[str] = []
    for raw in spread.split():
        words.extend(unpointed(raw))
    words = _without_titles(words)
    suffixes = any_language("name_suffixes")
    while len(words) > 1 and words[-1] in suffixes and words[-1] not in _GENERATIONS:
        words.pop()
    return _without_articles(words)


def unpointed(raw: str) -> list[str]:
    """One written word as folded words: an acronym's points removed, hyphens split."""
    raw = _ELIDED.sub(r"\1", raw.strip("\"'“”‘’()[]«»,;:"))
    if _POINTED.match(raw):
        return [fold(raw.replace(".", ""))]
    return [folded for part in _SPLIT.split(POSSESSIVE.sub("", raw)) if part and (folded := fold(part))]


def _without_titles(words: list[str]) -> list[str]:
    titles = any_language("person_titles")
    while len(words) > 1:
        length = next((n for n in (3, 2, 1) if len(words) > n and " ".join(words[:n]) in titles), 0)
        if not length or (len(words) == 2 and opens_as_given(*words)):
            break
        words = words[length:]
    return words


def opens_as_given(title: str, behind: str) -> bool:
    """Whether what may be a title is a given name here: "Don Brink", but not "Don Carlos"."""
    return (
        title in given_titles_too() and not _is_given(behind) and behind not in any_language("name_suffixes")
    )


@cache
def given_titles_too() -> frozenset[str]:
    """Titles that are given names, too."""
    return any_language("person_titles") & frozenset().union(*(any_language(names) for _, names in GIVEN))


_MAY_BE_GIVEN = frozenset({"ash", "az"})
"""Articles that are given names, too, where a name begins with them: "Ash Carter"."""


def _without_articles(words: list[str]) -> tuple[str, ...]:
    articles = any_language("name_articles")
    kept = [w for n, w in enumerate(words) if w not in articles or (n == 0 and w in _MAY_BE_GIVEN)] or words
    return tuple(w[2:] if len(w) > 4 and w.startswith("ال") and not w.startswith("الل") else w for w in kept)


def ruler(name: str) -> str | None:
    """The folded title and given name of who is called by them ("King Salman": ``king salman``); None for any other name."""
    words = fold(POSSESSIVE.sub("", name.strip())).split()
    return " ".join(words) if len(words) == 2 and words[0] in any_language("ruler_titles") else None


def fold_name(name: str) -> str:
    """A name as it is filed and counted: ``President Bashar al-Assad`` is ``bashar assad``, ``U.N.`` is ``un``."""
    return " ".join(name_words(name))


def surname(name: str) -> str:
    """The word under which a person is filed: the last, or the first where the family name stands first ("Xi Jinping")."""
    words = name_words(name)
    if len(words) > 1 and words[-1] in _GENERATIONS:
        words = words[:-1]
    if not words:
        return ""
    return words[0] if len(words) > 1 and words[0] in any_language("family_name_first") else words[-1]


@lru_cache(maxsize=100_000)
def is_spelling_of(a: str, b: str) -> bool:
    """Whether two folded words are one name in two transliterations ("mohammed", "muhammad"; not "hassan", "hussein")."""
    if a == b:
        return True
    if not (a.isascii() and b.isascii()):
        return False
    if min(len(a), len(b)) < MIN_VARIANT_LETTERS:
        return min(len(a), len(b)) == MIN_VARIANT_LETTERS - 1 and _once(a) == _once(b)
    first, second = _syllables(a), _syllables(b)
    if len(first) != len(second) or not _starts_alike(first[0], second[0]) or first[-1] != second[-1]:
        return False
    if (
        first[0] != second[0] and first[0][0] not in "aeiou"
    ):  # "Gadhafi" and "Kadhafi", not "Galli" and "Kelly"
        return first[1:] == second[1:]
    return all(_alike(x, y) for x, y in zip(first[1:], second[1:], strict=True))


def _once(word: str) -> str:
    """A word with its double consonants written once: "sissi" and "sisi"."""
    return re.sub(r"([^aeiouy])\1+", r"\1", word)


@cache
def _syllables(word: str) -> tuple[str, ...]:
    """A word as runs of vowels and consonants, each in its canonical spelling."""
    word = _once(word)
    word = re.sub(r"(?<=[aeiou])h$", "", word)
    for was, now in _CONSONANTS:
        word = word.replace(was, now)
    word = _once(word)
    parts = _PARTS.findall(word)
    if len(parts) > 1 and parts[-1] in _FINAL_I:
        parts[-1] = "i"
    return tuple(_VOWELS.get(p, p) for p in parts)


def _starts_alike(x: str, y: str) -> bool:
    return x == y or frozenset((x, y)) in _LIKE_FIRST


def _alike(x: str, y: str) -> bool:
    if x == y or frozenset((x, y)) in _LIKE:
        return True
    return len(x) == len(y) > 1 and all(
        v == w or frozenset((v, w)) in _LIKE for v, w in zip(x, y, strict=True)
    )


def _generation(name: str) -> str:
    """What tells a son from his father: "jr", "sr", "iii"; "" where nothing does."""
    words = fold(name).replace(",", " ").replace(".", "").split()
    return words[-1] if len(words) > 1 and words[-1] in _GENERATIONS else ""


_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "fils"})


def same_person(a: str, b: str) -> bool:
    """Whether two names can name one person.

    A surname alone agrees with every full name of that surname ("Assad" with "Bashar al-Assad" and with "Asma
    al-Assad"): a caller who knows several of them must not merge on it. Two full names agree where the surnames are
    one and the given names are compatible (equal, a transliteration, an initial, or left out). Who is called by a title
    and a given name ("King Salman") is nobody of that surname.
    """
    first, second = name_words(a), name_words(b)
    if not first or not second:
        return False
    if len(first) > 1 and len(second) > 1 and _generation(a) != _generation(b):
        return False
    if first == second:
        return True
    if ruler(a) or ruler(b):
        return False
    first, second = (w[:-1] if len(w) > 1 and w[-1] in _GENERATIONS else w for w in (first, second))
    short, long = sorted((first, second), key=len)
    if len(short) == 1:
        return len(short[0]) > 1 and is_spelling_of(
            short[0], surname(" ".join(long)) if len(long) > 1 else long[0]
        )
    if not is_spelling_of(_folded_surname(short), _folded_surname(long)):
        return False
    return _given_agree(_given(short), _given(long))


def _folded_surname(words: tuple[str, ...]) -> str:
    return words[0] if words[0] in any_language("family_name_first") and len(words) > 1 else words[-1]


def _given(words: tuple[str, ...]) -> tuple[str, ...]:
    rest = words[1:] if words[0] in any_language("family_name_first") else words[:-1]
    particles = any_language("name_particles")
    return tuple(
        w for n, w in enumerate(rest) if len(w) == 1 or w not in particles or (n == 0 and _is_given(w))
    )


def _is_given(word: str) -> bool:
    """Whether a word that may be a particle ("ben") is a given name where it stands first."""
    return word in _MAY_BE_GIVEN or any(word in any_language(names) for _, names in GIVEN)


def given_initials(name: str) -> frozenset[str]:
    """The first sounds of a full name's given names and of their short forms ("William Brink": those of "Will" and "Bill")."""
    given = _given(name_words(name)) if " " in name else ()
    return frozenset(_SOUND_OF.get(w[0], w[0]) for word in given for w in (word, *like_given(word)))


_SOUND_OF = {"o": "u", "e": "i", "k": "g", "q": "g", "y": "i", "j": "j"}
"""First letters that stand for one another in spellings of one name ("Osama", "Usama")."""


def is_surname_alone(name: str) -> bool:
    """Whether a name holds one word but for the small ones of surnames: "Brink", "de Brink"."""
    words = name_words(name)
    return len(words) == 1 or (len(words) > 1 and not _given(words))


def _given_agree(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Given names agree where each of the shorter list finds its like in the longer, in order, the first by preference."""
    if not short or not long:
        return True
    if len(short) > len(long):
        short, long = long, short
    if "".join(short) in ("".join(long), "".join(w[0] for w in long)):
        return True
    if len(short) == 1 < len(short[0]) and len(long) > 1 and [len(w) > 1 for w in long[:2]] == [False, True]:
        return any(_given_alike(short[0], other) for other in long[1:])  # "J. David Brink" is no "John Brink"
    if all(_given_alike(x, y) for x, y in zip(short, long, strict=False)):
        return True
    if len(short) == len(long) or any(len(word) == 1 for word in short) or short[0] not in long:
        return False
    rest = iter(long)
    return all(any(_given_alike(word, other) for other in rest) for word in short)


def _given_alike(x: str, y: str) -> bool:
    if len(x) == 1 or len(y) == 1:
        return x[0] == y[0]
    return is_spelling_of(x, y) or not rows_of_given(x).isdisjoint(rows_of_given(y))


@lru_cache(maxsize=100_000)
def surname_block(name: str) -> str:
    """A key that spellings of one surname share ("Zelensky", "Zelenskyy"): its first sound and consonants."""
    word = surname(name)
    if not word.isascii() or len(word) < MIN_VARIANT_LETTERS:
        return word
    parts = _syllables(word)
    first = {"e": "i", "o": "u", "k": "g"}.get(parts[0], parts[0])
    return "".join([first, *(p for p in parts[1:] if p[0] not in "aeiouy")])


def without_marks(name: str) -> str:
    """A name in its own letters, accents kept, white space and typographic marks made one: how labels are counted."""
    return unicodedata.normalize("NFC", " ".join(normalise(POSSESSIVE.sub("", name.strip(" ,;:()"))).split()))


GIVEN = (("he", "given_he"), ("she", "given_she"))
"""Pronouns, and the tables of given names that tell each."""


@lru_cache(maxsize=100_000)
def pronoun_of_given(name: str) -> str | None:
    """The pronoun that a full name's given name tells ("Maria": "she"), by the tables; None where it is open."""
    words = name_words(name)
    if len(words) < 2:
        return None
    return _told(words[0]) or _told_by_like(words[0])


def _told(given: str) -> str | None:
    return next((p for p, names in GIVEN if given in any_language(names)), None)


def _told_by_like(given: str) -> str | None:
    """What the names tell that go by one short form ("Dick": those of "Richard"), where they agree; no family name that stands first."""
    if given in any_language("family_name_first"):
        return None
    told = {p for like in like_given(given) if (p := _told(like))}
    return told.pop() if len(told) == 1 else None
