"""TOML files of the archivist: tables with the line they begin on, values checked against what their keys hold."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any, Literal
from urllib.parse import urlsplit

from site_gen.language.words import writable
from site_gen.model import Finding
from site_gen.settings import TOML_TEXT

from .findings import finding, nearest

Holds = Literal["text", "texts", "true or false", "web address", "web addresses", "position"]
_TABLE = re.compile(r"^[ \t]*(\[{1,2})[ \t]*([^\]]+?)[ \t]*\]{1,2}", re.M)
_WORDS: dict[str, str] = {
    "text": "a text in quotes",
    "texts": "a list of texts in quotes",
    "true or false": "true or false",
    "web address": "an address that begins with http:// or https://",
    "web addresses": "a list of addresses that begin with http:// or https://",
    "position": "latitude and longitude in degrees, such as [14.81, -61.17]",
}


def parsed(data: bytes, file: str) -> tuple[dict[str, Any], str, tuple[Finding, ...]]:
    """Return the tables of a TOML file, its text, and a finding where it is not TOML; then there are no tables."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"Not UTF-8: byte {data[error.start]:#04x}."
        return {}, "", (finding("CUR-001", f"{file}:{line}", message, "Save the file as UTF-8."),)
    text = text.replace("\r\n", "\n")
    try:
        return tomllib.loads(text), text, ()
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        message = f"Not valid TOML: {str(error).partition(' (at')[0] or 'nested too deeply'}."
        return (
            {},
            text,
            (
                finding(
                    "CUR-001",
                    f"{file}:{line}",
                    message,
                    f"Mend this line ({TOML_TEXT}); nothing of the file is read.",
                ),
            ),
        )


def lines_of_tables(text: str) -> dict[str, list[int]]:
    """Return the lines on which each table begins, by its name as written without quotes."""
    lines: dict[str, list[int]] = {}
    for found in _TABLE.finditer(text):
        name = found[2].strip().strip("\"'")
        lines.setdefault(name, []).append(text.count("\n", 0, found.start()) + 1)
    return lines


def line_of_key(text: str, table_line: int, key: str) -> int:
    """Return the line of a key inside the table that begins on a line; the table's line where it is not found."""
    lines = text.split("\n")
    for number in range(table_line + 1, len(lines) + 1):
        line = lines[number - 1]
        if line.lstrip().startswith("["):
            break
        if re.match(rf"""[ \t]*["']?{re.escape(key)}["']?[ \t]*=""", line):
            return number
    return table_line


def checked(
    table: Mapping[str, Any], holds: Mapping[str, Holds], *, file: str, text: str, line: int
) -> tuple[dict[str, Any], list[Finding]]:
    """Return the known keys whose values are what they hold, lists as tuples; a finding with its line for each other."""
    values: dict[str, Any] = {}
    found: list[Finding] = []
    for key, value in table.items():
        where = f"{file}:{line_of_key(text, line, key)}"
        if key not in holds:
            hint = nearest(key, holds, f"Known are {', '.join(holds)}.")
            found.append(finding("CUR-002", where, f'Unknown key "{key}".', hint))
        elif (fit := _fit(value, holds[key])) is None:
            message = f"{key} = {str(value)[:60]!r} is not {_WORDS[holds[key]]}."
            found.append(finding("CUR-003", where, message, f"Write {_WORDS[holds[key]]}."))
        else:
            values[key] = fit
    return values, found


def _fit(value: Any, holds: Holds) -> Any:
    """The value as its key holds it, white space folded; None where it is something else."""
    if holds == "true or false":
        return value if isinstance(value, bool) else None
    if holds == "position":
        return _position(value)
    if holds == "texts":
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            return None
        return tuple(folded for item in items if (folded := " ".join(writable(item).split())))
    if holds == "web addresses":
        addresses = _fit(value, "texts")
        return addresses if addresses is not None and all(map(is_web, addresses)) else None
    if not isinstance(value, str):
        return None
    folded = " ".join(writable(value).split())
    return None if holds == "web address" and not is_web(folded) else folded


def _position(value: Any) -> tuple[float, float] | None:
    numbers = value if isinstance(value, list) and len(value) == 2 else ()
    if not numbers or not all(isinstance(n, int | float) and not isinstance(n, bool) for n in numbers):
        return None
    latitude, longitude = map(float, numbers)
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def is_web(address: str) -> bool:
    """Whether a text is the address of something on the web, and can stand in a page as a link."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in address
