"""Factor 8, its political half: politicians with a seat, the work on their agenda, results that return to them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from samverkan.checklist.bodies import all_seats_asked, of_each, seats_closed
from samverkan.checklist.criterion import Aspect, Effort, criterion
from samverkan.checklist.finding import Ask, Finding, met, not_met, one_of, unknown
from samverkan.checklist.outcome import Outcome, some, truth
from samverkan.checklist.reading import cite
from samverkan.checklist.terms import bodies_asked, in_each_term, no_horizon, which_body
from samverkan.checklist.tranemo.common import (
    EXECUTIVE_BOARD,
    PROJECT_LEAD,
    model,
    remedy,
)
from samverkan.checklist.tranemo.mending.meeting import inform_politics_each_term, return_to_politics
from samverkan.checklist.tranemo.mending.recording import decide_in_politics
from samverkan.checklist.tranemo.mending.seating import seat_politician, seat_politician_somewhere
from samverkan.checklist.tranemo.mending.tables import in_each
from samverkan.model.activities import Audience
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.facts import is_unknown, stated
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Evidence
    from samverkan.checklist.occasions import Occasion
    from samverkan.checklist.seats import Place
    from samverkan.model.message import Message


@criterion(
    "8.1",
    core=True,
    question=say("Has an elected politician a seat in some body?"),
    source=model(8),
    remedy=remedy(
        say("Offer the chair of the municipal executive board a seat."),
        Effort.MEDIUM,
        EXECUTIVE_BOARD,
        "bodies.{body}.seats",
        seat_politician_somewhere,
    ),
)
def politician_has_a_seat(case: Case) -> Finding:
    """Judge whether some seat of some body is political."""
    places = [place for body in case.bodies for place in case.places(body)]
    lists = [case.listed("bodies_complete", closed=case.collaboration.bodies_complete)]
    further = [all_seats_asked(body) for body in case.bodies if not body.seats_complete]
    if not case.collaboration.bodies_complete:
        further.append(Ask("bodies_complete", say("Are all bodies of the setup listed?")))
    return _political(places, lists, further, change="bodies", none=say("No seat is an elected politician’s."))


def _political(
    places: Sequence[Place], lists: Sequence[Evidence], further: Sequence[Ask], *, change: str, none: Message
) -> Finding:
    """Judge the seats at hand; ``further`` asks whether there are others, ``none`` says that none is political."""
    found = [(place, truth(None if place.political.silent else place.political.value is True)) for place in places]
    outcome = some((result for _, result in found), closed=not further)
    if outcome is Outcome.MET:
        place = next(place for place, result in found if result is Outcome.MET)
        because = say("The seat {seat} is an elected politician’s.", seat=place.seat.id)
        return met(because, place.political.cited, place.role.cited)
    if outcome is Outcome.NOT_MET:
        shown = (place.political.cited for place in places)
        return not_met(none, *lists, *shown, change=change)
    unsure = [place for place, result in found if result is Outcome.UNKNOWN]
    asks = [
        Ask(place.political.path, say("Is the seat {seat} an elected politician’s?", seat=place.seat.id))
        for place in unsure
    ]
    asks += further
    conflict = [claim for place in unsure for claim in place.political.conflict]
    because = say("No seat is known to be an elected politician’s.")
    return unknown(because, *lists, asks=asks, conflict=conflict, good=one_of(asks))


def _political_bodies(case: Case) -> tuple[Body, ...]:
    return case.bodies_of(BodyKind.POLITICAL_BODY)


@criterion(
    "8.2",
    core=True,
    question=say("Is the work on the agenda of a political body in every term of the horizon?"),
    source=model(8),
    remedy=remedy(
        say("Put the project on the executive board’s agenda once per term."),
        Effort.LOW,
        EXECUTIVE_BOARD,
        "events",
        inform_politics_each_term,
    ),
)
def on_the_political_agenda(case: Case) -> Finding:
    """Judge whether each term has an item with a political body that certainly lies in it."""
    if case.horizon is None:
        return no_horizon(case)
    bodies = _political_bodies(case)
    items, rated = case.meetings_of(*bodies), case.rated_meetings(*bodies)
    if not bodies and not case.collaboration.bodies_complete:
        rated += [(each, Outcome.UNKNOWN) for each in case.occasions if _for_politics(each)]
    closed = case.collaboration.plan_complete
    found = in_each_term(case, rated, closed=closed)
    shown = [*found.evidence, *(cited for each in found.counted for cited in case.membership(each))]
    if found.outcome is Outcome.MET:
        return met(say("A political body has the work on its agenda in {terms}.", terms=found.terms), *shown)
    if found.outcome is Outcome.NOT_MET:
        because = say("The plan is complete and has no item with a political body in {terms}.", terms=found.terms)
        return not_met(because, *found.evidence, change="events")
    question = say("On which day does a political body take it up in {terms}?", terms=found.terms)
    because = say("No item with a political body is known to lie in {terms}.", terms=found.terms)
    conflict = [claim for each in items if len(each.mentions) > 1 for claim in each.mentions]
    asks = [*bodies_asked(rated, found.open_terms), *found.asks, Ask("events", question)]
    return unknown(because, *shown, asks=asks, conflict=conflict, good=found.settled_by(asks))


def _for_politics(occasion: Occasion) -> bool:
    return occasion.planned and not occasion.bodies and Audience.POLITICS in occasion.audience


@criterion(
    "8.5",
    question=say("Does politics take part in the collaboration group as well?"),
    source=model(8),
    remedy=remedy(
        say("Let the executive board name a member of the group, or state why not."),
        Effort.MEDIUM,
        EXECUTIVE_BOARD,
        "bodies.{group}.seats",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _politics_in, seat_politician),
    ),
)
def politics_in_the_group(case: Case) -> Finding:
    """Judge whether some seat of the group is political."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _politics_in)


