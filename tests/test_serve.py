"""The development server: files, directories, headers and redirects as a host would serve them."""

from __future__ import annotations

import gzip
import http.client
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen import serve
from site_gen.errors import OutputError
from site_gen.serve import make_server, read_rules

RULES = """
[[headers]]
  for = "/*"
  [headers.values]
    X-Frame-Options = "DENY"
[[headers]]
  for = "/originals/*"
  [headers.values]
    Content-Type = "application/octet-stream"
    Content-Disposition = "attachment"
[[redirects]]
  from = "/old/*"
  to = "/new/:splat"
  status = 302
[[redirects]]
  from = "/*"
  to = "/404.html"
  status = 404
"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[tuple[str, int]]:
    """A served site of a few files."""
    site = tmp_path / "build"
    for name, text in {
        "index.html": "<body>home</body>",
        "a/index.html": "<body>a</body>",
        "404.html": "<body>lost</body>",
        "originals/x.bin": "<script>alert(1)</script>",
        "_redirects": "/gone/ /a/ 301\n",
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "netlify.toml").write_text(RULES)
    server = make_server(site, tmp_path / "netlify.toml", ("127.0.0.1", 0), None)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield ("127.0.0.1", server.server_address[1])
    server.shutdown()
    server.server_close()


def get(address: tuple[str, int], path: str) -> tuple[int, dict[str, str], str]:
    """Ask for a path as it is written, dots and all."""
    connection = http.client.HTTPConnection(*address, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode()


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/", 200, "<body>home</body>"),
        ("/a/", 200, "<body>a</body>"),
        ("/a/?q=1", 200, "<body>a</body>"),
        ("/a/index.html", 200, "<body>a</body>"),
        ("/a/index.html/", 404, "<body>lost</body>"),
        ("/nowhere/", 404, "<body>lost</body>"),
        ("/../secret.txt", 404, "<body>lost</body>"),
        ("/%2e%2e/secret.txt", 404, "<body>lost</body>"),
        ("/a%00b", 404, "<body>lost</body>"),
    ],
)
def test_paths_are_served_from_the_site_and_nowhere_else(
    address: tuple[str, int], path: str, status: int, body: str
) -> None:
    """A directory gives its index; what is not there gives the 404 page; nothing outside is reached."""
    found = get(address, path)
    assert (found[0], found[2]) == (status, body)


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [("/a", 301, "/a/"), ("/old/x/y", 302, "/new/x/y"), ("/gone/", 301, "/a/")],
)
def test_redirects_of_netlify_and_of_the_site_are_followed(
    address: tuple[str, int], path: str, status: int, location: str
) -> None:
    """Those of netlify.toml, of _redirects, and a missing slash."""
    found = get(address, path)
    assert (found[0], found[1]["location"]) == (status, location)


def test_an_original_is_handed_over_as_a_download(address: tuple[str, int]) -> None:
    """The headers of netlify.toml hold here too."""
    _status, headers, _body = get(address, "/originals/x.bin")
    assert headers["content-type"] == "application/octet-stream"
    assert headers["content-disposition"] == "attachment"
    assert headers["x-frame-options"] == "DENY"


def test_a_port_that_is_taken_is_named(address: tuple[str, int], tmp_path: Path) -> None:
    """With what to do."""
    with pytest.raises(OutputError, match="Name another port, as --port 8001"):
        make_server(tmp_path, tmp_path / "netlify.toml", address, None)


@pytest.fixture
def below(address: tuple[str, int], tmp_path: Path) -> tuple[str, int]:
    """The served site, built for a path of its host."""
    home = '<link rel="canonical" href="https://x.example/press/archive/"><body>home</body>'
    (tmp_path / "build" / "index.html").write_text(home)
    return address


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/press/archive/a/", 200, "<body>a</body>"),
        ("/press/archive/nowhere/", 404, "<body>lost</body>"),
        ("/a/", 404, "<body>lost</body>"),
        ("/press/", 404, "<body>lost</body>"),
        ("/", 302, "/press/archive/"),
        ("/press/archive", 302, "/press/archive/"),
        ("/press/archive/a?q=1", 301, "/press/archive/a/?q=1"),
        ("/press/archive/gone/", 301, "/press/archive/a/"),
        ("/press/archive/old/x", 302, "/press/archive/new/x"),
    ],
)
def test_a_site_for_a_path_of_its_host_is_served_below_it(
    below: tuple[str, int], path: str, status: int, said: str
) -> None:
    """As its own host will: the links of the 404 page begin with that path. The root leads there."""
    found = get(below, path)
    assert (found[0], found[1].get("location", found[2])) == (status, said)


def test_headers_are_told_by_the_place_in_the_site(below: tuple[str, int]) -> None:
    """The rules of netlify.toml know no path of the host."""
    assert get(below, "/press/archive/originals/x.bin")[1]["content-disposition"] == "attachment"


def test_the_address_that_is_named_is_the_one_that_works(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the path of the site."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "index.html").write_text('<link rel="canonical" href="https://x.example/archive/">')
    monkeypatch.setattr(serve.Server, "serve_forever", lambda _self: None)
    serve.run(
        tmp_path,
        tmp_path / "build",
        theme=None,
        jobs=None,
        address=("127.0.0.1", 0),
        builds=False,
        reloads=False,
    )
    assert "/archive/ (stop with Ctrl-C)" in capsys.readouterr().err


def test_a_site_without_rules_has_none(tmp_path: Path) -> None:
    """netlify.toml is optional."""
    assert read_rules(tmp_path / "netlify.toml", tmp_path).redirects == ()


def test_text_is_packed_for_whoever_can_unpack_it(address: tuple[str, int]) -> None:
    """As hosts do, so that what is weighed here is what readers load; nobody else gets it so."""
    plain = get(address, "/")
    connection = http.client.HTTPConnection(*address, timeout=10)
    connection.request("GET", "/", headers={"Accept-Encoding": "gzip, br"})
    answer = connection.getresponse()
    body = answer.read()
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "content-encoding" not in plain[1]
    assert int(answer.headers["Content-Length"]) == len(body)
    assert gzip.decompress(body).decode() == plain[2]


def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, builds: bool) -> tuple[list[list[str]], bool]:
    """Serve for no time at all; return the builds that were started, and whether anything was watched."""
    (tmp_path / "content").mkdir(exist_ok=True)
    (tmp_path / "build").mkdir(exist_ok=True)
    (tmp_path / "build" / "index.html").write_text("<body>another archive</body>")
    started: list[list[str]] = []
    watched = threading.Event()

    def started_build(command: list[str], check: bool) -> subprocess.CompletedProcess[str]:
        started.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", started_build)
    monkeypatch.setattr(serve.Watcher, "watch", lambda _self: watched.set())
    monkeypatch.setattr(serve.Server, "serve_forever", lambda _self: watched.wait(0.2))
    serve.run(
        tmp_path / "content",
        tmp_path / "build",
        theme=None,
        jobs=None,
        address=("127.0.0.1", 0),
        builds=builds,
        reloads=True,
    )
    return started, watched.is_set()


def test_what_is_served_as_it_is_is_never_built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With --no-build the output may be another archive's: no change here may touch it."""
    assert served(monkeypatch, tmp_path, builds=False) == ([], False)
    started, watched = served(monkeypatch, tmp_path, builds=True)
    assert (len(started), watched) == (1, True)


