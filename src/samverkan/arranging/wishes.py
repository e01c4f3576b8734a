"""What whoever arranges asks for (*önskemål*), where the files do not say it; every default is our choice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from samverkan.arranging.problem import Spacing, no_less_than_none
from samverkan.model.names import ids
from samverkan.model.values import a_date, positive
from samverkan.planning.occupied import Taken
from samverkan.planning.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Iterable

STARTS: Final = (dt.time(9), dt.time(10, 30), dt.time(13), dt.time(14, 30))
"""The hours at which a meeting may start, beside its own: two before noon and two after (our choice)."""

WINDOW: Final = 7
"""The most days from the planned day to another: a week (our choice)."""

MINUTES: Final = 90
"""How long a meeting is taken to last where no source says it (our choice)."""

DAILY: Final = 2
"""The most meetings on one day for anybody (our choice)."""

DAY_COST: Final = 1
"""What each day from the planned one costs (our choice)."""

WEEKDAY_COST: Final = 3
"""What another weekday than that of the series costs: as much as three days, so a near day is not always best."""

TIME_COST: Final = 2
"""What another hour than that of the series costs: less than another day, which costs its weekday too (our choice)."""


def _hours(starts: Iterable[dt.time]) -> tuple[dt.time, ...]:
    return tuple(sorted(set(starts)))


def _by_name(busy: Mapping[str, Iterable[Taken]]) -> dict[str, tuple[Taken, ...]]:
    return {name: tuple(times) for name, times in busy.items()}


def _limits(limits: Mapping[str, int]) -> dict[str, int]:
    return dict(limits)


def _spacings(spacings: Iterable[Spacing]) -> tuple[Spacing, ...]:
    return tuple(spacings)


@frozen(kw_only=True)
class Wishes:
    """How far meetings may be moved, when they may start, what stands, and who can be at how much (*önskemål*).

    Every id is as the merged schedule has it, with the collaboration in front; a holder is named by the key in the
    files, or by the id of a seat.

    ``window`` is the most days from the planned day, ``starts`` the hours at which a meeting may start beside its own,
    ``minutes`` its length where none is stated. ``fixed`` are meetings, or whole series, that stay where the plan has
    them; what lies before ``as_of`` has been held, and nothing is placed there. ``daily`` is the most meetings of
    anybody on one day, ``limits`` that of some; nothing is no limit. ``busy`` are the times that calendars say are
    taken, by holder, ``spacings`` the days between the meetings of a series. Where there is a ``previous`` schedule, of
    an arrangement or ``merged`` from the files, as few meetings as possible get another time than there.
    """

    window: int = field(default=WINDOW, validator=no_less_than_none)
    starts: tuple[dt.time, ...] = field(default=STARTS, converter=_hours)
    minutes: int = field(default=MINUTES, validator=positive)
    fixed: tuple[str, ...] = field(default=(), converter=ids)
    as_of: dt.date | None = field(default=None, validator=a_date)
    daily: int | None = field(default=DAILY, validator=no_less_than_none)
    limits: Mapping[str, int] = field(factory=dict, converter=_limits)
    busy: Mapping[str, tuple[Taken, ...]] = field(factory=dict, converter=_by_name)
    spacings: tuple[Spacing, ...] = field(default=(), converter=_spacings)
    previous: Schedule | None = field(default=None, repr=False)
