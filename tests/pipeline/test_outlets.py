"""One outlet stands once in the archive, however captures write its name."""

from __future__ import annotations

from pathlib import Path

from .conftest import an_archive, build

SUBJECTS = (
    (
        "Council votes for a library",
        "The council of Port Ansel voted on Monday for a new library by nine votes to four.",
    ),
    (
        "Ferry fares rise in May",
        "Passengers between Ansel and the islands will pay a shilling more from the first of May.",
    ),
    (
        "Orchard wins the fair",
        "Ida Penhallow of the upper valley took the prize for pears with a basket of thirty-one.",
    ),
    (
        "Tram strikes a cart",
        "A tram on the hill line struck a cart of coal on Tuesday; the horse was found unhurt.",
    ),
    (
        "School opens again",
        "Three hundred pupils went back to the school on Mill Street after a winter without a roof.",
    ),
)


def test_the_article_of_a_name_makes_no_other_outlet(tmp_path: Path) -> None:
    """Under the name that most captures write; its address does not change with them."""
    names = ("The Lantern", "THE LANTERN", "Lantern", "The Lantern", "The Post")
    files = {f"captures/{n}.txt": f"{title}\n\n{text}\n" for n, (title, text) in enumerate(SUBJECTS)}
    table = "".join(f"captures/{n}.txt,{name},2016-12-2{n}\n" for n, name in enumerate(names))
    built = build(
        an_archive(tmp_path / "content", {**files, "metadata.csv": f"path,source,published\n{table}"}),
        tmp_path / "build",
    )
    assert [(s["name"], s["url"], s["articles"]) for s in built.records("sources")] == [
        ("The Lantern", "sources/lantern/", 4),
        ("The Post", "sources/post/", 1),
    ]


def test_addresses_of_former_names_lead_to_what_bears_them_as_aliases(tmp_path: Path) -> None:
    """An outlet and a topic that were renamed; not from an address at which a page stands, and not in the sitemap."""
    files = {f"captures/{n}.txt": f"{title}\n\n{text}\n" for n, (title, text) in enumerate(SUBJECTS)}
    table = "".join(
        f"{n}.txt,{name},2016-12-2{n}\n"
        for n, name in enumerate(("The Lantern", "The Lantern", "Ansel Post", "The Mirror", "The Mirror"))
    )
    content = an_archive(tmp_path / "content", {
        **files, "metadata.csv": f"path,source,published\n{table}", "archive.toml": '[site]\nurl = "https://ansel.example/"\n',
        "topics.toml": '[[topic]]\nlabel = "Libraries"\nterms = ["library"]\n',
    })  # fmt: skip
    first = build(content, tmp_path / "build")
    assert {"sources/lantern/index.html", "topics/libraries/index.html"} <= first.digests().keys()
    (content / "sources.toml").write_text(
        '[ansel-lantern]\nname = "The Ansel Lantern"\naliases = ["The Lantern"]\n[post]\nname = "The Post"\naliases = ["Ansel Post", "Mirror House"]\n'
    )
    (content / "topics.toml").write_text(
        '[[topic]]\nlabel = "Reading rooms"\naliases = ["Libraries"]\nterms = ["library"]\n'
    )
    output = build(content, tmp_path / "build").output
    assert (output / "_redirects").read_text().splitlines() == [
        "/sources/ansel-post/ /sources/post/ 301",
        "/sources/lantern/ /sources/ansel-lantern/ 301",
        "/sources/mirror-house/ /sources/post/ 301",
        "/topics/libraries/ /topics/reading-rooms/ 301",
    ]
    assert "../../sources/ansel-lantern/" in (output / "sources/lantern/index.html").read_text()
    assert "/sources/lantern/" not in (output / "sitemap.xml").read_text()
