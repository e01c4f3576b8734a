"""Whether the bodies hang together (*hänger ihop*): the ties that are certain, and those that nothing rules out."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.checklist.finding import Evidence
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.reading import Reading, cite
from samverkan.model.facts import is_unknown, stated
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.checklist.case import Case
    from samverkan.model.bodies import Body


@frozen
class Tie:
    """How two bodies are tied: certainly (``MET``), certainly not, or for all that is known perhaps."""

    bodies: tuple[str, str]
    outcome: Outcome
    evidence: tuple[Evidence, ...] = ()


def ties(case: Case) -> tuple[Tie, ...]:
    """Judge every pair of bodies at work.

    Tied are bodies that share an organisation, units counting as their whole, or the holder of a seat; of which one
    reports to the other; or which the project lead attends both. A pair is certainly apart only if all four are ruled
    out: an open seat list, a seat without organisation, an unknown holder, report or attendance may each be the tie.
    """
    return tuple(_tie(case, first, second) for first, second in combinations(case.bodies, 2))


def _tie(case: Case, first: Body, second: Body) -> Tie:
    pair = (first.id, second.id)
    evidence = tuple(_certain(case, first, second))
    if evidence:
        return Tie(pair, Outcome.MET, evidence)
    return Tie(pair, Outcome.UNKNOWN if _possible(case, first, second) else Outcome.NOT_MET)


def _certain(case: Case, first: Body, second: Body) -> Iterator[Evidence]:
    theirs = {case.collaboration.whole_of(name) for name in second.represented}
    for place in case.places(first):
        if any(case.collaboration.whole_of(name) in theirs for name in place.seat.organisations):
            yield place.organisations
            yield from _counterparts(case, place.seat.organisations, second)
    holders = {stated(seat.holder) for seat in second.seats} - {None}
    for place in case.places(first):
        if stated(place.seat.holder) in holders:
            yield cite(f"{place.path}.holder", say("holds a seat in {body} too", body=second.name), place.source)
    for below, above in ((first, second), (second, first)):
        if stated(below.reports_to) == above.id:
            yield Reading(f"bodies.{below.id}.reports_to", below.reports_to, below.source).cited
    if _lead_is_at(case, first) and _lead_is_at(case, second):
        yield from (_lead_at(case, body) for body in (first, second))


def _counterparts(case: Case, names: Iterable[str], body: Body) -> Iterator[Evidence]:
    wholes = {case.collaboration.whole_of(name) for name in names}
    for place in case.places(body):
        if not wholes.isdisjoint(case.collaboration.whole_of(name) for name in place.seat.organisations):
            yield place.organisations


def _lead_at(case: Case, body: Body) -> Evidence:
    lead = case.collaboration.lead
    seat = next((place for place in case.places(body) if place.seat.project_lead), None)
    if seat is None:
        return Reading("lead.attends", lead.attends, lead.source).cited
    return cite(f"{seat.path}.project_lead", say("yes"), seat.source)


def _lead_is_at(case: Case, body: Body) -> bool:
    attends = stated(case.collaboration.lead.attends) or ()
    return body.id in attends or any(seat.project_lead for seat in body.seats)


def _possible(case: Case, first: Body, second: Body) -> bool:
    return (
        _may_share(first, second)
        or _may_report(first, second)
        or _may_report(second, first)
        or _lead_may_be_at_both(case, first, second)
    )


def _may_share(first: Body, second: Body) -> bool:
    """Say whether a seat may be the tie; where both lists are closed and one is empty, none can."""
    if any(body.seats_complete and not body.seats for body in (first, second)):
        return False
    if not (first.seats_complete and second.seats_complete):
        return True
    if any(not seat.organisations for body in (first, second) for seat in body.seats):
        return True
    unsure = [body for body in (first, second) if any(is_unknown(seat.holder) for seat in body.seats)]
    held = [body for body in (first, second) if any(stated(seat.holder) for seat in body.seats)]
    return bool(unsure) and all(body in unsure or body in held for body in (first, second))


def _may_report(below: Body, above: Body) -> bool:
    return is_unknown(below.reports_to) and below.id != above.id


def _lead_may_be_at_both(case: Case, first: Body, second: Body) -> bool:
    return all(_lead_is_at(case, body) or _lead_may_be_at(case, body) for body in (first, second))


def _lead_may_be_at(case: Case, body: Body) -> bool:
    return is_unknown(case.collaboration.lead.attends) or not body.seats_complete


def connected(case: Case, found: Iterable[Tie]) -> Outcome:
    """Judge whether every body can be reached from every other over ties; one body alone is tied to none."""
    names = [body.id for body in case.bodies]
    closed, links = case.collaboration.bodies_complete, list(found)
    if len(names) < 2:
        return Outcome.NOT_MET if closed else Outcome.UNKNOWN
    certain = [tie.bodies for tie in links if tie.outcome is Outcome.MET]
    possible = [tie.bodies for tie in links if tie.outcome is not Outcome.NOT_MET]
    if not closed:
        # A body that is not listed may stand apart, or be the tie that is missing.
        return Outcome.UNKNOWN
    if len(reached(names, certain)) == 1:
        return Outcome.MET
    return Outcome.UNKNOWN if len(reached(names, possible)) == 1 else Outcome.NOT_MET


def reached(names: Iterable[str], links: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Give the sets of bodies that hang together over the links."""
    parts = [{name} for name in names]
    for link in links:
        joined = [part for part in parts if not part.isdisjoint(link)]
        parts = [part for part in parts if part.isdisjoint(link)] + [set().union(*joined)]
    return parts
