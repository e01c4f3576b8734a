"""Words of others inside a notation: in quotation marks they are kept letter by letter."""

from __future__ import annotations

from typing import Final

from samverkan.model.names import normalised

_MARKS: Final = frozenset('”“„"»«')


def unquoted(text: str) -> str | None:
    """Give what stands between quotation marks, or nothing where the text is not one quotation."""
    quoted = len(text) >= 2 and text[0] in _MARKS and text[-1] in _MARKS
    return text[1:-1] if quoted else None


def tidy(text: str) -> str:
    """Write free words with single spaces, each letter in one way."""
    return " ".join(normalised(text).split())


def needs_quotes(text: str) -> bool:
    """Say whether a reader would change the words if they stood without quotation marks."""
    return text != tidy(text) or unquoted(text) is not None
