"""The whole network as one networkx graph (*nätverk*): the form from which every picture and file is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from samverkan.ties.links import ties
from samverkan.ties.nodes import nodes

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration


def network(collaboration: Collaboration) -> nx.MultiGraph[str]:
    """Give the network (*nätverk*) of everything that the file ties together, and of nothing that it does not.

    It is a ``MultiGraph``: an organisation may both organise and fund one activity, and each of the two is a tie with
    an origin of its own; a plain ``Graph`` would keep the last one only. It is undirected, since a question of who is
    connected to whom runs both ways; which way a tie reads is kept in its ``subject``.

    *Nodes* have ids such as ``body:samverkansgrupp``, ``seat:samverkansgrupp/sg-01`` or ``organisation:polisen``. All
    have ``kind``, a value of ``NodeKind``. Beside it stand, as plain text or truth values,

    - collaboration, municipality, area: ``name``;
    - organisation: ``name``, ``sector``, ``municipality``;
    - body: ``name``, ``body_kind``, ``status``, ``seats_complete``;
    - seat: ``role``, ``rank``, ``political``, ``section``, ``mandate``, ``voting``, ``project_lead``;
    - holder: nothing, for the key is opaque and no person is stored;
    - activity: ``name``, ``joint``; event: ``name``, ``cancelled``.

    Words are Swedish; a translation stands beside them as ``name_en``, ``role_en``, ``section_en``. What is unknown is
    left out. What a source declares absent is told by a name of its own, such as ``holder_absent`` (the seat is
    vacant), ``mandate_absent`` (it may not decide) or ``reports_to_absent`` (the body is independent).

    *Ties* have ``tie``, a value of ``TieKind``; ``subject``, the id of the end of which it says something; and
    ``origin``, the path of the field in the file, which is the tie's key too. Two seats that one person holds are tied
    through their holder, so three such seats make three ties and not a clique. A unit is a node with a ``part-of`` tie
    to its whole; questions about organisations fold it in.

    Nodes and ties stand in the order of the file, so equal collaborations make equal graphs.
    """
    graph: nx.MultiGraph[str] = nx.MultiGraph(collaboration=collaboration.id)
    graph.add_nodes_from(nodes(collaboration))
    for tie in ties(collaboration):
        graph.add_edge(
            tie.subject, tie.object, key=tie.origin, tie=tie.kind.value, subject=tie.subject, origin=tie.origin
        )
    return graph
