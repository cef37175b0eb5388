"""Views to pages: the reader's site, as bytes. Templates and styles are the theme's, in themes/.

In calling order: ``environment`` once, ``keys`` for what there is, ``pages`` for the files of each key.
"""

from .frame import Frame, SiteContext
from .pages import PageKey, keys, pages
from .templates import ENVIRONMENT_OPTIONS, FILTERS, environment, environment_globals

__all__ = [
    "ENVIRONMENT_OPTIONS",
    "FILTERS",
    "Frame",
    "PageKey",
    "SiteContext",
    "environment",
    "environment_globals",
    "keys",
    "pages",
]
