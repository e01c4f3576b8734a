"""What a drawing shows, read off a network of one collaboration or several (*avläsning*)."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

from samverkan.formats.graph.name import name
from samverkan.formats.svg.affiliation import Affiliations, Anchor, Link, LinkKind, Member
from samverkan.model.names import swedish
from samverkan.model.organisations import Sector
from samverkan.ties.links import TieKind
from samverkan.ties.nodes import NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

    from samverkan.formats.wording import Wording

Counts: TypeAlias = "dict[str, Counter[tuple[str, LinkKind]]]"
"""For each organisation how often it is tied to each anchor, and how."""


def affiliations(graph: nx.MultiGraph[str], wording: Wording) -> Affiliations:
    """Read off what is drawn; areas, holders and single activities are not, and units count to their wholes.

    Of several collaborations the name of each stands behind those of its bodies. That of one day has the
    day in its name.
    """
    return _Reader(graph, wording).read()


_STANDING = (TieKind.PARTY, TieKind.PARTNER, TieKind.CO_FINANCES, TieKind.OWNS)
_WORK = (TieKind.ORGANISES, TieKind.FUNDS, TieKind.TAKES_PART)


class _Reader:
    """One reading of one graph."""

    def __init__(self, graph: nx.MultiGraph[str], wording: Wording) -> None:
        self.graph, self.wording = graph, wording
        self.of_kind: dict[str, list[str]] = defaultdict(list)
        for node, about in graph.nodes(data=True):
            self.of_kind[about["kind"]].append(node)
        self.ties: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for one, other, about in graph.edges(data=True):
            subject = about["subject"]
            self.ties[about["tie"]].append((subject, other if subject == one else one))
        self.whole = dict(self.ties[TieKind.PART_OF.value])
        self.chairs = _grouped(self.ties[TieKind.SEAT.value])
        self.behind = _grouped(self.ties[TieKind.REPRESENTS.value])
        self.above = dict(self.ties[TieKind.REPORTS_TO.value])
        self.wholes = self.of_kind[NodeKind.COLLABORATION.value]

    def read(self) -> Affiliations:
        counts, bodies = self._counts(), self.of_kind[NodeKind.BODY.value]
        tied = {place for links in counts.values() for place, _ in links}
        standing = [node for node in self.wholes if node in tied]
        done = [_DONE] if _DONE in tied else []
        numbers = {node: place for place, node in enumerate([*bodies, *standing, *done])}
        anchors = [self._body(node, numbers) for node in bodies]
        anchors += [self._standing(node, counts) for node in standing]
        anchors += [self._work() for _ in done]
        tops = [node for node in self.of_kind[NodeKind.ORGANISATION.value] if node not in self.whole]
        units = _grouped((self._top(unit), self._name(unit)) for unit in self.whole)
        members = [self._member(node, units[node], counts[node], numbers) for node in tops]
        title = " + ".join(map(self._name, self.wholes))
        day = self.graph.graph.get("as_of")
        title += f", {self.wording.day(dt.date.fromisoformat(day))}" if day else ""
        return Affiliations(title, anchors, sorted(members, key=lambda member: swedish(member.name)))

    def _counts(self) -> Counts:
        found: Counts = defaultdict(Counter)
        table = {seat: body for body, seats in self.chairs.items() for seat in seats}
        for seat, nodes in self.behind.items():
            for node in nodes:
                found[self._top(node)][table[seat], LinkKind.SEAT] += 1
        for subject, whole in (tie for kind in _STANDING for tie in self.ties[kind.value]):
            found[self._top(subject)][whole, LinkKind.STANDING] += 1
        for subject, _ in (tie for kind in _WORK for tie in self.ties[kind.value]):
            found[self._top(subject)][_DONE, LinkKind.WORK] += 1
        return found

    def _member(
        self, node: str, units: Iterable[str], counts: Counter[tuple[str, LinkKind]], numbers: Mapping[str, int]
    ) -> Member:
        about = self.graph.nodes[node]
        sector = Sector(about["sector"]) if "sector" in about else None
        links = sorted((numbers[place], kind, count) for (place, kind), count in counts.items())
        town = self._town(about.get("municipality"))
        return Member(node, self._name(node), sector, town, units, (Link(*link) for link in links))

    def _body(self, node: str, numbers: Mapping[str, int]) -> Anchor:
        about, chairs = self.graph.nodes[node], [self._chair(seat) for seat in self.chairs[node]]
        told, above = self._name(node), numbers.get(self.above.get(node, ""))
        whole = f"{NodeKind.COLLABORATION.value}:{about.get('collaborations')}"
        if len(self.wholes) > 1 and whole in self.graph:
            told = f"{told} ({self._name(whole)})"
        return Anchor(LinkKind.SEAT, told, len(chairs), chairs, not about.get("seats_complete"), above)

    def _chair(self, seat: str) -> Sector | None:
        tops = map(self._top, self.behind[seat])
        return next((Sector(told) for top in tops if (told := self.graph.nodes[top].get("sector"))), None)

    def _standing(self, node: str, counts: Counts) -> Anchor:
        told = self._name(node) if len(self.wholes) > 1 else self.wording.word("The whole collaboration")
        return Anchor(LinkKind.STANDING, told, sum((node, LinkKind.STANDING) in links for links in counts.values()))

    def _work(self) -> Anchor:
        done = self.of_kind[NodeKind.ACTIVITY.value] + self.of_kind[NodeKind.EVENT.value]
        return Anchor(LinkKind.WORK, self.wording.word("Activities and programme"), len(done))

    def _top(self, node: str) -> str:
        while node in self.whole:
            node = self.whole[node]
        return node

    def _name(self, node: str) -> str:
        if any(key in self.graph.nodes[node] for key in ("name", "role")):
            return name(self.graph, node, self.wording.language)
        return self.wording.word("{id} (name not stated)").format(id=node.partition(":")[2])

    def _town(self, code: str | None) -> str | None:
        node = f"{NodeKind.MUNICIPALITY.value}:{code}"
        return self._name(node) if node in self.graph else code


_DONE = "done"
"""What stands for all activities and events together; a node's id begins with its kind, so it is none."""


def _grouped(ties: Iterable[tuple[str, str]]) -> defaultdict[str, list[str]]:
    groups = defaultdict(list)
    for subject, other in ties:
        groups[subject].append(other)
    return groups
