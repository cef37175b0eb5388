"""Names that a publisher leaves around an article without a sentence: behind the title, behind a byline, above, or by a ©.

In: a reading. Out: claims on the outlet, or on the agency whose name stands in the byline's place. An agency is never
taken for the outlet, and the owner's company is no newspaper: it comes last.
"""

from __future__ import annotations

import re
from functools import cache

from site_gen.language.given import is_given_name
from site_gen.language.names import any_language, any_written
from site_gen.language.organisations import is_acronym
from site_gen.language.words import fold
from site_gen.model import Line

from .agencies import agency_named
from .claim import Claim
from .head import head_lines
from .houses import MAX_NAME_WORDS, is_company, is_masthead, is_name, without_company
from .people import authors_of, is_opened, without_opener
from .reading import Reading
from .title import title_claims

_TITLE_END = re.compile(r"^\s*[|–—:»«•·-]+\s*(?:[^|–—•·]{1,40}\s+[|–—•·]\s+)*(.{2,60})$")
_TITLE_BEGINNING = re.compile(r"^([^|–—:»«•·]{3,50}?)\s*[|–—:»•·-]\s+")
_BYLINE_PART = re.compile(
    r"\s*[|•·]\s*|\s+/\s+|,\s+|\s+-\s+|\s+(?:for|of|at)\s+(?=(?:the|The)\s|[A-Z])|\s+(?:and|et|und|y|e)\s+"
)


@cache
def _bare_rights(tail: str = "") -> re.Pattern[str]:
    """A line with the holder of the rights alone: "© 2021 The Harbour Herald. All rights reserved"; ``tail`` may stand behind that."""
    return re.compile(
        r"^(?:[^\W\da-z][^\W\da-z ]+ ){0,3}(?:(?!\([cC]\))[^\w©])*"
        r"(?:©|\([cC]\)|[Cc]opyright)(?:\([cC]\)|[Cc]opyright|\W)*(?:(?:19|20)\d{2}\W+)?([^\W\d_][^|©]{2,60}?\.?)"
        rf"(?:,? (?:19|20)\d{{2}})?(?:[.,;–—-]? ?(?i:{any_written('rights_reserved')})\.?{tail})?\s*$"
    )


def titles_end(reading: Reading) -> list[Claim]:
    """What stands behind the article's own title in ``<title>``, or in the line of a text that repeats it: "Title | The Outlet"."""
    claim = next(iter(title_claims(reading)), None)
    if claim is None or len(claim.value) < MIN_TITLE_CHARS:
        return []
    repeated = [
        *reading.markup.titles,
        *(Claim(line.text, "title line", line.span) for line in _before_body(reading)),
    ]
    found: list[Claim] = []
    title = fold(claim.value)
    for whole in repeated:
        tail = (
            _TITLE_END.match(whole.value[len(claim.value) :])
            if _starts_with(whole.value, claim.value)
            else None
        )
        if tail and is_name(tail[1].strip()):
            found.append(part_of(whole, tail[1].strip(), "title's end"))
        house = _TITLE_BEGINNING.match(whole.value)
        if house is None or fold(whole.value[house.end() :]) != title:
            continue
        if is_masthead(house[1]) or is_called_a_newspaper(house[1]):
            found.append(part_of(whole, house[1], "title's beginning"))
    return found[:1]


MIN_TITLE_CHARS = 12
"""A shorter title may be the beginning of another text by chance."""


def _starts_with(text: str, start: str) -> bool:
    return text.casefold().startswith(start.casefold())


def _before_body(reading: Reading) -> list[Line]:
    found = []
    for line in reading.body.lines:
        if line.block is not None and line.role == "body":
            break
        found.append(line)
    return found


def bylines_end(reading: Reading) -> list[Claim]:
    """The outlet behind the names of a byline: "By Ann Bee, The Harbour Herald", or letters by which its text speaks of it."""
    return [
        c
        for c in _byline_parts(reading)
        if agency_named(c.value, reading.outlets) is None
        and (is_masthead(c.value) or (is_acronym(c.value) and _speaks_of_itself(reading, c.value)))
    ][:1]


def houses_of_bylines(reading: Reading) -> list[Claim]:
    """For whom the authors write: "By Ann Bee for HarbourOnline and agencies"."""
    found = []
    for line in () if reading.is_html else (*reading.lines("byline"), *head_lines(reading)):
        match = _FOR_A_HOUSE.search(line.text) if len(line.text) < MAX_SIGNED_CHARS else None
        if match and is_name(match[1]) and agency_named(match[1], reading.outlets) is None:
            found.append(part_of(Claim(line.text, "byline", line.span), match[1], "byline"))
    return found[:1]


_FOR_A_HOUSE = re.compile(
    r"^\W*(?:[Bb][Yy]:? [^|]{4,50} [Ff]or|(?:[Bb][Yy]:? )?[^|]{4,50},? [Ss]pecial (?:to|for)) (?:the )?((?:The )?[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3})(?= and | in |,|$)"
)