def _politics_in(case: Case, group: Body) -> Finding:
    further = [] if group.seats_complete else [all_seats_asked(group)]
    none = say("No seat in {body} is an elected politician’s.", body=group.name)
    return _political(
        case.places(group), [seats_closed(case, group)], further, change=f"bodies.{group.id}.seats", none=none
    )


@criterion(
    "8.6",
    level=Aspect.CONDUCT,
    question=say("Is a political decision on the process, or its follow-up, recorded?"),
    source=model(8),
    remedy=remedy(
        say("Ask the executive board for a decision."), Effort.MEDIUM, EXECUTIVE_BOARD, "decisions", decide_in_politics
    ),
)
def politics_has_decided(case: Case) -> Finding:
    """Judge whether a decision or a logged meeting of a political body is recorded."""
    whole = case.collaboration
    political = {body.id for body in _political_bodies(case)}
    decided = [
        (each, truth(None if is_unknown(each.body) else stated(each.body) in political)) for each in whole.decisions
    ]
    followed = [each for each in whole.held if each.body in political]
    closed = whole.decisions_complete and whole.held_complete
    outcome = some([*(result for _, result in decided), *(Outcome.MET for _ in followed)], closed=closed)
    if outcome is Outcome.MET:
        shown = [
            case.read(f"decisions.{each.id}.body", each.body, each.source).cited
            for each, result in decided
            if result is Outcome.MET
        ]
        shown += [cite(f"held.{each.body}.{each.date}", say("{day}", day=each.date), each.source) for each in followed]
        return met(say("A political body has decided on it, or followed it up."), *shown)
    logs = (
        case.listed("decisions_complete", closed=whole.decisions_complete),
        case.listed("held_complete", closed=whole.held_complete),
    )
    if outcome is Outcome.NOT_MET:
        because = say("The logs are complete and hold nothing of a political body.")
        return not_met(because, *logs, change="decisions")
    asks = [
        Ask(f"decisions.{each.id}.body", say("Which body decided it?"))
        for each, result in decided
        if result is Outcome.UNKNOWN
    ]
    asks.append(Ask("decisions", say("Has a political body decided on the process?")))
    return unknown(say("No political decision or follow-up is recorded."), *logs, asks=asks)


@criterion(
    "8.7",
    question=say("Do results return to politics after the last Advisory Board meeting of the horizon?"),
    source=model(8),
    remedy=remedy(
        say("Report to the executive board after the Advisory Board has met."),
        Effort.LOW,
        PROJECT_LEAD,
        "events",
        lambda case: in_each(case, BodyKind.ADVISORY_BOARD, _returns, return_to_politics),
    ),
)
def results_return_to_politics(case: Case) -> Finding:
    """Judge whether a political item comes after the last meeting of each board; an open plan may hold a later one."""
    if case.horizon is None:
        return no_horizon(case)
    return of_each(case, BodyKind.ADVISORY_BOARD, _returns)


def _returns(case: Case, board: Body) -> Finding:
    first, last = case.horizon or (dt.date.min, dt.date.max)
    meetings = [each for each in case.meetings_of(board) if each.falls_in(first, last) is not Outcome.NOT_MET]
    perhaps = [each for each in case.unplaced_in(board) if each.falls_in(first, last) is not Outcome.NOT_MET]
    items = case.meetings_of(*_political_bodies(case))
    maybe = case.unplaced_in(*_political_bodies(case))
    earliest, latest = _last_day(meetings, perhaps, first, last)
    closed = case.collaboration.plan_complete
    listed = case.listed("plan_complete", closed=closed)
    shown = [cited for each in (*meetings[-1:], *items[-1:]) for cited in each.shown]
    after = [
        each for each in items if latest is not None and each.span.earliest is not None and each.span.earliest > latest
    ]
    if closed and after:
        return met(say("A political item follows the last meeting of {body}.", body=board.name), listed, *shown)
    possible = bool(meetings or perhaps) and any(
        earliest is None or each.span.latest is None or each.span.latest > earliest for each in (*items, *maybe)
    )
    if closed and not possible:
        because = say(
            "No political item follows the last meeting of {body}, and the plan is complete.", body=board.name
        )
        return not_met(because, listed, *shown, change="events")
    asks = [
        Ask(each.cited.field, say("When does {name} take place?", name=each.name))
        for each in (*meetings, *items)
        if each.day is None
    ]
    asks += [which_body(each) for each in dict.fromkeys((*perhaps, *maybe))] if closed else []
    asks.append(Ask("events", say("When does it go to politics after the last meeting of {body}?", body=board.name)))
    if not closed:
        asks.append(Ask("plan_complete", say("Are all meetings and events on the plan listed?")))
    return unknown(
        say("It is not certain that a political item follows the last meeting of {body}.", body=board.name),
        listed,
        *shown,
        asks=asks,
    )


def _last_day(
    meetings: Sequence[Occasion], perhaps: Sequence[Occasion], first: dt.date, last: dt.date
) -> tuple[dt.date | None, dt.date | None]:
    """Give the earliest and latest day on which the last of the meetings can be; nothing where none is certain."""
    sure = [each.span.earliest for each in meetings if each.falls_in(first, last) is Outcome.MET and each.span.earliest]
    latest = [each.span.latest or last for each in (*meetings, *perhaps)]
    return max(sure, default=None), (min(max(latest), last) if sure else None)
