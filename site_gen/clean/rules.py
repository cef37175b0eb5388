"""The rules that give a visible line its role, in order: the first that answers decides.

Each rule is a function of a ``Reading`` and an index that returns a role or None. Names are public: they stand beside
every line in the archive, and a setting can leave a rule out (``[clean] off``). docs/reference/rules.md lists the
first line of each docstring. Rules for all formats; where markup says more, ``markup.py`` comes first.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from site_gen.language import languages, table
from site_gen.model import Role

from . import markup, phrases
from .reading import Reading, is_credit

Rule = Callable[[Reading, int], Role | None]

_GALLERY_REST = re.compile(r"[\d\s()\[\]/:|,–-]+")
_COPYRIGHT = re.compile(r"(?i)(?:©|\(c\)|copyright)[\s:]*(?:\d{4}|.*(?:rights|reserved))")
_CREDIT_SIGN = re.compile(r"^\W*(?:©|\(c\)\s|ⓒ)", re.I)
_SLASH_CREDIT = re.compile(
    r"(?i)(?:/|\bvia\b)\s*(?:[\w.-]+\s+){0,2}(?:images?|photos?|pictures|pool|handout|ap|afp|epa)\W*$"
)
_ASPECT = re.compile(r"^\W*(?:\d+\s*[x×:]\s*\d+\s+)?(?:image|img|photo|picture|bild|صورة)\W*$", re.I)
_ONLY_MARKS = re.compile(r"[\W_]+")
_LINK_MARK = re.compile(r"^\s*[»›>→▸▶]+\s*\S|\S\s*[»›>→▸▶]+\s*$")
_TOKEN = re.compile(r"\w+")
_ZONE = re.compile(
    r"^(?:a\.?m|p\.?m|[A-Z]{2,4}|\d{1,4}(?:st|nd|rd|th|h|er)?|[TZ]|of|the|at|um|uhr|min|mins|minutes?|read|à|le|de|del|den)$",
    re.I,
)
_DATEISH = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}|\d{1,2}:\d{2}")

CAPTION_WORDS = 40
"""Longest caption, in words; longer lines that stand twice are paragraphs scraped twice."""
HEADING_WORDS = 14
"""Longest heading inside an article, in words."""
STANDFIRST_WORDS = 45
OPENING_LINES = 9
"""Lines below the title among which standfirst, captions, credits and the first paragraph stand."""
LINK_WORDS = 20
"""Longest link's label, in words."""


def artefact(reading: Reading, index: int) -> Role | None:
    """What a scraper's own failure left: ``undefined``, ``null``, marks without a letter."""
    text = reading.text(index)
    if _ONLY_MARKS.fullmatch(text) or phrases.is_one("artefacts", text):
        return "artefact"
    return None


def image_artefact(reading: Reading, index: int) -> Role | None:
    """The stub of a picture: ``Image``, with a ratio or size at most."""
    return "image_artefact" if _ASPECT.match(reading.text(index)) else None


def title(reading: Reading, index: int) -> Role | None:
    """The line that is the title, by markup, by what was given, or by the words it shares with the article."""
    return "title" if index == reading.title else None


def title_duplicate(reading: Reading, index: int) -> Role | None:
    """The title again, alone or with the site's name behind it."""
    own, key = reading.key(reading.title), reading.key(index)
    if reading.title < 0 or len(own) < 8 or index == reading.title:
        return None
    if key == own or (key.startswith(own) and len(key) - len(own) < 30 and not reading.prose[index]):
        return "title_duplicate"
    return None


def section_label(reading: Reading, index: int) -> Role | None:
    """The name of a section or a kicker just above the title: a known one, or one set apart from the menu above."""
    if not 0 <= index < reading.title or reading.title - index > 3 or reading.words[index] > 4:
        return None
    if not all(date_line(reading, i) or byline(reading, i) for i in range(index + 1, reading.title)):
        return None
    text = reading.text(index)
    if phrases.is_one("section_labels", text) or _set_apart(reading, index):
        return "section_label"
    return None


