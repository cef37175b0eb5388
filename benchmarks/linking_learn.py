"""Learn the numbers that linking ships: how usual words are (``common``), and the weights of its features (``weights``).

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
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.linking_data import prepared, records
from site_gen.language import fold, words
from site_gen.link.candidates import candidates
from site_gen.link.cluster import JOIN, cluster
from site_gen.link.corpus import NO_DAY, read
from site_gen.link.features import NAMES, features
from site_gen.link.fingerprint import stem
from site_gen.link.score import costs
from site_gen.link.whole import MIN_SCORE
from site_gen.model import Brief, Fingerprint
from site_gen.settings import LinkSettings

HERE = Path(__file__).parent.parent / "site_gen" / "link"
MIN_SHARE = 0.004
FOLDS = 5
RIDGE = 1.0
SMALL_ARCHIVES = 40
SET_WEIGHT = 4_000.0
"""Every set counts as if it had this many pairs, whatever its size."""
JOIN_WEIGHT = 500.0
"""The same for the joins of groups."""
SETS = (
    ("newscluster", 1.0), ("galaxy", 0.3), ("ecb", 1.0), ("roundups", 0.7), ("three outlets", 0.7), ("hidden", 0.7),
    ("mixed", 1.0),
)  # fmt: skip
"""galaxy's events are whole stories, which is not what an event is here: it counts less. The events of exactly three
outlets are those of the round-ups that no other round-up is likely to repeat; ``hidden`` are the same among the
background articles, ``mixed`` is all of it in one archive, where events are of every size. Nobody knows what the
background articles report: pairs and joins with them teach nothing."""
RIGHT_JOIN = 1.8
"""A join that is right counts as so many that are wrong: it brings several articles home, a wrong one may be of two.
Of 1.0, 1.4, 1.8 and 2.5 the one after which recall rises little more; precision hardly moves (docs/measurements/linking.md)."""
SMALL_WEIGHT = 0.3
SMALL_SETS = ("newscluster", "galaxy", "ecb", "roundups")
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


@dataclass
class Set:
    """One development set (or a small archive drawn from it) with its candidate pairs."""

    name: str
    ids: tuple[str, ...]
    pairs: Any
    x: Any
    text: Any
    """Likeness of the texts of each pair."""
    days: list[int | None]
    events: Any
    """Of each article; empty for background."""
    y: Any
    fold_a: Any
    """Fold of the event of the first article; -1 for background."""
    fold_b: Any
    weight: float


def fold_of(event: str) -> int:
    """Return the fold of an event: by a digest of its name, so that it never changes."""
    return int(hashlib.sha256(f"fold {event}".encode()).hexdigest(), 16) % FOLDS


def make_set(
    name: str, event_of: dict[str, str], briefs: list[Brief], prints: list[Fingerprint], *, weight: float
) -> Set:
    """Return the candidate pairs of a corpus with features and labels."""
    corpus = read(briefs, prints)
    pairs = candidates(corpus, LinkSettings().max_gap_days)
    events = np.array([event_of.get(i, "") for i in corpus.ids])
    x = np.concatenate([np.zeros((0, len(NAMES))), *(made for _, made in features(corpus, pairs))])
    a, b = events[pairs[:, 0]], events[pairs[:, 1]]
    folds = np.array([fold_of(e) if e else -1 for e in events], dtype=int)
    days = [None if day == NO_DAY else int(day) for day in corpus.first_day]
    return Set(name, corpus.ids, pairs, x, x[:, NAMES.index("text")], days, events, ((a == b) & (a != "")).astype(float),
               folds[pairs[:, 0]], folds[pairs[:, 1]], weight)  # fmt: skip


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
    total: Counter[str] = Counter()
    for part in sets:
        total[part.name] += int(_known(part).sum())
    for part in sets:
        kept = _known(part) & ~np.isin(part.fold_a, without) & ~np.isin(part.fold_b, without)
        xs.append(part.x[kept])
        ys.append(part.y[kept])
        ws.append(np.full(int(kept.sum()), part.weight * SET_WEIGHT / total[part.name]))
    falling = [i for i, name in enumerate(NAMES) if name.startswith("days_")]
    return fit_falling(np.concatenate(xs), np.concatenate(ys), np.concatenate(ws), falling)


def _known(part: Set) -> Any:
    """Which pairs are of two articles whose events are known."""
    return (part.fold_a >= 0) & (part.fold_b >= 0)


def odds_held_out(part: Set, models: dict[tuple[int, int], Any]) -> Any:
    """Return the odds of the pairs of a set, each by the model that has seen neither article's fold."""
    found = np.zeros(len(part.y))
    low, high = unseen(part.fold_a, part.fold_b)
    for (i, j), weights in models.items():
        mine = (low == i) & (high == j)
        found[mine] = part.x[mine] @ weights
    return found - costs(part.x)


