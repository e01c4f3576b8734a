"""Which of the parties that the work needs is missing (*behövda parter*): at a table, or altogether."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.model.bodies import Body
from samverkan.model.facts import stated
from samverkan.model.names import Text
from samverkan.ties.seating import Seating, may_hold_others, seating
from samverkan.ties.sectors import Sectors, sectors_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.bodies import Expectation
    from samverkan.model.collaboration import Collaboration


@frozen
class Need:
    """One party that the source expects at a table or calls necessary, and whether it is there (*behövd part*).

    ``body`` is the table; without one, the party is needed in the work, and a seat anywhere or a line among the
    partners answers. ``organisations`` are those known to answer, ``seats`` theirs, written ``body/seat``.
    ``present`` is ``None`` where it is not known: a list is open, an organisation has no known sector, or the
    file does not say who would answer to the description.
    """

    name: Text
    body: str | None
    organisations: tuple[str, ...]
    seats: tuple[str, ...]
    present: bool | None


@frozen
class Needs:
    """Every needed party (*behövda parter*): those of the tables in the order of the file, then those of the whole.

    ``complete`` says that no table expects others than these; what else the work needs can never be closed.
    """

    needs: tuple[Need, ...]
    complete: bool

    @property
    def missing(self) -> tuple[Need, ...]:
        """The parties that are certainly not there."""
        return tuple(each for each in self.needs if each.present is False)


def needs(collaboration: Collaboration) -> Needs:
    """Answer *Which of the needed parties is missing?*."""
    return needs_in(collaboration, seating(collaboration), sectors_of(collaboration))


def needs_in(collaboration: Collaboration, table: Seating, sectors: Sectors) -> Needs:
    """Answer as ``needs`` does, from tables that have been read off already."""
    found = [
        _need(each, _Asked(table, sectors, [body], body.id, closed=not may_hold_others(body)))
        for body in collaboration.bodies
        for each in body.expects
    ]
    lines = [stated(line.organisation) for line in collaboration.partners]
    partners = tuple(name for name in lines if name is not None)
    closed = table.complete and collaboration.partners_complete and len(partners) == len(lines)
    whole = _Asked(table, sectors, collaboration.bodies, None, closed=closed, partners=partners)
    found += [_need(each, whole) for each in collaboration.needed_partners]
    return Needs(tuple(found), complete=all(body.expects_complete for body in collaboration.bodies))


@frozen
class _Asked:
    """Where a party is looked for: bodies and partners, and whether nobody else can be there."""

    table: Seating
    sectors: Sectors
    bodies: Sequence[Body]
    body: str | None
    closed: bool
    partners: tuple[str, ...] = ()


def _need(expected: Expectation, asked: _Asked) -> Need:
    wanted = {asked.table.wholes[name] for name in expected.organisations}
    there: dict[str, list[str]] = {name: [] for name in asked.partners}
    for body in asked.bodies:
        for seat in body.seats:
            for name in seat.organisations:
                there.setdefault(name, []).append(f"{body.id}/{seat.id}")
    answering = [name for name in there if _answers(name, wanted, expected, asked)]
    return Need(
        name=expected.name,
        body=asked.body,
        organisations=tuple(dict.fromkeys(asked.table.wholes[name] for name in answering)),
        seats=tuple(dict.fromkeys(seat for name in answering for seat in there[name])),
        present=True if answering else _absent(there, expected, asked),
    )


def _answers(name: str, wanted: set[str], expected: Expectation, asked: _Asked) -> bool:
    return asked.table.wholes[name] in wanted or asked.sectors.of(name) in expected.sectors


def _absent(there: Iterable[str], expected: Expectation, asked: _Asked) -> bool | None:
    described = expected.organisations or expected.sectors
    possible = any(asked.sectors.possible[name].intersection(expected.sectors) for name in there)
    return None if not described or not asked.closed or possible else False
