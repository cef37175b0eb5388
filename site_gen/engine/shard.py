"""What a worker does: one shard, item by item, under limits of time and memory.

A shard is a file of items; a file of results comes to stand beside it, whole or not at all. An item that fails, or
takes too long, is an outcome; one that kills its worker is found by who gave the shard (``run``).
"""

from __future__ import annotations

import atexit
import gc
import os
import platform
import re
import resource
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, TypeVar

from .codec import decode, encode
from .disk import is_full

ITEM_SECONDS = 60
"""A single item that takes longer is given up."""

WORKER_BYTES = 6 * 1024**3
"""Address space of a worker; a capture that needs more fails alone."""

GC_THRESHOLDS = (20_000, 20, 50)
"""Work makes short-lived objects by the ten thousand and few cycles; with Python's own 700 a tenth of the time of a
build goes into looking for some (measured on 400 articles: 12.5 s of processor with it, 11.1 s without)."""

_FOLDERS = re.compile(r"""(?<![\w:/.<])(?:/[^/\s"'<>]+)+/(?=[^/\s"'<>])""")
"""The folders in front of the name in an absolute path; no part of an address or a tag."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item."""

    key: str
    value: bytes | None
    """What the function returned; None where it failed."""
    problem: str | None = None
    """Why it failed: one line, for a finding."""
    trace: str | None = None


Work = Callable[[Any, str], bytes | None]
"""``work(context, key)``: reads its input by key, returns its output as bytes. Importable by name."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Paths of one shard, and what is needed to run it."""

    work: Work
    open_context: Callable[[str], Any]
    """Called once a process with ``context_path``; what it gives is closed, where it can be, before the next is opened."""
    context_path: str
    input_path: str
    output_path: str
    seconds: int = ITEM_SECONDS
    """What one item may take; 0 for as long as it takes."""
    pool: str = ""
    """Name, made up by chance, of the pool that gave it: workers that outlive a build tell by it what they may still know."""


def start_worker() -> None:
    """Set the limits of a process that works on shards."""
    gc.set_threshold(*GC_THRESHOLDS)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = WORKER_BYTES if hard == resource.RLIM_INFINITY else min(WORKER_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    signal.signal(signal.SIGALRM, _too_long)
    atexit.register(let_go)


T = TypeVar("T")


def granted(items: Iterable[T]) -> Iterator[T]:
    """The items, each of which may take as long as an item of a shard: for one work that brings many."""
    found = iter(items)
    while True:
        signal.setitimer(signal.ITIMER_REAL, ITEM_SECONDS)
        try:
            item = next(found)
        except StopIteration:
            return
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        yield item


class OverTime(Exception):
    """An item took too long. No OSError, as TimeoutError is one, which who reads a damaged file expects."""


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise OverTime(f"it took longer than {ITEM_SECONDS} seconds")


_contexts: dict[str, Any] = {}


def let_go() -> None:
    """Close what this process opened for its work, as far as it can be closed."""
    while _contexts:
        _, context = _contexts.popitem()
        if (close := getattr(context, "close", None)) is not None:
            close()


def run_shard(shard: Shard) -> None:
    """Work off one shard; its output file appears whole or not at all."""
    context = _contexts.get(shard.context_path)
    if context is None:
        let_go()
        context = _contexts[shard.context_path] = shard.open_context(shard.context_path)
    keys = decode(Path(shard.input_path).read_bytes(), list[str])
    outcomes = [_one(shard.work, context, key, shard.seconds) for key in keys]
    part = Path(f"{shard.output_path}.{platform.node()}-{os.getpid()}.part")
    part.write_bytes(encode(outcomes))
    part.replace(shard.output_path)


def _one(work: Work, context: Any, key: str, seconds: int) -> Outcome:
    """The engine's one boundary: whatever a document does, it becomes an outcome."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return Outcome(key, work(context, key))
    except Exception as error:
        if is_full(error):
            raise  # no document's fault: with the next one it would be the same
        reason = str(error) if isinstance(error, OverTime) else f"{type(error).__name__}: {error}"
        return Outcome(key, None, _homeless(reason), _homeless(traceback.format_exc()))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _homeless(text: str) -> str:
    """A message without the folders of this machine: it may be published, and must be the same everywhere."""
    return _FOLDERS.sub("", text)