def unseen(a: Any, b: Any) -> tuple[Any, Any]:
    """Return the two folds (lower, higher) that a model must not have seen to score each pair; -1 is no event's."""
    low, high = np.minimum(np.where(a < 0, b, a), np.where(b < 0, a, b)), np.maximum(a, b)
    return np.maximum(low, 0), np.maximum(high, 0)


@dataclass
class Joins:
    """The joins proposed while the groups of a set were made as they should be."""

    x: Any
    y: Any
    folds: list[set[int]]
    """Of the events whose articles each join concerns."""
    weight: float


def joins(part: Set, odds: Any) -> Joins:
    """Return what was proposed, and whether most pairs of the two groups are of one event; only such were joined."""
    rows: list[tuple[float, ...]] = []
    right: list[float] = []
    folds: list[set[int]] = []

    def judge(found: Sequence[float], one: Sequence[int], other: Sequence[int]) -> float:
        sides = [{part.events[row] for row in side} - {""} for side in (one, other)]
        same = np.mean([part.events[a] == part.events[b] != "" for a in one for b in other])
        if all(sides):
            rows.append(tuple(found))
            right.append(float(same >= 0.5))
            folds.append({fold_of(event) for event in sides[0] | sides[1]})
        return float(same >= 0.5)

    cluster(part.days, scored(part.pairs, odds, part.text), judge=judge, threshold=0.5)
    return Joins(np.array(rows), np.array(right), folds, part.weight)


def scored(pairs: Any, odds: Any, text: Any) -> list[tuple[int, int, float, float]]:
    """Return the pairs that clustering sees."""
    scores = np.round(1 / (1 + np.exp(-np.clip(odds, -30, 30))), 6)
    kept = scores >= MIN_SCORE
    return list(zip(*pairs[kept].T.tolist(), scores[kept].tolist(), text[kept].tolist(), strict=True))


def learn_joins(made: list[Joins], *, without: tuple[int, ...] = ()) -> Any:
    """Return weights learned from all joins of which no article is of an event of the folds left out."""
    xs, ys, ws = [], [], []
    for part in made:
        kept = np.array([not folds & set(without) for folds in part.folds])
        xs.append(part.x[kept])
        ys.append(part.y[kept])
        ws.append(part.weight * JOIN_WEIGHT / len(part.y) * np.where(ys[-1] > 0, RIGHT_JOIN, 1.0))
    falling = [i for i, name in enumerate(JOIN) if name.startswith("days_")]
    return fit_falling(np.concatenate(xs), np.concatenate(ys), np.concatenate(ws), falling)


FOLD_PAIRS = tuple((i, j) for i in range(FOLDS) for j in range(i, FOLDS))


