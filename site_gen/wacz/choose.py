"""What goes into a WACZ file: the captured pages that have an address and a moment of capture, and may be shown whole.

Whatever is left out is named with its reason. What may be shown is what the last build was told; where a file
that says so has changed since, nothing is packed.
"""

from __future__ import annotations

import json
import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from .. import __version__, ingest
from ..content import check_captures, read_settings
from ..engine.catalogue import StoredCatalogue
from ..engine.codec import decode, encode
from ..engine.report import Progress
from ..engine.run import Pool
from ..engine.store import Store
from ..errors import OutputError
from ..ingest import WarcRecord
from ..model import Article, Record
from ..pipeline import Intake
from ..publish.output import MANIFEST, check_built, make_room, work_folder
from ..settings import IngestSettings, Settings, SiteSettings, source_date
from ..wording import many
from .package import Page, write

_ARCHIVES = (".warc", ".warc.gz", ".wacz")
_SAY_WHAT_IS_SHOWN = ("sources.toml", "decisions.csv", "metadata.csv")

RIGHTS, NO_ARTICLE, NO_PAGE, NO_ADDRESS, NO_MOMENT, NO_RECORD, BESIDE = REASONS = (
    "its text may not be shown whole, or was taken down",
    "no article was made of it",
    "a text, not a page",
    "no address",
    "no moment of capture",
    "its record cannot be read a second time",
    "records that are no pages (pictures, style sheets): pages of the same file may not be shown",
)

