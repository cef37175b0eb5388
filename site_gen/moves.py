"""Addresses that lead elsewhere: of what the register says has moved, and of names that a person gave to something else.

Topics and outlets are addressed by their names. Where ``topics.toml`` or ``sources.toml`` makes one name an alias of another, or
articles come to write a name otherwise, the page that stood under the one leads to the one that stands now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .curate import Register, free_slug, redirects, slug
from .language.organisations import fold_outlet
from .model import Catalogue, Outlet, Topic
from .render import urls

Move = tuple[str, str]
"""(old address, new address), from the root without a leading slash."""


def moves(
    register: Register, shelf: Catalogue, outlets: Sequence[Outlet], topics: Sequence[Topic]
) -> tuple[Move, ...]:
    """Return all moves, none from an address at which a page stands; of two from one address the first counts."""
    standing = {urls.outlet(card.slug) for card in shelf.outlets()} | {
        urls.topic(card.kind, card.slug) for card in shelf.topics()
    }
    found: dict[str, str] = {}
    for old, new in (*_of_outlets(outlets), *_of_topics(topics)):
        if old not in standing and new in standing:
            found.setdefault(old, new)
    return (*_of_register(register), *sorted(found.items()))


def _of_register(register: Register) -> Iterator[Move]:
    """Of every event and story that another one took in, and of articles that are copies."""
    yield from ((urls.event(old), urls.event(new)) for old, new in redirects(register, "event"))
    yield from ((urls.article(old), urls.article(new)) for old, new in redirects(register, "article"))
    yield from ((urls.story(old), urls.story(new)) for old, new in redirects(register, "story"))


def _of_outlets(outlets: Iterable[Outlet]) -> Iterator[Move]:
    """From the address that a name alone would give to an outlet."""
    for outlet in outlets:
        for name in (outlet.name, *outlet.aliases):
            yield urls.outlet(free_slug(slug(fold_outlet(name)) or "outlet", ())), urls.outlet(outlet.slug)


def _of_topics(topics: Iterable[Topic]) -> Iterator[Move]:
    for topic in topics:
        for other in topic.other_slugs:
            yield urls.topic(topic.kind, other), urls.topic(topic.kind, topic.slug)
