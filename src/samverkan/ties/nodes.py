"""The nodes of the network: what is tied, each with the plain facts that are known of it (*noder*)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from enum import Enum
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from samverkan.errors import Path
from samverkan.model.facts import Absent, Fact, stated
from samverkan.model.lead import ProjectLead
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
    TARGET_GROUP = "target-group"
    ORGANISATION = "organisation"
    AGREEMENT = "agreement"
    BODY = "body"
    SEAT = "seat"
    HOLDER = "holder"
    LEAD = "lead"
    ROLE = "role"
    SERIES = "series"
    EVENT = "event"
    MEETING = "meeting"
    ACTIVITY = "activity"


Attributes: TypeAlias = dict[str, str | bool | int | float]
"""What is known of a node or a tie, in values that every graph format can write."""


@frozen
class Node:
    """One node (*nod*): its id, what is known of it, and the path of what it stands for; a holder has no path."""

    id: str
    attributes: Attributes
    path: Path


def node_id(kind: NodeKind, *names: str) -> str:
    """Write the id of a node; a seat has its body's id before its own.

    >>> node_id(NodeKind.SEAT, "samverkansgrupp", "sg-01")
    'seat:samverkansgrupp/sg-01'
    """
    return f"{kind.value}:{'/'.join(names)}"


def nodes(collaboration: Collaboration) -> Iterator[Node]:
    """Give every node of the collaboration once, kind by kind and in the order of the file."""
    yield _whole(collaboration)
    for town in collaboration.municipalities:
        yield _node(NodeKind.MUNICIPALITY, ("municipalities", town.code), town.code, name=town.name)
    for area in collaboration.areas:
        yield _node(NodeKind.AREA, ("areas", area.id), area.id, name=area.text)
    for group in collaboration.target_groups:
        yield _node(NodeKind.TARGET_GROUP, ("target_groups", group.id), group.id, name=group.name)
    for organisation in collaboration.organisations:
        yield _organisation(organisation)
    for body in collaboration.bodies:
        yield _body(body)
        yield from (_seat(body, seat) for seat in body.seats)
    yield from (_node(NodeKind.HOLDER, (), key) for key in holders(collaboration))
    yield from _lead(collaboration)
    for role in collaboration.roles:
        yield _node(NodeKind.ROLE, ("roles", role.id), role.id, name=role.name, count=role.count)
    yield from _in_time(collaboration)


def _in_time(collaboration: Collaboration) -> Iterator[Node]:
    for place, deal in enumerate(collaboration.agreements):
        days = {"from": deal.from_, "until": deal.until}
        yield _node(NodeKind.AGREEMENT, ("agreements", place), deal.id, name=deal.about, **days)
    for place, series in enumerate(collaboration.series):
        ends = {"from": series.from_, "to": series.to}
        yield _node(NodeKind.SERIES, ("series", place), series.id, name=series.name, **ends)
    for place, event in enumerate(collaboration.events):
        yield _node(NodeKind.EVENT, ("events", place), event.id, name=event.name, cancelled=event.cancelled)
    for place, (id_, held) in enumerate(zip(meetings(collaboration), collaboration.held, strict=True)):
        yield Node(id_, {"kind": NodeKind.MEETING.value, "date": held.date.isoformat()}, ("held", place))
    for place, activity in enumerate(collaboration.activities):
        path = ("activities", place)
        yield _node(NodeKind.ACTIVITY, path, activity.id, name=activity.name, joint=activity.joint)


def holders(collaboration: Collaboration) -> tuple[str, ...]:
    """Give the opaque keys that hold a seat, each once, in the order of the seats."""
    seats = chain.from_iterable(body.seats for body in collaboration.bodies)
    return tuple(dict.fromkeys(key for seat in seats if (key := stated(seat.holder)) is not None))


def meetings(collaboration: Collaboration) -> Iterator[str]:
    """Give the node id of each meeting that was held: its body and day, and its number from the second of the day."""
    seen: Counter[str] = Counter()
    for held in collaboration.held:
        id_ = node_id(NodeKind.MEETING, held.body, held.date.isoformat())
        seen[id_] += 1
        yield id_ if seen[id_] == 1 else f"{id_}/{seen[id_]}"


def has_lead(collaboration: Collaboration) -> bool:
    """Say whether the file tells anything of a project lead: then there is a node for it, however many they are."""
    seats = chain.from_iterable(body.seats for body in collaboration.bodies)
    return collaboration.lead != ProjectLead() or any(seat.project_lead for seat in seats)


def told(**facts: Fact[object]) -> Attributes:
    """Write facts as attributes: an unknown one is left out, one declared absent is named ``…_absent``."""
    attributes: Attributes = {}
    for name, fact in facts.items():
        attributes |= {f"{name}_absent": True} if isinstance(fact, Absent) else _plain(name, stated(fact))
    return attributes


def _plain(name: str, value: object) -> Attributes:
    match value:
        case Text(sv, None):
            return {name: sv}
        case Text(sv, str(en)):
            return {name: sv, f"{name}_en": en}
        case Enum(value=str(word)) | (str(word) | bool(word) | int(word)):
            return {name: word}
        case Fraction():
            return {name: float(value)}
        case dt.date():
            return {name: value.isoformat()}
        case _:
            return {}


def _node(kind: NodeKind, path: Path, *names: str, **facts: Fact[object]) -> Node:
    return Node(node_id(kind, *names), {"kind": kind.value, **told(**facts)}, path)


def _absent(fact: Fact[object]) -> Absent | None:
    return fact if isinstance(fact, Absent) else None


def _whole(collaboration: Collaboration) -> Node:
    return _node(
        NodeKind.COLLABORATION,
        (),
        collaboration.id,
        name=collaboration.name,
        coordination=_absent(collaboration.coordination.body),
        coordination_role=collaboration.coordination.role,
        dialogue=collaboration.dialogue,
    )


def _lead(collaboration: Collaboration) -> Iterator[Node]:
    lead = collaboration.lead
    if has_lead(collaboration):
        yield _node(
            NodeKind.LEAD,
            ("lead",),
            collaboration.id,
            accountable=lead.accountable,
            working_time=lead.working_time,
            employer=_absent(lead.employer),
            reports_to=_absent(lead.reports_to),
        )


def _organisation(organisation: Organisation) -> Node:
    return _node(
        NodeKind.ORGANISATION,
        ("organisations", organisation.id),
        organisation.id,
        name=organisation.name,
        sector=organisation.sector,
        municipality=organisation.municipality,
    )


def _body(body: Body) -> Node:
    return _node(
        NodeKind.BODY,
        ("bodies", body.id),
        body.id,
        name=body.name,
        body_kind=body.kind,
        status=body.status,
        seats_complete=body.seats_complete,
        reports_to=_absent(body.reports_to),
    )


def _seat(body: Body, seat: Seat) -> Node:
    return _node(
        NodeKind.SEAT,
        ("bodies", body.id, "seats", seat.id),
        body.id,
        seat.id,
        role=seat.role,
        rank=seat.rank,
        political=seat.political,
        section=seat.section,
        mandate=True if stated(seat.mandate) is not None else _absent(seat.mandate),
        voting=seat.voting,
        project_lead=seat.project_lead,
        holder=_absent(seat.holder),
    )