def _set_apart(reading: Reading, index: int) -> bool:
    """Whether a line of a text stands alone below a menu whose lines follow each other, or names one of them."""
    pieces = reading.sheet.pieces
    if reading.sheet.is_markup or index < 2 or phrases.is_one("furniture", pieces[index].text):
        return False
    if reading.keys.index(reading.key(index)) < index:
        return True
    gaps = [pieces[i].number - pieces[i - 1].number for i in (index - 1, index, index + 1)]
    return gaps[0] == 1 and gaps[1] > 1 and gaps[2] > 1


def gallery_stub(reading: Reading, index: int) -> Role | None:
    """A gallery reduced to its label: ``Slideshow (12 images)``."""
    if reading.words[index] > 6:
        return None
    rest = _GALLERY_REST.sub(" ", phrases.bare(reading.text(index))).strip()
    names = phrases.entries("gallery_words")
    if rest in names and rest != phrases.bare(reading.text(index)):
        return "gallery_stub"
    first, _, second = rest.rpartition(" ")
    return "gallery_stub" if first in names and second in names else None


def image_caption_duplicate(reading: Reading, index: int) -> Role | None:
    """The second of two equal lines that follow each other: a picture's text and its caption."""
    return "image_caption_duplicate" if _pairs(reading, index - 1) else None


def image_caption(reading: Reading, index: int) -> Role | None:
    """The first of two equal lines that follow each other, or the line above a picture's credit."""
    if _pairs(reading, index):
        return "image_caption"
    follows = index + 1 < len(reading.keys) and image_credit(reading, index + 1) is not None
    known = index > reading.title >= 0 and 3 <= reading.words[index] <= CAPTION_WORDS
    return "image_caption" if follows and known and not image_credit(reading, index) else None


def _pairs(reading: Reading, index: int) -> bool:
    return (
        index >= 0
        and reading.key(index) != ""
        and reading.key(index) == reading.key(index + 1)
        and 3 <= reading.words[index] <= CAPTION_WORDS
    )


def image_credit(reading: Reading, index: int) -> Role | None:
    """Who made a picture: ``© Agency``, ``Photo: …``, ``… /Agency Images``."""
    text, words = reading.text(index), reading.words[index]
    if words > 16 or _COPYRIGHT.search(text) or index == reading.title:
        return None
    if _CREDIT_SIGN.search(text) and words <= 8:
        return "image_credit"
    found = phrases.opens("image_credit_starts", text)
    rest = phrases.bare(text)[found.end() :].lstrip() if found else ""
    if rest[:1] in (":", "/", "：") or (found and " " in found.group() and not reading.prose[index] and rest):
        return "image_credit"
    if _SLASH_CREDIT.search(text) and words <= 14 and not reading.prose[index]:
        return "image_credit"
    last = phrases.bare(text).rpartition(" ")[2]
    near = _pairs(reading, index - 2)
    return "image_credit" if near and words <= 5 and last in phrases.entries("image_credit_starts") else None


def date_line(reading: Reading, index: int) -> Role | None:
    """A line that is a date or time and the words around one, and nothing else."""
    text = reading.text(index)
    if reading.words[index] > 16 or not _DATEISH.search(text):
        return None
    known = _date_words()
    rest = [t for t in _TOKEN.findall(text.casefold()) if t not in known and not _ZONE.match(t)]
    return "date_line" if not rest else None


def _date_words() -> frozenset[str]:
    words: set[str] = set()
    for language in languages():
        for name in ("months", "months_short", "weekdays"):
            words.update(w.casefold() for w in table(language).get(name, ()))
        words.update(w for phrase in table(language).get("date_words", ()) for w in phrase.split())
    return frozenset(words)


