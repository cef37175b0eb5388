"""Bytes to text: the encoding, how we know it, and what was odd.

The order: byte order mark; UTF-16 or UTF-32 seen in the bytes; what transport, page or XML declares, unless the bytes
contradict it; valid UTF-8; UTF-8 with a few stray bytes; a guess. It never fails: at the worst a character becomes U+FFFD
and a finding says so.

Invariant: in the text that comes back every line ends in ``\\n`` alone, and no control character and no byte order mark is left, so all
spans count this text.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from site_gen.language.words import is_utf8, without_controls
from site_gen.model import Finding

from .findings import finding
from .guess import guessed, wide_encoding

_HEAD_BYTES = 4096
"""How far into a page a declaration is looked for; the HTML standard asks for 1024, real pages need more."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

LABELS: dict[str, str] = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"), "utf-8"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode", "ucs-2", "utf-32", "ucs-4"), "utf-8"),
    **dict.fromkeys(
        ("windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1",
         "ascii", "us-ascii", "ansi", "iso88591", "cp819", "ibm819"), "cp1252"),
    **dict.fromkeys(("iso-8859-15", "iso8859-15", "latin-9", "latin9", "l9"), "iso8859-15"),
    **dict.fromkeys(("iso-8859-2", "iso8859-2", "latin2", "l2"), "iso8859-2"),
    **dict.fromkeys(("windows-1250", "cp1250", "x-cp1250"), "cp1250"),
    **dict.fromkeys(("windows-1251", "cp1251", "x-cp1251", "win-1251"), "cp1251"),
    **dict.fromkeys(("koi8-r", "koi8", "koi8_r", "koi"), "koi8-r"),
    "koi8-u": "koi8-u",
    "iso-8859-5": "iso8859-5",
    "ibm866": "cp866", "cp866": "cp866",
    "windows-1253": "cp1253", "cp1253": "cp1253", "iso-8859-7": "iso8859-7", "greek": "iso8859-7",
    "windows-1254": "cp1254", "cp1254": "cp1254", "iso-8859-9": "cp1254", "latin5": "cp1254",
    "windows-1255": "cp1255", "cp1255": "cp1255", "iso-8859-8": "iso8859-8", "iso-8859-8-i": "iso8859-8",
    "windows-1256": "cp1256", "cp1256": "cp1256", "iso-8859-6": "iso8859-6", "arabic": "iso8859-6",
    "windows-1257": "cp1257", "cp1257": "cp1257", "iso-8859-13": "iso8859-13", "iso-8859-4": "iso8859-4",
    "windows-1258": "cp1258", "cp1258": "cp1258",
    "windows-874": "cp874", "tis-620": "cp874", "iso-8859-11": "cp874",
    "iso-8859-3": "iso8859-3", "iso-8859-10": "iso8859-10", "iso-8859-14": "iso8859-14", "iso-8859-16": "iso8859-16",
    "macintosh": "mac_roman", "mac": "mac_roman", "x-mac-roman": "mac_roman", "x-mac-cyrillic": "mac_cyrillic",
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "chinese"), "gb18030"),
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs",
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji"), "cp932"),
    "euc-jp": "euc_jp", "x-euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp",
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean", "windows-949", "ksc5601"), "cp949"),
}  # fmt: skip
"""What a page may declare (the labels of the WHATWG Encoding standard) and the codec that reads it. UTF-16 declared in a
text whose declaration could be read as ASCII is UTF-8, as that standard says. Every other label counts as none: Python's
own look-up knows codecs that are no encodings of text."""

