"""The captures that lie in the content folder, listed: files of their own, and the records of files of records.

What files of records hold (JSONL, web archives, saved pages) is listed by a worker, under limits of time and memory. It writes what it finds to a file beside the catalogue, one entry behind another; this process reads it when the
worker is done, or was lost. A file that a worker cannot get through is a finding, what came before it there is kept, and
the files behind it are listed by a fresh one.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import BinaryIO

from . import ingest
from .content import CaptureFile, Content
from .engine.codec import decode, encode, pack
from .engine.plan import digest, plan
from .engine.run import Pool
from .engine.shard import granted
from .engine.store import Store
from .errors import StageError
from .model import Finding, Level
from .pipeline import Stamp, Workshop, open_workshop

_LENGTH_BYTES = 8


@dataclass(frozen=True, slots=True)
class Order:
    """Files to be listed, and where to."""

    paths: tuple[str, ...]
    output: str


@dataclass(frozen=True, slots=True)
class Held:
    """A record, a remark, or, without either, that a file was begun."""

    path: str
    key: str = ""
    record: str | None = None
    sha256: str = ""
    seal: bytes = b""
    """Digest of the record as it was read."""
    packed: bytes | None = None
    """The record; None where the catalogue holds it already."""
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A capture that lies in the content folder."""

    key: str
    path: str
    record: str | None
    sha256: str


def list_captures(
    content: Content, store: Store, pool: Pool, *, task: Path, work: Path
) -> tuple[list[Found], list[Finding]]:
    """Return the captures in order of their files, and what was odd; keep the records of containers in the store.

    Raises StageError where no worker can read any container.
    """
    findings: list[Finding] = []
    seals: dict[str, bytes] = {}
    held: dict[str, list[Found]] = defaultdict(list)
    containers = [file.path for file in content.files if ingest.is_container(file.path)]
    for one in _holdings(pool, task, work, containers):
        if one.finding:
            findings.append(one.finding)
            continue
        seals[one.key] = one.seal
        if one.packed is not None:
            store.put_packed("record", one.key, one.seal, one.packed)
        held[one.path].append(Found(one.key, one.path, one.record, one.sha256))
    store.drop(("record",), plan(seals, store.digests("record")).gone)
    stamps = dict(store.each("stamp", Stamp))
    store.drop(("stamp",), sorted(stamps.keys() - {file.path for file in content.files}))
    found: list[Found] = []
    for file in content.files:
        if ingest.is_container(file.path):
            found += held.get(file.path, ())
        else:
            found.append(Found(file.path, file.path, None, _sha256(content.folder, store, file, stamps)))
    return found, findings


def _sha256(folder: Path, store: Store, file: CaptureFile, stamps: Mapping[str, Stamp]) -> str:
    """The digest of a file; one whose size and time of change are those of the last build is not read again."""
    last = stamps.get(file.path)
    if last and (last.size_bytes, last.stamp) == (file.size_bytes, file.stamp):
        return last.sha256
    with (folder / file.path).open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    store.put("stamp", file.path, b"", Stamp(file.size_bytes, file.stamp, sha256))
    return sha256


def _holdings(pool: Pool, task: Path, work: Path, paths: Sequence[str]) -> Iterator[Held]:
    """Yield the records of files in order of the files, and what was odd. Raises StageError where no worker can read any."""
    left = list(paths)
    for number in count():
        if not left:
            return
        order, output = work / f"order-{number}", work / f"held-{number}"
        order.write_bytes(encode(Order(tuple(left), str(output))))
        output.touch()
        outcome = pool.whole(
            list_records, str(order), open_context=open_workshop, context_path=task, grows=output
        )
        begun, records = "", 0
        for one in _entries(output):
            is_begin = not one.key and one.finding is None
            begun, records = (one.path, 0) if is_begin else (begun, records + bool(one.key))
            if not is_begin:
                yield one
        output.unlink()
        if outcome.value is not None:
            return
        if not begun:
            raise StageError(
                f"ingest: files of records cannot be read: {outcome.problem}.\n{outcome.trace or ''}"
            )
        yield Held(begun, finding=_given_up(begun, outcome.problem or "no result", records))
        left = left[left.index(begun) + 1 :]


def _given_up(path: str, problem: str, records: int) -> Finding:
    return Finding(
        "ENG-001",
        Level.ERROR,
        path,
        f"the file was read no further than its first {records} captures: {problem}",
        "look at the file; the rest of the archive is published. Leave it, mend it, split it, or remove it",
    )


def list_records(shop: Workshop, key: str) -> bytes:
    """List what the files of an order hold; what a worker does."""
    order = decode(Path(key).read_bytes(), Order)
    known = shop.store.digests("record")
    with Path(order.output).open("ab") as output:
        for path in order.paths:
            _write(output, Held(path))
            for one in granted(_held(shop, path, known)):
                _write(output, one)
    return b""


def _held(shop: Workshop, path: str, known: dict[str, bytes]) -> Iterator[Held]:
    file = Path(shop.task.content) / path
    with file.open("rb") as stream:
        for item in ingest.records(path, stream, file.stat().st_size, shop.task.settings.ingest):
            if isinstance(item, Finding):
                yield Held(path, finding=item)
                continue
            seal = digest(item)
            packed = None if known.get(item.key) == seal else pack(item)
            yield Held(path, item.key, item.record, item.original[0], seal, packed)


def _write(output: BinaryIO, one: Held) -> None:
    data = encode(one)
    output.write(len(data).to_bytes(_LENGTH_BYTES) + data)
    output.flush()


def _entries(path: Path) -> Iterator[Held]:
    """What was written; an entry that its writer did not finish is none."""
    with path.open("rb") as stream:
        while len(head := stream.read(_LENGTH_BYTES)) == _LENGTH_BYTES:
            data = stream.read(int.from_bytes(head))
            if len(data) < int.from_bytes(head):
                return
            yield decode(data, Held)
