"""Edits of every list and field, and the machine that makes them."""

from __future__ import annotations

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan.formats.bundled import bundled
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.testing import EditingMachine, collaborations
from samverkan.testing.editing import LISTS, Place, places, sampled, with_item, with_value, without_item
from samverkan.testing.rewrite import replaced
from tests.testing.test_machine import allowing

TRANEMO = bundled("tranemo")


class Edited(EditingMachine):
    """Starts from a real setup, whose lists are long already."""

    initial = allowing(TRANEMO)


TestEditing = EditingMachine.TestCase
TestEditing.settings = settings(max_examples=8, stateful_step_count=10, suppress_health_check=[HealthCheck.too_slow])
TestEdited = Edited.TestCase
TestEdited.settings = settings(TestEditing.settings, max_examples=2)


def test_the_lists_are_those_of_the_model() -> None:
    assert {"bodies", "series", "goals", "held", "excused", "remarks"} <= set(LISTS)
    assert "checklists" not in LISTS  # words, and no items


@given(collaborations(), st.data())
def test_an_item_put_in_its_own_place_changes_nothing(whole: Collaboration, data: st.DataObject) -> None:
    place = data.draw(sampled(places(whole)))

    assert replaced(whole, place.path, place.owner) == whole, str(place)


def test_a_field_of_an_item_becomes_another_and_all_else_stays() -> None:
    place = next(each for each in places(TRANEMO) if str(each) == "bodies.samverkansgrupp.name")
    found = with_value(TRANEMO, place, Text("Gruppen"))

    assert found is not None
    group = TRANEMO.body("samverkansgrupp")
    assert group is not None
    assert found.body("samverkansgrupp") == evolve(group, name=Text("Gruppen"))
    assert evolve(found, bodies=TRANEMO.bodies) == TRANEMO


def test_what_the_model_refuses_is_no_edit() -> None:
    place = next(each for each in places(TRANEMO) if str(each) == "language")

    assert with_value(TRANEMO, place, "fi") is None


def test_an_item_gets_an_id_that_none_of_its_kind_has() -> None:
    found = with_item(TRANEMO, "events", TRANEMO.events[0])

    assert found is not None
    assert len({each.id for each in found.events}) == len(TRANEMO.events) + 1


def test_what_referred_to_an_item_that_is_taken_away_refers_to_another() -> None:
    seats = [Seat("s", organisations=["af", "mv"])]
    organisations = [Organisation("af"), Organisation("mv")]
    whole = Collaboration(
        id="a", name="A", organisations=organisations, bodies=[Body("b", BodyKind.NETWORK, Text("B"), seats=seats)]
    )
    found = without_item(whole, "organisations", 0)

    assert found is not None
    assert found.bodies[0].seats[0].organisations == ("mv",)


@given(st.sampled_from([each for each in places(TRANEMO) if each.attribute.default is UNKNOWN]))
def test_of_any_fact_it_can_be_said_that_nobody_knows(place: Place) -> None:
    found = with_value(TRANEMO, place, UNKNOWN)

    assert found is None or with_value(found, place, UNKNOWN) == found
