"""What a build did, in the closing lines of a build and for ``--json``."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass

from .engine.catalogue import StoredCatalogue
from .engine.store import Store
from .model import Level, LinkedAgain
from .pipeline import Intake

SHOWN_MESSAGES = 30
"""Errors and warnings printed at the end; all stand in data/findings.jsonl."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did, for the closing lines and for ``--json``."""

    content: str
    output: str
    captures: int
    published: int
    outlets: int
    events: int
    stories: int
    topics: int
    pages: int
    files: int
    bytes: int
    stated_dates: int
    inferred_dates: int
    undated: int
    linked_again: LinkedAgain
    left_out: tuple[tuple[str, str], ...]
    """(capture, why)."""
    findings: tuple[tuple[str, int], ...]
    """(level, count)."""
    messages: tuple[str, ...]
    """Errors and warnings, a line each."""
    seconds: float

    @property
    def has_warnings(self) -> bool:
        """Whether --strict should fail."""
        return any(count for level, count in self.findings if level in ("error", "warning"))

    def as_json(self) -> str:
        """The summary as one JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    def as_text(self) -> str:
        """The summary in a few lines."""
        counts = dict(self.findings)
        lines = list(self.messages[:SHOWN_MESSAGES])
        if len(self.messages) > SHOWN_MESSAGES:
            lines.append(
                f"… and {len(self.messages) - SHOWN_MESSAGES} more, in {self.output}/data/findings.jsonl"
            )
        lines.append(f"Read {_many(self.captures, 'capture')} from {self.content}")
        lines.append(
            f"Published {_many(self.published, 'article')} of {_many(self.outlets, 'outlet')}: "
            f"{_many(self.events, 'event')}, {_many(self.stories, 'story', 'stories')}, {_many(self.topics, 'topic')}"
        )
        lines += [f"Left out {key}: {why}" for key, why in self.left_out]
        lines.append(
            f"Dates: {self.stated_dates} stated or supplied, {self.inferred_dates} inferred, {self.undated} unknown"
        )
        again = self.linked_again
        lines.append(
            f"Linked anew: {again.pairs_compared} of {_many(again.pairs, 'pair')} compared, "
            f"{again.events_made} of {_many(again.events, 'event')} made"
        )
        lines.append(
            "Findings: " + ", ".join(_many(counts.get(level.value, 0), level.value) for level in Level)
        )
        size = f"{self.bytes / 1e6:.1f} MB"
        lines.append(
            f"Wrote {_many(self.pages, 'page')}, {_many(self.files, 'file')}, {size} to {self.output} in {self.seconds:.1f} s"
        )
        return "\n".join(lines)


def _sentence(text: str) -> str:
    """A text as a sentence: a capital in front, a stop behind unless it ends with a mark of its own."""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?", "!")) else ".")


def _many(count: int, one: str, more: str | None = None) -> str:
    return f"{count} {one if count == 1 else more or one + 's'}"


def summary(
    store: Store, content: str, output: str, *, pages: int, files: int, size_bytes: int, seconds: float
) -> Summary:
    """Count what a finished build has read, published, left out and remarked."""
    stats = StoredCatalogue(store).stats()
    levels = Counter(finding.level.value for finding in store.findings())
    has_article = {row[0] for row in store.db.execute("SELECT id FROM article")}
    left_out = []
    for id, intake in store.each("intake", Intake):
        if id not in has_article:
            why = next((f"{f.code} {f.message}" for f in store.findings(id)), "no article")
            left_out.append((intake.key, why))
    messages = tuple(
        f"{f.where}: {f.code} {f.level.value}: {_sentence(f.message)} {_sentence(f.hint)}"
        for f in store.findings()
        if f.level is not Level.NOTE
    )
    return Summary(
        content=content,
        output=output,
        captures=stats.captures,
        published=stats.articles,
        outlets=stats.outlets,
        events=stats.events,
        stories=stats.stories,
        topics=stats.topics,
        pages=pages,
        files=files,
        bytes=size_bytes,
        stated_dates=stats.articles - stats.inferred_dates - stats.undated,
        inferred_dates=stats.inferred_dates,
        undated=stats.undated,
        linked_again=store.known("linked again", LinkedAgain),
        left_out=tuple(sorted(left_out)),
        findings=tuple((level.value, levels.get(level.value, 0)) for level in Level),
        messages=messages,
        seconds=round(seconds, 2),
    )
