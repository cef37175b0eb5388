"""Citations to read: Chicago, MLA and APA, in the words of the interface.

A table of our own in the place of a CSL processor, which takes 15 to 30 ms for one citation (docs/decisions/0009);
tests hold its parts against that processor. What the styles leave open is said in the same place in each: a date that
is not stated stands in brackets with its basis, and the day of the capture stands beside the archive. A headline keeps
its own capitals.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from .compiled import as_html, quoted
from .interface import MONTHS, Interface, direction
from .lines import machine_date
from .markup import quotation_marks
from .names import Person, person

if TYPE_CHECKING:
    from .cite import Cited

Day = Callable[[Sequence[int], Interface], str]
"""Puts year, month and day, as far as they are known, into words."""
CHICAGO_NAMES = 10
"""More authors than this are cut to the first seven (Chicago Manual of Style, 17th edition, 14.76)."""
APA_NAMES = 20
"""More authors than this: the first nineteen and the last (APA, 7th edition, 9.8)."""
_SINGLE = str.maketrans("“”„«»", "‘’‚‹›")
_MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def readable(cited: Cited, speak: Interface) -> tuple[tuple[str, Markup], ...]:
    """Return (style, citation) for each style, best known first."""
    return tuple((name, as_html(write(cited, speak))) for name, write in STYLES)


def chicago(cited: Cited, speak: Interface) -> str:
    """Author. “Title.” Outlet, date. Archived date. Archive. Address. (Notes and bibliography, 17th edition.)"""
    outlet = [_outlet(cited)] if cited.outlet else []
    date = _date(cited, speak, _chicago_day, "ca.")
    return _sentences(
        _names_chicago(cited, speak),
        _in_quotes(cited, speak),
        ", ".join([*outlet, *([date] if date else [])]),
        _archived(cited, speak, _chicago_day),
        _archive(cited),
        _address(cited),
    )


def mla(cited: Cited, speak: Interface) -> str:
    """Author. “Title.” Outlet, date, archive, archived date, address. (9th edition.)"""
    archived = _archived(cited, speak, _mla_day)
    container = (
        _outlet(cited),
        _date(cited, speak, _mla_day, "circa"),
        _archive(cited),
        archived[:1].lower() + archived[1:],
        _address(cited),
    )
    return _sentences(
        _names_mla(cited, speak), _in_quotes(cited, speak), ", ".join(part for part in container if part)
    )


def apa(cited: Cited, speak: Interface) -> str:
    """Author, I. (date). Title. Outlet. Archived date, in archive. Address (7th edition)"""
    names = _names_apa(cited, speak)
    date = f"({_date(cited, speak, _apa_day, 'ca.') or speak.text('n.d.')})"
    title = _titled(cited)
    opening = (f"{names} {date}", title) if names else (f"{_stopped(title)} {date}",)
    made = _sentences(*opening, _outlet(cited), _archived(cited, speak, _chicago_day), _archive(cited))
    return f"{made} {_address(cited)}".rstrip()


Style = Callable[["Cited", Interface], str]
STYLES: tuple[tuple[str, Style], ...] = (("Chicago", chicago), ("MLA", mla), ("APA", apa))
"""Styles in the order in which they are shown."""


def _sentences(*parts: str) -> str:
    """Parts that are there, a full stop behind each that has none of its own."""
    return " ".join(_stopped(part) for part in parts if part)


def _stopped(text: str) -> str:
    plain = text
    for mark in ("</bdi>", "</cite>", "”", "»", "\u202f"):
        plain = plain.removesuffix(mark)
    return text if plain.endswith((".", "?", "!", "…", "؟")) else f"{text}."


def _titled(cited: Cited) -> str:
    lang = f' lang="{quoted(cited.language)}"' if cited.language not in ("", "und") else ""
    return f"<bdi{lang}>{quoted(cited.title)}</bdi>"


def _in_quotes(cited: Cited, speak: Interface) -> str:
    """The title in the quotation marks of the interface's language, those inside it made single, the full stop inside as English has it."""
    opening, closing = quotation_marks(speak.language)
    lang = f' lang="{quoted(cited.language)}"' if cited.language not in ("", "und") else ""
    title = cited.title.translate(_SINGLE)
    stop = "" if title.endswith((".", "?", "!", "…", "؟")) or closing != "”" else "."
    return f"{opening}<bdi{lang}>{quoted(title)}</bdi>{stop}{closing}"


