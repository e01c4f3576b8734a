"""Who sits where: each body with its seats, by the sector of those whom they represent."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from samverkan.formats.text.names import body_name, organisation_name
from samverkan.formats.text.table import paragraph
from samverkan.model.facts import Absent, stated
from samverkan.model.message import say
from samverkan.model.organisations import Sector

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.formats.wording import Wording
    from samverkan.model.bodies import Body, Seat
    from samverkan.model.collaboration import Collaboration

_Groups: TypeAlias = "dict[tuple[Sector | None, ...], list[Seat]]"


def seat_lines(collaboration: Collaboration, wording: Wording, width: int) -> list[str]:
    """List the bodies that have seats, each with its seats by sector, and name the bodies that have none."""
    lines: list[str] = []
    for body in collaboration.bodies:
        if body.seats:
            lines += _body(collaboration, body, wording, width)
    empty = [body_name(collaboration, body.id, wording) for body in collaboration.bodies if not body.seats]
    if empty:
        lines += paragraph(wording.tell(say("No seats are listed for {bodies}.", bodies=tuple(empty))), width)
    return lines or [wording.word("No bodies are listed.")]


def _body(collaboration: Collaboration, body: Body, wording: Wording, width: int) -> list[str]:
    roles = sum(stated(seat.role) is not None for seat in body.seats)
    counts = say(
        "{body}: {n} seat, {roles} with a stated role",
        "{body}: {n} seats, {roles} with a stated role",
        n=len(body.seats),
        body=body_name(collaboration, body.id, wording),
        roles=roles,
    )
    notes = [] if body.seats_complete else [wording.word("the list is open: there may be more")]
    notes += [wording.word("? = not stated")] if roles < len(body.seats) else []
    told = f"{wording.tell(counts)} ({'; '.join(notes)})" if notes else wording.tell(counts)
    lines = paragraph(told, width)
    for sectors, seats in _by_sector(collaboration, body.seats):
        told = f"{_sector(sectors, wording)} {len(seats)}: {'; '.join(_told(collaboration, seats, wording))}"
        lines += paragraph(told, width, first="  ", then="    ")
    return lines


def _by_sector(
    collaboration: Collaboration, seats: Iterable[Seat]
) -> list[tuple[tuple[Sector | None, ...], list[Seat]]]:
    groups: _Groups = {}
    for seat in seats:
        found = (collaboration.organisation(name) for name in seat.organisations)
        sectors = tuple(dict.fromkeys(stated(organisation.sector) if organisation else None for organisation in found))
        groups.setdefault(sectors or (None,), []).append(seat)
    return sorted(groups.items(), key=lambda group: [_rank(sector) for sector in group[0]])


def _rank(sector: Sector | None) -> int:
    return len(Sector) if sector is None else list(Sector).index(sector)


def _sector(sectors: tuple[Sector | None, ...], wording: Wording) -> str:
    told = " + ".join(wording.label(sector) if sector else wording.word("sector not stated") for sector in sectors)
    return told[:1].upper() + told[1:]


def _told(collaboration: Collaboration, seats: list[Seat], wording: Wording) -> list[str]:
    """Name each organisation once, with the roles of its seats after it."""
    roles: dict[tuple[str, ...], list[str]] = {}
    for seat in seats:
        roles.setdefault(seat.organisations, []).append(_role(seat, wording))
    return [
        f"{_names(collaboration, organisations, wording)} ({', '.join(told)})" for organisations, told in roles.items()
    ]


def _names(collaboration: Collaboration, organisations: tuple[str, ...], wording: Wording) -> str:
    if not organisations:
        return wording.word("organisation not stated")
    return " + ".join(organisation_name(collaboration, name, wording) for name in organisations)


def _role(seat: Seat, wording: Wording) -> str:
    role = stated(seat.role)
    told = wording.value(role) if role else wording.fact(seat.role) if isinstance(seat.role, Absent) else "?"
    marks = [wording.word("vacant")] * seat.vacant + [wording.word("co-opted")] * (not seat.voting)
    return ", ".join([told, *marks])
