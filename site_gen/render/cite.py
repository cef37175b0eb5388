"""Citations to import: RIS, CSL-JSON and BibTeX. How a date is known stands in their notes; styles.py has those to read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec

from site_gen.model import ArticleCard

from . import urls
from .frame import Frame
from .lines import machine_date
from .names import Person, person

RIS_TYPE = "NEWS"
FILES = (
    ("cite.ris", "RIS", "application/x-research-info-systems"),
    ("cite.json", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
    ("cite.bib", "BibTeX", "application/x-bibtex"),
)
"""(file, name, media type), best first."""
_TEX = str.maketrans({"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"})  # fmt: skip


@dataclass(slots=True)
class Cited:
    """An article as a citation knows it. Empty where not known."""

    id: str
    title: str
    authors: tuple[str, ...]
    outlet: str
    date: str
    """EDTF."""
    date_words: str
    note: str
    """How an inferred date is known; when it was captured."""
    language: str
    url: str
    """Permanent address in the archive."""
    original_url: str
    archive: str
    basis: str = ""
    """Of the date: stated, inferred, supplied."""
    captured: str = ""
    """Day of the capture, ISO 8601."""
    is_corporate: bool = False
    """Whether the authors are no persons: a page of the archive itself."""


def cited_card(card: ArticleCard, frame: Frame) -> Cited:
    """Return an article as its citation knows it, from its card: all but how an inferred date was concluded."""
    basis = (card.date_basis or "") if card.date else ""
    say = frame.interface.text
    notes = []
    if basis in ("inferred", "supplied"):
        notes.append(str(say("Date inferred") if basis == "inferred" else say("Date supplied")))
    if card.captured:
        notes.append(str(say("Captured {date}", date=frame.interface.date(card.captured[:10]))))
    return Cited(
        id=card.id,
        title=card.title,
        authors=card.authors,
        outlet=card.source or "",
        date=card.date or "",
        date_words=frame.interface.date(card.date),
        note="; ".join(notes),
        language=card.language,
        url=frame.permanent(urls.article(card.slug)),
        original_url=card.url or "",
        archive=frame.site.settings.title,
        basis=basis,
        captured=(card.captured or "")[:10],
    )


def cited_page(title: str, frame: Frame) -> Cited:
    """Return a page of the archive itself, such as an event's, as its citation knows it: by whoever keeps the archive."""
    site = frame.site.settings
    return Cited(
        id=frame.path.strip("/").replace("/", "-"),
        title=title,
        authors=(site.author,) if site.author else (),
        outlet=site.title,
        date="",
        date_words="",
        note="",
        language="",
        url=frame.permanent(),
        original_url="",
        archive="",
        is_corporate=True,
    )


def ris(items: Sequence[Cited]) -> str:
    """Return RIS records, one after another, lines ended as the format wants them."""
    return "".join(_ris(item) for item in items)


def _ris(cited: Cited) -> str:
    fields = [("TY", RIS_TYPE), ("ID", cited.id), ("TI", cited.title)]
    fields += [("AU", person(author, cited.language).inverted) for author in cited.authors]
    fields += [("T2", cited.outlet), ("DA", _ris_date(cited.date)), ("PY", machine_date(cited.date)[:4])]
    fields += [
        ("LA", "" if cited.language == "und" else cited.language),
        ("UR", cited.url),
        ("L2", cited.original_url),
    ]
    fields += [("DP", cited.archive), ("Y2", _ris_date(cited.captured)), ("N1", cited.note)]
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _ris_date(text: str) -> str:
    day = machine_date(text)[:10]
    parts = day.split("-") if day else []
    return "/".join([*parts, *[""] * (3 - len(parts))]) + "/" if parts else ""


def csl(items: Sequence[Cited]) -> str:
    """Return CSL-JSON: a list of items of type article-newspaper, an item a line."""
    return "[\n" + ",\n".join(msgspec.json.encode(_csl(item)).decode() for item in items) + "\n]\n"


def _csl(cited: Cited) -> dict[str, Any]:
    item: dict[str, Any] = {"id": cited.id, "type": "article-newspaper", "title": cited.title}
    if cited.authors:
        item["author"] = [_csl_name(person(author, cited.language)) for author in cited.authors]
    if cited.outlet:
        item["container-title"] = cited.outlet
    if day := machine_date(cited.date)[:10]:
        issued: dict[str, Any] = {"date-parts": [[int(part) for part in day.split("-")]]}
        if cited.date.endswith(("~", "?", "%")):
            issued["circa"] = True
        item["issued"] = issued
    if captured := machine_date(cited.captured)[:10]:
        item["accessed"] = {"date-parts": [[int(part) for part in captured.split("-")]]}
    optional = {
        "language": "" if cited.language == "und" else cited.language,
        "URL": cited.url or cited.original_url,
        "archive": cited.archive,
        "note": cited.note,
    }
    return {**item, **{key: value for key, value in optional.items() if value}}


def _csl_name(name: Person) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    made = {"family": name.family, "given": name.given}
    return {**made, "suffix": name.suffix} if name.suffix else made


def bibtex(items: Sequence[Cited]) -> str:
    """Return BibTeX entries. The format knows no newspaper: they are articles with the outlet as journal."""
    return "\n".join(_bibtex(item) for item in items)


def _bibtex(cited: Cited) -> str:
    day = machine_date(cited.date)[:10]
    fields = [
        ("title", "{" + _tex(cited.title) + "}"),
        ("author", " and ".join(_bibtex_name(person(author, cited.language)) for author in cited.authors)),
        ("journal", _tex(cited.outlet)),
        ("year", day[:4]),
        ("date", day),
        ("urldate", machine_date(cited.captured)[:10]),
        ("language", "" if cited.language == "und" else cited.language),
        ("url", _percent(cited.url or cited.original_url)),
        ("note", _tex(cited.note)),
    ]
    body = ",\n".join(f"  {name} = {{{_one_line(value)}}}" for name, value in fields if value)
    return f"@article{{{_key(cited)},\n{body}\n}}\n"


def _bibtex_name(name: Person) -> str:
    """``Osk, Mira``; ``King, Jr., Martin Luther``, as BibTeX wants it; in braces where it is not taken apart."""
    if not name.given:
        return "{" + _tex(name.family) + "}"
    return _tex(", ".join(part for part in (name.family, name.suffix, name.given) if part))


def _key(cited: Cited) -> str:
    return f"{_plain_name(cited.outlet) or 'article'}{machine_date(cited.date)[:4]}-{cited.id.removeprefix('a-')}"


@lru_cache(maxsize=1024)
def _plain_name(name: str) -> str:
    """A name as a key can hold it: small ASCII letters and digits."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "", plain.lower())


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _percent(address: str) -> str:
    """An address without braces and backslashes, which BibTeX counts even where it is told not to read them."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _one_line(text: str) -> str:
    return " ".join(text.split())
