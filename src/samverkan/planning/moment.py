"""Clock times in Sweden as moments (*tidpunkt*), right on the two nights when the clock is changed."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pendulum

    from samverkan.model.values import ClockSpan

ZONE = "Europe/Stockholm"
"""The zone of every clock time in a file."""


@cache  # pendulum reads the zone's file anew when nobody holds on to it
def _stockholm() -> pendulum.Timezone:
    import pendulum

    return pendulum.Timezone(ZONE)


def moment(day: dt.date, clock: dt.time) -> pendulum.DateTime:
    """Give the moment of a clock time in Sweden, as RFC 5545 (3.3.5) reads it.

    In the hour that comes twice it is the first time; in the hour that never comes it is an hour later, since the
    clock has not been put forward yet.

    >>> str(moment(dt.date(2026, 3, 29), dt.time(2, 30)))
    '2026-03-29 03:30:00+02:00'
    >>> str(moment(dt.date(2026, 10, 25), dt.time(2, 30)))
    '2026-10-25 02:30:00+02:00'
    """
    import pendulum

    # Pendulum itself reads the missing hour backwards with fold=0 and the doubled one as the second time with fold=1.
    local = dt.datetime.combine(day, clock.replace(fold=0), tzinfo=_stockholm())
    return pendulum.from_timestamp(local.timestamp(), tz=_stockholm())


def moments(day: dt.date, clock: ClockSpan) -> tuple[pendulum.DateTime, pendulum.DateTime | None]:
    """Give the start and the end; an end that the missing hour would put before its start keeps the stated length."""
    start = moment(day, clock.start)
    if clock.end is None:
        return start, None
    end = moment(day, clock.end)
    return start, end if end > start else start + (_on(day, clock.end) - _on(day, clock.start))


def _on(day: dt.date, clock: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, clock)
