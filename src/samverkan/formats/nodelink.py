"""The network as node-link JSON, the form that networkx and D3 read, with what it answers beside it."""

from __future__ import annotations

import json
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import networkx as nx

from samverkan.ties import answers, network, standing

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.formats.outcomes import Plain
    from samverkan.model.collaboration import Collaboration
    from samverkan.ties import Answers, AnswersAcross


def document(collaboration: Collaboration, *, as_of: dt.date | None = None) -> dict[str, Plain]:
    """Give the network as plain tables: node-link data, and ``measures``, each named by the question that it answers.

    Both are of all times, or as they were on a day.

    ``networkx.node_link_graph(document, edges="edges")`` makes the same graph of it. In ``measures``, null says
    unknown, and as ``at_most`` that there is no limit.
    """
    data: dict[str, Plain] = nx.node_link_data(network(collaboration, as_of=as_of), edges="edges")
    asked = collaboration if as_of is None else standing(collaboration, as_of)
    return {
        "collaboration": collaboration.id,
        **data,
        "measures": measures(answers(asked)),
    }


def measures(found: Answers | AnswersAcross) -> dict[str, Plain]:
    """Give answers as plain tables, each named by its question."""
    return attrs.asdict(found, value_serializer=_plain)


def dumps(collaboration: Collaboration) -> str:
    """Write the network as JSON text, keys sorted; equal collaborations give equal bytes."""
    return json.dumps(document(collaboration), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _plain(_: object, __: object, value: Any) -> Any:  # noqa: ANN401  # attrs hands over whatever an answer holds
    if isinstance(value, Fraction):
        return float(value)
    return value.value if isinstance(value, Enum) else value
