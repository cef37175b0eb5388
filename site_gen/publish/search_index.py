"""The search index: Pagefind over the rendered pages, written into the site.

Its wheels carry the binary; nothing is downloaded. Only what its module needs is kept: our own page is the interface.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ..errors import OutputError

KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
"""Files of the index folder that the search page loads, beside fragments, indexes, filters and the WebAssembly."""

_DROPPED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")


def write(staging: Path) -> None:
    """Index every page that marks its text with ``data-pagefind-body`` into ``pagefind/``.

    Raises OutputError with Pagefind's own last lines where it fails.
    """
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(staging),
        "--output-subdir",
        "pagefind",
        "--quiet",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=staging.parent)
    if done.returncode != 0:
        said = "\n".join((done.stderr or done.stdout).strip().splitlines()[-5:])
        raise OutputError(
            f"the search index could not be made (pagefind ended with {done.returncode}):\n{said}"
        )
    for path in sorted((staging / "pagefind").iterdir()):
        if path.name.startswith(_DROPPED):
            path.unlink()