def learned(sets: list[Set]) -> tuple[dict[tuple[int, int], Any], list[Joins]]:
    """Return the models of pairs by the folds that they have not seen, and the joins made with their scores."""
    models = {folds: learn(sets, without=folds) for folds in FOLD_PAIRS}
    named = {name for name, _ in SETS}
    return models, [joins(part, odds_held_out(part, models)) for part in sets if part.name in named]


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
        parts = [loaded(data, part, cache) for part in (*SMALL_SETS, "background")]
        gold = {id: event for of in parts for id, event in of[0].items()}
        return gold, [b for of in parts for b in of[1]], [p for of in parts for p in of[2]]
    if name == "hidden":
        gold, briefs, prints = loaded(data, "three outlets", cache)
        _, more, prints_more = loaded(data, "background", cache)
        return gold, briefs + more, prints + prints_more
    rows, briefs, prints = prepared(data / f"{name}.jsonl.gz", cache)
    return {r["id"]: r["event"] for r in rows if r.get("event")}, briefs, prints


def small_archives(
    name: str, gold: dict[str, str], briefs: list[Brief], prints: list[Fingerprint], *, alike: bool
) -> list[Set]:
    """Return small archives of 1 to 6 events, drawn from a set: linking must not need a large corpus.

    ``alike`` draws an event and those most like it, so that a small archive on one subject is learned from, too.
    """
    draw = random.Random(7)
    events = sorted(set(gold.values()))
    words = _event_words(gold, prints)
    made = []
    for _ in range(SMALL_ARCHIVES):
        size = draw.randint(1, 6)
        first = draw.choice(events)
        chosen = set(_nearest(first, words)[: size + 1] if alike else draw.sample(events, size))
        made.append(
            make_set(
                f"small {name}, alike" if alike else f"small {name}",
                gold,
                [b for b in briefs if gold[b.id] in chosen],
                [p for p in prints if gold[p.id] in chosen],
                weight=SMALL_WEIGHT,
            )
        )
    return made


def _event_words(gold: dict[str, str], prints: list[Fingerprint]) -> dict[str, set[str]]:
    words: dict[str, set[str]] = {}
    for seen in prints:
        words.setdefault(gold[seen.id], set()).update({*seen.title_terms, *(n for n, _ in seen.names)})
    return words


def _nearest(event: str, words: dict[str, set[str]]) -> list[str]:
    """Events by the rarity of the names and title words they share with one, itself first."""
    usual = Counter(w for of in words.values() for w in of)

    def alike(other: str) -> float:
        shared = sorted(words[event] & words[other])
        return sum(1 / usual[w] for w in shared) / (1 + math.sqrt(len(words[other])))

    return [event, *sorted((e for e in words if e != event), key=lambda e: (-round(alike(e), 9), e))]


def training_sets(data: Path, cache: Path | None = None) -> list[Set]:
    """Return every set that the weights are learned from."""
    made = []
    for name, weight in SETS:
        gold, briefs, prints = loaded(data, name, cache)
        made.append(make_set(name, gold, briefs, prints, weight=weight))
        if name in SMALL_SETS:
            made += small_archives(name, gold, briefs, prints, alike=False)
            made += small_archives(name, gold, briefs, prints, alike=True)
    return made


def write_weights(weights: Any, of_joins: Any) -> None:
    """Write the weights with the command that made them."""
    rows = [f'"{name}" = {value:.4f}' for name, value in zip(NAMES, weights, strict=True)]
    rows += ["", "[joins]"]
    rows += [f'"{name}" = {value:.4f}' for name, value in zip(JOIN, of_joins, strict=True)]
    head = (
        "# Weights of the logistic regressions that score a pair of articles and a join of two groups; learned by\n"
        "#     python -m benchmarks.linking_learn weights --data DATA\n"
        "# on the development sets "
        + ", ".join(name for name, _ in SETS)
        + "; figures in docs/measurements/linking.md.\n\n[weights]\n"
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
        sets = training_sets(given.data, given.cache)
        write_weights(learn(sets), learn_joins(learned(sets)[1]))
        return
    write_common(common_english(given.data), "en", "the development sets of news articles")
    for language in ("ar", "fr") if given.counts else ():
        shares = common_from_counts(given.counts / f"{language}.json.gz", language)
        write_common(shares, language, "the word counts of pyspellchecker 0.9 (MIT)")


if __name__ == "__main__":
    main()
