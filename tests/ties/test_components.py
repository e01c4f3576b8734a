from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.model.collaboration import Collaboration
from samverkan.ties import Parts, parts

if TYPE_CHECKING:
    from collections.abc import Callable

    Setup = Callable[..., Collaboration]


def test_the_board_and_the_group_of_tranemo_hang_together_and_of_the_others_nothing_is_known(
    tranemo: Collaboration,
) -> None:
    assert parts(tranemo) == Parts(
        parts=(("advisory-board", "samverkansgrupp"), ("etableringsgrupp",), ("kommunstyrelsen",)),
        silent=("etableringsgrupp", "kommunstyrelsen"),
        together=None,
    )


def test_a_chain_of_shared_organisations_joins(setup: Setup) -> None:
    assert parts(setup({"a": "x", "b": "x y", "c": "y"})) == Parts(parts=(("a", "b", "c"),), silent=(), together=True)


def test_closed_lists_with_nothing_shared_are_known_to_be_apart(setup: Setup) -> None:
    assert parts(setup({"a": "x", "b": "y"})) == Parts(parts=(("a",), ("b",)), silent=(), together=False)


@pytest.mark.parametrize(("open_", "bodies_complete"), [(["a"], True), (["c"], True), ([], False)])
def test_one_seat_that_is_not_known_could_join_the_parts(
    setup: Setup, *, open_: list[str], bodies_complete: bool
) -> None:
    assert parts(setup({"a": "x", "b": "y", "c": "y"}, open_=open_, bodies_complete=bodies_complete)).together is None


def test_a_closed_body_in_which_nobody_sits_stays_apart_whatever_comes(setup: Setup) -> None:
    answer = parts(setup({"a": "x", "b": ""}, open_=["a"]))

    assert answer.together is False
    assert answer.silent == ()


def test_one_body_hangs_together_with_itself(setup: Setup) -> None:
    assert parts(setup({"a": ""})) == Parts(parts=(("a",),), silent=(), together=True)


def test_without_bodies_there_are_no_parts() -> None:
    assert parts(Collaboration(id="c", name="C")) == Parts(parts=(), silent=(), together=True)
