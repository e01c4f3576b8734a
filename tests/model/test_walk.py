from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from hypothesis import given

from samverkan.errors import dotted
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Claim, Disputed
from samverkan.model.mandate import AtLeast, Mandate
from samverkan.model.names import Text
from samverkan.model.source import Source
from samverkan.model.values import Period
from samverkan.model.walk import key_of, walk
from samverkan.testing import collaborations

if TYPE_CHECKING:
    from samverkan.model.walk import Visit


def paths(item: object) -> dict[str, object]:
    return {dotted(visit.path): visit.value for visit in walk(item)}


def test_items_with_a_key_are_found_by_it_and_others_by_their_place() -> None:
    seat = Seat("sg-01", organisations=["a", "b"], mandate=Mandate(items=["avtal"]))
    found = paths(Body("sg", BodyKind.NETWORK, Text("Nätverk"), seats=[seat]))

    assert found["seats.sg-01"] == seat
    assert found["seats.sg-01.organisations[1]"] == "b"
    assert found["seats.sg-01.mandate.items[0]"] == Text("avtal")


def test_a_field_that_python_keeps_for_itself_has_its_plain_key() -> None:
    from_ = attrs.fields(Period)[0]

    assert from_.name == "from_"
    assert key_of(from_) == "from"


def test_words_are_leaves() -> None:
    assert "name.sv" not in paths(Body("sg", BodyKind.NETWORK, Text("Nätverk")))


def test_each_claim_of_a_dispute_is_visited_where_the_file_has_it() -> None:
    dispute = Disputed([Claim(AtLeast(1)), Claim(AtLeast(2, Source("stadgarna")))])
    found = paths(Body("sg", BodyKind.NETWORK, Text("Nätverk"), quorum=dispute))

    assert found["quorum.disputed[1].value"] == AtLeast(2, Source("stadgarna"))
    assert found["quorum.disputed[1].value.source.ref"] == "stadgarna"


def test_the_source_of_a_claim_is_visited_too() -> None:
    dispute = Disputed([Claim(value=True, source=Source("bild 3")), Claim(value=False)])

    assert paths(Seat("sg-01", political=dispute))["political.disputed[0].source.ref"] == "bild 3"


def test_a_visit_knows_what_it_is_in() -> None:
    whole = Collaboration(id="a", name="b", bodies=[Body("sg", BodyKind.NETWORK, Text("c"), seats=[Seat("sg-01")])])
    (visit,) = [visit for visit in walk(whole) if visit.path == ("bodies", "sg", "seats", "sg-01", "id")]

    assert visit.owner == Seat("sg-01")
    assert visit.above == (whole, whole.bodies[0])
    assert visit.value == "sg-01"


@given(collaborations())
def test_every_path_leads_to_its_value(whole: Collaboration) -> None:
    for visit in walk(whole):
        assert _follow(whole, visit) == visit.value


def _follow(whole: Collaboration, visit: Visit) -> object:
    value: object = whole
    for step in visit.path:
        if isinstance(value, tuple):
            named = [item for item in value if step in (getattr(item, "id", None), getattr(item, "code", None))]
            value = value[step] if isinstance(step, int) else named[0]
        else:
            key = {"from": "from_", "disputed": "claims"}.get(str(step), str(step))
            value = getattr(value, key)
    return value
