"""Characters mended inside kept lines: broken encodings and invisible controls; each change recorded.

In: a line as it stands. Out: the line as a reader should see it, and the rule that changed it. White space is folded
elsewhere and is no edit. Typing errors stay: they are the source's.
"""

from __future__ import annotations

import re

from site_gen.model import Edit, Span

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]"
)
_BIDI = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_JOINER = re.compile(
    "(?<![\u0600-\u06ff\u0700-\u08ff\u0900-\u0dff\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])[\u200c\u200d]"
)
_SUSPECT = re.compile("[ÂÃâÐÑØÙà¢ï][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ¡-¿]")
"""What UTF-8 looks like when it was read as Windows-1252 or Latin-1; only then is ftfy asked."""


def mended(text: str) -> tuple[str, str]:
    """Return the text with broken encoding mended and controls removed, and the rules that did it, or ''."""
    if text.isascii() and text.isprintable():
        return text, ""
    rules: list[str] = []
    now = text
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


def edit(span: Span, was: str, now: str, rule: str) -> Edit:
    """The record of one mended line."""
    return Edit(span=span, was=was, now=now, rule=rule)
