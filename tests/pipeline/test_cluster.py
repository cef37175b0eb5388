"""Builds by workers of dask.distributed, as on other machines: the same site, and a worker that is killed loses nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from site_gen.engine.cluster import connected
from site_gen.engine.report import Silence
from site_gen.engine.run import Pool
from site_gen.errors import WorkerError
from site_gen.site import build_site

from ..engine.test_run import open_nothing
from .conftest import Built, an_archive, build, text_of

distributed = pytest.importorskip("distributed", reason="dask.distributed comes with the extra `test`")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A scheduler with two workers, each a process that its nanny starts again when it ends."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster.scheduler_address


def killing(context: str, key: str) -> bytes:
    """Work of which one item kills the worker of the cluster that it is done for, the first time."""
    marker = Path(context)
    if key == "k5" and not marker.exists():
        marker.touch()
        os.kill(os.getppid(), signal.SIGKILL)
    return key.upper().encode()


def test_a_worker_that_is_killed_loses_nothing(address: str, tmp_path: Path) -> None:
    """What it worked on is done by another."""
    keys = [f"k{n}" for n in range(20)]
    with connected(f"dask:{address}", (tmp_path,)) as cluster:
        assert cluster.jobs == 2
        with closing(Pool(cluster.jobs, tmp_path / "shards", cluster.executor)) as pool:
            found = list(
                pool.run(
                    killing, keys, open_context=open_nothing, context_path=tmp_path / "killed", shard_items=2
                )
            )
    assert (tmp_path / "killed").exists()
    assert {one.key: one.value for one in found} == {key: key.upper().encode() for key in keys}
    assert len(found) == len(keys)


def test_a_site_built_by_a_cluster_is_the_same(address: str, tmp_path: Path) -> None:
    """Byte for byte, as by one process here; no copy of the catalogue is left."""
    files = {f"captures/{n}.txt": text_of(f"Grain ship aground, report {n}", turn=n) for n in range(6)}
    one, far = (an_archive(tmp_path / name / "content", files) for name in ("one", "far"))
    here = build(one, tmp_path / "one" / "build")
    output, named = tmp_path / "far" / "build", f"dask:{address}"
    summary = build_site(
        far, output, theme=None, jobs=None, is_data_only=False, executor=named, progress=Silence()
    )
    assert Built(output, summary).digests() == here.digests()
    assert not list((tmp_path / "far" / ".site_gen").rglob("*.snapshot"))


def test_a_folder_that_a_worker_does_not_see_is_named(address: str, tmp_path: Path) -> None:
    """Before anything is done."""
    gone = tmp_path / "gone"
    with pytest.raises(WorkerError, match="gone: is not there"), connected(f"dask:{address}", (gone,)):
        pass


def test_a_scheduler_that_does_not_answer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how to start one."""
    monkeypatch.setattr("site_gen.engine.cluster.START_SECONDS", 1)
    with (
        pytest.raises(WorkerError, match="no scheduler answers"),
        connected("dask:tcp://127.0.0.1:9", (tmp_path,)),
    ):
        pass
