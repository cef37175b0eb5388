"""The development server: the built site as a host would serve it, rebuilt and reloaded when files change.

A site whose address has a path (``https://…/archive/``) is served below that path, where the links of its 404 page lead. Honours
the headers and redirects of ``netlify.toml`` and of the site's own ``_redirects``, directory addresses and the 404 page, and
packs text as hosts do. For work on an archive on one's own machine, not for hosting.
"""

from __future__ import annotations

import fnmatch
import gzip
import html
import mimetypes
import os
import re
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import click

from .errors import OutputError

RELOAD = "/-/reload"
_SCRIPT = b"""const source = new EventSource("/-/reload");
source.addEventListener("built", () => location.reload());
"""
_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]*)"')
_WRITTEN_INTO_CONTENT = frozenset({"register.csv", "register.csv.part"})
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("application/x-ndjson", ".jsonl")
mimetypes.add_type("application/atom+xml", ".atom")


@dataclass(frozen=True, slots=True)
class Rules:
    """Headers and redirects of a site."""

    headers: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    """(pattern of the path, headers)."""
    redirects: tuple[tuple[str, str, int], ...] = ()
    """(from, to, status)."""

    def headers_of(self, path: str) -> Iterator[tuple[str, str]]:
        """The headers of a path; a later rule overrides an earlier one."""
        found: dict[str, str] = {}
        for pattern, headers in self.headers:
            if fnmatch.fnmatchcase(path, pattern):
                found.update(headers)
        yield from found.items()

    def redirect_of(self, path: str) -> tuple[str, int] | None:
        """Where a path is redirected to, and with which status."""
        for source, target, status in self.redirects:
            if source.rstrip("/") == path.rstrip("/"):
                return target, status
            if source.endswith("/*") and path.startswith(source[:-1]):
                return target.replace(":splat", path[len(source) - 1 :]), status
        return None


def read_rules(netlify: Path, output: Path) -> Rules:
    """Return the rules of ``netlify.toml`` and of the output's ``_redirects``; none where they are missing."""
    table = tomllib.loads(netlify.read_text(encoding="utf-8")) if netlify.is_file() else {}
    headers = tuple((h["for"], tuple(sorted(h["values"].items()))) for h in table.get("headers", ()))
    redirects = [(r["from"], r["to"], int(r.get("status", 301))) for r in table.get("redirects", ())]
    own = output / "_redirects"
    for line in own.read_text(encoding="utf-8").splitlines() if own.is_file() else ():
        parts = line.split("#")[0].split()
        if len(parts) >= 2:
            redirects.append((parts[0], parts[1], int(parts[2].rstrip("!")) if len(parts) > 2 else 301))
    return Rules(headers, tuple(r for r in redirects if r[2] != 404))


def place_of(output: Path) -> str:
    """Return the path of its host under which a site lies, as its home page says, ``/archive/``; ``/`` where that says nothing."""
    try:
        found = _CANONICAL.search((output / "index.html").read_bytes())
        path = unquote(urlsplit(html.unescape(found[1].decode())).path) if found else ""
    except (OSError, ValueError):
        return "/"
    return f"/{path.strip('/')}/" if path.strip("/") else "/"


