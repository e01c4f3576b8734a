"""What the words of every language come down to: the one alphabet that the grammar is written in."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from samverkan.model.cadence import Parity, Weekday
from samverkan.model.terms import HalfYear
from samverkan.model.when import Moment, Season


@frozen
class Number:
    """A whole number and how many digits it is written with; a word such as *två* has none."""

    value: int
    digits: int = 0


@frozen
class Ordinal:
    """A place in an order (*andra*, *14:e*); -1 is the last."""

    place: int


@frozen
class Month:
    """A month by its name, 1 to 12."""

    number: int


Token: TypeAlias = str | Number | Ordinal | Month | Weekday | Parity | Season | HalfYear | Moment
"""A value that a word means, or as text a sign or one of the small words of the grammar."""

Tokens: TypeAlias = list[Token]
"""What a text comes down to, in the order in which its words stand."""
