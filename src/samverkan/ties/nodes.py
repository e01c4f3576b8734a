"""The nodes of the network: what is tied, each with the plain facts that are known of it (*noder*)."""

from __future__ import annotations

from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from samverkan.model.facts import Absent, Fact, stated
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.bodies import Body, Seat
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.organisations import Organisation


class NodeKind(Enum):
    """What a node stands for; the value begins the node's id, as in ``body:samverkansgrupp``."""

    COLLABORATION = "collaboration"
    MUNICIPALITY = "municipality"
    AREA = "area"
    ORGANISATION = "organisation"
    BODY = "body"
    SEAT = "seat"
    HOLDER = "holder"
    ACTIVITY = "activity"
    EVENT = "event"


Attributes: TypeAlias = dict[str, str | bool]
"""What is known of a node or a tie, in values that every graph format can write."""


def node_id(kind: NodeKind, *names: str) -> str:
    """Write the id of a node; a seat has its body's id before its own.

    >>> node_id(NodeKind.SEAT, "samverkansgrupp", "sg-01")
    'seat:samverkansgrupp/sg-01'
    """
    return f"{kind.value}:{'/'.join(names)}"


def nodes(collaboration: Collaboration) -> Iterator[tuple[str, Attributes]]:
    """Give every node of the collaboration once, with its attributes, kind by kind and in the order of the file."""
    yield _node(NodeKind.COLLABORATION, collaboration.id, name=collaboration.name)
    for town in collaboration.municipalities:
        yield _node(NodeKind.MUNICIPALITY, town.code, name=town.name)
    for area in collaboration.areas:
        yield _node(NodeKind.AREA, area.id, name=area.text)
    for organisation in collaboration.organisations:
        yield _organisation(organisation)
    for body in collaboration.bodies:
        yield _body(body)
        yield from (_seat(body, seat) for seat in body.seats)
    yield from (_node(NodeKind.HOLDER, key) for key in holders(collaboration))
    for activity in collaboration.activities:
        yield _node(NodeKind.ACTIVITY, activity.id, name=activity.name, joint=activity.joint)
    for event in collaboration.events:
        yield _node(NodeKind.EVENT, event.id, name=event.name, cancelled=event.cancelled)


def holders(collaboration: Collaboration) -> tuple[str, ...]:
    """Give the opaque keys that hold a seat, each once, in the order of the seats."""
    seats = chain.from_iterable(body.seats for body in collaboration.bodies)
    return tuple(dict.fromkeys(key for seat in seats if (key := stated(seat.holder)) is not None))


def _node(kind: NodeKind, *names: str, **facts: Fact[object]) -> tuple[str, Attributes]:
    told: Attributes = {"kind": kind.value}
    for name, fact in facts.items():
        told.update(_told(name, fact))
    return node_id(kind, *names), told


def _told(name: str, fact: Fact[object]) -> Attributes:
    if isinstance(fact, Absent):
        return {f"{name}_absent": True}
    match stated(fact):
        case Text(sv, None):
            return {name: sv}
        case Text(sv, str(en)):
            return {name: sv, f"{name}_en": en}
        case Enum(value=str(value)) | (str(value) | bool(value)):
            return {name: value}
        case _:
            return {}


def _organisation(organisation: Organisation) -> tuple[str, Attributes]:
    return _node(
        NodeKind.ORGANISATION,
        organisation.id,
        name=organisation.name,
        sector=organisation.sector,
        municipality=organisation.municipality,
    )


def _body(body: Body) -> tuple[str, Attributes]:
    independent = body.reports_to if isinstance(body.reports_to, Absent) else None
    return _node(
        NodeKind.BODY,
        body.id,
        name=body.name,
        body_kind=body.kind,
        status=body.status,
        seats_complete=body.seats_complete,
        reports_to=independent,
    )


def _seat(body: Body, seat: Seat) -> tuple[str, Attributes]:
    mandate = stated(seat.mandate)
    return _node(
        NodeKind.SEAT,
        body.id,
        seat.id,
        role=seat.role,
        rank=seat.rank,
        political=seat.political,
        section=seat.section,
        mandate=True if mandate is not None else seat.mandate,
        voting=seat.voting,
        project_lead=seat.project_lead,
        holder=seat.holder if seat.vacant else None,
    )
