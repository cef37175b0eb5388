"""Hand-written pages: Markdown with a few fields on top, read through markdown-it-py with raw HTML off.

Only the fields of ``FIELDS`` reach Pelican: ``Save_as`` and its like could write outside the output folder.
"""

from __future__ import annotations

import re
from typing import Any

import nh3
from markdown_it import MarkdownIt
from pelican.readers import BaseReader
from unidecode import unidecode

from ..language.words import without_controls

FIELDS = ("title", "summary", "order", "lang")
"""Fields a hand-written page may have; any other is named in a finding and left out."""

_PELICAN_FIELDS = frozenset(
    {
        "author",
        "authors",
        "category",
        "date",
        "modified",
        "save_as",
        "slug",
        "status",
        "tags",
        "template",
        "url",
    }
)
"""Known to Pelican's users: read off the top of a page without a fence too, so that they do not show as its text."""

_FIELD = re.compile(r"^([A-Za-z_-]+):[ \t]*(.*)$")


def split(source: str) -> tuple[dict[str, str], str]:
    """Return the fields on top of a page and its Markdown.

    Fields stand between two lines of ``---``, or in the first lines up to a blank one.
    """
    text = without_controls(source.replace("\r\n", "\n")).lstrip("\ufeff\n")
    lines = text.split("\n")
    fenced = lines[0].strip() == "---"
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[1:] if fenced else lines, start=1 if fenced else 0):
        match = _FIELD.match(line)
        if match and (fenced or match[1].lower() in _PELICAN_FIELDS | set(FIELDS)):
            fields[match[1].lower()] = match[2].strip().strip("\"'")
        elif fenced and line.strip() != "---":
            continue
        else:
            is_end = line.strip() in ("", "---")
            return fields, "\n".join(lines[number + 1 if is_end else number :])
    return fields, ""


TAGS = {
    "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre",
    "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"}, "code": {"class"}}
SCHEMES = {"http", "https", "mailto"}
"""What may stand in a page's HTML: the one place where HTML that no template of ours wrote enters the site. Captured
markup never does: a capture is taken apart into plain text, and a page is made of that."""

_OTHER_PAGE = re.compile(r"^(?:\./)?([\w-]+)\.md(#.*)?$")


def page_slug(stem: str) -> str:
    """Return the address of a hand-written page by its file's name without its ending: lower-case ASCII words."""
    return "-".join(re.findall("[a-z0-9]+", unidecode(stem, errors="ignore").lower())) or "page"


def _to_html(markdown: MarkdownIt, text: str) -> str:
    """Render a page; a link to another page's file leads to its address."""
    tokens = markdown.parse(text)
    for token in tokens:
        for child in token.children or ():
            match = _OTHER_PAGE.match(str(child.attrs.get("href", "")))
            if child.type == "link_open" and match:
                child.attrs["href"] = f"../{page_slug(match[1])}/{match[2] or ''}"
    html = str(markdown.renderer.render(tokens, markdown.options, {}))
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_local_pictures,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )


def _local_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Leave out the address of a picture that does not lie in the site: no page calls out."""
    is_remote = ":" in value or value.startswith(("//", "\\"))
    return None if tag == "img" and attribute == "src" and is_remote else value


class MarkdownReader(BaseReader):  # type: ignore[misc]
    """Pelican's reader for ``pages/*.md``."""

    enabled = True
    file_extensions = ["md", "markdown"]  # noqa: RUF012  Pelican reads the attribute
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return a page's HTML and its metadata; a page without a title takes its first heading, or its file's name."""
        with open(source_path, encoding="utf-8-sig", errors="replace") as file:  # noqa: PTH123
            fields, body = split(file.read())
        heading = re.match(r"\s*#[ \t]+(.+?)[ \t]*#*\n", f"{body}\n")
        if "title" not in fields and heading:
            fields["title"] = heading[1]
            body = body[heading.end() :]
        stem = re.split(r"[\\/]", source_path)[-1].rsplit(".", 1)[0]
        title = fields.get("title") or stem.replace("-", " ").capitalize()
        metadata = {"title": title, "slug": page_slug(stem)}
        metadata |= {name: fields[name] for name in FIELDS if name in fields and name != "title"}
        return _to_html(self.markdown, body), metadata
