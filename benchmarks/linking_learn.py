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
from benchmarks.linking_draws import draws
from benchmarks.linking_far import far_draws, other_event
from benchmarks.linking_strangers import OF_A_WEEK, page_draws, pages, stranger_draws
from site_gen.language import fold, words
from site_gen.link.beside import BESIDE, beside
from site_gen.link.candidates import candidates
from site_gen.link.common import NUMBERS
from site_gen.link.corpus import Corpus, read
from site_gen.link.features import NAMES, features, nearness, rivalry
from site_gen.link.fingerprint import stem
from site_gen.link.rules import costs
from site_gen.link.score import LOOKS, MIN_SCORE, held_back
from site_gen.link.telling import telling
from site_gen.model import Brief, Fingerprint
from site_gen.settings import LinkSettings

HERE = Path(__file__).parent.parent / "site_gen" / "link"
MIN_SHARE = 0.004
ORDINARY = 0.05
"""Of a word how often it is written small for each time with a capital: news writes "President" and "House" with one, mostly, and
yet they are words."""
FOLDS = 5
RIDGE = 5.0, 3.0
"""What holds the weights of each look back. Chosen by events that neither look had seen (``linking_unseen``, record 31): from 3
to 100 little changes for the second, and with 3 the fewest small archives have a wrong link; with .01 it learns by heart what the
first look's models have seen."""
LAST_STEP, MOST_STEP = 2e-3, 3.0
"""A fit is done where no weight moves by more: single precision does not tell smaller steps. Longer ones overshoot."""
SMALL_ARCHIVES, SMALL_WEIGHT = 40, 0.3
"""Small archives of a kind and part that are learned from, and what each kind counts beside SETS."""
STRANGERS, STRANGERS_WEIGHT = 24, 0.3
"""The same of archives most of whose articles have no counterpart (``linking_strangers``, record 32)."""
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
COUNTED = ("ar", "de", "es", "fr", "it", "nl", "pt", "ru")
"""Languages whose words a spell checker has counted."""
ENGLISH_SETS = ("background", "galaxy", "newscluster", "roundups")


def common_english(data: Path) -> dict[str, float]:
    """Return stems and the share of articles that hold them; words hardly ever written small are left out, for they are names."""
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
        s: n / total
        for s, n in documents.items()
        if n / total >= MIN_SHARE and small[s] > ORDINARY * capitals[s]
    }


def common_numbers(data: Path, cache: Path | None) -> dict[str, float]:
    """Return the numbers that stand in one background article of 250 and more, and the share of articles that hold them."""
    prints = loaded(data, "background", cache)[2]
    articles = Counter(number for seen in prints for number in set(seen.numbers))
    return {number: n / len(prints) for number, n in articles.items() if n / len(prints) >= MIN_SHARE}


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
    print(language, len(rows), "rows")


@dataclass(frozen=True)
class Set:
    """One development set with its candidate pairs."""

    name: str
    ids: tuple[str, ...]
    pairs: Any
    x: Any
    """Columns NAMES; after ``looked_again`` BESIDE, too. float32."""
    many: Any
    """Of each pair: how far it stands among many (``rivalry``)."""
    corpus: Corpus
    events: Any
    """Of each article; empty for background."""
    folds: Any
    """Of the event of each article; -1 for background."""
    weight: float
    """What its pairs count in learning; nothing is learned from sets of 0."""

    @property
    def ends(self) -> tuple[Any, Any]:
        """The folds of the first and of the second article of each pair."""
        return self.folds[self.pairs[:, 0]], self.folds[self.pairs[:, 1]]

    @property
    def y(self) -> Any:
        """1.0 for each pair of one event."""
        a, b = self.events[self.pairs[:, 0]], self.events[self.pairs[:, 1]]
        return ((a == b) & (a != "")).astype(np.float32)

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
    made = [np.zeros((0, len(NAMES)), np.float32), *(made for _, made in features(corpus, pairs))]
    many = rivalry(corpus, pairs)
    return folded(Set(name, corpus.ids, pairs, np.concatenate(made), many, corpus, events, None, weight), 0)


