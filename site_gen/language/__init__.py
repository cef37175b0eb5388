"""Words, sentences and tables of words of a language: what several stages need to read a text.

Not a stage. Pure functions on text, and tables from one TOML file a language beside this module
(``en.toml``, ``fr.toml``, ``ar.toml``), which a librarian may extend without touching code.
"""

from .tables import languages, table
from .words import Word, fold, normalise, sentences, words

__all__ = ["Word", "fold", "languages", "normalise", "sentences", "table", "words"]
