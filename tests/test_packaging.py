"""The packages that are declared are all that a fresh installation needs, at the versions this was tested with."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]

Package = tuple[str, frozenset[str]]
"""A package's name and the extras that are asked of it."""

requirements = pytest.importorskip("packaging.requirements", reason="packaging comes with pytest")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _parsed(lines: Iterable[str], extras: frozenset[str]) -> list[Package]:
    """The packages of these requirement lines that hold here, with the extras that they ask for."""
    environments = [{"extra": extra} for extra in ("", *sorted(extras))]
    return [
        (_normal(one.name), frozenset(_normal(extra) for extra in one.extras))
        for one in map(requirements.Requirement, lines)
        if one.marker is None or any(one.marker.evaluate(environment) for environment in environments)
    ]


def _needed(package: Package) -> list[Package]:
    """What a package needs here; nothing where it is not installed."""
    name, extras = package
    try:
        return _parsed(requires(name) or [], extras)
    except PackageNotFoundError:
        return []


def _reachable(roots: Iterable[Package]) -> set[str]:
    todo = list(roots)
    seen = set(todo)
    while todo:
        for found in _needed(todo.pop()):
            if found not in seen:
                seen.add(found)
                todo.append(found)
    return {name for name, _extras in seen}


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    """The table of the project's facts."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


def test_constraints_name_every_package_that_a_fresh_installation_brings(project: dict[str, Any]) -> None:
    """No package that the program or its tests need, directly or through another, is left without a version."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    known = {_normal(line.partition("==")[0]) for line in lines if "==" in line}
    roots = _parsed([*project["dependencies"], *project["optional-dependencies"]["test"]], frozenset())
    assert sorted(_reachable(roots) - known) == []


def test_the_html_cleaner_of_lxml_is_asked_for_by_its_own_name(project: dict[str, Any]) -> None:
    """jusText, which trafilatura brings, asks for it as an extra of lxml: installers that spell extras otherwise overlook it."""
    every = [project["dependencies"], *project["optional-dependencies"].values()]
    names = [{name for name, _extras in _parsed(lines, frozenset())} for lines in every]
    assert [own for own in names if "trafilatura" in own]
    assert all("lxml-html-clean" in own for own in names if "trafilatura" in own)


def test_what_only_benchmarks_need_is_not_installed_with_the_program(project: dict[str, Any]) -> None:
    """The extractors that ours is measured beside bring some ten packages."""
    needed = _reachable(_parsed(project["dependencies"], frozenset()))
    assert needed.isdisjoint({"trafilatura", "justext", "htmldate", "courlan", "lightgbm"})
