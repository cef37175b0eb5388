"""Learn what each mark of a line is worth, by which the headline of a text with other lines around it is told.

    python -m benchmarks.learn_titles [--data DIR] [--steps N]

Prints ``site_gen.clean.headline.WEIGHTS``, and how many headlines are found. The pages are those of the cleaning sets as text, in both
forms of lines. The headline is the gold's for wcxb and fundus_meta, and for the others what is found of the page's markup; no page
of a site that is kept unseen (``benchmarks.metadata.is_unseen``) is read. A line's chance is the softmax of its weighted marks over the lines
of its capture; of equal lines each is right.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from site_gen.clean import headline, segment, sheet_of

from . import cleaning_data, metadata

MARKS = tuple(name for name in headline.WEIGHTS if name != "standing")
"""Each set holds about a page a site: what it is worth that a line stands on other captures is not learned."""
STEP, KEEP, KEEP_SQUARES, STIFFNESS = 0.1, 0.9, 0.99, 1.0
"""Of the descent (Adam), and of the L2 penalty."""
Captured = tuple[
    "np.ndarray[tuple[int, int], np.dtype[np.float64]]", "np.ndarray[tuple[int], np.dtype[np.bool_]]"
]
"""The marks of the lines of a capture, and which of them are the headline."""


def titled(data: Path) -> Iterator[tuple[cleaning_data.Example, str]]:
    """The pages of the sites that may be looked at, with their titles."""
    unseen = {
        example.site.removeprefix("www.")
        for name in metadata.SETS
        for example in cleaning_data.load(name, data)
        if metadata.is_unseen(example.site)
    }
    for name in dict.fromkeys((*metadata.SETS, *cleaning_data.SETS)):
        golds = [json.loads(line) for line in (data / name / "gold.jsonl").open(encoding="utf-8")]
        for example, gold in zip(cleaning_data.load(name, data), golds, strict=True):
            if example.site.removeprefix("www.") not in unseen:
                is_gold = name in metadata.SETS
                yield (
                    example,
                    str(gold["title"])
                    if is_gold
                    else metadata.ours(example.id, example.html, example.url).title,
                )


def captured(example: cleaning_data.Example, title: str, way: str) -> Captured:
    """The marks of a page's lines."""
    sheet = sheet_of(cleaning_data.capture(example, cleaning_data.scrape(example.html, way)))
    standing = (0,) * len(sheet.pieces)
    lines = headline.Lines(sheet, segment.verdicts(sheet, standing), standing)
    found = list(headline.candidates(lines)) if lines.body else []
    rows = [[float(headline.marks(lines, index)[name]) for name in MARKS] for index in found]
    right = [metadata.letters(lines.texts[index]) == metadata.letters(title) for index in found]
    return np.array(rows).reshape(len(found), len(MARKS)), np.array(right, dtype=bool)


def learned(captures: list[Captured], steps: int) -> list[float]:
    """The weights under which the headlines are likeliest."""
    told = [one for one in captures if one[1].any()]
    weights, mean, square = (np.zeros(len(MARKS)) for _ in range(3))
    for step in range(1, steps + 1):
        slope = -STIFFNESS * weights / len(told)
        for rows, right in told:
            chance = np.exp(rows @ weights - (rows @ weights).max())
            chance /= chance.sum()
            wanted = chance * right
            slope += rows.T @ (wanted / max(wanted.sum(), 1e-12) - chance) / len(told)
        mean = KEEP * mean + (1 - KEEP) * slope
        square = KEEP_SQUARES * square + (1 - KEEP_SQUARES) * slope * slope
        weights += STEP * (mean / (1 - KEEP**step)) / (np.sqrt(square / (1 - KEEP_SQUARES**step)) + 1e-6)
    return [float(weight) for weight in weights]


def main() -> None:
    """Learn and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=cleaning_data.DEFAULT_DATA)
    parser.add_argument("--steps", type=int, default=300)
    options = parser.parse_args()
    captures = [
        captured(example, title, way)
        for example, title in titled(options.data)
        for way in ("lines", "strings")
    ]
    weights = learned(captures, options.steps)
    right = sum(bool(rows.size) and bool(is_it[int(np.argmax(rows @ weights))]) for rows, is_it in captures)
    print({name: round(weight, 2) for name, weight in zip(MARKS, weights, strict=True)})
    print(
        f"{right} of {len(captures)} captures; {sum(bool(is_it.any()) for _, is_it in captures)} have the title as a line"
    )


if __name__ == "__main__":
    main()
