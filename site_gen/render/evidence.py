"""Sourced values to values with an opened ground: the rule, the lines of the capture, the articles that were used."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from site_gen.model import Article, Line, Sourced

from . import urls
from .frame import Frame
from .grounds import said_in
from .lines import machine_date
from .views import Evidence, LineLink, Named, Shown

MAX_LINES = 4
"""Lines shown as evidence of one value; the page beside the original has them all."""
MAX_LINE_CHARS = 160

Titles = Callable[[str], Named | None]
"""From the id of an article to its name and address; None where it has no page."""


def shown(
    value: Sourced[str],
    frame: Frame,
    *,
    article: Article | None = None,
    beside: str = "",
    titles: Titles = lambda _: None,
    text: str = "",
    url: str = "",
    language: str = "",
) -> Shown:
    """Return a value with its basis and evidence.

    ``article`` and ``beside`` (address of the page beside the original) turn spans into lines; ``text`` stands in place
    of the value where a reader needs other words.
    """
    evidence = value.evidence
    named = (titles(id) for id in evidence.articles)
    return Shown(
        text=text or value.value,
        basis=value.basis.value,
        evidence=Evidence(
            note=said_in(evidence.note or "", frame.interface),
            rule=evidence.rule,
            file=evidence.file or "",
            lines=_lines(evidence.spans, article, beside),
            articles=tuple(name for name in named if name),
        ),
        url=url,
        language=language,
    )


def shown_date(value: Sourced[str], frame: Frame, **where: object) -> Shown:
    """Return a date in words with its evidence, leading to its day where that has a page."""
    machine = machine_date(value.value)
    day = machine[:10]
    url = frame.url(urls.period(day)) if day and frame.has_period(day) else ""
    plain = shown(value, frame, text=frame.interface.date(value.value), url=url, **where)  # type: ignore[arg-type]
    return Shown(plain.text, plain.basis, plain.evidence, plain.url, plain.language, machine)


def _lines(spans: Sequence[tuple[int, int]], article: Article | None, beside: str) -> tuple[LineLink, ...]:
    if article is None or not article.lines or not spans:
        return ()
    found: dict[int, LineLink] = {}
    for start, end in spans:
        index = max(bisect_right(article.lines, start, key=_start) - 1, 0)
        line = article.lines[index]
        if line.span[1] < start or line.span[0] > end:
            continue
        text = line.text if len(line.text) <= MAX_LINE_CHARS else _around(line.text, start - line.span[0])
        url = f"{beside}#L{line.number}" if beside else ""
        found.setdefault(index, LineLink(line.number, url, text, article.language.value))
    return tuple(list(found.values())[:MAX_LINES])


def _start(line: Line) -> int:
    return line.span[0]


def _around(text: str, at: int) -> str:
    first = max(0, min(at - MAX_LINE_CHARS // 3, len(text) - MAX_LINE_CHARS))
    cut = text[first : first + MAX_LINE_CHARS].strip()
    return f"{'…' if first else ''}{cut}{'…' if first + MAX_LINE_CHARS < len(text) else ''}"
