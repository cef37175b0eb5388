"""Write the generated pages of docs/reference/ from the code, and the outputs shown in the tutorial.

``python docs/generate.py`` writes settings.md, commands.md, rules.md, data.md and findings.md; with ``--tutorial`` it
also runs the tutorial's commands and puts their output under them. What the code does not say stands in two tables
beside this file: findings.toml (a finding's example and remedy) and fields.toml (what a field of the data means).
A test fails where a page, or a table, is out of date.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import types
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
PACKAGE = ROOT / "site_gen"
TUTORIAL = DOCS / "tutorial" / "your-first-archive.md"
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

NOTE = "<!-- Made by docs/generate.py from the code. Change the code or the tables beside that script, then run it. -->"
CODE = re.compile(r"[A-Z]{3}-\d{3}")
ROOMS = (
    ("CON", "The content folder"),
    ("ING", "Reading captures and metadata.csv"),
    ("CUR", "The archivist's files"),
    ("CLN", "Cleaning"),
    ("DSC", "Describing"),
    ("LNK", "Linking"),
    ("CMP", "Comparing"),
    ("IDX", "Topics"),
    ("ENG", "The engine"),
    ("PUB", "Publishing"),
    ("CHK", "Checking a built site (`site_gen check`)"),
)
"""Prefixes of codes, in the order of the page."""


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    """Return a Markdown table, a line each."""
    cells = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in (head, *rows)]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return [lines[0], f"|{'---|' * len(head)}", *lines[1:], ""]


def literal(text: str) -> str:
    """Return a docstring's reStructuredText as Markdown: two backquotes become one, lines are joined."""
    return " ".join(text.split()).replace("``", "`")


# Settings


def field_docs(path: Path) -> dict[str, dict[str, str]]:
    """Return {class: {field: its docstring}} of a module; the class's own docstring stands under ''."""
    found: dict[str, dict[str, str]] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.ClassDef):
            continue
        docs = {"": ast.get_docstring(node) or ""}
        for item, after in zip(node.body, node.body[1:], strict=False):
            is_text = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and is_text:
                docs[item.target.id] = str(after.value.value)  # type: ignore[attr-defined]
        found[node.name] = docs
    return found


def toml_value(value: object) -> str:
    """Return a default as it is written in archive.toml."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(toml_value(v) for v in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def settings_page() -> str:
    """Every table and key of archive.toml."""
    from site_gen import settings

    docs = field_docs(PACKAGE / "settings.py")
    defaults = settings.Settings()
    lines = [NOTE, "", "# Settings", ""]
    lines += [
        "One file, `archive.toml` in the content folder. Every setting has a default, and the file may be missing. A",
        "key that is not known, or a value that its key cannot hold, stops the build with exit code 2; the message names the",
        "line, and the nearest name or what is expected. Nothing is read from the environment.",
        "",
    ]
    for part in fields(defaults):
        value = getattr(defaults, part.name)
        lines += [f"## [{part.name}]", ""]
        if not is_dataclass(value):
            lines += [
                literal(docs["Settings"][part.name]),
                "See [Pelican plugins](../how-to/pelican-plugins.md).",
                "",
            ]
            continue
        own = docs[type(value).__name__]
        lines += [literal(own[""]), ""]
        rows = [
            (f"`{f.name}`", f"`{toml_value(getattr(value, f.name))}`", literal(own[f.name]))
            for f in fields(value)
        ]
        lines += table(("key", "default", "what it does"), rows)
    return "\n".join(lines).rstrip() + "\n"


# Commands


def commands_page() -> str:
    """Every command with its arguments and options, as click knows them."""
    import click

    from site_gen import cli

    lines = [NOTE, "", "# Commands", ""]
    lines += [
        "`python -m site_gen COMMAND`, or `site_gen COMMAND` where the package is installed. Results go to standard",
        "output, progress and remarks to standard error. Each command says the same with `--help`.",
        "",
        literal(cli.main.epilog or ""),
        "",
    ]
    lines += table(
        ("exit code", "means"),
        [
            ("0", "done"),
            (
                "1",
                "done, but there are findings and `--strict` was given, or `check` found broken pages, or `clean` could not read all it was given",
            ),
            (
                "2",
                "nothing was done: wrong usage, settings, content or output, or `clean` could read nothing. The last site is untouched",
            ),
            ("130", "interrupted with Ctrl-C. The last site is untouched"),
        ],
    )
    for name, command in sorted(cli.main.commands.items()):
        arguments = [p for p in command.params if isinstance(p, click.Argument)]
        usage = " ".join(
            [
                "python -m site_gen",
                name,
                "[OPTIONS]",
                *(p.make_metavar(click.Context(command)) for p in arguments),
            ]
        )
        lines += [f"## {name}", "", literal(command.help or ""), "", "```text", usage, "```", ""]
        rows = [option_row(p) for p in command.params if isinstance(p, click.Option)]
        if rows:
            lines += table(("option", "default", "what it does"), rows)
    return "\n".join(lines).rstrip() + "\n"


def option_row(option: Any) -> tuple[str, str, str]:
    """Return an option's names, default and help."""
    names = ", ".join(f"`{name}`" for name in sorted(option.opts, key=len, reverse=True))
    has_default = option.default is not None and not option.is_flag and option.show_default
    return names, f"`{option.default}`" if has_default else "", option.help or ""


