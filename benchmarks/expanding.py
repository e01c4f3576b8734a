"""The cost of turning rules into meetings that avoid free days."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias
from zoneinfo import ZoneInfo

import icalendar
import pendulum
import recurring_ical_events  # type: ignore[import-untyped]  # it has no types
from dateutil import rrule

from benchmarks.country import FIRST, LAST, country
from benchmarks.timing import Row, compared
from samverkan.model.cadence import EveryDays, EveryWeeks, MonthlyOn
from samverkan.model.facts import stated
from samverkan.model.names import Text
from samverkan.planning import moment
from samverkan.planning.meeting import Common, Meeting, Status, meeting_of
from samverkan.planning.placing import place
from samverkan.planning.workdays import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.model.activities import Series

    _Parts: TypeAlias = tuple[tuple[Any, ...], list[tuple[dt.date, tuple[Any, ...] | None]]]

QUESTION = "Expanding to meetings, holidays avoided"
_SWEDEN = Calendar.swedish(FIRST.year - 1, LAST.year + 1)
_NAME = Text("Möte")
_ZONE = ZoneInfo(moment.ZONE)


def rows() -> Iterable[Row]:
    """Measure ours against a bare loop and against peers, which give bare datetimes and avoid no holidays."""
    every = [series for municipality in country() for series in municipality.series]
    check(every[:200])
    made = _ours(every)
    whole = partial(compared, QUESTION, ours=partial(_ours, every), count=len(made), unit="meeting")
    yield whole("a bare loop over the same attrs objects", theirs=partial(_bare, _parts(every)), target=2.5)
    yield whole("the same, by the public constructor", theirs=partial(_by_constructor, _arguments(made)))
    yield whole("dateutil.rrule", theirs=partial(_by_rrule, every), target=1 / 3)
    yield whole("pendulum", theirs=partial(_by_pendulum, every), target=1 / 8, times=3)
    steps = [series for series in every if not isinstance(series.every, MonthlyOn)]
    ours, theirs = partial(_ours, steps), partial(_by_pendulum, steps)
    count = len(_ours(steps))
    yield compared(QUESTION, "pendulum, steps of weeks only", ours, theirs, count=count, unit="meeting", target=1 / 8)
    calendars = [_calendar(municipality.series) for municipality in country()]
    assert len(_by_events(calendars)) == len(made)  # noqa: S101  # both do the same work
    yield whole("recurring-ical-events", theirs=partial(_by_events, calendars), target=1 / 60, times=3)


def _ours(every: Sequence[Series]) -> list[Meeting]:
    meetings: list[Meeting] = []
    for series in every:
        meetings += place(series, _NAME, path=(), calendar=_SWEDEN).meetings
    return meetings


def check(every: Sequence[Series]) -> None:
    """Hold that each peer gives the dates of our rules, before free days are avoided, and a bare loop our meetings."""
    made = _ours(every)
    nominal = [meeting.nominal for meeting in made]
    for peer in (_by_rrule, _by_pendulum):
        assert [day.date() for day in peer(every)] == nominal  # noqa: S101  # both do the same work
    events = _by_events([_calendar(every)])
    assert sorted(event["DTSTART"].dt.date() for event in events) == sorted(nominal)  # noqa: S101  # the same
    assert _bare(_parts(every)) == made == _by_constructor(_arguments(made))  # noqa: S101  # the same


# ------------------------------------------------------------------------------------------------- the bare loops


def _parts(every: Sequence[Series]) -> list[_Parts]:
    """Lay ready all of which the meetings of each series are made."""
    ready = []
    for series in every:
        shared = ((series.body,), _NAME, stated(series.time), stated(series.place), series.id, None)
        made = place(series, _NAME, path=(), calendar=_SWEDEN).meetings
        own = [(each.date, None if each.status is Status.PLANNED else _own(each)) for each in made]
        ready.append((shared, own))
    return ready


def _own(meeting: Meeting) -> tuple[Any, ...]:
    return meeting.status, meeting.reason, meeting.nominal


def _bare(ready: Sequence[_Parts]) -> list[Meeting]:
    """Make the same objects one by one: what a series shares, what a meeting off its date has of its own, meetings."""
    meetings = []
    for shared, days in ready:
        common = Common(*shared)
        for date, own in days:
            meetings.append(meeting_of(Common(*shared, *own) if own else common, date))
    return meetings


def _arguments(meetings: Iterable[Meeting]) -> list[tuple[Any, ...]]:
    return [tuple(getattr(meeting, name) for name in Meeting.__match_args__) for meeting in meetings]


def _by_constructor(arguments: Sequence[tuple[Any, ...]]) -> list[Meeting]:
    return [Meeting(*each) for each in arguments]


# ------------------------------------------------------------------------------------------------------- the peers


def _start(series: Series) -> dt.datetime:
    clock = stated(series.time)
    return dt.datetime.combine(series.from_, clock.start if clock else dt.time())


def _by_rrule(every: Iterable[Series]) -> list[dt.datetime]:
    found: list[dt.datetime] = []
    for series in every:
        found += rrule.rrule(dtstart=_start(series), until=dt.datetime.combine(series.to, dt.time.max), **_rule(series))
    return found


def _rule(series: Series) -> dict[str, Any]:
    match series.every:
        case EveryDays(days):
            return {"freq": rrule.DAILY, "interval": days}
        case EveryWeeks(weeks):
            return {"freq": rrule.WEEKLY, "interval": weeks}
        case MonthlyOn(nth, weekday, months):
            return {"freq": rrule.MONTHLY, "interval": months, "byweekday": rrule.weekday(weekday.iso - 1, nth)}
    raise NotImplementedError(series.every)


def _by_pendulum(every: Iterable[Series]) -> list[pendulum.DateTime]:
    found: list[pendulum.DateTime] = []
    for series in every:
        start = pendulum.instance(_start(series), tz=moment.ZONE)
        end = pendulum.instance(dt.datetime.combine(series.to, dt.time.max), tz=moment.ZONE)
        found += _by_steps(series, start, end)
    return found


def _by_steps(series: Series, start: pendulum.DateTime, end: pendulum.DateTime) -> Iterator[pendulum.DateTime]:
    match series.every:
        case EveryDays() | EveryWeeks():
            step = series.every.days if isinstance(series.every, EveryDays) else 7 * series.every.weeks
            at = start
            while at <= end:
                yield at
                at = at.add(days=step)
        case MonthlyOn(nth, weekday, months):
            day, month = pendulum.WeekDay(weekday.iso - 1), start.start_of("month").at(start.hour, start.minute)
            while month <= end:
                at = month.last_of("month", day) if nth == -1 else month.nth_of("month", nth, day)
                at = at.at(start.hour, start.minute)
                if start <= at <= end:
                    yield at
                month = month.add(months=months)


def _calendar(every: Iterable[Series]) -> icalendar.Calendar:
    """Write each series as an event with an RRULE, at its first date."""
    calendar = icalendar.Calendar()
    for series in every:
        event, hours = icalendar.Event(), stated(series.time)
        first = _by_rrule([series])[0].replace(tzinfo=_ZONE)
        event.add("uid", series.id)
        event.add("summary", "Möte")
        event.add("dtstart", first)
        if hours and hours.end:
            event.add("dtend", dt.datetime.combine(first.date(), hours.end, _ZONE))
        event.add("rrule", _recurrence(series))
        calendar.add_component(event)
    return calendar


def _recurrence(series: Series) -> dict[str, Any]:
    until = dt.datetime.combine(series.to, dt.time(22), dt.UTC)
    match series.every:
        case EveryDays(days):
            return {"freq": "daily", "interval": days, "until": until}
        case EveryWeeks(weeks):
            return {"freq": "weekly", "interval": weeks, "until": until}
        case MonthlyOn(nth, weekday, months):
            byday = f"{nth}{weekday.value[:2].upper()}"
            return {"freq": "monthly", "interval": months, "byday": byday, "until": until}
    raise NotImplementedError(series.every)


def _by_events(calendars: Iterable[icalendar.Calendar]) -> list[Any]:
    """Expand a calendar for each municipality; the parsing of its text is not counted."""
    end = LAST + dt.timedelta(days=1)
    return [event for calendar in calendars for event in recurring_ical_events.of(calendar).between(FIRST, end)]
