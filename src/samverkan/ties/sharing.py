"""Who ties two bodies: the organisations and persons that both have, and which body reports to which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.model.facts import is_unknown, stated
from samverkan.ties.seating import Seating, seating

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration


@frozen
class Shared:
    """What ties two bodies directly (*gemensamma aktörer*): each tie named, none of them a person's name.

    ``holders`` are the opaque keys of those who hold a seat in both; ``seats`` are the seats, written ``body/seat``,
    behind the shared organisations and holders. ``reports`` holds (from, to) where one reports to the other.
    Each ``…_complete`` says of its list that what is absent from it does not exist; else the list is a lower bound.
    """

    bodies: tuple[str, str]
    organisations: tuple[str, ...]
    holders: tuple[str, ...]
    seats: tuple[str, ...]
    reports: tuple[tuple[str, str], ...]
    organisations_complete: bool
    holders_complete: bool
    reports_complete: bool


def shared(collaboration: Collaboration, a: str, b: str) -> Shared:
    """Answer *Who ties two bodies?*; the order in which the bodies are named makes no difference but in ``bodies``."""
    return shared_in(collaboration, seating(collaboration), a, b)


def shared_in(collaboration: Collaboration, table: Seating, a: str, b: str) -> Shared:
    """Answer as ``shared`` does, from a table that has been read off already."""
    bodies = table.pair(a, b)
    organisations = tuple(name for name in table.organisations[a] if name in table.organisations[b])
    holders = tuple(key for key in table.holders[a] if key in table.holders[b])
    return Shared(
        bodies=bodies,
        organisations=organisations,
        holders=holders,
        seats=_seats(table, bodies, organisations, holders),
        reports=_reports(collaboration, a, b),
        organisations_complete=table.open.isdisjoint(bodies),
        holders_complete=table.open_holders.isdisjoint(bodies),
        reports_complete=not any(is_unknown(body.reports_to) for body in collaboration.bodies if body.id in bodies),
    )


def _seats(
    table: Seating, bodies: tuple[str, str], organisations: tuple[str, ...], holders: tuple[str, ...]
) -> tuple[str, ...]:
    behind = {seat for body in bodies for name in organisations for seat in table.organisations[body][name]}
    behind |= {seat for body in bodies for key in holders for seat in table.holders[body][key]}
    return tuple(sorted(behind))


def _reports(collaboration: Collaboration, a: str, b: str) -> tuple[tuple[str, str], ...]:
    other = {a: b, b: a}
    above = {body.id: stated(body.reports_to) for body in collaboration.bodies if body.id in other}
    return tuple((name, goal) for name, goal in above.items() if goal == other[name])
