"""The whole: one municipality's setup, or that of several together (*samverkan*)."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from samverkan.errors import InvalidCollaborationError, InvalidValueError
from samverkan.model.accepted import AcceptedDeviation
from samverkan.model.activities import Activity, Event, Series
from samverkan.model.agreements import Agreement
from samverkan.model.bodies import Body, BodyKind, Expectation
from samverkan.model.calendar import LocalCalendar
from samverkan.model.consistency import faults_of
from samverkan.model.documents import Document, Remark
from samverkan.model.excused import Excuse
from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.funding import Line, Money
from samverkan.model.goals import Goal
from samverkan.model.horizontal import Horizontal
from samverkan.model.identity import Area, Identity, Stage, Statement, TargetGroup
from samverkan.model.lead import Coordination, Entrance, Initiative, ProjectLead, Role
from samverkan.model.names import Text, an_id, as_text
from samverkan.model.organisations import Municipality, Organisation
from samverkan.model.participants import Flow, WorkUnit
from samverkan.model.publishing import Publishing
from samverkan.model.records import Decision, Held, PublicationPolicy
from samverkan.model.reported import ReportedTie
from samverkan.model.results import PublishedResult, a_count
from samverkan.model.source import Source
from samverkan.model.terms import TermDates
from samverkan.model.travel import Travel
from samverkan.model.values import Period, a_date, as_fact_text

if TYPE_CHECKING:
    from attrs import Attribute


def _tuples(_: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    return [each.evolve(converter=tuple) if str(each.type).startswith("tuple[") else each for each in fields]


def _language(_: object, __: Attribute[str], value: str) -> None:
    if value != "sv":
        raise InvalidValueError(
            "bad-language", f"the language {value!r} is not supported", "“sv”: plain text is Swedish"
        )


_BY_ID = {"keyed": "id"}


@frozen(kw_only=True, field_transformer=_tuples)
class Collaboration:
    """A collaboration (*samverkan*) with everything that is known of it, and nothing that is not.

    It is checked as a whole when it is made: ``InvalidCollaborationError`` tells every fault at once.
    A ``…_complete`` field closes a list: then absence from the list is a fact, otherwise it is only silence.
    ``parties`` are named in the running text, ``partners`` and ``cofinanciers`` in lists of their own;
    ``dialogue`` is a stated dialogue with the target group beside any seat. ``ties`` are what organisations report of
    how they work together.
    ``calendar`` is the setup's own: without one, only the holidays of the country are kept.
    ``publication`` is what is promised to be made public; ``publishing`` is what the public pages say of themselves.
    ``accepted`` are deviations from a checklist that somebody has decided to live with; ``excused`` are stretches of
    text that look like a person's and are none.
    ``updated`` is the day when the file was last changed by its keeper, ``revision`` how often.
    """

    id: str = field(validator=an_id)
    name: Text = field(converter=as_text)
    language: str = field(default="sv", validator=_language)
    updated: dt.date | None = field(default=None, validator=a_date)
    revision: int = field(default=0, validator=a_count)
    checklists: tuple[str, ...] = ("tranemo",)
    horizon: Period | None = None
    terms: tuple[TermDates, ...] = ()
    calendar: LocalCalendar | None = None
    source: Source | None = None

    municipalities: tuple[Municipality, ...] = field(default=(), metadata={"keyed": "code"})
    identity: Identity = field(factory=Identity)
    documents: tuple[Document, ...] = field(default=(), metadata=_BY_ID)

    initiative: Initiative = field(factory=Initiative)
    lead: ProjectLead = field(factory=ProjectLead)
    coordination: Coordination = field(factory=Coordination)
    entrances: tuple[Entrance, ...] = ()
    areas: tuple[Area, ...] = field(default=(), metadata=_BY_ID)
    areas_assigned: bool = False
    purposes: tuple[Statement, ...] = ()
    principles: tuple[Statement, ...] = ()
    benefits: tuple[Statement, ...] = ()
    benefits_complete: bool = False
    target_groups: tuple[TargetGroup, ...] = field(default=(), metadata=_BY_ID)
    stages: tuple[Stage, ...] = field(default=(), metadata=_BY_ID)

    organisations: tuple[Organisation, ...] = field(default=(), metadata=_BY_ID)
    bodies: tuple[Body, ...] = field(default=(), metadata=_BY_ID)
    bodies_complete: bool = False
    roles: tuple[Role, ...] = field(default=(), metadata=_BY_ID)
    roles_complete: bool = False
    needed_partners: tuple[Expectation, ...] = ()
    parties: tuple[Line, ...] = ()
    partners: tuple[Line, ...] = ()
    partners_complete: bool = False
    cofinanciers: tuple[Line, ...] = ()
    cofinanciers_complete: bool = False
    money: Money = field(factory=Money)
    agreements: tuple[Agreement, ...] = ()
    agreements_complete: bool = False
    ties: tuple[ReportedTie, ...] = ()
    ties_complete: bool = False

    series: tuple[Series, ...] = ()
    events: tuple[Event, ...] = ()
    travel: tuple[Travel, ...] = ()
    plan_complete: bool = False
    activities: tuple[Activity, ...] = ()
    activities_complete: bool = False

    publication: PublicationPolicy = field(factory=PublicationPolicy)
    publishing: Publishing = field(factory=Publishing)
    dialogue: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    decisions: tuple[Decision, ...] = ()
    decisions_complete: bool = False
    held: tuple[Held, ...] = ()
    held_complete: bool = False

    goals: tuple[Goal, ...] = ()
    goals_complete: bool = False
    units: tuple[WorkUnit, ...] = field(default=(), metadata=_BY_ID)
    flows: tuple[Flow, ...] = field(default=(), metadata=_BY_ID)
    results: tuple[PublishedResult, ...] = ()
    horizontal: Horizontal = field(factory=Horizontal)
    remarks: tuple[Remark, ...] = ()
    accepted: tuple[AcceptedDeviation, ...] = ()
    excused: tuple[Excuse, ...] = ()

    def __attrs_post_init__(self) -> None:
        faults = tuple(faults_of(self))
        if faults:
            raise InvalidCollaborationError(faults)

    def body(self, id_: str) -> Body | None:
        """Find a body by its id."""
        return next((body for body in self.bodies if body.id == id_), None)

    def bodies_of(self, kind: BodyKind) -> tuple[Body, ...]:
        """Find the bodies of one kind, in the order of the file."""
        return tuple(body for body in self.bodies if body.kind is kind)

    @cached_property
    def _organisations(self) -> dict[str, Organisation]:
        return {organisation.id: organisation for organisation in self.organisations}

    def organisation(self, id_: str) -> Organisation | None:
        """Find an organisation by its id."""
        return self._organisations.get(id_)

    def whole_of(self, id_: str) -> str:
        """Give the id of the organisation that the given one is part of, up to the topmost; else its own."""
        organisation = self._organisations.get(id_)
        if organisation is None or organisation.part_of is None:
            return id_
        return self.whole_of(organisation.part_of)
