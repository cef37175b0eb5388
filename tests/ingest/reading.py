"""One file through ingest, as the tests of this room read it."""

from __future__ import annotations

import io
from typing import NamedTuple

from site_gen import ingest
from site_gen.model import Capture, Finding, Given, Record
from site_gen.settings import IngestSettings

SETTINGS = IngestSettings()


class Read(NamedTuple):
    """What came out of a file."""

    captures: tuple[Capture, ...]
    findings: tuple[Finding, ...]

    @property
    def codes(self) -> list[str]:
        """Codes of the findings, in order."""
        return [f.code for f in self.findings]

    @property
    def only(self) -> Capture:
        """The one capture."""
        assert len(self.captures) == 1, self
        return self.captures[0]


def read(
    name: str, data: bytes | str, *, given: tuple[Given, ...] = (), settings: IngestSettings = SETTINGS
) -> Read:
    """The captures and findings of one file, in order."""
    data = data.encode() if isinstance(data, str) else data
    captures: list[Capture] = []
    findings: list[Finding] = []
    for one in ingest.records(f"captures/{name}", io.BytesIO(data), len(data), settings):
        if isinstance(one, Finding):
            findings.append(one)
            continue
        assert isinstance(one, Record)
        made, found = ingest.capture(one, id="a-1", given=given, settings=settings)
        findings += found
        if made is not None:
            captures.append(made)
    return Read(tuple(captures), tuple(findings))
