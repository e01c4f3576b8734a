"""Who is tied to whom: the network of a collaboration, and questions to it with named answers."""

from samverkan.ties.across import Across, across, merged_network
from samverkan.ties.brokerage import Broker, Brokers, Role, between, brokers
from samverkan.ties.carriers import Carrier, Carriers, carriers
from samverkan.ties.centrality import Centrality, Position, betweenness_centralisation, centrality
from samverkan.ties.components import Parts, parts
from samverkan.ties.cooperation import Agreed, Cooperation, Reported, cooperation
from samverkan.ties.core import Core, core
from samverkan.ties.engagement import Engagement, Organiser, Sitter, engagement
from samverkan.ties.gatherings import Gathering
from samverkan.ties.graph import network
from samverkan.ties.links import TieKind
from samverkan.ties.losses import Connectivity, connectivity
from samverkan.ties.mixing import Encounter, Mixing, Sitting, mixing
from samverkan.ties.needs import Need, Needs, needs
from samverkan.ties.nodes import NodeKind, node_id
from samverkan.ties.offers import Offer, TiesToAdd, ties_to_add
from samverkan.ties.projections import affiliations, bodies_together, organisations_together
from samverkan.ties.questions import Answers, AnswersAcross, answers, answers_across
from samverkan.ties.reach import Reach, reach
from samverkan.ties.representation import Counts, Coverage, counts, coverage
from samverkan.ties.sharing import Shared, shared
from samverkan.ties.splitting import Splitter, Splitters, splitters
from samverkan.ties.spread import Delay, Sender, Spread, spread
from samverkan.ties.standing import standing

__all__ = [
    "Across",
    "Agreed",
    "Answers",
    "AnswersAcross",
    "Broker",
    "Brokers",
    "Carrier",
    "Carriers",
    "Centrality",
    "Connectivity",
    "Cooperation",
    "Core",
    "Counts",
    "Coverage",
    "Delay",
    "Encounter",
    "Engagement",
    "Gathering",
    "Mixing",
    "Need",
    "Needs",
    "NodeKind",
    "Offer",
    "Organiser",
    "Parts",
    "Position",
    "Reach",
    "Reported",
    "Role",
    "Sender",
    "Shared",
    "Sitter",
    "Sitting",
    "Splitter",
    "Splitters",
    "Spread",
    "TieKind",
    "TiesToAdd",
    "across",
    "affiliations",
    "answers",
    "answers_across",
    "between",
    "betweenness_centralisation",
    "bodies_together",
    "brokers",
    "carriers",
    "centrality",
    "connectivity",
    "cooperation",
    "core",
    "counts",
    "coverage",
    "engagement",
    "merged_network",
    "mixing",
    "needs",
    "network",
    "node_id",
    "organisations_together",
    "parts",
    "reach",
    "shared",
    "splitters",
    "spread",
    "standing",
    "ties_to_add",
]
