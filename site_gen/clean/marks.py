"""What an element's class, identity and role say about the lines inside it.

Pure tables and one cached function; nothing here reads a page.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .pieces import CONSENT

_KINDS = (
    (
        "embed",
        r"twitter-tweet|instagram-media|fb-post|tiktok-embed|bluesky-embed|mastodon-embed|reddit-embed|text-post-media",
    ),
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
            r"page-?footer|masthead|side-?bar|\bwidget|cookie|consent|gdpr|onetrust|didomi|usercentrics|trustarc|qc-cmp|cmplz|"
            r"iubenda|\bmodal|pop-?up|overlay|\btoc\b|"
            r"table-?of-?contents|\blogin|log-?in|\bsearch\b|screen-?reader|sr-only|visually-?hidden|utility|banner|"
            r"off-?canvas|hamburger|\brail\b|drawer|account|player|carousel|slideshow|gallery|\bprint\b"
        ),
    ),
)
_MAIN = (
    r"(?:article|story|post)-?(?:body|content|text|copy|detail|entry)|entry-?content|body-?(?:content|copy|text)|"
    r"main-?(?:content|text|article)|page-?content|rich-?text|td-post-content|content-?body|wysiwyg|\bprose\b|paywall-?content"
)
_ASKED = r"(?:cookie-?bot|cookies?|consent|gdpr|dsgvo|ccpa)"
_SHEET = (
    r"(?:alert|banner|bar\b|body|compliance|container|details|dialog|disclaimer|info|law|layer|manage|message|modal|notice|"
    r"notification|overlay|pop-?up|preference|prompt|root|sdk|settings?\b|tab|tool|wall|warning)"
)
_DIALOG = re.compile(
    rf"\b{_ASKED}-?(?:{_SHEET}|{_ASKED})|\b(?:accept|banner|dialog|manage|modal|notice|pop-?up)-?(?:for-)?{_ASKED}\b|"
    r"onetrust|cookiebot|didomi|usercentrics|trustarc|qc-cmp|cmplz|iubenda-cs"
)
"""Names of dialogs that ask for consent to cookies: on development pages no word of an article stands in one, but for
wrappers of whole pages. A recipe's ``cookies`` and a chapter's ``gdpr`` are none."""
_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PLAIN = str.maketrans("123456789_:/", "000000000   ")
"""Names differ in their numbers, which say nothing, and in what stands between their words."""
NOT_MAIN = frozenset(["related", "comments", "newsletter", "share", "advertisement", "nav"])
"""Kinds of elements whose lines are never taken for the article's own by a name further up."""
MAX_NAMES = 12
"""Class names read of one element; utility classes run to dozens and say nothing."""
MAX_CHARS = 500
"""Characters of an element's names that are read."""


_GROUP = re.compile(r"\(\?:(?:[^()]|\([^()]*\))*\)\??")
_OPTIONAL = re.compile(r"\\b|[a-z]\?|\[[^]]*\]|-\??")


def _ways(pattern: str) -> list[str]:
    """The ways in which a pattern may match, apart."""
    ways, depth = [""], 0
    for character in pattern:
        depth += (character == "(") - (character == ")")
        if character == "|" and not depth:
            ways.append("")
        else:
            ways[-1] += character
    return ways


def _letters(way: str) -> list[str]:
    """Runs of letters of which every match holds one: the longest that all matches share, else one of each group."""
    shared = re.findall(r"[a-z]{2,}", _OPTIONAL.sub(" ", _GROUP.sub(" ", way)))
    if shared:
        return [max(shared, key=len)]
    return re.findall(r"[a-z]{2,}", _OPTIONAL.sub(" ", way.replace("(?:", " ")))


_IS_MAIN = 1 << len(_KINDS)
_NAV, _ASKS = _IS_MAIN >> 1, _IS_MAIN << 1
_WAYS = tuple([
    (1 << place, way) for place, pattern in enumerate([p for _, p in _KINDS] + [_MAIN]) for way in _ways(pattern)
])  # fmt: skip
"""What each way to match says, as a bit: the kinds in their order, then the article's body."""
_PATTERNS = tuple([(bit, re.compile(way)) for bit, way in _WAYS])
_SAID = (_IS_MAIN << 1) - 1


def _by_beginning() -> dict[str, tuple[tuple[str, int], ...]]:
    """Each run of letters with what it says, or, above that, the way that it may be part of; by its first two letters."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for place, (bit, way) in enumerate(_WAYS):
        for run in _letters(way):
            says = bit if run == way else (_SAID + 1) << place
            found[run[:2]] = (*found.get(run[:2], ()), (run, says))
    return found


_MIGHT = _by_beginning()


@lru_cache(maxsize=50_000)
def _might_say(word: str) -> int:
    """What a word of a name says by itself, and the ways to match that it may be part of, as bits.

    Pages share their words, though not their names: most names are known to say nothing by their words alone.
    """
    might = 0
    for at in range(len(word) - 1):
        for run, says in _MIGHT.get(word[at : at + 2], ()):
            if word.startswith(run, at):
                might |= says
    return might


@lru_cache(maxsize=10_000)
def _patterns(ways: int) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """The patterns of these ways, in order."""
    found = []
    while ways:
        first = ways & -ways
        found.append(_PATTERNS[first.bit_length() - 1])
        ways -= first
    return tuple(found)


def kind_of(names: str) -> tuple[str, bool]:
    """Return what an element's class, id and role call it, and whether they call it the article's body.

    The kind is one of embed, comments, related, newsletter, share, advertisement, credit, caption, byline, date,
    label, standfirst, consent, nav, the first of this order; empty where they say nothing.
    """
    if names.count(" ") >= MAX_NAMES:
        names = " ".join(names.split()[:MAX_NAMES])
    said = 0
    for name in names[:MAX_CHARS].split():
        said |= _says(name)
    first = said & -said
    kind = CONSENT if first == _NAV and said & _ASKS else _KIND_OF[first & (_IS_MAIN - 1)]
    return kind, said & _IS_MAIN > 0


@lru_cache(maxsize=50_000)
def _says(name: str) -> int:
    """What one name says, as bits: no pattern reaches from one name into the next, and pages share their names."""
    if name.replace("-", "a").isalpha():
        said = _part_says(name)
    else:
        said = 0
        for part in name.translate(_PLAIN).split():
            said |= _part_says(part)
    is_dialog = said & _NAV and _DIALOG.search(_CASE.sub("-", name).lower().replace("_", "-"))
    return said | _ASKS if is_dialog else said


@lru_cache(maxsize=50_000)
def _part_says(name: str) -> int:
    """What a name says, its numbers masked, or what stands between two of its marks."""
    if not name.islower():
        name = _CASE.sub("-", name).lower()
    said = 0
    for word in name.split("-"):
        said |= _might_say(word)
    if said > _SAID:
        ways, said = said // (_SAID + 1), said & _SAID
        for bit, pattern in _patterns(ways):
            if not said & bit and pattern.search(name):
                said |= bit
    return said


_KIND_OF = {0: "", **{1 << place: name for place, name in enumerate([name for name, _ in _KINDS])}}
"""Kinds by their bits."""
