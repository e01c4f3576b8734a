"""The checklist of the Tranemo model: eight success factors, put to the test by fifty criteria."""

from samverkan.checklist.factor import Checklist
from samverkan.checklist.tranemo import (
    advisory_board,
    coordination,
    group,
    information,
    initiative,
    lead,
    municipality,
    participation,
)
from samverkan.model.names import Text

TRANEMO = Checklist(
    "tranemo",
    "1",
    Text("Tranemomodellens framgångsfaktorer", "The success factors of the Tranemo model"),
    (
        municipality.FACTOR,
        lead.FACTOR,
        coordination.FACTOR,
        initiative.FACTOR,
        advisory_board.FACTOR,
        group.FACTOR,
        information.FACTOR,
        participation.FACTOR,
    ),
)
