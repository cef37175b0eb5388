"""Characters mended inside kept lines: broken encodings, invisible controls, headlines set inside a sentence; each change recorded.

In: a line as it stands. Out: the line as a reader should see it, and the rule that changed it. White space is folded
elsewhere and is no edit. Typing errors stay: they are the source's.
"""

from __future__ import annotations

import html
import re

from .inlays import without_inlays

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]"
)
_BIDI = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_JOINER = re.compile(
    "(?<![\u0600-\u06ff\u0700-\u08ff\u0900-\u0dff\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])[\u200c\u200d]"
)
_SUSPECT = re.compile("[ÂÃâÐÑØÙà¢ï][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ¡-¿]")
"""What UTF-8 looks like when it was read as Windows-1252 or Latin-1; only then is ftfy asked."""


_ODD = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffbÂÃâÐÑØÙà¢ï]"
)
"""One of what the patterns above begin with: most lines hold none."""
_ENTITY = re.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[lr]aquo|[nm]dash|hellip|#\d{2,5}|#x[0-9a-fA-F]{2,4});"
)


def mended(text: str, *, is_markup: bool = True) -> tuple[str, str]:
    """Return the text with broken encoding mended, controls and inlaid headlines removed, and the rules that did it, or ''.

    ``is_markup``: it comes from a page, whose entities are read already; in a text they are a scraper's leftovers.
    """
    plain = without_inlays(text)
    now, rule = _with_characters_mended(plain, is_markup=is_markup)
    return now, ", ".join(name for name in ("headlines in a sentence" if plain != text else "", rule) if name)


def _with_characters_mended(text: str, *, is_markup: bool) -> tuple[str, str]:
    leftover = not is_markup and "&" in text and _ENTITY.search(text) is not None
    if text.isascii() and text.isprintable() and not leftover:
        return text, ""
    if not leftover and not _ODD.search(text):
        return text, ""
    rules: list[str] = []
    now = text
    if leftover:
        rules.append("entities")
        now = " ".join(_ENTITY.sub(lambda found: html.unescape(found.group()), now).split())
    if _SUSPECT.search(now):
        import ftfy

        better = ftfy.fix_encoding(now)
        if better != now:
            rules.append("mojibake")
            now = better
    clean = _JOINER.sub("", _INVISIBLE.sub("", now))
    if clean != now:
        rules.append("invisible characters")
        now = clean
    plain = _BIDI.sub("", now)
    if plain != now:
        rules.append("bidirectional controls")
        now = plain
    return now, ", ".join(rules)
