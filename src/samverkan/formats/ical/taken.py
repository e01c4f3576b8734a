"""The times at which somebody's calendar says that they are taken (*upptaget*)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.errors import InvalidValueError, UnreadableFileError, check_extra
from samverkan.formats.ical.bounds import Budget, bound
from samverkan.formats.ical.needed import needed
from samverkan.formats.ical.opened import calendar_text, calendars, check_times, place_of, refusing
from samverkan.formats.intake import refuse
from samverkan.formats.refusal import as_fault
from samverkan.planning.moment import ZONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pendulum
    from icalendar import Calendar, Component

_MARGIN = 2  # days: no zone is further from Sweden's than one


@frozen(order=True)
class Busy:
    """A time at which somebody is taken; ``end`` equals ``start`` where their calendar states no length.

    A ``whole_day`` goes from midnight to midnight in Sweden, and states no hours. What it is about is not kept: that
    may tell of people.
    """

    start: dt.datetime
    end: dt.datetime
    whole_day: bool = False


def busy(raw: bytes, *, first: dt.date, last: dt.date, name: str = "<calendar>") -> tuple[Busy, ...]:
    """Read the times that any iCalendar file takes up from one day to another, in order and each once.

    Recurrences, exceptions and moved instances are followed; times without a zone are Sweden's. Cancelled and
    transparent events take up no time. Raises ``UnreadableFileError`` with one fault for a file that cannot be read.
    """
    _check_extra()
    with refusing(name):
        found = _found(calendar_text(raw, name), first, last, name)
    low, high = _midnight(first), _midnight(_shifted(last, 1))
    return tuple(sorted(each for each in found if each.start < high and (each.end > low or each.start >= low)))


def _check_extra() -> None:
    told = "calendars are read by recurring-ical-events, which is not installed"
    try:
        check_extra("recurring_ical_events", extra="busy", told=told)
    except InvalidValueError as error:
        raise UnreadableFileError(as_fault(error)) from None


def _found(text: str, first: dt.date, last: dt.date, name: str) -> set[Busy]:
    window = _shifted(first, -_MARGIN), _shifted(last, _MARGIN)
    found: set[Busy] = set()
    budget = Budget()
    for calendar in calendars(needed(text, *window, name), name):
        found.update(_free_busy(calendar, name))
        for event in calendar.walk("VEVENT"):
            check_times(event, text, name)
            if "DTSTART" not in event:
                refuse("bad-calendar", "an event has no start", "a DTSTART", place_of(event, text, name))
            with refusing(name, event, text):
                bound(event, *window, budget)
        for group in _by_uid(calendar):
            with refusing(name, group[0], text):
                found.update(_occurrences(group, *window))
    return found


def _shifted(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def _by_uid(calendar: Calendar) -> Iterable[list[Component]]:
    """Gather the events that belong together: one with a rule, and those that replace its instances."""
    groups: dict[str, list[Component]] = defaultdict(list)
    for number, event in enumerate(calendar.walk("VEVENT")):
        groups[str(event.get("UID", number))].append(event)
    return groups.values()


def _occurrences(events: list[Component], first: dt.date, last: dt.date) -> Iterator[Busy]:
    import icalendar
    import recurring_ical_events  # type: ignore[import-untyped]  # its types are there, unannounced

    alone = icalendar.Calendar()
    alone.subcomponents = events
    for event in recurring_ical_events.of(alone).between(first, last):
        if str(event.get("STATUS")).upper() != "CANCELLED" and str(event.get("TRANSP")).upper() != "TRANSPARENT":
            yield _busy(event["DTSTART"].dt, event["DTEND"].dt)


def _free_busy(calendar: Calendar, name: str) -> Iterator[Busy]:
    """Give the periods of a file that tells only when somebody is taken (VFREEBUSY)."""
    for component in calendar.walk("VFREEBUSY"):
        check_times(component, "", name)
        periods = component.get("FREEBUSY", [])
        for period in periods if isinstance(periods, list) else [periods]:
            if period.params.get("FBTYPE", "BUSY").upper() != "FREE":
                yield _busy(period.start, period.end)


def _busy(start: dt.date, end: dt.date) -> Busy:
    begins, ends = _moment(start), _moment(end)
    if ends <= begins:  # in the hour that never comes, where the stated length is kept
        ends = begins + (end - start)
    return Busy(begins, ends, whole_day=not isinstance(start, dt.datetime))


def _moment(told: dt.date) -> pendulum.DateTime:
    import pendulum

    if not isinstance(told, dt.datetime):
        return _midnight(told)
    aware = told if told.tzinfo else told.replace(tzinfo=pendulum.timezone(ZONE), fold=0)
    return pendulum.from_timestamp(aware.timestamp(), tz=ZONE)


def _midnight(day: dt.date) -> pendulum.DateTime:
    import pendulum

    return pendulum.datetime(day.year, day.month, day.day, tz=ZONE)
