"""Factor 4, the time set aside: how long it is at most from one meeting of the group to the next."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from samverkan.checklist.bodies import of_each
from samverkan.checklist.criterion import Effort, criterion
from samverkan.checklist.finding import Ask, Finding, every_of, met, not_met, one_of, unknown
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.terms import which_body
from samverkan.checklist.tranemo.common import GROUP_CHAIR, model, remedy
from samverkan.checklist.tranemo.mending.meeting import meet_regularly
from samverkan.checklist.tranemo.mending.tables import in_each
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.checklist.case import Case
    from samverkan.checklist.occasions import Occasion
    from samverkan.model.message import Message


@criterion(
    "4.2",
    core=True,
    question=say("Is time set aside, so that the group meets through the horizon without a long gap?"),
    source=model(4),
    parameters=("max_gap_days",),
    remedy=remedy(
        say("Put a meeting into the largest gap."),
        Effort.LOW,
        GROUP_CHAIR,
        "series",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _gaps, meet_regularly),
    ),
)
def time_is_set_aside(case: Case) -> Finding:
    """Judge the largest gap between two of the group's meetings in a row within the horizon.

    Meetings that are not listed would only set aside more time, so an open plan can be enough; but a listed meeting
    whose day is not known counts as standing where it does most harm.
    """
    return of_each(case, BodyKind.COLLABORATION_GROUP, _gaps)


def _gaps(case: Case, group: Body) -> Finding:
    most = dt.timedelta(days=case.parameters.max_gap_days)
    first, last = _ends(case)
    meetings = [each for each in case.meetings_of(group) if each.falls_in(first, last) is not Outcome.NOT_MET]
    days = sorted({each.day for each in meetings if each.day is not None})
    loose = [each for each in meetings if each.day is None]
    perhaps = [each for each in case.unplaced_in(group) if each.falls_in(first, last) is not Outcome.NOT_MET]
    gap = max(pairwise(days), key=lambda pair: pair[1] - pair[0], default=None)
    shown = [cited for each in meetings for cited in each.shown]
    outcome = _gap_outcome(case, days, loose, perhaps, most)
    if outcome is Outcome.MET and gap:
        because = say(
            "The group meets {number} times; its longest gap, {first} to {last}, is {days} days, of at most {most}.",
            number=len(days),
            first=gap[0],
            last=gap[1],
            days=(gap[1] - gap[0]).days,
            most=most.days,
        )
        return met(because, *shown)
    closed = case.listed("plan_complete", closed=case.collaboration.plan_complete)
    if outcome is Outcome.NOT_MET:
        return not_met(_too_long(days, gap, most), closed, *shown, change="series")
    asks = [_day_asked(each) for each in loose]
    asks += [which_body(each) for each in perhaps]
    further = []
    if not case.collaboration.plan_complete:
        further.append(Ask("plan_complete", say("Are all meetings and events on the plan listed?")))
    good, bad = one_of([*further, every_of(asks)]), every_of([*asks, *further])
    if len(days) >= 2 and not _wide(days, most):
        far = [_day_asked(each) for each in loose if not _stays_near(each, days, most, first, last)]
        good, bad = every_of(far), every_of([one_of(far), *further])
    return unknown(
        say("It is not certain that the group meets without a long gap."),
        closed,
        *shown,
        asks=[*asks, *further],
        conflict=[each for one in loose if len(one.mentions) > 1 for each in one.mentions],
        good=good,
        bad=bad,
    )


def _too_long(days: Sequence[dt.date], gap: tuple[dt.date, dt.date] | None, most: dt.timedelta) -> Message:
    if gap is None:
        return say(
            "The plan is complete and has {n} meeting of the group, so there is no row of them.",
            "The plan is complete and has {n} meetings of the group, so there is no row of them.",
            n=len(days),
        )
    return say(
        "The longest gap, {first} to {last}, is {days} days; at most {most} is asked.",
        first=gap[0],
        last=gap[1],
        days=(gap[1] - gap[0]).days,
        most=most.days,
    )


def _day_asked(occasion: Occasion) -> Ask:
    return Ask(occasion.cited.field, say("On which day does the group meet?"))


def _wide(days: Sequence[dt.date], most: dt.timedelta) -> list[tuple[dt.date, dt.date]]:
    return [pair for pair in pairwise(days) if pair[1] - pair[0] > most]


def _ends(case: Case) -> tuple[dt.date, dt.date]:
    return case.horizon or (dt.date.min, dt.date.max)


def _gap_outcome(
    case: Case,
    days: Sequence[dt.date],
    loose: Sequence[Occasion],
    perhaps: Sequence[Occasion],
    most: dt.timedelta,
) -> Outcome:
    wide = _wide(days, most)
    first, last = _ends(case)
    if len(days) >= 2 and not wide:
        near = all(_stays_near(each, days, most, first, last) for each in loose)
        return Outcome.MET if near else Outcome.UNKNOWN
    if not case.collaboration.plan_complete or (len(days) < 2 and (loose or perhaps)):
        return Outcome.UNKNOWN
    filled = all(any(each.falls_in(*pair) is not Outcome.NOT_MET for each in (*loose, *perhaps)) for pair in wide)
    return Outcome.UNKNOWN if wide and filled else Outcome.NOT_MET


def _stays_near(each: Occasion, days: Sequence[dt.date], most: dt.timedelta, first: dt.date, last: dt.date) -> bool:
    """Say whether a meeting of unknown day is within reach of the others wherever in the horizon it stands."""
    earliest = max(each.span.earliest or dt.date.min, first)
    latest = min(each.span.latest or dt.date.max, last)
    return (days[0] - earliest) <= most and (latest - days[-1]) <= most
