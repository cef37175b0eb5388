"""Numbers that an article itself says were told otherwise before: "revising the toll down from eight", "earlier reports".

Goes in: the reckoned numbers of an event. Comes out: which of one article are the former and the present telling of one
thing. Both belong to one figure, which then differs.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..nouns import PEOPLE
from .agreement import alike
from .apart import MAX_RATIO, are_of_other_years
from .counted import Reckoned


def corrections(found: Sequence[Reckoned]) -> list[tuple[int, int]]:
    """Return the places of former numbers, each with that of the nearest number of its article that corrects it."""
    pairs: list[tuple[int, int]] = []
    for i in [i for i, r in enumerate(found) if r.count.is_former]:
        if any(_says_again(r, found[i]) for r in found):
            continue
        present = [j for j, r in enumerate(found) if _corrects(r, found[i])]
        if present:
            near = min(
                present,
                key=lambda j: (
                    _is_much_else(found[j], found[i]),
                    found[j].block != found[i].block,
                    abs(j - i),
                ),
            )
            pairs.append((i, near))
    return pairs


def _says_again(now: Reckoned, former: Reckoned) -> bool:
    """Whether the article still gives a number that stands beside a former one ("initially ten, later eleven")."""
    same = now.article == former.article and now.number.unit == former.number.unit
    return same and not now.count.is_former and alike(now.number, former.number)


def _is_much_else(now: Reckoned, former: Reckoned) -> bool:
    """Whether one is more than twice the other: rather another's number, where there is one that comes nearer."""
    small, large = sorted((abs(now.number.base), abs(former.number.base)))
    return large > 2 * small


def _corrects(now: Reckoned, former: Reckoned) -> bool:
    """Whether one number of an article may stand where another stood: one unit, one kind or happening, another value."""
    if now.count.is_former or now.article != former.article or now.number.unit != former.number.unit:
        return False
    small, large = sorted((abs(now.number.base), abs(former.number.base)))
    if alike(now.number, former.number) or large > MAX_RATIO * small or now.number.is_vague:
        return False
    if are_of_other_years(now, former):
        return False
    one, two = now.count, former.count
    kinds = (one.kind, two.kind) if one.kind != PEOPLE else ("", "")
    ties = (kinds, (one.happening, two.happening))
    return one.told == two.told or (
        any(x == y != "" for x, y in ties) and not any(x and y and x != y for x, y in ties)
    )
