"""The command line: each command builds settings, calls one function and prints a report.

Results go to standard output, progress and findings to standard error. Exit codes: 0 done; 1 done, but findings (with
--strict) broken pages (check) or files not read (clean); 2 nothing was done: wrong usage, settings, content or output; 130 interrupted.
Everything heavy is imported inside the command that needs it, so that --help is instant.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click

from . import __version__
from .errors import SiteGenError

P = ParamSpec("P")

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FOLDER.name = "folder"  # click calls it a directory; every other word here a folder


def _says_errors(command: Callable[P, None]) -> Callable[P, None]:
    """Print an error of the set-up as it is, and exit with 2."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except SiteGenError as error:
            click.echo(f"error: {error}", err=True)
            sys.exit(2)
        except KeyboardInterrupt:
            click.echo("interrupted; the last site is untouched", err=True)
            sys.exit(130)

    return wrapped


def _whole(least: int, most: int | None = None) -> click.IntRange:
    """Return a whole number between two; click calls it an integer range, in its messages too."""
    number = click.IntRange(least, most)
    number.name = "number"
    return number


class _Welcoming(click.Group):
    """A group that understands ``help``, ``help COMMAND`` and ``version`` as most programs do."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read them as the options that they stand for."""
        if args[:1] == ["help"]:
            args = [*args[1:2], "--help"]
        return super().parse_args(ctx, ["--version"] if args == ["version"] else args)


@click.group(
    cls=_Welcoming,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done; 1 findings with --strict, or broken pages; 2 nothing was done. "
    "Start with: python -m site_gen init my-archive",
)
@click.version_option(__version__, prog_name="site_gen")
def main() -> None:
    """Turn a folder of captured news articles into a clean, cross-linked, searchable static archive."""


class _Guiding(click.Command):
    """A command that says which option was meant by a folder without one."""

    option = "--content"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Add to click's own words what to write instead."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            extra = re.search(r"unexpected extra arguments? \((\S+?)[ )]", error.message)
            if extra is None:
                raise
            raise click.UsageError(f"{error.message}. Did you mean {self.option} {extra[1]}?", ctx) from error


class _GuidingToSite(_Guiding):
    """The same where the folder is a site."""

    option = "--output"


_content = click.option(
    "--content", default="content", show_default=True, type=_FOLDER, help="Content folder of the archive."
)
_output = click.option(
    "--output",
    default="build",
    show_default=True,
    type=_FOLDER,
    help="Folder of the finished site; replaced whole.",
)
_built = click.option(
    "--output", default="build", show_default=True, type=_FOLDER, help="Folder of the finished site."
)
_theme = click.option("--theme", default=None, help="Name or path of a theme; else the one of archive.toml.")
_jobs = click.option(
    "--jobs",
    "-j",
    default=None,
    type=_whole(1, 256),
    help="Worker processes; else one for each core.",
)


@main.command(short_help="Make a content folder with examples.")
@click.argument("folder", type=_FOLDER)
@_says_errors
def init(folder: Path) -> None:
    """Make a content folder with commented examples of every file an archivist keeps."""
    from .init import make

    made, kept = make(folder)
    for path in made:
        click.echo(path)
    if kept:
        click.echo(
            f"Kept as they were: {', '.join(path.relative_to(folder).as_posix() for path in kept)}.", err=True
        )
    click.echo(
        f"Put captures into {folder / 'captures'}, then: python -m site_gen build --content {folder}",
        err=True,
    )


@main.command(cls=_Guiding)
@_content
@_output
@_theme
@_jobs
@click.option("--strict", is_flag=True, help="Exit with 1 where there is any warning or error.")
@click.option("--data-only", is_flag=True, help="Write data/*.jsonl only; never over a site with pages.")
@click.option("--allow-empty", is_flag=True, help="Let a site without articles replace one that has some.")
@click.option(
    "--executor",
    default=None,
    help="Workers on other machines: dask:ADDRESS of a scheduler; else processes here.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON on standard output.")
@_says_errors
def build(
    content: Path,
    output: Path,
    theme: str | None,
    jobs: int | None,
    strict: bool,
    data_only: bool,
    allow_empty: bool,
    executor: str | None,
    as_json: bool,
) -> None:
    """Build the archive: content folder in, static site out."""
    from .engine.report import progress
    from .site import build_site

    summary = build_site(
        content,
        output,
        theme=theme,
        jobs=jobs,
        is_data_only=data_only,
        may_be_empty=allow_empty,
        executor=executor,
        progress=progress(),
    )
    if as_json:
        click.echo(summary.as_json())
    else:
        click.echo(summary.as_text())
    if strict and summary.has_warnings:
        sys.exit(1)


