"""Make ``site_gen/clean/weights.toml`` from pages with gold, and print what it is worth on sites held out.

    python -m benchmarks.learn_weights [--data DIR] [--folds-only]

A line counts as the article's where at least half of its four-word runs stand in the gold text. Logistic regression
on the features of ``site_gen.clean.features``, lines weighted by their words, pages by the root of theirs. Texts are
learned from the same pages as scrapers leave them, whole and cropped to the article's neighbourhood. Folds are by
site: no page of a site is in both.
"""

from __future__ import annotations

import argparse
import zlib
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from site_gen.clean import features, plain, repeats, scan, segment
from site_gen.clean.pieces import Sheet
from site_gen.model import SiteLines, Survey

from . import cleaning_data as data

Array = NDArray[np.float64]
SETS = ("aeb", "fundus_eval", "cleanportal", "wcxb")
FOLDS = 5
MANNERS = ("page", "text", "tidy")
L2 = 2.0
WEIGHTS = Path(__file__).resolve().parents[1] / "site_gen" / "clean" / "weights.toml"


@dataclass
class Lesson:
    """One page or text: its lines as features, which are the article's, and how much each counts."""

    example: data.Example
    sheet: Sheet
    left: list[int]
    x: Array
    y: Array
    weight: Array


def labels(sheet: Sheet, gold: str) -> list[float]:
    """Share of each line's four-word runs that stand in the gold; a short line is read with its neighbours."""
    wanted = data.shingles(gold)
    lines = {tuple(data._TOKEN.findall(line)) for line in gold.split("\n")}
    words = [data._TOKEN.findall(piece.text) for piece in sheet.pieces]
    out: list[float] = []
    for i, own in enumerate(words):
        if len(own) < 4 and tuple(own) in lines:
            out.append(1.0 if own else 0.0)
            continue
        before = words[i - 1][-3:] if i and len(own) < 4 else []
        after = words[i + 1][:3] if i + 1 < len(words) and len(own) < 4 else []
        runs = data.shingles(" ".join([*before, *own, *after]))
        out.append(
            sum(run in wanted for run in runs) / max(1, len(runs))
            if len(own) + len(before) + len(after) > 3
            else 0.0
        )
    return out


def lesson(example: data.Example, sheet: Sheet, standing: tuple[int, ...]) -> Lesson:
    """The lines of a sheet that are left when what repeats is set aside, as numbers."""
    left = [i for i, piece in enumerate(sheet.pieces) if not segment._set_aside(piece.text, standing[i])]
    rest = replace(sheet, pieces=tuple(sheet.pieces[i] for i in left))
    x = np.array(features.rows(rest)) if left else np.zeros((0, len(features.names(sheet.is_markup))))
    y = np.array(labels(rest, example.text)) >= 0.5 if example.text else np.zeros(len(left))
    words = np.array([min(60, max(2, len(piece.text.split()))) for piece in rest.pieces], dtype=float)
    return Lesson(example, sheet, left, x, y.astype(float), words / max(1.0, words.sum()) ** 0.5)


def lessons(examples: list[data.Example], manner: str) -> list[Lesson]:
    """The lessons of one manner of reading: ``page``, ``text`` (all its lines) or ``tidy`` (cropped to the article)."""
    sites = defaultdict(list)
    for example in examples:
        page = scan.sheet(example.html)
        lines = "\n".join(piece.text for piece in page.pieces if not piece.hidden)
        sites[example.set, example.site].append((example, page if manner == "page" else plain.sheet(lines)))
    out: list[Lesson] = []
    for _, members in sorted(sites.items()):
        known = _known([sheet for _, sheet in members])
        for example, sheet in members:
            own = frozenset(repeats.digest(t) for t in sheet.titles)
            digests = [repeats.digest(piece.text) for piece in sheet.pieces]
            whole = lesson(example, sheet, repeats.standing(known, digests, own))
            out += cropped(whole) if manner == "tidy" else [whole]
    return out


