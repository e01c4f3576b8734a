"""Factor 4: time and initiative (*Tid / Initiativ*)."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from samverkan.checklist.bodies import of_each
from samverkan.checklist.criterion import Aspect, Effort, criterion
from samverkan.checklist.factor import Factor
from samverkan.checklist.finding import Ask, Finding, met, not_met, unknown
from samverkan.checklist.firsts import first_meeting
from samverkan.checklist.outcome import Outcome, all_of, some
from samverkan.checklist.terms import which_body
from samverkan.checklist.tranemo.clock_times import meetings_are_timed
from samverkan.checklist.tranemo.common import CHIEF_EXECUTIVE, GROUP_CHAIR, PROJECT_LEAD, model, remedy
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.terms import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.checklist.case import Case
    from samverkan.checklist.occasions import Occasion
    from samverkan.checklist.reading import Reading


def _initiative(case: Case) -> Reading[dt.date]:
    return case.read("initiative.date", case.collaboration.initiative.date, case.collaboration.initiative.source)


@criterion(
    "4.1",
    core=True,
    level=Aspect.CONDUCT,
    question=say("Is the date of the initiative known, and no later than the group’s first meeting?"),
    source=model(4),
    remedy=remedy(say("Record the date of the initiative."), Effort.LOW, CHIEF_EXECUTIVE, "initiative.date"),
)
def initiative_comes_first(case: Case) -> Finding:
    """Judge the date of the initiative against the days on which the group can have met first."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _comes_first)


def _comes_first(case: Case, group: Body) -> Finding:
    day, first = _initiative(case), first_meeting(case, group)
    if day.denied:
        return not_met(say("It is declared that the initiative has no date."), day.cited, change=day.path)
    if day.value is None:
        because = say("No source dates the initiative.")
        also = () if first.earliest else first.asks
        return day.undecided(because, say("When was the initiative taken?"), *first.evidence, also=also)
    outcome = first.not_before(day.value)
    if outcome is Outcome.MET:
        because = say("The initiative was taken {day}, no later than the group’s first meeting.", day=day.value)
        return met(because, day.cited, *first.evidence)
    if outcome is Outcome.NOT_MET:
        because = say("The initiative was taken {day}, after the group had met.", day=day.value)
        return not_met(because, day.cited, *first.evidence, change=day.path)
    because = say("The initiative was taken {day}; when the group first met is not certain.", day=day.value)
    return unknown(because, day.cited, *first.evidence, asks=first.asks, conflict=first.conflict)


