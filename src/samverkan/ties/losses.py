"""How many losses part two bodies: the smallest set of organisations without which no chain of seats joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.ties.flow import Flow
from samverkan.ties.seating import Seating, seating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.model.collaboration import Collaboration


@frozen
class Connectivity:
    """How many organisations must leave before nothing joins two bodies (*sårbarhet*), as far as that is known.

    Bodies are joined by chains of bodies and organisations with seats in them; only organisations can leave here.
    ``at_least`` is the number for the seats that are known, ``cut`` one smallest set of that size: of several, the one
    nearest to the second body. Where the two are not joined, it is 0 and the cut is empty. ``at_most`` is the number if
    everybody who may have a seat had one, in the open bodies and in bodies that are not listed; ``None`` says that
    there is no such limit, since both bodies are open. A reporting line is no chain of seats; see ``shared``.
    """

    bodies: tuple[str, str]
    at_least: int
    at_most: int | None
    cut: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether the number is exact whatever the sources leave out."""
        return self.at_least == self.at_most


def connectivity(collaboration: Collaboration, a: str, b: str) -> Connectivity:
    """Answer *How many losses part two bodies?*."""
    return next(connectivities(seating(collaboration), [(a, b)]))


def connectivities(table: Seating, pairs: Iterable[tuple[str, str]]) -> Iterator[Connectivity]:
    """Answer as ``connectivity`` does for each of many pairs, from a table that has been read off already."""
    rank = {name: place for place, name in enumerate(table.tops)}
    known = Flow(table.organisations)
    possible = known if table.complete else Flow(_possible_seats(table))
    for a, b in pairs:
        table.pair(a, b)
        cut = known.cut(a, b)
        yield Connectivity(
            bodies=(a, b),
            at_least=len(cut),
            at_most=None if {a, b} <= table.open else possible.size(_place(table, a), _place(table, b)),
            cut=tuple(sorted(cut, key=rank.__getitem__)),
        )


_ANYWHERE = ""
"""All that is open as one body, which no listed one is called."""


def _possible_seats(table: Seating) -> dict[str, tuple[str, ...]]:
    # All that is open is one body in which everybody may sit: two open bodies may share any number of newcomers.
    closed = {body: tuple(seats) for body, seats in table.organisations.items() if body not in table.open}
    return {**closed, _ANYWHERE: table.tops}


def _place(table: Seating, body: str) -> str:
    return _ANYWHERE if body in table.open else body
