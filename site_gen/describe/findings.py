"""What description has to say: every finding of the stage, with its code and remedy."""

from __future__ import annotations

from site_gen.model import Capture, Decision, Finding, Level, Sourced

from .claim import Claim


def _at(capture: Capture, claim: Claim | None = None) -> str:
    if claim is None or claim.span == (0, 0) or capture.record is not None:
        return capture.key
    return f"{capture.key}:{capture.text.count(chr(10), 0, claim.span[0]) + 1}"


def _where(capture: Capture, value: Sourced[str]) -> str:
    return value.evidence.file or capture.key


def no_source(capture: Capture) -> Finding:
    """Nothing in the capture says who published it."""
    return Finding(
        "DSC-001", Level.WARNING, capture.key, "The outlet is not stated.",
        f'Supply it in metadata.csv (row "{capture.key}", column "source").',
    )  # fmt: skip


def no_title(capture: Capture, stands_for_it: str) -> Finding:
    """No title was found; what stands for it, in words."""
    return Finding(
        "DSC-002", Level.WARNING, capture.key, f"No title was found; {stands_for_it} for it.",
        f'Supply it in metadata.csv (row "{capture.key}", column "title").',
    )  # fmt: skip


def conflict(capture: Capture, field: str, kept: Claim, other: Claim) -> Finding:
    """Two sources disagree on a field."""
    return Finding(
        "DSC-003", Level.NOTE, _at(capture, other),
        f'Two sources disagree on "{field}": {kept.rule} says "{kept.value}", {other.rule} says "{other.value}". The first is kept.',
        f'Where the other is right, supply it in metadata.csv (row "{capture.key}", column "{field}").',
    )  # fmt: skip


def bad_date(capture: Capture, given: Sourced[str]) -> Finding:
    """A given date cannot be read."""
    return Finding(
        "DSC-004", Level.WARNING, _where(capture, given), f'The date "{given.value}" cannot be read.',
        "Write it as 2016-12-22, 2016-12 or 2016.",
    )  # fmt: skip


def bad_decision(decision: Decision) -> Finding:
    """A date decision holds no date."""
    return Finding(
        "DSC-005", Level.WARNING, decision.where, f'The decision on "{decision.a}" gives no date: "{decision.value}".',
        "Write it as 2016-12-22, 2016-12 or 2016.",
    )  # fmt: skip


def bad_language(capture: Capture, given: Sourced[str]) -> Finding:
    """A given language is none."""
    return Finding(
        "DSC-006", Level.WARNING, _where(capture, given), f'"{given.value}" is no language.',
        "Write a code such as en, fr or ar.",
    )  # fmt: skip


def language_conflict(capture: Capture, declared: Claim, told: str) -> Finding:
    """The text is in another language than the page declares."""
    return Finding(
        "DSC-007", Level.NOTE, _at(capture, declared), f"The page declares its language as {declared.value}; its text is in {told}.",
        f'Where the page is right, supply it in metadata.csv (row "{capture.key}", column "language").',
    )  # fmt: skip


def list_of_articles(capture: Capture, titles: tuple[str, ...]) -> Finding:
    """The page lists articles and tells none."""
    return Finding(
        "DSC-009", Level.WARNING, capture.key, f'The page lists {len(titles)} articles and is none itself; the first is "{titles[0][:60]}".',
        "It is published as it stands. Capture the articles that it names, and take it out of captures/.",
    )  # fmt: skip


def front_page(capture: Capture) -> Finding:
    """The address is that of a site's front page, and hardly a word was found in it."""
    return Finding(
        "DSC-009", Level.WARNING, capture.key, "The page is the front page of a site, of which next to nothing reads like an article.",
        "It is published as it stands. Capture the articles that it names, and take it out of captures/.",
    )  # fmt: skip
