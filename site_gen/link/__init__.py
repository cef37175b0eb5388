"""Articles of different outlets that report one event, put together, with the reasons.

``fingerprint`` reduces an article to what can be compared; ``links`` sees briefs and fingerprints of the whole corpus,
never a text; ``conclude`` gives an event the date that its articles only hold together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..model import Brief, Decision, Finding, Fingerprint, Links
from ..settings import LinkSettings
from .conclude import conclude
from .fingerprint import fingerprint

if TYPE_CHECKING:
    from .memory import Memory
    from .whole import Linked

__all__ = ["conclude", "fingerprint", "links", "relinked"]


def links(
    briefs: Iterable[Brief],
    fingerprints: Iterable[Fingerprint],
    *,
    decisions: tuple[Decision, ...],
    settings: LinkSettings,
) -> tuple[Links, tuple[Finding, ...]]:
    """Return the events, stories and versions of a corpus, and findings on decisions that cannot apply.

    Both streams are read once, in any order. Events carry no date yet: that is for ``conclude``. An event holds the
    latest version of each article only; its other versions belong with it.
    """
    from .whole import linked  # numpy and scipy: not needed for --help

    made = linked(briefs, fingerprints, decisions=decisions, settings=settings)
    return made.links, made.findings


def relinked(
    briefs: Iterable[Brief],
    fingerprints: Iterable[Fingerprint],
    *,
    decisions: tuple[Decision, ...],
    settings: LinkSettings,
    seals: Mapping[str, bytes],
    memory: Memory | None,
) -> Linked:
    """Return what ``links`` does, and what to remember; pairs and events that ``memory`` knows are not made again.

    ``seals`` are digests of the brief and fingerprint of each article, by its id: whatever has the same seal is the same.
    """
    from .whole import linked

    return linked(briefs, fingerprints, decisions=decisions, settings=settings, seals=seals, memory=memory)
