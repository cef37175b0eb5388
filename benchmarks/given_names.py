"""Make ``site_gen/language/given.txt``, the given names of many countries, from the lists of Faker.

    python -m benchmarks.given_names

Needs Faker (MIT), which is installed for this only. The table is sorted, so that the same sources give the same bytes.
"""

from __future__ import annotations

import importlib
import pkgutil
import textwrap
from importlib.metadata import version
from pathlib import Path

from unidecode import unidecode

from site_gen.language import fold
from site_gen.language.given import TABLE

FILE = Path(__file__).resolve().parents[1] / "site_gen" / "language" / TABLE
LISTS = ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary")
SPELLED_OUT = ("bg_BG", "el_GR", "mk_MK", "ru_RU", "uk_UA", "hy_AM", "ka_GE")
"""Lists in other letters whose names news writes nearly as they are spelled out letter by letter."""
LEFT_OUT = ("is_IS",)
"""Long, and half of it used by nobody alive."""
MIN_LETTERS = 3


def given_names() -> set[str]:
    """The folded names in Latin letters, one word each."""
    people = importlib.import_module("faker.providers.person")
    found: set[str] = set()
    for module in pkgutil.iter_modules(people.__path__):
        if not module.ispkg or module.name in LEFT_OUT:
            continue
        provider = importlib.import_module(f"{people.__name__}.{module.name}").Provider
        for name in LISTS:
            listed = getattr(provider, name, ())
            words = [] if isinstance(listed, property) else [str(word) for word in listed]
            found.update(unidecode(w).lower() if module.name in SPELLED_OUT else fold(w) for w in words)
    return {word for word in found if word.isascii() and word.isalpha() and len(word) >= MIN_LETTERS}


def main() -> None:
    """Write the table."""
    head = (
        "# Given names of many countries, folded. Made by benchmarks/given_names.py from Faker "
        f"{version('faker')} (MIT).\n"
    )
    FILE.write_text(head + textwrap.fill(" ".join(sorted(given_names())), 120) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
