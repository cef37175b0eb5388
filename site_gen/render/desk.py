"""The desk where pages are put together: what every gatherer works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import jinja2

from site_gen.model import Catalogue, Listing, Page

from .frame import Frame, SiteContext
from .templates import render
from .views import View

EVERY = Listing("all")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where pages are put together: the catalogue, the templates, and frames by address."""

    catalogue: Catalogue
    env: jinja2.Environment
    site: SiteContext
    frame: Callable[..., Frame]

    def page(self, view: View, path: str, name: str = "index.html") -> Page:
        """Return a view as a file in a folder."""
        return Page(f"{path}{name}", render(self.env, view, site=self.site).encode("utf-8"))
