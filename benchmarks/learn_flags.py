"""Learn when two numbers that differ are surely of one thing, from flags that were read.

    python -m benchmarks.learn_flags [--shared ../shared]

Prints a bias and the weights of ``site_gen.compare.figures.surely``, and by batch how many right and wrong flags were read and how many
of them are left at ``SURE``: by the weights shipped, by those learned, each event and each batch by those of the others.

benchmarks/gold/flags.json has the form of comparison.json (see ``comparison_gold``); its figures are groups of numbers that a
program showed as differing, each ``right`` (a reader finds that they count one thing and do not agree), ``wrong`` or ``doubtful``.
Beside them stand the figures that the gold of whole events says differ. The batch "read last" was judged once, not knowing
which flags were left; since then it has been looked at as the others were. A flag of which all numbers agree in their units
differs in time only and is not weighed here.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from site_gen.compare.figures.agreement import agree_in_units, alike
from site_gen.compare.figures.surely import BIAS, SURE, WEIGHTS, measures, surely_one
from site_gen.compare.figures.weighing import tellings

from .comparison_events import SHARED, known_events
from .comparison_gold import Gold, GoldError, real_events
from .comparison_scores import FLAGS
from .fitting import fitted, likely, numbers_of

GOLD = Path(__file__).parent / "gold" / "flags.json"
BATCHES = (
    "work",
    "kept",
    "background work",
    "background kept",
    "read last",
    "mixed work",
    "mixed kept",
    "pairs",
)
"""Two halves of the development sets, two of the events that linking makes of ``background``, more of these, and two halves of
events that linking makes of all sets together; of its large events, two or three reports no two of which had been read together."""
WHOLE = "whole events"
"""The batch of what the gold of whole events says differs: all of it right."""
WORTH = 2
"""How many read flags one of whole events is worth in learning: there is none among these that a program chose."""
STIFFNESS = 0.3
"""Of the L2 penalty."""


@dataclass(frozen=True)
class Flag:
    """A group of numbers that was shown as differing, and what a reader found."""

    batch: str
    event: str
    label: str
    """``right``, ``wrong`` or ``doubtful``."""
    pairs: tuple[tuple[float, tuple[float, ...] | None], ...]
    """By pair of numbers that differ: its likelihood as shipped, and its measures where it is by them."""

    @property
    def likest(self) -> tuple[float, ...] | None:
        """The measures of the pair beside which the words are most alike; None where no pair is weighed by them."""
        return max((m for _, m in self.pairs if m), key=lambda m: m[NEAR], default=None)

    def is_shown(self, weights: Sequence[float]) -> bool:
        """Whether a pair is sure enough by a bias and weights."""
        return any((likely(m, weights) if m else shipped) >= SURE for shipped, m in self.pairs)


NEAR = list(WEIGHTS).index("near")
SHIPPED = (BIAS, *WEIGHTS.values())


def flags(batch: str, gold: Gold) -> Iterator[Flag]:
    """The figures of an event whose numbers do not agree; a number that is no longer found is left out."""
    found, known = numbers_of(gold)
    telling = tellings(found)
    for n, (label, _) in enumerate(gold.figures):
        group = [r for r, of in zip(found, known, strict=True) if n in of]
        if n in gold.optional_figures or agree_in_units([r.number for r in group]):
            continue
        pairs = []
        for a, b in combinations(group, 2):
            if a.article != b.article and not alike(a.number, b.number):
                likelihood = surely_one(a, b, found, telling)
                row = tuple(float(m) for m in measures(a, b, found, telling).values())
                pairs.append((likelihood, row if 0 < likelihood < 1 else None))
        yield Flag(batch, gold.name, label, tuple(pairs))


def read_flags(shared: Path, path: Path = GOLD) -> list[Flag]:
    """The flags that were read; GoldError where a text is absent or another."""
    return [flag for batch, gold in real_events(shared, path) for flag in flags(batch, gold)]


def whole_flags(shared: Path) -> list[Flag]:
    """What the gold of whole events says differs; GoldError where a text is absent or another."""
    real = [gold for _, gold in real_events(shared) if gold.has_figures]
    made: list[Flag] = []
    for gold in (*known_events(), *real):
        gold.figures = [("right", at) for status, at in gold.figures if status in FLAGS]
        made += flags(WHOLE, gold)
    return made


def learned(known: Sequence[Flag]) -> tuple[float, ...]:
    """Bias and weights from the likeliest pair of each flag that a reader was sure of."""
    sure = [
        (f.likest, f.label == "right")
        for f in known
        for _ in range(WORTH if f.batch == WHOLE else 1)
        if f.label != "doubtful" and f.likest
    ]
    found: Any = fitted(np.array([m for m, _ in sure]), np.array([right for _, right in sure]), STIFFNESS)
    return tuple(float(w) for w in found)


def left(known: Sequence[Flag], by: str) -> list[Flag]:
    """The flags of each ``event`` or ``batch`` that are shown by what is learned from the others."""
    made: list[Flag] = []
    for value in dict.fromkeys(getattr(f, by) for f in known):
        weights = learned([f for f in known if getattr(f, by) != value])
        made += [f for f in known if getattr(f, by) == value and f.is_shown(weights)]
    return made


def table(known: Sequence[Flag]) -> str:
    """By batch: right and wrong flags that were read, and those left by several weights."""
    of_all = learned(known)
    columns = (
        known,
        [f for f in known if f.is_shown(SHIPPED)],
        [f for f in known if f.is_shown(of_all)],
        left(known, "event"),
        left(known, "batch"),
    )
    batches = [b for b in (*BATCHES, WHOLE) if any(f.batch == b for f in known)]
    rows = [
        "| right / wrong | read | shipped | learned | events by the others | batches by the others |",
        "|---|---|---|---|---|---|",
    ]
    for name in (*batches, "all"):
        counts = (_counted([f for f in column if name in (f.batch, "all")]) for column in columns)
        rows.append(f"| {name} | " + " | ".join(counts) + " |")
    return "\n".join(rows)


def _counted(found: Sequence[Flag]) -> str:
    return " / ".join(str(sum(f.label == label for f in found)) for label in ("right", "wrong"))


def main() -> None:
    """Fit, check by leaving out, print; leaves with a message where the texts are not there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=SHARED, help="where the texts of the real events are")
    shared = parser.parse_args().shared
    try:
        known = [*read_flags(shared), *whole_flags(shared)]
    except GoldError as error:
        raise SystemExit(str(error)) from None
    for name, (bias, *weights) in (("shipped", SHIPPED), ("learned", learned(known))):
        told = ", ".join(f"{m} {w:.2f}" for m, w in zip(WEIGHTS, weights, strict=True))
        print(f"{name}: bias {bias:.2f}; {told}")
    print(table(known))


if __name__ == "__main__":
    main()
