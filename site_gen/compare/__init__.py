"""What the outlets of one event share, whom they quote, what they count, and what each tells alone.

Goes in: an event and its articles. Comes out: a ``Comparison`` whose every text is verbatim from the article, placed by
characters of its block. Each article is read once (``reading``); then passages, quotes, figures and unique sentences are
found from the readings. Nothing is judged: what differs is put side by side.
"""

from __future__ import annotations

from site_gen.model import Article, Comparison, Event, Finding
from site_gen.settings import CompareSettings

from .figures import figures_of
from .passages import shared
from .quotes import quotes_of
from .reading import read
from .speakers import attribution, callings, under_labels
from .unique import unique_of

__all__ = ["comparison"]


def comparison(
    event: Event, articles: tuple[Article, ...], *, settings: CompareSettings
) -> tuple[Comparison, tuple[Finding, ...]]:
    """Return the event's coverage side by side; ``articles`` in the event's order. A finding tells of an article with too many numbers."""
    readings = [read(a) for a in articles]
    called = callings(readings)
    attributed = [under_labels(attribution(r, called), r) for r in readings]
    passages, overlaps, own = shared(readings, min_words=settings.min_passage_words)
    quoted = quotes_of(readings, attributed)
    counted, doubtful, remarks = figures_of(readings, attributed)
    alone = unique_of(
        readings, passages, quoted, counted, doubtful=doubtful, most=settings.max_unique_sentences
    )
    return Comparison(event.id, passages, quoted, counted, alone, overlaps, own), remarks
