"""Who is tied to whom: the network of a collaboration, and questions to it with named answers."""

from samverkan.ties.components import Parts, parts
from samverkan.ties.graph import network
from samverkan.ties.links import TieKind
from samverkan.ties.losses import Connectivity, connectivity
from samverkan.ties.nodes import NodeKind, node_id
from samverkan.ties.projections import affiliations, bodies_together, organisations_together
from samverkan.ties.questions import Answers, answers
from samverkan.ties.representation import Counts, Coverage, counts, coverage
from samverkan.ties.sharing import Shared, shared
from samverkan.ties.splitting import Splitter, Splitters, splitters

__all__ = [
    "Answers",
    "Connectivity",
    "Counts",
    "Coverage",
    "NodeKind",
    "Parts",
    "Shared",
    "Splitter",
    "Splitters",
    "TieKind",
    "affiliations",
    "answers",
    "bodies_together",
    "connectivity",
    "counts",
    "coverage",
    "network",
    "node_id",
    "organisations_together",
    "parts",
    "shared",
    "splitters",
]
