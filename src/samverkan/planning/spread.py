"""So many times in each period, placed as evenly as its working days allow (*två ggr per termin*)."""

from __future__ import annotations

import calendar as months
import datetime as dt
from typing import TYPE_CHECKING, Final, assert_never

from attrs import frozen

from samverkan.errors import InvalidValueError
from samverkan.model.cadence import Per, TimesPer
from samverkan.model.terms import Term, terms_between
from samverkan.planning.workdays import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.terms import TermDates

MAX_PERIODS: Final = 10_000
"""The most periods that one rule may be spread over: almost two hundred years of weeks."""

_DAY = dt.timedelta(days=1)


@frozen
class Stretch:
    """One week, month, quarter, term or year (*period*), named as people name it: ``2016-W10``, ``VT-2016``."""

    name: str
    first: dt.date
    last: dt.date


@frozen
class Shortage:
    """A complete period with fewer working days than the rule asks for dates; ``missing`` dates have no place."""

    stretch: Stretch
    missing: int


@frozen
class Spread:
    """The dates that an exact number of times gets, and the periods too short for it."""

    dates: tuple[dt.date, ...] = ()
    shortages: tuple[Shortage, ...] = ()


def spread(
    rule: TimesPer,
    first: dt.date,
    last: dt.date,
    *,
    calendar: Calendar | None = None,
    terms: Sequence[TermDates] = (),
) -> Spread:
    """Place an exact number of times evenly in each period; an approximate number is placed nowhere.

    With n times on m working days, the dates are the middles of n equal parts of the m days. A period that ``first`` or
    ``last`` cuts is spread as a whole, and the dates outside are left out: so a longer plan never moves a date.
    """
    if rule.approximate:
        return Spread()
    known = calendar or Calendar.swedish(first.year - 1, last.year + 1)
    dates: list[dt.date] = []
    shortages = []
    for count, stretch in enumerate(stretches(rule.per, first, last, terms)):
        if count >= MAX_PERIODS or len(dates) > MAX_PERIODS:
            raise InvalidValueError("too-many-meetings", f"the rule gives too many dates from {first} to {last}")
        days = known.working_days(stretch.first, stretch.last)
        dates += [day for day in _middles(days, rule.times) if first <= day <= last]
        if len(days) < rule.times and first <= stretch.first and stretch.last <= last:
            shortages.append(Shortage(stretch, rule.times - len(days)))
    return Spread(tuple(dates), tuple(shortages))


def _middles(days: Sequence[dt.date], times: int) -> Sequence[dt.date]:
    if len(days) <= times:
        return days
    return [days[(2 * part + 1) * len(days) // (2 * times)] for part in range(times)]


def stretches(per: Per, first: dt.date, last: dt.date, terms: Sequence[TermDates] = ()) -> Iterator[Stretch]:
    """Give every period of a kind that has a day from ``first`` to ``last``, in order and whole."""
    known = {each.term: each for each in terms}
    day = first
    if per is Per.TERM:
        for term in terms_between(first, last):
            dates = known.get(term)
            begins, ends = (dates.from_, dates.to) if dates else (term.first, term.last)
            if begins <= last and first <= ends:
                yield Stretch(f"{term.half.value}-{term.year}", begins, ends)
        return
    while day <= last:
        stretch = stretch_of(per, day)
        yield stretch
        if stretch.last == dt.date.max:
            return
        day = stretch.last + _DAY


def stretch_of(per: Per, day: dt.date) -> Stretch:
    """Give the week, month, quarter, half-year or year in which a day lies."""
    match per:
        case Per.WEEK:
            year, week, weekday = day.isocalendar()
            monday = day.toordinal() - weekday + 1
            sunday = min(monday + 6, dt.date.max.toordinal())
            return Stretch(f"{year}-W{week:02}", dt.date.fromordinal(monday), dt.date.fromordinal(sunday))
        case Per.MONTH:
            return _months(f"{day:%Y-%m}", day.year, day.month, 1)
        case Per.QUARTER:
            quarter = (day.month - 1) // 3
            return _months(f"{day.year}-Q{quarter + 1}", day.year, 3 * quarter + 1, 3)
        case Per.TERM:
            term = Term.of(day)
            return Stretch(f"{term.half.value}-{term.year}", term.first, term.last)
        case Per.YEAR:
            return _months(f"{day.year}", day.year, 1, 12)
        case _:
            assert_never(per)


def _months(name: str, year: int, month: int, count: int) -> Stretch:
    end = month + count - 1
    return Stretch(name, dt.date(year, month, 1), dt.date(year, end, months.monthrange(year, end)[1]))
