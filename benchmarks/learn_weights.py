"""Make ``site_gen/clean/weights.toml`` and ``trees.json`` from pages with gold; print what they are worth held out.

    python -m benchmarks.learn_weights [--data DIR] [--folds-only] [--manners page,text,tidy]

Needs the package lightgbm (``pip install lightgbm``). The same data and versions give the same files. A line counts
as the article's where at least half of its four-word runs stand in the gold text; of pages with snippets only, the
lines that hold one count, twice as much. Lines are weighted by their words, pages by the root of theirs. Texts are learned from the
same pages as scrapers leave them, whole and cropped to the article's neighbourhood. Folds are by site: no page of a
site is in both.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from site_gen.clean import judge, plain, repeats, scan, segment, surroundings
from site_gen.clean.pieces import Sheet
from site_gen.model import SiteLines, Survey

from . import cleaning_data as data

Array = NDArray[np.float64]
FOLDS = 5
MANNERS = ("page", "text", "tidy")
L2 = 2.0
"""Pull of the sum's weights to nothing, columns scaled alike."""
STEPS = {"page": 300, "text": 100, "tidy": 100}
"""Most steps in learning the sum; texts change little after the first hundred."""
ROUNDS = {"page": 150, "text": 150, "tidy": 60}
TREES = {
    "objective": "binary", "learning_rate": 0.06, "num_leaves": 16, "min_data_in_leaf": 60, "feature_fraction": 0.5,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "max_bin": 63, "seed": 7, "deterministic": True,
    "num_threads": 1, "verbose": -1,
}  # fmt: skip
"""Small trees, many lines a leaf: the development pages are few. Chosen before anything was measured with them."""
SNIPPETS = 2.0
"""How much more a page counts of which only snippets are known: its few lines stand for the rest. Held out, traf .932 to
.939; the other sets change by what chance does (docs/measurements/cleaning-tried.md)."""
FOLDER = Path(__file__).resolve().parents[1] / "site_gen" / "clean"
WEIGHTS, FOREST = FOLDER / "weights.toml", FOLDER / "trees.json"


@dataclass
class Lesson:
    """One page or text: its lines as numbers, which are the article's, and how much each counts (0: not known)."""

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


def told(sheet: Sheet, example: data.Example) -> tuple[Array, Array]:
    """Which lines are the article's, and of which it is known."""
    count = len(sheet.pieces)
    if example.text:
        return (np.array(labels(sheet, example.text)) >= 0.5).astype(float), np.ones(count)
    found, known = np.zeros(count), np.zeros(count)
    for snippets, value in ((example.left_out, 0.0), (example.kept, 1.0)):
        for snippet in (" ".join(s.split()) for s in snippets):
            for i, piece in enumerate(sheet.pieces):
                if snippet in piece.text:
                    found[i], known[i] = value, 1.0
    return found, known


