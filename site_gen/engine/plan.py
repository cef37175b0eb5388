"""What must be done again, and why: one pure function over digests.

A result is kept with its cache key: a digest of the stage, its code, its settings, its inputs and the decisions that
touch it. Same key, same bytes: the old result stands.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distributions, requires, version
from pathlib import Path

import msgspec


@dataclass(frozen=True, slots=True)
class Plan:
    """Work to do for one stage."""

    todo: tuple[str, ...]
    """Keys to work on, sorted."""
    gone: tuple[str, ...]
    """Keys whose results are of no use any more, sorted."""
    reasons: tuple[tuple[str, str], ...]
    """(key, ``new`` or ``changed``), in the order of ``todo``."""


def plan(wanted: Mapping[str, bytes], known: Mapping[str, bytes]) -> Plan:
    """Compare wanted cache keys with those of the results at hand, key by key."""
    todo = tuple(sorted(key for key, digest in wanted.items() if known.get(key) != digest))
    gone = tuple(sorted(key for key in known if key not in wanted))
    return Plan(todo, gone, tuple((key, "changed" if key in known else "new") for key in todo))


def digest(*parts: object) -> bytes:
    """A 16-byte digest of values; bytes and text as they are, all else in canonical MessagePack."""
    return digest_of(part if isinstance(part, bytes) else _encoder.encode(part) for part in parts)


def digest_of(blobs: Iterable[bytes]) -> bytes:
    """A 16-byte digest of a stream of bytes, in their order."""
    hasher = hashlib.sha256()
    for blob in blobs:
        hasher.update(len(blob).to_bytes(8, "little"))
        hasher.update(blob)
    return hasher.digest()[:16]


_encoder = msgspec.msgpack.Encoder(order="deterministic")


@cache
def code_version(*rooms: str) -> bytes:
    """A digest of the source of rooms of the package and of what all of them stand on (model, language, the table of stages).

    A change of code makes the results that it made stale, without anybody having to remember a version number; so does
    another version of Python or of a package that the program needs.
    """
    package = Path(__file__).parents[1]
    hasher = hashlib.sha256("\n".join(_packages()).encode())
    for room in sorted({*rooms, "model", "language", "pipeline"}):
        for path in sorted(_sources(package, room)):
            hasher.update(path.relative_to(package).as_posix().encode())
            hasher.update(path.read_bytes())
    return hasher.digest()[:16]


@cache
def _packages() -> tuple[str, ...]:
    """Python, and every package that the program needs, directly or through another, with their versions.

    Where the program itself is not installed but run from its folder, every package that is there.
    """
    found: dict[str, str] = {}
    todo = ["site_gen"] if _version("site_gen") else sorted({one.name for one in distributions()})
    while todo:
        name = todo.pop()
        if name in found:
            continue
        found[name] = _version(name)
        lines = [line for line in (requires(name) or () if found[name] else ()) if "extra ==" not in line]
        todo += [re.split(r"[^\w.-]", line, maxsplit=1)[0].lower().replace("_", "-") for line in lines]
    python = f"python {sys.version_info.major}.{sys.version_info.minor}"
    return (python, *(f"{name} {found[name]}" for name in sorted(found)))


def _version(name: str) -> str:
    """The version of a package; empty where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _sources(package: Path, room: str) -> Iterable[Path]:
    if (package / f"{room}.py").exists():
        return [package / f"{room}.py"]
    return (p for p in (package / room).rglob("*") if p.is_file() and "__pycache__" not in p.parts)
