"""Which days people work: the calendar by which meetings keep off free days (*kalender*)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Self

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.cadence import Weekday
from samverkan.model.calendar import Break, ClosedDay
from samverkan.model.message import Message, say
from samverkan.model.values import ClockSpan, a_date
from samverkan.planning.holiday import FIRST_YEAR, LAST_YEAR, Holiday, swedish_holidays

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from attrs import Attribute

_WEEK = tuple(Weekday)
MONDAY_TO_FRIDAY = _WEEK[:5]
"""The days on which people work where a calendar names no others."""
_DAY = dt.timedelta(days=1)


def _holidays(days: Iterable[Holiday]) -> tuple[Holiday, ...]:
    return tuple(days)


def _closed_days(days: Iterable[ClosedDay | dt.date]) -> tuple[ClosedDay, ...]:
    return tuple(ClosedDay(day) if isinstance(day, dt.date) else day for day in days)


def _breaks(breaks: Iterable[Break]) -> tuple[Break, ...]:
    return tuple(breaks)


def _weekdays(days: Iterable[Weekday]) -> tuple[Weekday, ...]:
    return tuple(sorted(set(days), key=lambda day: day.iso))


def _some(_: object, __: Attribute[tuple[Weekday, ...]], days: tuple[Weekday, ...]) -> None:
    if not days:
        raise InvalidValueError("no-weekday", "no day of the week is a working day", "at least one weekday")


@frozen(kw_only=True)
class Calendar:
    """The days on which meetings may be placed, and why they may not on the others.

    A day outside ``first`` to ``last`` is refused, since its holidays are not known. ``weekdays`` are the days of the
    week that may be used, ``hours`` those of the day, ``closed`` days of one's own; with ``squeeze_days_free`` a
    squeeze day counts as free too.
    """

    first: dt.date = field(default=dt.date.min, validator=a_date)
    last: dt.date = field(default=dt.date.max, validator=a_date)
    holidays: tuple[Holiday, ...] = field(default=(), converter=_holidays, repr=False)
    closed: tuple[ClosedDay, ...] = field(default=(), converter=_closed_days)
    breaks: tuple[Break, ...] = field(default=(), converter=_breaks)
    weekdays: tuple[Weekday, ...] = field(default=MONDAY_TO_FRIDAY, converter=_weekdays, validator=_some)
    hours: ClockSpan | None = None
    squeeze_days_free: bool = False
    # One look-up in a frozen set costs a fifteenth of one in the object of `holidays`.
    _off: frozenset[dt.date] = field(init=False, eq=False, repr=False)
    _used: frozenset[int] = field(init=False, eq=False, repr=False)
    _kept: dict[dt.date, Holiday] = field(init=False, eq=False, repr=False)

    @_off.default
    def _all_off(self) -> frozenset[dt.date]:
        kept = (holiday.date for holiday in self.holidays if holiday.free_from is None)
        closed = (day.date for day in self.closed)
        spans = (span for each in self.breaks for span in each.spans(self.first, self.last))
        breaks = (number for begins, ends in spans for number in range(begins.toordinal(), ends.toordinal() + 1))
        return frozenset([*kept, *closed, *map(dt.date.fromordinal, breaks)])

    @_used.default
    def _all_used(self) -> frozenset[int]:
        return frozenset(day.iso - 1 for day in self.weekdays)

    @_kept.default
    def _all_kept(self) -> dict[dt.date, Holiday]:
        # Where a holiday and a day that ends early fall together, the whole day is free.
        return {holiday.date: holiday for holiday in sorted(self.holidays, key=lambda each: each.free_from is None)}

    @classmethod
    def swedish(cls, first_year: int, last_year: int) -> Self:
        """Make the calendar of Sweden for some years, those outside 1953–2100 left out.

        >>> from attrs import evolve
        >>> sweden = Calendar.swedish(2026, 2026)
        >>> str(sweden.reason_free(dt.date(2026, 6, 19)))
        '2026-06-19 is Midsummer Eve'
        >>> ours = evolve(sweden, breaks=[Break("sportlov", dt.date(2026, 2, 9), dt.date(2026, 2, 13))])
        >>> ours.next_working(dt.date(2026, 2, 9))
        datetime.date(2026, 2, 16)
        """
        years = range(max(first_year, FIRST_YEAR), min(last_year, LAST_YEAR) + 1)
        if not years:
            raise InvalidValueError(
                "unknown-holidays",
                f"no holidays are known from {first_year} to {last_year}",
                f"years from {FIRST_YEAR} to {LAST_YEAR}, the earlier first",
            )
        return cls(
            first=dt.date(years[0], 1, 1),
            last=dt.date(years[-1], 12, 31),
            holidays=(holiday for year in years for holiday in swedish_holidays(year)),
        )

    def is_free(self, day: dt.date) -> bool:
        """Say whether no meeting may be placed on the day."""
        self._knows(day)
        return self._closed(day) or (self.squeeze_days_free and self.is_squeeze_day(day))

    def free_days(self, days: Sequence[dt.date]) -> list[dt.date]:
        """List those of some days in order on which no meeting may be placed."""
        if not days:
            return []
        self._knows(days[0])
        self._knows(days[-1])
        if self.squeeze_days_free:
            return [day for day in days if self.is_free(day)]
        off, used = self._off, self._used
        return [day for day in days if day in off or day.weekday() not in used]

    def _knows(self, day: dt.date) -> None:
        if not self.first <= day <= self.last:
            raise InvalidValueError(
                "unknown-holidays",
                f"the holidays of {day} are not known",
                f"a day from {self.first} to {self.last}",
            )

    def is_squeeze_day(self, day: dt.date) -> bool:
        """Say whether the day is a single working day between two free ones (*klämdag*)."""
        if self._closed(day) or not self.first < day < self.last:
            return False
        return self._closed(day - _DAY) and self._closed(day + _DAY)

    def _closed(self, day: dt.date) -> bool:
        return day in self._off or day.weekday() not in self._used

    def free_from(self, day: dt.date) -> dt.time | None:
        """Give the hour from which a working day is free (*från kl. 14*), or nothing when it is a whole one."""
        kept = self._kept.get(day)
        return None if kept is None else kept.free_from

    def kept_as(self, day: dt.date) -> Holiday | None:
        """Give the holiday, or the day that ends early, that the day is."""
        return self._kept.get(day)

    def reason_free(self, day: dt.date) -> Message | None:
        """Tell why the day is free, the weightiest reason first, or nothing when it is a working day."""
        if not self.is_free(day):
            return None
        holiday = self._kept.get(day)
        if holiday is not None and holiday.free_from is None:
            return say("{day} is {holiday}", day=day, holiday=holiday.name)
        if told := self._own_reason(day):
            return told
        if day.weekday() not in self._used:
            return say("{day} is a {weekday}, when nobody meets", day=day, weekday=_WEEK[day.weekday()])
        return say("{day} is a squeeze day, single between two free days", day=day)

    def _own_reason(self, day: dt.date) -> Message | None:
        for closed in self.closed:
            if closed.date == day:
                return _reason_closed(closed)
        # What somebody has decided is told before what is only guessed.
        for each in sorted(self.breaks, key=lambda one: one.guessed):
            if each.covers(day):
                return _reason_in(each, day)
        return None

    def next_working(self, day: dt.date) -> dt.date | None:
        """Give the first working day after the day, or nothing when the calendar ends before."""
        return self._seek(day, _DAY)

    def previous_working(self, day: dt.date) -> dt.date | None:
        """Give the last working day before the day, or nothing when the calendar begins after."""
        return self._seek(day, -_DAY)

    def _seek(self, day: dt.date, step: dt.timedelta) -> dt.date | None:
        end = self.last if step > dt.timedelta() else self.first
        while day != end:
            day += step
            if not self.is_free(day):
                return day
        return None

    def working_days(self, first: dt.date, last: dt.date) -> list[dt.date]:
        """List the working days from the first day to the last."""
        if last < first:
            return []
        self._knows(first)
        self._knows(last)
        days = map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
        if self.squeeze_days_free:
            return [day for day in days if not self.is_free(day)]
        off, used = self._off, self._used
        return [day for day in days if day.weekday() in used and day not in off]


def _reason_closed(closed: ClosedDay) -> Message:
    if closed.reason is None:
        return say("{day} is a closed day", day=closed.date)
    return say("{day} is a closed day: {reason}", day=closed.date, reason=closed.reason)


def _reason_in(period: Break, day: dt.date) -> Message:
    if period.guessed:
        return say("{day} may lie in {period}, whose dates are a guess", day=day, period=period.name)
    return say("{day} lies in {period}", day=day, period=period.name)
