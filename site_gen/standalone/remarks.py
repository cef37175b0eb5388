"""What there is to say of captures as they are read, and how many could not be: for a command, on standard error."""

from __future__ import annotations

from dataclasses import dataclass

import click

from site_gen.model import Finding


@dataclass(slots=True)
class Remarks:
    """Says findings as they come, and counts."""

    unread: int = 0
    """Files and records that could not be read, or hold no capture."""
    answered: int = 0
    """Captures for which an answer is given."""

    def say(self, finding: Finding, where: str, *, is_lost: bool = False) -> None:
        """Print a finding and its remedy under a place; ``is_lost``: what it tells of gives no answer."""
        self.unread += is_lost
        click.echo(f"{where}: {finding.code} {finding.message} {finding.hint}".rstrip(), err=True)

    def lost(self, where: str, message: str) -> None:
        """Print why what stands somewhere could not be read."""
        self.unread += 1
        click.echo(f"{where}: {message}", err=True)

    @property
    def told(self) -> int:
        """All that were read or lost."""
        return self.unread + self.answered

    @property
    def exit_code(self) -> int:
        """0: all was read; 1: some was not; 2: nothing was, but something was given."""
        return 0 if not self.unread else 1 if self.answered else 2
