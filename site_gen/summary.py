"""What a build did, in the closing lines of a build and for ``--json``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from .engine.catalogue import StoredCatalogue
from .engine.store import Store
from .model import Finding, Level, LinkedAgain
from .pipeline import Intake
from .wording import many, sentence

SHOWN_ERRORS = 30
"""Errors printed at the end, a line each; all stand in data/findings.jsonl."""
SHOWN_PLACES = 3
"""Places named of a warning that stands at many."""
SHOWN_MESSAGES = 3
"""Messages printed of one code, where each says something else."""


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
    pages_kept: int
    """Of them, those taken over from the last site, on which nothing had changed."""
    pages_same: int
    """Of the others, those that came out as they are in the last site."""
    files: int
    bytes: int
    stated_dates: int
    inferred_dates: int
    undated: int
    linked_again: LinkedAgain
    former_versions: tuple[str, ...]
    """Captures of articles that were captured again later; they are counted as published, but stand in no list."""
    taken_down: tuple[str, ...]
    """Captures whose articles a decision withdrew; their pages say so, and they are counted as published."""
    left_out: tuple[tuple[str, str], ...]
    """(capture, why)."""
    findings: tuple[tuple[str, int], ...]
    """(level, count)."""
    messages: tuple[str, ...]
    """Errors, then warnings, a line each."""
    remarks: tuple[str, ...]
    """The same for a terminal: each error, then a line for each kind of warning."""
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
        lines = list(self.remarks)
        lines.append(f"Read {many(self.captures, 'capture')} from {self.content}")
        lines.append(
            f"Published {many(self.published, 'article')} of {many(self.outlets, 'outlet')}: "
            f"{many(self.events, 'event')}, {many(self.stories, 'story', 'stories')}, {many(self.topics, 'topic')}"
        )
        lines += _former(self.former_versions, self.published)
        if self.taken_down:
            lines.append(f"Taken down: {', '.join(self.taken_down)}")
        lines += _left_out(self.left_out)
        lines.append(
            f"Dates: {self.stated_dates} stated or supplied, {self.inferred_dates} inferred, {self.undated} unknown"
        )
        again = self.linked_again
        lines.append(
            f"Linked anew: {again.pairs_compared} of {many(again.pairs, 'pair')} compared, "
            f"{again.events_made} of {many(again.events, 'event')} made"
        )
        lines.append(_counted(counts, f"{self.output}/data/findings.jsonl"))
        size = f"{self.bytes / 1e6:.1f} MB"
        lines.append(
            f"Wrote {many(self.pages, 'page')} ({self.pages - self.pages_kept - self.pages_same} anew), {many(self.files, 'file')}, {size} to {self.output} in {self.seconds:.1f} s"
        )
        return "\n".join(lines)


def _counted(counts: Mapping[str, int], file: str) -> str:
    """How many findings of each level there are, and where all of them stand, notes too, which no line above names."""
    told = ", ".join(many(counts.get(level.value, 0), level.value) for level in Level)
    return f"Findings: {told}" + (f" (all in {file})" if any(counts.values()) else "")


def _line(found: Finding) -> str:
    return (
        f"{found.where}: {found.code} {found.level.value}: {sentence(found.message)} {sentence(found.hint)}"
    )


def remarks(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Errors one by one, in order of place; then the warnings, those that say the same in one line with their first places."""
    errors: list[str] = []
    warnings: dict[str, dict[str, list[Finding]]] = {}
    for found in findings:
        if found.level is Level.ERROR:
            errors.append(_line(found))
        elif found.level is Level.WARNING:
            warnings.setdefault(found.code, {}).setdefault(found.message, []).append(found)
    lines = errors[:SHOWN_ERRORS]
    if len(errors) > SHOWN_ERRORS:
        lines.append(f"… and {many(len(errors) - SHOWN_ERRORS, 'error')} more")
    for code, said in sorted(warnings.items()):
        groups = list(said.values())
        lines += [_line(alike[0]) if len(alike) == 1 else _lines(alike) for alike in groups[:SHOWN_MESSAGES]]
        if rest := sum(len(alike) for alike in groups[SHOWN_MESSAGES:]):
            lines.append(f"… and {many(rest, 'warning')} more of {code}")
    return tuple(lines)


def _lines(alike: list[Finding]) -> str:
    """Findings that say the same, in one line."""
    first = alike[0]
    places = ", ".join(found.where for found in alike[:SHOWN_PLACES])
    more = f" and {len(alike) - SHOWN_PLACES} more" if len(alike) > SHOWN_PLACES else ""
    return (
        f"{first.code} {first.level.value}, {len(alike)} times: {sentence(first.message)} "
        f"{places}{more}. {sentence(first.hint)}"
    )


def _left_out(captures: Iterable[tuple[str, str]]) -> list[str]:
    """A line for each capture that was left out; of many for one reason the first, and how many more."""
    by_code: dict[str, list[str]] = {}
    for key, why in captures:
        by_code.setdefault(why.split()[0], []).append(f"Left out {key}: {why}")
    lines = []
    for code, said in sorted(by_code.items()):
        lines += said[:SHOWN_PLACES]
        if len(said) > SHOWN_PLACES:
            lines.append(f"Left out {len(said) - SHOWN_PLACES} more for {code}")
    return lines


def _former(captures: Sequence[str], published: int) -> list[str]:
    """A line where some articles are former versions of others: the pages count them not, the closing lines do."""
    if not captures:
        return []
    more = f" and {len(captures) - SHOWN_PLACES} more" if len(captures) > SHOWN_PLACES else ""
    number = many(len(captures), "article")
    are = "is a former version of another" if len(captures) == 1 else "are former versions of others"
    places = ", ".join(captures[:SHOWN_PLACES])
    return [f"{number} {are}, and lists count {published - len(captures)}: {places}{more}"]


def _former_versions(store: Store) -> tuple[str, ...]:
    """Captures of former versions of articles."""
    query = "SELECT key FROM article WHERE version_of IS NOT NULL ORDER BY key"
    return tuple(key for (key,) in store.db.execute(query))


def _taken_down(store: Store) -> tuple[str, ...]:
    """Captures whose articles have the neutral address of one that was taken down."""
    query = "SELECT key FROM article WHERE slug = 'taken-down-' || substr(id, 3) ORDER BY key"
    return tuple(key for (key,) in store.db.execute(query))


def summary(
    store: Store,
    content: str,
    output: str,
    *,
    pages: int,
    pages_kept: int,
    pages_same: int,
    files: int,
    size_bytes: int,
    seconds: float,
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
    found = list(store.findings())
    messages = [_line(one) for level in (Level.ERROR, Level.WARNING) for one in found if one.level is level]
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
        pages_kept=pages_kept,
        pages_same=pages_same,
        files=files,
        bytes=size_bytes,
        stated_dates=stats.articles - stats.inferred_dates - stats.undated,
        inferred_dates=stats.inferred_dates,
        undated=stats.undated,
        linked_again=store.known("linked again", LinkedAgain),
        former_versions=_former_versions(store),
        taken_down=_taken_down(store),
        left_out=tuple(sorted(left_out)),
        findings=tuple((level.value, levels.get(level.value, 0)) for level in Level),
        messages=tuple(messages),
        remarks=remarks(found),
        seconds=round(seconds, 2),
    )
