"""A claim: one value for one field, the rule that read it, and where it stands in the capture."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.language.words import in_order
from site_gen.model import Basis, Capture, Evidence, Sourced, Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What one place of a capture says of one field."""

    value: str
    rule: str
    span: Span
    """Of the decoded capture."""


def stated(claim: Claim, value: str | None = None, *, note: str | None = None) -> Sourced[str]:
    """The claim as a stated value; ``value`` where it was brought into another form (a name cleaned, a date as EDTF)."""
    said = in_order(claim.value if value is None else value)
    return Sourced(said, Basis.STATED, Evidence(claim.rule, (claim.span,), note=note))


def inferred(value: str, rule: str, *, spans: tuple[Span, ...] = (), note: str | None = None) -> Sourced[str]:
    """A value that a rule concluded."""
    return Sourced(in_order(value), Basis.INFERRED, Evidence(rule, spans, note=note))


def given_for(capture: Capture, field: str) -> Sourced[str] | None:
    """What somebody gave for a field: supplied by a person first, else what came with the record; blanks are none."""
    values = [g.value for g in capture.given if g.field == field and g.value.value.strip()]
    supplied = [v for v in values if v.basis is Basis.SUPPLIED]
    chosen = next(reversed(supplied), None) or next(reversed(values), None)
    return Sourced(" ".join(chosen.value.split()), chosen.basis, chosen.evidence) if chosen else None
