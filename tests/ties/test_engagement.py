from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.model.activities import Activity, Event
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.ties import Engagement, Organiser, Sitter, engagement

if TYPE_CHECKING:
    from collections.abc import Callable

    Setup = Callable[..., Collaboration]

NAMES = [Organisation("x"), Organisation("y"), Organisation("u", part_of="y"), Organisation("z")]


def done(id_: str, **more: object) -> Activity:
    """Make an activity of which all organisers are listed."""
    return Activity(id_, Text("A"), organisers_complete=True, **more)


def test_who_organises_without_a_seat_is_named_with_what_it_organises(setup: Setup) -> None:
    whole = setup(
        {"a": "x"},
        organisations=NAMES,
        activities=[done("one", organisers=["z", "x"])],
        events=[Event("two", Text("E"), organisers=["z"])],
    )

    assert engagement(whole).organise_without_seat == (Organiser("z", ("one", "two")),)


def test_who_sits_without_organising_is_named_with_its_seats_and_what_it_takes_part_in(setup: Setup) -> None:
    whole = setup(
        {"a": "x y"},
        organisations=NAMES,
        activities=[done("one", organisers=["x"]), done("two", funders=["y"], participants=["y"])],
    )

    assert engagement(whole).sit_without_organising == (Sitter("y", ("a/s1",), ("two",)),)


def test_a_unit_does_it_for_its_whole(setup: Setup) -> None:
    answer = engagement(setup({"a": "y"}, organisations=NAMES, activities=[done("one", organisers=["u"])]))

    assert answer.organise_without_seat == answer.sit_without_organising == ()


def test_what_is_cancelled_does_not_count(setup: Setup) -> None:
    whole = setup(
        {"a": "x"}, organisations=NAMES, events=[Event("e", Text("E"), organisers=["x", "z"], cancelled=True)]
    )

    answer = engagement(whole)

    assert answer.organise_without_seat == ()
    assert answer.sit_without_organising == (Sitter("x", ("a/s0",), ()),)


@pytest.mark.parametrize(
    ("more", "certain"),
    [
        ({}, True),
        ({"activities_complete": False}, False),
        ({"plan_complete": False}, False),
        ({"activities": [Activity("one", Text("A"))]}, False),
        ({"activities": [done("one")]}, True),
        ({"events": [Event("e", Text("E"))]}, False),
    ],
)
def test_that_somebody_organises_nothing_is_certain_when_all_is_listed(
    setup: Setup, more: dict[str, object], *, certain: bool
) -> None:
    closed = {"activities_complete": True, "plan_complete": True, **more}

    assert engagement(setup({"a": "x"}, **closed)).organisers_complete is certain


def test_that_somebody_has_no_seat_is_certain_when_all_seats_are_listed(setup: Setup) -> None:
    assert engagement(setup({"a": "x"})).seats_complete
    assert not engagement(setup({"a": "x"}, open_="a")).seats_complete


def test_in_tranemo_four_organise_without_a_seat(tranemo: Collaboration) -> None:
    answer = engagement(tranemo)

    assert [each.organisation for each in answer.organise_without_seat] == [
        "studieforbund-asylsokande",
        "studieforbund-anstallda",
        "internationella-gruppen",
        "teater-smylja",
    ]
    assert not answer.organisers_complete


def test_nobody_does_anything_in_an_empty_collaboration() -> None:
    empty = Engagement((), (), seats_complete=False, organisers_complete=False)

    assert engagement(Collaboration(id="c", name="C")) == empty
