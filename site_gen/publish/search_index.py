"""The search index: Pagefind over the rendered pages, written into the site.

Its wheels carry the binary; nothing is downloaded. Only what its module needs is kept: our own page is the interface.
Pagefind lists the values of a filter in the order of a hash table, another one each time: they are put in order here,
and the files named anew by their content as Pagefind names them, so that the same site has the same index.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import cbor2

from ..errors import OutputError

_DROPPED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
"""Files of Pagefind's own interfaces, which no page of ours loads."""

_MARK = b"pagefind_dcd"
"""What each of Pagefind's packed files begins with, before its CBOR (measured on Pagefind 1.5)."""


def write(staging: Path) -> None:
    """Index every page that marks its text with ``data-pagefind-body`` into ``pagefind/``; a site without one gets none.

    Raises OutputError with Pagefind's own last lines where it fails.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(staging.resolve()), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = "\n".join((done.stderr or done.stdout).strip().splitlines()[-5:])
        raise OutputError(
            f"the search index could not be made (pagefind ended with {done.returncode}):\n{said}"
        )
    folder = staging / "pagefind"
    for path in sorted(folder.iterdir()):
        if path.name.startswith(_DROPPED):
            path.unlink()
    _put_in_order(folder)


def _put_in_order(folder: Path) -> None:
    """Sort the values of all filters and rename the files that list them, up to the index's entry file."""
    entry_path = folder / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    for language in sorted(entry["languages"]):
        about = entry["languages"][language]
        meta_path = folder / f"pagefind.{about['hash']}.pf_meta"
        meta = _read(meta_path)
        filters = next(part for part in meta if _are_filters(folder, part))
        filters[:] = sorted([name, _sorted_filter(folder, language, file)] for name, file in filters)
        meta_path.unlink()
        about["hash"] = _name(language, meta, 10)
        _write(folder / f"pagefind.{about['hash']}.pf_meta", meta)
    entry_path.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _are_filters(folder: Path, part: Any) -> bool:
    """Whether a part of the index's table is the list of filters: pairs of a name and a file that is there."""
    if not isinstance(part, list):
        return False
    pairs = [pair for pair in part if isinstance(pair, list) and len(pair) == 2 and isinstance(pair[1], str)]
    return len(pairs) == len(part) and all(
        (folder / "filter" / f"{file}.pf_filter").is_file() for _name, file in pairs
    )


def _sorted_filter(folder: Path, language: str, file: str) -> str:
    path = folder / "filter" / f"{file}.pf_filter"
    name, values = _read(path)
    path.unlink()
    made = [name, sorted(values)]
    renamed = _name(language, made, 7)
    _write(folder / "filter" / f"{renamed}.pf_filter", made)
    return renamed


def _name(language: str, value: Any, digits: int) -> str:
    return f"{language}_{hashlib.sha1(cbor2.dumps(value), usedforsecurity=False).hexdigest()[:digits]}"


def _read(path: Path) -> Any:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MARK):
        raise OutputError(f"{path.name}: not a file of the Pagefind this was made for; install pagefind 1.5.")
    return cbor2.loads(data[len(_MARK) :])


def _write(path: Path, value: Any) -> None:
    path.write_bytes(gzip.compress(_MARK + cbor2.dumps(value), compresslevel=9, mtime=0))
