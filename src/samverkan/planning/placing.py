"""A series turned into meetings (*mötesserie*): its dates, what free days do to them, and changes made by hand."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from samverkan.errors import Fault, InvalidValueError, Path
from samverkan.model.activities import OnHoliday, Series
from samverkan.model.cadence import EveryWorkingDay, Per, Regularly, TimesPer
from samverkan.model.facts import stated
from samverkan.model.message import say
from samverkan.model.when import Often, Precision
from samverkan.planning.expand import at_most, expand
from samverkan.planning.frequency import Count, count_of
from samverkan.planning.meeting import Common, Meeting, meeting_of, meetings_of
from samverkan.planning.settling import settle
from samverkan.planning.spread import Shortage, spread
from samverkan.planning.unplaced import Unplaced
from samverkan.planning.workdays import Calendar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from samverkan.model.names import Text
    from samverkan.model.terms import TermDates
    from samverkan.planning.settling import Fates

MAX_SERIES_YEARS: Final = 200
"""A longer series is refused and not computed, whatever its rule."""

_PRECISION = {
    Per.WEEK: Precision.WEEK,
    Per.MONTH: Precision.MONTH,
    Per.QUARTER: Precision.RANGE,
    Per.TERM: Precision.TERM,
    Per.YEAR: Precision.YEAR,
}


def needs_calendar(series: Series) -> bool:
    """Say whether the dates of the series depend on which days are free."""
    return series.on_holiday is not OnHoliday.KEEP or isinstance(series.every, (EveryWorkingDay, TimesPer))


def days_of(series: Series) -> list[dt.date]:
    """Give the days whose year a calendar must know: the ends of the series, and those to which a meeting is moved."""
    return [series.from_, series.to, *(change.date for change in series.changes if change.date)]


@frozen
class Placed:
    """What became of one series: its meetings by nominal date, what has no date, and every fault found."""

    meetings: list[Meeting] = field(factory=list)
    unplaced: list[Unplaced] = field(factory=list)
    faults: list[Fault] = field(factory=list)


def place(
    series: Series, name: Text, *, path: Path, calendar: Calendar | None, terms: Sequence[TermDates] = ()
) -> Placed:
    """Turn a series into meetings; ``path`` is the way to it in the file, ``name`` what a meeting is called.

    Without a calendar, and where one is needed, it is Sweden's. A change made by hand goes before what free days ask.
    """
    placed = Placed()
    try:
        if calendar is None and needs_calendar(series):
            years = [day.year for day in days_of(series)]
            calendar = Calendar.swedish(min(years) - 1, max(years) + 1)
        dates, shortages = _dates(series, calendar, terms)
        placed.unplaced.extend(_without_date(series, name, shortages))
        fates, faults = settle(series, dates, calendar=calendar, path=path)
        placed.faults.extend(faults)
        placed.meetings.extend(_meetings(series, name, dates, fates))
    except InvalidValueError as error:
        placed.faults.append(Fault(error.code, error.message, (*path, "every"), error.expected))
    return placed


def _meetings(series: Series, name: Text, dates: Sequence[dt.date], fates: Fates) -> list[Meeting]:
    bodies, clock, where = (series.body,), stated(series.time), stated(series.place)
    meetings = meetings_of(Common(bodies, name, clock, where, series.id), dates)
    for nominal, fate in fates.items():
        own = Common(bodies, name, fate.clock or clock, where, series.id, None, fate.status, fate.reason, nominal)
        meetings[bisect_left(dates, nominal)] = meeting_of(own, fate.date)
    return meetings


def _dates(
    series: Series, calendar: Calendar | None, terms: Sequence[TermDates]
) -> tuple[list[dt.date], tuple[Shortage, ...]]:
    rule, first, last = series.every, series.from_, series.to
    if last.year - first.year > MAX_SERIES_YEARS:
        told = f"the series from {first} to {last} is longer than {MAX_SERIES_YEARS} years"
        raise InvalidValueError("too-long-series", told, "a shorter period")
    if not isinstance(rule, TimesPer):
        return expand(rule, first, last, calendar=calendar, terms=terms), ()
    placed = spread(rule, first, last, calendar=calendar, terms=terms)  # once, for both
    return at_most(placed.dates, first, last), placed.shortages


def _without_date(series: Series, name: Text, shortages: Sequence[Shortage]) -> Iterator[Unplaced]:
    rule = series.every
    if isinstance(rule, Regularly) or (isinstance(rule, TimesPer) and rule.approximate):
        yield Unplaced(
            id=series.id,
            bodies=(series.body,),
            name=name,
            precision=Precision.FREQUENCY,
            earliest=series.from_,
            latest=series.to,
            whens=(Often(rule),),
            count=count_of(rule),
            items=(series.id,),
            sources=(series.source,) if series.source else (),
        )
    elif isinstance(rule, TimesPer):
        for short in shortages:
            yield _short(series, name, rule.per, short)


def _short(series: Series, name: Text, per: Per, short: Shortage) -> Unplaced:
    return Unplaced(
        id=f"{series.id}/{short.stretch.name}",
        bodies=(series.body,),
        name=name,
        precision=_PRECISION[per],
        earliest=short.stretch.first,
        latest=short.stretch.last,
        count=Count(per=per, least=short.missing, most=short.missing),
        items=(series.id,),
        sources=(series.source,) if series.source else (),
        reason=say(
            "{n} meeting has no working day left in {period}",
            "{n} meetings have no working day left in {period}",
            n=short.missing,
            period=short.stretch.name,
        ),
    )
