"""The people, places and organisations that an article names, told by writing, tables and a gazetteer; no model.

In: the blocks of a body and its language. Out: ``NameMention`` in reading order, each with the longest form that the
article itself gives. A name whose kind cannot be told is left out: a wrong topic is worse than a missing one.
Steps: ``runs`` (capitalised sequences), ``kinds`` (what each is), ``mentions`` (surnames and acronyms to their full forms).
"""

from .mentions import find_names

__all__ = ["find_names"]