# Cleaning rules


def rules_page() -> str:
    """The cleaning rules in the order in which they are asked."""
    from site_gen.clean.rules import RULES

    lines = [NOTE, "", "# Cleaning rules", ""]
    lines += [
        "Cleaning gives every visible line of a capture a role. The rules are asked in this order, and the first that",
        "answers decides. The rule's name stands beside the line on the page that shows the capture beside the cleaned",
        "text, and in `removed` of [articles.jsonl](data.md#articlesjsonl).",
        "",
        'A rule can be left out: `off = ["related-link"]` under `[clean]` in `archive.toml`. The last one, `body`, always',
        "stays. To change the fate of single lines, write [a decision](../how-to/decisions.md) instead. Markdown captures and",
        "saved pages carry marks of their own; the rules that read them apply to these only.",
        "",
    ]
    rows = [
        (str(n), f"`{name}`", literal((rule.__doc__ or "").split("\n\n")[0]))
        for n, (name, rule) in enumerate(RULES, 1)
    ]
    lines += table(("", "rule", "what it finds"), rows)
    return "\n".join(lines).rstrip() + "\n"


# Data


def records() -> list[type]:
    """The record classes of the public data, those of files first, then those inside them, in order of the module."""
    from site_gen.render import records as module

    own = [
        v
        for v in vars(module).values()
        if isinstance(v, type) and v.__module__ == module.__name__ and is_dataclass(v)
    ]
    files = [kind for _name, kind, _what in module.FILES]
    return [*files, *(kind for kind in own if kind not in files)]


def said_type(hint: Any) -> str:
    """Return a field's type in words, linked where it is a record."""
    arguments = typing.get_args(hint)
    if isinstance(hint, types.UnionType):
        return " or ".join(said_type(a) for a in arguments)
    if typing.get_origin(hint) is tuple:
        if Ellipsis in arguments:
            return f"list of {said_type(arguments[0])}"
        return f"[{', '.join(said_type(a) for a in arguments)}]"
    if is_dataclass(hint):
        assert isinstance(hint, type)
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    return {str: "text", int: "whole number", float: "number", bool: "true or false"}.get(hint, "null")


def data_page() -> str:
    """Every public file, record and field."""
    from site_gen.render import records as module

    said = tomllib.loads((DOCS / "fields.toml").read_text(encoding="utf-8"))
    names = {kind: name for name, kind, _what in module.FILES}
    lines = [NOTE, "", said["intro"].strip(), "", "## Files", ""]
    rows = [(f"[`data/{name}.jsonl`](#{name}jsonl)", what) for name, _kind, what in module.FILES]
    lines += table(("file", "a line is"), rows)
    for kind in records():
        title = f"{names[kind]}.jsonl" if kind in names else kind.__name__
        hints = typing.get_type_hints(kind)
        own = said.get(kind.__name__, {})
        lines += [f"## {title}", ""]
        if kind not in names:
            lines += [literal(kind.__doc__ or ""), ""]
        lines += table(
            ("field", "holds", "meaning"),
            [(f"`{f.name}`", said_type(hints[f.name]), own.get(f.name, "")) for f in fields(kind)],
        )
    return "\n".join(lines).rstrip() + "\n"


