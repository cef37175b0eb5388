"""The same file twice is one article; nothing of what was said of the copy is lost."""

from __future__ import annotations

from pathlib import Path

from .conftest import Built, an_archive, build, text_of

ARTICLE = text_of("Grain ship runs aground off Port Ansel")


def paths(built: Built) -> list[str]:
    """Of the captures that are articles."""
    return sorted(a["capture"]["path"] for a in built.records("articles"))


def test_a_copy_gives_a_finding_and_no_second_article(tmp_path: Path) -> None:
    """The one with an address stays, though the other comes first by name; a takedown of the copy holds for it."""
    content = an_archive(tmp_path / "content", {"captures/m.txt": ARTICLE})
    output = tmp_path / "site"
    first = build(content, output, is_data_only=True)
    id, url = (first.records("articles")[0][name] for name in ("id", "url"))
    an_archive(content, {"captures/a.txt": ARTICLE, "captures/empty.txt": "", "captures/void.txt": ""})
    both = build(content, output, is_data_only=True)
    assert paths(both) == ["captures/m.txt"]
    assert (both.records("articles")[0]["id"], both.records("articles")[0]["url"]) == (id, url)
    said = {f["where"]: f["message"] for f in both.records("findings") if f["code"] == "ING-023"}
    assert said == {
        "captures/a.txt": "Byte for byte the same as captures/m.txt; one article stands for both."
    }
    (content / "decisions.csv").write_text(
        "kind,a,b,value,who,why\ntake down,a.txt,,,Ada,asked for\n", "utf-8"
    )
    assert build(content, output, is_data_only=True).records("articles")[0]["access"] == "taken-down"


def test_what_metadata_tells_apart_are_two_articles(tmp_path: Path) -> None:
    """Two papers printed the same text of an agency."""
    files = {
        "captures/a.txt": ARTICLE,
        "captures/b.txt": ARTICLE,
        "metadata.csv": "path,source\na.txt,The Lantern\nb.txt,The Ledger\n",
    }
    built = build(an_archive(tmp_path / "content", files), tmp_path / "site", is_data_only=True)
    assert paths(built) == ["captures/a.txt", "captures/b.txt"]


def test_the_address_of_a_copy_leads_to_the_article_and_comes_back(tmp_path: Path) -> None:
    """Two articles become one, and two again: each under the id and address it had."""
    content = an_archive(
        tmp_path / "content", {"captures/a.txt": ARTICLE, "captures/b.txt": text_of("Harbour shut", turn=3)}
    )
    output = tmp_path / "site"
    urls = {a["capture"]["path"]: a["url"] for a in build(content, output).records("articles")}
    (content / "captures" / "b.txt").write_text(ARTICLE, "utf-8")
    one = build(content, output)
    assert paths(one) == ["captures/a.txt"]
    redirect = (one.output / "_redirects").read_text()
    assert f"/{urls['captures/b.txt']} /{urls['captures/a.txt']} " in redirect
    (content / "captures" / "b.txt").write_text(text_of("Harbour shut", turn=3), "utf-8")
    again = {a["capture"]["path"]: a["url"] for a in build(content, output).records("articles")}
    assert again == urls
