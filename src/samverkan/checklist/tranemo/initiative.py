"""Factor 4: time and initiative (*Tid / Initiativ*)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.bodies import of_each
from samverkan.checklist.criterion import Aspect, Effort, criterion
from samverkan.checklist.factor import Factor
from samverkan.checklist.finding import Ask, Finding, every_of, met, not_met, one_of, unknown
from samverkan.checklist.firsts import first_meeting
from samverkan.checklist.outcome import Outcome, all_of, some
from samverkan.checklist.terms import which_body
from samverkan.checklist.tranemo.clock_times import meetings_are_timed
from samverkan.checklist.tranemo.common import CHIEF_EXECUTIVE, GROUP_CHAIR, PROJECT_LEAD, model, remedy
from samverkan.checklist.tranemo.gaps import time_is_set_aside
from samverkan.checklist.tranemo.mending.meeting import book_the_next_term, meet_soon
from samverkan.checklist.tranemo.mending.stating import date_the_initiative, state_the_period
from samverkan.checklist.tranemo.mending.tables import in_each
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.terms import Term

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.reading import Reading


def _initiative(case: Case) -> Reading[dt.date]:
    return case.read("initiative.date", case.collaboration.initiative.date, case.collaboration.initiative.source)


@criterion(
    "4.1",
    core=True,
    level=Aspect.CONDUCT,
    question=say("Is the date of the initiative known, and no later than the group’s first meeting?"),
    source=model(4),
    remedy=remedy(
        say("Record the date of the initiative."),
        Effort.LOW,
        CHIEF_EXECUTIVE,
        "initiative.date",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _comes_first, date_the_initiative),
    ),
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
        found = day.undecided(because, say("When was the initiative taken?"), *first.evidence, also=also)
        dated = found.asks[0]
        good = every_of([dated, one_of(also)]) if also else one_of([dated])
        return evolve(found, good=good, bad=one_of([dated]) if first.latest else every_of([dated, first.listing]))
    outcome = first.not_before(day.value)
    if outcome is Outcome.MET:
        because = say("The initiative was taken {day}, no later than the group’s first meeting.", day=day.value)
        return met(because, day.cited, *first.evidence)
    if outcome is Outcome.NOT_MET:
        because = say("The initiative was taken {day}, after the group had met.", day=day.value)
        return not_met(because, day.cited, *first.evidence, change=day.path)
    because = say("The initiative was taken {day}; when the group first met is not certain.", day=day.value)
    good, bad = one_of(first.asks), one_of([first.listing])
    return unknown(because, day.cited, *first.evidence, asks=first.asks, conflict=first.conflict, good=good, bad=bad)


@criterion(
    "4.3",
    question=say("Did the group meet soon after the initiative?"),
    source=model(4),
    parameters=("max_lead_weeks",),
    remedy=remedy(
        say("Call the first meeting earlier."),
        Effort.MEDIUM,
        PROJECT_LEAD,
        "events",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _soon, meet_soon),
    ),
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
        return not_met(because, day.cited, *first.evidence, change="events")
    because = say("It is not certain whether the group met within {weeks} weeks of {day}.", weeks=weeks, day=day.value)
    return unknown(because, day.cited, *first.evidence, asks=first.asks, conflict=first.conflict)


@criterion(
    "4.5",
    question=say("Is the period of the setup stated, from when to when?"),
    source=model(4),
    remedy=remedy(
        say("State the start and end of the assignment."),
        Effort.LOW,
        CHIEF_EXECUTIVE,
        "identity.period",
        state_the_period,
    ),
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
        say("Book the autumn’s first meeting at the last spring meeting."),
        Effort.LOW,
        GROUP_CHAIR,
        "events",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _next_term, book_the_next_term),
    ),
)
def next_term_is_planned(case: Case) -> Finding:
    """Judge whether the group has a meeting in the term after that of the day, while this term's are not over."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _next_term)


def _next_term(case: Case, group: Body) -> Finding:
    if case.as_of is None:
        ask = Ask("as_of", say("As of which day is the setup judged?"))
        return unknown(say("Which term comes next depends on the day, and none is given."), asks=[ask])
    day = case.as_of
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
        return not_met(because, case.listed("plan_complete", closed=True), change="events")
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
