"""The findings of this stage: code, level and what it means. Codes are stable."""

from __future__ import annotations

from site_gen.model import Finding, Level
from site_gen.settings import IngestSettings

CODES: dict[str, tuple[Level, str]] = {
    "ING-001": (Level.ERROR, "A capture is empty."),
    "ING-002": (Level.ERROR, "A file is not text."),
    "ING-003": (Level.ERROR, "A capture is larger than ingest.max_capture_bytes."),
    "ING-004": (
        Level.NOTE,
        "A file belongs to a saved page (picture, style, script) and is no capture itself.",
    ),
    "ING-005": (Level.NOTE, "The content of a file is not what its suffix says; the content decides."),
    "ING-006": (Level.WARNING, "Control characters were taken out of a text."),
    "ING-007": (Level.WARNING, "The declared encoding is wrong; the text was read with another."),
    "ING-008": (Level.NOTE, "The encoding is declared nowhere and was guessed."),
    "ING-009": (Level.WARNING, "Some bytes do not fit the encoding of the rest."),
    "ING-010": (Level.NOTE, "A text holds invisible characters (zero width, writing direction)."),
    "ING-011": (Level.WARNING, "Half of a surrogate pair stood in a JSON text and was replaced."),
    "ING-012": (Level.ERROR, "A line of a JSONL file is not a JSON object."),
    "ING-013": (Level.WARNING, "Two records of a file have one id; the later got a suffix."),
    "ING-014": (Level.NOTE, "A record or front matter has fields that are not read."),
    "ING-015": (Level.ERROR, "A record has neither html nor text."),
    "ING-016": (Level.WARNING, "A supplied value cannot be read as what its field holds."),
    "ING-017": (
        Level.ERROR,
        "A web archive or another file of records is damaged; what stands before the damage was read.",
    ),
    "ING-018": (Level.NOTE, "A web archive or feed holds records that are no articles."),
    "ING-019": (Level.WARNING, "A record's id cannot be used; its line number stands for it."),
    "ING-020": (Level.WARNING, "Front matter is opened and not closed, or a line of it cannot be read."),
    "ING-021": (Level.WARNING, "A Markdown text is too large to be outlined and is read as plain text."),
    "ING-022": (Level.ERROR, "A file of records has a suffix that does not say so."),
    "ING-023": (Level.WARNING, "Two captures have the same bytes; one article stands for both."),
    "ING-024": (Level.ERROR, "A table of captures has no column with a text."),
    "ING-025": (Level.WARNING, "A feed gives summaries, not whole texts."),
    "ING-026": (Level.WARNING, "A text is cut short by its supplier."),
    "ING-027": (Level.WARNING, "A text holds several documents of a database and is read as one."),
    "ING-028": (Level.WARNING, "Records have texts, no title, and fields that are not read."),
    "ING-030": (Level.WARNING, "metadata.csv has a column that is not known."),
    "ING-031": (Level.ERROR, "metadata.csv cannot be read as a table."),
    "ING-032": (Level.WARNING, "A row of metadata.csv names no capture."),
    "ING-033": (Level.WARNING, "Two rows of metadata.csv name one capture."),
    "ING-034": (
        Level.WARNING,
        "A row of metadata.csv has more cells than there are columns, or runs over many lines.",
    ),
    "ING-035": (Level.WARNING, "A row of metadata.csv names a capture that is not there."),
    "ING-036": (
        Level.WARNING,
        "A date may be of two days; the first number is read as the day.",
    ),
}


def finding(code: str, where: str, message: str, hint: str) -> Finding:
    """Return a finding with the level of its code. KeyError for a code that is not in the table."""
    return Finding(code, CODES[code][0], where, message, hint)


def too_large(where: str, settings: IngestSettings) -> Finding:
    """Return the finding on a file, line or record that is larger than a capture may be."""
    message = f"Larger than {settings.max_capture_bytes:,} bytes; set aside."
    return finding("ING-003", where, message, "Split it, or raise ingest.max_capture_bytes in archive.toml.")
