"""How much somebody has to be at (*mötesbelastning*): the meetings of some bodies per week, month and term."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from samverkan.model.terms import Term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from samverkan.planning.meeting import Meeting
    from samverkan.planning.schedule import Schedule

Month: TypeAlias = tuple[int, int]
"""A year and the number of a month; of weeks, the ISO year and the number of a week."""


@frozen
class Load:
    """The meetings that take place (*belastning*), by ISO week, month and term; those without any are left out.

    A meeting of two of the bodies counts once. Only dated meetings count: what has no date may come on top.
    """

    meetings: int
    weeks: Mapping[Month, int]
    months: Mapping[Month, int]
    terms: Mapping[Term, int]

    @property
    def fullest_week(self) -> tuple[Month, int] | None:
        """The week with the most meetings, of several the first."""
        return max(self.weeks.items(), key=lambda each: each[1], default=None)

    @property
    def fullest_month(self) -> tuple[Month, int] | None:
        """The month with the most meetings, of several the first."""
        return max(self.months.items(), key=lambda each: each[1], default=None)


def load(schedule: Schedule, bodies: Collection[str]) -> Load:
    """Count the meetings of one who sits in the bodies; of none there are none."""
    return _counted(meeting for meeting in schedule.taking_place if not set(bodies).isdisjoint(meeting.bodies))


def _counted(meetings: Iterable[Meeting]) -> Load:
    days = [meeting.date for meeting in meetings]
    return Load(
        meetings=len(days),
        weeks=dict(Counter((day.isocalendar().year, day.isocalendar().week) for day in days)),
        months=dict(Counter((day.year, day.month) for day in days)),
        terms=dict(Counter(Term.of(day) for day in days)),
    )
