"""A sentence with its facts kept apart, so that it can be told in any language (*meddelande*)."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

Value: TypeAlias = "str | int | dt.date | Text | Enum | tuple[Value, ...]"
"""What a sentence may hold: words as they stand, a number, a day, words in two languages, a known word, a list."""


def _sorted(values: Mapping[str, Value]) -> tuple[tuple[str, Value], ...]:
    return tuple(sorted(values.items()))


@frozen
class Message:
    """One English sentence with named places such as ``{seats}``, and what stands in them.

    ``plural`` is the sentence for several, chosen by the value of ``n``. The sentence is the key of the message
    catalogue: who renders it looks it up in the reader's language first.
    """

    text: str
    plural: str | None = None
    values: tuple[tuple[str, Value], ...] = field(default=())

    def __str__(self) -> str:
        facts = dict(self.values)
        template = self.plural if self.plural is not None and facts.get("n") != 1 else self.text
        return template.format(**{name: plain(value) for name, value in self.values})


def say(text: str, /, plural: str | None = None, **values: Value) -> Message:
    """Make a message; the catalogue is built from the texts of these calls.

    >>> str(say("{n} seat has no role: {seats}", "{n} seats have no role: {seats}", n=2, seats=("sg-02", "sg-03")))
    '2 seats have no role: sg-02, sg-03'
    """
    return Message(text, plural, _sorted(values))


def plain(value: Value) -> str:
    """Write a value of a message in English without any catalogue."""
    if isinstance(value, tuple):
        return ", ".join(plain(each) for each in value)
    if isinstance(value, Text):
        return value.in_language("en")
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, dt.date) else str(value)
