"""Captures of one article of one outlet: updates, near-duplicates and a page captured twice. They are not coverage.

Invariants: articles of two different known outlets are never versions of one another, however alike (that is wire
copy); the latest stands for its group.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import numpy as np

from ..model import Decision, VersionGroup, edtf
from .corpus import Corpus
from .decide import joined
from .features import gaps, parts, wording

UPDATE_SHARE = 0.5
"""An update keeps at least half of the shorter text's wording."""
UPDATE_DAYS = 3
SAME_TEXT_SHARE, SAME_TEXT_WORDS = 0.9, 80
"""Where an outlet is unknown, only a text that is the same, and long enough to be a report by itself, counts as another
capture of it: two sentences alike are what two outlets took from one agency."""
ADDRESS_SHARE = 0.1
"""Two captures of one address with less in common are two articles of a page that changes."""
_ADDRESS = re.compile(r"^https?://(?:www\.|m\.|amp\.)?|[#?].*$|/+$|/index\.html?$", re.IGNORECASE)

Array = Any


def versions(
    corpus: Corpus, pairs: Array, apart: tuple[tuple[int, int, Decision], ...]
) -> list[tuple[int, ...]]:
    """Return groups of rows, the latest first. ``pairs`` are the candidates; shared addresses are added here."""
    addresses = [_plain(url) for url in corpus.urls]
    pairs = np.concatenate([_of_one_outlet(corpus, pairs), _same_address(addresses)])
    if not len(pairs):
        return []
    codes = _codes(addresses)
    kept = np.concatenate([_are_versions(corpus, codes, pairs[part]) for part in parts(len(pairs))])
    blocked = {(min(a, b), max(a, b)) for a, b, _ in apart}
    found = [(a, b) for a, b in pairs[kept].tolist() if (min(a, b), max(a, b)) not in blocked]
    return [
        tuple(sorted(group, key=lambda row: _latest(corpus, row))) for group in joined(len(corpus), found)
    ]


def _of_one_outlet(corpus: Corpus, pairs: Array) -> Array:
    """The pairs that may be versions: of one outlet, or of outlets of which one is unknown."""
    one, other = corpus.outlet_codes[pairs[:, 0]], corpus.outlet_codes[pairs[:, 1]]
    return pairs[(one == other) | (one < 0) | (other < 0)]


def _codes(addresses: list[str]) -> Array:
    """A number an address; -1 where there is none."""
    known = {address: code for code, address in enumerate(sorted({a for a in addresses if a}))}
    return np.array([known.get(address, -1) for address in addresses], dtype=np.int32)


def _are_versions(corpus: Corpus, addresses: Array, pairs: Array) -> Array:
    a, b = pairs[:, 0], pairs[:, 1]
    share = shared_wording(corpus, a, b)
    one, other = corpus.outlet_codes[a], corpus.outlet_codes[b]
    gap, _ = gaps(corpus, a, b)
    same = (one == other) & (one >= 0)
    unknown = (one < 0) | (other < 0)
    address = (addresses[a] == addresses[b]) & (addresses[a] >= 0)
    update = same & (share >= UPDATE_SHARE) & (gap <= UPDATE_DAYS)
    again = unknown & (share >= SAME_TEXT_SHARE)
    again &= np.minimum(corpus.words[a], corpus.words[b]) >= SAME_TEXT_WORDS
    return update | again | (address & (same | unknown) & (share >= ADDRESS_SHARE))


def shared_wording(corpus: Corpus, a: Array, b: Array) -> Array:
    """Share (0..1) of the shorter text's word 5-shingles that the longer one has, estimated from the signatures."""
    alike = wording(corpus, a, b)
    one, other = np.maximum(corpus.words[a], 1), np.maximum(corpus.words[b], 1)
    return np.minimum(1.0, alike / (1 + alike) * (one + other) / np.minimum(one, other))


def _plain(url: str) -> str:
    return _ADDRESS.sub("", _ADDRESS.sub("", url)).lower() if url else ""


def _same_address(addresses: list[str]) -> Array:
    """Neighbouring pairs of the articles of each address."""
    rows: dict[str, list[int]] = {}
    for row, address in enumerate(addresses):
        if "/" in address:
            rows.setdefault(address, []).append(row)
    found = [pair for group in rows.values() for pair in pairwise(group)]
    return np.array(found, dtype=np.int32).reshape(-1, 2)


def _latest(corpus: Corpus, row: int) -> tuple[object, ...]:
    captured = corpus.captured[row]
    return (
        edtf.newest_first(corpus.published[row]),
        edtf.newest_first(captured),
        -int(corpus.words[row]),
        corpus.ids[row],
    )


def described(corpus: Corpus, group: tuple[int, ...]) -> VersionGroup:
    """Return the group as the model has it, and why."""
    first, rest = group[0], group[1:]
    share = max(float(shared_wording(corpus, np.array([first]), np.array([r]))[0]) for r in rest)
    outlet = next((corpus.outlets[row] for row in group if corpus.outlets[row]), "")
    whose = f"captures of {outlet}" if outlet else "captures of an unknown outlet"
    address = _plain(corpus.urls[first])
    same = " from one address" if address and any(_plain(corpus.urls[r]) == address for r in rest) else ""
    why = f"{len(group)} {whose}{same} that share about {round(100 * share)}% of their wording."
    return VersionGroup(tuple(corpus.ids[row] for row in group), why)
