"""An outlet named by the words around its name: "Source: …", "Subscribe to …", "with the permission of …".

In: a reading of a text. Out: claims on the outlet. Such words also name banks of data, ministries and reporters, so a name
counts only where it has the form of a newspaper's, stands in the head behind a label, or is said again around the article or in
an address; and behind words that only an outlet's name can follow ("first published in"). The words stand in
``language/*.describe.toml`` (``outlet_frames``, ``outlet_frames_sure``), with ``…`` for the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from site_gen.language import fold, languages, table
from site_gen.language.gazetteer import place_named
from site_gen.language.names import any_language, any_written
from site_gen.model import Line

from .agencies import agency_named
from .authors import author_claims
from .claim import Claim
from .dates import dates_in
from .head import head_lines
from .houses import ARTICLES, is_masthead, is_name, without_company
from .masthead import between_names, is_a_person, is_called_a_newspaper
from .reading import Reading

_CASED = r"[A-ZÀ-ÝŁŚ0-9][\w&'’.-]*(?: (?:(?:of|the|and|de|du|des|del|la|le|di|da|der|y|et|für|&) )*[A-ZÀ-Ý0-9][\w&'’.-]*){0,5}"
_UNCASED = r"[^\W\d_A-Za-zÀ-ÿ]+(?: (?!على\b)[^\W\d_A-Za-zÀ-ÿ]+){0,3}"
_NAME = rf"((?:l['’])?{_CASED}|{_UNCASED})"
NAME_MARK = "…"
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.\s")
_WORD = re.compile(r"[^\W\d_]+")
LONGEST_LINE = 240
"""Longest line of small print that is read, in characters."""
_BODY = frozenset(("body", "list_item", "quote", "table_row", "title"))
_OF_PICTURES = frozenset(("image_caption", "image_credit", "image_caption_duplicate"))
_ADDRESS = re.compile(r"[\w.+-]+@([\w-]+)\.|(?:https?://|www\.)(?:www\.)?([\w-]+)\.", re.I)
_ELIDED = {"du": "Le", "au": "Le"}
"""French "du Courrier" is of "Le Courrier"."""
_ARTICLE = re.compile(r"^(?:the|le|la|les|l['’]|el|los|il|der|die|das)\s*(?=\w)", re.I)


def framed(reading: Reading) -> list[Claim]:
    """The outlets that the lines around a text's article name by the words around their names; the first that counts."""
    if reading.is_html:
        return []
    cut = [line for line in reading.body.lines if line.role not in _BODY and len(line.text) <= LONGEST_LINE]
    around = [line for line in cut if line.role not in _OF_PICTURES or "©" in line.text]
    people = {fold(claim.value) for group in author_claims(reading) for claim in group}
    head = {line.span for line in head_lines(reading)}
    for line in [*cut, *_closing(reading)]:
        is_labelled = line.span in head and _LABELLED.match(line.text) is not None
        for name, is_sure in _names(line.text):
            if _is_of_a_person(name, people) or agency_named(name, reading.outlets) is not None:
                continue
            if _is_no_outlets(name, is_sure=is_sure):
                continue
            is_told = (is_name(name) or (is_sure and not _is_cased(name))) and (is_sure or is_labelled)
            is_told = is_told or is_masthead(name) or is_called_a_newspaper(name)
            if is_told or _is_said_again(name, line, around):
                return [Claim(name, "named outright", line.span)]
    return []


def _is_no_outlets(name: str, *, is_sure: bool) -> bool:
    """Whether a name is a place's, which nothing says to be more, or what an outlet makes ("the Courier newsletter")."""
    is_place = not is_sure and place_named(name) is not None
    return is_place or fold(name.split()[-1]) in any_language("outlet_products")


def _is_cased(name: str) -> bool:
    """Whether a name is of a script with capitals."""
    return name.upper() != name.lower()


def addressed(reading: Reading) -> list[Claim]:
    """The name around a text's article that the writer's mail or the page's address spells: "abee@baycourier.com" and
    "Photo: Cal Dee / The Bay Courier"."""
    if reading.is_html:
        return []
    around = [
        line for line in reading.body.lines if line.role not in _BODY and len(line.text) <= LONGEST_LINE
    ]
    around += _closing(reading)
    spelled = {
        re.sub(r"[\W_]", "", fold(one[0] or one[1])) for line in around for one in _ADDRESS.findall(line.text)
    }
    for line in around if spelled else []:
        for match in _RUN.finditer(line.text):
            name = match[0].rstrip(".'’ ")
            letters = {re.sub(r"[\W_]+", "", fold(n)) for n in (name, _ARTICLE.sub("", name))}
            is_outlet = len(name) >= SHORTEST and is_name(name) and not is_a_person(name)
            if letters & spelled and is_outlet and agency_named(name, reading.outlets) is None:
                return [Claim(name, "address", line.span)]
    return []


