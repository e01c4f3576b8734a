"""The school's half-years, by which municipalities plan (*termin*)."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import field, frozen

from samverkan.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attrs import Attribute


class HalfYear(Enum):
    """Spring term (*vårtermin*, VT) or autumn term (*hösttermin*, HT)."""

    VT = "VT"
    HT = "HT"


FIRST_YEAR: Final = 1900
"""The first year that anybody plans for, and the first of a date that is read."""
LAST_YEAR: Final = 2200
"""The last one: far from the end of the calendar, so that each day has days after it."""
_TERM = re.compile(r"\s*(VT|HT)[\s-]*([0-9]{4}|[0-9]{2})\s*", re.IGNORECASE)


def a_year(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse years that the calendar does not have, or that nobody plans for."""
    if isinstance(value, bool) or not isinstance(value, int) or not FIRST_YEAR <= value <= LAST_YEAR:
        raise InvalidValueError("bad-year", f"{attribute.name} {value!r} is not a year", "a year from 1900 to 2200")


@frozen(order=True)
class Term:
    """One school half-year; for counting, spring is January–June and autumn July–December (our choice).

    Where school really starts and ends is the municipality's to say: see ``TermDates``.
    """

    short_form: ClassVar[str] = "a term such as “VT 2016” or “HT 2016”"

    year: int = field(validator=a_year)
    half: HalfYear = field(order=lambda half: half is HalfYear.HT)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``VT 2016``, ``vt16`` or ``HT-2016``."""
        match = _TERM.fullmatch(text)
        if match is None:
            raise InvalidValueError("bad-term", f"“{text}” is not a term", cls.short_form)
        return cls(int(f"20{match[2]}"[-4:]), HalfYear(match[1].upper()))

    @classmethod
    def of(cls, day: dt.date) -> Self:
        """Give the half-year that a day counts to."""
        return cls(day.year, HalfYear.VT if day.month < 7 else HalfYear.HT)

    def __str__(self) -> str:
        return f"{self.half.value} {self.year}"

    @property
    def first(self) -> dt.date:
        """The first day that counts to the term."""
        return dt.date(self.year, 1 if self.half is HalfYear.VT else 7, 1)

    @property
    def last(self) -> dt.date:
        """The last day that counts to the term."""
        return dt.date(self.year, 6, 30) if self.half is HalfYear.VT else dt.date(self.year, 12, 31)

    @property
    def following(self) -> Self:
        """The term after this one."""
        if self.half is HalfYear.VT:
            return type(self)(self.year, HalfYear.HT)
        return type(self)(self.year + 1, HalfYear.VT)


def terms_between(first: dt.date, last: dt.date) -> Iterator[Term]:
    """Give every term that has a day in the period, in order."""
    term = Term.of(first)
    while term.first <= last:
        yield term
        if last <= term.last:  # the calendar of terms has an end, after which no term follows
            return
        term = term.following


@frozen
class TermDates:
    """When a term's school really starts and ends, as the municipality has decided (skolförordningen 3 kap.)."""

    term: Term
    from_: dt.date
    to: dt.date

    def __attrs_post_init__(self) -> None:
        if self.to < self.from_:
            raise InvalidValueError("reversed-period", f"{self.term} ends {self.to} before it starts", "from before to")
