"""Outlets that are known by name, and which of them a text's own lines name as theirs.

In: a reading of a text. Out: a claim on the outlet. Known are the rows of ``outlets.toml`` and of the archive's sources.toml.
A menu, a notice of rights, an address, a byline each speak for a name with a weight; one mention is too little, and where two
outlets are spoken for alike nobody is named. The article's own sentences are not asked: they quote other outlets.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from site_gen.language.organisations import fold_organisation
from site_gen.language.words import fold
from site_gen.model import Line, Outlet, Span

from .agencies import agency_named, find_dateline
from .claim import Claim
from .head import head_lines
from .reading import Reading

NEEDED, LEAD = 3, 1
"""Least weight of what speaks for an outlet, and how much more it must have than the next."""
ALONE, SIGNED, RIGHTS, ADDRESS, OPENS, MENTIONED = 2, 2, 3, 3, 3, 1
"""What a line is worth that is the name; one of the head or the byline that begins or ends with it; a notice of rights or an
address with it; the capture's first line that has it before or behind a bar; any other short line with it. Judgements."""
MOST_MENTIONS = 2
"""Lines that only mention the name are worth no more than so many."""
LONGEST_MENTION = 16
"""Words of a line that is read for a mention."""
LONGEST_NOTICE = 400
"""Characters of a notice or credit that is read."""
_OUTSIDE = frozenset((
    "nav", "publisher_notice", "newsletter", "comment", "byline", "date_line", "credit_line", "advertisement", "section_label",
    "title_duplicate", "related_heading", "pull_link", "repeated", "artefact", "standfirst", "title", "image_credit",
))  # fmt: skip
_HOST = re.compile(r"(?:https?://|www\.|(?<![\w@.-]))(?:[a-z0-9-]+\.)+[a-z]{2,8}(?![\w@-])(?!\.\w)", re.I)
_RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b", re.I)
_WORD = re.compile(r"[^\W_]+")
_BAR = re.compile(r"\s*[|–—:»«•·>-]\s")


@dataclass(frozen=True, slots=True)
class _Known:
    """A list of outlets, ready to be looked up."""

    names: dict[str, str]
    """The main name by each form, folded."""
    forms: dict[str, tuple[str, ...]]
    """By the first word of a form, folded: the forms that begin so, as written, the longest first."""
    hosts: dict[str, str]
    """The main name by each address."""
    mains: dict[str, str]
    """The main name by each form that is the outlet's alone, folded, its article left out."""


@cache
def _list(name: str) -> tuple[Any, ...]:
    """One table of the list of authority."""
    return tuple(tomllib.loads((files(__package__) / "outlets.toml").read_text(encoding="utf-8"))[name])


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in _list("outlets"))


@lru_cache(maxsize=8)
def _known(outlets: tuple[Outlet, ...]) -> _Known:
    """The list of authority with the archive's own outlets, which go before it."""
    own = [(o.name, *o.aliases, *o.domains) for o in outlets if o.kind == "publisher"]
    names: dict[str, str] = {}
    hosts: dict[str, str] = {}
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for row in (*own, *_rows()):
        for form in row:
            if _is_address(form):
                hosts.setdefault(form.lower(), row[0])
            is_name = (form == row[0] or not _is_address(form)) and not _is_an_agency_s_letters(form)
            if is_name and (first := _WORD.search(form)):
                names.setdefault(fold(form), row[0])
                forms[fold(first[0])].add(form)
    by_length = {first: tuple(sorted(some, key=lambda f: (-len(f), f))) for first, some in forms.items()}
    return _Known(names, by_length, hosts, _mains((*own, *_rows())))


def _is_an_agency_s_letters(form: str) -> bool:
    """Whether a form is the letters with which an agency's copy is signed: around a text they name the agency, not the house."""
    return len(form) < LEAST_AGENCY and agency_named(form) is not None


