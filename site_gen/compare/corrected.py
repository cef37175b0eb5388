"""Numbers that an article itself says were told otherwise before: "revising the toll down from eight", "earlier reports".

Goes in: the reckoned numbers of an event. Comes out: which of one article are the former and the present telling of one
thing. Both belong to one figure, which then differs.
"""

from __future__ import annotations

from collections.abc import Sequence

from .agreement import alike
from .apart import MAX_RATIO
from .counted import Reckoned


def corrections(found: Sequence[Reckoned]) -> list[tuple[int, int]]:
    """Return the places of former numbers, each with that of the nearest number of its article that corrects it."""
    pairs: list[tuple[int, int]] = []
    for i in [i for i, r in enumerate(found) if r.count.is_former]:
        present = [j for j, r in enumerate(found) if _corrects(r, found[i])]
        if present:
            near = min(present, key=lambda j: (found[j].block != found[i].block, abs(j - i)))
            pairs.append((i, near))
    return pairs


def _corrects(now: Reckoned, former: Reckoned) -> bool:
    """Whether one number of an article may stand where another stood: one unit, one kind or happening, another value."""
    if now.count.is_former or now.article != former.article or now.number.unit != former.number.unit:
        return False
    small, large = sorted((abs(now.number.base), abs(former.number.base)))
    if alike(now.number, former.number) or large > MAX_RATIO * small or now.number.is_vague:
        return False
    one, two = now.count, former.count
    ties = ((one.kind, two.kind), (one.happening, two.happening))
    return one.told == two.told or (
        any(x == y != "" for x, y in ties) and not any(x and y and x != y for x, y in ties)
    )
