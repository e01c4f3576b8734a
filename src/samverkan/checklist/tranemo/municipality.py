"""Factor 1: the municipalities drive the process (*Kommunerna driver processen*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.bodies import all_seats_asked, of_each, seats_closed
from samverkan.checklist.criterion import Aspect, Effort, criterion
from samverkan.checklist.factor import Factor
from samverkan.checklist.finding import Ask, Finding, every_of, met, not_met, one_of, unknown
from samverkan.checklist.interval import counted
from samverkan.checklist.outcome import Outcome, all_of, some, truth
from samverkan.checklist.reading import Reading, cite
from samverkan.checklist.seats import Place, belongs, sector_asks, speaks_for
from samverkan.checklist.tranemo.common import CHIEF_EXECUTIVE, EXECUTIVE_BOARD, GROUP_CHAIR, model, remedy
from samverkan.checklist.tranemo.mending.recording import decide_in_politics
from samverkan.checklist.tranemo.mending.seating import balance_municipal_seats, seat_top_manager
from samverkan.checklist.tranemo.mending.stating import let_a_municipality_initiate, let_a_municipality_own
from samverkan.checklist.tranemo.mending.tables import in_each
from samverkan.model.bodies import Body, BodyKind, Rank
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.organisations import Sector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import AnyOf, Evidence
    from samverkan.model.message import Value
    from samverkan.model.records import Decision


@criterion(
    "1.1",
    core=True,
    question=say("Did a municipality take the initiative?"),
    source=model(1),
    remedy=remedy(
        say("Record who took the initiative, and let the municipality take it over by a decision."),
        Effort.MEDIUM,
        CHIEF_EXECUTIVE,
        "initiative.by",
        let_a_municipality_initiate,
    ),
)
def initiated_by_a_municipality(case: Case) -> Finding:
    """Judge the sector of the initiator; a municipal federation is not a municipality."""
    initiative = case.collaboration.initiative
    by = case.read("initiative.by", initiative.by, initiative.source)
    if by.denied:
        return not_met(say("It is declared that nobody took the initiative."), by.cited, change=by.path)
    if by.value is None:
        return by.undecided(
            say("No source says who took the initiative."), say("Which organisation took the initiative?")
        )
    return _of_a_municipality(case, by, by.value, outcome=_sector(case, by.value))


def _sector(case: Case, name: str) -> Outcome:
    organisation = case.collaboration.organisation(name)
    return Outcome.UNKNOWN if organisation is None else belongs(organisation, {Sector.MUNICIPALITY})


def _of_a_municipality(case: Case, who: Reading[str], name: str, *, outcome: Outcome) -> Finding:
    evidence = (who.cited, case.sector(name))
    if outcome is Outcome.MET:
        return met(say("It is “{name}”, which is municipal.", name=name), *evidence)
    if outcome is Outcome.NOT_MET:
        return not_met(say("It is “{name}”, which is not municipal.", name=name), *evidence, change=who.path)
    path = f"organisations.{name}.sector"
    organisation = case.collaboration.organisation(name)
    sector = Reading(path, organisation.sector, organisation.source) if organisation else None
    because = say("It is “{name}”, whose sector is unknown.", name=name)
    asks = [Ask(path, say("To which sector does “{name}” belong?", name=name))]
    return unknown(because, *evidence, asks=asks, conflict=sector.conflict if sector else ())


@criterion(
    "1.2",
    core=True,
    question=say("Does a top manager of a municipality have a seat in the collaboration group?"),
    source=model(1),
    remedy=remedy(
        say("Give the municipality’s chief executive a seat in the collaboration group."),
        Effort.MEDIUM,
        CHIEF_EXECUTIVE,
        "bodies.{group}.seats",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _top_manager, seat_top_manager),
    ),
)
def top_manager_in_the_group(case: Case) -> Finding:
    """Judge whether some seat is both municipal and of executive rank."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _top_manager)


