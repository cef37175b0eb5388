"""Captures and bodies for the tests of description, made from a few invented lines."""

from __future__ import annotations

from site_gen import describe
from site_gen.model import (
    Article,
    Basis,
    Block,
    Body,
    Capture,
    Decision,
    Evidence,
    Finding,
    Given,
    Line,
    Outlet,
    Sourced,
    VocabularyTerm,
)
from site_gen.settings import DescribeSettings

KEPT = {"body": "paragraph", "image_caption": "caption", "heading": "heading"}


def given(field: str, value: str, basis: Basis = Basis.SUPPLIED) -> Given:
    """A value that somebody gave, by default in metadata.csv."""
    return Given(field, Sourced(value, basis, Evidence("metadata.csv", file="metadata.csv:2")))


def a_text(*lines: tuple[str, str], given: tuple[Given, ...] = (), id: str = "a1") -> tuple[Capture, Body]:
    """A text capture of (role, line), and its body."""
    text = "\n".join(line for _, line in lines)
    blocks: list[Block] = []
    roles: list[Line] = []
    at = 0
    for number, (role, line) in enumerate(lines, 1):
        span = (at, at + len(line))
        block = None
        if role in KEPT:
            block = f"p{len(blocks) + 1}"
            blocks.append(Block(block, KEPT[role], line, span))  # type: ignore[arg-type]
        roles.append(Line(number, span, line, role, "test", block))  # type: ignore[arg-type]
        at += len(line) + 1
    return a_capture(text, given=given, id=id), Body(id, tuple(blocks), tuple(roles))


def a_capture(
    text: str,
    *,
    media_type: str = "text/plain",
    url: str | None = None,
    given: tuple[Given, ...] = (),
    id: str = "a1",
) -> Capture:
    """A capture of this text."""
    return Capture(
        id,
        "captures/x.txt",
        None,
        media_type,
        "0" * 64,
        len(text),
        "utf-8",
        "utf-8",
        text,
        given,
        None,
        url,
    )


def a_page(markup: str, *, url: str | None = None, body: Body | None = None) -> tuple[Capture, Body]:
    """An HTML capture; its body empty unless given."""
    return a_capture(markup, media_type="text/html", url=url), body or Body("a1", (), ())


def described(
    capture_and_body: tuple[Capture, Body],
    *,
    outlets: tuple[Outlet, ...] = (),
    vocabulary: tuple[VocabularyTerm, ...] = (),
    decisions: tuple[Decision, ...] = (),
) -> tuple[Article, tuple[Finding, ...]]:
    """The article and its findings."""
    capture, body = capture_and_body
    return describe.article(
        capture,
        body,
        outlets=outlets,
        vocabulary=vocabulary,
        decisions=decisions,
        settings=DescribeSettings(),
    )
