"""Who says each quotation and each reported sentence of an article.

Goes in: a ``Reading``. Comes out: an ``Attribution``. A speaker is never taken from another article; only whom the event's
articles call "the director" is told by all of them (``callings``).
Steps: ``clauses`` and ``cues`` (verbs of speech and their subjects), ``voices`` (whom a subject names), ``memory`` and
``antecedents`` (whom "she" and "the statement" mean), ``attributed``, ``merged`` (one label for the names of one person).
"""

from .attributed import attribution
from .cast import callings
from .merged import under_labels

__all__ = ["attribution", "callings", "under_labels"]
