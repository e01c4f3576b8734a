"""The country as one network: every question about ties at once, and the measures that graph libraries have too."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, cast

import igraph  # type: ignore[import-untyped]  # it has no types
import networkx as nx
import rustworkx
from attrs import frozen

from benchmarks.country import FIRST, MUNICIPALITIES
from benchmarks.timing import Row, compared, turns
from samverkan.drills.waiting import spreading
from samverkan.model.activities import Activity, Series
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.cadence import MonthlyOn, Weekday
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality, Organisation, Sector
from samverkan.model.values import ClockSpan
from samverkan.ties import affiliations, answers, centrality, network, organisations_together, splitters
from samverkan.ties.centrality import constraint
from samverkan.ties.projections import meetings_of
from samverkan.ties.seating import seating

if TYPE_CHECKING:
    from collections.abc import Iterable

BUDGET = 10.0
"""Seconds for the network and every default question of a country."""
COUNTY = 14
"""Municipalities of a county: 290 in 21 counties."""
HOURS = (UNKNOWN, ClockSpan.parse("9.00–11.00"), UNKNOWN, ClockSpan.parse("13.00–15.00"))
"""The hours of a body's meetings, where they are known."""
BODIES = ("board", "group", "projects", "network")
_LOCAL = (
    Sector.MUNICIPALITY,
    Sector.STATE_AGENCY,
    Sector.STATE_AGENCY,
    Sector.REGION,
    Sector.BUSINESS,
    Sector.BUSINESS,
    Sector.ACADEMIA,
    *[Sector.CIVIL_SOCIETY] * 4,
    Sector.TARGET_GROUP,
)
"""The twelve organisations of a municipality; of its county there are four more, and of the country two."""
_COUNTY = (Sector.STATE_AGENCY, Sector.REGION, Sector.MUNICIPAL_FEDERATION, Sector.STATE_AGENCY)


