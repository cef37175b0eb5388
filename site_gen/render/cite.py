"""Citations: a line to read, and RIS, CSL-JSON and BibTeX to import. The ground of a date stands in the citation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec
from markupsafe import Markup

from .compiled import quoted
from .lines import machine_date

RIS_TYPE = "NEWS"
_TEX = str.maketrans({"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"})  # fmt: skip


@dataclass(frozen=True, slots=True)
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


def line(cited: Cited) -> Markup:
    """Return a plain citation: Author, “Title”, Outlet, date, Archive, address."""
    parts = []
    if cited.authors:
        parts.append(", ".join(f"<bdi>{quoted(author)}</bdi>" for author in cited.authors))
    lang = f' lang="{quoted(cited.language)}"' if cited.language not in ("", "und") else ""
    parts.append(f"“<bdi{lang}>{quoted(cited.title)}</bdi>”")
    if cited.outlet:
        parts.append(f"<cite><bdi>{quoted(cited.outlet)}</bdi></cite>")
    if cited.date_words:
        parts.append(f"<bdi>{quoted(cited.date_words)}</bdi>")
    parts.append(quoted(cited.archive))
    if cited.url:
        parts.append(f'<bdi dir="ltr">{quoted(cited.url)}</bdi>')
    return Markup(", ".join(parts) + ".")


def ris(items: Sequence[Cited]) -> str:
    """Return RIS records, one after another, lines ended as the format wants them."""
    return "".join(_ris(item) for item in items)


def _ris(cited: Cited) -> str:
    fields = [("TY", RIS_TYPE), ("ID", cited.id), ("TI", cited.title)]
    fields += [("AU", author) for author in cited.authors]
    fields += [("T2", cited.outlet), ("DA", _ris_date(cited.date)), ("PY", machine_date(cited.date)[:4])]
    fields += [
        ("LA", "" if cited.language == "und" else cited.language),
        ("UR", cited.url),
        ("L2", cited.original_url),
    ]
    fields += [("DP", cited.archive), ("N1", cited.note)]
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _ris_date(text: str) -> str:
    day = machine_date(text)[:10]
    parts = day.split("-") if day else []
    return "/".join([*parts, *[""] * (3 - len(parts))]) + "/" if parts else ""


def csl(items: Sequence[Cited]) -> str:
    """Return CSL-JSON: a list of items of type article-newspaper."""
    plain = msgspec.json.encode([_csl(item) for item in items])
    return msgspec.json.format(plain, indent=1).decode() + "\n"


def _csl(cited: Cited) -> dict[str, Any]:
    item: dict[str, Any] = {"id": cited.id, "type": "article-newspaper", "title": cited.title}
    if cited.authors:
        item["author"] = [{"literal": author} for author in cited.authors]
    if cited.outlet:
        item["container-title"] = cited.outlet
    if day := machine_date(cited.date)[:10]:
        issued: dict[str, Any] = {"date-parts": [[int(part) for part in day.split("-")]]}
        if cited.date.endswith(("~", "?", "%")):
            issued["circa"] = True
        item["issued"] = issued
    optional = {
        "language": "" if cited.language == "und" else cited.language,
        "URL": cited.url or cited.original_url,
        "archive": cited.archive,
        "note": cited.note,
    }
    return {**item, **{key: value for key, value in optional.items() if value}}


def bibtex(items: Sequence[Cited]) -> str:
    """Return BibTeX entries. The format knows no newspaper: they are articles with the outlet as journal."""
    return "\n".join(_bibtex(item) for item in items)


def _bibtex(cited: Cited) -> str:
    day = machine_date(cited.date)[:10]
    fields = [
        ("title", "{" + _tex(cited.title) + "}"),
        ("author", " and ".join("{" + _tex(author) + "}" for author in cited.authors)),
        ("journal", _tex(cited.outlet)),
        ("year", day[:4]),
        ("date", day),
        ("language", "" if cited.language == "und" else cited.language),
        ("url", _percent(cited.url or cited.original_url)),
        ("note", _tex(cited.note)),
    ]
    body = ",\n".join(f"  {name} = {{{_one_line(value)}}}" for name, value in fields if value)
    return f"@article{{{_key(cited)},\n{body}\n}}\n"


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
