"""Several collaborations as one network (*länets nätverk*): which of their organisations and people are the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
from attrs import frozen

from samverkan.errors import InvalidValueError
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import stated
from samverkan.ties.graph import network
from samverkan.ties.nodes import NodeKind
from samverkan.ties.seating import Seating, seating
from samverkan.ties.sectors import Sectors, sectors_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from samverkan.model.organisations import Sector

_Likeness: TypeAlias = tuple[object, ...]

_SHARED = {NodeKind.COLLABORATION.value, NodeKind.MUNICIPALITY.value, NodeKind.HOLDER.value}
"""The kinds whose ids mean the same in every file: a collaboration's own, the state's code, a person's key."""


@frozen
class Across:
    """Collaborations in the order of their ids, and what each calls everything among the others.

    ``organisations`` gives the common name of an organisation by its collaboration and its id there. Bodies, seats and
    all else have the id of their collaboration in front, as in a merged schedule: ``tranemo/samverkansgrupp``. Of one
    collaboration alone everything keeps its id.
    """

    collaborations: tuple[Collaboration, ...]
    organisations: Mapping[tuple[str, str], str]

    def own(self, collaboration: Collaboration, id_: str) -> str:
        """Give the name that what belongs to a collaboration has among the others."""
        return id_ if len(self.collaborations) == 1 else f"{collaboration.id}/{id_}"

    def common(self, collaboration: Collaboration, organisations: Iterable[str]) -> tuple[str, ...]:
        """Give the common names of organisations of a collaboration."""
        return tuple(self.organisations[collaboration.id, name] for name in organisations)


def across(collaborations: Iterable[Collaboration]) -> Across:
    """Tell which organisations of several collaborations are one; the order in which they are given is no matter.

    Two are one where both files give the same id and name, the same municipality or none, and the same whole or none.
    So *Socialförvaltningen* of two municipalities stays two, and so do two of which one source gives no name. Raises
    ``InvalidValueError`` where two collaborations have one id.
    """
    wholes = tuple(sorted(collaborations, key=lambda each: each.id))
    for name, count in Counter(each.id for each in wholes).items():
        if count > 1:
            told = f"two collaborations have the id “{name}”"
            raise InvalidValueError("duplicate-id", told, "an id of its own for each")
    found: dict[_Likeness, list[tuple[str, str]]] = defaultdict(list)
    for each in wholes:
        for organisation in each.organisations:
            found[_likeness(each, organisation.id)].append((each.id, organisation.id))
    names: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for same in found.values():
        owner, id_ = same[0]
        name = id_ if len(wholes) == 1 or (len(same) > 1 and id_ not in taken) else f"{owner}/{id_}"
        taken.add(name)
        names |= dict.fromkeys(same, name)
    return Across(wholes, names)


def merged_network(collaborations: Iterable[Collaboration], *, as_of: dt.date | None = None) -> nx.MultiGraph[str]:
    """Give the network of several collaborations together, of all times or of one day, as ``network`` does of one.

    What they share is one node: a municipality by its code, a person by the holder key, an organisation as ``across``
    tells. Of such a node the first collaboration that says something is believed. Each node has ``collaborations``, the
    ids of those that it belongs to, with spaces between; the origin of a tie has that of its collaboration in front.
    Who reports a tie, its ``by``, is called as its node is.
    """
    whole = across(collaborations)
    graph: nx.MultiGraph[str] = nx.MultiGraph(collaboration="+".join(each.id for each in whole.collaborations))
    if as_of is not None:
        graph.graph["as_of"] = as_of.isoformat()
    for each in whole.collaborations:
        part = network(each, as_of=as_of)
        names = {node: _renamed(node, each, whole) for node in part}
        for node, told in part.nodes(data=True):
            before = graph.nodes.get(names[node], {})
            owners = f"{before['collaborations']} {each.id}" if before else each.id
            graph.add_node(names[node], **{**told, **before, "collaborations": owners})
        for one, other, told in part.edges(data=True):
            origin = whole.own(each, told["origin"])
            renamed = {"subject": names[told["subject"]], "origin": origin}
            if "by" in told:
                renamed["by"] = whole.organisations[each.id, told["by"]]
            graph.add_edge(names[one], names[other], key=origin, **{**told, **renamed})
    return graph


def seating_across(whole: Across) -> Seating:
    """Read off who sits where in several collaborations, by the names that everything has among them."""
    organisations, holders = {}, {}
    wholes: dict[str, str] = {}
    open_, open_holders = set(), set()
    for each in whole.collaborations:
        table = seating(each)
        for body, seats in table.organisations.items():
            named = zip(whole.common(each, seats), seats.values(), strict=True)
            organisations[whole.own(each, body)] = {name: _own(each, behind, whole) for name, behind in named}
        for body, keys in table.holders.items():
            holders[whole.own(each, body)] = {key: _own(each, behind, whole) for key, behind in keys.items()}
        wholes |= dict(zip(whole.common(each, table.wholes), whole.common(each, table.wholes.values()), strict=True))
        open_ |= {whole.own(each, body) for body in table.open}
        open_holders |= {whole.own(each, body) for body in table.open_holders}
    return Seating(
        organisations=organisations,
        holders=holders,
        wholes=wholes,
        open=frozenset(open_),
        open_holders=frozenset(open_holders),
        bodies_complete=all(each.bodies_complete for each in whole.collaborations),
    )


def sectors_across(whole: Across) -> Sectors:
    """Read off the sectors, by the common names; of an organisation with two the first collaboration is believed."""
    possible: dict[str, frozenset[Sector]] = {}
    for each in whole.collaborations:
        for name, found in sectors_of(each).possible.items():
            common = whole.organisations[each.id, name]
            before = possible.get(common, found)
            possible[common] = before & found or before
    return Sectors(possible)


def _likeness(collaboration: Collaboration, id_: str) -> _Likeness:
    organisation = collaboration.organisation(id_)
    name = stated(organisation.name) if organisation else None
    if organisation is None or name is None:
        return (collaboration.id, id_)
    above = None if organisation.part_of is None else _likeness(collaboration, organisation.part_of)
    return (None, id_, name.sv, stated(organisation.municipality), above)


def _renamed(node: str, collaboration: Collaboration, whole: Across) -> str:
    kind, _, id_ = node.partition(":")
    if kind in _SHARED:
        return node
    if kind == NodeKind.ORGANISATION.value:
        return f"{kind}:{whole.organisations[collaboration.id, id_]}"
    return f"{kind}:{whole.own(collaboration, id_)}"


def _own(collaboration: Collaboration, seats: Sequence[str], whole: Across) -> tuple[str, ...]:
    return tuple(whole.own(collaboration, seat) for seat in seats)
