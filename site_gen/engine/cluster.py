"""Workers on other machines: an executor of ``dask.distributed``, which the extra ``distributed`` brings.

Only names of files travel. Every machine has this version of the program, the same packages, and the folders of the
archive under the same names; that is looked at before anything is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import WorkerError
from .plan import code_version

START_SECONDS = 60
"""How long a scheduler, and its first worker, may take to answer."""
_ROOMS = ("ingest", "clean", "describe", "link", "compare", "index", "render", "engine", "press", "pipeline")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Workers that are reached through an executor."""

    executor: Callable[[], Executor]
    jobs: int
    """Shards that it works on at a time."""


@contextmanager
def connected(named: str, folders: tuple[Path, ...]) -> Iterator[Cluster]:
    """Connect to the workers that a user named, ``dask:ADDRESS``, for as long as the block runs.

    Raises WorkerError where the name is none, nobody answers there, or a worker lacks the folders or this program.
    """
    kind, _, address = named.partition(":")
    if kind != "dask" or not address:
        raise WorkerError(
            f'--executor {named}: no such executor. Write "dask:" and the scheduler\'s address, as in dask:tcp://10.0.0.5:8786.'
        )
    try:
        import distributed
    except ImportError as error:
        raise WorkerError(
            "Workers on other machines need dask.distributed: pip install distributed, on every machine in one version."
        ) from error
    try:
        connect: Any = distributed.Client
        client = connect(address, timeout=START_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise WorkerError(f"{address}: no scheduler answers: {error}. Start one: dask scheduler.") from error
    with client:
        _check(client, address, folders)
        yield Cluster(lambda: client.get_executor(pure=False), sum(client.nthreads().values()))


def _check(client: Any, address: str, folders: tuple[Path, ...]) -> None:
    """Raise WorkerError where there is no worker, or one that could not do the work as this process does it."""
    try:
        client.wait_for_workers(1, timeout=START_SECONDS)
    except TimeoutError as error:
        raise WorkerError(
            f"{address}: the scheduler has no workers. Start some: dask worker {address}."
        ) from error
    try:
        found = client.run(problem_here, tuple(map(str, folders)), code_version(*_ROOMS), on_error="return")
    except ImportError as error:
        raise WorkerError(f"{address}: a worker lacks site_gen: {error}. Install it there.") from error
    for worker, problem in sorted(found.items()):
        if problem:
            raise WorkerError(f"worker {worker}: {problem}")


def problem_here(folders: tuple[str, ...], code: bytes) -> str:
    """Return why work could not be done in this process as where ``code`` was digested; empty where it could."""
    for folder in folders:
        if not Path(folder).is_dir():
            return f"{folder}: is not there. Share the folder with every machine, under the same name."
    if code_version(*_ROOMS) != code:
        return (
            "it has another version of site_gen, Python or a package. Install the same with constraints.txt."
        )
    return ""