@main.command(cls=_Guiding, short_help="Build, serve, rebuild when files change.")
@_content
@_output
@_theme
@_jobs
@click.option(
    "--port", default=8000, show_default=True, type=_whole(0, 65535), help="Port; 0 takes a free one."
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; this machine only by default.",
)
@click.option("--no-build", is_flag=True, help="Serve the output as it is: nothing is built or watched.")
@click.option("--no-reload", is_flag=True, help="Do not rebuild and reload when files change.")
@_says_errors
def serve(
    content: Path,
    output: Path,
    theme: str | None,
    jobs: int | None,
    port: int,
    host: str,
    no_build: bool,
    no_reload: bool,
) -> None:
    """Build, then serve the site here with the headers and redirects of netlify.toml; rebuild when files change."""
    from .serve import run

    run(
        content,
        output,
        theme=theme,
        jobs=jobs,
        address=(host, port),
        builds=not no_build,
        reloads=not no_reload,
    )


@main.command(cls=_GuidingToSite, short_help="Check a built site.")
@_built
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@_says_errors
def check(output: Path, as_json: bool) -> None:
    """Check a built site: broken links and anchors, remote resources, malformed pages, missing metadata."""
    from .check import check_site

    problems, warnings = check_site(output)
    from .render.recorded import finding_record
    from .render.records import line
    from .wording import many, sentence

    for finding in (*problems, *warnings):
        if as_json:
            click.echo(line(finding_record(finding)), nl=False)
        else:
            click.echo(
                f"{finding.where}: {finding.code} {sentence(finding.message)} {sentence(finding.hint)}"
            )
    click.echo(f"{many(len(problems), 'problem')}, {many(len(warnings), 'warning')}", err=True)
    if problems:
        sys.exit(1)


@main.command(short_help="Say why: dates, links, cuts, what was left out.")
@click.argument("item")
@_built
@_says_errors
def explain(item: str, output: Path) -> None:
    """Say why: an article's dates, basis and cuts, why a capture was left out, what links an event or story, why a topic has its articles and names. ITEM is an id, an address, a capture's path or a topic's name."""
    from .explain import explanation

    click.echo(explanation(item, output))


@main.command(cls=_Guiding, short_help="Pack content folder and site for keeping.")
@click.argument("folder", type=_FOLDER)
@_content
@_built
@_says_errors
def bag(folder: Path, content: Path, output: Path) -> None:
    """Pack the content folder and the site made of it into FOLDER for keeping: a bag (BagIt 1.0), each file with its checksum."""
    from .bag import pack
    from .engine.report import progress

    packed = pack(content, output, folder, progress=progress())
    for path, why in packed.left_out:
        click.echo(f"{content / path}: {why}; not packed.", err=True)
    click.echo(f"Packed {packed.files} files, {packed.bytes / 1e6:.1f} MB into {folder}")


@main.command(cls=_Guiding, short_help="Write captured pages as a web archive.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@_content
@_built
@click.option(
    "--json", "as_json", is_flag=True, help="Print the summary as JSON, with every capture left out."
)
@_says_errors
def wacz(file: Path, content: Path, output: Path, as_json: bool) -> None:
    """Write the captured pages that may be shown into FILE as a web archive to replay (WACZ 1.1.1); say what is not in it."""
    from .engine.report import progress
    from .wacz import pack

    packed = pack(content, output, file, progress=progress)
    click.echo(packed.as_json() if as_json else packed.as_text() + (f" into {file}" if packed.pages else ""))
    if not packed.pages:
        sys.exit(2)


@main.command("clean", short_help="Extract the articles of files, or of records.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file, a line each.")
@click.option(
    "--jsonl", is_flag=True, help="Read records from standard input: {id, url, site, html_b64 or text}."
)
@click.option("--markdown", is_flag=True, help="Text as Markdown: headings, lists, tables, links.")
@_says_errors
def clean_command(files: tuple[Path, ...], as_json: bool, jsonl: bool, markdown: bool) -> None:
    """Extract the articles of FILES, of one page on standard input (-), or of records there; all pages of a site are learned together."""
    from .standalone import Remarks, clean_files, clean_records

    if jsonl and files:
        raise click.UsageError(
            "--jsonl reads records from standard input and takes no files: clean --jsonl < FILE."
        )
    if not (jsonl or files) and sys.stdin.isatty():
        raise click.UsageError("Name files, or give --jsonl with records on standard input.")
    remarks = Remarks()
    if jsonl:
        for line in clean_records(sys.stdin.buffer, remarks, as_markdown=markdown):
            sys.stdout.buffer.write(line)
    else:
        opened = [sys.stdin.buffer if str(path) == "-" else path for path in files or (Path("-"),)]
        for text in clean_files(opened, remarks, as_json=as_json, as_markdown=markdown):
            click.echo(text)
    if remarks.unread:
        rest = "the others were" if remarks.answered else "nothing was"
        click.echo(f"Not read: {remarks.unread}; {rest} read.", err=True)
    sys.exit(remarks.exit_code)
