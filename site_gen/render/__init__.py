"""Views to pages: the reader's site, as bytes. Templates and styles are the theme's, in themes/.

In calling order: ``environment`` once, ``keys`` for what there is, ``pages`` for the files of each key.
"""

from jinja2 import TemplateError

from . import urls
from .frame import Frame, SiteContext
from .pages import SINGLE, PageKey, keys, pages
from .remarks import meanings
from .searchable import searchables
from .templates import ENVIRONMENT_OPTIONS, FILTERS, environment, page_globals

__all__ = [
    "ENVIRONMENT_OPTIONS",
    "FILTERS",
    "SINGLE",
    "Frame",
    "PageKey",
    "SiteContext",
    "TemplateError",
    "environment",
    "keys",
    "meanings",
    "page_globals",
    "pages",
    "searchables",
    "urls",
]
