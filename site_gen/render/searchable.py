"""What search knows of each article: what its page shows, and the values by which a reader narrows down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from site_gen.model import ArticleCard, Catalogue, FacetValue, Listing, Searchable, edtf

from . import urls
from .article import shown_blocks
from .frame import SiteContext
from .interface import Interface, interface, without_region

BASES = {
    "stated": "stated by the capture",
    "inferred": "inferred by a rule",
    "supplied": "supplied by a person",
    "": "undated",
}
"""The ground of a date, as the record of an article says it too."""


def searchables(
    catalogue: Catalogue, site: SiteContext, template_dirs: Sequence[Path] = ()
) -> Iterator[Searchable]:
    """Yield every article that search may find, newest first, undated last, streamed year by year.

    Left out are articles taken down, and former versions: the latest stands for them. Of an excerpt, search knows the
    paragraphs that its page shows; of an article whose outlet has given no leave, the headline.
    """
    speak = interface(site.settings.language, [folder.parent / "locale" for folder in template_dirs])
    for year in catalogue.periods(Listing("all")):
        for card in catalogue.cards(Listing("all"), year.period):
            if card.rights != "taken-down":
                yield _searchable(catalogue, card, speak)


def _searchable(catalogue: Catalogue, card: ArticleCard, speak: Interface) -> Searchable:
    blocks: list[tuple[str, str]] = []
    if card.rights in ("full", "excerpt"):
        article = catalogue.article(card.id)
        blocks = [("", article.standfirst.value)] if article.standfirst else []
        blocks += [(block.id, block.text) for block in shown_blocks(article.blocks, card)]
    return Searchable(
        title=card.title,
        url=urls.article(card.slug),
        language=card.language,
        day=edtf.listed_under(card.date) or "",
        date=speak.date(card.date),
        values=tuple(_values(catalogue, card, speak)),
        blocks=tuple(blocks),
    )


def _values(catalogue: Catalogue, card: ArticleCard, speak: Interface) -> Iterator[FacetValue]:
    if card.source:
        yield FacetValue("outlet", card.source)
    if card.event_title and card.event_slug:
        yield FacetValue("event", card.event_title, card.event_slug)
    for topic in catalogue.topics_of(card.id):
        yield FacetValue("topic" if topic.kind == "subject" else topic.kind, topic.label)
    if card.language != "und":
        language = without_region(card.language)
        yield FacetValue("language", speak.language_name(language), language)
    basis = (card.date_basis or "") if card.date else ""
    yield FacetValue("basis", str(speak.text(BASES.get(basis, basis))), basis or "undated")
