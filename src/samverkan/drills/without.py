"""A collaboration without one of those who carry it (*vakans*): everything that refers to them follows."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, assert_never

import attrs
from attrs import evolve, frozen

from samverkan.checklist.competence.rule import quorum_of
from samverkan.model.bodies import Expectation
from samverkan.model.facts import UNKNOWN, Absent, Disputed, Fact, stated
from samverkan.model.funding import Line
from samverkan.model.lead import Initiative, ProjectLead
from samverkan.model.organisations import Organisation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from samverkan.model.bodies import Body, Seat
    from samverkan.model.collaboration import Collaboration

_STAYING = (Expectation, Initiative, Organisation)
"""What stays true of one who is gone: that a source expects it, that it took the initiative, what it is."""

VACANT = Absent("vakant")
"""What a fact becomes that named the one who is gone."""


class LossKind(Enum):
    """What is lost: a seat, a person with several seats, the project lead, a role without a seat, an organisation."""

    SEAT = "seat"
    HOLDER = "holder"
    LEAD = "lead"
    ROLE = "role"
    ORGANISATION = "organisation"


@frozen
class Loss:
    """One role or organisation that is thought away (*bortfall*); ``id`` is that of a seat with its body's before it.

    The lead has the id of its collaboration, a person the opaque holder key.
    """

    kind: LossKind
    id: str


def losses(collaboration: Collaboration) -> Iterator[Loss]:
    """Give everything that can be lost, in the order of the file: persons are listed apart where they hold two seats.

    The lead is listed where anything is known of one. A unit is lost alone, a whole together with its units.
    """
    held: dict[str, int] = {}
    for body, seat in _seats(collaboration):
        yield Loss(LossKind.SEAT, f"{body.id}/{seat.id}")
        key = stated(seat.holder)
        if key is not None:
            held[key] = held.get(key, 0) + 1
    yield from (Loss(LossKind.HOLDER, key) for key, count in held.items() if count > 1)
    if collaboration.lead != ProjectLead() or any(seat.project_lead for _, seat in _seats(collaboration)):
        yield Loss(LossKind.LEAD, collaboration.id)
    yield from (Loss(LossKind.ROLE, role.id) for role in collaboration.roles)
    yield from (Loss(LossKind.ORGANISATION, organisation.id) for organisation in collaboration.organisations)


def without(collaboration: Collaboration, loss: Loss) -> Collaboration:
    """Give the collaboration as it is when a loss has happened; what is not in the file changes nothing.

    A seat that is lost leaves its list, and a chair or secretary who sat there is declared vacant. An organisation
    leaves its seats (one that represents nobody else is lost), its activities and events, the lists of parties, and the
    office of owner or employer; it stays listed, as do its name where a source expects it and the initiative that it
    once took. The lead leaves the seats marked as the lead's. A quorum that the seats left can never reach is unknown,
    since no collaboration can hold it, and so is who was there at a meeting where a lost seat was.
    """
    match loss.kind:
        case LossKind.SEAT:
            gone = {loss.id}
            return _without_seats(collaboration, lambda body, seat: f"{body.id}/{seat.id}" in gone)
        case LossKind.HOLDER:
            return _without_seats(collaboration, lambda _, seat: stated(seat.holder) == loss.id)
        case LossKind.LEAD:
            if loss.id != collaboration.id:
                return collaboration
            left = _without_seats(collaboration, lambda _, seat: seat.project_lead)
            lead = ProjectLead(VACANT, VACANT, VACANT, VACANT, VACANT, VACANT, collaboration.lead.source)
            return evolve(left, lead=lead)
        case LossKind.ROLE:
            return evolve(collaboration, roles=tuple(role for role in collaboration.roles if role.id != loss.id))
        case LossKind.ORGANISATION:
            return _without_organisations(collaboration, _with_units(collaboration, loss.id))
        case _:
            assert_never(loss.kind)


def _seats(collaboration: Collaboration) -> Iterator[tuple[Body, Seat]]:
    for body in collaboration.bodies:
        yield from ((body, seat) for seat in body.seats)


def _with_units(collaboration: Collaboration, id_: str) -> frozenset[str]:
    names = {id_}
    while more := {each.id for each in collaboration.organisations if each.part_of in names} - names:
        names |= more
    return frozenset(names)


def _without_seats(collaboration: Collaboration, lost: Callable[[Body, Seat], bool]) -> Collaboration:
    gone = {body.id: {seat.id for seat in body.seats if lost(body, seat)} for body in collaboration.bodies}
    if not any(gone.values()):
        return collaboration
    held = [
        each
        if gone[each.body].isdisjoint(each.present)
        else evolve(each, present=_kept(each.present, gone[each.body]), attendance_complete=False)
        for each in collaboration.held
    ]
    bodies = [_emptied(body, gone[body.id]) if gone[body.id] else body for body in collaboration.bodies]
    return evolve(collaboration, bodies=tuple(bodies), held=tuple(held))


def _emptied(body: Body, gone: Collection[str]) -> Body:
    left = evolve(
        body,
        seats=[seat for seat in body.seats if seat.id not in gone],
        quorum=UNKNOWN,
        chair=_unless(body.chair, gone),
        secretary=_unless(body.secretary, gone),
    )
    rule = quorum_of(body).value
    reachable = rule is None or rule.needed(len(left.voting)) <= len(left.voting)
    return evolve(left, quorum=body.quorum) if reachable else left


def _without_organisations(collaboration: Collaboration, gone: Collection[str]) -> Collaboration:
    def unseated(_: Body, seat: Seat) -> bool:
        return bool(seat.organisations) and not _kept(seat.organisations, gone)

    left: Collaboration = _cut(_without_seats(collaboration, unseated), gone)
    return left


def _cut(item: Any, gone: Collection[str]) -> Any:  # noqa: ANN401  # any noun
    """Take organisations out of whatever refers to them; nothing is left of what cannot be without them."""
    if isinstance(item, _STAYING) or not attrs.has(type(item)):
        return item
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(item)):
        old = new = getattr(item, attribute.name)
        if attribute.metadata.get("refers") == "organisations":
            new = _kept(old, gone) if isinstance(old, tuple) else _unless(old, gone)
            if new is VACANT and (isinstance(item, Line) or attribute.default is attrs.NOTHING):
                return None
        elif isinstance(old, tuple):
            new = tuple(cut for each in old if (cut := _cut(each, gone)) is not None)
        else:
            new = _cut(old, gone)
        if new != old:
            changes[attribute.alias or attribute.name] = new
    return evolve(item, **changes) if changes else item


def _kept(names: Collection[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in gone)


def _unless(fact: Fact[str], gone: Collection[str]) -> Fact[str]:
    """Declare a fact vacant that names one who is gone; of a dispute the claims that name others stay."""
    if not isinstance(fact, Disputed):
        return VACANT if fact in gone else fact
    left = [claim for claim in fact.claims if claim.value not in gone]
    if len(left) == len(fact.claims):
        return fact
    values = {claim.value for claim in left}
    return Disputed(left) if len(values) > 1 else next(iter(values), VACANT)
