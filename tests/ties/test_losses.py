from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.ties import Connectivity, connectivity

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.model.collaboration import Collaboration

    Setup = Callable[..., Collaboration]


def test_four_organisations_must_leave_before_the_board_and_the_group_of_tranemo_part(tranemo: Collaboration) -> None:
    answer = connectivity(tranemo, "advisory-board", "samverkansgrupp")

    assert answer.at_least == 4
    assert set(answer.cut) == {"tranemo-kommun", "arbetsformedlingen", "migrationsverket", "polisen"}


def test_at_most_eight_must_since_the_board_has_no_more(tranemo: Collaboration) -> None:
    answer = connectivity(tranemo, "advisory-board", "samverkansgrupp")

    assert answer.at_most == 8
    assert not answer.complete


def test_bodies_that_nothing_joins_need_no_loss(setup: Setup) -> None:
    answer = connectivity(setup({"a": "x", "b": "y"}), "a", "b")

    assert answer == Connectivity(bodies=("a", "b"), at_least=0, at_most=0, cut=())
    assert answer.complete


def test_a_chain_over_a_third_body_counts(setup: Setup) -> None:
    answer = connectivity(setup({"a": "x y", "b": "y z", "c": "x z"}), "a", "b")

    assert (answer.at_least, answer.at_most) == (2, 2)


def test_a_body_between_is_no_organisation_and_cannot_leave(setup: Setup) -> None:
    # Body c alone lies between the two, yet two organisations must leave before they part.
    answer = connectivity(setup({"a": "p q", "c": "p q r s", "b": "r s"}), "a", "b")

    assert answer.at_least == 2


def test_of_several_smallest_cuts_the_one_nearest_to_the_second_body_is_named(setup: Setup) -> None:
    small = setup({"a": "p q", "c": "p q r s", "b": "r s"})

    assert connectivity(small, "a", "b").cut == ("r", "s")
    assert connectivity(small, "b", "a").cut == ("p", "q")


@pytest.mark.parametrize(
    ("open_", "bodies_complete", "at_most"),
    [
        ("", True, 1),  # all is known
        ("a", True, 2),  # anybody may sit in a, but b has two seats only
        ("b", True, 3),
        ("a b", True, None),  # newcomers may sit in both
        ("c", True, 2),  # c may join all that a has to all that b has
        ("", False, 2),  # so may a body that is not listed
    ],
)
def test_what_is_open_bounds_the_number_from_above(
    setup: Setup, *, open_: str, bodies_complete: bool, at_most: int | None
) -> None:
    small = setup({"a": "x p q", "b": "x r", "c": ""}, open_=open_.split(), bodies_complete=bodies_complete)

    answer = connectivity(small, "a", "b")

    assert (answer.at_least, answer.at_most) == (1, at_most)
