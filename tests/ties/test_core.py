from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.ties import Core, core

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.model.collaboration import Collaboration

    Setup = Callable[..., Collaboration]


def test_the_two_who_sit_at_every_table_are_the_core(setup: Setup) -> None:
    answer = core(setup({"a": "m n w", "b": "m n x", "c": "m n y"}))

    # Two is what each of the others meets, so one of them may be taken in as well.
    assert answer == Core(("m", "n"), ("w", "x", "y"), ("m", "n", "w", "x", "y"), 0, complete=True)
    assert answer.exists


def test_where_all_meet_all_none_is_more_of_a_core_than_another(setup: Setup) -> None:
    answer = core(setup({"a": "w x y z"}))

    assert (answer.core, answer.either, answer.misfits) == ((), ("w", "x", "y", "z"), 0)
    assert not answer.exists


def test_who_meets_fewer_than_the_core_has_members_is_outside_it(setup: Setup) -> None:
    answer = core(setup({"a": "w m", "b": "m n", "c": "n x"}))

    assert (answer.core, answer.either, answer.misfits, answer.exists) == (("m", "n"), (), 0, True)


@pytest.mark.parametrize(("bodies", "middle"), [({"a": "x y"}, ()), ({"a": "m x", "b": "m y"}, ("m",))])
def test_one_of_those_who_meet_one_other_may_be_the_core_beside_the_middle(
    setup: Setup, bodies: dict[str, str], middle: tuple[str, ...]
) -> None:
    answer = core(setup(bodies))

    assert (answer.core, answer.either, answer.exists) == (middle, ("x", "y"), bool(middle))


def test_two_circles_of_four_are_no_core_with_a_periphery(setup: Setup) -> None:
    assert core(setup({"a": "w x y z", "b": "p q r s"})).misfits == 6


@pytest.mark.parametrize("bodies", [{}, {"a": "x", "b": "y"}])
def test_there_is_no_core_where_nobody_meets_anybody(setup: Setup, bodies: dict[str, str]) -> None:
    answer = core(setup(bodies))

    assert (answer.core, answer.either, answer.misfits, answer.exists) == ((), (), 0, False)


def test_the_core_of_tranemo_are_the_four_who_sit_in_both_bodies(tranemo: Collaboration) -> None:
    answer = core(tranemo)

    assert answer.core == ("tranemo-kommun", "arbetsformedlingen", "migrationsverket", "polisen")
    assert len(answer.either) == 8
    assert answer.misfits == 6  # the four who sit in the board only meet each other
    assert not answer.complete
