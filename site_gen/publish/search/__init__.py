"""The search index: words, phrases, facets and texts in small files that a page loads as it needs them.

In: articles as ``Searchable``, newest first. Out: a folder of scripts, each of which hands one packed part to the page's
script, so that search works on any static host and from a disk alike. docs/explain/search.md describes the files.
Invariants: the same articles give the same bytes; memory does not grow with the text; nothing of a text is in a file
except packed, so that no text can act as script.
"""

from .write import write

__all__ = ["write"]