def byline(reading: Reading, index: int) -> Role | None:
    """A line between title and text that only names the writer."""
    text, words = reading.text(index), reading.words[index]
    found = phrases.opens("by_words", text)
    if not found or words > 14 or reading.prose[index] or not -4 <= index - reading.first <= 2:
        return None
    rest = [w for w in text[found.end() :].split() if w[:1].isalpha()]
    capitals = sum(1 for w in rest if not w[0].islower())
    if " " in found.group() and capitals < 2:
        return None
    return "byline" if rest and capitals >= len(rest) / 2 and index != reading.title else None


def credit_line(reading: Reading, index: int) -> Role | None:
    """Who gathered, wrote or sent the report: ``Reporting by …``, ``Source: …``, ``… contributed to this report``."""
    text = reading.text(index)
    late = index >= reading.first
    opening = 0 < index - reading.title <= OPENING_LINES and _is_correspondent(reading, index)
    if opening or (late and is_credit(text)):
        return "credit_line"
    closing = index >= reading.tail or index == reading.tail - 1
    short = 2 <= reading.words[index] <= 10 and not reading.prose[index] and not text.endswith(".")
    if closing and late and short and phrases.holds("credit_words", text):
        return "credit_line"
    return None


def _is_correspondent(reading: Reading, index: int) -> bool:
    """Whether a line says that a correspondent wrote, without naming him."""
    found = phrases.opens("credit_starts", reading.text(index))
    return bool(found) and reading.words[index] <= 8 and not reading.prose[index]


def advertisement(reading: Reading, index: int) -> Role | None:
    """The label of an advertisement's place."""
    if reading.words[index] <= 6 and phrases.is_one("advertisement_words", reading.text(index)):
        return "advertisement"
    return None


def comment(reading: Reading, index: int) -> Role | None:
    """An invitation to comment, or the count of comments."""
    text = re.sub(r"^[\d\s()]+|[\d\s()]+$", "", reading.text(index))
    return "comment" if reading.words[index] <= 10 and phrases.is_one("comment_words", text) else None


def embed_caption(reading: Reading, index: int) -> Role | None:
    """The name of a film or sound that was embedded: ``Watch: …``."""
    return "embed_caption" if _prefixed(reading, index, "embed_prefixes") else None


def pull_link(reading: Reading, index: int) -> Role | None:
    """A link to another article inside the text: ``READ MORE: …``, ``OPINION: …``."""
    return "pull_link" if _prefixed(reading, index, "pull_prefixes") else None


def _prefixed(reading: Reading, index: int, name: str) -> bool:
    text = reading.text(index)
    found = phrases.opens(name, text)
    if not found or reading.words[index] > 35:
        return False
    head, rest = text.strip()[: found.end()], text.strip()[found.end() :].lstrip()
    if rest[:1] in ":：|>»→" and len(rest) > 1:
        return not reading.prose[index] or head.isupper() or " " in head
    shouted = head.isupper() and not rest[:20].isupper() and any(c.isalpha() for c in head)
    return shouted and bool(rest) and not reading.prose[index]


def related_heading(reading: Reading, index: int) -> Role | None:
    """The heading of links to other articles: ``Related coverage``, ``Most read``."""
    if reading.words[index] > 8 or not phrases.is_one("tail_headings", reading.text(index)):
        return None
    if reading.boilerplate[index] and phrases.is_one("furniture", reading.text(index)):
        return None
    return "related_heading"


def related_link(reading: Reading, index: int) -> Role | None:
    """A short line under such a heading, until prose begins again."""
    for before in range(index - 1, max(-1, index - 12), -1):
        if related_heading(reading, before):
            break
        if reading.prose[before]:
            return None
    else:
        return None
    return None if reading.prose[index] or credit_line(reading, index) else "pull_link"


def newsletter(reading: Reading, index: int) -> Role | None:
    """An invitation to subscribe, sign up, follow or pay."""
    if not phrases.holds("newsletter_words", reading.text(index)):
        return None
    outside = not reading.inside[index] or index >= reading.tail or index < reading.first
    return "newsletter" if outside or (reading.boilerplate[index] or reading.words[index] <= 12) else None


