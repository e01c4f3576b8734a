"""Which sectors meet where, and which never (*möten mellan sektorer*): sectors by bodies, pairs, and the E-I index."""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction
from itertools import combinations, combinations_with_replacement
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.model.organisations import Sector
from samverkan.ties.projections import meetings_of
from samverkan.ties.seating import Seating, seating
from samverkan.ties.sectors import SectorPair, Sectors, in_order, sectors_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.model.collaboration import Collaboration


@frozen
class Sitting:
    """The organisations of one sector that sit in one body (*plats vid bordet*)."""

    sector: Sector
    body: str
    organisations: tuple[str, ...]


@frozen
class Encounter:
    """Where two organisations of two sectors, or of one, sit in one body (*möte mellan sektorer*).

    ``bodies`` are those in which they are known to sit, ``pairs`` counts the pairs of organisations that meet there.
    ``meet`` says whether they do at all: ``None`` is unknown, since an open list or an organisation whose sector is not
    known may bring them together.
    """

    sectors: SectorPair
    bodies: tuple[str, ...]
    pairs: int
    meet: bool | None


@frozen
class Mixing:
    """Which sectors meet where (*vilka sektorer möts*), and whether rather with others or among themselves.

    ``encounters`` has every two sectors of the file's organisations, seated or not, and each with itself; ``never`` are
    the different ones that certainly do not meet. ``sectorless`` are the seated organisations of unknown sector.

    ``internal`` and ``external`` count the pairs of organisations that meet within one sector and across two;
    ``unsorted`` those that meet where a sector is not known. From them follows the E-I index, between -1 (all within)
    and 1 (all across): D. Krackhardt and R. Stern, *Informal networks and organizational crises*, Social Psychology
    Quarterly 51, 1988. ``expected`` is its exact mean if the known sectors were dealt out at random to the same
    organisations: of n organisations, n_s in sector s, it is 1 - 2 Σ n_s (n_s - 1) / (n (n - 1)).
    Neither is there where no two organisations of known sector meet.

    Where ``complete`` is false, the index is of the known seats and no bound: one more seat may move it either way.
    """

    sittings: tuple[Sitting, ...]
    encounters: tuple[Encounter, ...]
    never: tuple[SectorPair, ...]
    sectorless: tuple[str, ...]
    internal: int
    external: int
    unsorted: int
    index: Fraction | None
    expected: Fraction | None
    complete: bool

    @property
    def bounds(self) -> tuple[Fraction, Fraction] | None:
        """What the index can be neither below nor above, whatever sectors the ``sectorless`` are of."""
        ties = self.internal + self.external + self.unsorted
        if not ties:
            return None
        known = self.external - self.internal
        return Fraction(known - self.unsorted, ties), Fraction(known + self.unsorted, ties)


def mixing(collaboration: Collaboration) -> Mixing:
    """Answer *Which sectors meet where, and which never?*."""
    return mixing_in(seating(collaboration), sectors_of(collaboration))


def mixing_in(table: Seating, sectors: Sectors) -> Mixing:
    """Answer as ``mixing`` does, from tables that have been read off already."""
    pairs, unsorted = _pairs(table, sectors)
    encounters = tuple(_encounters(table, sectors, pairs))
    internal = sum(count for (a, b), count in pairs.items() if a is b)
    external = sum(pairs.values()) - internal
    known = internal + external
    return Mixing(
        sittings=tuple(_sittings(table, sectors)),
        encounters=encounters,
        never=tuple(each.sectors for each in encounters if each.meet is False and len(set(each.sectors)) == 2),
        sectorless=sectors.unknown(table.seated),
        internal=internal,
        external=external,
        unsorted=unsorted,
        index=Fraction(external - internal, known) if known else None,
        expected=_expected(table.seated, sectors) if known else None,
        complete=table.complete,
    )


def _pairs(table: Seating, sectors: Sectors) -> tuple[Counter[SectorPair], int]:
    found: Counter[SectorPair] = Counter()
    unsorted = 0
    for name, others in meetings_of(table).items():
        mine = sectors.of(name)
        for other in others:
            theirs = sectors.of(other)
            if mine is None or theirs is None:
                unsorted += 1
            else:
                found[in_order(mine, theirs)] += 1
    # Every pair has been seen from both its ends.
    return Counter({pair: count // 2 for pair, count in found.items()}), unsorted // 2


def _sittings(table: Seating, sectors: Sectors) -> Iterable[Sitting]:
    by_sector: Mapping[Sector, dict[str, list[str]]] = {sector: defaultdict(list) for sector in Sector}
    for body, organisations in table.organisations.items():
        for name in organisations:
            sector = sectors.of(name)
            if sector is not None:
                by_sector[sector][body].append(name)
    for sector, bodies in by_sector.items():
        yield from (Sitting(sector, body, tuple(names)) for body, names in bodies.items())


def _encounters(table: Seating, sectors: Sectors, pairs: Counter[SectorPair]) -> Iterable[Encounter]:
    met: dict[SectorPair, list[str]] = defaultdict(list)
    for body, organisations in table.organisations.items():
        here = [sector for name in organisations if (sector := sectors.of(name)) is not None]
        for pair in {in_order(one, other) for one, other in combinations(here, 2)}:
            met[pair].append(body)
    of_the_file = {sectors.of(name) for name in table.tops}
    for pair in combinations_with_replacement([sector for sector in Sector if sector in of_the_file], 2):
        found = tuple(met[pair])
        yield Encounter(pair, found, pairs[pair], meet=True if found else _may_meet(table, sectors, pair))


def _may_meet(table: Seating, sectors: Sectors, pair: SectorPair) -> bool | None:
    if not table.complete:
        return None
    one, other = pair
    for organisations in table.organisations.values():
        first = {name for name in organisations if one in sectors.possible[name]}
        second = {name for name in organisations if other in sectors.possible[name]}
        if first and second and len(first | second) > 1:
            return None
    return False


def _expected(seated: Iterable[str], sectors: Sectors) -> Fraction:
    sizes = Counter(sector for name in seated if (sector := sectors.of(name)) is not None)
    whole = sizes.total()
    alike = sum(size * (size - 1) for size in sizes.values())
    return 1 - 2 * Fraction(alike, whole * (whole - 1))