def _known(sheets: list[Sheet]) -> SiteLines | None:
    if len(sheets) < 2:
        return None
    surveys = []
    for number, sheet in enumerate(sheets):
        lines = tuple(dict.fromkeys(repeats.digest(piece.text) for piece in sheet.pieces))
        own = tuple(sorted({repeats.digest(t) for t in sheet.titles}))
        surveys.append(Survey(capture=f"a-{number:06}", site="x", lines=lines, own=own))
    return repeats.learn(surveys)


def cropped(whole: Lesson) -> list[Lesson]:
    """The text cut to the article with a few lines around it, as careful scrapers leave it."""
    found = np.flatnonzero(whole.y)
    if not len(found):
        return []
    seed = zlib.crc32(whole.example.id.encode())
    out = []
    for before, after in ((seed % 4, seed // 4 % 3), (seed // 16 % 9, seed // 256 % 12)):
        low, high = max(0, found[0] - before), min(len(whole.left), found[-1] + 1 + after)
        pieces = tuple(whole.sheet.pieces[whole.left[i]] for i in range(low, high))
        out.append(lesson(whole.example, replace(whole.sheet, pieces=pieces), (0,) * len(pieces)))
    return out


def fitted(chosen: list[Lesson]) -> Array:
    """The weights of least regularised log-loss."""
    x = np.concatenate([c.x for c in chosen])
    y = np.concatenate([c.y for c in chosen])
    w = np.concatenate([c.weight for c in chosen])
    w = w / w.mean()

    def loss(beta: Array) -> tuple[float, Array]:
        z = x @ beta
        p = 1 / (1 + np.exp(-z))
        value = float(w @ (np.logaddexp(0, z) - y * z)) / len(y) + L2 * float(beta @ beta) / 2 / len(y)
        return value, x.T @ (w * (p - y)) / len(y) + L2 * beta / len(y)

    found = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return np.asarray(found.x)


def fold(example: data.Example) -> int:
    """The fold of a page: all of one site are in one."""
    return zlib.crc32(example.site.encode()) % FOLDS


def main() -> None:
    """Learn, print the figures of the folds, write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=data.DEFAULT_DATA)
    parser.add_argument("--folds-only", action="store_true")
    options = parser.parse_args()
    examples = [e for name in (*SETS, "traf") for e in data.load(name, options.data)]
    learned: dict[str, Array] = {}
    for manner in MANNERS:
        every = lessons(examples, manner)
        held_out(every, manner)
        learned[manner] = fitted([item for item in every if item.example.text])
        if not options.folds_only:
            _write(learned)


def held_out(every: list[Lesson], manner: str) -> None:
    """Print the figures of one manner of reading, each page scored with weights that saw no page of its site.

    Scores and runs alone, without the rules that come after them and without the second extractor.
    """
    tallies: dict[str, data.Tally] = defaultdict(data.Tally)
    for number in range(FOLDS):
        beta = fitted([item for item in every if item.example.text and fold(item.example) != number])
        for item in every:
            if fold(item.example) == number:
                run = segment.best_run(tuple(item.x @ beta), segment.CHANGE_COST)
                kept = [item.sheet.pieces[i].text for i, keep in zip(item.left, run, strict=True) if keep]
                tallies[item.example.set].add(item.example, "\n".join(kept))
    for name in sorted(tallies):
        print(manner, name, " ".join(f"{k} {v:.4f}" for k, v in tallies[name].figures().items()), flush=True)


def _write(learned: dict[str, Array]) -> None:
    import tomllib

    old = tomllib.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    lines = [
        "# Weights of the features of a line, in log-odds; made by `python -m benchmarks.learn_weights`, not by hand."
    ]
    for mode in MANNERS:
        names = features.names(mode == "page")
        table = dict(zip(names, learned[mode], strict=True)) if mode in learned else old.get(mode, {})
        lines += ["", f"[{mode}]", *(f"{name} = {value:.3f}" for name, value in table.items())]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
