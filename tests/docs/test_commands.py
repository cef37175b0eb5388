"""Every command that the documentation shows exists: its name, its options, the benchmark that it runs."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen import cli

ROOT = Path(__file__).parents[2]
PAGES = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))
_RUN = re.compile(r"python3? -m (site_gen|benchmarks\.\w+)\b([^`|;&\n]*)")
_COMMENT = re.compile(r"\s#\s.*")
_HOLE = re.compile(r"\[|\]|…|\.\.\.")
"""Marks what may be left out, or goes on."""


def shown(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The runs of modules on a page: module and words."""
    for found in _RUN.finditer(path.read_text(encoding="utf-8")):
        rest = _HOLE.sub(" ", _COMMENT.sub("", found[2]).split("-->")[0])
        try:
            yield found[1], shlex.split(rest)
        except ValueError:
            yield found[1], rest.split()


def options(words: list[str]) -> set[str]:
    """The options among the words of a command."""
    return {word.split("=")[0].rstrip(".,:)") for word in words if re.match(r"--\w", word)}


def known(module: str, words: list[str]) -> set[str] | None:
    """The options of what is run; None where there is no such command or benchmark."""
    if module == "site_gen":
        command = cli.main.commands.get(words[0].rstrip(".,:)")) if words else None
        every = [*cli.main.params, *(command.params if command else ())]
        known_here = {name for p in every for name in (*p.opts, *p.secondary_opts)} | {"--help", "--version"}
        is_some = not words or words[0].startswith("-") or words[0].isupper()
        return known_here if command or is_some else None
    source = ROOT / f"{module.replace('.', '/')}.py"
    return set(re.findall(r"\"(--[\w-]+)\"", source.read_text(encoding="utf-8"))) if source.exists() else None


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_command_that_a_page_shows_exists_with_its_options(path: Path) -> None:
    """A command that was renamed, or an option that went, is not shown any more."""
    for module, words in shown(path):
        found = known(module, words)
        assert found is not None, f"{path.name}: no such command: {module} {' '.join(words)}"
        assert options(words) <= found, f"{path.name}: {module} {' '.join(words)}"


def test_a_command_that_is_gone_is_noticed(tmp_path: Path) -> None:
    """Of the program, of the benchmarks, and an option alone."""
    page = tmp_path / "page.md"
    page.write_text(
        "`python -m site_gen biuld` and\n\npython -m benchmarks.gone --x  # why\npython -m site_gen build --nothing A\n"
    )
    runs = list(shown(page))
    assert [known(*run) is None for run in runs] == [True, True, False]
    assert options(runs[2][1]) - (known(*runs[2]) or set()) == {"--nothing"}
