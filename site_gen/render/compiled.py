"""How the theme's templates are compiled: Jinja's own compiler, with less to do at every page.

A template means the same under Jinja's own compiler, which hosts with an environment of their own use; only the time
differs. One thing is asked of it: ``a.b`` is an attribute, an item of a table is ``a["b"]``. Three things are done once, when a template is compiled, that Jinja would do each time it is rendered: a text
of the interface that takes no values is looked up; a macro, and a global function that does not ask for the context,
is called as it is, and one that is given its arguments in order does no more; and what is put out is escaped without an object made of it that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from types import CodeType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import _PassArg, missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from . import straight
from .straight import Pieces

try:
    from markupsafe._speedups import _escape_inner
except ImportError:
    from markupsafe._native import _escape_inner

SAY = "_"
"""Name of the global that says a text of the interface."""
KEPT_OUTPUTS = 256
"""Of a macro that puts out the same for the same arguments."""
INTERFACE = "interface"
"""Name of the global that is the interface, in the one language of an environment."""


def quoted(value: object) -> str:
    """Return a value as text that is safe in HTML: what ``markupsafe.escape`` returns, as a plain string at best."""
    kind = type(value)
    if kind is str:
        return _escape_inner(value)  # type: ignore[arg-type]
    if kind is Markup:
        return value  # type: ignore[return-value]
    return str(value) if kind is int else escape(value)


as_html: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Take a plain string for HTML: as ``Markup(text)`` does, which takes three times as long to look what it is given."""


class QuickMacro(Macro):
    """A macro that is called with its arguments in order, as nearly all are, without the rest being looked at."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        is_plain = not (self.caller or self.catch_varargs or self.catch_kwargs)
        self.put = self._func if is_plain else super().__call__
        """What the macro puts out, for output as it is; takes its arguments in order."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return what the macro puts out."""
        lacking = self._argument_count - len(args)
        if kwargs or lacking < 0 or self.caller or self.catch_varargs:
            return super().__call__(*args, **kwargs)
        return as_html(self._func(*args, *[missing] * lacking))


def kept(macro: QuickMacro) -> QuickMacro:
    """Return a macro that keeps what it put out: one that only compares its arguments with words, and puts them out."""
    macro._func = macro.put = lru_cache(maxsize=KEPT_OUTPUTS, typed=True)(macro._func)
    return macro


class Compiler(CodeGenerator):
    """Writes the Python of a template."""

    _may_be_missing = False
    _putting: nodes.Expr | None = None

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Write a whole template."""
        say = self.environment.globals.get(SAY)
        if say is not None:
            node = _Texts(say, self.environment.globals.get(INTERFACE)).visit(node)
        self._macros = frozenset(macro.name for macro in node.find_all(nodes.Macro))
        self._imports = frozenset(found.target for found in node.find_all(nodes.Import))
        self.writeline(
            f"from {__name__} import _escape_inner, {Pieces.__name__}, {quoted.__name__}, {QuickMacro.__name__},"
            f" {kept.__name__}"
        )
        super().visit_Template(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call: directly where nothing but its arguments is asked for."""
        if forward_caller or node.dyn_args or node.dyn_kwargs or not self._is_plain(node.node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write(".put(" if node is self._putting else "(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _is_put(self, node: nodes.Expr) -> bool:
        """Whether this is a call of a macro with its arguments in order: what it puts out goes out as it is."""
        if not isinstance(node, nodes.Call) or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return False
        return self._is_macro(node.node)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write an attribute as one of Python; as Jinja looks it up where it may be missing, or stands for a block."""
        base = node.node
        is_block = isinstance(base, nodes.Name) and base.name in ("self", "super")
        if self._may_be_missing or is_block or isinstance(base, nodes.Const):
            super().visit_Getattr(node, frame)
            return
        self.visit(base, frame)
        self.write(f".{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """Write a test; what is asked to be defined may be missing."""
        with self._missing_allowed(node.name in ("defined", "undefined")):
            super().visit_Test(node, frame)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        """Write a filter; what has a default may be missing."""
        with self._missing_allowed(node.name in ("default", "d")):
            super().visit_Filter(node, frame)

    @contextmanager
    def _missing_allowed(self, is_allowed: bool) -> Iterator[None]:
        before, self._may_be_missing = self._may_be_missing, self._may_be_missing or is_allowed
        yield
        self._may_be_missing = before

    def write_commons(self) -> None:
        """Write what every function of the template begins with."""
        super().write_commons()
        self.writeline(f"Macro = {QuickMacro.__name__}")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write the macro that a function was made for."""
        node = macro_ref.node
        if not (isinstance(node, nodes.Macro) and _is_steady(node)):
            super().macro_def(macro_ref, frame)
            return
        self.write(f"{kept.__name__}(")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def _is_plain(self, called: nodes.Expr) -> bool:
        """Whether this is a macro, of this template or an imported one, or a global that takes only its arguments."""
        if isinstance(called, nodes.Name):
            found = self.environment.globals.get(called.name)
            if callable(found) and _PassArg.from_obj(found) is None:
                return True
        return self._is_macro(called)

    def _is_macro(self, called: nodes.Expr) -> bool:
        if isinstance(called, nodes.Name):
            return called.name in self._macros
        return (
            isinstance(called, nodes.Getattr)
            and isinstance(called.node, nodes.Name)
            and called.node.name in self._imports
        )

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        elif self._is_put(node):
            self._putting = node
            self.write("(")
        else:
            self.write(f"{quoted.__name__}(")


def _is_steady(macro: nodes.Macro) -> bool:
    """Whether a macro compares its arguments with words and puts them out, and does nothing else."""
    own = {argument.name for argument in macro.args}
    parts = [part for node in macro.body for part in (node, *node.find_all(nodes.Node))]
    return (
        not macro.defaults
        and all(isinstance(part, _STEADY) for part in parts)
        and all(part.name in own for part in parts if isinstance(part, nodes.Name))
        and all(isinstance(part.test, nodes.Compare) for part in parts if isinstance(part, nodes.If))
    )


_STEADY = (nodes.Output, nodes.TemplateData, nodes.If, nodes.Compare, nodes.Operand, nodes.Name, nodes.Const)


class _Texts(NodeTransformer):
    """Puts the texts of the interface that take no values in the place of the calls that say them."""

    def __init__(self, say: Any, interface: object) -> None:
        self._say, self._interface = say, interface

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:
        """Return what the interface always says of itself, such as its language, else the attribute."""
        self.generic_visit(node)
        is_interface = isinstance(node.node, nodes.Name) and node.node.name == INTERFACE
        found = getattr(self._interface, node.attr, None) if is_interface else None
        return nodes.Const(found, lineno=node.lineno) if isinstance(found, str) else node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        """Return the text of a call that is the same on every page, else the call."""
        self.generic_visit(node)
        is_say = isinstance(node.node, nodes.Name) and node.node.name == SAY
        if not is_say or node.kwargs or len(node.args) != 1 or not isinstance(node.args[0], nodes.Const):
            return node
        return nodes.Const(Markup(self._say(node.args[0].value)), lineno=node.lineno)


class PageEnvironment(jinja2.Environment):
    """An environment whose templates are compiled by ``Compiler`` and made straight."""

    code_generator_class = Compiler

    def _compile(self, source: str, filename: str) -> CodeType:
        return straight.compiled(source, filename, escape=quoted.__name__)
