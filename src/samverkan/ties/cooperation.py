"""Who has agreed, or is said, to work together (*samarbete*): ties between organisations that need no table."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx
from attrs import frozen

from samverkan.model.facts import Absent, stated
from samverkan.model.names import Text
from samverkan.model.reported import Intensity
from samverkan.ties.seating import seating

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.model.collaboration import Collaboration
    from samverkan.model.reported import ReportedTie


@frozen
class Agreed:
    """One agreement with its parties (*överenskommelse*); many parties are one agreement, and no tie of each pair."""

    id: str
    about: Text
    organisations: tuple[str, ...]


@frozen
class Reported:
    """What is reported of two organisations (*rapporterat band*), by however many.

    ``intensities`` are the steps that are reported, the lowest first. ``said`` says that somebody reports that the two
    work together, be it without a step; ``denied`` that somebody reports that they do not.
    """

    organisations: tuple[str, str]
    intensities: tuple[Intensity, ...]
    said: bool
    denied: bool


@frozen
class Cooperation:
    """Who works together by agreements and reports (*samarbete*), units counted with their wholes, in the file's order.

    Numbers are intervals between none and all of the unknown ties. ``pairs_at_least`` counts the pairs of which it is
    reported and by nobody denied that they work together. ``pairs_at_most`` counts, where ``reports_complete``, also
    those on which the reports differ; otherwise it is all pairs but those of which it is only denied. ``parts`` are the
    organisations that certainly hang together by agreements and undenied reports, those of two or more.
    ``parts_at_most`` counts the parts into which all organisations of the file fall by these alone; with unknown ties
    they may be fewer, down to ``parts_at_least``, which is 1 where a list is open.
    """

    agreements: tuple[Agreed, ...]
    reports: tuple[Reported, ...]
    parts: tuple[tuple[str, ...], ...]
    pairs_at_least: int
    pairs_at_most: int
    parts_at_least: int
    parts_at_most: int
    agreements_complete: bool
    reports_complete: bool

    @property
    def complete(self) -> bool:
        """Whether both lists are closed."""
        return self.agreements_complete and self.reports_complete


def cooperation(collaboration: Collaboration) -> Cooperation:
    """Answer *Who has agreed, or is said, to work together?*."""
    return cooperation_in(collaboration, seating(collaboration).wholes)


def cooperation_in(collaboration: Collaboration, wholes: Mapping[str, str]) -> Cooperation:
    """Answer as ``cooperation`` does, where it is known already which whole each unit belongs to."""
    tops = [name for name, whole in wholes.items() if name == whole]
    rank = {name: place for place, name in enumerate(tops)}
    agreed = tuple(
        Agreed(each.id, each.about, tuple(sorted({wholes[name] for name in each.parties}, key=rank.__getitem__)))
        for each in collaboration.agreements
    )
    reports = _reports(collaboration.ties, wholes, rank)
    certain = [each.organisations for each in reports if each.said and not each.denied]
    known = [*(pair for each in agreed for pair in pairwise(each.organisations)), *certain]
    contested = [each.organisations for each in reports if each.said and each.denied]
    refuted = sum(not each.said for each in reports)
    closed = collaboration.ties_complete
    parts = _parts(tops, known)
    return Cooperation(
        agreements=agreed,
        reports=reports,
        parts=tuple(part for part in parts if len(part) > 1),
        pairs_at_least=len(certain),
        pairs_at_most=len(certain) + len(contested) if closed else len(tops) * (len(tops) - 1) // 2 - refuted,
        parts_at_least=(
            len(_parts(tops, [*known, *contested]))
            if closed and collaboration.agreements_complete
            else min(1, len(tops))
        ),
        parts_at_most=len(parts),
        agreements_complete=collaboration.agreements_complete,
        reports_complete=closed,
    )


def _reports(ties: Iterable[ReportedTie], wholes: Mapping[str, str], rank: Mapping[str, int]) -> tuple[Reported, ...]:
    """Gather what is said of each pair; of two units of one whole nothing is told."""
    found: dict[tuple[str, str], list[ReportedTie]] = {}
    for tie in ties:
        one, other = sorted((wholes[tie.from_], wholes[tie.to]), key=rank.__getitem__)
        if one != other:
            found.setdefault((one, other), []).append(tie)
    return tuple(
        Reported(
            organisations=pair,
            intensities=tuple(sorted({step for each in told if (step := stated(each.intensity)) is not None})),
            said=any(not isinstance(each.intensity, Absent) for each in told),
            denied=any(isinstance(each.intensity, Absent) for each in told),
        )
        for pair, told in found.items()
    )


def _parts(tops: Iterable[str], ties: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(tops)
    graph.add_edges_from(ties)
    place = {name: number for number, nodes in enumerate(nx.connected_components(graph)) for name in nodes}
    parts: dict[int, list[str]] = {}
    for name in graph:
        parts.setdefault(place[name], []).append(name)
    return [tuple(part) for part in parts.values()]
