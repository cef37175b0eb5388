"""Topics of the corpus: people, places, organisations and subjects, each with the articles and events that hold it.

In: briefs and events, never bodies. Out: ``Topic`` in order of kind and label, and findings. Names are merged by their
writing and by what articles themselves say ("International Committee of the Red Cross (ICRC)"); what could be two
stays two. Subjects come from the vocabulary and from topics that were given: none is invented.
"""

from .because import because
from .gather import topics

__all__ = ["because", "topics"]
