"""What a person sees while a build runs: bars on a terminal, plain lines elsewhere, always on standard error."""

from __future__ import annotations

import sys
from time import monotonic
from typing import Protocol


class Progress(Protocol):
    """Told what is being done; draws bars, prints lines, or says nothing."""

    def begin(self, stage: str, total: int | None) -> None:
        """A stage begins; ``total`` items where known."""
        ...

    def advance(self, count: int = 1) -> None:
        """Items are done."""
        ...

    def end(self) -> None:
        """The stage is done."""
        ...


def progress() -> Progress:
    """Return a progress display that fits where standard error leads."""
    return _Bars() if sys.stderr.isatty() else _Lines()


class Silence:
    """Says nothing."""

    def begin(self, stage: str, total: int | None) -> None:
        """A stage begins."""

    def advance(self, count: int = 1) -> None:
        """Items are done."""

    def end(self) -> None:
        """The stage is done."""


class _Lines:
    """One line a stage when it ends; a long one also says every twenty seconds how far it is."""

    every_seconds = 20.0

    def begin(self, stage: str, total: int | None) -> None:
        self._stage, self._total, self._done = stage, total, 0
        self._began = self._said = monotonic()

    def advance(self, count: int = 1) -> None:
        self._done += count
        if monotonic() - self._said > self.every_seconds:
            self._said = monotonic()
            print(f"{self._stage}: {self._done}/{self._total or '?'}", file=sys.stderr)

    def end(self) -> None:
        count = "" if self._total is None else f" {self._done} of {self._total},"
        print(f"{self._stage}:{count} {monotonic() - self._began:.1f} s", file=sys.stderr, flush=True)


class _Bars:
    """A bar for the stage under way."""

    def begin(self, stage: str, total: int | None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        self._bar = Progress(
            TextColumn("{task.description:<12}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
        )
        self._bar.start()
        self._task = self._bar.add_task(stage, total=total)

    def advance(self, count: int = 1) -> None:
        self._bar.advance(self._task, count)

    def end(self) -> None:
        task = self._bar.tasks[0]
        self._bar.update(self._task, total=task.completed or 1, completed=task.completed or 1)
        self._bar.stop()
