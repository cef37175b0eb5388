"""How to cite a page that gathers articles: an event, a topic."""

from __future__ import annotations

from . import cite
from .frame import Frame
from .styles import readable
from .views import Citation, Named


def list_citation(title: str, frame: Frame, *, has_files: bool = True) -> Citation:
    """Return how to cite a page that gathers articles; its files hold a record for each, where it has any."""
    cited = cite.cited_page(title, frame)
    files = tuple(Named(name, file) for file, name, _ in cite.FILES) if has_files else ()
    note = str(frame.interface.text("The files hold a record for each of its articles.")) if files else ""
    return Citation(readable(cited, frame.interface), files, (), cited.url, note)
