"""The Jinja environment of the pages: autoescape always on, unknown names an error, the words of one language.

``ENVIRONMENT_OPTIONS``, ``FILTERS`` and ``environment_globals`` are what a host with an environment of its own (Pelican,
for the hand-written pages) needs to render the same templates the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from site_gen.language.scripts import foreign_tag

from .compiled import PageEnvironment, as_html, quoted
from .frame import Frame, SiteContext
from .front import handwritten_page
from .interface import Interface, direction, interface
from .markup import isolated
from .views import HandwrittenPage, View

ENVIRONMENT_OPTIONS: Mapping[str, Any] = {
    "autoescape": True,
    "undefined": jinja2.StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": False,
}


def environment(template_dirs: Sequence[Path], *, language: str) -> jinja2.Environment:
    """Return the environment over folders of templates, earlier ones first, speaking one language.

    Catalogues of the interface are looked for in ``locale/`` beside each folder. Templates are compiled once and not
    watched: make a new environment after a change.
    """
    env = _Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in template_dirs]),
        auto_reload=False,
        cache_size=-1,
        **ENVIRONMENT_OPTIONS,
    )
    env.filters.update(FILTERS)
    env.globals.update(environment_globals(template_dirs, language=language))
    return env


class _Environment(PageEnvironment):
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what every template knows, as one table: they are copied for every page, and do not change."""
        return {**self.globals, **(d or {})}


def environment_globals(template_dirs: Sequence[Path], *, language: str) -> dict[str, Any]:
    """Return the globals of the templates: ``_`` and ``_n`` say texts, ``interface`` is the language they say them in.

    With a ``site`` beside them, ``handwritten(title, html, address)`` makes the view of a host's own page.
    """
    speak = interface(language, [folder.parent / "locale" for folder in template_dirs])
    return {"_": speak.text, "_n": speak.count, "interface": speak, "handwritten": _handwritten}


def page_globals(site: SiteContext, template_dirs: Sequence[Path] = ()) -> dict[str, Any]:
    """Return the globals with which a host renders ``page.html``: those of the templates, and ``site``."""
    return {**environment_globals(template_dirs, language=site.settings.language), "site": site}


@jinja2.pass_context
def _handwritten(context: jinja2.runtime.Context, title: str, html: str, address: str) -> HandwrittenPage:
    """The view of a hand-written page at an address from the root, for a host's own ``page.html``."""
    site: SiteContext = context["site"]
    return handwritten_page(title, html, Frame(site, context["interface"], address))


def render(env: jinja2.Environment, view: View, *, site: object) -> str:
    """Return the HTML of a view. The template is named for the view: ``pages/article.html`` for ArticlePage."""
    return env.get_template(template_name(type(view))).render(view=view, site=site)


def template_name(kind: type) -> str:
    """Return the template of a kind of view."""
    return f"pages/{kind.__name__.removesuffix('Page').lower()}.html"


NOTHING = Markup("")


@jinja2.pass_environment
def _named(env: jinja2.Environment, text: str, language: str = "", around: str = "") -> Markup:
    """A name or title, isolated from its surroundings, with its language where it is not that of the interface, or of the words ``around``."""
    speak: Interface = env.globals["interface"]  # type: ignore[assignment]
    return isolated(text, language, speak.language if around in ("", "und") else around)


@jinja2.pass_environment
def _spoken(env: jinja2.Environment, text: str) -> Markup:
    """A name that is heard and not seen: with the tag of its letters where they are not those of the interface."""
    speak: Interface = env.globals["interface"]  # type: ignore[assignment]
    tag = foreign_tag(text, speak.language)
    return as_html(f'<span lang="{tag}">{quoted(text)}</span>' if tag else quoted(text))


@jinja2.pass_environment
def _language_attributes(env: jinja2.Environment, language: str) -> Markup:
    """`` lang="ar" dir="rtl"`` for an element whose text is in another language; empty for the interface's own."""
    speak: Interface = env.globals["interface"]  # type: ignore[assignment]
    if not language or language == "und" or language == speak.language:
        return NOTHING
    return as_html(f' lang="{quoted(language)}" dir="{direction(language)}"')


@jinja2.pass_environment
def _own_language(env: jinja2.Environment, language: str) -> Markup:
    """`` lang="en"`` for words of the interface that stand among words in another language; empty among its own."""
    speak: Interface = env.globals["interface"]  # type: ignore[assignment]
    is_own = language in ("", "und", speak.language)
    return NOTHING if is_own else as_html(f' lang="{quoted(speak.language)}"')


@jinja2.pass_environment
def _date(env: jinja2.Environment, text: str) -> str:
    """A date in EDTF in words."""
    speak: Interface = env.globals["interface"]  # type: ignore[assignment]
    return speak.date(text)


@jinja2.pass_environment
def _number(env: jinja2.Environment, n: int) -> str:
    """A whole number with its thousands set apart."""
    speak: Interface = env.globals["interface"]  # type: ignore[assignment]
    return speak.number(n)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "named": _named,
    "spoken": _spoken,
    "language_attributes": _language_attributes,
    "own_language": _own_language,
    "in_words": _date,
    "number": _number,
}
"""Filters of the templates, by name."""
