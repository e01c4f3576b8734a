"""The network with what the plan adds to it, as plain data: of one collaboration, or of several together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from samverkan.drills.officials import officials
from samverkan.drills.waiting import news
from samverkan.formats import nodelink
from samverkan.formats.drill import officials_data
from samverkan.formats.news import news_data
from samverkan.ties.across import across, merged_network
from samverkan.ties.questions import answers_across
from samverkan.ties.standing import standing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from samverkan.formats.outcomes import Plain
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule


def document(
    collaborations: Sequence[Collaboration], plan: Schedule, *, as_of: dt.date | None = None
) -> dict[str, Plain]:
    """Give node-link data with ``measures``: of one collaboration all questions, of several those asked of the whole.

    ``when_does_news_arrive`` is null of a plan with more meetings than can be followed, and as of a day, since news
    travels along many.
    """
    told = news_data(news(collaborations, plan)) if as_of is None else None
    if len(collaborations) == 1:
        whole = nodelink.document(collaborations[0], as_of=as_of)
        measures: Any = whole["measures"]
        return {**whole, "measures": {**measures, "when_does_news_arrive": told}}
    asked = across(collaborations if as_of is None else [standing(each, as_of) for each in collaborations])
    data: dict[str, Plain] = nx.node_link_data(merged_network(collaborations, as_of=as_of), edges="edges")
    return {
        "collaborations": [each.id for each in collaborations],
        **data,
        "measures": {
            **nodelink.measures(answers_across(asked)),
            "when_does_news_arrive": told,
            "who_serves_several": officials_data(officials(asked, plan)),
        },
    }
