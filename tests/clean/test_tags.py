"""What one tag says is the same however quickly it is read."""

from __future__ import annotations

from dataclasses import fields

import pytest

from site_gen.clean import tags

WRITTEN = (
    '<div class="share-bar">',
    '<DIV class="share-bar" id="x7">',
    '<div id="comments" class="box">',
    '<div id="comments">',
    '<div data-x="1" class="byline" itemscope aria-label="Who wrote">',
    '<p style="width:3px; display : none" class="body-text">',
    '<p style="width:3px" class="body-text">',
    '<section data-component="related" class="box">',
    '<li hidden class="nav-item">',
    '<div\n  class="caption"\n  data-alt="class=comments">',
    '<div\tclass="caption">',
    "<div class='caption' id=\"comments\">",
    '<span class="a"/>',
    '<figcaption class="share">',
    '<article class="post comments" lang="de">',
    '<img class="share" src="x">',
    '<div class="one" class="share">',
    '<div id="" class="two" id="share">',
)


@pytest.mark.parametrize("written", WRITTEN)
def test_a_usual_tag_says_what_it_says_attribute_by_attribute(written: str) -> None:
    """The one step for tags with a class and an identity answers as the reading of all attributes does."""
    tags.REMEMBERED.clear()
    quick, slow = tags.first_read(written), tags.read(written)
    for field in fields(tags.Tag):
        assert getattr(quick, field.name) == getattr(slow, field.name), field.name


def test_most_tags_are_read_in_one_step() -> None:
    """Attributes that nobody reads keep no tag from the quick way; one that is read does."""
    assert tags._USUAL.fullmatch('<div data-x="1" class="byline" itemscope aria-label="Who wrote">')
    assert not tags._USUAL.fullmatch('<div role="search" class="box">')
    assert not tags._USUAL.fullmatch('<p style="display:none">')


def test_a_tag_of_a_thousand_attributes_is_read_in_time_that_grows_with_its_length() -> None:
    """No pattern goes back over what it has read."""
    tags.REMEMBERED.clear()
    assert tags.first_read("<div" + ' a="b"' * 20_000 + " '>").act in (tags.OPEN, tags.UNENDED)
