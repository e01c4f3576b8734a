"""The calendar of one collaboration (*lokal kalender*): the holidays of Sweden, and what its file adds to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.planning.guessing import guessed_breaks
from samverkan.planning.workdays import MONDAY_TO_FRIDAY, Calendar

if TYPE_CHECKING:
    from samverkan.model.calendar import LocalCalendar


def calendar_of(local: LocalCalendar | None, first_year: int, last_year: int) -> Calendar:
    """Make the calendar for some years; breaks are guessed only where the file names a county to guess by."""
    sweden = Calendar.swedish(first_year, last_year)
    if local is None:
        return sweden
    stated = local.stated_breaks
    years = range(sweden.first.year, sweden.last.year + 1)
    return evolve(
        sweden,
        closed=local.closed,
        breaks=(*stated, *guessed_breaks(local.breaks_guessed, years, stated=stated)),
        weekdays=local.weekdays or MONDAY_TO_FRIDAY,
        hours=local.hours,
        squeeze_days_free=local.squeeze_days_free,
    )
