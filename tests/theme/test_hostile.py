"""The hostile archive in a real browser: nothing of it runs, asks, or leads away, with the policy off and with it on.

Pages are shown one after another inside a page that keeps watch, which is several times faster than to visit each;
those that a reader acts on are visited themselves.
"""

from __future__ import annotations

import http.server
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import HostileSite
from tests.pipeline.attacks import CANARY

pytestmark = pytest.mark.browser

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
STYLE = re.compile(rb'<link rel="stylesheet"[^>]*>')
"""Left out of pages that are shown in a frame: it is the theme's own file, and takes half of the time."""
SOME = 4
"""Under the policy, which only reports what the look without it has seen already, one page in so many is shown."""
WATCH = "/-/watch"
AT_ONCE = 4
"""Frames that load at a time."""
PATIENCE_MS = 20_000
"""A page that has not loaded by then never will."""

TAGS = ["a", "abbr", "archive-search", "article", "aside", "b", "bdi", "blockquote", "body", "br", "button", "caption", "circle", "cite", "code", "col", "dd", "defs", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "form", "g", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "img", "input", "ins", "label", "legend", "li", "line", "link", "main", "mark", "meta", "nav", "ol", "option", "p", "path", "pattern", "pre", "q", "rect", "s", "script", "section", "select", "small", "span", "strong", "style", "summary", "svg", "table", "tbody", "td", "template", "text", "tfoot", "th", "thead", "time", "title", "tr", "u", "ul", "use", "noscript"]  # fmt: skip
"""Elements that the theme and the blocks of articles are made of; no others may stand in a page."""

WATCHER = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => {
  let place = window;
  try { place = top; place.violations; } catch { place = window; }
  place.violations.push([location.pathname, event.violatedDirective, event.blockedURI, event.sample]);
});
"""

LOOK = """
(page, tags) => {
  const found = [];
  const own = page.location.origin;
  if (page.CANARY !== undefined) found.push(["ran", String(page.CANARY)]);
  for (const node of page.document.querySelectorAll("*")) {
    const name = node.localName;
    if (!tags.includes(name)) found.push(["element", name]);
    for (const { name: attribute, value } of node.attributes) {
      if (attribute.startsWith("on") || ["srcdoc", "srcset", "formaction", "background", "ping"].includes(attribute)) found.push([name, attribute, value]);
      if (["src", "action", "data", "poster"].includes(attribute) && new URL(value, node.baseURI).origin !== own) found.push([name, attribute, value]);
      if (attribute === "style" && /url|expression|@import/i.test(value)) found.push([name, attribute, value]);
    }
    const led = node.getAttribute("href") ?? node.getAttribute("xlink:href");
    if (led !== null && !["http:", "https:", "mailto:"].includes(new URL(led, node.baseURI).protocol)) found.push([name, led]);
    if (name === "meta" && /refresh/i.test(node.httpEquiv)) found.push(["meta", node.content]);
    if (name === "script" && !node.src && !["application/ld+json", "application/json"].includes(node.type)) found.push(["script", node.text.slice(0, 80)]);
    if (name === "style") found.push(["style", node.textContent.slice(0, 80)]);
    node.dispatchEvent(new Event("focus"));
    node.dispatchEvent(new Event("mouseover", { bubbles: true }));
    if (name === "details") node.open = true;
  }
  return found;
}
""".replace("CANARY", CANARY)

SHOW = (
    """