@criterion(
    "4.2",
    core=True,
    question=say("Is time set aside, so that the group meets through the horizon without a long gap?"),
    source=model(4),
    parameters=("max_gap_days",),
    remedy=remedy(say("Put a meeting into the largest gap."), Effort.LOW, GROUP_CHAIR, "series"),
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
        if gap is None:
            because = say(
                "The plan is complete and has {number} meeting of the group, so there is no row of them.",
                number=len(days),
            )
        else:
            because = say(
                "The longest gap, {first} to {last}, is {days} days; at most {most} is asked.",
                first=gap[0],
                last=gap[1],
                days=(gap[1] - gap[0]).days,
                most=most.days,
            )
        return not_met(because, closed, *shown, change="series")
    asks = [Ask(each.cited.field, say("On which day does the group meet?")) for each in loose]
    asks += [which_body(each) for each in perhaps]
    if not case.collaboration.plan_complete:
        asks.append(Ask("plan_complete", say("Are all meetings and events on the plan listed?")))
    return unknown(
        say("It is not certain that the group meets without a long gap."),
        closed,
        *shown,
        asks=asks,
        conflict=[each for one in loose if len(one.mentions) > 1 for each in one.mentions],
    )


def _ends(case: Case) -> tuple[dt.date, dt.date]:
    return case.horizon or (dt.date.min, dt.date.max)


def _gap_outcome(
    case: Case,
    days: Sequence[dt.date],
    loose: Sequence[Occasion],
    perhaps: Sequence[Occasion],
    most: dt.timedelta,
) -> Outcome:
    wide = [pair for pair in pairwise(days) if pair[1] - pair[0] > most]
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


@criterion(
    "4.3",
    question=say("Did the group meet soon after the initiative?"),
    source=model(4),
    parameters=("max_lead_weeks",),
    remedy=remedy(say("Call the first meeting earlier."), Effort.MEDIUM, PROJECT_LEAD, "series"),
)
def group_meets_soon(case: Case) -> Finding:
    """Judge the weeks from the initiative to the group's first meeting against ``max_lead_weeks``."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _soon)


def _soon(case: Case, group: Body) -> Finding:
    day, first = _initiative(case), first_meeting(case, group)
    if day.value is None:
        because = say("No source dates the initiative.")
        return day.undecided(because, say("When was the initiative taken?"), *first.evidence)
    weeks = case.parameters.max_lead_weeks
    limit = day.value + dt.timedelta(weeks=weeks)
    if first.latest is not None and first.latest <= limit:
        because = say("The group met within {weeks} weeks of the initiative of {day}.", weeks=weeks, day=day.value)
        return met(because, day.cited, *first.evidence)
    if first.earliest is not None and first.earliest > limit:
        because = say("The group first met more than {weeks} weeks after {day}.", weeks=weeks, day=day.value)
        return not_met(because, day.cited, *first.evidence, change="series")
    because = say("It is not certain whether the group met within {weeks} weeks of {day}.", weeks=weeks, day=day.value)
    return unknown(because, day.cited, *first.evidence, asks=first.asks, conflict=first.conflict)


@criterion(
    "4.5",
    question=say("Is the period of the setup stated, from when to when?"),
    source=model(4),
    remedy=remedy(say("State the start and end of the assignment."), Effort.LOW, CHIEF_EXECUTIVE, "identity.period"),
)
def period_is_stated(case: Case) -> Finding:
    """Judge whether both ends of the period are known; declared open-ended, it is not stated."""
    identity = case.collaboration.identity
    period = case.read("identity.period", identity.period, identity.source)
    if period.denied:
        return not_met(say("It is declared that the setup has no period."), period.cited, change=period.path)
    if period.value is None or period.value.days is None:
        because = say("No source states both the start and the end of the setup.")
        return period.undecided(because, say("From which day to which day does the setup run?"))
    return met(say("The setup runs {period}.", period=f"{period.value.from_}–{period.value.to}"), period.cited)


@criterion(
    "4.6",
    question=say("Is the group’s first meeting of the next term planned before this term’s last?"),
    source=model(4),
    remedy=remedy(
        say("Book the autumn’s first meeting at the last spring meeting."), Effort.LOW, GROUP_CHAIR, "series"
    ),
)
def next_term_is_planned(case: Case) -> Finding:
    """Judge whether the group has a meeting in the term after that of the day, while this term's are not over."""
    if case.as_of is None:
        ask = Ask("as_of", say("As of which day is the setup judged?"))
        return unknown(say("Which term comes next depends on the day, and none is given."), asks=[ask])
    day = case.as_of
    return of_each(case, BodyKind.COLLABORATION_GROUP, lambda case, group: _next_term(case, group, day))


def _next_term(case: Case, group: Body, day: dt.date) -> Finding:
    term = Term.of(day if case.horizon is None else min(day, case.horizon[1]))
    after, meetings = term.following, case.meetings_of(group)
    still = [each for each in meetings if each.falls_in(day, term.last) is Outcome.MET]
    ahead = [
        (each, all_of([kind, each.falls_in(after.first, after.last)])) for each, kind in case.rated_meetings(group)
    ]
    sure = [each for each, result in ahead if result is Outcome.MET]
    if sure and still:
        because = say("A meeting in {term} is planned while this term’s go on.", term=str(after))
        return met(because, *still[-1].shown, *sure[0].shown)
    # A plan that is complete into the last month of a term would hold what is booked for the next (our choice).
    closed = (
        case.collaboration.plan_complete and case.horizon is not None and case.horizon[1] >= term.last.replace(day=1)
    )
    if some((result for _, result in ahead), closed=closed) is Outcome.NOT_MET:
        because = say("The complete plan has no meeting of the group in {term}.", term=str(after))
        return not_met(because, case.listed("plan_complete", closed=True), change="series")
    asks = [which_body(each) for each, result in ahead if result is Outcome.UNKNOWN and not each.bodies]
    asks.append(Ask("series", say("When does the group first meet in {term}?", term=str(after))))
    because = say("No meeting in {term} is known to have been planned in time.", term=str(after))
    return unknown(because, *(cited for each in still[-1:] for cited in each.shown), asks=asks)


FACTOR = Factor(
    "4",
    Text("Tid / Initiativ", "Time / Initiative"),
    (
        initiative_comes_first,
        time_is_set_aside,
        group_meets_soon,
        meetings_are_timed,
        period_is_stated,
        next_term_is_planned,
    ),
)
