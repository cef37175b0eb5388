"""Which quotations of an event's articles are one utterance, each outlet's rendering of it, and who is said to have said it.

Goes in: readings and attributions in the event's order. Comes out: ``Quote`` groups, those of most outlets first.
Steps: ``sayings`` (what is speech), ``matching`` and ``translations`` (which are alike, in one language and in two),
``renderings`` and ``units`` (groups, cut into what all of them have), ``quoted`` (speakers, conflicts, paraphrases).
"""

from .quoted import quotes_of

__all__ = ["quotes_of"]