def test_a_port_that_is_taken_is_named_before_anything_is_built(
    monkeypatch: pytest.MonkeyPatch, address: tuple[str, int], tmp_path: Path
) -> None:
    """A build may take minutes."""
    monkeypatch.setattr(serve.subprocess, "run", lambda *_, **__: pytest.fail("it was built"))
    with pytest.raises(OutputError, match="--port 0 takes a free one"):
        serve.run(
            tmp_path, tmp_path / "build", theme=None, jobs=None, address=address, builds=True, reloads=False
        )


def test_a_change_made_while_a_build_ran_is_built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What the build read is compared with what stands there after it; then all is quiet."""
    content, output = tmp_path / "content", tmp_path / "content" / "site"
    (content / "captures").mkdir(parents=True)
    (content / "captures" / "a.txt").write_text("one")
    places = (content,)
    read = serve.state(places, output)
    (content / "captures" / "a.txt").write_text("one and two")
    started: list[list[str]] = []

    def builds(command: list[str], check: bool) -> subprocess.CompletedProcess[str]:
        started.append(command)
        output.mkdir(exist_ok=True)
        (output / "index.html").write_text(f"build {len(started)}")
        (content / ".site_gen").mkdir(exist_ok=True)
        (content / ".site_gen" / "lock").write_text(str(len(started)))
        (content / "register.csv").write_text(f"{len(started)}")
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", builds)
    watcher = serve.Watcher(places, output, ["build"], threading.Condition(), read)
    assert watcher.build_if_changed()
    assert not watcher.build_if_changed(), "what a build writes is no change"
    (content / "captures" / "b.txt").write_text("three")
    assert watcher.build_if_changed()
    assert len(started) == 2
