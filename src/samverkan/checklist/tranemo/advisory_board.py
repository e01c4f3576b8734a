"""Factor 5: an Advisory Board (*Advisory Board*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.bodies import all_seats_asked, of_each, seats_closed
from samverkan.checklist.constituencies import all_four
from samverkan.checklist.criterion import Effort, criterion
from samverkan.checklist.factor import Factor
from samverkan.checklist.finding import AnyOf, Ask, Finding, every_of, met, not_met, one_of, unknown
from samverkan.checklist.interval import Interval, compare
from samverkan.checklist.outcome import Outcome, every, truth
from samverkan.checklist.reading import cite
from samverkan.checklist.seats import SECTORS, Place, may_belong_to, sector_asks, spanned
from samverkan.checklist.terms import bodies_asked, in_each_term, no_horizon
from samverkan.checklist.tranemo.board_reports import board_keeps_notes, group_and_board_report
from samverkan.checklist.tranemo.common import (
    BOARD_CHAIR,
    CHIEF_EXECUTIVE,
    model,
    remedy,
)
from samverkan.checklist.tranemo.mending.describing import send_leaders
from samverkan.checklist.tranemo.mending.meeting import meet_board_each_term
from samverkan.checklist.tranemo.mending.seating import recruit_board, seat_missing_parties, seat_more_sectors
from samverkan.checklist.tranemo.mending.tables import in_each
from samverkan.model.bodies import LEADERSHIP, Body, BodyKind
from samverkan.model.goals import Operator
from samverkan.model.message import say
from samverkan.model.names import Text

if TYPE_CHECKING:
    from samverkan.checklist.case import Case


@criterion(
    "5.1",
    core=True,
    question=say("Is there an Advisory Board with enough seats?"),
    source=model(5),
    parameters=("min_advisory_seats",),
    remedy=remedy(
        say("Recruit an Advisory Board."),
        Effort.HIGH,
        CHIEF_EXECUTIVE,
        "bodies.{board}.seats",
        lambda case: in_each(case, BodyKind.ADVISORY_BOARD, _enough_seats, recruit_board),
    ),
)
def board_exists(case: Case) -> Finding:
    """Judge the number of seats of the board against ``min_advisory_seats``; a vacant seat is a seat."""
    return of_each(case, BodyKind.ADVISORY_BOARD, _enough_seats)


def _enough_seats(case: Case, board: Body) -> Finding:
    number, least = len(board.seats), case.parameters.min_advisory_seats
    outcome = compare(Interval(number, number if board.seats_complete else None), Operator.AT_LEAST, least)
    seats = cite(f"bodies.{board.id}.seats", say("{n} seat", "{n} seats", n=number), board.source)
    if outcome is Outcome.MET:
        because = say(
            "{body} has {n} seat; at least {least} is asked.",
            "{body} has {n} seats; at least {least} are asked.",
            body=board.name,
            n=number,
            least=least,
        )
        return met(because, seats)
    if outcome is Outcome.NOT_MET:
        because = say(
            "{body} has {n} seat, fewer than {least}.",
            "{body} has {n} seats, fewer than {least}.",
            body=board.name,
            n=number,
            least=least,
        )
        missing = least - number
        more = say("Recruit {number} more to {body}.", number=missing, body=board.name)
        return not_met(because, seats, seats_closed(case, board), change=seats.field, remedy=more)
    because = say(
        "{body} has {n} listed seat, and the list may be incomplete.",
        "{body} has {n} listed seats, and the list may be incomplete.",
        body=board.name,
        n=number,
    )
    asks = [Ask(seats.field, say("Who has a seat in {body}?", body=board.name)), all_seats_asked(board)]
    return unknown(because, seats, asks=asks, good=one_of(asks), bad=one_of(asks[1:]))


@criterion(
    "5.2",
    core=True,
    question=say("Is every seat of the Advisory Board at leadership rank?"),
    source=model(5),
    remedy=remedy(
        say("Ask the organisation for a representative with leading responsibility."),
        Effort.MEDIUM,
        BOARD_CHAIR,
        "bodies.{board}.seats.{seat}.rank",
        lambda case: in_each(case, BodyKind.ADVISORY_BOARD, _leaders, send_leaders),
    ),
)
def board_is_of_leaders(case: Case) -> Finding:
    """Judge the rank of every seat; elected chair, executive, manager and unit head lead."""
    return of_each(case, BodyKind.ADVISORY_BOARD, _leaders)


def _leads(place: Place) -> Outcome:
    return truth(None if place.rank.silent else place.rank.value in LEADERSHIP)


def _leaders(case: Case, board: Body) -> Finding:
    found = [(place, _leads(place)) for place in case.places(board)]
    outcome = every((result for _, result in found), closed=board.seats_complete)
    deciding = [place for place, result in found if result is outcome]
    shown, seats = [place.rank.cited for place in deciding], tuple(place.seat.id for place in deciding)
    if outcome is Outcome.MET:
        return met(
            say("Every seat of {body} is at leadership rank.", body=board.name), seats_closed(case, board), *shown
        )
    if outcome is Outcome.NOT_MET and not deciding:
        because = say("The list of seats of {body} is complete and empty.", body=board.name)
        return not_met(because, seats_closed(case, board), change=f"bodies.{board.id}.seats")
    if outcome is Outcome.NOT_MET:
        because = say("These seats of {body} are not at leadership rank: {seats}.", body=board.name, seats=seats)
        return not_met(because, *shown, change=deciding[0].rank.path)
    asks = [
        Ask(place.rank.path, say("How high does the seat {seat} stand in its organisation?", seat=place.seat.id))
        for place in deciding
    ]
    if not board.seats_complete:
        asks.append(all_seats_asked(board))
    because = say("It is not certain that every seat of {body} is at leadership rank.", body=board.name)
    conflict = [claim for place in deciding for claim in place.rank.conflict]
    return unknown(because, seats_closed(case, board), *shown, asks=asks, conflict=conflict, bad=one_of(asks))


@criterion(
    "5.3",
    core=True,
    question=say("Does the Advisory Board span enough sectors?"),
    source=model(5),
    parameters=("min_advisory_sectors",),
    remedy=remedy(
        say("Add a seat from a sector not represented."),
        Effort.MEDIUM,
        BOARD_CHAIR,
        "bodies.{board}.seats",
        lambda case: in_each(case, BodyKind.ADVISORY_BOARD, _sectors, seat_more_sectors),
    ),
)
def board_spans_sectors(case: Case) -> Finding:
    """Judge the number of sectors with a seat against ``min_advisory_sectors``; an unknown one may be a new one."""
    return of_each(case, BodyKind.ADVISORY_BOARD, _sectors)


def _sectors(case: Case, board: Body) -> Finding:
    organisations = [case.collaboration.organisation(name) for name in board.represented]
    possible = [may_belong_to(each) for each in organisations if each is not None]
    more = not board.seats_complete or any(not seat.organisations for seat in board.seats)
    number, least = spanned(possible, more=more), case.parameters.min_advisory_sectors
    outcome = compare(number, Operator.AT_LEAST, least)
    shown = [case.sector(name) for name in board.represented]
    if outcome is Outcome.MET:
        because = say(
            "{body} spans {number} sectors; at least {least} are asked.",
            body=board.name,
            number=str(number),
            least=least,
        )
        return met(because, *shown)
    if outcome is Outcome.NOT_MET:
        because = say(
            "{body} spans {number} sectors, fewer than {least}.", body=board.name, number=str(number), least=least
        )
        return not_met(because, seats_closed(case, board), *shown, change=f"bodies.{board.id}.seats")
    asks = list(dict.fromkeys(ask for place in case.places(board) for ask in sector_asks(case.collaboration, place)))
    # Whoever else has a seat may be of several sectors at once.
    wide = [ask for ask in asks if ask.field.endswith(".organisations")]
    single = [ask for ask in asks if ask not in wide]
    if not board.seats_complete:
        wide.append(all_seats_asked(board))
    known = len({each for group in possible if len(group) == 1 for each in group})
    good = one_of([*wide, AnyOf(least - known, single)])
    # At worst each answer names a sector that has a seat already; where none has, the first answer brings one.
    first = 0 if known else 1
    bad = every_of([*wide, AnyOf(len(single) - (least - known) + 1 + first, single)])
    because = say(
        "{body} spans {number} of the {total} sectors.", body=board.name, number=str(number), total=len(SECTORS)
    )
    return unknown(because, *shown, asks=[*asks, *wide], good=good, bad=bad)


@criterion(
    "5.4",
    core=True,
    question=say("Does the Advisory Board meet in every term of the horizon?"),
    source=model(5),
    remedy=remedy(
        say("Add one Advisory Board meeting in the term listed."),
        Effort.LOW,
        BOARD_CHAIR,
        "events",
        lambda case: in_each(case, BodyKind.ADVISORY_BOARD, _each_term, meet_board_each_term),
    ),
)
def board_meets_each_term(case: Case) -> Finding:
    """Judge whether each term of the horizon has a meeting of the board that certainly lies in it."""
    return of_each(case, BodyKind.ADVISORY_BOARD, _each_term)


def _each_term(case: Case, board: Body) -> Finding:
    if case.horizon is None:
        return no_horizon(case)
    closed = case.collaboration.plan_complete
    rated = case.rated_meetings(board)
    found = in_each_term(case, rated, closed=closed)
    shown = [*found.evidence, *(cited for each in found.counted for cited in case.membership(each))]
    if found.outcome is Outcome.MET:
        return met(say("{body} meets in {terms}.", body=board.name, terms=found.terms), *shown)
    if found.outcome is Outcome.NOT_MET:
        because = say(
            "The plan is complete and has no meeting of {body} in {terms}.", body=board.name, terms=found.terms
        )
        return not_met(because, *found.evidence, change="events")
    question = say("On which day does {body} meet in {terms}?", body=board.name, terms=found.terms)
    because = say("No meeting of {body} is known to lie in {terms}.", body=board.name, terms=found.terms)
    conflict = [claim for each in case.meetings_of(board) if len(each.mentions) > 1 for claim in each.mentions]
    asks = [*bodies_asked(rated, found.open_terms), *found.asks, Ask("events", question)]
    return unknown(because, *shown, asks=asks, conflict=conflict, good=found.settled_by(asks))


@criterion(
    "5.5",
    question=say("Do municipality, agencies, business and civil society all have a seat on the Advisory Board?"),
    source=say("the four sectors of slide 23; which sector counts to which is our choice"),
    remedy=remedy(
        say("Add a seat for each party that is missing."),
        Effort.MEDIUM,
        BOARD_CHAIR,
        "bodies.{board}.seats",
        lambda case: in_each(case, BodyKind.ADVISORY_BOARD, all_four, seat_missing_parties),
    ),
)
def board_has_all_four(case: Case) -> Finding:
    """Judge whether all four parties of the model have a seat on the board."""
    return of_each(case, BodyKind.ADVISORY_BOARD, all_four)


FACTOR = Factor(
    "5",
    Text("Advisory Board", "Advisory Board"),
    (
        board_exists,
        board_is_of_leaders,
        board_spans_sectors,
        board_meets_each_term,
        board_has_all_four,
        group_and_board_report,
        board_keeps_notes,
    ),
)
