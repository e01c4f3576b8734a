"""One day as a text says it, perhaps without its month or year (*18/1*, *4 mars 2016*, *den 7:e*)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from samverkan.formats.notation.languages import day_name
from samverkan.formats.notation.notation import Year, take_year
from samverkan.formats.notation.refusal import refuse
from samverkan.formats.notation.tokens import Month, Number, Ordinal
from samverkan.model.cadence import Weekday

if TYPE_CHECKING:
    from samverkan.formats.notation.tokens import Tokens


@frozen
class Day:
    """A day of the month with what else is said about it; the day stands before the month, as in Sweden."""

    day: int
    month: int | None = None
    year: Year | None = None
    weekday: Weekday | None = None

    def date(self, language: str) -> dt.date:
        """Give the date of a day whose month and year are known, or refuse one that the calendar lacks."""
        month, year = self.month or 0, self.year.number if self.year else 0
        try:
            date = dt.date(year, month, self.day)
        except (ValueError, OverflowError):
            raise refuse(
                "bad-date",
                f"the calendar has no day {year:04}-{month:02}-{self.day:02}",
                "a day such as “18/1 2016”, day before month",
            ) from None
        if self.weekday and self.weekday.iso != date.isoweekday():
            true = day_name(list(Weekday)[date.weekday()], language)
            raise refuse(
                "wrong-weekday",
                f"{date} is a “{true}”, not a “{day_name(self.weekday, language)}”",
                "a weekday and a date that agree",
            )
        return date


def take_day(tokens: Tokens, *, month_first: bool) -> tuple[Day, Tokens] | None:
    """Take a day off the front, with its weekday, month and year where they are said."""
    match tokens:
        case [Weekday() as weekday, ",", *rest] | [Weekday() as weekday, *rest]:
            taken = _bare_day(rest, month_first=month_first)
            return taken and (evolve(taken[0], weekday=weekday), taken[1])
    return _bare_day(tokens, month_first=month_first)


def _bare_day(tokens: Tokens, *, month_first: bool) -> tuple[Day, Tokens] | None:
    match tokens:
        case [Number(year, 4), "-", Number(month, 1 | 2), "-", Number(day, 1 | 2), *rest]:
            return Day(day, month, Year(year)), rest
        case [Number(day, 0 | 1 | 2), "/", Number(month, 1 | 2), *rest]:
            return _with_year(Day(day, month), rest)
        case [Number(day, 0 | 1 | 2) | Ordinal(day), Month(month), *rest]:
            return _with_year(Day(day, month), rest)
        case [Month(month), Number(day, 1 | 2) | Ordinal(day), *rest] if month_first:
            # No “-16” here: “May 16–18” is three days.
            return _with_year(Day(day, month), rest, dashed=False)
        case [Number(day, 1 | 2) | Ordinal(day), *rest]:
            return _with_year(Day(day), rest, dashed=False)
    return None


def _with_year(day: Day, tokens: Tokens, *, dashed: bool = True) -> tuple[Day, Tokens]:
    year, rest = take_year(tokens, dashed=dashed)
    return evolve(day, year=year), rest