def _mains(rows: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """The main names by their forms, folded; none by a form that two outlets share but for the article, or that is marked so."""
    marked = {fold_organisation(form) for form in _list("shared_forms")}
    filed = {
        (fold_organisation(form), row[0])
        for row in rows
        for form in row
        if not _is_address(form) or form == row[0]
    }
    shared = Counter(key for key, _ in filed)
    return {key: name for key, name in sorted(filed) if key and shared[key] == 1 and key not in marked}


def listed_at(host: str, outlets: tuple[Outlet, ...] = ()) -> str | None:
    """The main name of the outlet or agency of the lists to whose address a host belongs, else None."""
    known = _known(outlets)
    whole = _wholes(host)
    return next((name for part in whole if (name := known.hosts.get(part) or agency_named(part))), None)


def listed_as(name: str, outlets: tuple[Outlet, ...] = ()) -> str | None:
    """The main name of the only outlet of the lists that has it but for type, article and a part behind it, else None."""
    mains = _known(outlets).mains
    house = name
    if (behind := _PART.fullmatch(name)) and fold(behind[2]) in _list("parts"):
        house = behind[1]
    agency = agency_named(house) if len(house) >= LEAST_AGENCY else None
    return mains.get(fold_organisation(house)) or agency


_PART = re.compile(r"(.*\S)(?:\s+[-–—|:]\s+|\s*\()([^()]+?)\)?\s*")
LEAST_AGENCY = 4
"""Letters of a name that is an agency's to be brought to its main name: shorter ones are others' letters, too."""


def _is_address(form: str) -> bool:
    return "." in form and " " not in form and form.islower()


def known_outlet(reading: Reading) -> list[Claim]:
    """The outlet of the list that a text's lines speak for, under its main name; empty where none is spoken for enough."""
    if reading.is_html:
        return []
    known = _known(reading.outlets)
    weights: defaultdict[str, int] = defaultdict(int)
    mentions: defaultdict[str, int] = defaultdict(int)
    best: dict[str, tuple[int, Span]] = {}
    for name, weight, span in _spoken(reading, known):
        if weight == MENTIONED:
            mentions[name] += 1
        if weight != MENTIONED or mentions[name] <= MOST_MENTIONS:
            weights[name] += weight
        if name not in best or weight > best[name][0]:
            best[name] = (weight, span)
    ranked = sorted(weights.items(), key=lambda found: (-found[1], best[found[0]][1]))
    if not ranked or ranked[0][1] < NEEDED or (len(ranked) > 1 and ranked[0][1] < ranked[1][1] + LEAD):
        return []
    return [Claim(ranked[0][0], "known outlet", best[ranked[0][0]][1])]


def _spoken(reading: Reading, known: _Known) -> Iterator[tuple[str, int, Span]]:
    """What speaks for known outlets: the main name, its weight and where it stands."""
    head = {line.span for line in head_lines(reading)}
    for at, line in enumerate(reading.body.lines):
        if line.role not in _OUTSIDE or len(line.text) > LONGEST_NOTICE:
            continue
        hosts = [
            (known.hosts[h], ADDRESS if _is_address_line(line) else MENTIONED, _at(line, *m.span()))
            for m in _HOST.finditer(line.text)
            if (h := _host(m[0], known))
        ]
        yield from hosts
        named = [] if hosts else list(_names_in(line.text, known))
        for name, start, end in named:
            weight = _weight(line, start, end, is_first=at == 0, is_head=line.span in head)
            if weight:
                yield name, weight, _at(line, start, end)
    for block in [b for b in reading.body.blocks if b.kind == "paragraph"][:1]:
        dateline = find_dateline(block.text)
        if dateline and dateline.agency and _is_houses(dateline.agency, known):
            yield known.names[fold(dateline.agency)], SIGNED, block.span


def _is_houses(name: str, known: _Known) -> bool:
    """Whether a name in a dateline is that of a known outlet which is no agency."""
    return fold(name) in known.names and agency_named(name) is None


def _is_address_line(line: Line) -> bool:
    """Whether a line is an address with a few words at most, and no sentence that leads to one."""
    return len(line.text.split()) <= LONGEST_ADDRESS


LONGEST_ADDRESS = 3
"""Words of a line that is an address, a label such as "Printed from:" included."""


def _host(address: str, known: _Known) -> str | None:
    """The known address to which one belongs."""
    return next((host for host in _wholes(address) if host in known.hosts), None)


def _wholes(address: str) -> Iterator[str]:
    """A host and those to which it belongs, the longest first."""
    labels = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).split(".")
    return (".".join(labels[at:]) for at in range(len(labels) - 1))


def _names_in(text: str, known: _Known) -> Iterator[tuple[str, int, int]]:
    """The known names in a line, each with its place; in capitals or small letters, too, where it is nothing else or of rights."""
    alone = text.strip(" .:|-–—•·/©®™")
    if name := known.names.get(fold(alone)):
        if " " in alone or alone in known.forms.get(fold(alone.split()[0]), ()) or alone.islower():
            start = text.index(alone)
            yield name, start, start + len(alone)
        return
    end, is_of_rights = 0, _RIGHTS.search(text) is not None
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        for form in known.forms.get(fold(word[0]), ()):
            part = text[word.start() : word.start() + len(form)]
            is_it = part == form or (is_of_rights and part.casefold() == form.casefold())
            if is_it and not text[word.start() + len(form) : word.start() + len(form) + 1].isalnum():
                end = word.start() + len(form)
                yield known.names[fold(form)], word.start(), end
                break


def _weight(line: Line, start: int, end: int, *, is_first: bool, is_head: bool) -> int:
    """What a line says for a name that stands in it; 0 where it only reports of it, or credits an agency or a picture."""
    text = line.text
    if _RIGHTS.search(text):
        return 0 if line.role == "image_credit" and len(text.split()) > LONGEST_MENTION else RIGHTS
    if line.role in ("image_credit", "standfirst") or agency_named(text[start:end]) is not None:
        return 0
    before, behind = text[:start].strip(), text[end:].strip(" .:")
    is_whole = not before and not behind
    if line.role == "title":
        return 0
    if is_whole:
        return ALONE
    if is_first and (
        (not before and _BAR.match(text[end:])) or (not behind and _BAR.search(text[:start][-3:]))
    ):
        return OPENS
    if (is_head or line.role == "byline") and (not before or not behind):
        return SIGNED
    return MENTIONED if len(text.split()) <= LONGEST_MENTION else 0


def _at(line: Line, start: int, end: int) -> Span:
    """The place of a part of a line in the capture."""
    is_exact = line.span[1] - line.span[0] == len(line.text)
    return (line.span[0] + start, line.span[0] + end) if is_exact else line.span
