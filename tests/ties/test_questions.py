from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.collaboration import Collaboration
from samverkan.ties import answers, connectivity, counts, parts, shared, splitters

if TYPE_CHECKING:
    from collections.abc import Callable


def test_all_answers_are_those_of_the_single_questions(tranemo: Collaboration) -> None:
    board, group = "advisory-board", "samverkansgrupp"

    found = answers(tranemo)

    assert found.who_sits_where == counts(tranemo)
    assert found.who_ties_two_bodies == (shared(tranemo, board, group),)
    assert found.how_many_losses_part_two_bodies == (connectivity(tranemo, board, group),)
    assert found.whose_loss_splits_the_collaboration == splitters(tranemo)
    assert found.is_everything_connected == parts(tranemo)


def test_every_two_bodies_are_asked_about_in_which_somebody_is_known_to_sit(
    setup: Callable[..., Collaboration],
) -> None:
    found = answers(setup({"a": "x", "b": "y", "c": "", "d": "z"}))

    asked = [("a", "b"), ("a", "d"), ("b", "d")]
    assert [answer.bodies for answer in found.who_ties_two_bodies] == asked
    assert [answer.bodies for answer in found.how_many_losses_part_two_bodies] == asked


def test_the_pairs_can_be_chosen(setup: Callable[..., Collaboration]) -> None:
    found = answers(setup({"a": "x", "b": "y", "c": ""}), pairs=iter([("c", "a")]))

    assert [answer.bodies for answer in found.who_ties_two_bodies] == [("c", "a")]
    assert [answer.bodies for answer in found.how_many_losses_part_two_bodies] == [("c", "a")]


def test_an_empty_collaboration_has_no_two_bodies_to_ask_about() -> None:
    found = answers(Collaboration(id="c", name="C"))

    assert found.who_ties_two_bodies == found.how_many_losses_part_two_bodies == ()
