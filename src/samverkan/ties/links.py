"""The ties of the network: who is tied to what, how, and which field of the file says so (*band*)."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import Factory, frozen

from samverkan.errors import Path, dotted
from samverkan.model.facts import Absent, stated
from samverkan.ties.nodes import Attributes, NodeKind, meetings, node_id, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.model.activities import Activity, Event
    from samverkan.model.bodies import Body, Expectation, Seat
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.facts import Fact


class TieKind(Enum):
    """How two nodes are tied; read as a sentence, subject first: a seat *represents* an organisation."""

    SEAT = "seat"
    REPRESENTS = "represents"
    HOLDS = "holds"
    ANSWERS_FOR = "answers-for"
    REPORTS_TO = "reports-to"
    COORDINATES = "coordinates"
    EMPLOYS = "employs"
    ATTENDS = "attends"
    WORKS_IN = "works-in"
    FILLS = "fills"
    EXPECTS = "expects"
    PART_OF = "part-of"
    SUBSET_OF = "subset-of"
    BELONGS_TO = "belongs-to"
    JOINS = "joins"
    OWNS = "owns"
    INITIATES = "initiates"
    PARTY = "party"
    PARTNER = "partner"
    CO_FINANCES = "co-finances"
    ADVISES = "advises"
    AGREES = "agrees"
    WORKS_WITH = "works-with"
    ORGANISES = "organises"
    FUNDS = "funds"
    TAKES_PART = "takes-part"
    RUNS = "runs"
    SERVES = "serves"
    MEETS = "meets"
    SAME_AS = "same-as"


EXPECTED = frozenset({TieKind.EXPECTS})
"""The kinds of tie of which a source says that there should be one, not that there is."""


@frozen
class Tie:
    """One tie that a source states (*band*), as a sentence of two node ids, with the path of the field that says so.

    ``facts`` is what else the source says of it.
    """

    subject: str
    kind: TieKind
    object: str
    path: Path
    facts: Attributes = Factory(dict)

    @property
    def origin(self) -> str:
        """The path of the field that says so, as people point at it."""
        return dotted(self.path)

    @property
    def expected(self) -> bool:
        """Whether a source only says that there should be such a tie."""
        return self.kind in EXPECTED


def ties(collaboration: Collaboration) -> Iterator[Tie]:
    """Give every tie that the file states, part by part; unknown and openly disputed ones make none."""
    for body in collaboration.bodies:
        yield from _of_body(body, node_id(NodeKind.LEAD, collaboration.id))
    yield from _of_lead(collaboration)
    yield from _of_roles(collaboration)
    yield from _of_municipalities(collaboration)
    yield from _of_organisations(collaboration)
    yield from _of_the_whole(collaboration)
    yield from _of_agreements(collaboration)
    yield from _reported(collaboration)
    yield from _of_target_groups(collaboration)
    yield from _of_meetings(collaboration)
    activities = {activity.id for activity in collaboration.activities}
    for place, activity in enumerate(collaboration.activities):
        yield from _of_activity(("activities", place), activity)
        yield from _same(("activities", place), activity, NodeKind.ACTIVITY, activities)
    for place, event in enumerate(collaboration.events):
        yield from _of_event(("events", place), event)
        yield from _same(("events", place), event, NodeKind.EVENT, activities)


def _of_body(body: Body, lead: str) -> Iterator[Tie]:
    here, path = node_id(NodeKind.BODY, body.id), ("bodies", body.id)
    above = stated(body.reports_to)
    if above is not None:
        yield Tie(here, TieKind.REPORTS_TO, node_id(NodeKind.BODY, above), (*path, "reports_to"))
    for seat in body.seats:
        place = node_id(NodeKind.SEAT, body.id, seat.id)
        yield Tie(here, TieKind.SEAT, place, (*path, "seats", seat.id))
        yield from _of_seat((*path, "seats", seat.id), place, seat)
        if seat.project_lead:
            yield Tie(lead, TieKind.HOLDS, place, (*path, "seats", seat.id, "project_lead"))
    yield from _expecting(here, body.expects, (*path, "expects"))


def _expecting(who: str, expectations: Iterable[Expectation], path: Path) -> Iterator[Tie]:
    for place, each in enumerate(expectations):
        yield from _to(who, TieKind.EXPECTS, NodeKind.ORGANISATION, each.organisations, (*path, place, "organisations"))


def _of_lead(collaboration: Collaboration) -> Iterator[Tie]:
    node, lead = node_id(NodeKind.LEAD, collaboration.id), collaboration.lead
    employer, above = stated(lead.employer), stated(lead.reports_to)
    if employer is not None:
        yield Tie(node_id(NodeKind.ORGANISATION, employer), TieKind.EMPLOYS, node, ("lead", "employer"))
    # What the lead reports to is written in words, which may be the id of something in the file.
    for kind, items in ((NodeKind.BODY, collaboration.bodies), (NodeKind.ORGANISATION, collaboration.organisations)):
        if any(item.id == above for item in items):
            yield Tie(node, TieKind.REPORTS_TO, node_id(kind, str(above)), ("lead", "reports_to"))
            break
    attended: tuple[str, ...] | None = stated(lead.attends)
    yield from _to(node, TieKind.ATTENDS, NodeKind.BODY, attended or (), ("lead", "attends"))


def _of_roles(collaboration: Collaboration) -> Iterator[Tie]:
    for role in collaboration.roles:
        node, path = node_id(NodeKind.ROLE, role.id), ("roles", role.id)
        if role.body is not None:
            yield Tie(node, TieKind.WORKS_IN, node_id(NodeKind.BODY, role.body), (*path, "body"))
        yield from _by(node, TieKind.FILLS, NodeKind.ORGANISATION, role.organisations, (*path, "organisations"))


def _of_seat(path: Path, place: str, seat: Seat) -> Iterator[Tie]:
    yield from _to(place, TieKind.REPRESENTS, NodeKind.ORGANISATION, seat.organisations, (*path, "organisations"))
    yield from _to(place, TieKind.ANSWERS_FOR, NodeKind.AREA, seat.areas, (*path, "areas"))
    key = stated(seat.holder)
    if key is not None:
        yield Tie(node_id(NodeKind.HOLDER, key), TieKind.HOLDS, place, (*path, "holder"))


def _of_municipalities(collaboration: Collaboration) -> Iterator[Tie]:
    whole = node_id(NodeKind.COLLABORATION, collaboration.id)
    for town in collaboration.municipalities:
        node = node_id(NodeKind.MUNICIPALITY, town.code)
        yield Tie(node, TieKind.JOINS, whole, ("municipalities", town.code))
    for stage in collaboration.stages:
        path = ("stages", stage.id, "municipalities")
        yield from _by(whole, TieKind.JOINS, NodeKind.MUNICIPALITY, stage.municipalities, path)


def _of_organisations(collaboration: Collaboration) -> Iterator[Tie]:
    codes = {town.name: town.code for town in collaboration.municipalities}
    codes |= {town.code: town.code for town in collaboration.municipalities}
    for organisation in collaboration.organisations:
        node, path = node_id(NodeKind.ORGANISATION, organisation.id), ("organisations", organisation.id)
        if organisation.part_of is not None:
            whole = node_id(NodeKind.ORGANISATION, organisation.part_of)
            yield Tie(node, TieKind.PART_OF, whole, (*path, "part_of"))
        code = codes.get(stated(organisation.municipality) or "")
        if code is not None:
            yield Tie(node, TieKind.BELONGS_TO, node_id(NodeKind.MUNICIPALITY, code), (*path, "municipality"))


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
            yield Tie(node_id(NodeKind.ORGANISATION, who), kind, whole, path)
    body = stated(collaboration.coordination.body)
    if body is not None:
        yield Tie(node_id(NodeKind.BODY, body), TieKind.COORDINATES, whole, ("coordination", "body"))
    yield from _expecting(whole, collaboration.needed_partners, ("needed_partners",))
    path, experts = ("horizontal", "accessibility", "experts"), collaboration.horizontal.accessibility.experts
    yield from _by(whole, TieKind.ADVISES, NodeKind.ORGANISATION, experts, path)


_LISTS = {TieKind.PARTY: "parties", TieKind.PARTNER: "partners", TieKind.CO_FINANCES: "cofinanciers"}


def _of_agreements(collaboration: Collaboration) -> Iterator[Tie]:
    for place, deal in enumerate(collaboration.agreements):
        node, path = node_id(NodeKind.AGREEMENT, deal.id), ("agreements", place, "parties")
        yield from _by(node, TieKind.AGREES, NodeKind.ORGANISATION, deal.parties, path)


def _reported(collaboration: Collaboration) -> Iterator[Tie]:
    for place, report in enumerate(collaboration.ties):
        if not isinstance(report.intensity, Absent):
            one, other = node_id(NodeKind.ORGANISATION, report.from_), node_id(NodeKind.ORGANISATION, report.to)
            facts = told(intensity=report.intensity, by=report.by, role=report.role, date=report.date)
            yield Tie(one, TieKind.WORKS_WITH, other, ("ties", place), facts)


def _of_target_groups(collaboration: Collaboration) -> Iterator[Tie]:
    for group in collaboration.target_groups:
        if group.subset_of is not None:
            node, path = node_id(NodeKind.TARGET_GROUP, group.id), ("target_groups", group.id, "subset_of")
            yield Tie(node, TieKind.SUBSET_OF, node_id(NodeKind.TARGET_GROUP, group.subset_of), path)
    for area in collaboration.areas:
        node, path = node_id(NodeKind.AREA, area.id), ("areas", area.id, "target_groups")
        yield from _to(node, TieKind.SERVES, NodeKind.TARGET_GROUP, area.target_groups, path)


def _of_meetings(collaboration: Collaboration) -> Iterator[Tie]:
    for place, series in enumerate(collaboration.series):
        node = node_id(NodeKind.SERIES, series.id)
        yield Tie(node_id(NodeKind.BODY, series.body), TieKind.MEETS, node, ("series", place, "body"))
    for place, (meeting, held) in enumerate(zip(meetings(collaboration), collaboration.held, strict=True)):
        yield Tie(node_id(NodeKind.BODY, held.body), TieKind.MEETS, meeting, ("held", place, "body"))
        for number, seat in enumerate(held.present):
            attended = node_id(NodeKind.SEAT, held.body, seat)
            yield Tie(attended, TieKind.ATTENDS, meeting, ("held", place, "present", number))


def _of_activity(path: Path, activity: Activity) -> Iterator[Tie]:
    node = node_id(NodeKind.ACTIVITY, activity.id)
    yield from _by(node, TieKind.ORGANISES, NodeKind.ORGANISATION, activity.organisers, (*path, "organisers"))
    yield from _by(node, TieKind.FUNDS, NodeKind.ORGANISATION, activity.funders, (*path, "funders"))
    yield from _by(node, TieKind.TAKES_PART, NodeKind.ORGANISATION, activity.participants, (*path, "participants"))
    if activity.body is not None:
        yield Tie(node_id(NodeKind.BODY, activity.body), TieKind.RUNS, node, (*path, "body"))
    if activity.area is not None:
        yield Tie(node, TieKind.SERVES, node_id(NodeKind.AREA, activity.area), (*path, "area"))
    yield from _to(node, TieKind.SERVES, NodeKind.TARGET_GROUP, activity.target_groups, (*path, "target_groups"))


def _of_event(path: Path, event: Event) -> Iterator[Tie]:
    node = node_id(NodeKind.EVENT, event.id)
    yield from _by(node, TieKind.ORGANISES, NodeKind.ORGANISATION, event.organisers, (*path, "organisers"))
    yield from _by(node, TieKind.MEETS, NodeKind.BODY, event.bodies, (*path, "bodies"))


def _by(node: str, kind: TieKind, of: NodeKind, names: Iterable[str], path: Path) -> Iterator[Tie]:
    for place, name in enumerate(names):
        yield Tie(node_id(of, name), kind, node, (*path, place))


def _to(node: str, kind: TieKind, of: NodeKind, names: Iterable[str], path: Path) -> Iterator[Tie]:
    for place, name in enumerate(names):
        yield Tie(node, kind, node_id(of, name), (*path, place))


def _same(path: Path, item: Activity | Event, kind: NodeKind, activities: set[str]) -> Iterator[Tie]:
    if item.same_as is not None:
        other = NodeKind.ACTIVITY if item.same_as in activities else NodeKind.EVENT
        yield Tie(node_id(kind, item.id), TieKind.SAME_AS, node_id(other, item.same_as), (*path, "same_as"))
