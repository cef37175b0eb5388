"""Shards over processes: results, failures, and captures that kill their worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from site_gen.engine import run, shard
from site_gen.engine.codec import encode
from site_gen.engine.run import Pool
from site_gen.engine.shard import Outcome, Shard, granted, let_go, run_shard

ROOT = Path(__file__).parents[2]


def open_nothing(path: str) -> str:
    """A context that is its own path."""
    return path


def upper(_context: str, key: str) -> bytes:
    """Work that succeeds, fails or dies, by its key."""
    if key.startswith("die"):
        os.kill(os.getpid(), signal.SIGKILL)
    if key.startswith("fail"):
        raise ValueError(f"bad {key}")
    return key.upper().encode()


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Pool]:
    """A pool of two workers."""
    with closing(Pool(2, tmp_path / "shards")) as made:
        yield made


def outcomes(pool: Pool, keys: list[str]) -> dict[str, Outcome]:
    """Run the work on keys."""
    found = pool.run(upper, keys, open_context=open_nothing, context_path=Path("context"), shard_items=4)
    return {outcome.key: outcome for outcome in found}


def test_every_key_has_one_outcome(pool: Pool) -> None:
    """Nothing is lost or done twice over many shards."""
    keys = [f"k{n}" for n in range(37)]
    found = outcomes(pool, keys)
    assert {key: o.value for key, o in found.items()} == {key: key.upper().encode() for key in keys}


def test_a_failing_item_fails_alone(pool: Pool) -> None:
    """An exception is an outcome with its reason; its neighbours are done."""
    found = outcomes(pool, ["a", "fail1", "b"])
    assert found["fail1"].value is None
    assert found["fail1"].problem == "ValueError: bad fail1"
    assert found["a"].value == b"A"
    assert found["b"].value == b"B"


def test_an_item_that_kills_its_worker_is_named_and_the_rest_is_done(pool: Pool) -> None:
    """The pool breaks, its suspects are run alone, and only the killers are set aside."""
    keys = [f"k{n}" for n in range(9)] + ["die1"] + [f"m{n}" for n in range(9)] + ["die2"]
    found = outcomes(pool, keys)
    assert {key for key, o in found.items() if o.value is None} == {"die1", "die2"}
    assert len(found) == len(keys)
    assert "killed" in (found["die1"].problem or "")


def test_a_pool_works_again_after_it_broke(pool: Pool) -> None:
    """The next stage of a build gets fresh workers."""
    outcomes(pool, ["die1"])
    assert outcomes(pool, ["x"])["x"].value == b"X"


@pytest.mark.parametrize("ahead", ["fail", "die", "well"])
def test_what_goes_wrong_ahead_harms_nothing(pool: Pool, ahead: str) -> None:
    """Workers may be set to something before there are items; the items are done all the same."""
    pool.prepare(upper, "", ahead)
    found = outcomes(pool, ["a", "b", "c"])
    assert sorted(o.value or b"" for o in found.values()) == [b"A", b"B", b"C"]


def test_closing_a_pool_leaves_no_shards(tmp_path: Path) -> None:
    """Files of shards are the pool's own."""
    made = Pool(1, tmp_path / "shards")
    list(made.run(upper, ["a"], open_context=open_nothing, context_path=Path("context")))
    made.close()
    assert list((tmp_path / "shards").iterdir()) == []


def test_work_on_the_whole_corpus_is_one_outcome(pool: Pool) -> None:
    """It is done by a worker; where it fails or kills the worker, the outcome says so, and the pool works again."""

    def whole(key: str) -> Outcome:
        return pool.whole(upper, key, open_context=open_nothing, context_path=Path("context"))

    assert whole("all").value == b"ALL"
    assert whole("fail").problem == "ValueError: bad fail"
    assert "killed" in (whole("die").problem or "")
    assert whole("again").value == b"AGAIN"


