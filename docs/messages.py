"""Write what there is to translate: ``python docs/messages.py``.

Reads the theme's templates and the builders of pages, writes ``themes/broadsheet/locale/messages.pot``, and brings the
catalogues beside it (``fr.po`` …) into the same order; a text that is new there stands empty, one that is gone goes. A text that
the code holds in a table, and hands over from there, is found once it stands in ``fr.po``: write it there yourself.
A test fails where a catalogue lacks a text.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
import typing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
THEME = ROOT / "themes" / "broadsheet"
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from babel.messages.catalog import Catalog, Message  # noqa: E402
from babel.messages.pofile import read_po, write_po  # noqa: E402

from site_gen.model import Level, Role  # noqa: E402  the checkout's own package
from site_gen.render.front import FACETS, SEARCH_ADVICE, SEARCH_HELP, SEARCH_WORDS  # noqa: E402
from site_gen.render.grounds import FORMS  # noqa: E402
from site_gen.render.interface import MONTHS, WEEKDAYS  # noqa: E402
from site_gen.render.original import role_name  # noqa: E402
from site_gen.render.searchable import BASES  # noqa: E402

STRING = r'"((?:[^"\\]|\\.)*)"'
TEXT = (re.compile(r"(?<![a-z_])_\(" + STRING), re.compile(r"\.text\(\s*" + STRING))
QUALIFIERS = tomllib.loads((ROOT / "site_gen/language/en.compare.toml").read_text("utf-8"))["qualifiers"]
COUNT = re.compile(r"(?:_n|\.count|\.forms|say)\(\s*" + STRING + r",\s*" + STRING)
HEADER = """# The interface of an archive{of}. Values stand in braces and keep their names.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


def _read(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def template(language: str | None = None) -> Catalog:
    """Return every text of the interface, with the files it stands in and no translation."""
    catalog = Catalog(locale=language)
    tabled = {m.id for m in _read(THEME / "locale" / "fr.po") if isinstance(m.id, str) and m.id}
    for path in (*(THEME / "templates").rglob("*.html"), *(ROOT / "site_gen" / "render").glob("*.py")):
        source, name = path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()
        if path.suffix == ".py":
            for said in tabled & {
                n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant)
            }:
                catalog.add(said, locations=[(name, 1)])
        for pattern in TEXT:
            for said in pattern.findall(source):
                catalog.add(said, locations=[(name, 1)])
        for pair in COUNT.findall(source):
            catalog.add(pair, locations=[(name, 1)])
    listed = {
        "a word between names": (", ",),
        "the role of a line of a capture": map(role_name, typing.get_args(Role)),
        "the level of a finding": (level.value for level in Level),
        "what a rule says of a ground": FORMS,
        "a word before a number": QUALIFIERS,
        "the search page": (
            *(label for _, label in FACETS),
            *SEARCH_WORDS.values(),
            *SEARCH_ADVICE,
            *BASES.values(),
        ),
        "how to search": (meaning for _query, meaning in SEARCH_HELP),
        "the head of a calendar": WEEKDAYS,
        "a month, in a date": MONTHS,
    }
    for comment, texts in listed.items():
        for said in texts:
            catalog.add(said, auto_comments=[comment])
    return catalog


def written(catalog: Catalog, language: str, plurals: str) -> bytes:
    """Return a catalogue as a file: texts sorted, no line numbers, no dates, so that nothing changes but words."""
    from io import BytesIO

    made = BytesIO()
    write_po(made, catalog, width=110, sort_output=True, omit_header=True, include_lineno=False)
    head = HEADER.format(language=language, plurals=plurals, of=f" in {language}" if language else "")
    return head.encode() + made.getvalue()


def brought_up_to_date(path: Path) -> bytes:
    """Return a catalogue with the texts there are now and the translations it has."""
    language = path.stem
    known, catalog = _read(path, language), template(language)
    for message in catalog:
        found = known.get(message.id)
        if message.id and isinstance(found, Message) and found.string:
            message.string = found.string
    return written(catalog, language, str(known.plural_forms))


def main() -> None:
    """Write the template and the catalogues."""
    folder = THEME / "locale"
    (folder / "messages.pot").write_bytes(written(template(), "", "nplurals=INTEGER; plural=EXPRESSION;"))
    for path in sorted(folder.glob("*.po")):
        path.write_bytes(brought_up_to_date(path))


if __name__ == "__main__":
    main()
