"""The figures that the outlets of an event give: read, told what they count, put together across outlets, and called.

Goes in: readings and attributions in the event's order. Comes out: ``Figure`` groups, those that differ first.
Steps: ``numbers`` (a number with its unit, hedge and range), ``counted`` (what it counts, and what happened to that),
``weighing`` (how likely two count one thing), ``grouping``, ``surely`` (which differences are shown), ``called`` (headings).
"""

from .reported import figures_of, reckoned

__all__ = ["figures_of", "reckoned"]