_DECLARED = (
    re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]{2,40})""", re.I),
    re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I),
)
_INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
_ASCII = bytes(range(0x80))
_LATIN_JOINER = re.compile(r"(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])")
"""Joiners are spelling in Persian and in Indic scripts, and noise between Latin letters."""
_CP1252_C1 = {b: bytes([b]).decode("cp1252", "replace") for b in range(0x80, 0x100)}
_STRAY = {0xDC00 + b: (c if c != "\ufffd" else chr(b)) for b, c in _CP1252_C1.items()}
_STRAYS_PER_GOOD = 3
"""UTF-8 with stray bytes needs this many whole characters beyond ASCII for each stray byte: text of a one-byte encoding has
almost none (measured on French and German texts of 20 words and more: below 0.1)."""
_FOREIGN_SHARE = 0.5
"""A Latin alphabet with more than this share of accented letters is another alphabet read wrongly: Vietnamese, the most
accented one, stays below 0.35."""


class Decoded(NamedTuple):
    """A text and how its encoding is known."""

    text: str
    encoding: str
    """Name of the Python codec, such as ``utf-8`` or ``cp1252``."""
    basis: str
    """``bom``, ``declared``, ``utf-8`` or ``guessed``."""
    findings: tuple[Finding, ...]


def decode(data: bytes, where: str, *, charset: str | None = None, is_markup: bool = False) -> Decoded:
    """Return the text of a file's bytes, lines ending in ``\\n``. ``charset`` is what the transport declares.

    ``is_markup``: look for a declaration in the text itself, too.
    """
    found = _by_bom(data, where) or _by_pattern(data, where)
    if found is None:
        found = _by_declaration(data, where, _declaration(data, charset, is_markup))
    text, notes = tidied(found.text, where)
    return found._replace(text=text, findings=found.findings + notes)


def tidied(text: str, where: str) -> tuple[str, tuple[Finding, ...]]:
    """Return the text with line ends made ``\\n``, controls, byte order mark and lone surrogates taken out, and what was seen."""
    notes = []
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = without_controls(text)
    if controls := len(text) - len(plain):
        message = f"Control characters taken out: {controls}."
        notes.append(finding("ING-006", where, message, "Compare with the original."))
    text = plain
    if not text.isascii():
        text, seen = _mended(text, where)
        notes += seen
    return text, tuple(notes)


def _mended(text: str, where: str) -> tuple[str, list[Finding]]:
    notes = []
    if not is_utf8(text):
        text, halves = re.subn("[\ud800-\udfff]", "\ufffd", text)
        hint = "Write the character itself, or both halves of its escape."
        notes.append(finding("ING-011", where, f"{halves} half characters replaced by U+FFFD.", hint))
    counts = _invisible(text)
    if "\u200c" in text or "\u200d" in text:
        for char in _LATIN_JOINER.findall(text):
            counts[char] = counts.get(char, 0) + 1
    if counts:
        names = ", ".join(f"U+{ord(char):04X}" for char in sorted(counts))
        message = f"{sum(counts.values())} invisible characters: {names}."
        notes.append(finding("ING-010", where, message, "Nothing to do: cleaning makes them harmless."))
    return text, notes


def _invisible(text: str) -> dict[str, int]:
    """How often each invisible character stands in a text; looked for among the characters beyond ASCII, which are few."""
    rest = text.encode().translate(None, _ASCII).decode()
    return {char: count for char in _INVISIBLE if (count := rest.count(char))}


def _by_bom(data: bytes, where: str) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding, "bom", where)
    return None


def _by_pattern(data: bytes, where: str) -> Decoded | None:
    encoding = wide_encoding(data)
    if encoding is None:
        return None
    found = _read(data, encoding, "guessed", where)
    return found._replace(findings=(*found.findings, _note_of_guess(where, encoding)))


def _declaration(data: bytes, charset: str | None, is_markup: bool) -> str | None:
    labels = [charset or ""]
    if is_markup:
        head = data[:_HEAD_BYTES]
        labels += [m.group(1).decode("ascii", "replace") for p in _DECLARED if (m := p.search(head))]
    known = (LABELS.get(label.strip().strip("\"'").lower()) for label in labels)
    return next((codec for codec in known if codec), None)


def _by_declaration(data: bytes, where: str, declared: str | None) -> Decoded:
    if data.isascii() and declared != "iso2022_jp":
        return Decoded(data.decode("ascii"), declared or "utf-8", "declared" if declared else "utf-8", ())
    utf8 = _utf8(data, where, is_declared=declared == "utf-8")
    if utf8 is not None and declared not in (None, "utf-8"):
        return utf8._replace(findings=(*utf8.findings, _wrong(where, str(declared), utf8.encoding)))
    if utf8 is not None:
        return utf8
    if declared is None:
        return _by_guess(data, where, None)
    return _as_declared(data, where, declared)


def _utf8(data: bytes, where: str, *, is_declared: bool) -> Decoded | None:
    """The text where it is UTF-8, a few stray bytes read as Windows-1252 included."""
    basis = "declared" if is_declared else "utf-8"
    try:
        return Decoded(data.decode("utf-8"), "utf-8", basis, ())
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
    strays = len(re.findall("[\udc80-\udcff]", text))
    good = len(re.findall("[^\x00-\x7f\udc80-\udcff]", text))
    if good < strays * _STRAYS_PER_GOOD:
        return None
    message = f"{strays} bytes are not UTF-8, unlike the rest; read as Windows-1252."
    note = finding("ING-009", where, message, "Look at the accented letters of the article.")
    return Decoded(text.translate(_STRAY), "utf-8", basis, (note,))


def _as_declared(data: bytes, where: str, declared: str) -> Decoded:
    text, bad = _lenient(data, declared)
    if declared == "utf-8" or bad or _looks_foreign(text):
        other = _by_guess(data, where, declared)
        if other.encoding != declared and (bad or declared == "utf-8" or not _looks_foreign(other.text)):
            return other
    return _read(data, declared, "declared", where)


def _by_guess(data: bytes, where: str, declared: str | None) -> Decoded:
    encoding = guessed(data)
    found = _read(data, encoding, "guessed", where)
    note = _wrong(where, declared, encoding) if declared else _note_of_guess(where, encoding)
    return found._replace(findings=(*found.findings, note))


def _looks_foreign(text: str) -> bool:
    """Whether a text of a Latin alphabet has so many accented letters that it was written in another alphabet."""
    letters = [c for c in text[:20_000] if c.isalpha() or c == "\ufffd"]
    accented = [c for c in letters if c > "\x7f"]
    is_latin = sum(c < "\u0250" for c in accented) > len(accented) / 2
    return is_latin and len(accented) > _FOREIGN_SHARE * len(letters)


def _lenient(data: bytes, encoding: str) -> tuple[str, int]:
    """The text, undefined bytes of Windows-1252 kept as the controls the web reads them as, and the number of U+FFFD."""
    if encoding == "cp1252":
        text = data.decode("ascii", "surrogateescape").translate(_STRAY)
        return text, 0
    text = data.decode(encoding, "replace")
    return text, text.count("\ufffd")


def _read(data: bytes, encoding: str, basis: str, where: str) -> Decoded:
    text, bad = _lenient(data, encoding)
    if not bad:
        return Decoded(text, encoding, basis, ())
    message = f"{bad} places cannot be read as {encoding}; U+FFFD stands there."
    note = finding("ING-009", where, message, "Save the capture again as UTF-8.")
    return Decoded(text, encoding, basis, (note,))


def _wrong(where: str, declared: str, encoding: str) -> Finding:
    message = f"Declared as {declared}, but the bytes read as {encoding}."
    return finding(
        "ING-007",
        where,
        message,
        "Look at the accented letters; save the capture as UTF-8 if they are wrong.",
    )


def _note_of_guess(where: str, encoding: str) -> Finding:
    hint = "Look at the accented letters; save the capture as UTF-8 if they are wrong."
    return finding("ING-008", where, f"No encoding is declared; read as {encoding}.", hint)
