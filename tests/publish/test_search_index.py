"""The search index: made by Pagefind, the same every time."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import cbor2

from site_gen.publish.search_index import write


def a_site(folder: Path) -> Path:
    """Twelve pages with two facets."""
    for number in range(12):
        page = folder / f"{number}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            f"""<!doctype html><html lang="en"><head><title>{number}</title></head><body><main data-pagefind-body>
<h1 data-pagefind-meta="title">Report {number}</h1><p>The ship number {number} came in.</p>
<span data-pagefind-filter="outlet">Outlet {number % 5}</span><span data-pagefind-filter="year">{1900 + number}</span>
</main></body></html>""",
            encoding="utf-8",
        )
    return folder


def digest_of(folder: Path) -> dict[str, bytes]:
    """Every file of the index."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def test_the_same_site_has_the_same_index(tmp_path: Path) -> None:
    """Pagefind itself lists the values of a filter in another order each time."""
    first, second = a_site(tmp_path / "a"), a_site(tmp_path / "b")
    write(first)
    write(second)
    assert digest_of(first / "pagefind") == digest_of(second / "pagefind")


def test_the_entry_leads_to_files_that_are_there(tmp_path: Path) -> None:
    """Renamed files are named by their table; the values of each filter stand in order."""
    site = a_site(tmp_path / "a")
    write(site)
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))
    meta = site / "pagefind" / f"pagefind.{entry['languages']['en']['hash']}.pf_meta"
    table = cbor2.loads(gzip.decompress(meta.read_bytes())[12:])
    filters = next(part for part in table[1:] if part and part[0][0] == "outlet")
    assert [name for name, _file in filters] == ["outlet", "year"]
    for name, file in filters:
        found = cbor2.loads(
            gzip.decompress((site / "pagefind" / "filter" / f"{file}.pf_filter").read_bytes())[12:]
        )
        assert found[0] == name
        assert [value for value, _pages in found[1]] == sorted(value for value, _pages in found[1])


def test_interfaces_that_no_page_loads_are_left_out(tmp_path: Path) -> None:
    """300 kB that nobody would read."""
    site = a_site(tmp_path / "a")
    write(site)
    assert not list((site / "pagefind").glob("pagefind-ui*"))
    assert (site / "pagefind" / "pagefind.js").is_file()
