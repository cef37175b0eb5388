"""The theme's templates and the pages of the shelf, rendered once."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from site_gen.render import SiteContext, environment, keys, pages
from site_gen.settings import Settings, SiteSettings

from .shelf import Shelf, a_shelf

THEME = Path(__file__).parents[2] / "themes" / "broadsheet"


def a_site(shelf: Shelf, *, language: str = "en", **more: object) -> SiteContext:
    """The context of a site with an address, over a shelf."""
    stats = shelf.stats()
    sections = tuple(n for n in ("events", "stories", "topics") if getattr(stats, n))
    settings = SiteSettings(
        title="The Alder Archive", description="A bridge.", language=language, url="https://example.org/a/"
    )
    return SiteContext(settings=settings, sections=sections, theme_version="1", **more)  # type: ignore[arg-type]


def an_environment(language: str = "en") -> jinja2.Environment:
    """The theme's templates in a language."""
    return environment([THEME / "templates"], language=language)


def render_all(
    shelf: Shelf, *, language: str = "en", settings: Settings | None = None, **more: object
) -> dict[str, bytes]:
    """Every page of a shelf, by path."""
    env, site = an_environment(language), a_site(shelf, language=language, **more)
    return {
        page.path: page.data
        for key in keys(shelf, settings or Settings())
        for page in pages(key, shelf, env, site)
    }


@pytest.fixture(scope="session")
def site() -> dict[str, bytes]:
    """All pages of the shelf in English."""
    return render_all(a_shelf())


@pytest.fixture(scope="session")
def html(site: dict[str, bytes]) -> dict[str, str]:
    """Its HTML pages as text."""
    return {path: data.decode() for path, data in site.items() if path.endswith(".html")}
