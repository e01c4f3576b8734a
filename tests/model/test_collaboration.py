from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given

from samverkan.errors import InvalidValueError
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.testing import collaborations


def test_an_id_and_a_name_are_enough() -> None:
    whole = Collaboration(id="tranemo", name="Integration Tranemo")

    assert whole.name == Text("Integration Tranemo")
    assert whole.bodies == ()
    assert whole.revision == 0
    assert not whole.bodies_complete


def test_lists_are_taken_from_anything_that_can_be_counted_through() -> None:
    organisations = (Organisation(name) for name in ["af", "mv"])

    assert len(Collaboration(id="a", name="b", organisations=organisations).organisations) == 2


def test_its_language_is_swedish() -> None:
    with pytest.raises(InvalidValueError, match="the language 'en' is not supported; expected “sv”") as told:
        Collaboration(id="a", name="b", language="en")
    assert told.value.code == "bad-language"


def test_it_has_an_id() -> None:
    with pytest.raises(InvalidValueError, match="id 'Tranemo' is not an id") as told:
        Collaboration(id="Tranemo", name="b")
    assert told.value.code == "bad-id"


def test_it_was_updated_on_a_day() -> None:
    with pytest.raises(InvalidValueError, match=r"updated .* is not a date") as told:
        Collaboration(id="a", name="b", updated=dt.datetime(2016, 3, 4, tzinfo=dt.UTC))
    assert told.value.code == "bad-date"


@given(collaborations())
def test_bodies_and_organisations_are_found_by_their_ids(whole: Collaboration) -> None:
    assert all(whole.body(body.id) == body for body in whole.bodies)
    assert all(whole.organisation(each.id) == each for each in whole.organisations)
    assert whole.body("no-such-body") is whole.organisation("no-such-organisation") is None


@given(collaborations())
def test_every_body_is_of_one_kind(whole: Collaboration) -> None:
    found = [body for kind in BodyKind for body in whole.bodies_of(kind)]

    assert sorted(body.id for body in found) == sorted(body.id for body in whole.bodies)


def test_bodies_of_a_kind_keep_the_order_of_the_file() -> None:
    two = [Body(name, BodyKind.NETWORK, Text(name)) for name in ("b", "a")]

    assert Collaboration(id="a", name="b", bodies=two).bodies_of(BodyKind.NETWORK) == tuple(two)


def test_the_whole_of_a_unit_is_the_topmost_above_it() -> None:
    chain = [Organisation("enhet", part_of="skola"), Organisation("skola", part_of="kommun"), Organisation("kommun")]
    whole = Collaboration(id="a", name="b", organisations=chain)

    assert whole.whole_of("enhet") == whole.whole_of("skola") == whole.whole_of("kommun") == "kommun"
    assert whole.whole_of("stranger") == "stranger"


@given(collaborations())
def test_the_topmost_is_part_of_none(whole: Collaboration) -> None:
    for organisation in whole.organisations:
        top = whole.organisation(whole.whole_of(organisation.id))
        assert top is not None
        assert top.part_of is None


@given(collaborations())
def test_a_change_gives_another_value_and_leaves_this_one(whole: Collaboration) -> None:
    changed = evolve(whole, revision=whole.revision + 1)

    assert changed != whole
    assert evolve(changed, revision=whole.revision) == whole
