"""What the first judge says around each line, as columns for the second: a paragraph among sure ones, a line behind the last.

In: the log-odds of the weighted sum, line by line, and the words of each line. Out: the columns of
``NAMES``. So the trees see a line's neighbours twice: as they are written, and as they were judged.
"""

from __future__ import annotations

import numpy as np

from .surroundings import Array, since, window

NAMES = (
    "sum", "sum_prev", "sum_prev2", "sum_next", "sum_next2", "likely_near", "likely_wide", "likely_before",
    "likely_after", "best_before", "best_after", "since_sure", "until_sure", "best", "likely_words", "likely_share",
)  # fmt: skip
MOST = 6.0
"""Log-odds beyond which a line is no surer; what stands beyond a page's ends is as unlikely."""
SURE = 1.5
FAR = 50
"""Lines beyond which the next sure one is not looked for."""


def columns(scores: Array, words: Array) -> Array:
    """Return the columns of ``NAMES`` lying: a row for each name, an entry for each line."""
    count = len(scores)
    own = np.minimum(np.maximum(scores, -MOST), MOST)
    likely = words / (1 + np.exp(-own))
    sums = np.concatenate((_NOTHING, likely)).cumsum()
    counts = np.concatenate((_NOTHING, words)).cumsum()
    total = max(1.0, float(sums[-1]))
    edged = np.concatenate((_BEYOND, own, _BEYOND))
    sure = own > SURE
    out = np.empty((len(NAMES), count))
    out[0] = own
    for place, start in enumerate((1, 0, 3, 4), start=1):
        out[place] = edged[start : start + count]
    for place, reach in enumerate((4, 12), start=5):
        out[place] = (window(sums, reach) - likely) / np.maximum(1.0, window(counts, reach) - words)
    out[7] = sums[:-1] / total
    out[8] = 1 - sums[1:] / total
    out[9] = np.maximum.accumulate(edged[1 : count + 1])
    out[10] = np.maximum.accumulate(edged[3 : count + 3][::-1])[::-1]
    out[11] = since(sure, FAR)
    out[12] = since(sure[::-1], FAR)[::-1]
    out[13] = own.max(initial=-MOST)
    out[14] = np.log1p(sums[-1])
    out[15] = sums[-1] / max(1.0, float(counts[-1]))
    return out


_NOTHING = np.zeros(1)
_BEYOND = np.full(2, -MOST)
