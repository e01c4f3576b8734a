"""Who brokers between sectors: organisations between two others that never meet, by role (*förmedlare*)."""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import Enum
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.errors import UnknownNameError
from samverkan.ties.projections import meetings_of
from samverkan.ties.seating import Seating, seating
from samverkan.ties.sectors import Sectors, sectors_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from samverkan.model.collaboration import Collaboration
    from samverkan.model.organisations import Sector


class Role(Enum):
    """What a go-between is to the two that it stands between, by whose sector it shares (*förmedlande roll*)."""

    COORDINATOR = "coordinator"
    GATEKEEPER = "gatekeeper"
    REPRESENTATIVE = "representative"
    CONSULTANT = "consultant"
    LIAISON = "liaison"


@frozen
class Broker:
    """One organisation that meets two that never meet each other, and how often in which role (*förmedlare*).

    Counted are pairs of organisations. With ``coordinator`` all three are of one sector; with ``consultant`` the two
    are of one, the broker of another; with ``liaison`` all three differ. Where the broker shares its sector with one of
    the two, it is ``gatekeeper`` for what comes from the other and ``representative`` for what goes there; a meeting
    has no direction, so such a pair counts once in each and the two are always equal. ``unsorted`` are pairs where a
    sector of the three is not known: each may add to any role.
    """

    organisation: str
    bodies: tuple[str, ...]
    seats: tuple[str, ...]
    coordinator: int
    gatekeeper: int
    representative: int
    consultant: int
    liaison: int
    unsorted: int

    @property
    def pairs(self) -> int:
        """How many pairs it stands between in all."""
        return self.coordinator + self.gatekeeper + self.consultant + self.liaison + self.unsorted

    @property
    def across(self) -> int:
        """How many pairs it stands between that are certainly of two sectors, or of another than its own."""
        return self.gatekeeper + self.consultant + self.liaison


@frozen
class Brokers:
    """All that broker (*förmedlare*), those that do so most between sectors first.

    The roles are those of R. V. Gould and R. M. Fernandez, *Structures of mediation*, Sociological Methodology 19,
    1989. Where ``complete`` is false, they are of the known seats and no bound: a further seat makes brokers, and ends
    the part of others when two that never met do.
    """

    brokers: tuple[Broker, ...]
    complete: bool


def brokers(collaboration: Collaboration) -> Brokers:
    """Answer *Who brokers between sectors?*."""
    return brokers_in(seating(collaboration), sectors_of(collaboration))


def brokers_in(table: Seating, sectors: Sectors) -> Brokers:
    """Answer as ``brokers`` does, from tables that have been read off already."""
    meetings = meetings_of(table)
    counted = roles(meetings, meetings, {name: sectors.of(name) for name in meetings})
    behind: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for body, organisations in table.organisations.items():
        for name, seats in organisations.items():
            behind[name][body] = seats
    found = [_broker(name, behind[name], counts) for name, counts in counted.items() if counts]
    return Brokers(tuple(sorted(found, key=lambda each: (-each.across, -each.pairs))), table.complete)


def between(collaboration: Collaboration, organisation: str) -> tuple[tuple[str, str], ...]:
    """Name the pairs of organisations that meet this one, or the whole that it is a unit of, and not each other."""
    table = seating(collaboration)
    if organisation not in table.wholes:
        raise UnknownNameError("organisation", organisation, table.wholes)
    meetings = meetings_of(table)
    others = meetings.get(table.wholes[organisation], set())
    ordered = [name for name in meetings if name in others]
    return tuple((one, other) for one, other in combinations(ordered, 2) if other not in meetings[one])


def roles(
    forward: Mapping[str, AbstractSet[str]],
    back: Mapping[str, AbstractSet[str]],
    groups: Mapping[str, Sector | None],
) -> dict[str, Counter[Role | None]]:
    """Count for every node the ordered pairs (a, c) with a → node → c and not a → c, by role; ``None`` is unsorted.

    ``forward`` and ``back`` are the ties as they run and reversed, the same of ties without direction. Sets of nodes
    are the bits of whole numbers, so that a country of them is counted in a second.
    """
    bit = {name: 1 << place for place, name in enumerate(forward)}
    reach = {name: sum(bit[other] for other in others) for name, others in forward.items()}
    members: dict[Sector | None, int] = defaultdict(int)
    for name in forward:
        members[groups[name]] |= bit[name]
    found = {}
    for name in forward:
        counts: Counter[Role | None] = Counter()
        for source in back[name]:
            goals = reach[name] & ~(reach[source] | bit[source])
            for group, mask in members.items() if goals else ():
                count = (goals & mask).bit_count()
                if count:
                    counts[_role(groups[source], groups[name], group)] += count
        found[name] = counts
    return found


def _role(source: Sector | None, broker: Sector | None, goal: Sector | None) -> Role | None:
    if source is None or broker is None or goal is None:
        return None
    if source is goal:
        return Role.COORDINATOR if broker is goal else Role.CONSULTANT
    if broker is goal:
        return Role.GATEKEEPER
    return Role.REPRESENTATIVE if broker is source else Role.LIAISON


def _broker(name: str, bodies: Mapping[str, tuple[str, ...]], counts: Counter[Role | None]) -> Broker:
    # Without direction each pair has been counted both ways; the gatekeeper of one is the representative of the other.
    return Broker(
        organisation=name,
        bodies=tuple(bodies),
        seats=tuple(seat for seats in bodies.values() for seat in seats),
        coordinator=counts[Role.COORDINATOR] // 2,
        gatekeeper=counts[Role.GATEKEEPER],
        representative=counts[Role.REPRESENTATIVE],
        consultant=counts[Role.CONSULTANT] // 2,
        liaison=counts[Role.LIAISON] // 2,
        unsorted=counts[None] // 2,
    )
