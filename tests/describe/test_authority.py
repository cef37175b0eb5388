"""Outlets known by name, and which a text's own lines name as theirs; the names are invented and stand as in sources.toml."""

from __future__ import annotations

import pytest

from site_gen.describe.authority import _rows
from site_gen.model import Outlet

from .captures import a_text, described

STORY = ("body", "A ferry sank off the northern pier, and all hands were brought ashore by the pilots' boat.")
MORE = ("body", "The harbour office told Meridian 9 that the wreck will be raised before winter.")
TITLE = ("title", "Ferry sinks off the northern pier")
KNOWN = (
    Outlet(
        "meridian-9",
        "Meridian 9",
        aliases=("Meridian 9 News", "M9 Broadcasting"),
        domains=("meridian9.example",),
    ),
    Outlet("tidewatch", "Tidewatch"),
)

NAMED = {
    "a menu's line and a page's foot": ((("nav", "Meridian 9"), TITLE, STORY, ("nav", "More from Meridian 9")), "Meridian 9"),
    "a notice of rights, in small letters": ((TITLE, STORY, ("publisher_notice", "© 2021 meridian 9")), "Meridian 9"),
    "a notice of rights with another form": ((TITLE, STORY, ("nav", "© 2021 M9 Broadcasting. All rights reserved.")), "Meridian 9"),
    "an address": ((("nav", "www.meridian9.example"), TITLE, STORY), "Meridian 9"),
    "an address of a page below its host": ((TITLE, ("nav", "https://go.meridian9.example/x1"), STORY), "Meridian 9"),
    "the first line, before a bar": ((("nav", "Tidewatch – news of the coast"), TITLE, STORY), "Tidewatch"),
    "mentions alone": ((TITLE, STORY, ("nav", "More from Tidewatch"), ("nav", "About Tidewatch")), None),
    "the article's own sentences": ((TITLE, STORY, MORE), None),
    "the name inside another word": ((("nav", "Tidewatchers"), TITLE, STORY, ("nav", "© 2021 Tidewatchers")), None),
    "a picture's credit": ((TITLE, ("image_credit", "Photo: Tidewatch"), ("image_caption", "© Tidewatch"), STORY), None),
    "two outlets alike": ((TITLE, STORY, ("nav", "© Tidewatch 2021"), ("nav", "© Meridian 9 2021")), None),
}  # fmt: skip


@pytest.mark.parametrize("case", NAMED)
def test_an_outlet_that_is_known_is_named_by_what_speaks_for_it_around_the_article(case: str) -> None:
    """Enough of it, and more than for any other; under the main name, with the place where it stands."""
    lines, name = NAMED[case]
    article, _ = described(a_text(*lines), outlets=KNOWN)
    if name is None:
        assert article.source is None or article.source.evidence.rule != "known outlet"
        return
    assert article.source is not None
    assert (article.source.value, article.source.evidence.rule) == (name, "known outlet")
    assert article.source.evidence.spans


def test_the_list_of_authority_has_one_main_name_for_each_form() -> None:
    """A form that stood in rows of two names would be given to the first by chance."""
    names: dict[str, str] = {}
    for row in _rows():
        assert row[0] and len(set(row[1:])) == len(row) - 1, row
        for form in row:
            assert names.setdefault(form, row[0]) == row[0], form
