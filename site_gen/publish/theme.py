"""Where a theme lies: a folder of the archive, of the working folder, or of the installed package."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..errors import ThemeError
from ..model import Finding, Level


def find(name: str, content: Path) -> Path:
    """Return the folder of a theme.

    Looked for in order: a path relative to the content folder, ``themes/NAME`` of the content folder, of the folder
    around it, of the working folder, of the installed package. Raises ThemeError naming the places.
    """
    package = Path(__file__).parents[1]
    places = (
        content / name,
        content / "themes" / name,
        content.parent / "themes" / name,
        Path("themes") / name,
        package / "themes" / name,
        package.parent / "themes" / name,
    )
    for place in places:
        if (place / "templates").is_dir():
            return place.resolve()
    tried = ", ".join(dict.fromkeys(str(place) for place in places))
    known = sorted({found.parent.name for place in places[1:] for found in place.parent.glob("*/templates")})
    others = f"there is {', '.join(known)}" if known else "there is no other"
    raise ThemeError(
        f'theme "{name}": no folder with templates/ in any of {tried}. Name another in archive.toml or by --theme; {others}.'
    )


def override_folders(content: Path) -> tuple[Path, ...]:
    """The archive's own templates and words, which win over the theme's: ``theme/templates``, with ``theme/locale`` beside."""
    own = content / "theme"
    return (own / "templates",) if (own / "templates").is_dir() or (own / "locale").is_dir() else ()


def unspoken(language: str, templates: Sequence[Path]) -> tuple[Finding, ...]:
    """Return a finding where no catalogue beside the templates speaks the language of the interface, which then is English."""
    code = language.split("-")[0].lower()
    folders = [place.parent / "locale" for place in templates]
    if code == "en" or any((folder / f"{code}.po").is_file() for folder in folders):
        return ()
    known = sorted({"en", *(file.stem for folder in folders for file in folder.glob("*.po"))})
    message = f'the interface has no words in "{language}" and speaks English'
    hint = f"translate them into theme/locale/{code}.po, or set site.language to one of {', '.join(known)}"
    return (Finding("PUB-008", Level.WARNING, "archive.toml", message, hint),)


def facts(theme: Path) -> dict[str, str]:
    """Return what ``theme.toml`` says of a theme: name, version, licence. Raises ThemeError where it is not TOML."""
    return {key: value for key, value in _said(theme).items() if isinstance(value, str)}


def _said(theme: Path) -> dict[str, Any]:
    path = theme / "theme.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(f"{path}: not valid TOML: {error}. Mend the line named.") from error


def card_fonts(theme: Path) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the font files with which a theme draws the pictures of events: for titles, for the rest. None without them."""
    table = _said(theme)
    named = [table.get(name, []) for name in ("card_title", "card_text")]
    files = [
        tuple(str(theme / name) for name in ([names] if isinstance(names, str) else names)) for names in named
    ]
    is_whole = all(found and all(Path(file).is_file() for file in found) for found in files)
    return (files[0], files[1]) if is_whole else None
