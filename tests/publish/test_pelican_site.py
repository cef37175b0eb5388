"""Which hand-written pages an archive has, before Pelican reads them."""

from __future__ import annotations

from pathlib import Path

from site_gen.publish.pelican_site import handwritten


def page(content: Path, name: str, text: str) -> None:
    """Lay a page into the folder of hand-written ones."""
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages" / name).write_text(text, encoding="utf-8")


def test_pages_stand_in_the_order_that_they_ask_for(tmp_path: Path) -> None:
    """Then by title: a field, else the first heading, else the file's name."""
    page(tmp_path, "b-side.md", "Text")
    page(tmp_path, "last.md", "---\norder: 2\n---\n# Aftermath\n")
    page(tmp_path, "about.md", "---\ntitle: What this is\n---\n# About\n")
    pages, findings = handwritten(tmp_path)
    assert [(p.title, p.slug) for p in pages] == [
        ("B side", "b-side"),
        ("What this is", "about"),
        ("Aftermath", "last"),
    ]
    assert findings == ()


def test_of_two_pages_with_one_address_the_second_is_left_out_and_named(tmp_path: Path) -> None:
    """So is one whose address the site itself needs; a field that does nothing is remarked."""
    page(tmp_path, "about us.md", "One")
    page(tmp_path, "about-us.md", "Two")
    page(tmp_path, "events.md", "Three")
    page(tmp_path, "rights.md", "---\ncolour: red\n---\nFour")
    pages, findings = handwritten(tmp_path)
    assert [p.name for p in pages] == ["about us.md", "rights.md"]
    assert [(f.code, f.where) for f in findings] == [
        ("PUB-002", "pages/about-us.md"),
        ("PUB-002", "pages/events.md"),
        ("PUB-003", "pages/rights.md:1"),
    ]
