"""Factor 6: a collaboration group that is competent to decide (*Samverkansgrupp som är beslutsmässig*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.bodies import all_seats_asked, of_each, seats_closed
from samverkan.checklist.constituencies import all_four
from samverkan.checklist.criterion import Effort, criterion
from samverkan.checklist.factor import Factor
from samverkan.checklist.finding import Ask, Finding, met, not_met, unknown
from samverkan.checklist.outcome import Outcome, any_of, every, some, truth
from samverkan.checklist.reading import cite
from samverkan.checklist.seats import speaks_for
from samverkan.checklist.tranemo.common import GROUP_CHAIR, model, remedy
from samverkan.checklist.tranemo.deciding import (
    group_meets_regularly,
    quorum_is_attainable,
    quorum_is_mandated,
)
from samverkan.checklist.tranemo.mending.describing import assign_areas, give_roles
from samverkan.checklist.tranemo.mending.seating import seat_expected, seat_missing_parties
from samverkan.checklist.tranemo.mending.tables import in_each
from samverkan.checklist.tranemo.quorate import decisions_were_quorate
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.message import say
from samverkan.model.names import Text

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.model.bodies import Expectation
    from samverkan.model.message import Message


@criterion(
    "6.4",
    question=say("Has every seat of the group a stated role?"),
    source=model(6),
    remedy=remedy(
        say("Ask the organisations listed to state a role for their seat."),
        Effort.LOW,
        GROUP_CHAIR,
        "bodies.{group}.seats.{seat}.role",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _roles, give_roles),
    ),
)
def seats_have_roles(case: Case) -> Finding:
    """Judge whether every seat states a role; silence is no declaration that there is none."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _roles)


def _roles(case: Case, group: Body) -> Finding:
    found = [
        (place, truth(None if place.role.silent else place.role.value is not None)) for place in case.places(group)
    ]
    outcome = every((result for _, result in found), closed=group.seats_complete)
    deciding = [place for place, result in found if result is outcome]
    seats, shown = tuple(place.seat.id for place in deciding), [place.role.cited for place in deciding]
    if outcome is Outcome.MET:
        return met(say("Every seat of {body} has a stated role.", body=group.name), seats_closed(case, group), *shown)
    if outcome is Outcome.NOT_MET:
        because = (
            say("These seats of {body} are declared to be without a role: {seats}.", body=group.name, seats=seats)
            if deciding
            else say("The list of seats of {body} is complete and empty.", body=group.name)
        )
        return not_met(
            because,
            seats_closed(case, group),
            *shown,
            change=deciding[0].role.path if deciding else f"bodies.{group.id}.seats",
        )
    asks = [Ask(place.role.path, say("Which role has the seat {seat}?", seat=place.seat.id)) for place in deciding]
    if not group.seats_complete:
        asks.append(all_seats_asked(group))
    because = say(
        "{n} seat of {body} states no role.", "{n} seats of {body} state no role.", n=len(deciding), body=group.name
    )
    return unknown(
        because,
        seats_closed(case, group),
        asks=asks,
        conflict=[claim for place in deciding for claim in place.role.conflict],
    )


