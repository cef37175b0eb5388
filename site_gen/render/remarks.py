"""What findings mean, in the words of the documentation: ``docs/findings.toml``, which the installed package carries along."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "findings.toml", _PACKAGE.parent / "docs" / "findings.toml")
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|`")


@lru_cache(maxsize=1)
def meanings() -> Mapping[str, tuple[str, str]]:
    """Return {code: (title, what it means)}, without the documentation's links; empty where the table is not at hand."""
    place = next((path for path in _PLACES if path.is_file()), None)
    said = tomllib.loads(place.read_text(encoding="utf-8")) if place else {}
    return {code: (_plain(one["title"]), _plain(one["means"])) for code, one in said.items()}


def _plain(text: str) -> str:
    return _MARKUP.sub(lambda found: found[1] or "", text)