def publisher_notice(reading: Reading, index: int) -> Role | None:
    """What the publisher says about itself and its rights, outside the article or behind its closing credit."""
    text = reading.text(index)
    if _COPYRIGHT.search(text) and reading.words[index] <= 60:
        return "publisher_notice"
    if index >= reading.tail and (reading.prose[index] or phrases.holds("notice_words", text)):
        return "publisher_notice"
    return None


def furniture(reading: Reading, index: int) -> Role | None:
    """A control or label of the page: ``Skip to main content``, ``Share``, ``Menu``."""
    return "nav" if reading.words[index] <= 6 and phrases.is_one("furniture", reading.text(index)) else None


def repeated(reading: Reading, index: int) -> Role | None:
    """A line that stands on several captures of the same outlet."""
    if not reading.boilerplate[index]:
        return None
    return "publisher_notice" if reading.prose[index] else "nav"


def above_title(reading: Reading, index: int) -> Role | None:
    """A line of a text above its title."""
    if reading.sheet.is_markup or not 0 <= index < reading.title or reading.prose[index]:
        return None
    return "nav"


def behind_article(reading: Reading, index: int) -> Role | None:
    """A line behind the article's last paragraph and closing credit."""
    return (
        "nav" if index >= reading.tail and not (reading.sheet.is_markup and reading.inside[index]) else None
    )


def outside(reading: Reading, index: int) -> Role | None:
    """A line that the scores put outside the article."""
    if reading.inside[index]:
        return None
    if reading.prose[index] and not reading.sheet.is_markup and reading.first < index < reading.tail:
        return "pull_link"
    return "nav"


def standfirst(reading: Reading, index: int) -> Role | None:
    """The sentence between title and text that sums the article up."""
    if not reading.title < index or reading.title < 0 or reading.words[index] > STANDFIRST_WORDS:
        return None
    if any(reading.prose[i] and _role_free(reading, i) for i in range(reading.title + 1, index)):
        return None
    if index - reading.title > 3 or not _text_follows(reading, index):
        return None
    if not reading.prose[index]:
        return "standfirst" if reading.words[index] >= 4 and index == reading.title + 1 else None
    return "standfirst" if _sums_up(reading, index) else None


def _role_free(reading: Reading, index: int) -> bool:
    return not image_caption(reading, index) and not image_caption_duplicate(reading, index)


def _text_follows(reading: Reading, index: int) -> bool:
    return any(
        reading.prose[i] and reading.inside[i]
        for i in range(index + 1, min(index + OPENING_LINES, len(reading.prose)))
    )


_LEDE = re.compile(r"[“”\"«»„]|^\W*[^\W\d_]{3,}[^.]{0,40}\s[-–—]\s|\(\w+\)\s*[-–—]")


def _sums_up(reading: Reading, index: int) -> bool:
    """One or two sentences without speech, day or dateline, whose words the next paragraph says again."""
    text = reading.text(index)
    ends = len(re.findall(r"[.!?](?=\s|$)", text))
    if ends > 1 and reading.words[index] <= ends * SHORT_SENTENCE:
        return True
    if _LEDE.search(text) or reading.words[index] > STANDFIRST_ONE:
        return False
    tokens = set(_TOKEN.findall(text.casefold()))
    days = {w.casefold() for language in languages() for w in table(language).get("weekdays", ())}
    said = {w for language in languages() for w in table(language).get("said_words", ())}
    if tokens & days or tokens & said:
        return False
    following = next(
        i for i in range(index + 1, len(reading.prose)) if reading.prose[i] and reading.inside[i]
    )
    near = set(_TOKEN.findall(" ".join(reading.text(i) for i in (following, following + 1)).casefold()))
    own = [t for t in tokens if len(t) > 4]
    shared = sum(1 for t in own if t in near) / max(1, len(own))
    return reading.words[following] > reading.words[index] and shared >= STANDFIRST_SHARED


