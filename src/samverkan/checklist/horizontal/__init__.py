"""The horizontal checklist: what the Social Fund asks of every project, put to the test by twenty-two criteria."""

from samverkan.checklist.factor import Checklist
from samverkan.checklist.horizontal import access, afterwards, gender, goals, identity, money, partners, steering
from samverkan.model.names import Text

_ROOMS = (identity, goals, money, partners, steering, access, gender, afterwards)

HORIZONTAL = Checklist(
    "horizontal",
    "1",
    Text("Socialfondens horisontella kriterier", "The horizontal criteria of the Social Fund"),
    sorted((factor for room in _ROOMS for factor in room.FACTORS), key=lambda factor: factor.id),
)
