"""Seats and organisations in three-valued logic: for which sectors they speak, may speak, or certainly do not."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from samverkan.checklist.finding import Ask, Evidence
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome, any_of
from samverkan.checklist.reading import Reading, cite
from samverkan.model.bodies import Body, Rank, Seat
from samverkan.model.facts import is_unknown, stated
from samverkan.model.message import say
from samverkan.model.organisations import Organisation, Sector

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.model.collaboration import Collaboration
    from samverkan.model.facts import Fact
    from samverkan.model.mandate import Mandate
    from samverkan.model.names import Text
    from samverkan.model.source import Source

T = TypeVar("T")

SECTORS = frozenset(Sector)
"""What an organisation of an unknown sector may belong to, but for what it is said not to."""


@frozen
class Place:
    """A seat at its place in the file, whose facts it reads with their paths."""

    body: Body
    seat: Seat

    @property
    def path(self) -> str:
        """The way to the seat, by ids."""
        return f"bodies.{self.body.id}.seats.{self.seat.id}"

    @property
    def source(self) -> Source | None:
        """Where the seat comes from; a seat that does not say comes from where its body does."""
        return self.seat.source or self.body.source

    @property
    def rank(self) -> Reading[Rank]:
        """How high the seat stands."""
        return Reading(f"{self.path}.rank", self.seat.rank, self.source)

    @property
    def political(self) -> Reading[bool]:
        """Whether an elected politician sits there as such."""
        return Reading(f"{self.path}.political", self.seat.political, self.source)

    @property
    def section(self) -> Reading[Text]:
        """The part of the administration that the seat is for."""
        return Reading(f"{self.path}.section", self.seat.section, self.source)

    @property
    def mandate(self) -> Reading[Mandate]:
        """Whether the seat may decide for its organisation."""
        return Reading(f"{self.path}.mandate", self.seat.mandate, self.source)

    @property
    def role(self) -> Reading[Text]:
        """The role of the seat."""
        return Reading(f"{self.path}.role", self.seat.role, self.source)

    @property
    def organisations(self) -> Evidence:
        """The organisations of the seat as evidence."""
        names = self.seat.organisations
        says = say("{list}", list=names) if names else say("no organisation is stated")
        return cite(f"{self.path}.organisations", says, self.source)


def may_belong_to(organisation: Organisation) -> frozenset[Sector]:
    """Give the sectors that the organisation may belong to for all that is known; one is certainty, none is denial."""
    sector: Fact[Sector] = organisation.sector
    if is_unknown(sector):
        return SECTORS.difference(organisation.not_sectors)
    known = stated(sector)
    return frozenset() if known is None else frozenset({known})


def belongs(organisation: Organisation, sectors: Iterable[Sector]) -> Outcome:
    """Say whether the organisation belongs to one of the sectors."""
    possible, wanted = may_belong_to(organisation), frozenset(sectors)
    if possible.isdisjoint(wanted):
        return Outcome.NOT_MET
    return Outcome.MET if possible <= wanted else Outcome.UNKNOWN


def speaks_for(collaboration: Collaboration, seat: Seat, *sectors: Sector) -> Outcome:
    """Say whether the seat represents an organisation of one of the sectors; it counts for each that it represents.

    A seat that states no organisation may represent any.
    """
    found = (collaboration.organisation(name) for name in seat.organisations)
    outcomes = [belongs(organisation, sectors) for organisation in found if organisation is not None]
    return any_of(outcomes) if outcomes else Outcome.UNKNOWN


def sector_asks(collaboration: Collaboration, place: Place, *sectors: Sector) -> list[Ask]:
    """Ask for what is not known of whom a seat speaks for: its organisations, or the sectors of these.

    With ``sectors`` named, nothing is asked that cannot tell whether it speaks for one of them.
    """
    if sectors and speaks_for(collaboration, place.seat, *sectors) is not Outcome.UNKNOWN:
        return []
    if not place.seat.organisations:
        path = place.organisations.field
        return [Ask(path, say("For which organisation does the seat {seat} speak?", seat=place.seat.id))]
    found = (collaboration.organisation(name) for name in place.seat.organisations)
    named = [each for each in found if each is not None]
    unsure = [
        each
        for each in named
        if (belongs(each, sectors) is Outcome.UNKNOWN if sectors else len(may_belong_to(each)) > 1)
    ]
    return [
        Ask(f"organisations.{each.id}.sector", say("To which sector does “{name}” belong?", name=each.id))
        for each in unsure
    ]


def matched(candidates: Sequence[frozenset[T]], wanted: frozenset[T]) -> int:
    """Give the most of the ``wanted`` that the candidates can be at once, each of them being at most one.

    >>> matched([frozenset("ab"), frozenset("a")], frozenset("abc"))
    2
    """
    holder: dict[T, int] = {}

    def fits(place: int, tried: set[T]) -> bool:
        for each in candidates[place] & wanted - tried:
            tried.add(each)
            if each not in holder or fits(holder[each], tried):
                holder[each] = place
                return True
        return False

    return sum(fits(place, set()) for place in range(len(candidates)))


def spanned(candidates: Sequence[frozenset[Sector]], *, more: bool) -> Interval:
    """Count the sectors that organisations span, each given by the sectors that it may belong to.

    ``more`` says that there may be any number of further organisations.
    """
    known = frozenset[Sector]().union(*(each for each in candidates if len(each) == 1))
    others = [each for each in candidates if each and each.isdisjoint(known)]
    rest = SECTORS - known
    fewest = next(
        size
        for size in range(len(rest) + 1)
        if any(all(each & set(chosen) for each in others) for chosen in combinations(rest, size))
    )
    most = len(SECTORS) if more else len(known) + matched(candidates, rest)
    return Interval(len(known) + fewest, most)
