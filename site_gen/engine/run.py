"""Run a function over many items in N processes, through shards on disk.

A shard is a file of items; a worker reads it, applies the function to each item and writes a file of results beside
it, atomically. So only paths cross the process boundary, any ``concurrent.futures`` executor can do the work, and a
shard that is done twice gives the same bytes. An item that kills or hangs its worker breaks the pool; the shards
that were under way are then run again item by item, alone, and the one that breaks its worker again is set aside.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import platform
import re
import resource
import signal
import traceback
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from ..errors import WorkerError
from .codec import decode, encode
from .disk import is_full

SHARD_ITEMS = 32
"""Items in one shard: some tens of milliseconds each make a shard of about a second."""

ITEM_SECONDS = 60
"""A single item that takes longer is given up."""

KILLED = "it killed the process that read it"

WORKER_BYTES = 6 * 1024**3
"""Address space of a worker; a capture that needs more fails alone."""


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
    """Called once a process with ``context_path``."""
    context_path: str
    input_path: str
    output_path: str
    seconds: int = ITEM_SECONDS
    """What one item may take; 0 for as long as it takes."""
    pool: str = ""
    """Name, made up by chance, of the pool that gave it: workers that outlive a build tell by it what they may still know."""


class Pool:
    """N worker processes that live as long as the build. Close it.

    ``far`` gives an executor whose workers share nothing with this process but folders: shards go there, and what works on
    the whole corpus, or is suspected of having killed its worker, to processes here.
    """

    def __init__(self, jobs: int, folder: Path, far: Callable[[], Executor] | None = None) -> None:
        self.jobs = max(1, jobs)
        self.far = far
        self._name = uuid.uuid4().hex if far else ""
        self._near = Pool(1, folder.with_name(f"{folder.name}-near")) if far else self
        self._folder = folder
        self._executor: Executor | None = None
        self._number = 0
        self._has_worked = False
        folder.mkdir(parents=True, exist_ok=True)

    def close(self) -> None:
        """End the workers and remove what they left."""
        if self.far:
            self._near.close()
        self._shut()
        for path in sorted(self._folder.glob("*")):
            path.unlink()

    def run(
        self,
        work: Work,
        keys: Sequence[str],
        *,
        open_context: Callable[[str], Any],
        context_path: Path,
        shard_items: int = SHARD_ITEMS,
    ) -> Iterator[Outcome]:
        """Yield one outcome a key, in no particular order: the caller stores them by key."""

        def shard(part: Sequence[str]) -> Shard:
            return self._shard(work, part, open_context, context_path)

        size = max(1, min(shard_items, -(-len(keys) // (self.jobs * 4))))
        parts = [tuple(keys[i : i + size]) for i in range(0, len(keys), size)]
        suspects: list[tuple[str, ...]] = []
        for part, outcomes in self._in_parallel(parts, shard):
            if outcomes is None:
                suspects.append(part)
            else:
                yield from outcomes
        for part in suspects:
            for key in part:
                yield self._alone(key, shard)

    def whole(
        self, work: Work, key: str, *, open_context: Callable[[str], Any], context_path: Path
    ) -> Outcome:
        """Do one work on the whole corpus in a worker, however long it takes; this process stays small."""
        if self.far:
            return self._near.whole(work, key, open_context=open_context, context_path=context_path)
        made = self._shard(work, (key,), open_context, context_path, seconds=0)
        future = self._submit(made)
        try:
            future.result()
        except BrokenProcessPool:
            self._shut()
            self._check_that_workers_start()
            return Outcome(key, None, KILLED)
        self._has_worked = True
        return _collect(made)[0]

    def prepare(self, work: Callable[..., object], *arguments: object) -> None:
        """Have every idle worker do something ahead, while the caller is busy itself.

        What fails there is passed over: it fails again when it is done in earnest.
        """
        if self.far:
            return
        if self._executor is None:
            self._executor = _executor(self.jobs)
        with suppress(BrokenProcessPool), _uninterrupted():
            for _ in range(self.jobs):
                self._executor.submit(work, *arguments)

    def _shard(
        self,
        work: Work,
        part: Sequence[str],
        open_context: Callable[[str], Any],
        context_path: Path,
        *,
        seconds: int = ITEM_SECONDS,
    ) -> Shard:
        self._number += 1
        stem = self._folder / f"{self._number:08d}"
        Path(f"{stem}.in").write_bytes(encode(list(part)))
        return Shard(work, open_context, str(context_path), f"{stem}.in", f"{stem}.out", seconds, self._name)

    def _in_parallel(
        self, parts: Iterable[tuple[str, ...]], shard: Callable[[Sequence[str]], Shard]
    ) -> Iterator[tuple[tuple[str, ...], list[Outcome] | None]]:
        """Yield each part with its outcomes, or with None where the pool broke while it was under way."""
        waiting = iter(parts)
        running: dict[Future[None], tuple[tuple[str, ...], Shard]] = {}
        while True:
            while len(running) < self.jobs * 2 and (part := next(waiting, None)) is not None:
                made = shard(part)
                running[self._submit(made)] = (part, made)
            if not running:
                return
            longest = max(len(part) for part, _ in running.values())
            done, _ = wait(running, timeout=longest * ITEM_SECONDS * 2, return_when=FIRST_COMPLETED)
            if not done:
                self._kill()
                done = set(running)
            broken = False
            for future in sorted(done, key=lambda f: running[f][1].output_path):
                part, made = running.pop(future)
                ok = future.done() and future.exception() is None
                broken = broken or not (ok or self.far)
                self._has_worked = self._has_worked or ok
                yield part, (_collect(made) if ok else None)
            if broken:
                self._shut()
                for part, _made in [running.pop(f) for f in list(running)]:
                    yield part, None

    def _submit(self, shard: Shard) -> Future[None]:
        if self.far:
            from .apart import run_apart

            self._executor = self._executor or self.far()
            return self._executor.submit(run_apart, shard)
        if self._executor is None:
            self._executor = _executor(self.jobs)
        with _uninterrupted():
            try:
                return self._executor.submit(run_shard, shard)
            except BrokenProcessPool:
                self._shut()
                self._executor = _executor(self.jobs)
                return self._executor.submit(run_shard, shard)

    def _alone(self, key: str, shard: Callable[[Sequence[str]], Shard]) -> Outcome:
        made = shard((key,))
        with _executor(1) as executor:
            with _uninterrupted():
                future = executor.submit(run_shard, made)
            try:
                future.result(timeout=ITEM_SECONDS * 2)
            except BrokenProcessPool:
                self._check_that_workers_start()
                return Outcome(key, None, KILLED)
            except TimeoutError:
                _kill(executor)
                return Outcome(key, None, f"it took longer than {ITEM_SECONDS * 2} seconds")
        return _collect(made)[0]

    def _check_that_workers_start(self) -> None:
        """Raise WorkerError where it is no capture that kills a worker: none can start at all."""
        if self._has_worked:
            return
        with _executor(1) as executor:
            try:
                with _uninterrupted():
                    future = executor.submit(os.getpid)
                future.result()
            except BrokenProcessPool as error:
                raise WorkerError(
                    "worker processes cannot start. A script that builds an archive must be a file, not standard input, "
                    'and call site_gen below `if __name__ == "__main__":`, for each worker reads it anew.'
                ) from error
        self._has_worked = True

    def _shut(self) -> None:
        if self._executor is not None:
            if self.far:
                self._executor.shutdown(wait=False)
            else:
                self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def _kill(self) -> None:
        if self._executor is not None:
            _kill(self._executor)


def _executor(jobs: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=start_worker)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back Ctrl-C while workers start. They inherit that, so that it is the build process alone which it ends."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _kill(executor: Executor) -> None:
    processes = getattr(executor, "_processes", None) or {}
    for process in list(processes.values()):
        process.kill()


GC_THRESHOLDS = (20_000, 20, 50)
"""Work makes short-lived objects by the ten thousand and few cycles; with Python's own 700 a tenth of the time of a
build goes into looking for some (measured on 400 articles: 12.5 s of processor with it, 11.1 s without)."""


def start_worker() -> None:
    """Set the limits of a process that works on shards."""
    gc.set_threshold(*GC_THRESHOLDS)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = WORKER_BYTES if hard == resource.RLIM_INFINITY else min(WORKER_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    signal.signal(signal.SIGALRM, _too_long)


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"it took longer than {ITEM_SECONDS} seconds")


_contexts: dict[str, Any] = {}


def run_shard(shard: Shard) -> None:
    """Work off one shard; its output file appears whole or not at all."""
    context = _contexts.get(shard.context_path)
    if context is None:
        _contexts.clear()
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
        reason = str(error) if isinstance(error, TimeoutError) else f"{type(error).__name__}: {error}"
        return Outcome(key, None, _homeless(reason), _homeless(traceback.format_exc()))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _homeless(text: str) -> str:
    """A message without the folders of this machine: it may be published, and must be the same everywhere."""
    return _FOLDERS.sub("", text)


_FOLDERS = re.compile(r"""(?<![\w:/.<])(?:/[^/\s"'<>]+)+/(?=[^/\s"'<>])""")
"""The folders in front of the name in an absolute path; no part of an address or a tag."""


def _collect(shard: Shard) -> list[Outcome]:
    output = Path(shard.output_path)
    outcomes = decode(output.read_bytes(), list[Outcome])
    output.unlink()
    Path(shard.input_path).unlink(missing_ok=True)
    return outcomes
