"""What comes before what, as a graph without circles (*ordningsföljd*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping


def graph_of(after: Mapping[str, Iterable[str]]) -> nx.DiGraph[str]:
    """Make the graph of what comes after what, in the order given."""
    order: nx.DiGraph[str] = nx.DiGraph()
    order.add_nodes_from(after)
    order.add_edges_from((before, name) for name, names in after.items() for before in names)
    return order


def without(order: nx.DiGraph[str], *, keep: Container[str]) -> nx.DiGraph[str]:
    """Leave some out: what followed one of them follows what that one followed."""
    rest = order.copy()
    for name in [each for each in order if each not in keep]:
        rest.add_edges_from((before, after) for before in rest.pred[name] for after in rest.succ[name])
        rest.remove_node(name)
    return rest
