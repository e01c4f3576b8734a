"""The English words for members of enumerations; the Swedish ones stand in the catalogue, under the class's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import Enum

_ENGLISH = {
    ("HalfYear", "VT"): "spring term",
    ("HalfYear", "HT"): "autumn term",
    ("Operator", ">="): "at least",
    ("Operator", "<="): "at most",
    ("Operator", "="): "exactly",
    ("Operator", ">"): "more than",
    ("Operator", "<"): "less than",
}


def english(member: Enum) -> str:
    """Give the English words for a member: its value with spaces, unless signs or Swedish stand there."""
    return english_of(type(member).__name__, str(member.value))


def english_of(enumeration: str, value: str) -> str:
    """Give the English words for a value of the enumeration of that name."""
    return _ENGLISH.get((enumeration, value), value.replace("-", " ").replace("_", " "))
