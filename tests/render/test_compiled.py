"""Templates as we compile them say what they say under Jinja's own compiler."""

from __future__ import annotations

from dataclasses import dataclass

import jinja2
import pytest
from markupsafe import Markup

from site_gen.render.compiled import PageEnvironment, quoted
from site_gen.render.interface import Interface
from site_gen.render.templates import ENVIRONMENT_OPTIONS

SPEAK = Interface(
    "fr",
    messages={"Articles": "Les <i>articles</i>", "by {name}": "par {name}"},
    counts={"{n} words": {"one": "{n} mot", "other": "{n} mots"}},
)
PARTS = {
    "signs.html": "{% macro sign(text, mark='*', last='') %}<b>{{ mark }}{{ text }}{{ last }}</b>{% endmacro %}"
    "{% macro around(text) %}[{{ caller() }}|{{ text }}]{% endmacro %}",
    "words.html": "{% macro word(w, n) %}{% if w == 'a' %}A{% else %}{{ w }}{% endif %}{{ n }}{% endmacro %}",
    "base.html": "<title>{% block title %}plain{% endblock %}</title>{{ self.title() }}{% block main %}base{% endblock %}",
    "note.html": "<i>{{ view.title }}</i>",
}
TOLD = Markup("<em>told</em>")


@dataclass(frozen=True)
class View:
    """What the templates of these tests are given."""

    title: str = "Bread & <salt>"
    number: int = 1200
    html: Markup = TOLD
    nothing: None = None
    lines: tuple[str, ...] = ("a<b", "c")


def environment(kind: type[jinja2.Environment]) -> jinja2.Environment:
    """An environment of a kind over ``PARTS``."""
    env = kind(loader=jinja2.DictLoader(PARTS), **ENVIRONMENT_OPTIONS)
    env.globals.update({"_": SPEAK.text, "_n": SPEAK.count, "interface": SPEAK})
    return env


def said(kind: type[jinja2.Environment], template: str) -> str:
    """What a template says about a ``View``."""
    return environment(kind).from_string(template).render(view=View())


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.title }} {{ view.number }} {{ view.html }} {{ view.nothing }} {{ view.number / 7 }}",
        '<p title="{{ view.title }}">{{ view.title | upper }} {{ (view.title ~ "<") | safe }}</p>',
        "{{ _('Articles') }} {{ _('Outlets') }} {{ _('by {name}', name=view.title) }} {{ _('by {name}', name=view.html) }}",
        "{{ _('Articles') | upper }} {% set word = _('Articles') %}{{ word }}{{ word ~ '<' }}",
        "{{ _n('{n} word', '{n} words', 1) }} {{ _n('{n} word', '{n} words', view.number) }}",
        "{{ interface.language }} {{ interface.direction | upper }} {{ interface.number(view.number) }}",
        "{% import 'words.html' as m %}{{ m.word('a', 1) }}{{ m.word('<em>told</em>', 1) }}{{ m.word(view.html, 1) }}",
        "{% import 'words.html' as m %}{{ m.word(view.html, 1) }}{{ m.word(view.html, true) }}{{ m.word(view.html | string, 1) }}",
        "{% import 'signs.html' as m %}{{ m.sign(view.title) }}{{ m.sign('x', last=view.html) }}{{ m.sign('x', '+', '!') }}",
        "{% import 'signs.html' as m with context %}{% call m.around('t') %}{{ view.title }}{% endcall %}",
        "{% macro own(x) %}{{ x }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ own(view.title, 1, a='<') }}{{ own('x') }}",
        "{% for line in view.lines %}{{ loop.index }}{{ line }}{{ ', ' if not loop.last }}{% endfor %}",
        "{% set text %}<u>{{ view.title }}</u>{% endset %}{{ text }}",
        "{% extends 'base.html' %}{% block title %}{{ super() }}{{ view.title }}{% endblock %}",
        "{% include 'note.html' %}{{ view.absent is defined }}{{ view.title is defined }}{{ view.absent | default('none') }}",
        "{% for line in view.lines %}{% if loop.first %}{% include 'note.html' %}{% else %}{{ line }}<hr>{% endif %}{% else %}none{% endfor %}",
        "{% for line in () %}{{ line }}{% else %}{{ view.title }}none{% endfor %}{% filter upper %}{{ view.title }}b{% endfilter %}",
        "{% for part in (1, (2, (3,))) recursive %}{% if part is iterable %}[{{ loop(part) }}]{% else %}{{ part }}{% endif %}{% endfor %}",
        "{% macro deep(n) %}{{ n }}{% if n %}({{ deep(n - 1) }}){% endif %}{% endmacro %}{{ deep(3) }}{{ deep(1) ~ view.title }}",
        "{% import 'signs.html' as m %}{% set b = m.sign('<') %}{{ b }}{{ m.sign(m.sign('<')) }}",
        "{% extends 'base.html' %}{% block main %}{% for line in view.lines %}{{ super() }}{{ line }}{% endfor %}{% endblock %}",
        "{{ view.title if view.nothing is none else 'x' }}{{ view.nothing or view.title }}{{ (view.title, view.html)[1] }}",
        "{{ {'a': 1}['a'] }}{{ view.lines[0] }}{{ view.lines | join('<') }}{{ 'x'.upper() }}{{ view.title.lower() }}",
    ],
)
def test_a_template_says_the_same_as_under_jinjas_own_compiler(template: str) -> None:
    """Escaping, texts, macros, blocks, loops, what may be missing."""
    assert said(PageEnvironment, template) == said(jinja2.Environment, template)


def test_what_a_view_lacks_is_an_error() -> None:
    """It is never passed over."""
    with pytest.raises((AttributeError, jinja2.UndefinedError)):
        said(PageEnvironment, "{{ view.absent }}")
    with pytest.raises(jinja2.UndefinedError):
        said(PageEnvironment, "{{ absent }}")


def test_a_text_without_values_is_looked_up_once() -> None:
    """When the template is compiled."""
    env = environment(PageEnvironment)
    template = env.from_string("{{ _('Articles') }}")
    env.globals["_"] = template.globals["_"] = lambda text: "asked again"
    assert template.render() == "Les <i>articles</i>"


@pytest.mark.parametrize("value", ["a&<b>\"'", Markup("<b>"), 12, 1.5, None, True])
def test_quoted_is_what_escape_says(value: object) -> None:
    """For text, markup, numbers and the rest."""
    from markupsafe import escape

    assert quoted(value) == str(escape(value))
