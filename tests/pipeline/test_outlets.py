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
