"""Work off shards in a child process of the thread that is asked to, with the limits that workers have.

So any ``concurrent.futures`` executor will do, also one whose workers are threads, and a capture that kills or hangs
its process harms no other work: the child is lost, ``LostError`` says so, and the next shard gets a fresh one.
"""

from __future__ import annotations

import os
import pickle
import select
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from .codec import decode
from .shard import ITEM_SECONDS, Shard, run_shard, start_worker

_DONE = b"."
_own = threading.local()


class LostError(Exception):
    """The child that worked on a shard ended, or took too long."""


def run_apart(shard: Shard) -> None:
    """Work off one shard in this thread's child. Raises LostError where the shard is not done then."""
    child = _child_of(shard.pool)
    assert child.stdin is not None and child.stdout is not None
    items = len(decode(Path(shard.input_path).read_bytes(), list[str]))
    said = b""
    try:
        pickle.dump(shard, child.stdin)
        child.stdin.flush()
        if select.select([child.stdout], [], [], items * ITEM_SECONDS * 2)[0]:
            said = child.stdout.read(1)
    except OSError:
        pass
    if said != _DONE:
        child.kill()
        child.wait()
        raise LostError(f"the process that worked on {shard.input_path} was lost")


def _child_of(pool: str) -> subprocess.Popen[bytes]:
    """This thread's child, a fresh one for each pool. It reads shards from its input until that ends, as it does with this process."""
    former: tuple[str, subprocess.Popen[bytes]] | None = getattr(_own, "child", None)
    if former and former[0] == pool and former[1].poll() is None:
        return former[1]
    if former:
        former[1].kill()
        former[1].wait()
    child = subprocess.Popen(
        [sys.executable, "-m", "site_gen.engine.apart"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        start_new_session=True,
    )
    _own.child = (pool, child)
    return child


def main() -> None:
    """Work off the shards of the input; say when one is done. What is printed meanwhile goes to the errors."""
    told: Any = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    start_worker()
    while True:
        try:
            shard = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        run_shard(shard)
        told.write(_DONE)


if __name__ == "__main__":
    main()