def fit(x: Any, y: Any, w: Any, begin: Any, still: list[int], ridge: float) -> Any:
    """Return the weights of a logistic regression (Newton's method from ``begin``; the constant is not shrunk).

    Columns that are ``still`` keep a weight of 0.
    """
    weights = begin.copy()
    weights[still] = 0
    moved = np.setdiff1d(np.arange(x.shape[1]), still)
    x = x[:, moved]
    shrink = np.eye(len(moved)) * ridge
    shrink[0, 0] = 1e-3
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ weights[moved].astype(np.float32), -30, 30)))
        gradient = (x.T @ (w * (p - y))).astype(float) + shrink @ weights[moved]
        step = np.linalg.solve(((x * (w * p * (1 - p))[:, None]).T @ x).astype(float) + shrink, gradient)
        far = np.abs(step).max()
        weights[moved] -= step * min(1.0, MOST_STEP / far)
        if far < LAST_STEP:
            break
    return weights


def fit_falling(x: Any, y: Any, w: Any, begin: Any, ridge: float) -> Any:
    """Return the weights of ``fit`` where those of days are 0 at most: more days never bring two nearer."""
    falling = [i for i, name in enumerate(NAMES) if name.removeprefix("few*").startswith("days_")]
    still: list[int] = []
    weights = begin
    while True:
        weights = fit(x, y, w, weights, still, ridge)
        wrong = [column for column in falling if weights[column] > 0]
        if not wrong:
            return weights
        still += wrong


Models = dict[tuple[int, int], Any]
"""Weights by the two folds that they have not seen."""
FOLD_PAIRS = tuple((i, j) for i in range(FOLDS) for j in range(i, FOLDS))


def learn(sets: list[Set], ridge: float) -> tuple[Any, Models]:
    """Return weights learned from all pairs, and from those of which no article is of an event of two folds left out.

    The second begin from the first, so that they are found in a few steps.
    """
    total: Counter[str] = Counter()
    for part in sets:
        total[part.name] += int(part.known.sum())
    rows = []
    for part in sets:
        if part.weight and part.known.any():
            known = part.known
            share = np.full(int(known.sum()), part.weight * SET_WEIGHT / total[part.name], np.float32)
            rows.append((part.x[known], part.y[known], share, part.ends[0][known], part.ends[1][known]))
    x, y, w, a, b = (np.concatenate(column) for column in zip(*rows, strict=True))
    weights = fit_falling(x, y, w, np.zeros(x.shape[1]), ridge)
    models = {}
    for folds in FOLD_PAIRS:
        kept = ~np.isin(a, folds) & ~np.isin(b, folds)
        models[folds] = fit_falling(x[kept], y[kept], w[kept], weights, ridge)
    return weights, models


def taken_off(part: Set) -> Any:
    """Return what rules take off the odds of the pairs of a set."""
    return costs(part.corpus, part.pairs, part.x)[0]


def odds_held_out(part: Set, models: Models, of_all: Any = None) -> Any:
    """Return the odds of the pairs of a set, each by the model that has seen neither article's fold.

    Where neither event is known every model will do: it is the first, or where they are given the weights ``of_all``.
    """
    a, b = part.ends
    low, high = np.minimum(np.where(a < 0, b, a), np.where(b < 0, a, b)), np.maximum(a, b)
    low, high = np.maximum(low, 0), np.maximum(high, 0)
    found = np.zeros(len(part.pairs))
    for (i, j), weights in models.items():
        mine = (low == i) & (high == j)
        found[mine] = part.x[mine] @ weights
    if of_all is not None:
        unknown = (a < 0) & (b < 0)
        found[unknown] = part.x[unknown] @ of_all
    return found - taken_off(part)


def looked_again(part: Set, odds: Any) -> tuple[Set, Any]:
    """Return the pairs of a set that are worth a second look, with its columns, and their odds of the first."""
    chance = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    left = np.flatnonzero(chance >= MIN_SCORE)
    near = nearness(len(part.ids), part.pairs, part.x[:, NAMES.index("text")])
    words = telling(part.corpus, part.pairs, near.better, chance, left)
    pairs, many, odds = part.pairs[left], part.many[left], odds[left]
    columns = beside(len(part.ids), pairs, odds, many, words).astype(np.float32)
    return replace(part, pairs=pairs, many=many, x=np.hstack([part.x[left], columns])), odds


def learned(
    sets: list[Set], *, unknown_by_all: bool = False
) -> tuple[tuple[Any, Any], list[tuple[Set, Any]]]:
    """Return the weights of both looks; and each set with the pairs of the second, and their odds by held-out models.

    The second look learns from first odds of models that have not seen the pairs, as it will meet them. ``unknown_by_all``:
    a pair of which neither event is known is judged by the weights that are returned, not by those of four folds in five.
    """
    first, models = learn(sets, RIDGE[0])
    of_all = first if unknown_by_all else None
    again = [looked_again(part, odds_held_out(part, models, of_all)) for part in sets]
    second, models = learn([part for part, _ in again], RIDGE[1])
    of_all = second if unknown_by_all else None
    return (first, second), [
        (part, held_back(odds, odds_held_out(part, models, of_all), taken_off(part))) for part, odds in again
    ]


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
    made = [make_set(name, *loaded(data, name, cache), weight=weight) for name, weight in SETS]
    made += small_sets(data, cache, "small", count=SMALL_ARCHIVES, seed=7, weight=SMALL_WEIGHT)
    return made + stranger_sets(data, cache, "strangers", count=STRANGERS, seed=7, weight=STRANGERS_WEIGHT)


