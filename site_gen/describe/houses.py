"""Names as publishers bear them: whether a name has the form of a newspaper's, a station's or a company's."""

from __future__ import annotations

import re

from site_gen.language.gazetteer import place_named
from site_gen.language.names import any_language
from site_gen.language.words import fold

from .people import authors_of, is_opened

MAX_NAME_WORDS = 6
ARTICLES = frozenset(
    {"the", "le", "la", "les", "l'", "el", "los", "il", "lo", "die", "der", "das", "o", "de", "het"}
)
_SMALL = frozenset(
    {
        "of",
        "the",
        "and",
        "for",
        "de",
        "du",
        "des",
        "la",
        "le",
        "del",
        "di",
        "da",
        "do",
        "der",
        "am",
        "y",
        "et",
        "und",
        "&",
    }
)
_COMPANY = re.compile(
    r"[\s,](?:ltd|limited|llc|l\.l\.c|inc|incorporated|plc|corp(?:oration)?|co|company|gmbh|mbh|ag|kg|se|s\.?a|s\.?l|s\.?p\.?a|s\.?r\.?l|sas|sarl|bv|b\.v|nv|pty|"
    r"holdings?|syndicate|content agency|media group|group|publishing|publications|ediciones|editions|verlag|medien|media)\.?$",
    re.I,
)


def is_company(name: str) -> bool:
    """Whether a name is that of an owner by its form: "Harbour Media Ltd"."""
    return bool(_COMPANY.search(" " + name.strip(" .")))


def without_company(name: str) -> str:
    """A newspaper's name without its owner's form behind it, "Bay Herald Media Ltd" as "Bay Herald"; other names as they are."""
    shorter = name.strip(" .,")
    while is_company(shorter):
        shorter = shorter.strip(" .").rpartition(" ")[0].strip(" .,")
    return shorter if shorter != name and is_masthead(shorter) else name


def is_masthead(name: str) -> bool:
    """Whether a name has the form of a newspaper's or station's: two words or more, one of them such as "Herald", none of them a section's."""
    words = [fold(w) for w in name.split()]
    if (
        len(words) < 2
        or "," in name
        or not is_name(name)
        or words[0] in any_language("before_no_masthead")
        or is_company(name)
    ):
        return False
    if len(words) == 2 and words[0] in ARTICLES and words[1] in any_language("mastheads_with_article"):
        return True
    mastheads = any_language("masthead_words")
    if words[-1] in mastheads:
        return True
    is_person = words[0] not in ARTICLES and bool(authors_of(name, is_marked=False))
    return bool(mastheads & set(words[:2])) and not is_person


def is_section(name: str) -> bool:
    """Whether a name is made of words alone by which sites call their parts and buttons: "Technology News", "Share This Post"."""
    words = [word for raw in name.split() if (word := fold(raw).strip(".,:;!?’'\"()"))]
    weighty = [word for word in words if word not in _SMALL | ARTICLES and any(c.isalnum() for c in word)]
    return all(word in any_language("section_words") for word in weighty)


def _is_byline(name: str) -> bool:
    """Whether it begins as a byline does: "By Staff Reporter". "De" opens the names of newspapers, too."""
    return is_opened(name) and fold(name.split()[0]) not in ARTICLES


def is_name(name: str) -> bool:
    """Few words, each with a capital but the small ones, no figures, no place, no section that every site has."""
    words = name.split()
    if not 0 < len(words) <= MAX_NAME_WORDS or not name[0].isupper() or re.search(r"[\d@/?!:]", name):
        return False
    if place_named(name) is not None or fold(name) in any_language("no_author") or _is_byline(name):
        return False
    return all(w[0].isupper() or fold(w) in _SMALL or w[0] in "&'’" or _ELIDED.match(w) for w in words)


_ELIDED = re.compile(r"[ld]['’][A-ZÀ-Ý]")