def country(municipalities: int = MUNICIPALITIES, *, seed: int = 1) -> Collaboration:
    """Make one collaboration of so many municipalities, each with four bodies in which most of its twelve sit."""
    chance = random.Random(seed)  # noqa: S311  # not secret
    counties = range(-(-municipalities // COUNTY))
    organisations = [Organisation(f"n{number}", sector=Sector.STATE_AGENCY) for number in range(2)]
    organisations += [
        Organisation(f"c{county}-{number}", sector=sector)
        for county in counties
        for number, sector in enumerate(_COUNTY)
    ]
    organisations += [
        Organisation(f"k{town}-{number}", sector=sector)
        for town in range(municipalities)
        for number, sector in enumerate(_LOCAL)
    ]
    return Collaboration(
        id="country",
        name="Landet",
        municipalities=tuple(Municipality(f"{town:04}", f"Kommun {town}") for town in range(municipalities)),
        organisations=tuple(organisations),
        bodies=tuple(
            _body(f"k{town}", town // COUNTY, place, chance)
            for town in range(municipalities)
            for place in range(len(BODIES))
        ),
        bodies_complete=True,
        series=tuple(_series(f"k{town}-{body}", chance) for town in range(municipalities) for body in BODIES),
        activities=tuple(
            Activity(f"k{town}-a", Text("Språkcafé"), organisers=[f"k{town}-{chance.randrange(12)}"])
            for town in range(municipalities)
        ),
    )


def _body(town: str, county: int, place: int, chance: random.Random) -> Body:
    """Give a body ten of its town, one to four of its county, and a board one agency of the country too."""
    names = [f"{town}-0", *(f"{town}-{number}" for number in sorted(chance.sample(range(1, 12), 9)))]
    names += [f"c{county}-{number}" for number in sorted(chance.sample(range(4), 4 - place))]
    names += [f"n{chance.randrange(2)}"] if place == 0 else []
    seats = [
        Seat(f"s{number}", organisations=[name], holder=f"{name}-{place % 2}") for number, name in enumerate(names)
    ]
    return Body(f"{town}-{BODIES[place]}", BodyKind.NETWORK, Text(town), seats=seats, seats_complete=place < 2)


def _series(body: str, chance: random.Random) -> Series:
    """Give a body a meeting every second month of a year, at an hour that every other time is not known."""
    rule = MonthlyOn(chance.choice((1, 2, 3, 4)), chance.choice(list(Weekday)[:5]), months=2)
    return Series(f"{body}-s", body, rule, FIRST, FIRST.replace(month=12, day=31), time=chance.choice(HOURS))


def ask(whole: Collaboration) -> object:
    """Build the network, ask all that is asked by default, and follow what is said through all meetings."""
    return network(whole), answers(whole), spreading([whole])


def check(whole: Collaboration) -> Peers:
    """Give the same ties to the peers, after making sure that all find the same."""
    peers = Peers.of(whole)
    ours = {each.organisation: each.constraint for each in centrality(whole).positions}
    theirs = dict(zip(ours, peers.constraints(ours), strict=True))
    if any(found is None or abs(found - theirs[name]) > 1e-9 for name, found in ours.items()):
        raise AssertionError("igraph finds another constraint")
    found = splitters(whole)
    splitting = {each.id for each in (*found.organisations, *found.bodies)}
    if not splitting == peers.by_networkx() == peers.by_igraph() == peers.by_rustworkx():
        raise AssertionError("the peers find others whose loss splits")
    return peers


@frozen
class Peers:
    """The seats, and who meets whom, as the peers hold them; making these is not timed."""

    seats: nx.Graph[str]
    in_igraph: igraph.Graph
    in_rustworkx: rustworkx.PyGraph[Any, Any]
    together: igraph.Graph

    @classmethod
    def of(cls, whole: Collaboration) -> Peers:
        """Hand over the ties."""
        seats, together = affiliations(whole), organisations_together(whole)
        return cls(
            seats,
            igraph.Graph.from_networkx(seats),
            cast("rustworkx.PyGraph[Any, Any]", rustworkx.networkx_converter(seats, keep_attributes=True)),
            igraph.Graph.from_networkx(together),
        )

    def constraints(self, names: Iterable[str]) -> list[float]:
        """Give Burt's constraint on each organisation, by igraph."""
        place = {node: number for number, node in enumerate(self.together.vs["_nx_name"])}
        return list(self.together.constraint([place[f"organisation:{name}"] for name in names]))

    def by_networkx(self) -> set[str]:
        """Name whose loss splits, by networkx."""
        return {node.split(":")[1] for node in nx.articulation_points(self.seats)}

    def by_igraph(self) -> set[str]:
        """Name whose loss splits, by igraph."""
        graph = self.in_igraph
        return {graph.vs[place]["_nx_name"].split(":")[1] for place in graph.articulation_points()}

    def by_rustworkx(self) -> set[str]:
        """Name whose loss splits, by rustworkx."""
        graph = self.in_rustworkx
        return {graph[place]["__networkx_node__"].split(":")[1] for place in rustworkx.articulation_points(graph)}


def rows() -> Iterable[Row]:
    """Measure a country: all at once against the time that we allow, and two measures against peers in C and Rust."""
    whole = country()
    peers = check(whole)
    ties = network(whole).number_of_edges() + peers.together.ecount() + peers.in_igraph.ecount()
    taken = min(turns(lambda: ask(whole), times=3)[0])
    allowed = f"the {BUDGET:.0f} s that we allow"
    yield Row(
        "Every question about ties, and when news arrives",
        allowed,
        taken / BUDGET,
        1.0,
        taken / ties * 1e6,
        BUDGET / ties * 1e6,
        "tie",
        ties,
    )
    meets, names = meetings_of(seating(whole)), [f"k{town}-0" for town in range(MUNICIPALITIES)]
    yield compared(
        "Burt's constraint on the municipalities",
        "igraph",
        lambda: [constraint(meets, name) for name in names],
        lambda: peers.constraints(names),
        count=len(names),
        unit="organisation",
    )
    for peer, work in (("igraph", peers.by_igraph), ("rustworkx", peers.by_rustworkx), ("networkx", peers.by_networkx)):
        yield compared(
            "Whose loss splits, and into what",
            f"{peer}, who only",
            lambda: splitters(whole),
            work,
            count=len(peers.seats),
            unit="node",
        )
