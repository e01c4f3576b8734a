"""Factor 8: participation in politics and administration (*Skapa delaktighet i politik och förvaltning*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.checklist.bodies import all_seats_asked, of_each, seats_closed
from samverkan.checklist.criterion import Effort, criterion
from samverkan.checklist.factor import Factor
from samverkan.checklist.finding import AnyOf, Ask, Finding, every_of, met, not_met, one_of, unknown
from samverkan.checklist.interval import Interval, compare
from samverkan.checklist.outcome import Outcome, all_of, some
from samverkan.checklist.reading import cite
from samverkan.checklist.seats import speaks_for
from samverkan.checklist.terms import no_horizon
from samverkan.checklist.tranemo.common import (
    CHIEF_EXECUTIVE,
    model,
    remedy,
)
from samverkan.checklist.tranemo.mending.meeting import address_the_administration
from samverkan.checklist.tranemo.mending.seating import seat_sections
from samverkan.checklist.tranemo.mending.tables import in_each
from samverkan.checklist.tranemo.politics import (
    on_the_political_agenda,
    politician_has_a_seat,
    politics_has_decided,
    politics_in_the_group,
    results_return_to_politics,
)
from samverkan.model.activities import Audience
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.goals import Operator
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.organisations import Sector

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Evidence
    from samverkan.checklist.occasions import Occasion
    from samverkan.checklist.seats import Place


@criterion(
    "8.3",
    core=True,
    question=say("Have at least two sections of the administration a seat in the group?"),
    source=model(8),
    remedy=remedy(
        say("Add a seat from another section."),
        Effort.MEDIUM,
        CHIEF_EXECUTIVE,
        "bodies.{group}.seats.{seat}.section",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _sections, seat_sections),
    ),
)
def sections_are_seated(case: Case) -> Finding:
    """Judge the number of distinct sections among the seats that speak for a municipality."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _sections)


def _sections(case: Case, group: Body) -> Finding:
    municipal = [
        (place, speaks_for(case.collaboration, place.seat, Sector.MUNICIPALITY)) for place in case.places(group)
    ]
    possible = [(place, result) for place, result in municipal if result is not Outcome.NOT_MET]
    named = [(place, place.section.value, result) for place, result in possible if place.section.value is not None]
    silent = [place for place, _ in possible if place.section.silent]
    sure = {section.sv.casefold() for _, section, result in named if result is Outcome.MET}
    perhaps = {section.sv.casefold() for _, section, _ in named}
    most = len(perhaps) + len(silent) if group.seats_complete else None
    outcome = compare(Interval(len(sure), most), Operator.AT_LEAST, 2)
    shown = _cited(case, (place for place, _, _ in named))
    closed = seats_closed(case, group)
    if outcome is Outcome.MET:
        certain = [(place, section) for place, section, result in named if result is Outcome.MET]
        sections = tuple({section.sv.casefold(): section for _, section in certain}.values())
        shown = _cited(case, (place for place, _ in certain))
        return met(say("These sections have a seat: {sections}.", sections=sections), *shown)
    if outcome is Outcome.NOT_MET:
        because = say("Fewer than two sections of the administration have a seat in {body}.", body=group.name)
        others = case.sectors(group.represented)
        return not_met(because, closed, *shown, *others, change=f"bodies.{group.id}.seats")
    because = say(
        "{n} section is known to have a seat in {body}.",
        "{n} sections are known to have a seat in {body}.",
        n=len(sure),
        body=group.name,
    )
    conflict = [claim for place in silent for claim in place.section.conflict]
    further = [] if group.seats_complete else [all_seats_asked(group)]
    parts = [each for each in _parts(possible) if each.section not in sure]
    good = one_of([*further, AnyOf(2 - len(sure), (each.good for each in parts))])
    bad = every_of([*further, AnyOf(len(parts) + len(sure) - 1, (each.bad for each in parts))])
    asks = [*(ask for each in parts for ask in each.good.asks), *further]
    return unknown(because, closed, *shown, asks=asks, conflict=conflict, good=good, bad=bad)


def _cited(case: Case, places: Iterable[Place]) -> list[Evidence]:
    """Cite the sections of seats, whom they speak for, and that these are municipal."""
    found = list(places)
    shown = [each for place in found for each in (place.section.cited, place.organisations)]
    return [*shown, *case.sectors(name for place in found for name in place.seat.organisations)]


@frozen
class _Part:
    """What may turn out to be one more section: a named one whose seats may be municipal, or a seat that names none."""

    section: str | None
    good: AnyOf
    bad: AnyOf


def _parts(possible: Sequence[tuple[Place, Outcome]]) -> Iterator[_Part]:
    named: dict[str, list[Ask]] = {}
    for place, result in possible:
        asks = [] if result is Outcome.MET else [_municipal_asked(place)]
        if place.section.value is not None:
            named.setdefault(place.section.value.sv.casefold(), []).extend(asks)
        elif place.section.silent:
            question = say("For which section is the seat {seat}?", seat=place.seat.id)
            both = [Ask(place.section.path, question), *asks]
            yield _Part(None, every_of(both), one_of(both))
    for section, asks in named.items():
        yield _Part(section, one_of(asks), every_of(asks))


def _municipal_asked(place: Place) -> Ask:
    return Ask(place.organisations.field, say("Is the seat {seat} municipal?", seat=place.seat.id))


@criterion(
    "8.4",
    question=say("Does an event in the horizon address the wider administration?"),
    source=model(8),
    remedy=remedy(say("Hold an officials’ day."), Effort.MEDIUM, CHIEF_EXECUTIVE, "events", address_the_administration),
)
def administration_is_addressed(case: Case) -> Finding:
    """Judge whether an event or activity for the administration certainly lies in the horizon."""
    if case.horizon is None:
        return no_horizon(case)
    first, last = case.horizon
    found = [(each, all_of([_addresses(each), each.falls_in(first, last)])) for each in case.occasions]
    outcome = some((result for _, result in found), closed=case.collaboration.plan_complete)
    if outcome is Outcome.MET:
        shown = next(each.cited for each, result in found if result is Outcome.MET)
        audience = cite(
            f"{shown.field.removesuffix('.when')}.audience",
            say("{audience}", audience=Audience.ADMINISTRATION),
            shown.source,
        )
        return met(say("An event in the horizon is for the administration."), shown, audience)
    closed = case.listed("plan_complete", closed=case.collaboration.plan_complete)
    if outcome is Outcome.NOT_MET:
        return not_met(say("The plan is complete and has no event for the administration."), closed, change="events")
    ask = Ask("events", say("Which event is for officials or all employees?"))
    return unknown(say("No event in the horizon is known to be for the administration."), closed, asks=[ask])


def _addresses(occasion: Occasion) -> Outcome:
    if Audience.ADMINISTRATION in occasion.audience:
        return Outcome.MET
    return Outcome.NOT_MET if occasion.private or not occasion.planned else Outcome.UNKNOWN


FACTOR = Factor(
    "8",
    Text("Skapa delaktighet i politik och förvaltning", "Create participation in politics and administration"),
    (
        politician_has_a_seat,
        on_the_political_agenda,
        sections_are_seated,
        administration_is_addressed,
        politics_in_the_group,
        politics_has_decided,
        results_return_to_politics,
    ),
)
