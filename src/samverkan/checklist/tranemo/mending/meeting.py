"""When people meet (*när man träffas*): the remedies that put something on the plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.checklist.amending import amended, having
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.tranemo.mending.fresh import some_day
from samverkan.checklist.tranemo.mending.plans import HOURS, dated, in_every_term, with_event, with_horizon, with_series
from samverkan.model.activities import Audience
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.facts import stated
from samverkan.model.terms import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.checklist.case import Case
    from samverkan.checklist.occasions import Occasion
    from samverkan.model.activities import Event, Series
    from samverkan.model.collaboration import Collaboration

_WEEK = dt.timedelta(weeks=1)


def meet_regularly(case: Case, group: Body) -> Collaboration:
    """Fix a series of meetings through the horizon; a meeting of vague day that would lie far from it gets a day."""
    case = case.after(with_series(case, group))
    first, last = case.horizon or (dt.date.min, dt.date.max)
    most = dt.timedelta(days=case.parameters.max_gap_days)
    meetings = [each for each in case.meetings_of(group) if each.falls_in(first, last) is not Outcome.NOT_MET]
    days = [each.day for each in meetings if each.day is not None]
    whole = case.collaboration
    for each in meetings:
        earliest, latest = each.span.earliest or dt.date.min, each.span.latest or dt.date.max
        far = max(earliest, first) < min(days) - most or min(latest, last) > max(days) + most
        if each.day is None and far:
            whole = dated(whole, each, min(days))
    return whole


def meet_board_each_term(case: Case, board: Body) -> Collaboration:
    """Add a meeting of the board in each term of the horizon that has none."""
    return in_every_term(case, lambda each: each.rated_meetings(board), bodies=(board.id,))


def invite_the_public_each_term(case: Case) -> Collaboration:
    """Add an event for the public and the media in each term of the horizon that has none."""
    audience = (Audience.PUBLIC, Audience.MEDIA)

    def rated(each: Case) -> Sequence[tuple[Occasion, Outcome]]:
        return [(item, Outcome.MET) for item in each.occasions if not item.audience.isdisjoint(audience)]

    return in_every_term(case, rated, audience=audience)


def inform_politics_each_term(case: Case) -> Collaboration:
    """Add an item with a political body in each term of the horizon that has none."""
    case = having(case, BodyKind.POLITICAL_BODY)
    bodies = case.bodies_of(BodyKind.POLITICAL_BODY)
    return in_every_term(case, lambda each: each.rated_meetings(*bodies), bodies=(bodies[0].id,))


def meet_soon(case: Case, group: Body) -> Collaboration:
    """Call a first meeting a week after the initiative."""
    initiative = stated(case.collaboration.initiative.date)
    return with_event(case.collaboration, (initiative or some_day(case)) + _WEEK, [group.id])


def time_the_meetings(case: Case) -> Collaboration:
    """Set start and end of whatever has none; where nothing is planned, plan an event that has them."""
    whole = case.collaboration
    if not whole.series and all(each.cancelled for each in whole.events):
        return with_event(whole, some_day(case))
    return amended(
        whole,
        series=tuple(each if _timed(each) else evolve(each, time=HOURS) for each in whole.series),
        events=tuple(each if _timed(each) else evolve(each, time=HOURS) for each in whole.events),
    )


def _timed(item: Series | Event) -> bool:
    time = stated(item.time)
    return time is not None and time.end is not None


def book_the_next_term(case: Case, group: Body) -> Collaboration:
    """Book a meeting in the term after that of the day, and one before this term's end."""
    day = case.as_of or some_day(case)
    term = Term.of(day if case.horizon is None else min(day, case.horizon[1]))
    whole = with_event(case.collaboration, term.following.first + _WEEK, [group.id])
    return with_event(whole, term.last, [group.id]) if day <= term.last else whole


def address_the_administration(case: Case) -> Collaboration:
    """Hold a day for the officials, at the beginning of the horizon."""
    case = with_horizon(case)
    return with_event(case.collaboration, some_day(case), audience=[Audience.ADMINISTRATION])


def return_to_politics(case: Case, board: Body) -> Collaboration:
    """Report to a political body after the last meeting of the board in the horizon; there is one afterwards."""
    case = with_horizon(having(case, BodyKind.POLITICAL_BODY))
    first, last = case.horizon or (some_day(case), some_day(case))
    council = case.bodies_of(BodyKind.POLITICAL_BODY)[0]
    whole = case.collaboration
    if not any(each.falls_in(first, last) is Outcome.MET for each in case.meetings_of(board)):
        whole = with_event(whole, first, [board.id])
    return with_event(whole, last + dt.timedelta(days=1), [council.id])