def _speaks_of_itself(reading: Reading, name: str) -> bool:
    """ "(HBN) A strong …", "told HBN": as a text names the outlet it stands in."""
    opens = next((b.text for b in reading.body.blocks if b.kind == "paragraph"), "")
    return opens.startswith(f"({name})") or any(f" told {name}" in b.text for b in reading.body.blocks)


def byline_of_a_body(reading: Reading) -> list[Claim]:
    """An outlet that signs as a whole: "By HBN/HL", "The Harbour Herald" alone in the byline."""
    found = []
    for line in () if reading.is_html else (*reading.lines("byline"), *head_lines(reading)):
        match = _SIGNED.match(" ".join(line.text.split()))
        name = _without_newsroom(match[1]) if match else ""
        is_letters = all(is_acronym(part) for part in name.split("/"))
        is_house = (is_letters and fold(name) not in any_language("no_author")) or is_masthead(name)
        if name and is_house and agency_named(name, reading.outlets) is None:
            found.append(part_of(Claim(line.text, "byline", line.span), name, "byline"))
    return found[:1]


def house_behind_label(reading: Reading) -> list[Claim]:
    """A station that signs behind a label: "Text by: HARBOUR 24 Follow", "Texte par : HTR"."""
    found = []
    for line in () if reading.is_html else (*head_and_bylines(reading), *reading.lines("credit_line")):
        rest = without_opener(line.text)
        if rest == line.text or ":" not in line.text or len(line.text) > MAX_SIGNED_CHARS:
            continue
        words = rest.split()
        while len(words) > 1 and fold(words[-1]) in any_language("follow_words"):
            words.pop()
        name = " ".join(words)
        is_house = is_acronym(name) or _CHANNEL.fullmatch(name) or _LETTERS_AND_NUMBER.fullmatch(name)
        if is_house and not _is_an_agency(name, reading) and fold(name) not in any_language("no_author"):
            found.append(part_of(Claim(line.text, "byline", line.span), name, "byline"))
    return found[:1]


_LETTERS_AND_NUMBER = re.compile(r"[^\W\d_a-zA-Z]{3,}\d{1,2}")
"""A station's name with its number, in a script without capitals."""


def _without_newsroom(name: str) -> str:
    """A newspaper's name without "newsroom" before it: "Redacción El Correo del Norte"."""
    first, _, rest = name.partition(" ")
    return rest if rest and fold(first) in any_language("newsrooms") else name


_SIGNED = re.compile(rf"^(?i:{any_written('plain_by')})\s*:?\s+([A-ZÀ-Ý][\w/&’' ]{{1,40}})$")


def with_agencies(reading: Reading) -> list[Claim]:
    """Who alone on a line signs with agencies: "Le Courrier avec AFP et Reuters"."""
    found = []
    for line in () if reading.is_html else reading.body.lines:
        if len(line.text) > LONGEST_SIGNED_LINE:
            continue
        text = without_opener(" ".join(line.text.split()).strip("()"))
        match = _with_agencies().match(text) if len(text) < MAX_SIGNED_CHARS else None
        if match and any(_is_an_agency(part, reading) for part in between_names().split(match[2])):
            found.append(part_of(Claim(line.text, "with agencies", line.span), match[1], "with agencies"))
    return [
        c
        for c in found
        if (is_name(c.value) or _CHANNEL.fullmatch(c.value))
        and not is_a_person(c.value)
        and not _is_an_agency(c.value, reading)
    ][:1]


def _is_an_agency(name: str, reading: Reading) -> bool:
    return agency_named(name, reading.outlets) is not None or fold(name) in any_language("agencies_unnamed")


_CHANNEL = re.compile(r"[A-ZÀ-Ý][\w&.'’-]*(?: [A-ZÀ-Ý][\w&.'’-]*){0,2} \d{1,2}(?: [A-ZÀ-Ý]\w+){0,2}")
"""A station's name with its number behind."""


def is_a_person(name: str) -> bool:
    """Whether a name reads as a writer's: a known given name first, and a byline's form."""
    return is_given_name(fold(name.split()[0])) and bool(authors_of(name, is_marked=False))


def is_signed_by(reading: Reading, name: str) -> bool:
    """Whether a holder of rights is the person whose name stands alone below the title: a letter's author is no outlet."""
    return is_a_person(name) and any(fold(line.text.strip()) == fold(name) for line in head_lines(reading))


@cache
def _with_agencies() -> re.Pattern[str]:
    joints = f"(?:{any_written('signed_with')}|{any_written('name_joints')})"
    return re.compile(rf"^\W*([^\W\d_][^,;:|]{{1,40}}?) {joints} (?:l['’])?([^\W\d_][^.;:|]{{1,50}})$")


@cache
def between_names() -> re.Pattern[str]:
    """What parts one name from the next in a row of them."""
    joints = any_written("name_joints")
    return re.compile(rf"\s*,\s*(?:{joints} )?|\s+{joints}\s+(?:l['’])?|\s*&\s*")


