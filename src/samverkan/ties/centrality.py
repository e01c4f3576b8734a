"""How central the municipality and the lead are among the organisations that meet (*centralitet*)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import networkx as nx
from attrs import frozen

from samverkan.model.facts import stated
from samverkan.model.organisations import Sector
from samverkan.ties.projections import meetings_of
from samverkan.ties.seating import Seating, seating
from samverkan.ties.sectors import Sectors, sectors_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from collections.abc import Set as AbstractSet

    from samverkan.model.collaboration import Collaboration

    Meetings = Mapping[str, AbstractSet[str]]
    """For each organisation the others that it meets in some body."""


@frozen
class Position:
    """Where one organisation stands among those that it meets (*position*); all meetings count alike.

    ``others`` is how many it meets. ``constraint`` tells how far these are all in one circle, so that it can play no
    part of its own: R. S. Burt, *Structural holes*, 1992, chapter 2. ``effective_size`` is how many of
    them are not there twice over, being tied to each other (S. P. Borgatti, *Structural holes: unpacking Burt's
    redundancy measures*, Connections 20, 1997). Both are ``None`` of an organisation that meets nobody.
    """

    organisation: str
    municipal: bool
    leads: bool
    seats: tuple[str, ...]
    others: int
    constraint: float | None
    effective_size: Fraction | None


@frozen
class Centrality:
    """How central the municipality and the lead are (*centralitet*), beside those who meet the most others.

    ``positions`` are the seated organisations of the municipal sector and those of the lead: its employer, or one with
    a seat that is the lead's. ``foremost`` are all who meet as many others as anybody does, ``most`` how many that is.
    ``centralisation`` is Freeman's of degree: 1 where all meet one and nobody else, 0 where all meet equally many;
    Σ (most - others) / ((n - 1)(n - 2)) over the n seated organisations (L. C. Freeman, *Centrality in social
    networks: conceptual clarification*, Social Networks 1, 1978), and ``None`` of fewer than three.
    Where ``complete`` is false, each number of others and ``most`` are lower bounds; what is computed of them is none.
    """

    positions: tuple[Position, ...]
    foremost: tuple[str, ...]
    most: int
    organisations: int
    centralisation: Fraction | None
    complete: bool


def centrality(collaboration: Collaboration) -> Centrality:
    """Answer *How central is the municipality, or the lead?*."""
    table = seating(collaboration)
    return centrality_in(leading(collaboration, table.wholes), table, sectors_of(collaboration))


def centrality_in(leads: Collection[str], table: Seating, sectors: Sectors) -> Centrality:
    """Answer as ``centrality`` does, from tables that have been read off already, of one collaboration or several.

    ``leads`` are those of the lead, as ``leading`` names them.
    """
    meetings = meetings_of(table)
    most = max(map(len, meetings.values()), default=0)
    asked = [name for name in meetings if sectors.of(name) is Sector.MUNICIPALITY or name in leads]
    seats = table.seats_of(asked)
    return Centrality(
        positions=tuple(
            Position(
                organisation=name,
                municipal=sectors.of(name) is Sector.MUNICIPALITY,
                leads=name in leads,
                seats=seats[name],
                others=len(meetings[name]),
                constraint=constraint(meetings, name),
                effective_size=effective_size(meetings, name),
            )
            for name in asked
        ),
        foremost=tuple(name for name, others in meetings.items() if most and len(others) == most),
        most=most,
        organisations=len(meetings),
        centralisation=centralisation([len(others) for others in meetings.values()]),
        complete=table.complete,
    )


def centralisation(degrees: Collection[int]) -> Fraction | None:
    """Give Freeman's centralisation of degree, which a star has in full and a circle not at all."""
    size = len(degrees)
    if size < 3:
        return None
    most = max(degrees)
    return Fraction(sum(most - each for each in degrees), (size - 1) * (size - 2))


def betweenness_centralisation(collaboration: Collaboration) -> float | None:
    """Give Freeman's centralisation of betweenness among the seated organisations, or nothing of fewer than three.

    It is the mean lead that the foremost go-between has over the others, 1 in a star, 0 where all are between equally
    often (Freeman 1978, as in ``Centrality``). networkx, or the backend of it that is chosen, finds the betweenness: in
    a tenth of a second of a county, in a minute of a country, so no question asks for it by default.
    """
    meetings = meetings_of(seating(collaboration))
    if len(meetings) < 3:
        return None
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(meetings)
    graph.add_edges_from((name, other) for name, others in meetings.items() for other in others)
    between = nx.betweenness_centrality(graph).values()
    most = max(between)
    return sum(most - each for each in between) / (len(between) - 1)


def constraint(meetings: Meetings, name: str) -> float | None:
    """Give Burt's constraint on one organisation.

    networkx asks for the strength of every tie again and again, at the cube of the number of ties; here all are equal.
    """
    mine = meetings[name]
    return sum(_invested(meetings, name, other) ** 2 for other in sorted(mine)) if mine else None


def _invested(meetings: Meetings, name: str, other: str) -> float:
    """Give the share of its ties that an organisation has in another, and in those who meet both."""
    mine = meetings[name]
    through = sum(1 / len(meetings[third]) for third in sorted(mine & meetings[other]))
    return (1 + through) / len(mine)


def effective_size(meetings: Meetings, name: str) -> Fraction | None:
    """Give the effective size of what one organisation meets: how many, less the mean number of ties among them."""
    mine = meetings[name]
    return len(mine) - Fraction(sum(len(mine & meetings[other]) for other in mine), len(mine)) if mine else None


def leading(collaboration: Collaboration, wholes: Mapping[str, str]) -> frozenset[str]:
    """Name the organisations of the lead: its employer, and those with a seat that is the lead's; units as wholes."""
    named = [
        name for body in collaboration.bodies for seat in body.seats if seat.project_lead for name in seat.organisations
    ]
    employer = stated(collaboration.lead.employer)
    return frozenset(wholes[name] for name in (*named, *([employer] if employer is not None else [])))
