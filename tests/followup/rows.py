"""Short ways to write results."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from attrs import evolve

from samverkan.followup.follow import follow_up
from samverkan.followup.policy import Policy
from samverkan.followup.result import Result
from samverkan.formats.bundled import bundled

if TYPE_CHECKING:
    from samverkan.followup.followup import FollowUp, GoalFollowUp
    from samverkan.model.goals import Goal

PERIODS = {
    "g": ("integration-pa-g", dt.date(2009, 1, 15), dt.date(2011, 1, 15)),
    "l": ("lots-ockelbo", dt.date(2009, 2, 1), dt.date(2011, 12, 30)),
    "r": ("resurscentrum", dt.date(2010, 2, 1), dt.date(2013, 12, 31)),
    "v": ("visioncenter", dt.date(2008, 9, 1), dt.date(2009, 2, 28)),
}
"""The setups by the first letter of their goals, with the days of each."""
LATE = dt.date(2016, 1, 1)


def row(goal: str, count: int, total: int | None = None, **more: Any) -> Result:  # noqa: ANN401  # any field
    """Make a result about the whole period of the setup, counted on its last day."""
    _, first, last = PERIODS[goal[0]]
    days = {"first": first, "last": last, "collected": more.get("last", last)}
    return Result(**{"goal": goal, "count": count, "total": total, "source": "register", **days, **more})


def followed(letter: str, *results: Result, as_of: dt.date = LATE, **policy: Any) -> FollowUp:  # noqa: ANN401  # any policy
    """Follow up one of the setups."""
    return follow_up(bundled(PERIODS[letter][0]), results, as_of=as_of, policy=Policy(**policy))


def goal(id_: str) -> Any:  # noqa: ANN401  # a goal of any kind, to be changed
    """Give a goal of one of the setups."""
    return next(each for each in bundled(PERIODS[id_[0]][0]).goals if each.id == id_)


def followed_with(changed: Goal, *results: Result, as_of: dt.date = LATE, **policy: Any) -> GoalFollowUp:  # noqa: ANN401  # any policy
    """Follow up a goal of one of the setups that is changed; nothing in the setup has to know."""
    whole = bundled(PERIODS[changed.id[0]][0])
    whole = evolve(whole, goals=tuple(changed if each.id == changed.id else each for each in whole.goals))
    return follow_up(whole, results, as_of=as_of, policy=Policy(**policy)).of(changed.id)
