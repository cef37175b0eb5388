"""Run a function over many items in N processes, through shards on disk.

A shard is a file of items; a worker reads it, applies the function to each item and writes a file of results beside
it, atomically. So only paths cross the process boundary, any ``concurrent.futures`` executor can do the work, and a
shard that is done twice gives the same bytes. An item that kills or hangs its worker breaks the pool; the shards
that were under way are then run again item by item, alone, and the one that breaks its worker again is set aside.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ..errors import WorkerError
from .apart import run_apart
from .codec import decode, encode
from .shard import ITEM_SECONDS, Outcome, Shard, Work, run_shard, start_worker

SHARD_ITEMS = 32
"""Items in one shard: some tens of milliseconds each make a shard of about a second."""

KILLED = "it killed the process that read it"


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
        self,
        work: Work,
        key: str,
        *,
        open_context: Callable[[str], Any],
        context_path: Path,
        grows: Path | None = None,
    ) -> Outcome:
        """Do one work on the whole corpus in a worker, however long it takes; this process stays small.

        ``grows``: a file that the work adds to. Where it does not for twice as long as an item may take, it is given up.
        """
        if self.far:
            return self._near.whole(
                work, key, open_context=open_context, context_path=context_path, grows=grows
            )
        made = self._shard(work, (key,), open_context, context_path, seconds=0)
        try:
            future = self._submit(made)
            if not _is_done(future, grows):
                self._kill()
                self._shut()
                return Outcome(key, None, _overdue())
            future.result()
        except BrokenProcessPool:
            self._shut()
            self._check_that_workers_start()
            return Outcome(key, None, KILLED)
        except KeyboardInterrupt:
            self._kill()  # workers are told nothing of it, and this work may have hours to go
            raise
        self._has_worked = True
        outcome = _collect(made)[0]
        if outcome.value is None:
            self._shut()  # what failed for want of memory may still hold it
        return outcome

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
                return Outcome(key, None, _overdue())
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


def _overdue() -> str:
    return f"it took longer than {ITEM_SECONDS * 2} seconds"


def _is_done(future: Future[None], grows: Path | None) -> bool:
    """Wait for a work; False where the file that it adds to did not grow for too long."""
    size = -1
    while wait((future,), timeout=ITEM_SECONDS * 2 if grows else None).not_done:
        before, size = size, grows.stat().st_size if grows else 0
        if size == before:
            return False
    return True


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


def _collect(shard: Shard) -> list[Outcome]:
    output = Path(shard.output_path)
    outcomes = decode(output.read_bytes(), list[Outcome])
    output.unlink()
    Path(shard.input_path).unlink(missing_ok=True)
    return outcomes
