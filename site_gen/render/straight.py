"""Compiled templates made straight: lists that are filled, where Jinja's compiler hands piece after piece upwards.

A page is put together from some thousand pieces. Jinja's functions yield each of them through the block, the template and
its layout; here a function fills a list and gives it away whole. What a template says is the same.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from types import CodeType

PIECES = "_pieces"
"""Name of the list in a function; no name of a template begins so."""
TAKEN = "_taken"
"""Name of the value that is being put out."""
KIND = "_kind"
"""Name of its type."""


class Pieces(list[str]):
    """The pieces of a template; closed, as a generator is, by the template that includes it."""

    def close(self) -> None:
        """Do nothing."""


def compiled(source: str, filename: str, *, escape: str) -> CodeType:
    """Compile the Python of a template; ``escape`` names the function that makes a value safe for output."""
    tree = ast.parse(source, filename)
    straight = ast.fix_missing_locations(_Straight(escape).visit(tree))
    return compile(straight, filename, "exec")


class _Straight(ast.NodeTransformer):
    def __init__(self, escape: str) -> None:
        self._escape = escape

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """A function that yields pieces returns a list of them; a macro returns its text as a plain string."""
        yields = _yields(node.body)
        self.generic_visit(node)
        if yields:
            start, end = ast.parse(f"{PIECES} = Pieces()\nreturn {PIECES}").body
            node.body = [start, *_filled(node.body), end]
        if node.name == "macro":
            node.args.defaults = [ast.Name("missing", ast.Load()) for _ in node.args.args]
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Escape a string where it stands, and put out HTML as it is; only for what is neither is the function called."""
        self.generic_visit(node)
        if not (isinstance(node.func, ast.Name) and node.func.id == self._escape):
            return node
        quick = ast.parse(
            f"_escape_inner({TAKEN}) if ({KIND} := type({TAKEN} := 0)) is str"
            f" else {TAKEN} if {KIND} is Markup else {self._escape}({TAKEN})",
            mode="eval",
        ).body
        walrus = next(
            part for part in ast.walk(quick) if isinstance(part, ast.NamedExpr) and part.target.id == TAKEN
        )
        walrus.value = node.args[0]
        return ast.copy_location(quick, node)


def _yields(body: Sequence[ast.stmt]) -> bool:
    """Whether statements yield, functions inside them left out."""
    todo: list[ast.AST] = list(body)
    while todo:
        one = todo.pop()
        if isinstance(one, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(one, ast.FunctionDef):
            todo += ast.iter_child_nodes(one)
    return False


def _filled(body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Statements that fill the list: pieces that follow each other go in together."""
    made: list[ast.stmt] = []
    run: list[ast.expr] = []
    for statement in body:
        piece = statement.value if isinstance(statement, ast.Expr) else None
        if isinstance(piece, ast.Yield) and piece.value is not None:
            run.append(piece.value)
            continue
        made += _put(run)
        run = []
        made.append(_extended(piece) if isinstance(piece, ast.YieldFrom) else _inside(statement))
    return [*made, *_put(run)] or [ast.Pass()]


def _put(run: list[ast.expr]) -> list[ast.stmt]:
    if not run:
        return []
    more = ast.AugAssign(ast.Name(PIECES, ast.Store()), ast.Add(), ast.Tuple(run, ast.Load()))
    return [ast.copy_location(more, run[0])]


def _extended(piece: ast.YieldFrom) -> ast.stmt:
    more = ast.AugAssign(ast.Name(PIECES, ast.Store()), ast.Add(), piece.value)
    return ast.copy_location(more, piece)


def _inside(statement: ast.stmt) -> ast.stmt:
    """A statement whose inner statements fill the list; those of functions in it are left as they are."""
    if isinstance(statement, ast.FunctionDef):
        return statement
    for name in ("body", "orelse", "finalbody"):
        inner = getattr(statement, name, None)
        if inner:
            setattr(statement, name, _filled(inner))
    for handler in getattr(statement, "handlers", ()):
        handler.body = _filled(handler.body)
    return statement
