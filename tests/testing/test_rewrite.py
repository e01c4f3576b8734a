from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given

from samverkan.errors import InvalidCollaborationError
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Claim, Disputed
from samverkan.model.identity import Identity
from samverkan.model.lead import Initiative
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality, Organisation
from samverkan.testing import collaborations, renamed

SEAT = Seat("s", organisations=["af", "mv"])
WHOLE = Collaboration(
    id="a",
    name="b",
    organisations=[Organisation("af"), Organisation("mv", part_of="af")],
    bodies=[Body("sg", BodyKind.NETWORK, Text("c"), seats=[SEAT])],
    initiative=Initiative(by=Disputed([Claim("af"), Claim("mv")])),
    municipalities=[Municipality("1452", "Tranemo")],
    identity=Identity(applicant="1452"),
)


def test_an_organisation_is_called_by_its_new_name_everywhere() -> None:
    changed = renamed(WHOLE, organisations={"af": "agency"})

    assert [each.id for each in changed.organisations] == ["agency", "mv"]
    assert changed.organisations[1].part_of == "agency"
    assert changed.bodies[0].seats[0].organisations == ("agency", "mv")
    assert changed.initiative.by == Disputed([Claim("agency"), Claim("mv")])


def test_a_municipality_is_called_by_its_code() -> None:
    changed = renamed(WHOLE, municipalities={"1452": "0586"})

    assert changed.municipalities[0].code == changed.identity.applicant == "0586"


def test_nothing_else_changes() -> None:
    assert renamed(WHOLE) == renamed(WHOLE, organisations={"x": "y"}) == WHOLE


def test_two_may_not_have_one_name() -> None:
    with pytest.raises(InvalidCollaborationError, match="the id “mv” stands twice"):
        renamed(evolve(WHOLE, initiative=Initiative()), organisations={"af": "mv"})


@given(collaborations())
def test_a_new_name_can_be_taken_back(whole: Collaboration) -> None:
    names = {each.id: f"x{number}" for number, each in enumerate(whole.organisations)}
    back = {new: old for old, new in names.items()}

    assert renamed(renamed(whole, organisations=names), organisations=back) == whole
