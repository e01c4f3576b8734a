"""Factor 2: a dedicated project lead (*En dedikerad projektledare*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.bodies import all_seats_asked, of_each, seats_closed
from samverkan.checklist.criterion import Aspect, Effort, criterion
from samverkan.checklist.factor import Factor
from samverkan.checklist.finding import Finding, met, not_met, unknown
from samverkan.checklist.firsts import first_meeting
from samverkan.checklist.outcome import Outcome, some, truth
from samverkan.checklist.reading import cite
from samverkan.checklist.tranemo.common import BOARD_CHAIR, CHIEF_EXECUTIVE, model, remedy
from samverkan.checklist.tranemo.mending.seating import seat_lead
from samverkan.checklist.tranemo.mending.stating import (
    appoint_the_lead,
    give_the_lead_time,
    name_one_lead,
    send_the_lead,
)
from samverkan.checklist.tranemo.mending.tables import in_each
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.message import say
from samverkan.model.names import Text

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Evidence


@criterion(
    "2.1",
    core=True,
    question=say("Is exactly one role accountable as project lead?"),
    source=model(2),
    remedy=remedy(
        say("Name one accountable lead, and call any other person adviser or deputy."),
        Effort.LOW,
        CHIEF_EXECUTIVE,
        "lead.accountable",
        name_one_lead,
    ),
)
def one_accountable_lead(case: Case) -> Finding:
    """Judge the number of accountable leads; every seat marked as the lead's is shown beside it."""
    lead = case.collaboration.lead
    number = case.read("lead.accountable", lead.accountable, lead.source)
    seats = _lead_seats(case)
    if number.denied:
        return not_met(say("It is declared that nobody is accountable as lead."), number.cited, change=number.path)
    if number.value is None:
        because = say("No source says how many are accountable as project lead.")
        return number.undecided(because, say("How many are accountable as project lead?"), *seats)
    if number.value == 1:
        return met(say("Exactly one role is accountable as project lead."), number.cited, *seats)
    because = say("{number} are accountable as project lead, not one.", number=number.value)
    return not_met(because, number.cited, *seats, change=number.path)


def _lead_seats(case: Case, *bodies: Body) -> list[Evidence]:
    places = (place for body in bodies or case.bodies for place in case.places(body))
    return [cite(f"{place.path}.project_lead", say("yes"), place.source) for place in places if place.seat.project_lead]


@criterion(
    "2.2",
    core=True,
    question=say("Is the lead dedicated, with at least the least share of full time set aside for the task?"),
    source=model(2),
    parameters=("min_lead_share",),
    remedy=remedy(
        say("State the lead’s working time for the task, and raise it to at least half of full time."),
        Effort.HIGH,
        CHIEF_EXECUTIVE,
        "lead.working_time",
        give_the_lead_time,
    ),
)
def lead_has_the_time(case: Case) -> Finding:
    """Judge the lead's share of full time against ``min_lead_share``."""
    lead = case.collaboration.lead
    share = case.read("lead.working_time", lead.working_time, lead.source)
    least = case.parameters.min_lead_share
    if share.denied:
        return not_met(say("It is declared that no working time is set aside."), share.cited, change=share.path)
    if share.value is None:
        because = say("No source says how much of full time the lead has for the task.")
        return share.undecided(because, say("What share of full time does the lead have for the task?"))
    if share.value >= least:
        because = say(
            "The lead has {share} of full time; at least {least} is asked.", share=str(share.value), least=str(least)
        )
        return met(because, share.cited)
    because = say("The lead has {share} of full time, below {least}.", share=str(share.value), least=str(least))
    more = say("Raise the lead’s working time for the task to at least {least} of full time.", least=str(least))
    return not_met(because, share.cited, change=share.path, remedy=more)


