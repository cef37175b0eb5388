"""The archive's own look, put over the theme's: colours and fonts of archive.toml, and the files of ``theme/static/``.

In: the settings ``[appearance]`` and the content folder. Out: files below ``theme/`` of the site. The theme keeps one
style sheet: what is the archive's own is written at its end, outside all layers, so that it wins. What is published of
it is shorter than what is written: comments and blanks are left out, and the fonts that it names with ``#embedded`` lie in it.
"""

from __future__ import annotations

import base64
import re
import shutil
from pathlib import Path

from ..model import Finding, Level
from ..settings import AppearanceSettings

OWN_STATIC = Path("theme") / "static"
"""Of the content folder: what lies here takes the place of the theme's file of the same path, or stands beside it."""
LOCAL_STYLE = "local.css"
STYLE = Path("css") / "site.css"
LEAST_CONTRAST = 4.5
"""Of text to its background (WCAG 2.2, 1.4.3)."""

_TOKENS = (
    ("paper", "--paper"),
    ("ink", "--ink"),
    ("accent", "--accent"),
)
"""(setting, custom property of the theme); each has a second setting for dark pages."""
_FONTS = (("text_font", "--serif"), ("heading_font", "--display"), ("interface_font", "--sans"))
_BLANKS = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/|\s*;\s*(?=\})|\s*(?P<sign>[{};,>])\s*|(?P<colon>:)\s+|\s+""",
    re.DOTALL,
)
"""In a style sheet: strings, which stay, comments, and blanks around signs or between words."""
_EMBEDDED = re.compile(r"""url\("(?P<file>[^"#:?]+\.woff2)#embedded"\)""")

_PAPER = {"paper": "#fdfcf9", "paper_dark": "#171613"}
"""Of the theme broadsheet, where the archive has none of its own."""


def own_style(look: AppearanceSettings) -> str:
    """Return the settings as CSS; empty where none is set."""
    light = [f"{token}: {value};" for name, token in _TOKENS if (value := getattr(look, name))]
    light += [f"{token}: {value};" for name, token in _FONTS if (value := getattr(look, name))]
    dark = [f"{token}: {value};" for name, token in _TOKENS if (value := getattr(look, f"{name}_dark"))]
    made = f":root {{ {' '.join(light)} }}\n" if light else ""
    if dark:
        made += f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {' '.join(dark)} }} }}\n"
    return made


def dress(content: Path, site: Path, look: AppearanceSettings) -> tuple[Finding, ...]:
    """Put the archive's own files and style over the theme's in a written site; return what is amiss with them."""
    own, theme = content / OWN_STATIC, site / "theme"
    for path in sorted(own.rglob("*")) if own.is_dir() else ():
        name = path.relative_to(own)
        if path.is_file() and name.as_posix() != LOCAL_STYLE:
            (theme / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, theme / name)
    local = own / LOCAL_STYLE
    style = own_style(look) + (local.read_text(encoding="utf-8", errors="replace") if local.is_file() else "")
    if (theme / STYLE).is_file():
        whole = (theme / STYLE).read_text(encoding="utf-8", errors="replace") + (style and f"\n{style}")
        (theme / STYLE).write_text(published_style(whole, theme / STYLE), encoding="utf-8", newline="\n")
    return (*_faint(look), *_missing(content, look))


def published_style(style: str, path: Path) -> str:
    """Return a style sheet as it is published, from what is written and where it lies.

    Without comments and needless blanks; ``url("../fonts/x.woff2#embedded")`` becomes the file itself (data:), so that a page is drawn
    in that font when its style has come. An address whose file is missing stays.
    """
    tight = _BLANKS.sub(_tight, style).strip()
    return _EMBEDDED.sub(lambda found: _embedded(found, path.parent), tight)


def _tight(found: re.Match[str]) -> str:
    if found["kept"]:
        return found["kept"]
    is_nothing = found[0].startswith("/*") or ";" in found[0]
    return found["sign"] or found["colon"] or ("" if is_nothing else " ")


def _embedded(found: re.Match[str], folder: Path) -> str:
    file = folder / found["file"]
    if not file.is_file():
        return found[0]
    return f'url("data:font/woff2;base64,{base64.b64encode(file.read_bytes()).decode("ascii")}")'


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (``#rrggbb``), 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _faint(look: AppearanceSettings) -> list[Finding]:
    found = []
    for scheme in ("", "_dark"):
        paper = getattr(look, f"paper{scheme}") or _PAPER[f"paper{scheme}"]
        for name in ("ink", "accent"):
            colour = getattr(look, f"{name}{scheme}")
            if colour and contrast(colour, paper) < LEAST_CONTRAST:
                message = f"appearance.{name}{scheme} {colour} on {paper} has a contrast of {contrast(colour, paper):.1f}"
                hint = f"take one further from the paper: {LEAST_CONTRAST} at least"
                found.append(Finding("PUB-006", Level.WARNING, "archive.toml", message, hint))
    return found


def _missing(content: Path, look: AppearanceSettings) -> list[Finding]:
    return [
        Finding(
            "PUB-007",
            Level.WARNING,
            "archive.toml",
            f"there is no {name}",
            "put the file there, or mend the setting",
        )
        for name in (look.logo, look.icon)
        if name and not (content / name).is_file()
    ]
