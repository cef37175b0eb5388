"""A cleaned capture becomes an article: title, outlet, agency, people, dates, place, language, names; each with its ground.

In: a ``Capture`` and its ``Body``. Out: an ``Article`` and findings; then its ``Brief``. Metadata is read from the whole
capture, what cleaning cut included. Refuses to guess: what no source states and no named rule concludes stays unknown.
"""

from .assemble import Cited, article, cited
from .brief import brief, words_of_term
from .refusal import refusal

__all__ = ["Cited", "article", "brief", "cited", "refusal", "words_of_term"]