@criterion(
    "2.3",
    question=say("Does the lead have a seat in the collaboration group?"),
    source=model(2),
    remedy=remedy(
        say("Add the lead to the group."),
        Effort.LOW,
        CHIEF_EXECUTIVE,
        "bodies.{group}.seats",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _seated, seat_lead),
    ),
)
def lead_in_the_group(case: Case) -> Finding:
    """Judge whether some seat of the group is marked as the lead's."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _seated)


def _seated(case: Case, group: Body) -> Finding:
    seats = _lead_seats(case, group)
    if seats:
        return met(say("The lead has a seat in {body}.", body=group.name), *seats)
    closed = seats_closed(case, group)
    if group.seats_complete:
        because = say("No seat of {body} is the lead’s, and the list is complete.", body=group.name)
        return not_met(because, closed, change=f"bodies.{group.id}.seats")
    because = say("No listed seat of {body} is the lead’s, and the list may be incomplete.", body=group.name)
    asks = [all_seats_asked(group)]
    return unknown(because, closed, asks=asks)


@criterion(
    "2.4",
    question=say("Does the lead attend the Advisory Board, with a seat or as standing presenter?"),
    source=model(2),
    remedy=remedy(
        say("Make the lead the standing presenter at the Advisory Board."),
        Effort.LOW,
        BOARD_CHAIR,
        "lead.attends",
        lambda case: in_each(case, BodyKind.ADVISORY_BOARD, _attends, send_the_lead),
    ),
)
def lead_at_the_board(case: Case) -> Finding:
    """Judge the lead's seat on the board, and the bodies at which the lead presents."""
    return of_each(case, BodyKind.ADVISORY_BOARD, _attends)


def _attends(case: Case, board: Body) -> Finding:
    lead, seats = case.collaboration.lead, _lead_seats(case, board)
    attends = case.read("lead.attends", lead.attends, lead.source)
    closed = seats_closed(case, board)
    presents = truth(None if attends.silent else board.id in (attends.value or ()))
    outcome = some([presents, truth(bool(seats))], closed=board.seats_complete)
    if outcome is Outcome.MET:
        shown = seats or [attends.cited]
        return met(say("The lead attends {body}.", body=board.name), *shown)
    if outcome is Outcome.NOT_MET:
        because = say("The lead neither has a seat in {body} nor presents there.", body=board.name)
        return not_met(because, attends.cited, closed, change=attends.path)
    because = say("No source says whether the lead attends {body}.", body=board.name)
    return attends.undecided(because, say("At which bodies is the lead a standing presenter?"), closed)


@criterion(
    "2.5",
    level=Aspect.CONDUCT,
    question=say("Was the lead appointed before the group’s first meeting?"),
    source=model(2),
    remedy=remedy(
        say("Appoint the lead before calling the first meeting."),
        Effort.MEDIUM,
        CHIEF_EXECUTIVE,
        "lead.appointed",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _appointed, appoint_the_lead),
    ),
)
def lead_appointed_in_time(case: Case) -> Finding:
    """Judge the day of appointment against the days on which the group can have met first."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _appointed)


def _appointed(case: Case, group: Body) -> Finding:
    lead, first = case.collaboration.lead, first_meeting(case, group)
    day = case.read("lead.appointed", lead.appointed, lead.source)
    if day.denied:
        return not_met(say("It is declared that no lead was appointed."), day.cited, change=day.path)
    if day.value is None:
        because = say("No source says when the lead was appointed.")
        return day.undecided(because, say("On which day was the lead appointed?"), *first.evidence)
    outcome = first.not_before(day.value)
    if outcome is Outcome.MET:
        because = say("The lead was appointed {day}, no later than the first meeting.", day=day.value)
        return met(because, day.cited, *first.evidence)
    if outcome is Outcome.NOT_MET:
        because = say("The lead was appointed {day}, after the group had met.", day=day.value)
        return not_met(because, day.cited, *first.evidence, change=day.path)
    because = say("The lead was appointed {day}; when the group first met is not certain.", day=day.value)
    return unknown(because, day.cited, *first.evidence, asks=first.asks, conflict=first.conflict)


FACTOR = Factor(
    "2",
    Text("En dedikerad projektledare", "A dedicated project lead"),
    (one_accountable_lead, lead_has_the_time, lead_in_the_group, lead_at_the_board, lead_appointed_in_time),
)
