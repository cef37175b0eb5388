"""What linking knows of one article: stems, names, numbers and digests of its wording; never the text.

In: an Article. Out: a Fingerprint of a few kilobytes, made once an article and cached. Every list is sorted and cut
to a fixed size, so that a very long article costs no more than a long one.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import chain, islice

from ..language import fold, table
from ..language.stems import stemmer
from ..language.words import words_only
from ..model import Article, Fingerprint
from .skeleton import skeletons

MAX_TERMS = 300
"""Distinct stems kept, the most frequent first; a text of 600 words has about 200 (median of 546 news articles of 550 to 650)."""
MAX_WORDS = 4_000
"""Words read of the body: what a report is about stands well before."""
LEAD_WORDS = 60
"""Words that count as the lead: about two opening paragraphs."""
MAX_NAMES = 80
MAX_NUMBERS = 60
SIGNATURE = 96
"""Numbers of the MinHash signature: a standard error of 0.05 at a similarity of 0.4."""
SHINGLE_WORDS = 5
UNKNOWN = "und"
"""BCP 47 for a language that is not known."""
WITH_STOP_WORDS = ("ar", "en", "fr")
_NUMBER = re.compile(r"\d(?<![\w.,]\d)(?:\d{0,2}(?:[,.\u202f\u00a0 ]\d{3})+(?!\d)|\d*(?:[.,]\d+)?(?![\w]))")
"""The look back stands behind the first digit: by that digit a search skips."""
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")
_ARABIC_DIGIT = re.compile("[٠-٩۰-۹٫٬]")


def fingerprint(article: Article) -> Fingerprint:
    """Return what linking knows of an article. A text without words gives empty lists."""
    text, title = _in_plain_digits(article.text()), _in_plain_digits(article.title.value)
    body = [*map(fold, words_only(text)[:MAX_WORDS])]
    headline = [*map(fold, words_only(title))]
    language = _language(article.language.value, [*headline, *body])
    stems = _stems(body, language)
    title_stems = _stems(headline, language)
    counts = Counter(stems)
    counts.update(title_stems)
    names = Counter(fold(mention.name) for mention in article.names)
    return Fingerprint(
        id=article.id,
        terms=_most(counts, MAX_TERMS),
        title_terms=tuple(sorted(set(title_stems))),
        lead_terms=tuple(sorted(set(_stems((body or headline)[:LEAD_WORDS], language)))),
        names=_most(names, MAX_NAMES),
        places=_places(article),
        numbers=_numbers(f"{title}\n{text}"),
        clues=article.clues,
        minhash=_signature(body),
        words=article.words,
        language=language,
        skeletons=skeletons(sorted(names)),
    )


def _in_plain_digits(text: str) -> str:
    """The text with Arabic digits as 0–9; to look for one first costs a tenth of looking each character up."""
    return text.translate(_ARABIC_DIGITS) if _ARABIC_DIGIT.search(text) else text


def _language(known: str, folded: list[str]) -> str:
    """Return the article's language; of a text too short to tell, the one whose stop words it has most of.

    Without it a headline by itself is compared with nothing but other headlines. Equal counts leave it unknown.
    """
    language = known.split("-")[0].lower()
    if language != UNKNOWN:
        return language
    hits = sorted(
        (sum(word in _stop_words(code) for word in folded[:LEAD_WORDS]), code) for code in WITH_STOP_WORDS
    )
    (second, _), (most, best) = hits[-2:]
    return best if most > second else UNKNOWN


def _most(counts: Counter[str], size: int) -> tuple[tuple[str, int], ...]:
    """The most frequent entries, sorted by their text."""
    most = list(counts.items())
    if len(most) > size:
        most = sorted(most, key=lambda item: (-item[1], item[0]))[:size]
    return tuple(sorted(most))


@cache
def _stop_words(language: str) -> frozenset[str]:
    """Words that never tell one event from another: days and months are compared as days, not as words."""
    tables = table(language)
    lists = ("stop_words", "weekdays", "months", "months_short")
    return frozenset(fold(word).rstrip(".") for name in lists for word in tables.get(name, ()))


def stem(word: str, language: str) -> str | None:
    """Return the stem of a folded word; None for a stop word, a single letter or a number.

    Languages without a stemmer keep the word as it is. The possessive "'s" is already off.
    """
    plain = word.replace("'", "")
    if len(plain) < 2 or plain[0].isdecimal() or plain in _stop_words(language):
        return None
    if plain.endswith("."):
        plain = plain.rstrip(".")
    made = stemmer(language)
    return made.stemWord(plain) if made else plain


def _stems(folded: list[str], language: str) -> list[str]:
    """Stems of folded words in order; a hyphenated word gives its parts."""
    return [*chain.from_iterable(map(_known_stems(language).__getitem__, folded))]


class _Stems(dict[str, tuple[str, ...]]):
    """The stems of each folded word met so far, of one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __missing__(self, word: str) -> tuple[str, ...]:
        parts = (stem(part, self._language) for part in word.split("-"))
        found = self[word] = tuple([part for part in parts if part])
        return found


_known_stems = cache(_Stems)


def _places(article: Article) -> tuple[str, ...]:
    found = {fold(mention.name) for mention in article.names if mention.kind == "place"}
    if article.place:
        found.add(fold(article.place.value))
    return tuple(sorted(found))


def _numbers(text: str) -> tuple[str, ...]:
    """Figures of two or more digits, separators off; whole years (1800..2099 without a separator) left out."""
    found: dict[str, None] = {}
    for match in _NUMBER.finditer(text):
        raw = match.group()
        plain = _plain_number(raw)
        if len(plain) > 1 and not (raw.isdecimal() and len(raw) == 4 and raw[:2] in {"18", "19", "20"}):
            found[plain] = None
    return tuple(sorted(islice(found, MAX_NUMBERS)))


def _plain_number(raw: str) -> str:
    """ "300,000" and "300 000" as "300000"; "34.5" and "34,5" as "34.5"."""
    if raw.isdecimal():
        return raw
    if re.fullmatch(r"\d{1,3}(?:[^\d]\d{3})+", raw):
        return re.sub(r"\D", "", raw)
    return raw.replace(",", ".").rstrip(".")


def _signature(folded: list[str]) -> tuple[int, ...]:
    """MinHash of the word 5-shingles; empty where the text is shorter than one."""
    if len(folded) < SHINGLE_WORDS:
        return ()
    import rensa

    signature = rensa.RMinHash(num_perm=SIGNATURE, seed=1)
    signature.update([*map(" ".join, zip(*(folded[i:] for i in range(SHINGLE_WORDS)), strict=False))])
    return tuple(signature.digest())
