"""Whether one sentence of another outlet comes near to a sentence.

Goes in: the telling words of every sentence of an event, and one sentence. Comes out: yes or no. Words that stand all over another
article need not be told together there: what no single sentence of it comes near to may still be an outlet's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence


class Nearby:
    """The sentences of an event by their words; ``outlets``: that of each sentence."""

    def __init__(self, sentences: Sequence[frozenset[str]], outlets: Sequence[str]) -> None:
        self._sentences, self._outlets = sentences, outlets
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, stems in enumerate(sentences):
            for stem in stems:
                self._holders[stem].append(number)

    def has_like(self, weights: Mapping[str, float], outlet: str, share: float) -> bool:
        """Return whether a sentence of another outlet has words of this share of the weight of all.

        It must have one of the rarer words: the commonest, left out, are too light for the share by themselves.
        """
        needed = share * sum(weights.values())
        seen: set[int] = set()
        left = 0.0
        for stem in sorted(weights, key=lambda s: (-len(self._holders.get(s, ())), s)):
            left += weights[stem]
            if left < needed:
                continue
            for number in self._holders.get(stem, ()):
                if self._outlets[number] != outlet and number not in seen:
                    seen.add(number)
                    if sum(w for s, w in weights.items() if s in self._sentences[number]) >= needed:
                        return True
        return False
