"""How to cite a page that gathers articles: an event, a topic."""

from __future__ import annotations

from . import cite
from .frame import Frame
from .styles import readable
from .views import Citation, Named


def list_citation(title: str, frame: Frame) -> Citation:
    """Return how to cite a page that gathers articles; its files hold a record for each of them."""
    cited = cite.cited_page(title, frame)
    files = tuple(Named(name, file) for file, name, _ in cite.FILES)
    note = str(frame.interface.text("The files hold a record for each of its articles."))
    return Citation(readable(cited, frame.interface), files, (), cited.url, note)
