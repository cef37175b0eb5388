"""What an element's class, identity and role say about the lines inside it.

Pure tables and one cached function; nothing here reads a page.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KINDS = (
    ("embed", r"twitter-tweet|instagram-media|fb-post|tiktok-embed|bluesky-embed|reddit-embed"),
    (
        "comments",
        r"\bcomments?\b|comment-?(?:list|area|body|section|respond|content|form)|\bdisqus|\brespond\b",
    ),
    (
        "related",
        (
            r"related|recommend|read-?(?:more|next|also)|more-?(?:from|stories|on|news|articles)|also-?(?:like|read)|"
            r"most-?(?:read|popular|viewed)|trending|popular|teaser|promo|outbrain|taboola|zergnet|you-?may|"
            r"further-?reading|see-?also|(?:next|prev(?:ious)?)-?(?:article|post|up)|latest-?(?:news|posts|articles|stories)|"
            r"suggest|upsell|pull-?link|inline-?link|card-?list|river"
        ),
    ),
    (
        "newsletter",
        r"newsletter|subscri|sign-?up|paywall|donat|\bcta\b|opt-?in|mailchimp|piano|regwall|membership|support-?us",
    ),
    ("share", r"\bshar(?:e|ing)|\bsocial|addtoany|sharedaddy|follow-?us|toolbar|\btools\b"),
    (
        "advertisement",
        (
            r"\bads?\b|\badvert|\bad-?(?:slot|unit|container|wrapper|banner|box)|sponsor|dfp-|\bgpt-|google-?ad|"
            r"commercial|affiliate"
        ),
    ),
    ("credit", r"credit|copyright|photographer|image-?source|photo-?by|img-?source"),
    ("caption", r"caption|\blegend\b|(?:image|photo|media|img)-?desc|cutline"),
    (
        "byline",
        r"by-?line|\bauthors?\b|author-?(?:name|info|box|bio|card|block)|\bbio\b|contributor|writer|reporter",
    ),
    (
        "date",
        (
            r"\bdates?\b|date-?(?:line|time)|time-?stamp|pub-?date|\bpublished\b|\bupdated\b|(?:post|entry|article)-?meta|"
            r"meta-?data|\bmeta\b|read(?:ing)?-?time|post-?info"
        ),
    ),
    (
        "label",
        (
            r"kicker|eyebrow|overline|rubri[ck]|category|categories|\btags?\b|tag-?(?:list|cloud|links)|\btopics?\b|"
            r"section-?(?:name|label)|breadcrumb|keyword"
        ),
    ),
    (
        "standfirst",
        (
            r"stand-?first|\bdek\b|\bdeck\b|sub-?(?:title|head|headline|heading)|\blede?\b|\bintro\b|article-?summary|"
            r"excerpt|strap-?line|\bsummary\b|description"
        ),
    ),
    (
        "nav",
        (
            r"\bnav|navigation|\bmenu\b|menu-|-menu|pagination|pager|skip-?(?:link|to)|site-?(?:header|footer)|\bfooter\b|"
            r"page-?footer|masthead|side-?bar|\bwidget|cookie|consent|gdpr|\bmodal|pop-?up|overlay|\btoc\b|"
            r"table-?of-?contents|\blogin|log-?in|\bsearch\b|screen-?reader|sr-only|visually-?hidden|utility|banner|"
            r"off-?canvas|hamburger|\brail\b|drawer|account|player|carousel|slideshow|gallery|\bprint\b"
        ),
    ),
)
_KIND = tuple((name, re.compile(pattern)) for name, pattern in _KINDS)
_RANK = {name: rank for rank, (name, _) in enumerate(_KINDS)}
_MAIN = re.compile(
    r"(?:article|story|post)-?(?:body|content|text|copy|detail|entry)|entry-?content|body-?(?:content|copy|text)|"
    r"main-?(?:content|text|article)|page-?content|rich-?text|td-post-content|content-?body|wysiwyg|\bprose\b|paywall-?content"
)
_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORDS = re.compile(r"[a-z]{2,}")
_MASKED = str.maketrans("123456789", "000000000")
"""Names differ in their numbers, which say nothing."""
_APART = str.maketrans("_:/", "   ")
NOT_MAIN = frozenset(["related", "comments", "newsletter", "share", "advertisement", "nav"])
"""Kinds of elements whose lines are never taken for the article's own by a name further up."""
MAX_NAMES = 12
"""Class names read of one element; utility classes run to dozens and say nothing."""


def _letters(pattern: str) -> tuple[str, ...]:
    """The runs of letters of a pattern, one of which every match of it holds."""
    plain = re.sub(r"[a-z]\?|-\?", " ", pattern.replace(r"\b", " ").replace("(?:", " "))
    return tuple(sorted(set(re.findall(r"[a-z]{2,}", plain))))


def _by_beginning() -> dict[str, tuple[tuple[str, str], ...]]:
    """Each run of letters with its kind, by its first two letters."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for kind, pattern in (*_KINDS, ("", _MAIN.pattern)):
        for run in _letters(pattern):
            found[run[:2]] = (*found.get(run[:2], ()), (run, kind))
    return found


_MIGHT = _by_beginning()


@lru_cache(maxsize=50_000)
def _might_say(word: str) -> frozenset[str]:
    """The kinds whose patterns a word of a name may be part of; empty string for the article's body.

    Pages share their words, though not their names: most names are known to say nothing by their words alone.
    """
    return frozenset([
        kind
        for at in range(len(word) - 1)
        for run, kind in _MIGHT.get(word[at : at + 2], ())
        if word.startswith(run, at)
    ])  # fmt: skip


@lru_cache(maxsize=100_000)
def _name_says(name: str) -> tuple[str, bool]:
    plain = name[:80]
    if not plain.islower():
        plain = _CASE.sub("-", plain).lower()
    plain = plain.translate(_APART)
    might: set[str] = set()
    for word in _WORDS.findall(plain):
        might |= _might_say(word)
    if not might:
        return "", False
    kind = next((kind for kind, pattern in _KIND if kind in might and pattern.search(plain)), "")
    return kind, "" in might and bool(_MAIN.search(plain))


def kind_of(names: str) -> tuple[str, bool]:
    """Return what an element's class, id and role call it, and whether they call it the article's body.

    The kind is one of embed, comments, related, newsletter, share, advertisement, credit, caption, byline, date,
    label, standfirst, nav, the first of this order; empty where they say nothing.
    """
    return _says(names.translate(_MASKED))


@lru_cache(maxsize=50_000)
def _says(names: str) -> tuple[str, bool]:
    kind, main = "", False
    for name in names.split()[:MAX_NAMES]:
        says, says_main = _name_says(name)
        main = main or says_main
        if says and (not kind or _RANK[says] < _RANK[kind]):
            kind = says
    return kind, main
