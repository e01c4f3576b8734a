"""The network with what the plan adds to it, as plain data: of one collaboration, or of several together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from samverkan.drills.officials import officials
from samverkan.drills.waiting import followable, waiting
from samverkan.formats import nodelink
from samverkan.formats.drill import officials_data, reach_data
from samverkan.ties.across import across, merged_network

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.formats.nodelink import Plain
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule


def document(collaborations: Sequence[Collaboration], plan: Schedule) -> dict[str, Plain]:
    """Give node-link data with ``measures``; of several, who is shared and how long news waits, else all questions.

    Of a plan with more meetings than can be followed, ``when_does_news_arrive`` is null.
    """
    reach = reach_data(waiting(collaborations, plan=plan)) if followable(plan) else None
    if len(collaborations) == 1:
        whole = nodelink.document(collaborations[0])
        measures: Any = whole["measures"]
        return {**whole, "measures": {**measures, "when_does_news_arrive": reach}}
    found = officials(across(collaborations), plan)
    data: dict[str, Plain] = nx.node_link_data(merged_network(collaborations), edges="edges")
    return {
        "collaborations": [each.id for each in collaborations],
        **data,
        "measures": {"when_does_news_arrive": reach, "who_serves_several": officials_data(found)},
    }
