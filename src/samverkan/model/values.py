"""The small values that many nouns share: dates, clock times, lengths of time, shares."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.facts import Absent, Disputed, Fact, Unknown
from samverkan.model.names import Text, as_text

if TYPE_CHECKING:
    from attrs import Attribute


def a_date(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse a datetime where a date is wanted: to ``isinstance`` a datetime is a date."""
    known = value if not isinstance(value, (Unknown, Absent, Disputed)) else None
    if known is not None and (not isinstance(known, dt.date) or isinstance(known, dt.datetime)):
        raise InvalidValueError("bad-date", f"{attribute.name} {value!r} is not a date", "a date such as 2016-03-04")


def positive(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse counts below one, and those of more than nine digits, which no short form would hold."""
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value < 10**9:
        raise InvalidValueError(
            "bad-number",
            f"{attribute.name} {value!r} is not a positive count",
            "a whole number from 1, at most 9 digits",
        )


def as_fact_text(fact: Fact[Text] | str) -> Fact[Text]:
    """Take plain text where a fact in words is wanted."""
    return as_text(fact) if isinstance(fact, str) else fact


def as_fraction(fact: Fact[Fraction] | float | str) -> Fact[Fraction]:
    """Take a number, or text such as ``2/3`` or ``66.7``, as an exact fraction; a float counts as it is written."""
    if not isinstance(fact, (int, float, str)):
        return fact
    try:
        return Fraction(str(fact))
    except (ValueError, ZeroDivisionError):
        raise InvalidValueError(
            "bad-number", f"{fact!r} is not a number", "a number such as 70, 66.7 or “2/3”"
        ) from None


_CLOCK = re.compile(r"\s*([0-9]{1,2})[.:]([0-9]{2})\s*(?:[-–—]\s*([0-9]{1,2})[.:]([0-9]{2})\s*)?")


@frozen
class ClockSpan:
    """A time of day in local time (*klockslag*): from, and to where the source says so."""

    short_form: ClassVar[str] = "a time such as “13.00–16.30” or “13:00-16:30”"

    start: dt.time
    end: dt.time | None = None

    def __attrs_post_init__(self) -> None:
        if any(time.second or time.microsecond for time in (self.start, self.end) if time is not None):
            raise InvalidValueError("bad-time", "a meeting starts and ends on a minute", self.short_form)
        if self.end is not None and self.end <= self.start:
            raise InvalidValueError("reversed-time", f"the time {self} ends before it starts", "the earlier time first")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``13.00–16.30``, ``8:30-16:00`` or ``18.00``."""
        match = _CLOCK.fullmatch(text)
        try:
            if match is None:
                raise ValueError(text)
            hour, minute, end_hour, end_minute = match.groups()
            start = dt.time(int(hour), int(minute))
            end = None if end_hour is None else dt.time(int(end_hour), int(end_minute))
        except ValueError:
            raise InvalidValueError("bad-time", f"“{text}” is not a time of day", cls.short_form) from None
        return cls(start, end)

    def __str__(self) -> str:
        start = f"{self.start:%H.%M}"
        return start if self.end is None else f"{start}–{self.end:%H.%M}"

    @property
    def minutes(self) -> int | None:
        """The length in minutes, or nothing where no end is stated."""
        if self.end is None:
            return None
        return (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute


class Unit(Enum):
    """A unit of time that a rule may count in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_LENGTH = re.compile(r"\s*([0-9]{1,9})\s+(day|week|month|year)s?\s*")


@frozen
class Length:
    """A length of time as the source counts it (*tidsrymd*): 90 days are not three months."""

    short_form: ClassVar[str] = "a length such as “90 days”, “24 months” or “3 years”"

    count: int = field(validator=positive)
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``90 days``."""
        match = _LENGTH.fullmatch(text)
        if match is None:
            raise InvalidValueError("bad-length", f"“{text}” is not a length of time", cls.short_form)
        return cls(int(match[1]), Unit(match[2]))

    def __str__(self) -> str:
        return f"{self.count} {self.unit.value}{'' if self.count == 1 else 's'}"


@frozen
class Period:
    """A stretch of days (*period*), both ends included; either end may be unknown to the source.

    In a file the key of ``from_`` is ``from``.
    """

    from_: dt.date | None = field(default=None, validator=a_date)
    to: dt.date | None = field(default=None, validator=a_date)
    length: Length | None = None

    def __attrs_post_init__(self) -> None:
        if self.from_ and self.to and self.to < self.from_:
            raise InvalidValueError(
                "reversed-period", f"the period ends {self.to} before it starts {self.from_}", "from before to"
            )
        if not (self.from_ or self.to or self.length):
            raise InvalidValueError("empty-period", "the period says nothing", "from, to or length")

    @property
    def days(self) -> int | None:
        """The number of days, both ends counted, or nothing where an end is unknown."""
        return (self.to - self.from_).days + 1 if self.from_ and self.to else None
