"""The language of an article: as declared, unless its own letters or words plainly say otherwise.

Most texts are told by their small words alone; only the others ask the statistical identifier, whose model takes half
a second to load.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

from site_gen.model import Sourced

from .claim import Claim, inferred, stated
from .reading import Reading

SAMPLE_CHARS = 1_500
"""Of the body, read to tell the language: more costs time and changes no answer on the development pages."""
MIN_CHARS = 40
SURE = 0.99
"""Least probability at which the text's words outweigh a declaration (templates are often left at ``en``)."""
SURE_ALONE = 0.6
_SCRIPTS = (
    ("ar", re.compile(r"[\u0621-\u064a]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("el", re.compile(r"[\u03b1-\u03c9]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("th", re.compile(r"[\u0e01-\u0e2e]")),
)
_ARABIC_LETTERS_OF = (("fa", re.compile("[پچژگ]")), ("ur", re.compile("[ٹڈڑے]")))
_TAG = re.compile(r"^([a-zA-Z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.].*)?$")


def language_of(
    reading: Reading, default: str, *, by_statistics: bool = True
) -> tuple[Sourced[str], Claim | None]:
    """Return the language, and the declaration that the text contradicts, if one does."""
    declared = next((claim for claim in _declared(reading)), None)
    text = " ".join(b.text for b in reading.body.blocks if b.kind != "caption")[:SAMPLE_CHARS]
    told, sure = _by_text(text, by_statistics=by_statistics)
    if declared is None:
        if told and sure >= SURE_ALONE:
            return inferred(told, "text language", note="Told by the words and letters of the text."), None
        return inferred(default, "default language", note="The text is too short to tell."), None
    code = declared.value.split("-")[0]
    if told and told != code and sure >= SURE and len(text) >= 200:
        return inferred(
            told,
            "text language",
            spans=(declared.span,),
            note=f"Declared {declared.value}; the text is plainly {told}.",
        ), declared
    return stated(declared), None


def _declared(reading: Reading) -> list[Claim]:
    page = reading.markup
    claims = [
        *(reading.node.texts("inLanguage")[:1] if reading.node else []),
        *([page.language] if page.language else []),
        *page.meta("http-equiv:content-language", "dc.language", "dcterms.language", "language", "og:locale"),
    ]
    return [Claim(code, c.rule, c.span) for c in claims if (code := language_code(c.value))]


def language_code(value: str) -> str | None:
    """A BCP 47 code in its usual case ("en_us": "en-US"), a language's English name as its code; else None."""
    value = value.strip()
    if match := _TAG.match(value):
        code = match[1].lower()
        code += f"-{match[2].title()}" if match[2] else ""
        return code + (f"-{match[3].upper()}" if match[3] else "")
    return _code_of_name(value.casefold())


@cache
def _code_of_name(name: str) -> str | None:
    import pycountry

    try:
        found = pycountry.languages.lookup(name)
    except LookupError:
        return None
    return str(getattr(found, "alpha_2", None) or found.alpha_3)


def _by_text(text: str, *, by_statistics: bool) -> tuple[str | None, float]:
    if (code := _by_small_words(text)) is not None:
        return code, 1.0
    letters = sum(c.isalpha() for c in text)
    if letters < MIN_CHARS:
        return None, 0.0
    for code, pattern in _SCRIPTS:
        if len(pattern.findall(text)) > letters / 2:
            if code == "ar":
                code = next((c for c, p in _ARABIC_LETTERS_OF if len(p.findall(text)) > letters / 50), "ar")
            return code, 1.0
    if not by_statistics:
        return None, 0.0
    code, sure = _identifier().classify(text)
    return str(code), float(sure)


def _by_small_words(text: str) -> str | None:
    """The language whose function words are as frequent as in running text, and no other's half as frequent; else None."""
    found = _WORD.findall(text.lower())
    if len(found) < MIN_WORDS:
        return None
    owners = _function_words()
    counts: Counter[str] = Counter()
    written = Counter(found)
    for word in written.keys() & owners.keys():
        for code in owners[word]:
            counts[code] += written[word]
    ranked = [*counts.most_common(2), ("", 0), ("", 0)]
    (code, most), (_, second) = ranked[:2]
    is_clear = most >= MIN_SMALL_SHARE * len(found) and second <= most / 2
    return code if is_clear and code not in _SHARED else None


MIN_WORDS, MIN_SMALL_SHARE = 30, 0.18
"""Words of a text, and the share of small ones among them, from which it is told by them. Of 503 development pages 472
are told so, each as the statistical identifier tells it."""
_SHARED = frozenset({"nl", "sv"})
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    """Each small word to the languages that have it."""
    tables = tomllib.loads((files(__package__) / "function_words.toml").read_text(encoding="utf-8"))
    owners: dict[str, tuple[str, ...]] = {}
    for code in sorted(tables):
        for word in tables[code].split():
            owners[word] = (*owners.get(word, ()), code)
    return owners


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def given_language(given: Sourced[str]) -> Sourced[str] | None:
    """What somebody gave as the language, as a code; None where it is none."""
    code = language_code(given.value)
    return Sourced(code, given.basis, given.evidence) if code else None
