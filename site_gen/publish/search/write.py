"""From articles to the folder of the index."""

from __future__ import annotations

import hashlib
import math
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from ...model import Searchable
from . import postings
from .pack import part
from .postings import BUCKETS, Frequent
from .shelves import LABELS, LINES, Facets, Lines, Texts
from .stems import Rule, Stemmed, common_rules, rule_of, stemmed
from .tokens import Sorted, Tokens, in_order
from .words import RULES, fold

FORMAT = 1
"""Raised where the page's script must change with the files."""
FREQUENT_AT = 80_000
"""Places from which a word's are divided by its neighbours: about 100 kB to load undivided."""
MOST_FREQUENT = 64
"""Words that may be."""
LENGTH_STEPS = 8
"""Of a text's length, kept in eighths of a power of two: 9 % apart at most, one byte."""
FAR_FORMS = 12
"""Forms of a word that a part names though they stand in another."""


class _Files:
    """The parts of one index as they are written, and the digest of all of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.digest = hashlib.sha256()

    def write(self, name: str, head: object, data: bytes) -> None:
        script = part(name, head, data)
        self.digest.update(script)
        (self.folder / f"{name}.js").write_bytes(script)


def write(folder: Path, articles: Iterable[Searchable], *, frequent_at: int = FREQUENT_AT) -> None:
    """Write the index of articles, which come newest first and undated last, into a folder that is not there yet.

    ``start.js`` names the folder of all other parts, which is named by their content: a browser may keep it for ever,
    and never reads parts of two builds as one. Nothing is written where there is no article.
    """
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        unnamed = folder / "new"
        unnamed.mkdir()
        files, tokens = _Files(unnamed), Tokens(Path(scratch))
        days, facets = _shelve(files, tokens, articles)
        start: dict[str, object] = {"format": FORMAT, "articles": len(tokens.lengths), "facets": facets}
        start |= {"lines": LINES, "labels": LABELS, "buckets": BUCKETS, "rules": RULES}
        start |= _write_words(files, tokens, Path(scratch), frequent_at)
        lengths = bytes(min(255, round(math.log2(n + 1) * LENGTH_STEPS)) for n in tokens.lengths)
        files.write("docs", [[day, len(list(same))] for day, same in groupby(days)], lengths)
        dated = [day for day in days if day]
        start |= {
            "steps": LENGTH_STEPS,
            "average": round(sum(tokens.lengths) / max(1, len(tokens.lengths)), 1),
        }
        start |= {"from": dated[-1] if dated else "", "to": dated[0] if dated else ""}
    start["folder"] = files.digest.hexdigest()[:12]
    unnamed.rename(folder / str(start["folder"]))
    (folder / "start.js").write_bytes(part("start", start))


def _shelve(
    files: _Files, tokens: Tokens, articles: Iterable[Searchable]
) -> tuple[list[str], dict[str, int]]:
    """Write what results show, keep the words; return the day of each article and the facets' sizes."""
    texts, lines, facets = Texts(files.write), Lines(files.write), Facets()
    days = []
    for doc, article in enumerate(articles):
        lines.add(article, texts.add(article))
        facets.add(doc, article)
        tokens.add(article)
        days.append(article.day)
    texts.close()
    lines.close()
    tokens.flush()
    return days, facets.write(files.write)


def _write_words(files: _Files, tokens: Tokens, scratch: Path, frequent_at: int) -> dict[str, object]:
    """Write the parts of words and places; return what the start must know of them."""
    import numpy as np

    surfaces = tokens.surfaces()
    folded = [fold(surface) for surface in surfaces]
    terms = sorted(set(folded))
    rank = {term: number for number, term in enumerate(terms)}
    rank_of = np.array([rank[word] for word in folded], dtype=np.int32)
    stems = stemmed(surfaces, tokens.counts())
    forms = _Forms(stems)
    del folded, rank, surfaces
    counts = np.zeros(len(terms), dtype=np.int64)
    for number in range(tokens.runs):
        counts += np.bincount(rank_of[tokens.run(number).key], minlength=len(terms))
    frequent = _frequent(terms, counts, frequent_at)
    by_word, by_neighbour = Sorted(scratch, "word"), Sorted(scratch, "near")
    near = np.zeros(frequent.words * frequent.keys, dtype=np.int64)
    for number in range(tokens.runs):
        run = tokens.run(number)
        word = rank_of[run.key]
        by_word.add(in_order(word, run.doc, run.place))
        if frequent.words:
            found = postings.neighbours(word, run.doc, run.place, frequent)
            near += np.bincount(found.key, minlength=len(near))
            by_neighbour.add(found)
    bounds = _write_lists(files, terms, by_word, counts, frequent, forms)
    names = [terms[n] for n in np.argsort(frequent.number, kind="stable")[len(terms) - frequent.words :]]
    return {
        "words": "\n".join(bounds),
        "frequent": names,
        "near": list(_write_neighbours(files, by_neighbour, near)),
        "stems": [list(rule) for rule in common_rules(forms.rules())],
    }


