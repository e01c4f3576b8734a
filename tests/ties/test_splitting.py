from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.collaboration import Collaboration
from samverkan.ties import Splitter, Splitters, splitters

if TYPE_CHECKING:
    from collections.abc import Callable

    Setup = Callable[..., Collaboration]


def test_no_single_organisation_parts_the_bodies_of_tranemo(tranemo: Collaboration) -> None:
    answer = splitters(tranemo)

    assert answer.organisations == ()
    assert not answer.complete


def test_without_its_board_four_organisations_of_tranemo_stand_alone_and_without_its_group_eight(
    tranemo: Collaboration,
) -> None:
    board, group = splitters(tranemo).bodies

    assert board == Splitter(
        "advisory-board", (), ("lansstyrelsen-vg", "sjuharads-kommunalforbund", "hogskolan-boras", "ardagh-glass")
    )
    assert (group.id, group.parts, len(group.alone)) == ("samverkansgrupp", (), 8)


def test_the_one_organisation_in_two_bodies_splits_them(setup: Setup) -> None:
    answer = splitters(setup({"a": "x", "b": "x"}))

    assert answer == Splitters(organisations=(Splitter("x", (("a",), ("b",))),), bodies=(), complete=True)


def test_a_body_between_two_others_splits_them_too(setup: Setup) -> None:
    answer = splitters(setup({"a": "x", "b": "x y z", "c": "y"}))

    assert answer.organisations == (Splitter("x", (("a",), ("b", "c"))), Splitter("y", (("a", "b"), ("c",))))
    assert answer.bodies == (Splitter("b", (("a",), ("c",)), ("z",)),)


def test_two_ways_round_leave_nobody_whose_loss_splits(setup: Setup) -> None:
    assert splitters(setup({"a": "x y", "b": "y z", "c": "z x"})) == Splitters((), (), complete=True)


def test_a_body_whose_only_organisation_sits_nowhere_else_splits_nothing(setup: Setup) -> None:
    assert splitters(setup({"a": "x", "b": ""})).bodies == ()


def test_a_lone_body_keeps_its_organisations_together(setup: Setup) -> None:
    assert splitters(setup({"a": "x y"})).bodies == (Splitter("a", (), ("x", "y")),)


def test_nothing_splits_an_empty_collaboration() -> None:
    assert splitters(Collaboration(id="c", name="C")) == Splitters((), (), complete=False)
