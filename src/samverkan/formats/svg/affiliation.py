"""What the drawing of a network shows: who is tied to which table, how, and by how many seats (*tillhörighet*)."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.model.organisations import Sector

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.wording import Wording


class LinkKind(Enum):
    """What a line of the drawing says of an organisation and an anchor."""

    SEAT = "has a seat"
    STANDING = "party, partner or owner"
    WORK = "organises, funds or takes part"


@frozen
class Link:
    """A line between an organisation and the anchor of that number (*band*); of seats, ``count`` is how many."""

    anchor: int
    kind: LinkKind
    count: int = 1


def _links(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(links)


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)


@frozen
class Member:
    """An organisation with its units folded in (*organisation*), and the links to anchors in their order."""

    id: str
    name: str
    sector: Sector | None
    municipality: str | None
    units: tuple[str, ...] = field(default=(), converter=_names)
    links: tuple[Link, ...] = field(default=(), converter=_links)

    @property
    def tables(self) -> tuple[int, ...]:
        """The numbers of the bodies in which it has a seat."""
        return tuple(link.anchor for link in self.links if link.kind is LinkKind.SEAT)


def _sectors(sectors: Iterable[Sector | None]) -> tuple[Sector | None, ...]:
    return tuple(sectors)


@frozen
class Anchor:
    """What organisations are tied to: a body, the collaboration as a whole, or all that is done (``work``).

    ``chairs`` are the sectors of its seats, one for each. ``open`` says that there may be seats that no source lists.
    ``above`` is the number of the body that it reports to.
    """

    kind: LinkKind
    name: str
    count: int
    chairs: tuple[Sector | None, ...] = field(default=(), converter=_sectors)
    open: bool = False
    above: int | None = None


def _members(members: Iterable[Member]) -> tuple[Member, ...]:
    return tuple(members)


def _anchors(anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
    return tuple(anchors)


@frozen
class Affiliations:
    """The anchors in the order of the file, and the organisations in alphabetical order."""

    name: str
    anchors: tuple[Anchor, ...] = field(converter=_anchors)
    members: tuple[Member, ...] = field(converter=_members)

    @property
    def seats(self) -> int:
        """How many seats are listed in all bodies."""
        return sum(len(anchor.chairs) for anchor in self.anchors)


def facts(shown: Affiliations, wording: Wording) -> Iterator[tuple[str, ...]]:
    """Give the same facts as a table (*tabell*): a row of heads, then a row for each organisation.

    The columns are name, sector, municipality, then one for each anchor with the number of seats or other ties, empty
    where there is none.
    """
    heads = (wording.word("Organisation"), wording.word("Sector"), wording.word("Municipality"))
    yield (*heads, *(anchor.name for anchor in shown.anchors))
    for member in shown.members:
        counts = {link.anchor: str(link.count) for link in member.links}
        sector = wording.label(member.sector) if member.sector else wording.word("not stated")
        told = (member.name, sector, member.municipality or "")
        yield (*told, *(counts.get(place, "") for place in range(len(shown.anchors))))