def _frequent(terms: Sequence[str], counts: Any, frequent_at: int) -> Frequent:
    import numpy as np

    order = np.argsort(-counts, kind="stable")[:MOST_FREQUENT]
    chosen = np.sort(order[counts[order] >= frequent_at])
    number = np.full(len(terms), -1, dtype=np.int32)
    number[chosen] = np.arange(len(chosen))
    buckets = np.array([postings.bucket(term) for term in terms] if len(chosen) else [], dtype=np.int32)
    return Frequent(number, buckets, len(chosen))


def _write_lists(
    files: _Files, terms: Sequence[str], by_word: Sorted, counts: Any, frequent: Frequent, forms: _Forms
) -> list[str]:
    """Write the ``w`` and ``p`` parts; return what separates each from the one before it."""
    ranges: list[tuple[int, int]] = []
    for low, high, found in by_word.slices(counts):
        lists = postings.lists(found, low, high)
        for a, b in postings.cuts(terms, lists, low):
            ranges.append((low + a, low + b))
            number = len(ranges) - 1
            is_frequent = frequent.number[low + a : low + b] >= 0
            files.write(f"p{number}", 0, postings.place_part(lists, a, b, is_frequent))
            head, codes = forms.head(terms[low + a : low + b])
            files.write(f"w{number}", head, postings.word_part(lists, a, b, codes))
    return [_between(terms[a - 1] if a else "", terms[a]) for a, _b in ranges]


def _between(before: str, word: str) -> str:
    """The shortest beginning of a word that comes after the one before it."""
    return next((word[:n] for n in range(len(word)) if word[:n] > before), word)


def _write_neighbours(files: _Files, by_neighbour: Sorted, counts: Any) -> Iterator[int]:
    number = 0
    for low, high, found in by_neighbour.slices(counts):
        for first, data in postings.neighbour_parts(postings.lists(found, low, high)):
            files.write(f"q{number}", 0, data)
            number += 1
            yield low + first


class _Forms:
    """The rules of words, and the forms of each stem."""

    def __init__(self, stems: Sequence[Stemmed]) -> None:
        self._rules: dict[str, list[Rule]] = defaultdict(list)
        self._forms: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
        for found in stems:
            self._rules[found.word].append(rule_of(found))
            self._forms[found.language, found.stem].append((-found.often, found.word))

    def rules(self) -> Iterator[Rule]:
        """Every rule as often as a word follows it."""
        for rules in self._rules.values():
            yield from rules

    def head(self, words: Sequence[str]) -> tuple[dict[str, object], list[int]]:
        """Return the head of a part of words, and by word the number of its rule there, 0 where it has none.

        ``more`` has the rules of words with several, ``far`` the forms that stand in other parts, by word.
        """
        numbered: dict[Rule, int] = {}
        codes: list[int] = []
        more: dict[int, list[int]] = {}
        far: dict[int, list[str]] = {}
        here = set(words)
        for at, word in enumerate(words):
            mine = [numbered.setdefault(rule, len(numbered) + 1) for rule in self._rules.get(word, ())]
            codes.append(mine[0] if mine else 0)
            if len(mine) > 1:
                more[at] = mine[1:]
            if away := self._far(word, here):
                far[at] = away
        rules = [list(rule) for rule in numbered]
        return {"words": "\n".join(words), "rules": rules, "more": more, "far": far}, codes

    def _far(self, word: str, here: set[str]) -> list[str]:
        found = []
        for rule in self._rules.get(word, ()):
            stem = word[len(rule.head) : len(word) - len(rule.tail)] + rule.end
            found += [form for form in self._forms[rule.language, stem] if form[1] not in here]
        return [form for _count, form in sorted(found)[:FAR_FORMS]]
