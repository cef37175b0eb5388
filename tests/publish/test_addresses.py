"""Addresses for machines: how a browser searches here."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from site_gen.publish.addresses import opensearch

NAMESPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.mark.parametrize(
    "title", ["Alder", "The Archive of the <Alder> & the Estuary, with All of Its Bridges and Ferries"]
)
def test_a_browser_can_search_the_archive_from_its_address_bar(title: str) -> None:
    """OpenSearch 1.1: names of the lengths it allows, and an address with a place for the words."""
    root = ElementTree.fromstring(opensearch("https://example.org/a/", title, "A bridge."))
    said = {node.tag.removeprefix(NAMESPACE): node for node in root}
    assert 0 < len(said["ShortName"].text or "") <= 16
    assert 0 < len(said["LongName"].text or "") <= 48
    assert said["Description"].text == "A bridge."
    assert said["Url"].attrib == {
        "type": "text/html",
        "template": "https://example.org/a/search/?q={searchTerms}",
    }