def _top_manager(case: Case, group: Body) -> Finding:
    places = case.places(group)
    found = [(place, _is_top_manager(case, place)) for place in places]
    outcome = some((result for _, result in found), closed=group.seats_complete)
    closed = seats_closed(case, group)
    if outcome is Outcome.MET:
        place = next(place for place, result in found if result is Outcome.MET)
        sectors = (case.sector(name) for name in place.seat.organisations)
        because = say("The seat {seat} is municipal and of executive rank.", seat=place.seat.id)
        return met(because, place.rank.cited, place.organisations, *sectors)
    if outcome is Outcome.NOT_MET:
        because = say("No seat of {body} is municipal and of executive rank.", body=group.name)
        return not_met(because, closed, *(place.rank.cited for place in places), change=f"bodies.{group.id}.seats")
    maybe = [place for place, result in found if result is Outcome.UNKNOWN]
    further = [] if group.seats_complete else [all_seats_asked(group)]
    asks = [*(ask for place in maybe for ask in _who(case, place)), *further]
    good = one_of([*(every_of(_parts(case, place, one_of)) for place in maybe), *further])
    bad = every_of([*(one_of(_parts(case, place, every_of)) for place in maybe), *further])
    because = say("No seat of {body} is known to be municipal and of executive rank.", body=group.name)
    conflict = [each for place in maybe for each in place.rank.conflict]
    shown = (place.organisations for place in maybe)
    return unknown(because, *shown, asks=asks, conflict=conflict, good=good, bad=bad)


def _is_top_manager(case: Case, place: Place) -> Outcome:
    rank = place.rank
    executive = truth(None if rank.silent else rank.value is Rank.EXECUTIVE)
    return all_of([speaks_for(case.collaboration, place.seat, Sector.MUNICIPALITY), executive])


def _who(case: Case, place: Place) -> list[Ask]:
    return [*sector_asks(case.collaboration, place, Sector.MUNICIPALITY), *_rank_asked(place)]


def _rank_asked(place: Place) -> list[Ask]:
    question = say("How high does the seat {seat} stand in its organisation?", seat=place.seat.id)
    return [Ask(place.rank.path, question)] if place.rank.silent else []


def _parts(case: Case, place: Place, put: Callable[[Iterable[Ask]], AnyOf]) -> list[Ask | AnyOf]:
    """Give what tells whether a seat is municipal, put together as told, and what tells its rank."""
    sectors = sector_asks(case.collaboration, place, Sector.MUNICIPALITY)
    return [*([put(sectors)] if sectors else []), *_rank_asked(place)]


@criterion(
    "1.3",
    question=say("Is the owner of the setup a municipality or a unit of one?"),
    source=model(1),
    remedy=remedy(
        say("State the owning unit in the setup."),
        Effort.LOW,
        CHIEF_EXECUTIVE,
        "identity.owner",
        let_a_municipality_own,
    ),
)
def owned_by_a_municipality(case: Case) -> Finding:
    """Judge the sector of the owner, or of the organisation that it is part of."""
    identity = case.collaboration.identity
    owner = case.read("identity.owner", identity.owner, identity.source)
    if owner.denied:
        return not_met(say("The source declares the owner missing."), owner.cited, change=owner.path)
    if owner.value is None:
        return owner.undecided(say("No source says who owns the setup."), say("Which organisation owns the setup?"))
    name, whole = owner.value, case.collaboration.whole_of(owner.value)
    if whole != name and _sector(case, whole) is Outcome.MET:
        because = say("It is “{name}”, a unit of the municipality “{whole}”.", name=name, whole=whole)
        part = cite(f"organisations.{name}.part_of", say("{value}", value=whole), owner.source)
        return met(because, owner.cited, part, case.sector(whole))
    own = _sector(case, name)
    maybe = own is not Outcome.MET and whole != name and _sector(case, whole) is Outcome.UNKNOWN
    return _of_a_municipality(case, owner, whole if maybe else name, outcome=Outcome.UNKNOWN if maybe else own)


@criterion(
    "1.4",
    question=say("Is the municipality present in the group without being nearly alone there?"),
    source=model(1),
    parameters=("max_municipal_share",),
    remedy=remedy(
        say("Offer seats to the organisations now missing, or let the municipality take a seat."),
        Effort.HIGH,
        GROUP_CHAIR,
        "bodies.{group}.seats",
        lambda case: in_each(case, BodyKind.COLLABORATION_GROUP, _share_of_seats, balance_municipal_seats),
    ),
)
def present_but_not_alone(case: Case) -> Finding:
    """Judge the share of seats that speak for a municipality: above nothing, and at most ``max_municipal_share``."""
    return of_each(case, BodyKind.COLLABORATION_GROUP, _share_of_seats)