async ([names, tags, atOnce]) => {
  const look = LOOK;
  const faults = [];
  const show = (name) => new Promise((done) => {
    const frame = document.createElement("iframe");
    const late = setTimeout(() => { faults.push([name, "never loaded"]); done(); }, PATIENCE);
    frame.onload = () => setTimeout(() => {
      clearTimeout(late);
      try {
        const at = frame.contentWindow.location.pathname;
        if (at !== new URL(name, location.href).pathname) faults.push([name, "led to", at]);
        if (frame.contentDocument.contentType === "text/html") for (const fault of look(frame.contentWindow, tags)) faults.push([name, ...fault]);
        else if (frame.contentDocument.querySelector("parsererror")) faults.push([name, "not XML"]);
        if (frame.contentWindow.CANARY !== undefined) faults.push([name, "ran"]);
      } catch (error) {
        faults.push([name, "led away", String(error)]);
      }
      frame.onload = null;
      setTimeout(() => { frame.remove(); done(); }, 0);
    }, 0);
    frame.src = name;
    document.body.append(frame);
  });
  const queue = [...names];
  const work = async () => { while (queue.length) await show(queue.shift()); };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (window.CANARY !== undefined) faults.push(["the watch", "ran", String(window.CANARY)]);
  return faults;
}
""".replace("LOOK", LOOK)
    .replace("CANARY", CANARY)
    .replace("PATIENCE", str(PATIENCE_MS))
)


class _Host(http.server.SimpleHTTPRequestHandler):
    """A plain host without headers of its own; ``strips`` takes the policy out of the pages."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".bin": "text/html"}

    def __init__(self, *args: Any, strips: bool, **options: Any) -> None:
        self.strips = strips
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        """Answer with a page, stripped or not, with the page that keeps watch, or with a file."""
        path = Path(self.translate_path(self.path))
        if self.path == WATCH:
            self._page(b'<!doctype html><link rel="icon" href="data:,"><title>watch</title><body>')
        elif path.suffix == ".html" and path.is_file():
            data = path.read_bytes()
            assert POLICY.search(data) or b'http-equiv="refresh"' in data, path
            data = POLICY.sub(b"", data) if self.strips else data
            self._page(STYLE.sub(b"", data) if self.headers.get("Sec-Fetch-Dest") == "iframe" else data)
        else:
            super().do_GET()

    def _page(self, data: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        """Fonts and styles are asked for once."""
        if self.path.startswith("/theme/"):
            self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def visitor(browser: Any, folder: Path, *, strips: bool) -> Iterator[tuple[Any, str, list[str]]]:
    """A page of the browser, the address of a host of the site, and what happened that should not."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Host, directory=str(folder), strips=strips)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    context = browser.new_context()
    context.add_init_script(WATCHER)
    page, faults = context.new_page(), []

    def asked(request: Any) -> None:
        if not request.url.startswith((f"{address}/", "data:image/svg", "blob:" + address)):
            faults.append(f"asked for {request.url}")

    def opened(dialog: Any) -> None:
        faults.append(f"dialog {dialog.message}")
        dialog.dismiss()

    context.on("request", asked)
    context.on("page", lambda new: faults.append(f"opened a window at {new.url}"))
    context.on("dialog", opened)
    page.on("pageerror", lambda error: faults.append(f"error {error}"))
    page.on(
        "console",
        lambda said: (
            faults.append(f"{said.type} {said.text} {said.location}") if said.type == "error" else None
        ),
    )
    page.on("download", lambda download: faults.append(f"download {download.url}"))
    try:
        yield page, address, faults
    finally:
        context.close()
        server.shutdown()
        server.server_close()


def _leads_on(output: Path, found: list[str]) -> bool:
    """Whether what was found is that the page of a former name leads to a page of the archive."""
    page, kind, told = found
    away = re.fullmatch(r"0; url=((?:\.\./)+[\w/-]+/)", told) if kind == "meta" else None
    return (
        away is not None
        and (output / page.lstrip("/")).parent.joinpath(away[1], "index.html").resolve().is_file()
    )


@pytest.mark.parametrize("strips", [True, False], ids=["without the policy", "with the policy"])
def test_every_page_is_harmless(browser: Any, hostile: HostileSite, strips: bool) -> None:
    """Without the policy, nothing runs because all is escaped; with it, the policy has nothing to report."""
    feeds = [p.relative_to(hostile.output).as_posix() for p in sorted(hostile.output.rglob("*.xml"))][::6]
    pages = hostile.pages if strips else sorted({*of_each_kind(hostile), *hostile.pages[::SOME]})
    with visitor(browser, hostile.output, strips=strips) as (page, address, faults):
        page.goto(address + WATCH)
        found = page.evaluate(SHOW, [[f"/{name}" for name in (*pages, *feeds)], TAGS, AT_ONCE])
        assert [one for one in found if not _leads_on(hostile.output, one)] == []
        assert page.evaluate("violations") == []
        assert page.url == address + WATCH
    assert faults == []


def of_each_kind(site: HostileSite) -> list[str]:
    """Two pages of each kind of page: the one with the most attacks in it, and the longest."""
    kinds: dict[str, list[str]] = {}
    for name in site.pages:
        kinds.setdefault(re.sub(r"/[^/]+(?=/)", "/*", name), []).append(name)
    chosen = set()
    for names in kinds.values():
        data = {name: (site.output / name).read_bytes() for name in names}
        chosen |= {
            max(names, key=lambda n: (data[n].count(CANARY.encode()), n)),
            max(names, key=lambda n: (len(data[n]), n)),
        }
    return sorted(chosen)


@pytest.mark.parametrize("strips", [True, False], ids=["without the policy", "with the policy"])
def test_a_reader_who_opens_focuses_and_searches_comes_to_no_harm(
    browser: Any, hostile: HostileSite, strips: bool
) -> None:
    """Pages of each kind on their own, where they may lead away; then the search page with attacks for words."""
    with visitor(browser, hostile.output, strips=strips) as (page, address, faults):
        for name in of_each_kind(hostile):
            page.goto(f"{address}/{name}")
            assert page.evaluate(f"([tags]) => ({LOOK})(window, tags)", [TAGS]) == [], name
            assert page.evaluate("violations") == [], name
            assert page.url == f"{address}/{name}"
        for query in (
            "q=ship&sort=newest",
            "q=%3Cscript%3E+onerror&outlet=%3Cimg+src%3Dx+onerror%3D1%3E",
            "q=%22%3E%3Csvg+onload%3D1%3E",
        ):
            page.goto(f"{address}/search/?{query}")
            page.wait_for_selector("archive-search [role=status]:not(:empty)", state="attached")
            page.wait_for_function("!document.querySelector('[role=status]').textContent.includes('…')")
            assert page.evaluate(f"([tags]) => ({LOOK})(window, tags)", [TAGS]) == [], query
            assert page.evaluate("violations") == [], query
        page.goto(f"{address}/search/?q=pwned")
        page.wait_for_selector(".found-list a")
        assert CANARY in page.inner_text(".found-list") or "pwned" in page.inner_text(".found-list")
        assert page.evaluate(f"window.{CANARY}") is None
    assert faults == []


def test_an_attack_that_was_not_escaped_would_be_seen(browser: Any, tmp_path: Path) -> None:
    """The watch is awake: one page with a canary, a frame's violation, a request that gets out."""
    policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'
    pages = {
        "ran": f"<script>window.{CANARY}=1</script>",
        "remote": "<img src='http://outside.invalid/x.png'>",
        "event": f'<b onmouseover="window.{CANARY}=2">x</b>',
        "link": "<a href='javascript:1'>x</a>",
        "away": "<meta http-equiv=refresh content='0;url=http://outside.invalid/'>",
        "dialog": "<script>alert(1)</script>",
    }
    for name, body in pages.items():
        (tmp_path / f"{name}.html").write_text(
            f"<!doctype html>{policy}<title>x</title>{body}", encoding="utf-8"
        )
    for strips in (True, False):
        with visitor(browser, tmp_path, strips=strips) as (page, address, faults):
            page.goto(address + WATCH)
            found = page.evaluate(SHOW, [[f"/{name}.html" for name in pages], TAGS, AT_ONCE])
            assert {fault[0].strip("/").removesuffix(".html") for fault in found} >= {
                "remote",
                "event",
                "link",
                "away",
            }
            ran = ["/ran.html", "ran", "1"] in found
            assert ran is strips
            assert bool(page.evaluate("violations")) is not strips
            assert any("asked for http://outside.invalid/x.png" in fault for fault in faults)
            assert any(fault.startswith("dialog") for fault in faults) is strips, json.dumps(faults)
