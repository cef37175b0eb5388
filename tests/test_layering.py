"""Who may import whom: the house of docs/explain/architecture.md, held by machine."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "site_gen"
STAGES = ("ingest", "clean", "describe", "link", "compare", "index", "render", "publish")
GROUND = {"model", "language", "settings", "errors"}
COMPARE_ROOMS: dict[str, set[str]] = {
    "speakers": set(),
    "quotes": {"speakers"},
    "figures": {"speakers"},
    "unique": {"figures"},
}
"""The rooms of comparing, and which others each may use."""
LIBRARY_ROOMS = {
    "PIL": {"render"},
    "bs4": {"ingest", "clean"},
    "markdown_it": {"ingest", "render", "publish"},
    "jinja2": {"render"},
    "pelican": {"publish"},
    "resiliparse": {"clean"},
    "sqlite3": {"engine", "standalone"},
}


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports, relative ones made whole; what is taken from a module of ours, too."""
    package = path.relative_to(PACKAGE.parent).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level] if node.level else ()
            dotted = ".".join((*base, *([node.module] if node.module else [])))
            if dotted == "site_gen" or (node.level and not node.module):
                yield from (f"{dotted}.{name.name}" for name in node.names)
            else:
                yield dotted
                yield from (f"{dotted}.{name.name}" for name in node.names if dotted.startswith("site_gen."))


def modules() -> list[Path]:
    """All modules of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The folder or top-level module a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_stage_imports_no_other_stage(path: Path) -> None:
    """A stage stands on model, language, settings and errors; data of other stages is passed in."""
    own = room(path)
    found = {name.split(".")[1] for name in imports(path) if name.startswith("site_gen.") and name.count(".")}
    if own in STAGES:
        assert found <= GROUND | {own}
    if own in ("model", "errors"):
        assert found <= {own}
    if own == "engine":
        assert not found & set(STAGES)


@pytest.mark.parametrize("path", sorted((PACKAGE / "compare").rglob("*.py")), ids=lambda p: p.name)
def test_a_room_of_compare_imports_only_those_before_it(path: Path) -> None:
    """What all rooms stand on knows none of them; the opening of the stage alone knows all."""
    parts = path.relative_to(PACKAGE / "compare").parts
    own = parts[0] if len(parts) > 1 else ""
    rooms = {name.split(".")[2] for name in imports(path) if name.startswith("site_gen.compare.")}
    if parts != ("__init__.py",):
        assert rooms & COMPARE_ROOMS.keys() <= COMPARE_ROOMS.get(own, set()) | {own}


def test_no_two_modules_import_one_another() -> None:
    """What is imported can be read, tested and changed first; imports within functions count too."""
    names = {".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts): path for path in modules()}
    wanted = {name: {n if n in names else f"{n}.__init__" for n in imports(names[name])} for name in names}
    order = TopologicalSorter({name: (found & names.keys()) - {name} for name, found in wanted.items()})
    assert len(list(order.static_order())) == len(names)


@pytest.mark.parametrize("path", sorted((PACKAGE / "model").glob("*.py")), ids=lambda p: p.name)
def test_the_model_needs_only_the_standard_library(path: Path) -> None:
    """Nouns must be importable anywhere."""
    roots = {name.split(".")[0] for name in imports(path)}
    assert roots <= set(sys.stdlib_module_names) | {"site_gen", "__future__"}


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_library_stays_in_its_rooms(path: Path) -> None:
    """The four packages and the database are used where docs/explain/architecture.md says."""
    roots = {name.split(".")[0] for name in imports(path)}
    for library, rooms in LIBRARY_ROOMS.items():
        assert library not in roots or room(path) in rooms, f"{library} in {path}"
