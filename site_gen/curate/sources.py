"""sources.toml: the outlets and agencies of an archive, one table each, named by its slug."""

from __future__ import annotations

import json
import re
from typing import Any

from site_gen.model import RIGHTS_MODES, Finding, Outlet

from .findings import finding, is_near, nearest
from .slugs import free_slug, slug
from .toml import Holds, checked, line_of_key, lines_of_tables, parsed

FILE = "sources.toml"
KEYS: dict[str, Holds] = {
    "name": "text",
    "aliases": "texts",
    "domains": "texts",
    "kind": "text",
    "language": "text",
    "place": "text",
    "rights": "text",
    "rights_uri": "web address",
    "description": "text",
}
"""Keys of an outlet and what each holds."""
_CHOICES: dict[str, tuple[str, ...]] = {
    "kind": ("publisher", "agency"),
    "rights": RIGHTS_MODES,
}
_DOMAIN = re.compile(r"[^\s/.]+(?:\.[^\s/.]+)+")


def read_sources(data: bytes) -> tuple[tuple[Outlet, ...], tuple[Finding, ...]]:
    """Return the outlets in the order of their slugs, and findings with their lines. Never raises.

    Where two outlets claim one name, alias or domain, the one that stands first in the file keeps it.
    """
    tables, text, problems = parsed(data, FILE)
    lines = lines_of_tables(text)
    findings = list(problems)
    outlets: list[Outlet] = []
    claims: dict[str, str] = {}
    for key, table in tables.items():
        line = lines.get(key, [1])[0]
        if not isinstance(table, dict):
            where = f"{FILE}:{line_of_key(text, 0, key)}"
            hint = "Write each outlet as a table: [slug], then name = …"
            findings.append(finding("CUR-002", where, f'"{key}" stands outside a table.', hint))
            continue
        values, found = checked(table, KEYS, file=FILE, text=text, line=line)
        findings += found + _choices(values, text, line) + _closed(values, table, text, line)
        if not values.get("name"):
            findings.append(_nameless(key, values, f"{FILE}:{line}"))
            continue
        values["domains"] = _domains(values.get("domains", ()), line, findings)
        findings += _claimed(values, key, f"{FILE}:{line}", claims)
        wanted = slug(key) or slug(values["name"]) or "outlet"
        own = free_slug(wanted, {outlet.slug for outlet in outlets})
        if own != wanted:
            message = f"The address /sources/{wanted}/ is taken or reserved; [{key}] is at /sources/{own}/."
            findings.append(finding("CUR-005", f"{FILE}:{line}", message, "Give the table another name."))
        outlets.append(Outlet(slug=own, **values))
    return tuple(sorted(outlets, key=lambda o: o.slug)), tuple(findings)


def _nameless(key: str, values: dict[str, Any], where: str) -> Finding:
    """The finding on an outlet without a name; one whose texts are to be held back makes the file unusable."""
    hint, message = 'Add a line: name = "…"', f"The outlet [{key}] has no name"
    if values.get("rights", "full") == "full":
        return finding("CUR-004", where, f"{message}.", hint)
    return finding("CUR-001", where, f"{message}, so nobody can tell whose texts its rights hold back.", hint)


def _closed(values: dict[str, Any], table: dict[str, Any], text: str, line: int) -> list[Finding]:
    """Show nothing but metadata where rights are written that nobody can read, and say so: an error must not publish a text."""
    meant = next((key for key in table if key not in KEYS and is_near(key, "rights")), None)
    meant = "rights" if "rights" in table else meant
    choices = _CHOICES["rights"]
    if meant is None or values.get("rights") in choices:
        return []
    written = values.get("rights", table[meant])
    values["rights"] = "metadata-only"
    hint = f"Write one of: {', '.join(choices)}." if meant == "rights" else 'Write the key as "rights".'
    hint = nearest(str(written), choices, hint) if meant == "rights" else hint
    message = f"{meant} = {json.dumps(written, default=str)[:60]} says nothing that is known; until it does, no text of this outlet is published, only metadata."
    return [finding("CUR-007", f"{FILE}:{line_of_key(text, line, meant)}", message, hint)]


def _choices(values: dict[str, Any], text: str, line: int) -> list[Finding]:
    """Take out a value that is not one of its key's choices, and say so."""
    found = []
    for key, choices in _CHOICES.items():
        if key != "rights" and key in values and values[key] not in choices:
            hint = nearest(values[key], choices, f"Write one of {', '.join(choices)}.")
            where = f"{FILE}:{line_of_key(text, line, key)}"
            found.append(finding("CUR-003", where, f'{key} = "{values.pop(key)}" is not known.', hint))
    return found


def _domains(written: tuple[str, ...], line: int, findings: list[Finding]) -> tuple[str, ...]:
    domains = []
    for one in written:
        host = re.sub(r"^[a-z]+://", "", one.casefold()).partition("/")[0].removeprefix("www.")
        if _DOMAIN.fullmatch(host):
            domains.append(host)
        else:
            message = f'"{one}" is not a domain.'
            findings.append(finding("CUR-003", f"{FILE}:{line}", message, "Write it as example.org."))
    return tuple(dict.fromkeys(domains))


def _claimed(values: dict[str, Any], owner: str, where: str, claims: dict[str, str]) -> list[Finding]:
    """Take out aliases and domains that an earlier outlet has, and say so."""
    found = []
    for key in ("aliases", "domains"):
        kept = []
        for one in values.get(key, ()):
            first = claims.setdefault(one.casefold(), owner)
            if first == owner:
                kept.append(one)
                continue
            message = f'"{one}" belongs to [{first}] already.'
            found.append(finding("CUR-005", where, message, "Leave it with one of the two outlets."))
        values[key] = tuple(kept)
    name = values["name"]
    if (first := claims.setdefault(name.casefold(), owner)) != owner:
        hint = "Give each outlet a name of its own."
        found.append(finding("CUR-005", where, f'The name "{name}" belongs to [{first}] already.', hint))
    return found
