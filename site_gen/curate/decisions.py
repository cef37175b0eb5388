"""decisions.csv: what a person decided about single articles, lines and events, with who and why.

Columns ``kind, a, b, value, who, why``. A decision names captures by their path in the content folder, or articles and
events by their id.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from site_gen.model import Decision, Finding, edtf

from .csv_rows import Row, csv_rows
from .findings import finding, is_near, near_captures, nearest

FILE = "decisions.csv"
COLUMNS = ("kind", "a", "b", "value", "who", "why")

NEEDS: dict[str, tuple[str, ...]] = {
    "same event": ("a", "b"),
    "not same event": ("a", "b"),
    "keep this line": ("a", "b"),
    "drop this line": ("a", "b"),
    "date": ("a", "value"),
    "take down": ("a",),
}
"""The kinds of decision, and the columns that each needs. ``b`` of a line is its text."""

OTHER_WORDS = {
    "same": "same event", "not same": "not same event", "different event": "not same event", "keep": "keep this line",
    "keep line": "keep this line", "drop": "drop this line", "drop line": "drop this line", "cut this line": "drop this line",
    "this is the date": "date", "published": "date", "takedown": "take down", "withdraw": "take down",
}  # fmt: skip

_TAKE_DOWN = "take down"
_PAIRS = frozenset({"same event", "not same event"})
_OPPOSITES = (
    _PAIRS,
    frozenset({"keep this line", "drop this line"}),
    frozenset({"date"}),
    frozenset({"take down"}),
)
_FILE_NAME = re.compile(r"\.[A-Za-z0-9]{1,8}(?:#.*)?$")
_ROOT = "captures/"
_MOST_NEAREST = 50


def _as_edtf(text: str) -> str | None:
    return text if edtf.is_valid(text) else None


def read_decisions(
    data: bytes,
    read_date: Callable[[str], str | None] = _as_edtf,
    is_of_two_days: Callable[[str], bool] | None = None,
) -> tuple[tuple[Decision, ...], tuple[Finding, ...]]:
    """Return the decisions in the order of the file, and findings with their lines. Never raises.

    Of two that contradict each other only the later one is returned. ``read_date`` gives a written day as EDTF, or None;
    ``is_of_two_days``, where nobody said which number is the day, whether it may be another.
    """
    rows, problems = csv_rows(data, FILE, COLUMNS, ("kind", "a"))
    findings = list(problems)
    decisions: list[Decision] = []
    for row in rows:
        decision, found = _decision(row, read_date)
        findings += found
        if decision and decision.kind == "date" and is_of_two_days and is_of_two_days(row.cells["value"]):
            findings.append(_two_days(row, decision))
        if decision is not None:
            decisions.append(decision)
    kept, found = _without_contradictions(decisions)
    return kept, (*findings, *found)


def unmatched_decisions(decisions: Sequence[Decision], keys: Iterable[str]) -> tuple[Finding, ...]:
    """Return a finding for each capture, article or event that a decision names and ``keys`` do not hold.

    ``keys`` are the keys of captures and the ids of articles and events. Whether a line was found is for cleaning to say,
    and whether both sides of a pair are articles is for linking.
    """
    known = {unicodedata.normalize("NFC", key) for key in keys}
    found: list[Finding] = []
    for decision in decisions:
        if decision.kind in _PAIRS or unicodedata.normalize("NFC", decision.a) in known:
            continue
        hint = "Correct the path or id, or delete the row."
        if len(found) < _MOST_NEAREST:
            hint = next((f'Did you mean "{near}"?' for near in near_captures(decision.a, known)), hint)
        message = f'"{decision.kind}" names "{decision.a}", which is not in the archive.'
        found.append(finding("CUR-012", decision.where, message, hint))
    return tuple(found)


def _decision(row: Row, read_date: Callable[[str], str | None]) -> tuple[Decision | None, list[Finding]]:
    where = f"{FILE}:{row.line}"
    cells = row.cells
    written = " ".join(cells["kind"].casefold().replace("_", " ").replace("-", " ").split())
    kind = OTHER_WORDS.get(written, written)
    slips = []
    if kind not in NEEDS and is_near(kind, _TAKE_DOWN):
        message = f'Unknown kind "{cells["kind"][:60]}"; read as "{_TAKE_DOWN}", so that nothing is shown against a decision.'
        slips.append(finding("CUR-010", where, message, f'Write "{_TAKE_DOWN}".'))
        kind = _TAKE_DOWN
    if kind not in NEEDS:
        hint = nearest(kind, NEEDS, f"Write one of: {', '.join(NEEDS)}.")
        return None, [finding("CUR-010", where, f'Unknown kind "{cells["kind"][:60]}".', hint)]
    missing = [name for name in NEEDS[kind] if not cells[name]]
    if missing:
        message = f'"{kind}" needs {" and ".join(missing)}.'
        return None, [finding("CUR-011", where, message, f"Fill in: {', '.join(missing)}.")]
    a, b = _key(cells["a"]), _key(cells["b"]) if kind in _PAIRS else cells["b"]
    if kind in _PAIRS and a == b:
        return None, [finding("CUR-011", where, f'"{kind}" names "{a}" twice.', "Name two captures.")]
    value = read_date(cells["value"]) if kind == "date" else cells["value"]
    if value is None:
        hint = "Write it as 2016-12-22, 2016-12 or 2016-12-22~."
        return None, [finding("CUR-011", where, f'"{cells["value"][:40]}" is not a date.', hint)]
    found = slips
    if not cells["who"] or not cells["why"]:
        lacks = " and ".join(name for name in ("who", "why") if not cells[name])
        found.append(finding("CUR-013", where, f"The decision does not say {lacks}.", f"Fill in: {lacks}."))
    return Decision(kind, a, b, value, cells["who"], cells["why"], where), found


def _two_days(row: Row, decision: Decision) -> Finding:
    message = f'"{row.cells["value"][:40]}" may be of two days; read as {decision.value}.'
    hint = (
        'Write it as 2016-12-22, or set dates = "day-first" or "month-first" under [ingest] in archive.toml.'
    )
    return finding("CUR-015", decision.where, message, hint)


def _key(written: str) -> str:
    """A capture's key with ``captures/`` in front, which may be left off; an id as it is."""
    text = unicodedata.normalize("NFC", written.replace("\\", "/").removeprefix("./"))
    return text if text.startswith(_ROOT) or not _FILE_NAME.search(text) else _ROOT + text


def _without_contradictions(
    decisions: Sequence[Decision],
) -> tuple[tuple[Decision, ...], list[Finding]]:
    latest: dict[tuple[object, ...], Decision] = {}
    found = []
    for decision in decisions:
        subject = _subject(decision)
        earlier = latest.get(subject)
        if earlier and (earlier.kind, earlier.value) != (decision.kind, decision.value):
            message = f'"{decision.kind}" contradicts {earlier.where}; this row holds.'
            found.append(finding("CUR-014", decision.where, message, "Delete one of the two rows."))
        latest[subject] = decision
    held = {decision.where for decision in latest.values()}
    return tuple(d for d in decisions if d.where in held), found


def _subject(decision: Decision) -> tuple[object, ...]:
    """What a decision is about; two decisions on one subject are one decision."""
    group = next(at for at, kinds in enumerate(_OPPOSITES) if decision.kind in kinds)
    if decision.kind in _PAIRS:
        return (group, *sorted((decision.a, decision.b)))
    return (group, decision.a, decision.b if group == 1 else "")