def _outlet(cited: Cited) -> str:
    """The outlet in italics; a name in letters that know none says so by its language."""
    is_upright = unicodedata.bidirectional(cited.outlet[:1]) in ("R", "AL") if cited.outlet else False
    lang = f' lang="{quoted(cited.language)}"' if is_upright and direction(cited.language) == "rtl" else ""
    return f"<cite{lang}><bdi>{quoted(cited.outlet)}</bdi></cite>" if cited.outlet else ""


def _archive(cited: Cited) -> str:
    return f"<bdi>{quoted(cited.archive)}</bdi>" if cited.archive else ""


def _address(cited: Cited) -> str:
    url = cited.url or cited.original_url
    return f'<bdi dir="ltr">{quoted(url)}</bdi>' if url else ""


# Dates


def _date(cited: Cited, speak: Interface, day: Day, circa: str) -> str:
    """The date of publication, with what is not stated about it: ``[ca. April 15, 1912; date inferred]``."""
    parts = _parts(cited.date)
    words = day(parts, speak) if parts else quoted(cited.date_words)
    if not words:
        return ""
    if parts and cited.date.endswith(("~", "?", "%")):
        words = f"{speak.text(circa)} {words}"
    if cited.basis == "inferred":
        return f"[{words}; {speak.text('date inferred')}]"
    return f"[{words}; {speak.text('date supplied')}]" if cited.basis == "supplied" else words


def _archived(cited: Cited, speak: Interface, day: Day) -> str:
    parts = _parts(cited.captured)
    return str(speak.text("Archived {date}", date=day(parts, speak))) if parts else ""


def _parts(date: str) -> list[int]:
    """Year, month and day of an EDTF date, as far as they are known."""
    plain = machine_date(date)[:10]
    return [int(part) for part in plain.split("-")] if plain else []


def _iso(parts: Sequence[int]) -> str:
    return "-".join((f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])))


def _chicago_day(parts: Sequence[int], speak: Interface) -> str:
    """``April 16, 1912``; in other languages as they write it."""
    if speak.language[:2] != "en":
        return speak.date(_iso(parts))
    month = [MONTHS[month - 1] for month in parts[1:2]]
    return f"{month[0]} {parts[2]}, {parts[0]}" if len(parts) == 3 else " ".join([*month, str(parts[0])])


def _mla_day(parts: Sequence[int], speak: Interface) -> str:
    """``16 Apr. 1912``."""
    if speak.language[:2] != "en":
        return speak.date(_iso(parts))
    month = [_MLA_MONTHS[month - 1] for month in parts[1:2]]
    return " ".join([*map(str, parts[2:]), *month, str(parts[0])])


def _apa_day(parts: Sequence[int], speak: Interface) -> str:
    """``1912, April 16``."""
    if speak.language[:2] != "en":
        inner = speak.date(_iso(parts)).removesuffix(str(parts[0])).strip()
    else:
        inner = " ".join([*(MONTHS[month - 1] for month in parts[1:2]), *map(str, parts[2:])])
    return f"{parts[0]}, {inner}" if inner else str(parts[0])


# Names


def _people(cited: Cited) -> list[Person]:
    return [Person(name) if cited.is_corporate else person(name, cited.language) for name in cited.authors]


def _shown(name: str) -> str:
    return f"<bdi>{quoted(name)}</bdi>"


def _names_chicago(cited: Cited, speak: Interface) -> str:
    people = _people(cited)
    rest = [_shown(p.plain) for p in people[1:]]
    first = [_shown(p.inverted) for p in people[:1]]
    if len(people) > CHICAGO_NAMES:
        return ", ".join([*first, *rest[:6], str(speak.text("et al."))])
    return _listed([*first, *rest], f", {speak.text('and')} ")


def _names_mla(cited: Cited, speak: Interface) -> str:
    people = _people(cited)
    if len(people) > 2:
        return f"{_shown(people[0].inverted)}, {speak.text('et al.')}"
    return _listed(
        [*(_shown(p.inverted) for p in people[:1]), *(_shown(p.plain) for p in people[1:])],
        f", {speak.text('and')} ",
    )


def _names_apa(cited: Cited, speak: Interface) -> str:
    names = [_shown(p.initials) for p in _people(cited)]
    if len(names) > APA_NAMES:
        return f"{', '.join(names[: APA_NAMES - 1])}, … {names[-1]}"
    joined = "&amp;" if speak.language[:2] == "en" else str(speak.text("and"))
    made = _listed(names, f", {joined} ")
    return _stopped(made) if made else ""


def _listed(names: Sequence[str], last: str) -> str:
    return last.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