_RUN = re.compile(_CASED)


def _is_of_a_person(name: str, people: set[str]) -> bool:
    """Whether a name is an author's. Where two sign in a script without capitals, one of them may be the outlet."""
    is_cased = name[:1].isupper() and fold(name.split()[0]) not in ARTICLES
    if is_cased and not is_masthead(name) and is_a_person(name):
        return True
    return fold(name) in people and (name[:1].isupper() or len(people) == 1)


_LABELLED = re.compile(r"^[^\W\d_]{3,12}\s?:")


def _closing(reading: Reading) -> list[Line]:
    """The last line of the text itself: cleaning keeps a notice that is a sentence."""
    kept = [line for line in reading.body.lines if line.role == "body"]
    return [line for line in kept[-1:] if len(kept) > 1 and len(line.text) <= LONGEST_LINE]


def _names(text: str) -> Iterator[tuple[str, bool]]:
    """The names that the words around them tell, each with whether only an outlet's can stand there."""
    opened = _frames().keys() & set(_WORD.findall(text.casefold()))
    if not opened:
        return
    plain = _without_days(text)
    no_names = any_language("no_author") | any_language("agencies_unnamed")
    for frame, is_sure in [found for word in sorted(opened) for found in _frames()[word]]:
        for match in frame.finditer(plain):
            name = _STOP.split(match[1])[0].strip(" .,-")
            joined = plain[: match.start(1)].rstrip().rpartition(" ")[2].casefold()
            name = _APP.sub("", name)
            name = without_company(f"{_ELIDED[joined]} {name}" if joined in _ELIDED else name)
            if len(name) > 1 and not name.isdigit() and fold(name) not in no_names:
                yield name, is_sure or _is_with_agencies(plain[match.end(1) :])


_APP = re.compile(r" (?:[Mm]obile )?[Aa]pps?$")


def _is_with_agencies(rest: str) -> bool:
    """Whether what follows a name are agencies with which it signs: "and news agencies", "+ AFP"."""
    joined = _joined().match(rest)
    parts = (
        [part for part in between_names().split(rest[joined.end() :].strip(" .")) if part] if joined else []
    )
    return any(
        fold(part) in any_language("agencies_unnamed") or agency_named(part) is not None for part in parts
    )


@cache
def _joined() -> re.Pattern[str]:
    joints = f"(?:{any_written('signed_with')}|{any_written('name_joints')})"
    return re.compile(rf"\s*[+,&]|\s+{joints}\s|\s+و")


def _without_days(text: str) -> str:
    """The line without the days in it and the short words before them: "Erschienen am 4.3.2021 im …"."""
    for start, end in sorted({(found[1], found[2]) for found in dates_in(text)}, reverse=True):
        text = re.sub(r"\s+(?:am|on|le|el|del|du)\s*$", " ", text[:start]) + text[end:]
    return " ".join(text.split())


@cache
def _frames() -> dict[str, tuple[tuple[re.Pattern[str], bool], ...]]:
    """By the first word of each frame its pattern, and whether it is sure."""
    made: dict[str, tuple[tuple[re.Pattern[str], bool], ...]] = {}
    for table_name in ("outlet_frames_sure", "outlet_frames"):
        for frame in sorted({frame for code in languages() for frame in table(code).get(table_name, ())}):
            first = _WORD.findall(frame.casefold())[0]
            made[first] = (*made.get(first, ()), (_pattern(frame), table_name.endswith("sure")))
    return made


def _pattern(frame: str) -> re.Pattern[str]:
    """A frame as a pattern: its words may be written small or large, the name as names are."""
    before, _, behind = frame.partition(NAME_MARK)
    words = r"\s".join(re.escape(word) for word in before.split()).replace(r"\s:", r"\s?:")
    gap = r"\s*" if before.rstrip().endswith(":") else r"\s"
    end = rf"(?=\s(?i:{re.escape(behind.strip())})\b)" if behind.strip() else ""
    start = r"^\W*" if before.rstrip().endswith(":") else r"(?:^|(?<=\W))"
    return re.compile(rf"{start}(?i:{words}){gap}(?:the )?{_NAME}{end}")


def _is_said_again(name: str, line: Line, around: list[Line]) -> bool:
    """Whether another line around the article says the name, or an address there is made of its letters."""
    key = _ARTICLE.sub("", name)
    word = re.compile(rf"(?<!\w){re.escape(fold(key))}(?!\w)")
    letters = re.sub(r"[\W_]+", "", fold(key))
    if len(letters) < SHORTEST:
        return False
    return any(
        (other.span != line.span and word.search(fold(other.text)))
        or any(
            re.sub(r"[\W_]", "", fold(found[0] or found[1])) == letters
            for found in _ADDRESS.findall(other.text)
        )
        for other in around
    )


SHORTEST = 4
"""Fewest letters of a name that is known again."""