def test_who_interrupts_work_on_the_whole_corpus_does_not_wait_for_it(tmp_path: Path) -> None:
    """Its worker is ended, too."""
    script = tmp_path / "long.py"
    script.write_text(
        "import signal, time\nfrom pathlib import Path\nfrom site_gen.engine.run import Pool\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job would ignore it\n"
        "def work(folder, key):\n    (folder / 'begun').touch()\n    time.sleep(600)\n"
        "if __name__ == '__main__':\n"
        f"    here = Path({str(tmp_path)!r})\n    pool = Pool(1, here / 'work')\n"
        "    try:\n        pool.whole(work, 'all', open_context=Path, context_path=here)\n    finally:\n        pool.close()\n"
    )
    build = subprocess.Popen(
        [sys.executable, script], stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    while not (tmp_path / "begun").exists():
        assert build.poll() is None
        time.sleep(0.05)
    try:
        for _ in range(
            20
        ):  # one that comes while a worker is being started is not heard, and who waits asks again
            build.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                build.wait(timeout=3)
                break
        _, said = build.communicate(timeout=3)
    finally:
        build.kill()
    assert b"KeyboardInterrupt" in said


def patiently(seconds: Iterable[float]) -> Iterator[float]:
    """Wait before each number, as long as it says."""
    for each in seconds:
        time.sleep(each)
        yield each


def in_time(_context: str, key: str) -> bytes:
    """Work that brings items, each in its time, of which a second is granted."""
    shard.ITEM_SECONDS = 1  # type: ignore[misc]
    return str(len(list(granted(patiently(map(float, key.split())))))).encode()


def growing(_context: str, key: str) -> bytes:
    """Work that adds to a file ten times, then hangs if it shall."""
    path, _, hangs = key.partition(" ")
    for _ in range(10):
        with Path(path).open("a") as file:
            file.write("x")
        time.sleep(0.25)
    time.sleep(60 if hangs else 0)
    return b"done"


def test_work_that_brings_many_items_may_take_its_time_for_each(pool: Pool) -> None:
    """All of them may last longer than one may; one that lasts too long ends the work."""

    def whole(key: str) -> Outcome:
        return pool.whole(in_time, key, open_context=open_nothing, context_path=Path("context"))

    assert whole("0.4 0.4 0.4 0.4").value == b"4"
    assert "longer than" in (whole("0.4 9").problem or "")


def test_work_that_hangs_is_given_up_where_it_should_add_to_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as the file grows, the work goes on, however long; the pool works again afterwards."""
    pool = Pool(1, tmp_path / "shards")

    def whole(key: str) -> Outcome:
        return pool.whole(
            growing, key, open_context=open_nothing, context_path=Path("context"), grows=tmp_path / "grows"
        )

    (tmp_path / "grows").touch()
    pool.whole(upper, "start", open_context=open_nothing, context_path=Path("context"))
    with monkeypatch.context() as patched, closing(pool):
        patched.setattr(run, "ITEM_SECONDS", 0.75)
        assert whole(f"{tmp_path}/grows").value == b"done"
        assert "longer than" in (whole(f"{tmp_path}/grows hang").problem or "")
        patched.undo()
        assert outcomes(pool, ["x"])["x"].value == b"X"


@pytest.mark.parametrize("is_file", [True, False], ids=["without a guard", "from standard input"])
def test_workers_that_cannot_start_are_no_fault_of_a_capture(tmp_path: Path, is_file: bool) -> None:
    """The error says what the script must be, and nothing is set aside."""
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\n"
        "from tests.engine.test_run import open_nothing, upper\n"
        "from site_gen.engine.run import Pool\n"
        f"pool = Pool(1, Path({str(tmp_path / 'work')!r}))\n"
        "print([o for o in pool.run(upper, ['1'], open_context=open_nothing, context_path=Path('.'))])\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, *([str(script)] if is_file else ["-"])],
        input=None if is_file else script.read_text(encoding="utf-8"),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == 1 and "Outcome" not in done.stdout
    assert 'below `if __name__ == "__main__":`' in done.stderr.splitlines()[-1]


class Opened:
    """A context that notes in a file beside it that it was closed."""

    def __init__(self, path: str) -> None:
        self.path = path

    def close(self) -> None:
        """Note it."""
        Path(f"{self.path}.closed").touch()


def test_a_worker_closes_what_it_opened_before_it_opens_the_next_and_when_it_ends(tmp_path: Path) -> None:
    """A worker serves many stages, each with a context of its own."""
    (tmp_path / "in").write_bytes(encode(["a"]))
    paths = [str(tmp_path / name) for name in ("first", "first", "second")]
    closed = []
    for path in paths:
        run_shard(Shard(upper, Opened, path, str(tmp_path / "in"), str(tmp_path / "out")))
        closed.append(sorted(p.name for p in tmp_path.glob("*.closed")))
    let_go()
    assert closed == [[], [], ["first.closed"]]
    assert len(list(tmp_path.glob("*.closed"))) == 2