NAMED = 10
"""Captures left out that the summary names, for each reason."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What a WACZ file holds."""

    pages: int
    records: int
    bytes: int
    left_out: tuple[tuple[str, str], ...]
    """(capture, one of REASONS), in order of their names."""

    def as_text(self) -> str:
        """Return the summary: what was left out by reason, the first of each by name, and what was packed."""
        lines = []
        for reason in REASONS:
            names = [capture for capture, why in self.left_out if why == reason]
            more = f" and {len(names) - NAMED} more (--json names them)" if len(names) > NAMED else ""
            if names:
                lines.append(f"Left out, {reason}: {', '.join(names[:NAMED])}{more}")
        if not self.pages:
            return "\n".join((*lines, "Nothing can go in, so nothing was written"))
        pages, records = many(self.pages, "page"), many(self.records, "record")
        return "\n".join((*lines, f"Packed {pages} in {records}, {self.bytes / 1e6:.1f} MB"))

    def as_json(self) -> str:
        """Return the same for programs, every capture named."""
        left_out = [{"capture": capture, "why": why} for capture, why in self.left_out]
        found = {"pages": self.pages, "records": self.records, "bytes": self.bytes, "left_out": left_out}
        return json.dumps(found, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Order:
    """What shall be packed, and where to; ``at`` is a file that names the capture file under way."""

    content: str
    catalogue: str
    file: str
    part: str
    at: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class Made:
    """What a worker packed, or why it could not."""

    packed: Packed | None = None
    error: str = ""


def pack(content: Path, output: Path, file: Path, *, progress: Callable[[], Progress]) -> Packed:
    """Write the captured pages of an archive into a file that is not there yet; where there is no page, no file is written.

    A worker reads the captures, under its limits.

    Raises ContentError and OutputError where there is no archive or no site, where a capture or what may be shown has
    changed since the site was built, where the worker is lost, and where the file cannot be written; then nothing is left
    of it.
    """
    catalogue = _check(content, output, file)
    settings = read_settings(content)
    make_room(file)
    part = file.with_name(f".{file.name}.part")
    try:
        part.touch()
        with tempfile.TemporaryDirectory() as folder:
            at = Path(folder, "at")
            order = Order(str(content), str(catalogue), str(file), str(part), str(at), settings)
            packed = _in_a_worker(order, Path(folder), progress)
        if packed.pages:
            part.replace(file)
    except OSError as error:
        raise _unwritten(file, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return packed


def _in_a_worker(order: Order, folder: Path, progress: Callable[[], Progress]) -> Packed:
    """Let a worker fill the file; its errors are raised here."""
    at, task, pool = Path(order.at), folder / "order", Pool(1, folder / "work")
    at.touch()
    task.write_bytes(encode(order))
    try:
        work = partial(pack_order, progress=progress)
        outcome = pool.whole(work, str(task), open_context=Path, context_path=folder, grows=Path(order.part))
    finally:
        pool.close()
    if outcome.value is None:
        raise OutputError(
            f"{order.file}: could not be made; at {at.read_text('utf-8') or 'its beginning'}: {outcome.problem}."
        )
    made = decode(outcome.value, Made)
    if made.packed is None:
        raise OutputError(made.error)
    return made.packed


def pack_order(_folder: Path, task: str, *, progress: Callable[[], Progress]) -> bytes:
    """Write what an order asks for; what a worker does. Gives ``Made``."""
    order = decode(Path(task).read_bytes(), Order)
    try:
        return encode(Made(_packed(order, progress())))
    except OutputError as error:
        return encode(Made(error=str(error)))
    except OSError as error:
        return encode(Made(error=str(_unwritten(Path(order.file), error))))


def _packed(order: Order, progress: Progress) -> Packed:
    settings = order.settings
    with Store(Path(order.catalogue), read_only=True) as store, Path(order.part).open("wb") as made:
        shelf = StoredCatalogue(store)
        choice = _Choice(Path(order.content), store, settings.ingest, progress, shelf, Path(order.at))
        write(made, choice.records(), choice.pages(), _about(settings.site))
        size = made.tell()
    return Packed(len(choice.shown), choice.count, size, tuple(sorted(choice.left_out)))


def _unwritten(file: Path, error: OSError) -> OutputError:
    return OutputError(f"{file}: could not be written: {error.strerror or error}.")


def _check(content: Path, output: Path, file: Path) -> Path:
    """Return the catalogue of the last build."""
    check_captures(content)
    catalogue, manifest = work_folder(output) / "catalogue.sqlite", output / MANIFEST
    check_built(output)
    if not catalogue.is_file():
        raise OutputError(
            f"{output}: its catalogue is gone ({catalogue}). Build the site again: python -m site_gen build."
        )
    for name in _SAY_WHAT_IS_SHOWN:
        path = content / name
        if path.exists() and path.stat().st_mtime_ns > manifest.stat().st_mtime_ns:
            raise OutputError(
                f"{path}: has changed since the site was built, and says what may be shown. Build the site again, then pack it."
            )
    if file.suffix != ".wacz":
        raise OutputError(f"{file}: a WACZ file ends in .wacz. Name it {file.name}.wacz.")
    if file.exists():
        raise OutputError(f"{file}: is there already. Name a file that is not; nothing is ever written over.")
    for kept in (content, output):
        if file.resolve().is_relative_to(kept.resolve()):
            raise OutputError(f"{file}: a WACZ file cannot lie in {kept}. Name another folder.")
    return catalogue


def _about(site: SiteSettings) -> dict[str, str]:
    """What the package says of itself. It has no time of its own unless SOURCE_DATE_EPOCH gives one."""
    moment = source_date()
    created = moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""
    said = {"title": site.title, "description": site.description, "created": created}
    return {key: value for key, value in said.items() if value} | {"software": f"site_gen {__version__}"}


def moment_of(captured: str | None) -> str:
    """Return a time of capture in UTC, to the second: the beginning of a day that has no time; empty where it is none."""
    try:
        found = datetime.fromisoformat(captured or "")
        utc = found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found
    except (ValueError, OverflowError):
        return ""
    return f"{utc.isoformat(timespec='seconds')}Z"


@dataclass(slots=True)
class _Choice:
    """Goes through the captures once, in the order of their names."""

    content: Path
    store: Store
    settings: IngestSettings
    progress: Progress
    shelf: StoredCatalogue
    at: Path
    left_out: list[tuple[str, str]] = field(default_factory=list)
    shown: list[tuple[str, str, str]] = field(default_factory=list)
    """(moment, address, article) of each page."""
    count: int = 0
    """Records that were handed on."""

    def records(self) -> Iterator[WarcRecord]:
        """Yield what goes in."""
        every = (one for _id, one in self.store.each("intake", Intake))
        intakes = sorted(every, key=lambda one: (one.path, one.key))
        self.progress.begin("wacz", len({one.path for one in intakes}))
        try:
            for path, group in groupby(intakes, key=lambda one: one.path):
                self.at.write_text(path, "utf-8")
                one_file = tuple(group)
                is_archive = path.lower().endswith(_ARCHIVES)
                for record in self._archive(path, one_file) if is_archive else self._pages(one_file):
                    self.count += 1
                    yield record
                self.progress.advance()
        finally:
            self.progress.end()

    def pages(self) -> Iterator[Page]:
        """Yield the pages of the records that were yielded, by address and moment."""
        for moment, url, id in sorted(self.shown, key=lambda page: (page[1], page[0], page[2])):
            yield Page(id, url, moment, self.shelf.article_card(id).title, self.shelf.article(id).text())

    def _pages(self, intakes: Iterable[Intake]) -> Iterator[WarcRecord]:
        for intake in intakes:
            found = self._page(intake)
            if isinstance(found, WarcRecord):
                yield found
            else:
                self.left_out.append((intake.key, found))

    def _page(self, intake: Intake) -> WarcRecord | str:
        """What was saved of a page, without what the server said, of a file or a line of one; or why it is left out."""
        if why := _why_not(self.shelf, intake.id):
            return why
        article = self.shelf.article(intake.id)
        if (data := self._bytes(intake, article)) is None:
            return NO_PAGE
        url = article.url.value if article.url else ""
        moment = moment_of(article.capture.captured)
        if not (url and moment):
            return NO_MOMENT if url else NO_ADDRESS
        self.shown.append((moment, url, article.id))
        return _saved(url, moment, data, article)

    def _archive(self, path: str, intakes: tuple[Intake, ...]) -> Iterator[WarcRecord]:
        """Records of a web archive as they came: its pages, and the rest where every page of it may be shown."""
        why = {intake.key: _why_not(self.shelf, intake.id) for intake in intakes}
        wanted = {intake.key: intake.id for intake in intakes if not why[intake.key]}
        self.left_out += [(key, reason) for key, reason in why.items() if reason]
        is_whole = RIGHTS not in why.values()
        others = 0
        with _opened(self.content / path) as stream:
            for record in ingest.kept_records(path, stream, self.settings):
                if record.page is None:
                    others += 1
                    if is_whole and record.url and record.moment:
                        yield record
                elif (id := wanted.pop(f"{path}#{record.page}", "")) and self._is_listed(record, path, id):
                    yield record
        self.left_out += [(key, NO_RECORD) for key in wanted]
        if others and not is_whole:
            self.left_out.append((path, BESIDE))

    def _is_listed(self, record: WarcRecord, path: str, id: str) -> bool:
        """Put a page of a web archive on the list of pages, where it has what it takes."""
        if record.sha256 != self.shelf.article(id).capture.sha256:
            raise _changed(self.content / path)
        if not (record.url and record.moment):
            self.left_out.append((f"{path}#{record.page}", NO_MOMENT if record.url else NO_ADDRESS))
            return False
        self.shown.append((record.moment, record.url, id))
        return True

    def _bytes(self, intake: Intake, article: Article) -> bytes | None:
        """The page of a capture; None where it is a text."""
        if article.capture.media_type != "text/html":
            return None
        if intake.record is not None:
            return ingest.page_of(self.store.get("record", intake.key, Record), self.settings)
        path = self.content / intake.path
        with _opened(path) as stream:
            read = ingest.records(intake.path, stream, path.stat().st_size, self.settings)
            record = next((one for one in read if isinstance(one, Record)), None)
        if record is None or record.original[0] != article.capture.sha256:
            raise _changed(path)
        return ingest.page_of(record, self.settings)


def _why_not(shelf: StoredCatalogue, id: str) -> str:
    """Why a capture may not go in, whatever it is; empty where it may."""
    try:
        return "" if shelf.article_card(id).rights == "full" else RIGHTS
    except KeyError:
        return NO_ARTICLE


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}. Build the site again, then pack it.") from error


def _changed(path: Path) -> OutputError:
    return OutputError(f"{path}: has changed since the site was built. Build it again, then pack it.")


def _saved(url: str, moment: str, data: bytes, article: Article) -> WarcRecord:
    """A page of which nobody kept what the server said: a resource (ISO 28500:2017, 6.4)."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{url} {moment} {article.id}")
    charset = article.capture.encoding.replace("utf-16-", "utf-16")
    headers = (
        ("WARC-Type", "resource"),
        ("WARC-Record-ID", f"<urn:uuid:{name}>"),
        ("WARC-Date", moment),
        ("WARC-Target-URI", url),
        ("Content-Type", f"text/html; charset={charset}"),
    )
    return WarcRecord(None, "resource", url, moment, headers, data, 200, "text/html")
