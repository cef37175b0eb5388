"""Checking a built site: where it lies on its host."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.check import check_site

PAGE = '<!doctype html><html lang="en"><head><title>T</title>{head}</head><body>{links}</body></html>'


def _site(folder: Path, address: str, *links: str) -> Path:
    head = f'<link rel="canonical" href="{address}">' if address else ""
    (folder / "about").mkdir()
    (folder / "about" / "index.html").write_text(PAGE.format(head="", links=""), "utf-8")
    (folder / "index.html").write_text(PAGE.format(head=head, links=""), "utf-8")
    anchors = "".join(f'<a href="{link}">x</a>' for link in links)
    (folder / "404.html").write_text(PAGE.format(head="", links=anchors), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("address", "link", "is_sound"),
    [
        ("https://e.example/archive/", "/archive/about/", True),
        ("https://e.example/archive/", "/archive/about", True),
        ("https://e.example/archive/", "/archive/", True),
        ("https://e.example/archive/", "/archive", True),
        ("https://e.example/archive/", "/archive/none/", False),
        ("https://e.example/archive/", "/about/", False),
        ("https://e.example/archive/", "/archives/about/", False),
        ("https://e.example/", "/about/", True),
        ("https://e.example/", "/", True),
        ("", "/about/", True),
        ("", "/archive/about/", False),
    ],
)
def test_links_from_the_root_of_the_host_are_followed_to_where_the_site_lies(
    tmp_path: Path, address: str, link: str, is_sound: bool
) -> None:
    """Below a path of its host, by the address of the home page; the page for what is not found has such links."""
    problems, _warnings = check_site(_site(tmp_path, address, link))
    assert [found.code for found in problems] == ([] if is_sound else ["CHK-006"])
