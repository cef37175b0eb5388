"""What several rooms of tests share: the hostile archive, built once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.pipeline.conftest import Built, an_archive, build
from tests.pipeline.hostile import hostile_files


@dataclass(frozen=True, slots=True)
class HostileSite:
    """The hostile archive, built in a folder of its own."""

    around: Path
    """The folder that holds ``content``, ``build``, and nothing else but the build's work folder."""
    built: Built

    @property
    def output(self) -> Path:
        """The site."""
        return self.built.output

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page, by its path."""
        return tuple(sorted(p.relative_to(self.output).as_posix() for p in self.output.rglob("*.html")))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    """The hostile archive and its site."""
    around = tmp_path_factory.mktemp("hostile") / "around"
    content = an_archive(around / "content", hostile_files())
    return HostileSite(around, build(content, around / "build", jobs=2))