def _share_of_seats(case: Case, group: Body) -> Finding:
    places, most = case.places(group), case.parameters.max_municipal_share
    outcomes = [speaks_for(case.collaboration, place.seat, Sector.MUNICIPALITY) for place in places]
    closed = seats_closed(case, group)
    if not group.seats_complete:
        ask = all_seats_asked(group)
        return unknown(say("The list of seats of {body} may be incomplete.", body=group.name), closed, asks=[ask])
    number = counted(outcomes)
    possible = range(int(number.low), int(number.high or 0) + 1)
    fits = {0 < count <= most * len(places) for count in possible}
    facts: dict[str, Value] = {"municipal": str(number), "seats": len(places), "share": str(most)}
    evidence = (closed, *_sectors_of(case, places))
    if fits == {True}:
        return met(say("{municipal} of {seats} seats are municipal; at most {share} may be.", None, **facts), *evidence)
    if fits == {False}:
        because = say(
            "{municipal} of {seats} seats are municipal; some must be, and at most {share} may be.", None, **facts
        )
        return not_met(because, *evidence, change=f"bodies.{group.id}.seats")
    unsure = [place for place, result in zip(places, outcomes, strict=True) if result is Outcome.UNKNOWN]
    asks = [ask for place in unsure for ask in sector_asks(case.collaboration, place)]
    return unknown(say("{municipal} of {seats} seats are municipal.", None, **facts), *evidence, asks=asks)


def _sectors_of(case: Case, places: tuple[Place, ...]) -> list[Evidence]:
    return [case.sector(name) for place in places for name in place.seat.organisations]


@criterion(
    "1.5",
    level=Aspect.CONDUCT,
    question=say("Has a political body of the municipality decided, on a known day, to run the process?"),
    source=model(1),
    remedy=remedy(
        say("Have the municipal executive board decide on the mandate, and record the date."),
        Effort.MEDIUM,
        EXECUTIVE_BOARD,
        "decisions",
        decide_in_politics,
    ),
)
def decided_by_the_municipality(case: Case) -> Finding:
    """Judge whether some decision that gives the process its mandate is dated and was taken by a political body."""
    log = case.collaboration.decisions
    found = [(decision, _decides(case, decision)) for decision in log]
    closed = case.listed("decisions_complete", closed=case.collaboration.decisions_complete)
    outcome = some((result for _, result in found), closed=case.collaboration.decisions_complete)
    if outcome is Outcome.MET:
        decision = next(decision for decision, result in found if result is Outcome.MET)
        date = case.read(f"decisions.{decision.id}.date", decision.date, decision.source)
        body = case.read(f"decisions.{decision.id}.body", decision.body, decision.source)
        return met(say("The decision “{about}” gives the mandate.", about=decision.about), date.cited, body.cited)
    if outcome is Outcome.NOT_MET:
        because = say("The log of decisions is complete and holds no dated mandate from a political body.")
        return not_met(because, closed, change="decisions")
    asks = [Ask("decisions", say("Has the municipality decided to run the process, and when?"))]
    return unknown(say("No dated mandate from a political body is recorded."), closed, asks=asks)


def _decides(case: Case, decision: Decision) -> Outcome:
    if not decision.mandate:
        return Outcome.NOT_MET
    date = case.read(f"decisions.{decision.id}.date", decision.date, decision.source)
    body = case.read(f"decisions.{decision.id}.body", decision.body, decision.source)
    found = case.collaboration.body(body.value) if body.value else None
    political = truth(None if body.silent else found is not None and found.kind is BodyKind.POLITICAL_BODY)
    return all_of([political, truth(None if date.silent else date.value is not None)])


FACTOR = Factor(
    "1",
    Text("Kommunerna driver processen", "The municipalities drive the process"),
    (
        initiated_by_a_municipality,
        top_manager_in_the_group,
        owned_by_a_municipality,
        present_but_not_alone,
        decided_by_the_municipality,
    ),
)