# Findings


def codes_in_source() -> dict[str, set[str]]:
    """Return {code: the modules that name it}: every text in the package that is a code and nothing else."""
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                found.setdefault(node.value, set()).add(path.relative_to(PACKAGE).as_posix())
    return found


def said_codes() -> dict[str, dict[str, str]]:
    """The table of codes that a person wrote."""
    return tomllib.loads((DOCS / "findings.toml").read_text(encoding="utf-8"))


def findings_page() -> str:
    """Every finding: what it means, how it looks, what to do."""
    said = said_codes()
    lines = [NOTE, "", "# Findings", ""]
    lines += [
        "A finding is a remark on one document: a code, a level, the place, what was seen, and what to do. A build prints",
        "errors and warnings when it ends, writes all of them to `data/findings.jsonl`, and goes on. Codes keep their meaning.",
        "",
        "An **error** means that something was left out of the archive. A **warning** means that it is published and a person",
        "should look. A **note** needs nothing. `build --strict` exits with 1 where there is an error or a warning.",
        "",
    ]
    for prefix, title in ROOMS:
        codes = sorted(code for code in said if code.startswith(prefix))
        if codes:
            lines += [f"## {title}", ""]
        for code in codes:
            one = said[code]
            lines += [
                f"### {code}: {one['title']}",
                "",
                f"*{one['level'].capitalize()}.* {one['means'].strip()}",
                "",
            ]
            lines += [
                "```text",
                one["example"].strip(),
                "```",
                "",
                f"**What to do.** {one['do'].strip()}",
                "",
            ]
    return "\n".join(lines).rstrip() + "\n"


# The tutorial


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, content) of a page: ``run`` for a ```sh run``` block, ``output`` for a ```text output``` one, else ``prose``."""
    kinds = {"sh run": "run", "text output": "output"}
    for part in re.split(r"(^```(?:sh run|text output)\n.*?^```\n)", text, flags=re.S | re.M):
        head, _, rest = part.partition("\n")
        kind = kinds.get(head.removeprefix("```")) if head.startswith("```") else None
        yield (kind, rest.removesuffix("```\n")) if kind else ("prose", part)


def with_outputs(text: str) -> str:
    """Run a page's commands in a fresh folder and return the page with their real output in its output blocks."""
    made: list[str] = []
    last = ""
    with tempfile.TemporaryDirectory() as name:
        copytree(DOCS / "tutorial" / "scrapes", Path(name) / "docs" / "tutorial" / "scrapes")
        path = f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}"
        environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
        for kind, content in blocks(text):
            if kind == "run":
                done = subprocess.run(
                    ["bash", "-c", content],
                    cwd=name,
                    env=environment,
                    text=True,
                    capture_output=True,
                    check=False,
                    timeout=120,
                )
                if done.returncode:
                    raise SystemExit(f"exit code {done.returncode}\n{content}\n{done.stdout}{done.stderr}")
                last = done.stdout
                made.append(f"```sh run\n{content}```\n")
            elif kind == "output":
                made.append(f"```text output\n{last.rstrip()}\n```\n")
            else:
                made.append(content)
    return "".join(made)


PAGES = {
    "settings.md": settings_page,
    "commands.md": commands_page,
    "rules.md": rules_page,
    "data.md": data_page,
    "findings.md": findings_page,
}
"""The generated pages of docs/reference/."""


def main() -> None:
    """Write what is out of date."""
    REFERENCE.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        path, text = REFERENCE / name, page()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(path.relative_to(ROOT))
    if "--tutorial" in sys.argv:
        TUTORIAL.write_text(with_outputs(TUTORIAL.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
