"""What a person decided about single lines: ``keep this line``, ``drop this line``.

In: the decisions of the archive and the lines of one capture. Out: for the lines they name, keep or drop and the
place of the decision; a decision whose line is not there is a finding.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.model import Capture, Decision, Finding, Level

from .features import key
from .pieces import Piece

KEEP, DROP = "keep this line", "drop this line"


def verdicts(
    capture: Capture, pieces: Sequence[Piece], decisions: tuple[Decision, ...]
) -> tuple[dict[int, tuple[bool, str]], list[Finding]]:
    """Return (keep?, where) by the piece's index, the last decision on a line winning, and the findings."""
    found: dict[int, tuple[bool, str]] = {}
    findings: list[Finding] = []
    for decision in decisions:
        if decision.kind not in (KEEP, DROP) or decision.a not in (capture.key, capture.id):
            continue
        named = _named(pieces, decision.b)
        if not named:
            findings.append(_unmatched(capture, decision))
        found.update((i, (decision.kind == KEEP, decision.where)) for i in named)
    return found, findings


def _named(pieces: Sequence[Piece], name: str) -> list[int]:
    """Indexes of the lines with this text, or on this line of the capture."""
    same = [i for i, piece in enumerate(pieces) if piece.text == name.strip()]
    same = same or [i for i, piece in enumerate(pieces) if key(name) and key(piece.text) == key(name)]
    if not same and name.strip().isdecimal():
        same = [i for i, piece in enumerate(pieces) if piece.number == int(name)]
    return same


def _unmatched(capture: Capture, decision: Decision) -> Finding:
    return Finding(
        "CLN-005",
        Level.WARNING,
        decision.where,
        f'"{decision.kind}" names a line that {capture.key} does not have: "{decision.b[:80]}"',
        "Copy the line's text, or give its number, from the page that shows the capture beside the cleaned text.",
    )
