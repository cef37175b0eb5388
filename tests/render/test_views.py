"""Views and templates are held together: what a template reads is a documented field, and every field is read."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import get_args

import jinja2
import msgspec
import pytest
from jinja2 import nodes

from site_gen.render import views
from site_gen.render.templates import template_name
from site_gen.render.views import View

from .conftest import THEME, an_environment

PAGES = get_args(View)


def _fields_read(env: jinja2.Environment, name: str) -> set[str]:
    """The fields of ``view`` that a template and its parents read."""
    assert env.loader is not None
    tree = env.parse(env.loader.get_source(env, name)[0])
    found = {
        node.attr
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "view"
    }
    for parent in tree.find_all(nodes.Extends):
        assert isinstance(parent.template, nodes.Const)
        found |= _fields_read(env, parent.template.value)
    return found


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.__name__)
def test_a_template_reads_all_fields_of_its_view_and_no_others(kind: type) -> None:
    """Both ways: no field without use, no use without field."""
    fields = {field.name for field in msgspec.structs.fields(kind)}
    assert _fields_read(an_environment(), template_name(kind)) == fields


def test_every_view_and_part_is_documented() -> None:
    """Each class has a docstring; a field that its name does not explain has one under it."""
    for name in views.__all__:
        kind = getattr(views, name)
        if inspect.isclass(kind):
            assert kind.__doc__ and not kind.__doc__.startswith(name), name


def test_fields_of_pages_that_hold_text_in_words_say_so() -> None:
    """Markup fields are documented: they are what no template escapes."""
    folder = Path(inspect.getfile(views)).parent
    for path in sorted(folder.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for kind in (node for node in tree.body if isinstance(node, ast.ClassDef)):
            for field, after in zip(kind.body, [*kind.body[1:], None], strict=True):
                if isinstance(field, ast.AnnAssign) and ast.unparse(field.annotation) == "Markup":
                    assert isinstance(field.target, ast.Name)
                    is_said = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                    assert is_said, f"{kind.name}.{field.target.id}"


def test_no_template_marks_text_as_safe_or_styles_inline() -> None:
    """Escaping is never switched off, and nothing needs unsafe-inline."""
    for path in sorted((THEME / "templates").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", ""), path
        assert "autoescape" not in text, path
        assert " style=" not in text, path
        assert " onclick=" not in text, path
