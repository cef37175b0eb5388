"""The cleaner as an extractor of its own, without an archive: from Python, for files, for a stream of records.

In: a page or text, or many; those of one site are learned together. Out: for each an ``Extracted``, or a line of text or
JSON, in their order. Nothing is fetched, nothing is raised for what cannot be read: its findings say why.
"""

from .commands import clean_files, clean_records
from .extracted import Extracted
from .pages import Page, extract, extract_all
from .remarks import Remarks

__all__ = ["Extracted", "Page", "Remarks", "clean_files", "clean_records", "extract", "extract_all"]
