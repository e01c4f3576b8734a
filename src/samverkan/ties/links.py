"""The ties of the network: who is tied to what, how, and which field of the file says so (*band*)."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.errors import Path, dotted
from samverkan.model.facts import stated
from samverkan.ties.nodes import NodeKind, node_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.model.activities import Activity, Event
    from samverkan.model.bodies import Body, Seat
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.facts import Fact


class TieKind(Enum):
    """How two nodes are tied; read as a sentence, subject first: a seat *represents* an organisation."""

    SEAT = "seat"
    REPRESENTS = "represents"
    HOLDS = "holds"
    ANSWERS_FOR = "answers-for"
    REPORTS_TO = "reports-to"
    PART_OF = "part-of"
    BELONGS_TO = "belongs-to"
    OWNS = "owns"
    INITIATES = "initiates"
    PARTY = "party"
    PARTNER = "partner"
    CO_FINANCES = "co-finances"
    ORGANISES = "organises"
    FUNDS = "funds"
    TAKES_PART = "takes-part"
    RUNS = "runs"
    SERVES = "serves"
    MEETS = "meets"
    SAME_AS = "same-as"


@frozen
class Tie:
    """One tie that a source states (*band*): two node ids, its kind, and the path of the field it is read from."""

    subject: str
    object: str
    kind: TieKind
    origin: str


def ties(collaboration: Collaboration) -> Iterator[Tie]:
    """Give every tie that the file states, in the order of the file; unknown and openly disputed ones make none."""
    for body in collaboration.bodies:
        yield from _of_body(body)
    yield from _of_organisations(collaboration)
    yield from _of_the_whole(collaboration)
    activities = {activity.id for activity in collaboration.activities}
    for place, activity in enumerate(collaboration.activities):
        yield from _of_activity(("activities", place), activity)
        yield from _same(("activities", place), activity, NodeKind.ACTIVITY, activities)
    for place, event in enumerate(collaboration.events):
        yield from _of_event(("events", place), event)
        yield from _same(("events", place), event, NodeKind.EVENT, activities)


def _tie(subject: str, kind: TieKind, object_: str, path: Path) -> Tie:
    return Tie(subject, object_, kind, dotted(path))


def _of_body(body: Body) -> Iterator[Tie]:
    here, path = node_id(NodeKind.BODY, body.id), ("bodies", body.id)
    above = stated(body.reports_to)
    if above is not None:
        yield _tie(here, TieKind.REPORTS_TO, node_id(NodeKind.BODY, above), (*path, "reports_to"))
    for seat in body.seats:
        place = node_id(NodeKind.SEAT, body.id, seat.id)
        yield _tie(here, TieKind.SEAT, place, (*path, "seats", seat.id))
        yield from _of_seat((*path, "seats", seat.id), place, seat)


def _of_seat(path: Path, place: str, seat: Seat) -> Iterator[Tie]:
    for number, name in enumerate(seat.organisations):
        node = node_id(NodeKind.ORGANISATION, name)
        yield _tie(place, TieKind.REPRESENTS, node, (*path, "organisations", number))
    for number, name in enumerate(seat.areas):
        yield _tie(place, TieKind.ANSWERS_FOR, node_id(NodeKind.AREA, name), (*path, "areas", number))
    key = stated(seat.holder)
    if key is not None:
        yield _tie(node_id(NodeKind.HOLDER, key), TieKind.HOLDS, place, (*path, "holder"))


def _of_organisations(collaboration: Collaboration) -> Iterator[Tie]:
    codes = {town.name: town.code for town in collaboration.municipalities}
    codes |= {town.code: town.code for town in collaboration.municipalities}
    for organisation in collaboration.organisations:
        node, path = node_id(NodeKind.ORGANISATION, organisation.id), ("organisations", organisation.id)
        if organisation.part_of is not None:
            whole = node_id(NodeKind.ORGANISATION, organisation.part_of)
            yield _tie(node, TieKind.PART_OF, whole, (*path, "part_of"))
        code = codes.get(stated(organisation.municipality) or "")
        if code is not None:
            yield _tie(node, TieKind.BELONGS_TO, node_id(NodeKind.MUNICIPALITY, code), (*path, "municipality"))


def _of_the_whole(collaboration: Collaboration) -> Iterator[Tie]:
    stating: list[tuple[TieKind, Path, Fact[str]]] = [
        (TieKind.OWNS, ("identity", "owner"), collaboration.identity.owner),
        (TieKind.INITIATES, ("initiative", "by"), collaboration.initiative.by),
    ]
    for kind, name in _LISTS.items():
        lines = enumerate(getattr(collaboration, name))
        stating += [(kind, (name, place, "organisation"), line.organisation) for place, line in lines]
    whole = node_id(NodeKind.COLLABORATION, collaboration.id)
    for kind, path, fact in stating:
        who = stated(fact)
        if who is not None:
            yield _tie(node_id(NodeKind.ORGANISATION, who), kind, whole, path)


_LISTS = {TieKind.PARTY: "parties", TieKind.PARTNER: "partners", TieKind.CO_FINANCES: "cofinanciers"}


def _of_activity(path: Path, activity: Activity) -> Iterator[Tie]:
    node = node_id(NodeKind.ACTIVITY, activity.id)
    yield from _by(node, TieKind.ORGANISES, NodeKind.ORGANISATION, activity.organisers, (*path, "organisers"))
    yield from _by(node, TieKind.FUNDS, NodeKind.ORGANISATION, activity.funders, (*path, "funders"))
    yield from _by(node, TieKind.TAKES_PART, NodeKind.ORGANISATION, activity.participants, (*path, "participants"))
    if activity.body is not None:
        yield _tie(node_id(NodeKind.BODY, activity.body), TieKind.RUNS, node, (*path, "body"))
    if activity.area is not None:
        yield _tie(node, TieKind.SERVES, node_id(NodeKind.AREA, activity.area), (*path, "area"))


def _of_event(path: Path, event: Event) -> Iterator[Tie]:
    node = node_id(NodeKind.EVENT, event.id)
    yield from _by(node, TieKind.ORGANISES, NodeKind.ORGANISATION, event.organisers, (*path, "organisers"))
    yield from _by(node, TieKind.MEETS, NodeKind.BODY, event.bodies, (*path, "bodies"))


def _by(node: str, kind: TieKind, of: NodeKind, names: Iterable[str], path: Path) -> Iterator[Tie]:
    for place, name in enumerate(names):
        yield _tie(node_id(of, name), kind, node, (*path, place))


def _same(path: Path, item: Activity | Event, kind: NodeKind, activities: set[str]) -> Iterator[Tie]:
    if item.same_as is not None:
        other = NodeKind.ACTIVITY if item.same_as in activities else NodeKind.EVENT
        yield _tie(node_id(kind, item.id), TieKind.SAME_AS, node_id(other, item.same_as), (*path, "same_as"))