MAX_SIGNED_CHARS = 90
_FORBIDS = r"(?: [^|©]{1,200})?"
"""What the notice of an agency forbids, behind its rights."""
LONGEST_SIGNED_LINE = 4 * MAX_SIGNED_CHARS
"""With its white space, which is not counted."""


def agency_in_rights(reading: Reading) -> list[Claim]:
    """The agency that alone holds the rights: "© 2021 AFP" below the text, whatever its line forbids."""
    lines = [] if reading.is_html else behind_text(reading)
    rights = [(line, match[1]) for line in lines if (match := _bare_rights(_FORBIDS).match(line.text))]
    return [
        part_of(Claim(line.text, "copyright line", line.span), name, "copyright line")
        for line, name in rights
        if agency_named(name, reading.outlets)
    ][:1]


def agency_in_byline(reading: Reading) -> list[Claim]:
    """The agency behind the names of a byline, or alone in its place: "Ann Bee, Associated Press"; "AFP"."""
    alone = [
        Claim(without_opener(line.text).strip(" :"), "byline", line.span)
        for line in head_lines(reading)
        if not line.text.startswith("[")  # a picture's credit
    ]
    claims = [*_byline_parts(reading), *alone, *_beside_strokes(reading)]
    return [c for c in claims if agency_named(c.value, reading.outlets) is not None][:1]


def _beside_strokes(reading: Reading) -> list[Claim]:
    """The parts of a short line of the head that strokes without blanks part: "AFP/The Harbour Herald"."""
    lines = [
        line for line in head_lines(reading) if "/" in line.text and len(line.text.split()) <= MAX_NAME_WORDS
    ]
    return [
        part_of(Claim(line.text, "byline", line.span), part, "byline")
        for line in lines
        if "//" not in line.text and fold(line.text.split()[0]) not in any_language("image_credit_starts")
        for part in line.text.split("/")
    ]


def _byline_parts(reading: Reading) -> list[Claim]:
    if reading.is_html:
        return []
    others = [line for line in head_lines(reading) if line.role != "byline"]
    lines = [*reading.lines("byline"), *(o for o in others if len(o.text.split()) <= MAX_SIGNED_WORDS)]
    return [
        part_of(Claim(line.text, "byline", line.span), name, "byline")
        for line in lines
        for part in _BYLINE_PART.split(line.text)[
            1 if line.role == "byline" and is_opened(line.text) else 0 :
        ]
        if (name := _without_role(part)) and is_name(name)
    ]


MAX_SIGNED_WORDS = 10
"""Longest line of the head that is read as a byline though cleaning did not call it one: captions and standfirsts are longer."""


def _without_role(part: str) -> str:
    """ "Bay Sentinel Staff Writer" as "Bay Sentinel"."""
    words = part.strip(" .").split()
    while words and fold(words[-1]) in any_language("house_roles"):
        words.pop()
    return " ".join(words)


def head_and_bylines(reading: Reading) -> list[Line]:
    """The lines of the head that are no body, and those that cleaning called bylines, wherever they stand."""
    return [*head_lines(reading), *reading.lines("byline")]


def is_called_a_newspaper(line: str) -> bool:
    """Whether a line begins with the word for what it names, as in Arabic: "صحيفة الميناء"."""
    words = line.split()
    return 1 < len(words) <= MAX_CALLED_WORDS and fold(words[0]) in any_language("masthead_openers")


MAX_CALLED_WORDS = 4


def behind_text(reading: Reading) -> list[Line]:
    """The lines below the article's last paragraph; all lines where it has none."""
    behind = _last_paragraph(reading)
    return [line for line in reading.body.lines if line.span[0] > behind]


def holders(reading: Reading) -> list[Claim]:
    """Who alone stands behind a © on a line below the article: a newspaper; a company, under its own rule, behind it."""
    behind = _last_paragraph(reading)
    found = []
    for line in reading.body.lines:
        match = _bare_rights().match(line.text) if line.span[0] > behind else None
        name = without_company(re.sub(r"(?<=[^\W\d_]{3})\.$", "", match[1])) if match else ""
        is_other = agency_named(name, reading.outlets) is not None or (name and is_signed_by(reading, name))
        if is_name(name) and (len(name.split()) > 1 or "’" in name or "'" in name) and not is_other:
            rule = "copyright holder" if is_company(name) else "copyright line"
            found.append(part_of(Claim(line.text, rule, line.span), name, rule))
    return sorted(found, key=lambda c: (c.rule == "copyright holder", c.span))


def _last_paragraph(reading: Reading) -> int:
    return max((b.span[0] for b in reading.body.blocks if b.kind == "paragraph"), default=0)


def part_of(whole: Claim, name: str, rule: str) -> Claim:
    """A claim on a name that stands in another claim: with its own place where the places of the other can be trusted, else the other's."""
    at = whole.value.rfind(name)
    is_exact = whole.span[1] - whole.span[0] == len(whole.value)
    return Claim(
        name,
        rule,
        (whole.span[0] + at, whole.span[0] + at + len(name)) if is_exact and at >= 0 else whole.span,
    )
