"""Whom a body reaches: the organisations, sectors and constituencies that have a seat in it (*representation*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.errors import UnknownNameError
from samverkan.model.facts import stated
from samverkan.model.organisations import CONSTITUENCY, Constituency, Sector
from samverkan.ties.seating import Seating, seating

if TYPE_CHECKING:
    from samverkan.model.bodies import Body
    from samverkan.model.collaboration import Collaboration


@frozen
class Coverage:
    """Whom a body reaches (*representation*): who sits in it, organisation by organisation and sector by sector.

    ``seats`` counts the seats that are listed. ``sectorless`` are the organisations whose sector is not known, so that
    they may add to ``sectors``. Where ``complete`` is false, all this is a lower bound: the list of seats is open or a
    seat names no organisation.
    """

    body: str
    seats: int
    organisations: tuple[str, ...]
    sectors: tuple[Sector, ...]
    constituencies: tuple[Constituency, ...]
    sectorless: tuple[str, ...]
    complete: bool


@frozen
class Counts:
    """How many sit where (*översikt*), an organisation counted once however many seats it has, units with their wholes.

    ``unseated`` are the organisations of the file without a seat in any body. Where ``complete`` is false, the numbers
    are lower bounds, and an organisation in ``unseated`` may have a seat after all.
    """

    bodies: int
    seats: int
    seated: tuple[str, ...]
    unseated: tuple[str, ...]
    coverage: tuple[Coverage, ...]
    complete: bool


def coverage(collaboration: Collaboration, body: str) -> Coverage:
    """Say whom a body reaches."""
    found = collaboration.body(body)
    if found is None:
        raise UnknownNameError("body", body, (each.id for each in collaboration.bodies))
    return _coverage(found, seating(collaboration), _sectors(collaboration))


def counts(collaboration: Collaboration) -> Counts:
    """Answer *Who sits where?*."""
    table, sectors = seating(collaboration), _sectors(collaboration)
    seated = table.seated
    return Counts(
        bodies=len(collaboration.bodies),
        seats=sum(len(body.seats) for body in collaboration.bodies),
        seated=seated,
        unseated=tuple(name for name in table.tops if name not in set(seated)),
        coverage=tuple(_coverage(body, table, sectors) for body in collaboration.bodies),
        complete=table.complete,
    )


def _sectors(collaboration: Collaboration) -> dict[str, Sector | None]:
    return {organisation.id: stated(organisation.sector) for organisation in collaboration.organisations}


def _coverage(body: Body, table: Seating, sectors: dict[str, Sector | None]) -> Coverage:
    # A unit without a sector of its own has that of its whole.
    by_name = {name: sectors[name] or sectors[table.wholes[name]] for name in body.represented}
    known = set(by_name.values())
    parties = {CONSTITUENCY.get(sector) for sector in known if sector}
    blank = {table.wholes[name] for name, sector in by_name.items() if sector is None}
    organisations = tuple(table.organisations[body.id])
    return Coverage(
        body=body.id,
        seats=len(body.seats),
        organisations=organisations,
        sectors=tuple(sector for sector in Sector if sector in known),
        constituencies=tuple(party for party in Constituency if party in parties),
        sectorless=tuple(name for name in organisations if name in blank),
        complete=body.id not in table.open,
    )