SHORT_SENTENCE = 9
"""Words a sentence, on average, in a standfirst of several; the reports' own first paragraphs are longer."""
STANDFIRST_ONE = 30
"""Longest standfirst of one sentence, in words."""
STANDFIRST_SHARED = 0.3
"""Least part of a standfirst's longer words that the two paragraphs below it use again."""


def duplicate(reading: Reading, index: int) -> Role | None:
    """A paragraph that stands a second time."""
    key = reading.key(index)
    if reading.words[index] < 8:
        return None
    before = reading.keys.index(key)
    return "duplicate" if before < index and reading.inside[before] else None


def list_item(reading: Reading, index: int) -> Role | None:
    """A line with a bullet."""
    return "list_item" if re.match(r"[•‣▪◦*–-]\s+\S", reading.text(index)) and reading.inside[index] else None


def stray_link(reading: Reading, index: int) -> Role | None:
    """A short line of a text, no sentence, that no paragraph follows, or that an arrow marks as a link."""
    if (
        reading.sheet.is_markup
        or reading.prose[index]
        or reading.words[index] < 3
        or not reading.inside[index]
    ):
        return None
    if _LINK_MARK.search(reading.text(index)):
        return "pull_link"
    last = index + 1 >= reading.tail or all(
        credit_line(reading, i) or artefact(reading, i) for i in range(index + 1, reading.tail)
    )
    return "pull_link" if last and not _closes(reading.text(index)) else None


def heading(reading: Reading, index: int) -> Role | None:
    """A short line that is no sentence, with prose or a list below it."""
    text = reading.text(index)
    if (
        reading.sheet.is_markup
        or reading.words[index] > HEADING_WORDS
        or _closes(text)
        or not reading.inside[index]
    ):
        return None
    below = range(index + 1, min(index + 3, len(reading.prose)))
    return "heading" if any(reading.prose[i] and reading.inside[i] for i in below) else None


def _closes(text: str) -> bool:
    return text.rstrip("\"'”’»)] ").endswith((".", "!", "…", "。", "؟", ":", ";", ",")) or (
        text.endswith(("”", '"', "»")) and "?" in text
    )


def body(reading: Reading, index: int) -> Role | None:
    """Everything else inside the article."""
    return "body" if reading.inside[index] else "nav"


RULES: tuple[tuple[str, Rule], ...] = (
    ("artefact", artefact),
    ("image-artefact", image_artefact),
    ("title", title),
    ("title-duplicate", title_duplicate),
    ("section-label", section_label),
    ("hidden", markup.hidden),
    ("marked-comment", markup.marked_comment),
    ("marked-credit", markup.marked_credit),
    ("marked-caption", markup.marked_caption),
    ("marked-byline", markup.marked_byline),
    ("gallery-stub", gallery_stub),
    ("image-caption-duplicate", image_caption_duplicate),
    ("image-credit", image_credit),
    ("image-caption", image_caption),
    ("date-line", date_line),
    ("byline", byline),
    ("credit-line", credit_line),
    ("advertisement", advertisement),
    ("comment", comment),
    ("embed-caption", embed_caption),
    ("pull-link", pull_link),
    ("related-heading", related_heading),
    ("furniture", furniture),
    ("related-link", related_link),
    ("newsletter", newsletter),
    ("publisher-notice", publisher_notice),
    ("repeated-on-site", repeated),
    ("marked-standfirst", markup.marked_standfirst),
    ("standfirst", standfirst),
    ("above-title", above_title),
    ("behind-article", behind_article),
    ("outside-article", outside),
    ("duplicate", duplicate),
    ("marked-heading", markup.marked_heading),
    ("marked-shape", markup.marked_shape),
    ("list-item", list_item),
    ("stray-link", stray_link),
    ("heading", heading),
    ("body", body),
)
"""In order; the last always answers."""


def role_of(reading: Reading, index: int, off: tuple[str, ...] = ()) -> tuple[Role, str]:
    """Return the role of a line and the name of the rule that gave it."""
    for name, rule in RULES:
        if name not in off or name == "body":
            role = rule(reading, index)
            if role is not None:
                return role, name
    return "body", "body"
