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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.linking_data import prepared, records
from site_gen.language import fold, words
from site_gen.link.candidates import candidates
from site_gen.link.corpus import read
from site_gen.link.features import NAMES, features
from site_gen.link.fingerprint import stem
from site_gen.model import Brief, Fingerprint
from site_gen.settings import LinkSettings

HERE = Path(__file__).parent.parent / "site_gen" / "link"
MIN_SHARE = 0.004
FOLDS = 5
RIDGE = 1.0
SMALL_ARCHIVES = 40
SET_WEIGHT = 4_000.0
"""Every set counts as if it had this many pairs, whatever its size."""
SETS = (("newscluster", 1.0), ("galaxy", 0.3), ("ecb", 1.0), ("roundups", 1.0))
"""galaxy's events are whole stories, which is not what an event is here: it counts less."""
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
    """Return the candidate pairs of a corpus with features and labels; pairs of two background articles left out."""
    corpus = read(briefs, prints)
    pairs = candidates(corpus, LinkSettings().max_gap_days)
    events = np.array([event_of.get(i, "") for i in corpus.ids])
    x = np.concatenate([np.zeros((0, len(NAMES))), *(made for _, made in features(corpus, pairs))])
    a, b = events[pairs[:, 0]], events[pairs[:, 1]]
    known = (a != "") | (b != "")
    folds = np.array([fold_of(e) if e else -1 for e in events], dtype=int)
    return Set(name, corpus.ids, pairs[known], x[known].astype(float), ((a == b) & (a != ""))[known].astype(float),
               folds[pairs[:, 0]][known], folds[pairs[:, 1]][known], weight)  # fmt: skip


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


def learn(sets: list[Set], *, without: tuple[int, ...] = ()) -> Any:
    """Return weights learned from all pairs of which no article is of an event of the folds left out."""
    xs, ys, ws = [], [], []
    total: Counter[str] = Counter()
    for part in sets:
        total[part.name] += len(part.y)
    for part in sets:
        kept = ~np.isin(part.fold_a, without) & ~np.isin(part.fold_b, without)
        xs.append(part.x[kept])
        ys.append(part.y[kept])
        ws.append(np.full(int(kept.sum()), part.weight * SET_WEIGHT / total[part.name]))
    return fit(np.concatenate(xs), np.concatenate(ys), np.concatenate(ws))


def loaded(
    data: Path, name: str, cache: Path | None = None
) -> tuple[dict[str, str], list[Brief], list[Fingerprint]]:
    """Return the events, briefs and fingerprints of a development set."""
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
                weight=0.3,
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
        made += small_archives(name, gold, briefs, prints, alike=False)
        made += small_archives(name, gold, briefs, prints, alike=True)
    return made


def write_weights(weights: Any) -> None:
    """Write the weights with the command that made them."""
    rows = [f'"{name}" = {value:.4f}' for name, value in zip(NAMES, weights, strict=True)]
    head = (
        "# Weights of the logistic regression that scores a pair of articles; learned by\n"
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
        write_weights(learn(training_sets(given.data, given.cache)))
        return
    write_common(common_english(given.data), "en", "the development sets of news articles")
    for language in ("ar", "fr") if given.counts else ():
        shares = common_from_counts(given.counts / f"{language}.json.gz", language)
        write_common(shares, language, "the word counts of pyspellchecker 0.9 (MIT)")


if __name__ == "__main__":
    main()
