"""Work beyond this process: any executor does it, with the same results; what dies there harms nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from site_gen.engine.cluster import connected, problem_here
from site_gen.engine.run import Pool
from site_gen.engine.store import SNAPSHOT, Store
from site_gen.errors import WorkerError

from .test_run import open_nothing, outcomes, upper


class Threads(ThreadPoolExecutor):
    """An executor whose workers are threads of this process."""

    def __init__(self) -> None:
        super().__init__(2)


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Pool]:
    """A pool whose shards go to threads."""
    with closing(Pool(2, tmp_path / "shards", Threads)) as made:
        yield made


def whose(_context: str, _key: str) -> bytes:
    """The process that does the work."""
    return str(os.getpid()).encode()


def test_shards_are_done_by_any_executor(pool: Pool) -> None:
    """In children of its threads: none of them is this process, and each does many shards."""
    keys = [f"k{n}" for n in range(37)]
    found = outcomes(pool, keys)
    assert {key: o.value for key, o in found.items()} == {key: key.upper().encode() for key in keys}
    found = pool.run(whose, keys, open_context=open_nothing, context_path=Path("context"), shard_items=4)
    processes = {outcome.value for outcome in found}
    assert len(processes) <= 2
    assert str(os.getpid()).encode() not in processes


def test_an_item_that_kills_its_process_is_named_and_the_rest_is_done(pool: Pool) -> None:
    """The shard it was in is done again here, item by item; the executor goes on."""
    keys = [f"k{n}" for n in range(9)] + ["die1", "fail1"] + [f"m{n}" for n in range(9)]
    found = outcomes(pool, keys)
    assert {key for key, o in found.items() if o.value is None} == {"die1", "fail1"}
    assert len(found) == len(keys)
    assert "killed" in (found["die1"].problem or "")


def test_what_works_on_everything_stays_here(tmp_path: Path) -> None:
    """It writes the catalogue, which machines cannot share; nothing is left of either pool."""

    def none() -> Executor:
        raise AssertionError("asked for an executor")

    with closing(Pool(4, tmp_path / "shards", none)) as pool:
        pool.prepare(upper, "", "a")
        made = pool.whole(upper, "all", open_context=open_nothing, context_path=Path("context"))
    assert made.value == b"ALL"
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_later_pool_gets_fresh_processes(tmp_path: Path) -> None:
    """Workers may outlive a build; what they knew of it may not."""
    executor = ThreadPoolExecutor(1)
    seen = []
    for _ in range(2):
        with closing(Pool(1, tmp_path / "shards", lambda: _Lent(executor))) as pool:
            (one,) = pool.run(whose, ["a"], open_context=open_nothing, context_path=Path("context"))
            seen.append(one.value)
    assert len(set(seen)) == 2
    executor.shutdown()


class _Lent(Executor):
    """An executor that lives on after it is shut down."""

    def __init__(self, lender: Executor) -> None:
        self.submit = lender.submit  # type: ignore[method-assign]


def test_a_snapshot_holds_what_was_committed_and_is_read_without_a_lock(tmp_path: Path) -> None:
    """While the catalogue is written on."""
    with Store(tmp_path / "catalogue.sqlite") as store:
        store.put("x", "a", b"", "first")
        path = store.snapshot(tmp_path / f"catalogue{SNAPSHOT}")
        store.put("x", "b", b"", "second")
    before = sorted(tmp_path.iterdir())
    path.chmod(0o444)
    with Store(path, read_only=True) as copy:
        assert dict(copy.each("x", str)) == {"a": "first"}
        assert sorted(tmp_path.iterdir()) == before


def test_a_worker_without_the_folders_or_with_other_code_is_refused(tmp_path: Path) -> None:
    """Before anything is done."""
    from site_gen.engine.cluster import _ROOMS
    from site_gen.engine.plan import code_version

    code = code_version(*_ROOMS)
    assert problem_here((str(tmp_path),), code) == ""
    assert "is not there" in problem_here((str(tmp_path / "gone"),), code)
    assert "another version" in problem_here((str(tmp_path),), b"other")


@pytest.mark.parametrize("named", ["dask", "dask:", "ray:here", ""])
def test_what_is_no_executor_is_said(named: str) -> None:
    """With what to write instead."""
    with pytest.raises(WorkerError, match=r"dask:tcp://"), connected(named, ()):
        pass