@criterion(
    "6.5",
    question=say("Has every party that the model expects in the group a seat?"),
    source=say("the parties expected in the group by slide 11"),
    remedy=remedy(
        say("Offer seats to the parties missing."),
        Effort.MEDIUM,
        GROUP_CHAIR,
        "bodies.{group}.seats",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _expected, seat_expected),
    ),
)
def expected_are_seated(case: Case) -> Finding:
    """Judge whether an organisation or sector that answers to each expectation has a seat."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _expected)


def _expected(case: Case, group: Body) -> Finding:
    found = [(each, _is_seated(case, group, each)) for each in group.expects]
    outcome = every((result for _, result in found), closed=group.expects_complete)
    names = tuple(each.name for each, result in found if result is outcome)
    closed = case.listed(f"bodies.{group.id}.expects_complete", closed=group.expects_complete, source=group.source)
    source = next((each.source for each in group.expects if each.source), group.source)
    shown = [cite(f"bodies.{group.id}.expects", say("{list}", list=names), source)] if names else []
    if outcome is Outcome.MET:
        seats = (place.organisations for place in case.places(group))
        return met(say("Every expected party has a seat."), closed, *shown, *seats)
    if outcome is Outcome.NOT_MET and not names:
        because = say("The list of parties expected in {body} is complete and empty.", body=group.name)
        return not_met(because, closed, change=f"bodies.{group.id}.expects")
    if outcome is Outcome.NOT_MET:
        because = say("These expected parties have no seat: {parties}.", parties=names)
        sectors = case.sectors(group.represented)
        return not_met(because, *shown, seats_closed(case, group), *sectors, change=f"bodies.{group.id}.seats")
    return unknown(_because(names), closed, *shown, asks=_expected_asked(group))


def _because(names: tuple[Text, ...]) -> Message:
    if names:
        return say("It is not certain that these expected parties have a seat: {parties}.", parties=names)
    return say("Whom else the model expects in the group is not listed in full.")


def _expected_asked(group: Body) -> list[Ask]:
    question = say("Which organisations answer to the parties expected in {body}?", body=group.name)
    asks = [Ask(f"bodies.{group.id}.expects", question)]
    if not group.expects_complete:
        asks.append(Ask(f"bodies.{group.id}.expects_complete", say("Are all expected parties listed?")))
    return asks if group.seats_complete else [*asks, all_seats_asked(group)]


def _is_seated(case: Case, group: Body, expected: Expectation) -> Outcome:
    if not expected.organisations and not expected.sectors:
        return Outcome.UNKNOWN
    wholes = {case.collaboration.whole_of(name) for name in expected.organisations}
    sits = []
    for seat in group.seats:
        names = {case.collaboration.whole_of(name) for name in seat.organisations}
        of_them = truth(not wholes.isdisjoint(names) if names else None) if wholes else Outcome.NOT_MET
        of_sector = speaks_for(case.collaboration, seat, *expected.sectors) if expected.sectors else Outcome.NOT_MET
        sits.append(any_of([of_them, of_sector]))
    return some(sits, closed=group.seats_complete)


@criterion(
    "6.6",
    question=say("Do municipality, agencies, business and civil society all have a seat in the group?"),
    source=say("the four sectors of slide 23; which sector counts to which is our choice"),
    remedy=remedy(
        say("Add a seat for each party that is missing."),
        Effort.MEDIUM,
        GROUP_CHAIR,
        "bodies.{group}.seats",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, all_four, seat_missing_parties),
    ),
)
def group_has_all_four(case: Case) -> Finding:
    """Judge whether all four parties of the model have a seat in the group."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, all_four)


@criterion(
    "6.7",
    question=say("Has each main area a responsible seat?"),
    source=say("the three main areas of slide 11; that a seat answers for each is our choice"),
    remedy=remedy(
        say("Name a responsible seat for each main area."),
        Effort.LOW,
        GROUP_CHAIR,
        "bodies.{group}.seats.{seat}.areas",
        assign_areas,
    ),
)
def areas_have_seats(case: Case) -> Finding:
    """Judge whether each main area is assigned to a seat of some body at work."""
    areas = case.collaboration.areas
    if not areas:
        ask = Ask("areas", say("Which are the main areas of the work?"))
        return unknown(say("No source states the main areas."), asks=[ask])
    seats = [(area, place) for body in case.bodies for place in case.places(body) for area in place.seat.areas]
    assigned = {area for area, _ in seats}
    closed = case.listed("areas_assigned", closed=case.collaboration.areas_assigned)
    shown = [cite(f"{place.path}.areas", say("{area}", area=area), place.source) for area, place in seats]
    empty = tuple(area.text for area in areas if area.id not in assigned)
    if not empty:
        return met(say("Each of the {number} main areas has a responsible seat.", number=len(areas)), *shown)
    because = say(
        "{n} main area has no responsible seat: {areas}.",
        "{n} main areas have no responsible seat: {areas}.",
        n=len(empty),
        areas=empty,
    )
    if case.collaboration.areas_assigned:
        return not_met(because, closed, *shown, change="bodies")
    ask = Ask("areas_assigned", say("Which seats answer for the main areas?"))
    return unknown(say("No seat is known to answer for: {areas}.", areas=empty), closed, *shown, asks=[ask])


FACTOR = Factor(
    "6",
    Text("Samverkansgrupp som är beslutsmässig", "A collaboration group that is competent to decide (quorate)"),
    (
        quorum_is_attainable,
        quorum_is_mandated,
        group_meets_regularly,
        seats_have_roles,
        expected_are_seated,
        group_has_all_four,
        areas_have_seats,
        decisions_were_quorate,
    ),
)
