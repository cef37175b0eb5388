"""Files and containers to captures: text, HTML, Markdown, JSONL, tables, feeds, mails, WARC and WACZ,
MHTML and Safari's web archives, ZIP files of these, and metadata.csv.

In go streams and bytes that the pipeline opened; out come frozen records and captures, and findings for whatever could not
be read. Nothing is cleaned here: a capture's text is the file's text, decoded, with its line ends made one.
"""

from .captures import capture
from .copies import copies, copy_findings
from .dates import is_of_two_days, read_date
from .files import is_capture_name, is_container, page_folders, records
from .front_matter import front_matter_span
from .jsonl import RECORD_KEYS, numbered_lines, page_of
from .metadata import FILE as METADATA
from .metadata import (
    MetadataRow,
    given_by_key,
    given_for,
    metadata_key,
    read_metadata,
    unmatched_metadata,
)
from .warc import WarcRecord, kept_records

__all__ = [
    "METADATA",
    "RECORD_KEYS",
    "MetadataRow",
    "WarcRecord",
    "capture",
    "copies",
    "copy_findings",
    "front_matter_span",
    "given_by_key",
    "given_for",
    "is_capture_name",
    "is_container",
    "is_of_two_days",
    "kept_records",
    "metadata_key",
    "numbered_lines",
    "page_folders",
    "page_of",
    "read_date",
    "read_metadata",
    "records",
    "unmatched_metadata",
]
