"""How a command words what it found: sentences, and numbers with what is counted."""

from __future__ import annotations


def sentence(text: str) -> str:
    """A text as a sentence: a capital in front, a stop behind unless it ends with a mark of its own."""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?", "!")) else ".")


def many(count: int, one: str, more: str | None = None) -> str:
    """Return a number with what is counted: "1 line", "2 stories"."""
    return f"{count} {one if count == 1 else more or one + 's'}"
