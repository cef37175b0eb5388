"""Learn the numbers that linking ships: how usual words are (``common``), and the weights of both looks (``weights``).

    python -m benchmarks.linking_learn common  --data ../shared/data/linking
    python -m benchmarks.linking_learn weights --data ../shared/data/linking

Only numbers and single lower-case word stems leave the development sets, never a phrase or a name.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.linking_data import prepared, records
from site_gen.language import fold, words
from site_gen.link.beside import BESIDE, beside
from site_gen.link.candidates import candidates
from site_gen.link.corpus import read
from site_gen.link.features import NAMES, features
from site_gen.link.fingerprint import stem
from site_gen.link.score import LOOKS, MIN_SCORE, costs, held_back
from site_gen.model import Brief, Fingerprint
from site_gen.settings import LinkSettings

HERE = Path(__file__).parent.parent / "site_gen" / "link"
MIN_SHARE = 0.004
FOLDS = 5
RIDGE = 1.0
SET_WEIGHT = 4_000.0
"""Every set counts as if it had this many pairs, whatever its size."""
SETS = (
    ("newscluster", 1.0), ("galaxy", 0.5), ("ecb", 1.0), ("roundups", 0.7), ("three outlets", 1.2), ("hidden", 1.2),
    ("mixed", 1.0),
)  # fmt: skip
"""galaxy's events are whole stories, which is not what an event is here: it counts less. The events of exactly three
outlets are those of the round-ups that no other round-up is likely to repeat; ``hidden`` are the same among the
background articles, ``mixed`` is all of it in one archive, where events are of every size. Nobody knows what the
background articles report: pairs with them teach nothing."""
PARTS = ("newscluster", "galaxy", "ecb", "roundups")
ENGLISH_SETS = ("background", "galaxy", "newscluster", "roundups")


def common_english(data: Path) -> dict[str, float]:
    """Return stems and the share of articles that hold them; words mostly written with a capital are left out."""
    documents: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    small: Counter[str] = Counter()
    total = 0
    for name in ENGLISH_SETS:
        for record in records(data / f"{name}.jsonl.gz"):
            total += 1
            seen = set()
            for word in words(record["text"])[:800]:
                found = stem(fold(word.text), "en")
                if found:
                    seen.add(found)
                    (capitals if word.text[0].isupper() else small)[found] += 1
            documents.update(seen)
    return {
        s: n / total for s, n in documents.items() if n / total >= MIN_SHARE and small[s] > 2 * capitals[s]
    }


def common_from_counts(path: Path, language: str) -> dict[str, float]:
    """Return stems and shares estimated from the word counts of a spell checker (pyspellchecker, MIT).

    The share of 500-word texts that hold a word of frequency f is taken as 1 - exp(-500 f).
    """
    with gzip.open(path, "rt", encoding="utf-8") as file:
        counts = json.load(file)
    total = sum(counts.values())
    stems: Counter[str] = Counter()
    for word, count in counts.items():
        found = stem(fold(word), language)
        if found:
            stems[found] += count
    shares = {s: 1 - math.exp(-500 * n / total) for s, n in stems.items()}
    return {s: share for s, share in shares.items() if share >= 2 * MIN_SHARE}


def write_common(shares: dict[str, float], language: str, source: str) -> None:
    """Write a table, sorted by stem."""
    rows = [f"{s} {max(1, round(10_000 * share))}" for s, share in sorted(shares.items())]
    head = f"# Stems and the number of 10,000 articles that hold them. From {source}.\n"
    (HERE / f"common.{language}.txt").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print(language, len(rows), "stems")


@dataclass(frozen=True)
class Set:
    """One development set with its candidate pairs."""

    name: str
    ids: tuple[str, ...]
    pairs: Any
    x: Any
    """Columns NAMES; after ``looked_again`` BESIDE, too."""
    events: Any
    """Of each article; empty for background."""
    folds: Any
    """Of the event of each article; -1 for background."""
    weight: float

    @property
    def ends(self) -> tuple[Any, Any]:
        """The folds of the first and of the second article of each pair."""
        return self.folds[self.pairs[:, 0]], self.folds[self.pairs[:, 1]]

    @property
    def y(self) -> Any:
        """1.0 for each pair of one event."""
        a, b = self.events[self.pairs[:, 0]], self.events[self.pairs[:, 1]]
        return ((a == b) & (a != "")).astype(float)

    @property
    def known(self) -> Any:
        """Which pairs are of two articles whose events are known."""
        return (self.ends[0] >= 0) & (self.ends[1] >= 0)


def fold_of(event: str, split: int = 0) -> int:
    """Return the fold of an event: by a digest of its name, so that it never changes."""
    return int(hashlib.sha256(f"fold {split} {event}".encode()).hexdigest(), 16) % FOLDS


def folded(part: Set, split: int) -> Set:
    """Return a set with its events in other folds."""
    return replace(part, folds=np.array([fold_of(e, split) if e else -1 for e in part.events], dtype=int))


def make_set(
    name: str, event_of: dict[str, str], briefs: list[Brief], prints: list[Fingerprint], *, weight: float
) -> Set:
    """Return the candidate pairs of a corpus with features and events."""
    corpus = read(briefs, prints)
    pairs = candidates(corpus, LinkSettings().max_gap_days)
    events = np.array([event_of.get(i, "") for i in corpus.ids])
    x = np.concatenate([np.zeros((0, len(NAMES))), *(made for _, made in features(corpus, pairs))])
    return folded(Set(name, corpus.ids, pairs, x, events, None, weight), 0)


def fit(x: Any, y: Any, w: Any, *, ridge: float = RIDGE) -> Any:
    """Return the weights of a logistic regression (Newton's method; the constant is not shrunk)."""
    weights = np.zeros(x.shape[1])
    shrink = np.eye(x.shape[1]) * ridge
    shrink[0, 0] = 1e-3
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (w * (p - y)) + shrink @ weights
        step = np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + shrink, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def fit_falling(x: Any, y: Any, w: Any, falling: list[int]) -> Any:
    """Return the weights of ``fit`` where those of the columns ``falling`` are 0 at most: more days never bring two nearer."""
    x = x.copy()
    while True:
        weights = fit(x, y, w)
        wrong = [column for column in falling if weights[column] > 0]
        if not wrong:
            return weights
        x[:, wrong] = 0


def learn(sets: list[Set], *, without: tuple[int, ...] = ()) -> Any:
    """Return weights learned from all pairs of which no article is of an event of the folds left out."""
    xs, ys, ws = [], [], []
    for part in sets:
        a, b = part.ends
        kept = part.known & ~np.isin(a, without) & ~np.isin(b, without)
        xs.append(part.x[kept])
        ys.append(part.y[kept])
        ws.append(np.full(int(kept.sum()), part.weight * SET_WEIGHT / int(part.known.sum())))
    falling = [i for i, name in enumerate(NAMES) if name.startswith("days_")]
    return fit_falling(np.concatenate(xs), np.concatenate(ys), np.concatenate(ws), falling)


Models = dict[tuple[int, int], Any]
"""Weights by the two folds that they have not seen."""


def odds_held_out(part: Set, models: Models) -> Any:
    """Return the odds of the pairs of a set, each by the model that has seen neither article's fold."""
    a, b = part.ends
    low, high = np.minimum(np.where(a < 0, b, a), np.where(b < 0, a, b)), np.maximum(a, b)
    low, high = np.maximum(low, 0), np.maximum(high, 0)
    found = np.zeros(len(part.pairs))
    for (i, j), weights in models.items():
        mine = (low == i) & (high == j)
        found[mine] = part.x[mine] @ weights
    return found - costs(part.x)


def worth_a_second(odds: Any) -> Any:
    """Which pairs the first look does not rule out."""
    return 1 / (1 + np.exp(-np.clip(odds, -30, 30))) >= MIN_SCORE


def looked_again(part: Set, odds: Any) -> Set:
    """Return the pairs of a set that are worth a second look, with its columns."""
    left = worth_a_second(odds)
    pairs = part.pairs[left]
    return replace(part, pairs=pairs, x=np.hstack([part.x[left], beside(len(part.ids), pairs, odds[left])]))


FOLD_PAIRS = tuple((i, j) for i in range(FOLDS) for j in range(i, FOLDS))


def held_out(sets: list[Set]) -> list[tuple[Set, Any]]:
    """Return each set with the pairs of the second look, and their odds by models that have not seen their events."""
    models = {folds: learn(sets, without=folds) for folds in FOLD_PAIRS}
    first = [odds_held_out(part, models) for part in sets]
    again = [looked_again(part, odds) for part, odds in zip(sets, first, strict=True)]
    models = {folds: learn(again, without=folds) for folds in FOLD_PAIRS}
    found = []
    for part, odds in zip(again, first, strict=True):
        left = odds[worth_a_second(odds)]
        found.append((part, held_back(left, odds_held_out(part, models), costs(part.x))))
    return found


def learned(sets: list[Set]) -> tuple[Any, Any]:
    """Return the weights of the first and of the second look, learned from all of the sets.

    The second learns from first odds of models that have not seen the pairs, as it will meet them.
    """
    held = {folds: learn(sets, without=folds) for folds in FOLD_PAIRS}
    return learn(sets), learn([looked_again(part, odds_held_out(part, held)) for part in sets])


def three_outlets(gold: dict[str, str]) -> dict[str, str]:
    """The articles of events of exactly three articles."""
    sizes = Counter(gold.values())
    return {i: event for i, event in gold.items() if sizes[event] == 3}


def loaded(
    data: Path, name: str, cache: Path | None = None
) -> tuple[dict[str, str], list[Brief], list[Fingerprint]]:
    """Return the events, briefs and fingerprints of a development set."""
    if name == "three outlets":
        gold, briefs, prints = loaded(data, "roundups", cache)
        gold = three_outlets(gold)
        return gold, [b for b in briefs if b.id in gold], [p for p in prints if p.id in gold]
    if name == "mixed":
        parts = [loaded(data, part, cache) for part in (*PARTS, "background")]
        gold = {id: event for of in parts for id, event in of[0].items()}
        return gold, [b for of in parts for b in of[1]], [p for of in parts for p in of[2]]
    if name == "hidden":
        gold, briefs, prints = loaded(data, "three outlets", cache)
        _, more, prints_more = loaded(data, "background", cache)
        return gold, briefs + more, prints + prints_more
    rows, briefs, prints = prepared(data / f"{name}.jsonl.gz", cache)
    return {r["id"]: r["event"] for r in rows if r.get("event")}, briefs, prints


def training_sets(data: Path, cache: Path | None = None) -> list[Set]:
    """Return every set that the weights are learned from."""
    return [make_set(name, *loaded(data, name, cache), weight=weight) for name, weight in SETS]


def write_weights(looks: tuple[Any, Any]) -> None:
    """Write the weights with the command that made them."""
    rows = []
    for look, weights, names in zip(LOOKS, looks, (NAMES, (*NAMES, *BESIDE)), strict=True):
        rows += [
            f"\n[{look}]",
            *(f'"{name}" = {value:.4f}' for name, value in zip(names, weights, strict=True)),
        ]
    head = (
        "# Weights of the two logistic regressions that score a pair of articles; learned by\n"
        "#     python -m benchmarks.linking_learn weights --data DATA\n"
        "# on the development sets "
        + ", ".join(name for name, _ in SETS)
        + "; figures in docs/measurements/linking.md.\n"
    )
    (HERE / "weights.toml").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Learn what the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("what", choices=("common", "weights"))
    asked.add_argument("--data", type=Path, default=Path("../shared/data/linking"))
    asked.add_argument(
        "--counts", type=Path, help="folder of word counts by language (ar.json.gz, fr.json.gz)"
    )
    asked.add_argument("--cache", type=Path, help="keep described articles here")
    given = asked.parse_args()
    if given.what == "weights":
        write_weights(learned(training_sets(given.data, given.cache)))
        return
    write_common(common_english(given.data), "en", "the development sets of news articles")
    for language in ("ar", "fr") if given.counts else ():
        shares = common_from_counts(given.counts / f"{language}.json.gz", language)
        write_common(shares, language, "the word counts of pyspellchecker 0.9 (MIT)")


if __name__ == "__main__":
    main()