class Handler(BaseHTTPRequestHandler):
    """Serves files of one folder."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, output: Path, netlify: Path, built: threading.Condition | None) -> None:
        self.output, self.netlify, self.built = output, netlify, built
        super().__init__(*args)  # type: ignore[arg-type]

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer with a file, a redirect, or the 404 page."""
        path = unquote(urlsplit(self.path).path, errors="replace")
        if self.built and path == RELOAD:
            self._events()
        elif self.built and path == f"{RELOAD}.js":
            self._send(200, _SCRIPT, "text/javascript", path)
        else:
            self._file(path)

    def _file(self, path: str) -> None:
        rules, place = read_rules(self.netlify, self.output), place_of(self.output)
        if path != place and f"{path.rstrip('/')}/" in ("/", place):
            self._redirect(quote(place), 302)
            return
        is_inside = path.startswith(place)
        path = f"/{path[len(place) :]}" if is_inside else path
        if is_inside and (moved := rules.redirect_of(path)):
            self._redirect(
                quote(place.rstrip("/")) + moved[0] if moved[0].startswith("/") else moved[0], moved[1]
            )
            return
        file = self._find(path) if is_inside else None
        if file is not None and file.is_dir():
            query = urlsplit(self.path).query
            self._redirect(quote(f"{place}{path[1:]}/") + (f"?{query}" if query else ""), 301)
            return
        status = 200 if file else 404
        file = file or self.output / "404.html"
        data = file.read_bytes() if file.is_file() else b"not found\n"
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self._send(status, data, kind, path, rules)

    def _redirect(self, target: str, status: int) -> None:
        self.send_response(status)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _find(self, path: str) -> Path | None:
        """Return the file of a path, a folder where a slash is missing, None where nothing is there."""
        root = self.output.resolve()
        try:
            file = (root / path.lstrip("/")).resolve()
            if not file.is_relative_to(root):
                return None
            if file.is_dir():
                index = file / "index.html"
                found = index if path.endswith("/") else file
                return found if index.is_file() else None
            return file if file.is_file() and not path.endswith("/") else None
        except (OSError, ValueError):
            return None

    def _send(self, status: int, data: bytes, kind: str, path: str, rules: Rules | None = None) -> None:
        if kind == "text/html" and self.built:
            data = data.replace(
                b"</body>", f'<script src="{RELOAD}.js" type="module"></script></body>'.encode()
            )
        if kind.startswith("text/") or kind.endswith(("json", "xml", "javascript")):
            kind += "; charset=utf-8"
        headers = {"Content-Type": kind, "Content-Length": "", "Cache-Control": "no-store"}
        if "charset" in kind or kind == "image/svg+xml":
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                data, headers["Content-Encoding"] = gzip.compress(data, 6, mtime=0), "gzip"
        headers["Content-Length"] = str(len(data))
        for name, value in rules.headers_of(path) if rules else ():
            headers[next((h for h in headers if h.lower() == name.lower()), name)] = value
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.close_connection = True
        try:
            while self.built:
                with self.built:
                    was_built = self.built.wait(timeout=15)
                self.wfile.write(b"event: built\ndata: now\n\n" if was_built else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            return

    def log_message(self, _format: str, *args: object) -> None:
        """Say only what went wrong."""
        if args and str(args[1]).startswith(("4", "5")):
            click.echo(f"{args[0]} {args[1]}", err=True)


class Server(ThreadingHTTPServer):
    """Ends with the program, even while pages listen for a reload."""

    daemon_threads = True


def make_server(
    output: Path, netlify: Path, address: tuple[str, int], built: threading.Condition | None
) -> Server:
    """Return a server that listens; ``serve_forever`` runs it. Raises OutputError where the address is taken."""
    try:
        return Server(address, partial(Handler, output=output, netlify=netlify, built=built))
    except OSError as error:
        raise OutputError(
            f"{address[0]}:{address[1]} cannot be listened on: {error.strerror}. Name another port, as --port 8001; --port 0 takes a free one."
        ) from error


def run(
    content: Path,
    output: Path,
    *,
    theme: str | None,
    jobs: int | None,
    address: tuple[str, int],
    builds: bool,
    reloads: bool,
) -> None:
    """Build (in a process of its own), serve until interrupted, rebuild when the content or the theme changes.

    Without ``builds`` nothing is ever built: the output may be another content folder's site.
    """
    command = [sys.executable, "-m", "site_gen", "build", "--content", str(content), "--output", str(output)]
    command += ["--theme", theme] if theme else []
    command += ["--jobs", str(jobs)] if jobs else []
    places = tuple(p for p in (content, Path("themes")) if p.is_dir())
    built = threading.Condition() if builds and reloads else None
    netlify = next(
        (p for p in (Path("netlify.toml"), content.parent / "netlify.toml") if p.is_file()),
        Path("netlify.toml"),
    )
    server = make_server(
        output, netlify, address, built
    )  # first: a port that is taken is named before the build
    try:
        read = state(places, output)
        _build_first(command if builds else None, output)
        if built:
            watcher = Watcher(places, output, command, built, read)
            threading.Thread(target=watcher.watch, daemon=True).start()
        host, port = server.server_address[:2]
        click.echo(
            f"Serving {output} at http://{host!s}:{port}{quote(place_of(output))} (stop with Ctrl-C)",
            err=True,
        )
        server.serve_forever()
    finally:
        server.server_close()


def _build_first(command: list[str] | None, output: Path) -> None:
    """Build where a command is given. Raises OutputError where that fails, and where no site is there."""
    if command and subprocess.run(command, check=False).returncode not in (0, 1):
        raise OutputError("the site could not be built; see above.")
    if not (output / "index.html").is_file():
        remedy = f"Build one: python -m site_gen build --output {output}"
        raise OutputError(f"{output}: there is no site here yet. {remedy}")


State = frozenset[tuple[str, int, int]]


def state(places: tuple[Path, ...], output: Path) -> State:
    """Every file that a build reads: (path, size in bytes, time of change in ns), without what a build writes."""
    written = {output.resolve(), output.resolve().parent / ".site_gen"}
    found: set[tuple[str, int, int]] = set()
    for place in places:
        for root, folders, names in os.walk(place):
            folders[:] = [name for name in folders if (Path(root) / name).resolve() not in written]
            for name in names:
                if name in _WRITTEN_INTO_CONTENT:
                    continue
                with suppress(OSError):
                    seen = (Path(root) / name).stat()
                    found.add((f"{root}/{name}", seen.st_size, seen.st_mtime_ns))
    return frozenset(found)


@dataclass(slots=True)
class Watcher:
    """Builds again when what the last build read is no more what stands there."""

    places: tuple[Path, ...]
    output: Path
    command: list[str]
    built: threading.Condition
    read: State
    """As things stood before the last build began: what changed while it ran counts as changed."""

    def watch(self) -> None:
        """Look after every change, and once after each build; never returns."""
        from watchfiles import watch

        is_settled = False
        for changes in watch(*self.places, rust_timeout=1000, yield_on_timeout=True):
            if changes or not is_settled:
                is_settled = not self.build_if_changed()

    def build_if_changed(self) -> bool:
        """Build where the files are others than the last build has read; return whether it was done."""
        now = state(self.places, self.output)
        if now == self.read:
            return False
        count = len({path for path, _size, _stamp in now ^ self.read})
        click.echo(f"{count} file{'' if count == 1 else 's'} changed; building", err=True)
        self.read = now
        if subprocess.run(self.command, check=False).returncode in (0, 1):
            with self.built:
                self.built.notify_all()
        return True
