"""Check a built site: what a reader or a validator would trip over, read from the files alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec

from .errors import OutputError
from .model import Finding, Level

_REMOTE = (
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("video", "src"),
    ("audio", "src"),
    ("embed", "src"),
    ("object", "data"),
)
_MISSING = {"source": "the outlet", "published": "the date of publication"}
_LOADED_LINKS = frozenset({"stylesheet", "preload", "icon", "modulepreload", "manifest"})


@dataclass(frozen=True, slots=True)
class _PageFacts:
    """What checking keeps of a page."""

    anchors: frozenset[str]
    links: tuple[str, ...]
    place: str
    """Path of its own address on its host; empty where it says none."""


def check_site(output: Path) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return (problems, warnings) of a built site. Raises OutputError where there is none."""
    if not (output / "index.html").is_file():
        raise OutputError(
            f"{output}: there is no built site here. Build one first: python -m site_gen build --output {output}"
        )
    problems: list[Finding] = []
    facts: dict[str, _PageFacts] = {}
    for path in sorted(output.rglob("*.html")):
        name = path.relative_to(output).as_posix()
        facts[name] = _read(path, name, problems)
    below = facts["index.html"].place.rstrip("/") + "/"
    for name, page in facts.items():
        problems.extend(_broken(output, name, page, facts, below=below))
    return tuple(problems), tuple(_missing_metadata(output))


def _problem(code: str, where: str, message: str, hint: str) -> Finding:
    return Finding(code, Level.ERROR, where, message, hint)


def _read(path: Path, name: str, problems: list[Finding]) -> _PageFacts:
    from lxml import html

    root = html.document_fromstring(
        path.read_bytes(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
    )
    if not root.get("lang"):
        problems.append(_problem("CHK-001", name, "the page states no language", "set lang on <html>"))
    if not (root.findtext(".//title") or "").strip():
        problems.append(_problem("CHK-002", name, "the page has no title", "set <title>"))
    ids = Counter(
        element.get("id") for element in root.iter() if isinstance(element.tag, str) and element.get("id")
    )
    for id, count in sorted(ids.items()):
        if count > 1:
            problems.append(
                _problem("CHK-003", name, f'the id "{id}" stands {count} times', "ids are unique on a page")
            )
    problems += [
        _problem("CHK-004", name, f"<{element.tag}> loads {address}", "nothing remote may be loaded")
        for element, address in _loaded(root)
        if _is_remote(address)
    ]
    problems += [
        _problem("CHK-005", name, "an image has no alternative text", "set alt")
        for image in root.iter("img")
        if image.get("alt") is None
    ]
    links = tuple(a.get("href") for a in root.iter("a") if a.get("href"))
    links += tuple(address for _element, address in _loaded(root) if address and not _is_remote(address))
    return _PageFacts(frozenset(ids), links, _place(root))


def _place(root: Any) -> str:
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    try:
        return unquote(urlsplit(canonical or "").path)
    except ValueError:
        return ""


def _loaded(root: Any) -> Iterator[tuple[Any, str]]:
    """Yield the elements of a page that load something, with its address."""
    for tag, attribute in _REMOTE:
        for element in root.iter(tag):
            yield element, element.get(attribute)
    for link in root.iter("link"):
        if _LOADED_LINKS & set((link.get("rel") or "").split()):
            yield link, link.get("href")


def _is_remote(address: str | None) -> bool:
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:
        return True
    return bool(parts.netloc) or parts.scheme in ("http", "https")


def _broken(
    output: Path, name: str, page: _PageFacts, facts: dict[str, _PageFacts], *, below: str
) -> Iterator[Finding]:
    """``below``: the path on its host under which the site lies, by the address of its home page; ``/`` where it says none."""
    root = output.resolve()
    for link in sorted(set(page.links)):
        try:
            parts = urlsplit(link)
        except ValueError:
            yield _problem(
                "CHK-006", name, f"the link {link} is no address", "see where the page gets it from"
            )
            continue
        if parts.scheme or parts.netloc:
            continue
        path = unquote(parts.path)
        if path.startswith("/"):
            inside = f"{path}/".removeprefix(below).lstrip("/")
            target = root / inside if f"{path}/".startswith(below) else root.parent
        else:
            target = (root / name).parent / path if path else root / name
        target = target.resolve()
        if target.is_dir():
            target = target / "index.html"
        if not target.is_file() or not target.is_relative_to(root):
            yield _problem(
                "CHK-006", name, f"the link {link} leads nowhere", "see where the page gets it from"
            )
            continue
        found = facts.get(target.relative_to(root).as_posix())
        if parts.fragment and found and unquote(parts.fragment) not in found.anchors:
            yield _problem(
                "CHK-007", name, f"the link {link} leads to no anchor of its page", "see where it comes from"
            )


class _Line(msgspec.Struct):
    capture: dict[str, object]
    title: dict[str, object] | None = None
    source: dict[str, object] | None = None
    published: dict[str, object] | None = None


def _missing_metadata(output: Path) -> Iterator[Finding]:
    path = output / "data" / "articles.jsonl"
    if not path.is_file():
        return
    decoder = msgspec.json.Decoder(_Line)
    with path.open("rb") as file:
        for raw in file:
            line = decoder.decode(raw)
            where = str(line.capture.get("path"))
            if line.capture.get("record"):
                where += f"#{line.capture['record']}"
            missing = [n for n, v in (("source", line.source), ("published", line.published)) if v is None]
            if missing:
                words = " and ".join(_MISSING[name] for name in missing)
                columns = f"column{'s' if len(missing) > 1 else ''} {' and '.join(missing)}"
                hint = f'supply {"it" if len(missing) == 1 else "them"} in metadata.csv (row "{where}", {columns})'
                yield Finding("CHK-010", Level.WARNING, where, f"not known: {words}", hint)
