"""Hand-written pages: only harmless fields and harmless HTML get through."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.publish.markdown_reader import MarkdownReader, page_slug, split


@pytest.mark.parametrize(
    ("source", "fields", "body"),
    [
        ("---\ntitle: A\norder: 2\n---\nText", {"title": "A", "order": "2"}, "Text"),
        ("Title: A\n\nText", {"title": "A"}, "Text"),
        ("Text: with a colon is no field of a page\n", {}, "Text: with a colon is no field of a page\n"),
        ("# Heading\n\nText", {}, "# Heading\n\nText"),
        ("", {}, ""),
        ("---\ntitle: 'Quoted: yes'\n---\n\nText\n", {"title": "Quoted: yes"}, "\nText\n"),
    ],
)
def test_fields_stand_on_top_fenced_or_not(source: str, fields: dict[str, str], body: str) -> None:
    """Both ways of writing them are in use."""
    assert split(source) == (fields, body)


def read(tmp_path: Path, text: str) -> tuple[str, dict[str, object]]:
    """Read a page through the reader, without Pelican around it."""
    path = tmp_path / "my-page.md"
    path.write_text(text, encoding="utf-8")
    return MarkdownReader.read(object.__new__(MarkdownReader), str(path))


def test_raw_html_is_shown_not_run(tmp_path: Path) -> None:
    """A page is prose: markup in it is text."""
    html, _metadata = read(tmp_path, "Hello <script>alert(1)</script> [x](javascript:alert(1))\n")
    assert "<script" not in html
    assert "javascript:" not in html.replace("[x](javascript:alert(1))", "")


def test_only_harmless_fields_reach_pelican(tmp_path: Path) -> None:
    """``Save_as`` and ``Slug`` could write outside the output."""
    _html, metadata = read(
        tmp_path, "---\ntitle: T\nsave_as: ../../etc/x\nslug: ../x\nstatus: hidden\n---\nText\n"
    )
    assert metadata == {"title": "T", "slug": "my-page"}


@pytest.mark.parametrize(("text", "title"), [("# Of *heading*\n\nText", "Of *heading*"), ("Text", "My page")])
def test_a_page_without_a_title_takes_its_heading_or_its_name(tmp_path: Path, text: str, title: str) -> None:
    """A page is never called nothing, and its heading does not stand twice."""
    html, metadata = read(tmp_path, text)
    assert metadata["title"] == title
    assert "<h1>" not in html


def test_a_link_to_another_page_leads_to_its_address(tmp_path: Path) -> None:
    """A writer names files; a reader needs addresses."""
    html, _metadata = read(
        tmp_path,
        "See [the guide](reading_guide.md#start), [all](reading_guide.md) and [others](https://a.example/x.md).\n",
    )
    assert 'href="../reading-guide/"' in html
    assert 'href="../reading-guide/#start"' in html
    assert 'href="https://a.example/x.md"' in html


def test_a_remote_picture_is_not_loaded_from_a_page(tmp_path: Path) -> None:
    """Pictures of a page lie in the site; nothing calls out."""
    html, _metadata = read(tmp_path, "![x](https://tracker.example/x.png) ![y](../static/y.png)\n")
    assert "tracker.example/x.png" not in html
    assert 'src="../static/y.png"' in html


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("Über uns", "uber-uns"),
        ("<b onclick=x>", "b-onclick-x"),
        ("{{ 7*7 }}", "7-7"),
        ("../x", "x"),
        ("☃", "page"),
    ],
)
def test_a_page_has_the_address_that_the_menu_leads_to(tmp_path: Path, stem: str, slug: str) -> None:
    """ASCII words of the file's name, in the menu and for Pelican alike."""
    assert page_slug(stem) == slug
    path = tmp_path / f"{stem.replace('/', '')}.md"
    path.write_text("Text\n", encoding="utf-8")
    _html, metadata = MarkdownReader({}).read(str(path))
    assert metadata["slug"] == page_slug(path.stem)


def test_control_characters_stay_out_of_a_page(tmp_path: Path) -> None:
    """HTML may not hold them."""
    html, _metadata = read(tmp_path, "bell \x07 and \x1b\n")
    assert html == "<p>bell  and</p>\n"
