"""Captures cleaned: every visible line gets a role, and the article's lines become blocks.

In: a ``Capture`` (text, Markdown or HTML), and what repeats on its site. Out: a ``Body``. Refuses to rewrite: a kept
line reads as it stands, but for white space, broken encodings and invisible controls (each recorded as an ``Edit``).
Invariants: ``Body.lines`` holds every visible line of the capture in order, cut ones too, each with its span; the
same captures give the same bodies in any order and under any hash seed.

Order of a build: ``survey`` each capture, ``learn`` each site's surveys (or ``merge``), then ``body`` each capture with its ``own_lines``.
"""

from .pieces import Sheet
from .repeats import learn, merge, own_lines, site_of
from .whole import bodies, body, sheet_of, survey

__all__ = ["Sheet", "bodies", "body", "learn", "merge", "own_lines", "sheet_of", "site_of", "survey"]
