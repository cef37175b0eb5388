"""Dialogs that ask for consent to cookies: their sentences are longer than many a report's, and never an article's.

In: a page's lines, and which of them stand in elements that call themselves such a dialog. Out: the lines, those of
dialogs told by their kind. What holds the page's headline is a wrapper of the whole page, and no dialog.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import features
from .naming import Names
from .pieces import CONSENT, Piece, Sheet


def told(
    pieces: list[Piece], asking: Sequence[int], names: Names
) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """Return the lines of a page with those of dialogs told by their kind, and the page's titles, none of them a dialog's.

    ``asking``: places of the lines in elements that call themselves a dialog.
    """
    if not asking:
        return tuple(pieces), names.titles(pieces)
    within = frozenset(asking)
    titles = names.titles([piece for i, piece in enumerate(pieces) if i not in within])
    if features.title_place(Sheet(tuple(pieces), titles)) in within:
        return tuple(pieces), names.titles(pieces)
    marked = [piece._replace(kind=CONSENT) if i in within else piece for i, piece in enumerate(pieces)]
    return tuple(marked), titles
