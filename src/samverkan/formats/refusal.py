"""How a reader refuses a value: with faults whose paths start at the value, so that each level adds its own step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from samverkan.errors import Fault, InvalidValueError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_FOUND = 400
"""After so many faults the rest of a list or of a table is not read: more would not be told, and cost time."""

MAX_HELPED = 200
"""For so many faults of one table the word that was meant is looked for."""

UNREAD = "unread"
"""The code of the fault that tells where reading ended."""

_SHOWN = 60
_FEW = 20


class Refused(Exception):  # noqa: N818  # it never leaves this room: the doors turn it into InvalidCollaborationError
    """A value in a file cannot be taken, for the reasons that ``faults`` give."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def under(self, step: str | int) -> tuple[Fault, ...]:
        """Give the faults as the level above sees them, one step further in."""
        return tuple(attrs.evolve(fault, path=(step, *fault.path)) for fault in self.faults)


class Inconsistent(Refused):
    """The parts of a file are right one by one, and do not hold together."""


def refused(code: str, message: str, expected: str | None = None, nearest: str | None = None) -> Refused:
    """Refuse a value for one reason."""
    return Refused([Fault(code, message, expected=expected, nearest=nearest)])


def unread(step: str | int) -> Fault:
    """Tell that what stands here and below is not read any more."""
    return Fault(UNREAD, "from here on nothing is read, for too much is wrong before it", (step,))


def wrong_type(raw: object, expected: str) -> Refused:
    """Refuse a value because of the type that it is written in."""
    return refused("wrong-type", f"{told(raw)} does not belong here", expected)


def as_fault(error: Exception) -> Fault:
    """Tell as a fault what a part of the model said when it refused a value."""
    if isinstance(error, InvalidValueError):
        return Fault(error.code, error.message, expected=error.expected)
    if isinstance(error, UnknownNameError):
        few = None if error.nearest or len(error.known) > _FEW else f"one of {', '.join(error.known)}"
        return Fault("unknown-name", f"there is no {error.kind} “{error.name}”", expected=few, nearest=error.nearest)
    return Fault("bad-value", str(error))


def told(raw: object) -> str:
    """Name a value of a file in a message: its type, and itself where it is short.

    >>> told("Malå"), told(True), told({})
    ('the text “Malå”', 'true', 'a table')
    """
    if isinstance(raw, (dict, list)):
        return "a table" if isinstance(raw, dict) else "a list"
    if raw is None or isinstance(raw, bool):
        return {None: "null", True: "true", False: "false"}[raw]
    if isinstance(raw, str):
        return f"the text “{shortened(raw)}”"
    if isinstance(raw, int) and raw.bit_length() > 200:  # printing a larger one can be refused by Python itself
        return "a very large number"
    return shortened(str(raw))


def shortened(text: str) -> str:
    """Cut text to what a message of one line can hold."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
