"""The one browser of these tests, and the sample archive, for all of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from .sample import Sample, hosted, sample

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""No name is looked up: a request that gets out is seen, and ends there."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium that can reach nothing but this machine."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium: install Debian's package chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the extra [test]")
    with playwright.sync_playwright() as started:
        made = started.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, NOWHERE])
        yield made
        made.close()


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sample]:
    """The sample archive by language of the interface, built once for all processes of a run."""
    base = tmp_path_factory.getbasetemp()
    return sample(base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base)


@pytest.fixture(scope="session")
def english(samples: dict[str, Sample]) -> Sample:
    """The sample archive in English."""
    return samples["en"]


@pytest.fixture(scope="session")
def hosts(samples: dict[str, Sample]) -> Iterator[dict[str, str]]:
    """The address of a host of each."""
    with ExitStack() as stack:
        yield {language: stack.enter_context(hosted(found.folder)) for language, found in samples.items()}
