"""The commands as a person types them: what they print, where, and how they end."""

from __future__ import annotations

import base64
import json
import resource
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from .pipeline.conftest import an_archive, text_of

ROOT = Path(__file__).parents[1]


def site_gen(
    *arguments: str | Path, stdin: str | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "site_gen", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, cwd=cwd)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive, built by the command."""
    folder = tmp_path_factory.mktemp("archive")
    files = {
        "captures/a.txt": text_of("Grain ship runs aground off Port Ansel"),
        "captures/blank.txt": "",
        "topics.toml": '[[topic]]\nlabel = "Port Ansel"\nkind = "place"\naliases = ["Ansel Harbour"]\n'
        '[[topic]]\nlabel = "Divers"\nkind = "subject"\nhidden = true\n',
    }
    an_archive(folder / "content", files)
    done = site_gen("build", "--content", folder / "content", "--output", folder / "build", "--json")
    assert done.returncode == 0, done.stderr
    (folder / "summary.json").write_text(done.stdout)
    return folder


def test_help_is_instant() -> None:
    """Best of five under 0.2 s of CPU: what a person waits for on a machine that is not busy."""
    times = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert site_gen("--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(times) < 0.2


def test_help_imports_nothing_heavy() -> None:
    """The same, whatever the machine is doing."""
    code = "import sys; sys.argv = ['x', '--help']\ntry:\n import site_gen.cli as c; c.main()\nexcept SystemExit: pass\n"
    code += "print([m for m in ('pelican', 'numpy', 'lxml', 'resiliparse', 'jinja2', 'rich') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_summary_is_one_json_object(archive: Path) -> None:
    """For scripts, on standard output alone."""
    summary = json.loads((archive / "summary.json").read_text())
    assert (summary["captures"], summary["published"]) == (2, 1)
    assert [key for key, _why in summary["left_out"]] == ["captures/blank.txt"]


def test_strict_fails_on_a_warning(archive: Path) -> None:
    """The capture names no outlet."""
    done = site_gen("build", "--content", archive / "content", "--output", archive / "build", "--strict")
    assert done.returncode == 1
    assert "metadata.csv" in done.stdout


def test_a_built_site_passes_its_check(archive: Path) -> None:
    """And says what metadata is missing."""
    done = site_gen("check", "--output", archive / "build")
    assert done.returncode == 0, done.stdout
    assert "captures/a.txt: CHK-010 Not known: the outlet" in done.stdout
    assert 'Supply them in metadata.csv (row "captures/a.txt", columns source and published).' in done.stdout


def test_check_names_a_broken_link(archive: Path, tmp_path: Path) -> None:
    """And ends with 1."""
    (tmp_path / "index.html").write_text('<html lang="en"><title>x</title><a href="nowhere/">x</a></html>')
    done = site_gen("check", "--output", tmp_path)
    assert done.returncode == 1
    assert "CHK-006" in done.stdout


def test_explain_says_why(archive: Path) -> None:
    """By the path of a capture, with basis and rule."""
    done = site_gen("explain", "captures/a.txt", "--output", archive / "build")
    assert done.returncode == 0, done.stderr
    assert "title       Grain ship runs aground off Port Ansel  (stated" in done.stdout


def test_explain_names_what_is_near(archive: Path) -> None:
    """A typo gets a hint and exit code 2."""
    done = site_gen("explain", "captures/A.text", "--output", archive / "build")
    assert done.returncode == 2
    assert "captures/a.txt" in done.stderr
    done = site_gen("explain", "nothing.like.it", "--output", archive / "build")
    assert done.returncode == 2
    assert "Near" not in done.stderr
    assert "Write a capture's path (captures/a.txt), an id or an address." in done.stderr


@pytest.mark.parametrize("name", ["captures/blank.txt", "blank.txt"])
def test_explain_says_why_a_capture_was_left_out(archive: Path, name: str) -> None:
    """By its finding; captures/ in front may be left off, here and for an article."""
    done = site_gen("explain", name, "--output", archive / "build")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("left out: ING-001 error: captures/blank.txt: The file is empty.")
    assert "title       Grain ship" in site_gen("explain", "a.txt", "--output", archive / "build").stdout


@pytest.mark.parametrize("name", ["port-ansel", "places/port-ansel/", "Port Ansel", "ansel harbour"])
def test_explain_says_why_a_topic_has_its_articles_and_names(archive: Path, name: str) -> None:
    """By address, label or another name of it; the address shown is that of its page."""
    done = site_gen("explain", name, "--output", archive / "build")
    assert done.returncode == 0, done.stderr
    assert "Port Ansel  (place)  places/port-ansel/" in done.stdout
    assert "made by     the vocabulary (topics.toml:1)" in done.stdout
    assert "also        Ansel Harbour  (supplied: topics.toml:1)" in done.stdout
    assert "Grain ship runs aground off Port Ansel" in done.stdout
    assert 'named twice: "Port Ansel"' in done.stdout


@pytest.mark.parametrize(
    ("name", "why"),
    [("divers", "hidden = true keeps it from having one: topics.toml:5"), ("Ingrid Halvorsen", "1 article")],
)
def test_explain_says_why_a_name_has_no_page(archive: Path, name: str, why: str) -> None:
    """Hidden by the vocabulary, or in too few articles."""
    done = site_gen("explain", name, "--output", archive / "build")
    assert (done.returncode, "no page" in done.stdout, why in done.stdout) == (0, True, True), done.stdout


@pytest.mark.parametrize("item", ["./content/captures/a.txt", "/home/x/captures/a.txt", "a.txt"])
def test_explain_takes_a_path_as_the_shell_completes_it(archive: Path, item: str) -> None:
    """From wherever the archive lies."""
    assert "title       Grain ship" in site_gen("explain", item, "--output", archive / "build").stdout


def test_explain_takes_an_address_as_the_browser_shows_it(archive: Path) -> None:
    """With its host, the page beside the original, and a place in it."""
    address = "https://x.example/archive/articles/grain-ship-runs-aground-off-port-ansel/original/#L3"
    assert "title       Grain ship" in site_gen("explain", address, "--output", archive / "build").stdout


def test_explain_names_the_captures_that_begin_so(archive: Path) -> None:
    """A path may be cut short."""
    done = site_gen("explain", "captures/bl", "--output", archive / "build")
    assert "Near: captures/blank.txt." in done.stderr


@pytest.mark.parametrize(
    ("said", "meant"),
    [(("help",), ("--help",)), (("help", "build"), ("build", "--help")), (("version",), ("--version",))],
)
def test_help_and_version_are_understood_as_words(said: tuple[str, ...], meant: tuple[str, ...]) -> None:
    """As most programs take them."""
    done = site_gen(*said)
    assert (done.returncode, done.stdout) == (0, site_gen(*meant).stdout)


def test_a_number_is_called_a_number(tmp_path: Path) -> None:
    """Not an "integer range"."""
    said = site_gen("serve", "--port", "abc", cwd=tmp_path).stderr
    assert "'abc' is not a valid number" in said
    assert "RANGE" not in site_gen("serve", "--help").stdout


def test_explain_leads_from_a_part_of_a_name_to_the_whole(archive: Path) -> None:
    """To the pages whose address has it."""
    done = site_gen("explain", "ansel", "--output", archive / "build")
    assert "Near: port-ansel" in done.stderr


def test_a_folder_without_its_option_gets_the_option(tmp_path: Path) -> None:
    """The commonest slip: build my-archive."""
    done = site_gen("build", "my-archive", cwd=tmp_path)
    assert done.returncode == 2
    assert "Did you mean --content my-archive?" in done.stderr
    assert "Did you mean --output site?" in site_gen("check", "site", cwd=tmp_path).stderr


def test_init_makes_an_archive_that_builds(tmp_path: Path) -> None:
    """The first two commands of a newcomer; nothing that exists is touched."""
    assert site_gen("init", tmp_path / "mine").returncode == 0
    (tmp_path / "mine" / "archive.toml").write_text('[site]\ntitle = "Kept"\n')
    again = site_gen("init", tmp_path / "mine")
    assert again.returncode == 0 and again.stdout == ""
    assert "Kept as they were: archive.toml, " in again.stderr
    assert "pages/about.md" in again.stderr
    assert "Kept" in (tmp_path / "mine" / "archive.toml").read_text()
    (tmp_path / "mine" / "captures" / "a.txt").write_text(
        text_of("Grain ship runs aground"), encoding="utf-8"
    )
    done = site_gen("build", "--content", tmp_path / "mine", "--output", tmp_path / "site", "--data-only")
    assert done.returncode == 0, done.stderr
    assert "Published 1 article" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("build", "--content", "nowhere"), "no such content folder"),
        (("build", "--theme", "nowhere"), 'theme "nowhere"'),
        (("check", "--output", "nowhere"), "no built site"),
        (("explain", "x", "--output", "nowhere"), "nothing has been built"),
    ],
)
def test_a_wrong_set_up_ends_with_2_and_a_remedy(
    arguments: tuple[str, ...], says: str, tmp_path: Path
) -> None:
    """One line, no traceback."""
    an_archive(tmp_path / "content", {})
    done = subprocess.run(
        [sys.executable, "-m", "site_gen", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 2, done.stdout
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_clean_gives_a_line_of_json_a_file(tmp_path: Path) -> None:
    """path, title, authors, published, source, language, text."""
    path = tmp_path / "a.txt"
    path.write_text(text_of("Grain ship runs aground"), encoding="utf-8")
    done = site_gen("clean", path, "--json")
    found = json.loads(done.stdout)
    assert set(found) == {"path", "title", "authors", "published", "source", "language", "text"}
    assert found["title"] == "Grain ship runs aground"
    assert "Divers found a tear" in found["text"]


def test_clean_gives_every_record_of_a_file(tmp_path: Path) -> None:
    """A line for each record of a JSONL file, named by its id."""
    path = tmp_path / "a.jsonl"
    path.write_text(
        "".join(json.dumps({"id": f"r{n}", "text": text_of(f"Report {n}", turn=n)}) + "\n" for n in range(3))
    )
    done = site_gen("clean", path, "--json")
    names = [json.loads(line)["path"] for line in done.stdout.splitlines()]
    assert names == [f"{path}#r0", f"{path}#r1", f"{path}#r2"]


def test_clean_reads_records_and_answers_in_their_order() -> None:
    """HTML in base64 and plain text; a line that is no record is named and left out."""
    html = f"<html><head><title>T</title></head><body><article><h1>Grain ship aground</h1>{''.join(f'<p>{s}</p>' for s in text_of('').split(chr(10) * 2) if s)}</article></body></html>"
    lines = [
        json.dumps(
            {
                "id": "1",
                "url": "https://a.example/1",
                "site": "a",
                "html_b64": base64.b64encode(html.encode()).decode(),
            }
        ),
        "{broken",
        json.dumps({"id": "2", "site": "a", "text": text_of("Second report of the grain ship")}),
    ]
    done = site_gen("clean", "--jsonl", stdin="\n".join(lines) + "\n")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [f["id"] for f in found] == ["1", "2"]
    assert all(set(f) == {"id", "text", "title", "authors", "date"} for f in found)
    assert "Divers found a tear" in found[0]["text"]
    assert "<stdin>:2" in done.stderr


def test_clean_says_what_it_could_not_read_and_answers_all_the_same() -> None:
    """Broken base64 and a page without text: a word on standard error, an empty text in the answer."""
    lines = [
        json.dumps({"id": "1", "html_b64": "***"}),
        json.dumps({"id": "2", "html": "<p><img src='a.png'></p>"}),
    ]
    done = site_gen("clean", "--jsonl", stdin="\n".join(lines) + "\n")
    assert [(f["id"], f["text"]) for f in map(json.loads, done.stdout.splitlines())] == [("1", ""), ("2", "")]
    assert "<stdin>:1: ING-015 html_b64 is not base64: " in done.stderr
    assert "CLN-001" in done.stderr


def test_clean_without_anything_to_read_says_how() -> None:
    """Usage, exit code 2."""
    done = site_gen("clean")
    assert done.returncode == 2
    assert "--jsonl" in done.stderr


def test_clean_of_files_and_of_a_stream_at_once_says_which_goes() -> None:
    """Usage, exit code 2; nothing is read."""
    done = site_gen("clean", "--jsonl", "page.html")
    assert done.returncode == 2
    assert "takes no files" in done.stderr


def test_clean_goes_on_behind_a_file_that_is_missing(tmp_path: Path) -> None:
    """The others are read; the exit code says that not all were."""
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(text_of(f"Grain ship {name[0]}"), encoding="utf-8")
    done = site_gen("clean", tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt", "--json")
    assert done.returncode == 1
    assert [json.loads(line)["title"] for line in done.stdout.splitlines()] == [
        "Grain ship a",
        "Grain ship c",
    ]
    assert f"{tmp_path / 'b.txt'}: there is no such file" in done.stderr
    assert site_gen("clean", tmp_path / "b.txt").returncode == 2


def test_clean_says_where_what_and_what_to_do(tmp_path: Path) -> None:
    """Under the path as it was given; a folder is called one; "the others" only where there are some."""
    (tmp_path / "x.jsonl").write_text('{"id": "1", "note": "no text"}\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text(text_of("Grain ship runs aground"), encoding="utf-8")
    done = site_gen("clean", tmp_path / "x.jsonl", tmp_path, tmp_path / "a.txt")
    assert done.returncode == 1
    assert (
        f"{tmp_path / 'x.jsonl'}:1: ING-015 Neither html nor text; there is id, note. Give each"
        in done.stderr
    )
    assert f"{tmp_path}: a folder, not a file" in done.stderr
    assert "Not read: 2; the others were read." in done.stderr
    assert "Not read: 1; nothing was read." in site_gen("clean", tmp_path / "none.txt").stderr


def test_clean_reads_a_page_on_standard_input() -> None:
    """As trafilatura does, and by "-" beside other files."""
    page = text_of("Grain ship runs aground")
    alone, named = site_gen("clean", stdin=page), site_gen("clean", "-", stdin=page)
    assert alone.stdout == named.stdout
    assert alone.stdout.startswith("Grain ship runs aground\n\n")
    assert "Divers found a tear" in alone.stdout
    assert (alone.returncode, alone.stderr) == (0, "")


def test_clean_ends_quietly_where_nobody_reads_on() -> None:
    """``clean --jsonl | head -1``."""
    lines = [json.dumps({"id": n, "text": text_of("Grain ship aground", turn=n)}) for n in range(200)]
    command = f"{shlex.quote(sys.executable)} -m site_gen clean --jsonl | head -1"
    done = subprocess.run(
        command, shell=True, input="\n".join(lines), capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert json.loads(done.stdout)["id"] == 0
    assert done.stderr == ""
