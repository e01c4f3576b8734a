"""The whole network as one networkx graph (*nätverk*): the form from which every picture and file is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from samverkan.ties.lifetime import lifetimes
from samverkan.ties.links import Tie, ties
from samverkan.ties.nodes import Attributes, Node, NodeKind, nodes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from samverkan.errors import Path
    from samverkan.model.collaboration import Collaboration

Holds: TypeAlias = "Callable[[Path], bool | None]"
"""Says of what stands at a path whether it was there on the day, and nothing where the file cannot tell."""


def network(collaboration: Collaboration, *, as_of: dt.date | None = None) -> nx.MultiGraph[str]:
    """Give the network (*nätverk*) of who and what a file ties together, of all times or as it was on one day.

    It is a ``MultiGraph``: an organisation may both organise and fund one activity, and each of the two is a tie with
    an origin of its own; a plain ``Graph`` would keep the last one only. It is undirected, since a question of who is
    connected to whom runs both ways; which way a tie reads is kept in its ``subject``.

    *Nodes* have ids such as ``body:samverkansgrupp``, ``seat:samverkansgrupp/sg-01`` or ``organisation:polisen``. All
    have ``kind``, a value of ``NodeKind``. Beside it stand, as plain text, numbers or truth values,

    - collaboration: ``name``, ``coordination_role`` (a coordination function that is no body), ``dialogue``;
    - municipality, area, target-group: ``name``;
    - organisation: ``name``, ``sector``, ``municipality``;
    - agreement: ``name`` (what it is about), ``from``, ``until``;
    - body: ``name``, ``body_kind``, ``status``, ``seats_complete``;
    - seat: ``role``, ``rank``, ``political``, ``section``, ``mandate``, ``voting``, ``project_lead``;
    - holder: nothing, for the key is opaque and no person is stored;
    - lead, one however many share the work: ``accountable`` (how many), ``working_time`` (a share of full time);
    - role: ``name``, ``count``;
    - series: ``name``, ``from``, ``to``; event: ``name``, ``cancelled``; meeting, one that was held: ``date``;
    - activity: ``name``, ``joint``.

    Words are Swedish; a translation stands beside them as ``name_en``, ``role_en``, ``section_en``. Days are written
    ``2016-03-04``. What is unknown is left out. What a source declares absent is told by a name of its own, such as
    ``holder_absent`` (the seat is vacant), ``mandate_absent`` (it may not decide), ``reports_to_absent`` (the body is
    independent) or ``until_absent`` (the agreement has no last day).

    *Ties* have ``tie``, a value of ``TieKind``; ``subject``, the id of the end of which it says something; ``origin``,
    the path of the field in the file, which is the tie's key too; and ``expected``, true where a source only says that
    there should be such a tie. As sentences, subject first:

    - a body has a ``seat``, ``reports-to`` a body, ``expects`` an organisation, ``runs`` an activity, ``coordinates``
      the collaboration and ``meets`` in a series, at an event, at a meeting that was held;
    - a seat ``represents`` an organisation, ``answers-for`` an area, ``attends`` a meeting;
    - a holder ``holds`` a seat; so does the lead, who ``attends`` bodies and ``reports-to`` a body or an organisation;
    - a role ``works-in`` a body;
    - an organisation is ``part-of`` another, ``belongs-to`` a municipality, ``employs`` the lead, ``fills`` a role,
      ``organises``, ``funds`` or ``takes-part`` in an activity, ``organises`` an event; it ``owns`` or ``initiates``
      the collaboration, is ``party`` to it or ``partner`` of it, ``co-finances`` or ``advises`` it; it ``agrees`` to an
      agreement, and ``works-with`` another by a report, with what the report says: ``intensity``, ``by``, ``role``,
      ``date``;
    - a municipality ``joins`` the collaboration, which ``expects`` the partners that it needs;
    - an activity ``serves`` an area or a target group, an area a target group, which may be a ``subset-of`` another;
    - an activity or event is the ``same-as`` another.

    Nothing here is a clique that nobody observed: two seats of one holder are tied through their holder, two parties
    through their agreement, two bodies through their meeting. What two reporters say of the same two organisations is
    two ties. A unit is a node with a ``part-of`` tie to its whole; questions about organisations fold it in.

    *As of a day* the same graph has what held on that day, both ends of a period counted, and names the day in its
    ``as_of``. A municipality, an organisation, a body and the lead are there from when they join, are convened or
    appointed; a municipality of which that is not known from the first stage that names it. A series, an agreement, a
    mandate and what runs from one day to another are there from their first day to their last. An event, an
    activity of a day, a meeting and a report are there from their day on, for that they happened stays true; but a
    report only until the same reporter says something later of the same two. Nothing outlives what it is part of, a tie
    neither of its ends, nor a tie or a mandate the ``valid_until`` of its source, its own or else the nearest around
    it. What is so dated that the file cannot say whether it held, because a day is not known or not finely enough, is
    kept and has ``undated``; so has what is part of it. Of a mandate alone ``mandate_undated`` says so. What the file
    cannot date at all, such as an area, is there always. Other attributes are those of the file, whatever the day.

    Nodes and ties stand in the order of the file, so equal collaborations make equal graphs.
    """
    graph: nx.MultiGraph[str] = nx.MultiGraph(collaboration=collaboration.id)
    if as_of is None:
        return _filled(graph, collaboration, _always, _always)
    graph.graph["as_of"] = as_of.isoformat()
    times = lifetimes(collaboration)
    _filled(graph, collaboration, partial(times.hold, day=as_of), partial(times.stand, day=as_of))
    idle = [node for node in nx.isolates(graph) if graph.nodes[node]["kind"] == NodeKind.HOLDER.value]
    graph.remove_nodes_from(idle)
    return graph


def _always(_: Path) -> bool:
    return True


def _filled(graph: nx.MultiGraph[str], collaboration: Collaboration, holds: Holds, stands: Holds) -> nx.MultiGraph[str]:
    for node in nodes(collaboration):
        state = holds(node.path)
        if state is not False:
            graph.add_node(node.id, **_of_node(node, stands), **_mark("undated", state))
    for tie in ties(collaboration):
        state = stands(tie.path)
        if state is not False and tie.subject in graph and tie.object in graph:
            graph.add_edge(tie.subject, tie.object, key=tie.origin, **_of_tie(tie), **_mark("undated", state))
    return graph


def _of_node(node: Node, stands: Holds) -> Attributes:
    if not node.attributes.get("mandate"):
        return node.attributes
    state = stands((*node.path, "mandate"))
    kept = {name: value for name, value in node.attributes.items() if state is not False or name != "mandate"}
    return kept | _mark("mandate_undated", state)


def _of_tie(tie: Tie) -> Attributes:
    return {"tie": tie.kind.value, "subject": tie.subject, "origin": tie.origin, "expected": tie.expected, **tie.facts}


def _mark(name: str, state: bool | None) -> Attributes:  # noqa: FBT001  # the answer of a question, not a switch
    return {name: True} if state is None else {}
