"""The tables at which people meet: bodies (*organ*) and their seats (*platser*)."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.model.cadence import Cadence
from samverkan.model.facts import UNKNOWN, Absent, Fact
from samverkan.model.mandate import Mandate, Quorum
from samverkan.model.names import Text, an_id, ids, texts
from samverkan.model.organisations import Sector
from samverkan.model.source import Source
from samverkan.model.values import as_fact_text
from samverkan.model.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable


class Rank(Enum):
    """How high in its organisation a seat stands (*nivå*)."""

    ELECTED_CHAIR = "elected-chair"
    EXECUTIVE = "executive"
    MANAGER = "manager"
    UNIT_HEAD = "unit-head"
    SPECIALIST = "specialist"
    REPRESENTATIVE = "representative"


LEADERSHIP = frozenset({Rank.ELECTED_CHAIR, Rank.EXECUTIVE, Rank.MANAGER, Rank.UNIT_HEAD})
"""The ranks with leading responsibility."""


class HolderMention(Enum):
    """How the source mentions who holds a seat; the name itself is never kept."""

    NAMED = "named"
    FIRST_NAME_ONLY = "first-name-only"
    NONE = "none"


@frozen
class Seat:
    """A place on a body (*plats*) that represents one or more organisations and exists while nobody holds it.

    ``holder`` is an opaque key that tells which seats one person holds; declared absent, the seat is vacant.
    A seat with ``voting = false`` is co-opted (*adjungerad*) and counts to no quorum.
    ``mandate`` declared absent means that the seat may not decide for its organisation.
    ``conflicts`` are the items in which its holder has a conflict of interest (*jäv*) and takes no part.
    """

    id: str = field(validator=an_id)
    role: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    organisations: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "organisations"})
    rank: Fact[Rank] = UNKNOWN
    political: Fact[bool] = UNKNOWN
    section: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    mandate: Fact[Mandate] = UNKNOWN
    voting: bool = True
    project_lead: bool = False
    holder: Fact[str] = UNKNOWN
    holder_in_source: Fact[HolderMention] = UNKNOWN
    deputies: tuple[Text, ...] = field(default=(), converter=texts)
    conflicts: tuple[Text, ...] = field(default=(), converter=texts)
    areas: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "areas"})
    source: Source | None = None

    @property
    def vacant(self) -> bool:
        """Whether a source declares that nobody holds the seat; a nameless seat is not a vacant one."""
        return isinstance(self.holder, Absent)


class BodyKind(Enum):
    """What a body is for (*slags organ*)."""

    ADVISORY_BOARD = "advisory-board"
    COLLABORATION_GROUP = "collaboration-group"
    STEERING_GROUP = "steering-group"
    PROJECT_GROUP = "project-group"
    REFERENCE_GROUP = "reference-group"
    PLANNING_GROUP = "planning-group"
    OPERATIONAL_GROUP = "operational-group"
    NETWORK = "network"
    PROJECT_MEETING = "project-meeting"
    POLITICAL_BODY = "political-body"


class Statute(Enum):
    """What the local government act (*kommunallagen*) makes of a political body."""

    COUNCIL = "council"
    COMMITTEE = "committee"
    SUB_COMMITTEE = "sub-committee"


class BodyStatus(Enum):
    """Whether a body is at work."""

    PLANNED = "planned"
    ACTIVE = "active"
    PAST = "past"


def _sectors(sectors: Iterable[Sector]) -> tuple[Sector, ...]:
    return tuple(sectors)


@frozen
class Expectation:
    """A party that the source expects at a table (*förväntad part*), and who answers to it.

    ``organisations`` names those of this file that answer to the description, ``sectors`` the sectors where the source
    means a whole sector; whether any of them has a seat is computed.
    """

    name: Text
    organisations: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "organisations"})
    sectors: tuple[Sector, ...] = field(default=(), converter=_sectors)
    source: Source | None = None


class Topic(Enum):
    """A topic that the fund wants on every agenda."""

    GENDER_EQUALITY = "gender-equality"
    ACCESSIBILITY = "accessibility"


@frozen
class StandingItem:
    """An item that stands on every agenda of a body (*stående punkt*)."""

    text: Text
    topic: Fact[Topic] = UNKNOWN


def _standing(items: Iterable[StandingItem]) -> tuple[StandingItem, ...]:
    return tuple(items)


def _seats(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    return tuple(seats)


def _expectations(expectations: Iterable[Expectation]) -> tuple[Expectation, ...]:
    return tuple(expectations)


@frozen
class Body:
    """A table at which people meet (*organ, grupp*).

    ``seats_complete`` closes the list: who is not in it has no seat. ``meets`` is how often the source says that it
    meets, apart from any dated series. ``reports_to`` names the body that it reports to; declared absent, the bodies
    are independent of each other.

    ``statute`` is asked of a political body only; declared absent, the act does not know the body. ``remit`` is what
    gives it the power to decide: its rules of procedure (*reglemente*) or a delegation. ``remote`` says whether it is
    decided that who attends from afar is present. ``conflicts_complete`` says that no seat has a conflict of interest
    but those listed.
    """

    id: str = field(validator=an_id)
    kind: BodyKind
    name: Text
    purpose: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    seats: tuple[Seat, ...] = field(default=(), converter=_seats, metadata={"keyed": "id"})
    seats_complete: bool = False
    quorum: Fact[Quorum] = UNKNOWN
    statute: Fact[Statute] = UNKNOWN
    remit: Fact[Mandate] = UNKNOWN
    remote: Fact[bool] = UNKNOWN
    conflicts_complete: bool = False
    chair: Fact[str] = field(default=UNKNOWN, metadata={"refers": "seats"})
    secretary: Fact[str] = field(default=UNKNOWN, metadata={"refers": "seats"})
    charter: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    meets: Fact[Cadence] = UNKNOWN
    convened: Fact[When] = UNKNOWN
    status: BodyStatus = BodyStatus.ACTIVE
    reports_to: Fact[str] = field(default=UNKNOWN, metadata={"refers": "bodies"})
    expects: tuple[Expectation, ...] = field(default=(), converter=_expectations)
    expects_complete: bool = False
    duties: tuple[Text, ...] = field(default=(), converter=texts)
    standing_items: tuple[StandingItem, ...] = field(default=(), converter=_standing)
    standing_items_complete: bool = False
    source: Source | None = None

    def seat(self, id_: str) -> Seat | None:
        """Find a seat by its id."""
        return next((seat for seat in self.seats if seat.id == id_), None)

    @property
    def voting(self) -> tuple[Seat, ...]:
        """The seats that count to the quorum."""
        return tuple(seat for seat in self.seats if seat.voting)

    @property
    def represented(self) -> tuple[str, ...]:
        """The organisations with a seat, each once, in the order of the seats."""
        return tuple(dict.fromkeys(name for seat in self.seats for name in seat.organisations))
