"""How long the project is, as each source says it, and whose windows close within it (*projekttid*, *fönster*)."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from samverkan.capacity.amounts import DAYS, days
from samverkan.model.facts import stated
from samverkan.model.goals import ShareGoal
from samverkan.model.names import Text
from samverkan.model.values import Length, Period, Unit
from samverkan.planning.anchors import periods_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.collaboration import Collaboration

_DAY = dt.timedelta(days=1)
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}


@frozen
class ProjectTime:
    """A period that a source gives the project, with its length in months: exact, days being shares of their month."""

    period: Period
    months: Fraction


def project_times(collaboration: Collaboration) -> tuple[ProjectTime, ...]:
    """Give each period whose length some source says, the form's before the running text's."""
    found = ((period, months(period)) for period in periods_of(collaboration.identity))
    return tuple(ProjectTime(period, length) for period, length in found if length is not None)


def months(period: Period) -> Fraction | None:
    """Count the months of a period: whole ones from its first day, then days as shares of the month they lie in.

    1 February 2010 to 31 December 2013 is 47 months; 15 January 2009 to 15 January 2011 is 24 months and a 31st.
    """
    if period.from_ and period.to:
        with suppress(ValueError):  # the calendar ends
            return _counted(period.from_, (period.to - period.from_).days + 1)
    return None if period.length is None else days(period.length) / DAYS[Unit.MONTH]


def _counted(first: dt.date, inside: int) -> Fraction:
    whole = next(count for count in itertools.count() if _after(first, count + 1) > inside)
    begun = _after(first, whole) if whole else 0
    return whole + Fraction(inside - begun, _after(first, whole + 1) - begun)


def _after(first: dt.date, months: int) -> int:
    return (later(first, Length(months, Unit.MONTH)) - first).days


def later(day: dt.date, length: Length) -> dt.date:
    """Give the day so long after a day; a month without that day ends on its last (lag 1930:173, 1 §)."""
    if length.unit not in _MONTHS:
        return day + dt.timedelta(days=int(days(length)))
    year, month = divmod(day.year * 12 + day.month - 1 + length.count * _MONTHS[length.unit], 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@frozen
class Window:
    """A time that must pass before an outcome can be seen, and the last day on which it can begin and still close.

    ``path`` is where the file says it, ``start`` what it counts from, and ``last`` nothing where that or the end of
    the project is not stated; ``late`` says that not even the first day of the project leaves time for it.
    """

    path: tuple[str, ...]
    name: Text | None
    length: Length
    start: Text | None
    last: dt.date | None = None
    late: bool = False


_ENTRY = Text("inträdet", "the entry")


def windows(collaboration: Collaboration) -> Iterator[Window]:
    """Give each window of the flows, of the units and of the goals.

    What lasts from the entry includes that day: 24 months from 31 December 2009 end on 30 December 2011. What is
    counted after an event begins the day after: 90 days after 17 October 2010 end on 15 January 2011. A goal whose
    window is as long as that of a flow is about the same time, and not told twice.
    """
    period = stated(collaboration.identity.period)
    told = set()
    for flow in collaboration.flows:
        length = stated(flow.window)
        if length is not None:
            told.add(length)
            yield _closing(Window(("flows", flow.id, "window"), stated(flow.name), length, _ENTRY), period, counted=1)
    for unit in collaboration.units:
        length = stated(unit.outcome_within)
        if length is not None:
            yield Window(("units", unit.id, "outcome_within"), unit.name, length, None)
    for goal in collaboration.goals:
        length = stated(goal.window) if isinstance(goal, ShareGoal) else None
        start = stated(goal.window_from) if isinstance(goal, ShareGoal) else None
        if length is not None and length not in told:
            yield _closing(Window(("goals", goal.id, "window"), None, length, start), period, counted=0)


def _closing(window: Window, period: Period | None, *, counted: int) -> Window:
    """Find the last day to begin, from above: months are not all as long, so no length is counted backwards."""
    if window.start is None or period is None or period.to is None:
        return window
    try:
        day = period.to - dt.timedelta(days=int(days(window.length)) - 8)
        while later(day, window.length) - counted * _DAY > period.to:
            day -= _DAY
    except (OverflowError, ValueError):  # longer than the calendar
        return evolve(window, late=True)
    late = period.from_ is not None and day < period.from_
    return evolve(window, last=None if late else day, late=late)
