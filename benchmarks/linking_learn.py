"""Learn the numbers that linking ships: how usual words are (``common``), and the weights of its features (``weights``).

    python -m benchmarks.linking_learn common  --data ../shared/data/linking
    python -m benchmarks.linking_learn weights --data ../shared/data/linking

Only numbers and single lower-case word stems leave the development sets, never a phrase or a name.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter
from pathlib import Path

from benchmarks.linking_data import records
from site_gen.language import fold, words
from site_gen.link.fingerprint import stem

HERE = Path(__file__).parent.parent / "site_gen" / "link"
MIN_SHARE = 0.004
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


if __name__ == "__main__":
    data = Path(sys.argv[sys.argv.index("--data") + 1]) if "--data" in sys.argv else Path("../shared/data/linking")
    if sys.argv[1] == "common":
        write_common(common_english(data), "en", "the development sets of news articles")
        if "--counts" in sys.argv:
            folder = Path(sys.argv[sys.argv.index("--counts") + 1])
            for language in ("ar", "fr"):
                write_common(
                    common_from_counts(folder / f"{language}.json.gz", language),
                    language,
                    "the word counts of pyspellchecker 0.9 (MIT)",
                )
