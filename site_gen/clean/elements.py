"""What the names of elements say: which hold no text, which end a line, which hold others. Tables, nothing else."""

from __future__ import annotations

RAW = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "textarea",
        "select",
        "iframe",
        "object",
        "canvas",
        "math",
        "audio",
        "video",
        "title",
    ]
)
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
SILENT = frozenset(
    [
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "nobr",
        "q",
        "s",
        "samp",
        "strike",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
        "ruby",
        "rt",
        "rp",
    ]
)
"""Inline elements whose attributes say nothing about the line."""
INLINE = SILENT | frozenset(["a", "amp-img", "cite", "label", "picture", "small", "span", "time"])
"""Elements inside a line."""
CONTAINERS = frozenset(
    [
        "div",
        "section",
        "article",
        "main",
        "body",
        "td",
        "ul",
        "ol",
        "dl",
        "table",
        "aside",
        "header",
        "footer",
        "nav",
        "form",
        "figure",
        "blockquote",
    ]
)
GROUPS = frozenset(["table", "ul", "ol", "dl", "figure"])
ROWS = frozenset(["li", "tr", "dt", "dd"])
CHROME = frozenset(["nav", "aside", "footer", "form", "button", "dialog", "menu", "header"])
CLOSES = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "td", "th")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
}
"""An opening tag of this name ends these open elements (HTML Living Standard 13.1.2.4, optional tags)."""
ENDS_P = frozenset(
    [
        "p",
        "div",
        "ul",
        "ol",
        "dl",
        "table",
        "section",
        "article",
        "aside",
        "header",
        "footer",
        "nav",
        "main",
        "form",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "address",
    ]
)
"""Opening tags that end an open ``p`` (same section of the standard)."""
