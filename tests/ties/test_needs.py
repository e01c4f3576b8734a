from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

from samverkan.formats.bundled import bundled
from samverkan.model.bodies import Expectation
from samverkan.model.collaboration import Collaboration
from samverkan.model.funding import Line
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.ties import Need, Needs, needs

if TYPE_CHECKING:
    from collections.abc import Callable

    Setup = Callable[..., Collaboration]

NAMES = [Organisation("b", sector=Sector.BUSINESS), Organisation("x"), Organisation("k", sector=Sector.MUNICIPALITY)]


def at(whole: Collaboration, **expected: object) -> bool | None:
    """Say whether a party that the first body expects is there."""
    expects = [Expectation(Text("part"), **expected)]
    bodies = [attrs.evolve(whole.bodies[0], expects=expects), *whole.bodies[1:]]
    return needs(attrs.evolve(whole, bodies=bodies)).needs[0].present


def test_a_party_is_there_by_its_name_or_by_its_sector(setup: Setup) -> None:
    whole = setup({"a": "b k"}, organisations=NAMES)

    assert at(whole, organisations=["b"]) is at(whole, sectors=[Sector.BUSINESS]) is True


@pytest.mark.parametrize("expected", [{"organisations": ["b"]}, {"sectors": [Sector.BUSINESS]}])
def test_a_party_without_a_seat_is_missing_when_the_list_is_closed(setup: Setup, expected: dict[str, object]) -> None:
    assert at(setup({"a": "k", "b": "b"}, organisations=NAMES), **expected) is False
    assert at(setup({"a": "k", "b": "b"}, open_="a", organisations=NAMES), **expected) is None


def test_an_organisation_of_unknown_sector_may_be_the_party(setup: Setup) -> None:
    whole = setup({"a": "k x"}, organisations=NAMES)

    assert at(whole, sectors=[Sector.BUSINESS]) is None
    assert at(whole, organisations=["b"]) is False


def test_whether_a_party_is_there_that_nobody_is_said_to_answer_to_is_unknown(setup: Setup) -> None:
    assert at(setup({"a": "k"}, organisations=NAMES)) is None


@pytest.mark.parametrize(
    ("more", "present"),
    [
        ({"partners_complete": True}, False),
        ({}, None),
        ({"partners_complete": True, "bodies_complete": False}, None),
        ({"partners_complete": True, "partners": [Line(Text("B"), "b")]}, True),
        ({"partners_complete": True, "partners": [Line(Text("?"))]}, None),
    ],
)
def test_a_needed_partner_is_there_by_a_seat_anywhere_or_as_a_listed_partner(
    setup: Setup, more: dict[str, object], *, present: bool | None
) -> None:
    needed = [Expectation(Text("näringslivet"), sectors=[Sector.BUSINESS])]

    (need,) = needs(setup({"a": "k"}, organisations=NAMES, needed_partners=needed, **more)).needs

    assert need == Need(Text("näringslivet"), None, ("b",) if present else (), (), present)


def test_in_tranemo_business_is_expected_in_the_group_and_missing(tranemo: Collaboration) -> None:
    answer = needs(tranemo)

    assert [str(each.name) for each in answer.missing] == ["näringslivet"]
    assert [str(each.name) for each in answer.needs if each.present is None] == ["kulturföreningar"]
    assert not answer.complete


def test_in_ockelbo_four_of_the_eight_needed_partners_are_listed_and_four_not_known_to_be() -> None:
    needed = [each for each in needs(bundled("lots-ockelbo")).needs if each.body is None]

    assert [each.present for each in needed] == [True, None, None, None, True, None, True, True]


def test_nothing_is_needed_in_an_empty_collaboration() -> None:
    assert needs(Collaboration(id="c", name="C")) == Needs((), complete=True)