def lesson(example: data.Example, sheet: Sheet, standing: tuple[int, ...]) -> Lesson:
    """The lines of a sheet that are left when what repeats is set aside, as numbers."""
    left = segment.left(sheet, standing)
    rest = replace(sheet, pieces=tuple(sheet.pieces[i] for i in left))
    if not left:
        return Lesson(example, sheet, [], np.zeros((0, 0)), np.zeros(0), np.zeros(0))
    x = surroundings.table(rest, tuple(standing[i] for i in left))
    y, known = told(rest, example)
    words = np.array([min(60, max(2, len(piece.text.split()))) for piece in rest.pieces], dtype=float) * known
    weight = words / max(1.0, words.sum()) ** 0.5
    if sheet.is_markup and not example.text:
        weight *= SNIPPETS
    return Lesson(example, sheet, left, x, y, weight)


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
            out += cropped(whole) if manner == "tidy" else [whole] if whole.left else []
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
    found = np.flatnonzero(whole.y * whole.weight)
    if not len(found) or not whole.example.text:
        return []
    seed = zlib.crc32(whole.example.id.encode())
    out = []
    for before, after in ((seed % 4, seed // 4 % 3), (seed // 16 % 9, seed // 256 % 12)):
        low, high = max(0, found[0] - before), min(len(whole.left), found[-1] + 1 + after)
        pieces = tuple(whole.sheet.pieces[whole.left[i]] for i in range(low, high))
        out.append(lesson(whole.example, replace(whole.sheet, pieces=pieces), (0,) * len(pieces)))
    return out


@dataclass
class Learned:
    """What one manner's files hold."""

    manner: str
    sums: dict[str, float]
    trees: dict[str, list[float]]

    def judge(self) -> judge.Judge:
        """The judge that the files would make."""
        return judge.made(self.manner, self.sums, self.trees)


def learned(manner: str, chosen: list[Lesson]) -> Learned:
    """The sum and the trees of one manner of reading."""
    x = np.concatenate([c.x for c in chosen])
    y = np.concatenate([c.y for c in chosen])
    w = np.concatenate([c.weight for c in chosen])
    seen = _seen(manner, chosen)[w > 0]
    x, y, w = x[w > 0], y[w > 0], w[w > 0]
    w = w / w.mean()
    return Learned(manner, _sum(manner, x, y, w), _forest(manner, seen, y, w))


def _seen(manner: str, chosen: list[Lesson]) -> Array:
    """What the trees see of all lines; of pages also what a sum says around, learned on the other half of the sites."""
    if manner not in judge.TREES_SHARE:
        return np.concatenate([c.x for c in chosen])
    halves = [zlib.crc32(("cf" + c.example.site).encode()) % 2 for c in chosen]
    sums = {half: _summed(manner, [c for c, own in zip(chosen, halves, strict=True) if own != half])
            for half in sorted(set(halves))}  # fmt: skip
    every = np.arange(max(len(c.x) for c in chosen))
    return np.concatenate(
        [
            judge.with_around(c.x, sums[own](c.x), every[: len(c.x)])
            for c, own in zip(chosen, halves, strict=True)
        ]
    )


def _summed(manner: str, chosen: list[Lesson]) -> Callable[[Array], Array]:
    """What a sum learned on these lessons says of a table."""
    x, y, w = (np.concatenate([getattr(c, name) for c in chosen]) for name in ("x", "y", "weight"))
    sums = _sum(manner, x[w > 0], y[w > 0], w[w > 0] / w[w > 0].mean())
    weights = np.array([sums[name] for name in surroundings.names(manner == "page")])
    return lambda table: np.asarray(table @ weights + sums["bias"])


def _sum(manner: str, x: Array, y: Array, w: Array) -> dict[str, float]:
    """The weights of least regularised log-loss, by name; columns are scaled while learning."""
    middle, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
    z = np.column_stack([(x - middle) / spread, np.ones(len(x))])

    def loss(beta: Array) -> tuple[float, Array]:
        logits = z @ beta
        p = 1 / (1 + np.exp(-logits))
        value = float(w @ (np.logaddexp(0, logits) - y * logits)) / len(y) + L2 * float(
            beta @ beta
        ) / 2 / len(y)
        return value, z.T @ (w * (p - y)) / len(y) + L2 * beta / len(y)

    found = minimize(
        loss, np.zeros(z.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": STEPS[manner]}
    ).x
    weights = found[:-1] / spread
    bias = float(found[-1] - weights @ middle)
    names = surroundings.names(manner == "page")
    return {"bias": round(bias, 4)} | {n: round(float(v), 4) for n, v in zip(names, weights, strict=True)}


def _forest(manner: str, x: Array, y: Array, w: Array) -> dict[str, list[float]]:
    """Boosted trees, laid end to end."""
    import lightgbm

    model = lightgbm.train(TREES, lightgbm.Dataset(x, y, weight=w), ROUNDS[manner])
    out: dict[str, list[Any]] = {
        name: [] for name in ("roots", "feature", "threshold", "below", "above", "value")
    }

    def lay(node: dict[str, Any]) -> int:
        place = len(out["feature"])
        for name in ("feature", "threshold", "below", "above", "value"):
            out[name].append(0)
        if "split_feature" not in node:
            out["feature"][place], out["value"][place] = -1, round(node["leaf_value"], 5)
            return place
        out["feature"][place], out["threshold"][place] = node["split_feature"], round(node["threshold"], 6)
        out["below"][place] = lay(node["left_child"])
        out["above"][place] = lay(node["right_child"])
        return place

    out["roots"] = [lay(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    return out


def fold(example: data.Example) -> int:
    """The fold of a page: all of one site are in one."""
    return zlib.crc32(example.site.encode()) % FOLDS


def main() -> None:
    """Learn, print the figures of the folds, write the weights and the trees."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=data.DEFAULT_DATA)
    parser.add_argument("--folds-only", action="store_true")
    parser.add_argument("--no-folds", action="store_true")
    parser.add_argument("--manners", default=",".join(MANNERS))
    options = parser.parse_args()
    examples = [e for name in data.SETS for e in data.load(name, options.data)]
    found: dict[str, Learned] = {}
    for manner in options.manners.split(","):
        every = lessons(examples, manner)
        if not options.no_folds:
            held_out(every, manner)
        if not options.folds_only:
            found[manner] = learned(manner, every)
            _write(found)


def held_out(every: list[Lesson], manner: str) -> None:
    """Print the figures of one manner of reading, each page scored by a judge that saw no page of its site.

    Scores and runs alone, without the rules that come after them and without the second extractor.
    """
    tallies: dict[str, data.Tally] = defaultdict(data.Tally)
    for number in range(FOLDS):
        says = learned(manner, [item for item in every if fold(item.example) != number]).judge().says
        for item in every:
            if fold(item.example) == number:
                run = segment.best_run(says(item.x), segment.CHANGE_COST)
                kept = [item.sheet.pieces[i].text for i, keep in zip(item.left, run, strict=True) if keep]
                tallies[item.example.set].add(item.example, "\n".join(kept))
    for name in sorted(tallies):
        print(manner, name, " ".join(f"{k} {v:.4f}" for k, v in tallies[name].figures().items()), flush=True)


def fold_judges(
    examples: list[data.Example], manners: tuple[str, ...], kept: Path | None = None
) -> list[Callable[[str], judge.Judge]]:
    """For each fold the judges, by manner, that saw no page of its sites.

    ``kept``: a file that holds them; where there is none they are learned and it is written. Whoever changes the
    pages or what is seen of a line removes the file.
    """
    if kept and kept.exists():
        found = json.loads(kept.read_text(encoding="utf-8"))
    else:
        found = _folds(examples, manners)
        if kept:
            kept.write_text(json.dumps(found), encoding="utf-8")
    judges = [{manner: judge.made(manner, *files) for manner, files in own.items()} for own in found]
    return [own.__getitem__ for own in judges]


def _folds(examples: list[data.Example], manners: tuple[str, ...]) -> list[dict[str, Any]]:
    """For each fold the sums and the trees by manner."""
    out: list[dict[str, Any]] = [{} for _ in range(FOLDS)]
    for manner in manners:
        every = lessons(examples, manner)
        for number in range(FOLDS):
            one = learned(manner, [i for i in every if fold(i.example) != number])
            out[number][manner] = [one.sums, one.trees]
    return out


def _write(found: dict[str, Learned]) -> None:
    import tomllib

    old = tomllib.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    trees = json.loads(FOREST.read_text(encoding="utf-8")) if FOREST.exists() else {}
    lines = ["# The weights of a line's marks, in log-odds; made by `python -m benchmarks.learn_weights`."]
    for manner in MANNERS:
        sums = found[manner].sums if manner in found else old.get(manner, {})
        lines += ["", f"[{manner}]", *(f"{name} = {value}" for name, value in sums.items())]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    trees |= {manner: one.trees for manner, one in found.items()}
    kept = {manner: trees[manner] for manner in MANNERS if manner in trees}
    text = json.dumps(kept, separators=(",", ":")).replace('],"', '],\n"').replace('},"', '},\n"')
    FOREST.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
