"""The documentation keeps its word: links lead somewhere, the reference is up to date, the tutorial's commands run."""

from __future__ import annotations

import csv
import importlib
import importlib.util
import re
import sys
import tomllib
from dataclasses import fields
from difflib import SequenceMatcher
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted(DOCS.rglob("*.md")),
]


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


generate = _generator()


def _prose(path: Path) -> str:
    """The text of a page without its code blocks."""
    return re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.S | re.M)


def _anchors(path: Path) -> set[str]:
    """Ids of a page's headings, as hosts of Markdown make them."""
    headings = re.findall(r"^#+ +(.+?) *$", _prose(path), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _links(path: Path) -> list[str]:
    """Targets of a page's links, code spans left out."""
    return re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", _prose(path)))


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_an_anchor(path: Path) -> None:
    """A relative link names a file of the project; behind # stands a heading of that page."""
    for link in _links(path):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), f"{link} leads nowhere"
        assert not anchor or anchor in _anchors(target), f"{link}: no such heading"


@pytest.mark.parametrize("index", [DOCS, DOCS / "decisions", DOCS / "measurements"], ids=lambda p: p.name)
def test_every_page_is_in_its_index(index: Path) -> None:
    """docs/README.md leads to each page, but to decisions and measurements by their own indexes."""
    below = index.rglob("*.md") if index == DOCS else index.glob("*.md")
    own = {"decisions", "measurements"} if index == DOCS else set()
    wanted = {path for path in below if path.name != "README.md" and not own & set(path.parts)}
    linked = {(index / link.partition("#")[0]).resolve() for link in _links(index / "README.md")}
    assert sorted(wanted - linked) == []


@pytest.mark.parametrize("name", sorted(generate.PAGES))
def test_the_generated_reference_is_up_to_date(name: str) -> None:
    """What docs/generate.py would write is what is there."""
    wanted = generate.PAGES[name]()
    assert (generate.REFERENCE / name).read_text(encoding="utf-8") == wanted, "run: python docs/generate.py"


def test_every_finding_of_the_source_is_explained_and_no_other() -> None:
    """A new code needs an entry in docs/findings.toml; a code that is gone leaves it."""
    assert set(generate.codes_in_source()) == set(generate.said_codes())


def test_every_finding_has_a_meaning_an_example_and_a_remedy() -> None:
    """A code alone helps nobody; its example begins with a place and names the code."""
    prefixes = [prefix for prefix, _title in generate.ROOMS]
    for code, said in generate.said_codes().items():
        assert set(said) == {"title", "level", "means", "example", "do"}, code
        assert all(said.values()), code
        assert f" {code} " in said["example"], code
        assert said["level"] in ("error", "warning", "note"), code
        assert code[:3] in prefixes, code


def test_the_levels_said_are_those_of_the_code() -> None:
    """Where a room keeps a table of its codes, the documented level is that of the table."""
    from site_gen.curate.findings import CODES as curate
    from site_gen.ingest.findings import CODES as ingest

    said = generate.said_codes()
    for code, (level, _meaning) in {**curate, **ingest}.items():
        assert said[code]["level"] == level.value, code


def test_every_field_of_the_public_data_is_explained_and_no_other() -> None:
    """docs/fields.toml has an entry for each record and each of its fields."""
    said = tomllib.loads((DOCS / "fields.toml").read_text(encoding="utf-8"))
    said.pop("intro")
    wanted = {kind.__name__: {f.name for f in fields(kind)} for kind in generate.records()}
    assert {name: set(own) for name, own in said.items()} == wanted


def test_every_setting_has_a_docstring() -> None:
    """The reference of settings has a sentence for each key."""
    rows = re.findall(r"^\| `(\w+)` \| `[^|]*` \| (.*) \|$", generate.settings_page(), flags=re.M)
    assert len(rows) > 10
    assert all(said.strip() for _key, said in rows)


def test_every_command_and_option_stands_in_the_reference() -> None:
    """commands.md names each command and each of its options."""
    from site_gen import cli

    text = (generate.REFERENCE / "commands.md").read_text(encoding="utf-8")
    for name, command in cli.main.commands.items():
        section = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
        for parameter in command.params:
            names = parameter.opts if parameter.param_type_name == "option" else [parameter.opts[0].upper()]
            assert all(option in section for option in names), (name, parameter.name)


def test_every_column_and_key_of_the_content_folder_is_documented() -> None:
    """content-folder.md names the columns of metadata.csv and decisions.csv, and the keys of the archivist's tables."""
    from site_gen.curate import decisions, register, sources, vocabulary
    from site_gen.ingest import fields as ingest_fields
    from site_gen.ingest import files, jsonl

    text = (generate.REFERENCE / "content-folder.md").read_text(encoding="utf-8")
    names = [*ingest_fields.FIELDS, *jsonl.CONTENT_KEYS, *jsonl.OWN_KEYS, *sources.KEYS, *vocabulary.KEYS]
    names += [*decisions.COLUMNS, *decisions.NEEDS, *register.COLUMNS]
    names += [*files.SINGLE, *(end for end, _reader in files.CONTAINERS)]
    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_kind_of_decision_has_its_how_to() -> None:
    """decisions.md shows a row of each kind that the program knows."""
    from site_gen.curate.decisions import COLUMNS, NEEDS, read_decisions

    text = (DOCS / "how-to" / "decisions.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```csv\n(.*?)^```", text, flags=re.S | re.M)
    rows = [row for block in shown for row in csv.reader(block.splitlines()) if row[0] != "kind"]
    assert {row[0] for row in rows} == set(NEEDS)
    for row in rows:
        data = "\n".join((",".join(COLUMNS), ",".join(f'"{cell}"' for cell in row))).encode()
        decisions, findings = read_decisions(data)
        assert len(decisions) == 1, row
        assert findings == (), row


