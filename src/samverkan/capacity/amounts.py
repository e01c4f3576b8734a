"""Lengths of stay and rates of arrival as exact numbers of days (*vistelsetid*, *inflöde*)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar, Final, Self

from attrs import field, frozen

from samverkan.checklist.interval import Interval
from samverkan.errors import InvalidValueError
from samverkan.model.values import Length, Unit

YEAR: Final = Fraction(146_097, 400)
"""The days of a year: 400 Gregorian years have 146,097. A month is a twelfth, so 60 a year are 5 a month."""

DAYS: Final = {Unit.DAY: Fraction(1), Unit.WEEK: Fraction(7), Unit.MONTH: YEAR / 12, Unit.YEAR: YEAR}
"""How many days a unit of time has."""

_UNITS: Final = {
    **dict.fromkeys(("day", "days", "dag", "dagar", "dygn"), Unit.DAY),
    **dict.fromkeys(("week", "weeks", "vecka", "veckor"), Unit.WEEK),
    **dict.fromkeys(("month", "months", "månad", "månader", "mån"), Unit.MONTH),
    **dict.fromkeys(("year", "years", "år"), Unit.YEAR),
}
_STAY: Final = re.compile(r"\s*(?:([0-9]{1,9})\s*([^\W\d_]+)?\s*[-–]\s*)?([0-9]{1,9})\s*([^\W\d_]+)\s*")
_RATE: Final = re.compile(r"\s*([0-9]{1,9}(?:[.,/][0-9]{1,9})?)\s*(?:/|per|i|a)\s*([^\W\d_]+)\s*")


def days(length: Length) -> Fraction:
    """Give a length of time in days, a month being a twelfth of a year."""
    return length.count * DAYS[length.unit]


@frozen
class Stay:
    """How long a participant has a place: one length, or anything between two."""

    short_form: ClassVar[str] = "a length of stay such as “12 months” or “6–12 months”"

    shortest: Length
    longest: Length = field()

    @longest.default
    def _as_long(self) -> Length:
        return self.shortest

    def __attrs_post_init__(self) -> None:
        if days(self.longest) < days(self.shortest):
            raise InvalidValueError("bad-stay", f"the stay “{self}” ends before it starts", "the shorter time first")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``12 months``, ``6–12 månader`` or ``90 days–1 year``."""
        match = _STAY.fullmatch(text)
        first, last = (_UNITS.get((match[place] or match[4]).casefold()) for place in (2, 4)) if match else (None, None)
        if match is None or first is None or last is None:
            raise InvalidValueError("bad-stay", f"“{text}” is not a length of stay", cls.short_form)
        return cls(Length(int(match[1] or match[3]), first), Length(int(match[3]), last))

    def __str__(self) -> str:
        if self.shortest == self.longest:
            return str(self.shortest)
        return f"{self.shortest.count if self.shortest.unit is self.longest.unit else self.shortest}–{self.longest}"

    @property
    def days(self) -> Interval:
        """The days that it may last."""
        return Interval(days(self.shortest), days(self.longest))


def _above_nothing(_: object, __: object, number: Fraction) -> None:
    if number <= 0:
        raise InvalidValueError("bad-rate", f"{number} is no rate of arrival", Rate.short_form)


@frozen
class Rate:
    """How many come in each unit of time."""

    short_form: ClassVar[str] = "a rate such as “60/year” or “5/month”"

    number: Fraction = field(converter=Fraction, validator=_above_nothing)
    per: Unit

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``60/year`` or ``60 per år``."""
        match = _RATE.fullmatch(text)
        unit = _UNITS.get(match[2].casefold()) if match else None
        if match is None or unit is None:
            raise InvalidValueError("bad-rate", f"“{text}” is not a rate of arrival", cls.short_form)
        try:
            return cls(Fraction(match[1].replace(",", ".")), unit)
        except ZeroDivisionError:
            raise InvalidValueError("bad-rate", f"“{text}” is not a rate of arrival", cls.short_form) from None

    def __str__(self) -> str:
        return f"{self.number}/{self.per.value}"

    @property
    def daily(self) -> Fraction:
        """How many come in a day."""
        return self.number / DAYS[self.per]
