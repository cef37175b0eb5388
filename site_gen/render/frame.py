"""What every builder needs beside its nouns: the site, the words of the interface, and where the page stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from site_gen.settings import AppearanceSettings, SiteSettings

from .interface import Interface
from .urls import root_of


@dataclass(slots=True)
class SiteContext:
    """What is the same on every page of one build."""

    settings: SiteSettings
    sections: tuple[str, ...] = ()
    """Those of ``events``, ``stories`` and ``topics`` that list anything."""
    theme: str = "broadsheet"
    theme_version: str = ""
    generator: str = "site_gen"
    """Name and version of the program, for the footer and ``meta generator``."""
    per_page: int = 50
    """Articles listed before a list is split by year, month and day (``settings.index.per_page``)."""
    search: bool = True
    """Whether a search index is written."""
    originals: bool = True
    """Whether the original captures are offered for download."""
    pages: tuple[tuple[str, str], ...] = ()
    """Hand-written pages: (title, address from the root)."""
    card_fonts: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    """Files of the fonts of events' pictures, for titles and for the rest; None where no pictures are drawn."""
    appearance: AppearanceSettings = field(default_factory=AppearanceSettings)
    """Logo and icon; colours and fonts are in the style sheet."""
    is_dated: bool = True
    """Whether any article that may be shown has a date."""

    @property
    def has_feeds(self) -> bool:
        """Whether feeds are written: they need the archive's address, and list dated articles."""
        return bool(self.settings.url) and self.is_dated


def _every(_period: str) -> bool:
    return True


@dataclass(slots=True)
class Frame:
    """The place of one page in the site."""

    site: SiteContext
    interface: Interface
    path: str
    """Address of the page from the root: ``articles/x/``; empty for the home page."""
    absolute: str = ""
    """Base path that replaces the way to the root, for 404.html, which is served at any address."""
    has_period: Callable[[str], bool] = _every
    """Whether a year, month or day has a page: articles appeared in it."""
    root: str = field(init=False, default="")
    """The way to the root of the site, ending with a slash."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "root", self.absolute or root_of(self.path))

    def url(self, address: str) -> str:
        """Return an address of the archive relative to this page."""
        return f"{self.root}{address}"

    def permanent(self, address: str | None = None) -> str:
        """Return the absolute address of a page (this one by default); empty where the archive has no address."""
        base = self.site.settings.url
        if not base:
            return ""
        return f"{base.rstrip('/')}/{self.path if address is None else address}"