def test_every_rule_of_cleaning_says_what_it_finds() -> None:
    """rules.md has a sentence for each rule."""
    rows = re.findall(r"^\| \d+ \| `([\w-]+)` \| (.*) \|$", generate.rules_page(), flags=re.M)
    assert len(rows) > 20
    assert all(said.strip() for _name, said in rows)


def _outputs(text: str) -> list[str]:
    """Lines of the outputs on a page, each number and id as one mark: seconds, sizes and counts differ from day to day."""
    shown = [content for kind, content in generate.blocks(text) if kind == "output"]
    lines = "\n".join(shown).splitlines()
    return [re.sub(r"[\d.,]+", "#", re.sub(r"\b[ase]-[0-9a-f]{12}\b", "ID", line)).strip() for line in lines]


SAME_LINES = 0.85
"""Share of the lines shown that must come, figures apart: a reason more or less in an explanation is no lie."""


def test_the_tutorial_runs_and_shows_what_is_seen() -> None:
    """Every block marked ``sh run`` succeeds, in order, in one folder; the outputs shown are those that come."""
    text = generate.TUTORIAL.read_text(encoding="utf-8")
    shown, seen = _outputs(text), _outputs(generate.with_outputs(text))
    alike = SequenceMatcher(None, shown, seen, autojunk=False).ratio()
    assert alike >= SAME_LINES, "run: python docs/generate.py --tutorial\n" + "\n".join(seen)


def _superseded(text: str) -> set[int]:
    """Numbers of the records that the head of one says it supersedes, and of those that it says supersede it (negative)."""
    head = text.split("**")[0]
    by = {
        -int(n)
        for part in re.findall(r"uperseded by ([^.]*)", head)
        for n in re.findall(r"\[record (\d+)\]", part)
    }
    return by | {
        int(n)
        for part in re.findall(r"Supersedes ([^.]*\.md[^\n]*)", head)
        for n in re.findall(r"\[record (\d+)\]", part)
    }


def test_a_superseded_decision_and_the_one_that_took_its_place_name_one_another() -> None:
    """Whoever opens an old record is told; and the index has a status for each."""
    records = {
        int(p.name[:4]): _superseded(p.read_text(encoding="utf-8"))
        for p in (DOCS / "decisions").glob("0*.md")
    }
    pairs = {(n, old) for n, found in records.items() for old in found if old > 0}
    told = {(-new, n) for n, found in records.items() for new in found if new < 0}
    assert pairs == told != set()
    rows = re.findall(
        r"^\| (\d+) \| .* \| (.+) \|$",
        (DOCS / "decisions" / "README.md").read_text(encoding="utf-8"),
        flags=re.M,
    )
    assert [int(n) for n, _status in rows] == sorted(records)
    assert {int(n) for n, status in rows if "superseded by" in status} == {old for _new, old in pairs}


ARCHITECTURE = DOCS / "explain" / "architecture.md"


def _named(dotted: str) -> object:
    """What a name of the architecture stands for in the package; None where nothing is called so."""
    parts = dotted.split(".")
    for cut in range(len(parts), 0, -1):
        if importlib.util.find_spec("site_gen." + parts[0]) is None:
            return None
        try:
            found: object = importlib.import_module("site_gen." + ".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for name in parts[cut:]:
            found = getattr(found, name, None)
        return found
    return None


def test_the_architecture_names_what_is_there() -> None:
    """Each function that it names exists, each module and folder is named, each library has its rooms."""
    from tests.test_layering import LIBRARY_ROOMS

    text = ARCHITECTURE.read_text(encoding="utf-8")
    files = {"archive.toml", "errors.py", "links.memory"}
    names = set(re.findall(r"`([a-z_]+(?:\.[a-zA-Z_]+)+)`", text)) - files
    assert [name for name in sorted(names) if _named(name) is None] == []
    package = {
        p.stem for p in (ROOT / "site_gen").iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()
    }
    table = text.split("## What lies where")[1].split("\n## ")[0]
    assert sorted(package - {"__init__", "__main__"} - set(re.findall(r"`(\w+)`", table))) == []
    rows = dict(
        re.findall(r"^\| (\S+) \| (`.+`) \|$", text.split("Each library has its rooms")[1], flags=re.M)
    )
    called = {"PIL": "Pillow", "bs4": "beautifulsoup4", "markdown_it": "markdown-it-py"}
    wanted = {called.get(name, name): rooms for name, rooms in LIBRARY_ROOMS.items()}
    assert {
        name: set(re.findall(r"`(\w+)`", rooms)) for name, rooms in rows.items() if name in wanted
    } == wanted
