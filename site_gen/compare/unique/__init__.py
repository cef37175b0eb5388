"""What one outlet alone tells: up to so many sentences of each, in the order of its article.

Goes in: readings, and what was found to be shared, quoted and counted. Comes out: ``Unique``.
"""

from .sentences import unique_of

__all__ = ["unique_of"]