def small_sets(
    data: Path, cache: Path | None, label: str, *, count: int, seed: int, weight: float
) -> list[Set]:
    """Return so many small archives of each kind from each part, named for their label, part and kind."""
    made = []
    for name in PARTS:
        gold, briefs, prints = loaded(data, name, cache)
        for draw in draws(gold, briefs, prints, count=count, seed=seed):
            title = f"{label}: {name}, {draw.kind}"
            made.append(make_set(title, gold, draw.briefs, draw.prints, weight=weight))
    return made


def stranger_sets(
    data: Path, cache: Path | None, label: str, *, count: int, seed: int, weight: float
) -> list[Set]:
    """Return archives of each size of articles that mostly have no counterpart, from all parts and the background.

    Nothing is learned from those of one week (docs/measurements/linking.md).
    """
    others = _paired(*loaded(data, "background", cache)[1:])
    gold: dict[str, str] = {}
    own = []
    for name in ("newscluster", "galaxy", "ecb", "three outlets"):
        of, briefs, prints = loaded(data, name, cache)
        gold |= of
        own += _paired([b for b in briefs if b.id in of], prints)
    events = gold | {brief.id: other_event(brief.id) for brief, _ in others}
    return [
        make_set(f"{label}: {draw.kind}", events, draw.briefs, draw.prints, weight=weight)
        for draw in stranger_draws(gold, own, others, count=count, seed=seed)
        if not (weight and draw.kind.endswith(OF_A_WEEK))
    ]


def page_sets(data: Path, cache: Path | None, label: str, *, count: int, seed: int) -> list[Set]:
    """Return archives of each size of web pages of the cleaning sets; nothing is learned from them."""
    own = pages(data.parent / "cleaning", cache)
    events = {brief.id: other_event(brief.id) for brief, _ in own}
    return [
        make_set(f"{label}: {draw.kind}", events, draw.briefs, draw.prints, weight=0.0)
        for draw in page_draws(own, count=count, seed=seed)
    ]


def far_sets(data: Path, cache: Path | None, label: str, *, count: int, seed: int) -> list[Set]:
    """Return four small archives of each of so many dated events of each part, among reports of other times.

    Nothing is learned from them: weights that do join reports a few days apart in an archive as small as the sample.
    """
    _, *background = loaded(data, "background", cache)
    others = _paired(*background)
    made = []
    for name in PARTS:
        gold, briefs, prints = loaded(data, name, cache)
        events = gold | {brief.id: other_event(brief.id) for brief, _ in others}
        for draw in far_draws(gold, _paired(briefs, prints), others, count=count, seed=seed):
            title = f"{label}: {name}, {draw.kind}"
            made.append(make_set(title, events, draw.briefs, draw.prints, weight=0.0))
    return made


def _paired(briefs: list[Brief], prints: list[Fingerprint]) -> list[tuple[Brief, Fingerprint]]:
    seen = {print_.id: print_ for print_ in prints}
    return [(brief, seen[brief.id]) for brief in briefs]


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
        + ", small archives, and archives of strangers; figures in docs/measurements/linking.md.\n"
    )
    (HERE / "weights.toml").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Learn what the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("what", choices=("common", "weights"))
    asked.add_argument("--data", type=Path, default=Path("../shared/data/linking"))
    asked.add_argument("--counts", type=Path, help="folder of word counts by language (ar.json.gz, …)")
    asked.add_argument("--cache", type=Path, help="keep described articles here")
    given = asked.parse_args()
    if given.what == "weights":
        write_weights(learned(training_sets(given.data, given.cache))[0])
        return
    write_common(common_english(given.data), "en", "the development sets of news articles")
    write_common(common_numbers(given.data, given.cache), NUMBERS, "the development sets of news articles")
    for language in COUNTED if given.counts else ():
        shares = common_from_counts(given.counts / f"{language}.json.gz", language)
        write_common(shares, language, "the word counts of pyspellchecker 0.9 (MIT)")


if __name__ == "__main__":
    main()
