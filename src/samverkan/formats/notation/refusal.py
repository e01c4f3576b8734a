"""How a notation is refused: always with the library's own error, in one line."""

from __future__ import annotations

from samverkan.errors import InvalidValueError

_SHOWN = 60


def refuse(code: str, message: str, expected: str) -> InvalidValueError:
    """Make the error for a text that says no time."""
    return InvalidValueError(code, message, expected)


def shown(text: str) -> str:
    """Cut text to what a message of one line can hold."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
