"""To which sector an organisation belongs, as far as that is known (*sektor*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from samverkan.model.facts import stated
from samverkan.model.organisations import Sector

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.collaboration import Collaboration
    from samverkan.model.organisations import Organisation

SectorPair: TypeAlias = tuple[Sector, Sector]
"""Two sectors in the order of the model, or one of them twice."""

_RANK = {sector: place for place, sector in enumerate(Sector)}


@frozen
class Sectors:
    """For each organisation the sectors that it may belong to (*sektor*): one where its sector is known."""

    possible: Mapping[str, frozenset[Sector]]

    def of(self, name: str) -> Sector | None:
        """Give the sector, or nothing where it is not known."""
        found = self.possible[name]
        return next(iter(found)) if len(found) == 1 else None

    def unknown(self, names: Iterable[str]) -> tuple[str, ...]:
        """Give those of the organisations whose sector is not known."""
        return tuple(name for name in names if len(self.possible[name]) != 1)


def sectors_of(collaboration: Collaboration) -> Sectors:
    """Read off the sectors; a unit that states none has that of its whole."""
    by_id = {each.id: each for each in collaboration.organisations}
    return Sectors({name: _possible(each, by_id) for name, each in by_id.items()})


def in_order(a: Sector, b: Sector) -> SectorPair:
    """Give two sectors in the order in which the model lists them."""
    return (a, b) if _RANK[a] <= _RANK[b] else (b, a)


def _possible(organisation: Organisation, by_id: Mapping[str, Organisation]) -> frozenset[Sector]:
    each: Organisation | None = organisation
    while each is not None:
        sector = stated(each.sector)
        if sector is not None:
            return frozenset({sector})
        each = by_id[each.part_of] if each.part_of is not None else None
    return frozenset(Sector).difference(organisation.not_sectors)
