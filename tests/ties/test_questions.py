from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.collaboration import Collaboration
from samverkan.ties import (
    answers,
    brokers,
    centrality,
    connectivity,
    cooperation,
    core,
    counts,
    engagement,
    mixing,
    needs,
    parts,
    shared,
    splitters,
    ties_to_add,
)
from samverkan.ties.questions import ALL_PAIRS

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
    assert found.which_ties_to_add == ties_to_add(tranemo)
    assert found.which_sectors_meet == mixing(tranemo)
    assert found.who_brokers_between_sectors == brokers(tranemo)
    assert found.how_central_is_the_municipality == centrality(tranemo)
    assert found.is_there_a_core == core(tranemo)
    assert found.who_organises_and_who_sits == engagement(tranemo)
    assert found.which_needed_parties_are_missing == needs(tranemo)
    assert found.who_works_together == cooperation(tranemo)


def test_every_two_bodies_are_asked_about_in_which_somebody_is_known_to_sit(
    setup: Callable[..., Collaboration],
) -> None:
    found = answers(setup({"a": "x", "b": "y", "c": "", "d": "z"}))

    asked = [("a", "b"), ("a", "d"), ("b", "d")]
    assert [answer.bodies for answer in found.who_ties_two_bodies] == asked
    assert [answer.bodies for answer in found.how_many_losses_part_two_bodies] == asked


def test_of_very_many_bodies_each_is_asked_about_with_the_one_that_it_shares_most_with(
    setup: Callable[..., Collaboration],
) -> None:
    many = {f"b{place}": f"own-{place}" for place in range(ALL_PAIRS)}
    found = answers(setup({"a": "x", "b": "x y", "c": "x y", **many}))

    # Body a shares one with either, and b comes first; b and c share two; the others share nothing with anybody.
    assert [answer.bodies for answer in found.who_ties_two_bodies] == [("a", "b"), ("b", "c")]


def test_so_many_bodies_as_that_are_still_asked_about_two_by_two(setup: Callable[..., Collaboration]) -> None:
    found = answers(setup({f"b{place}": f"own-{place}" for place in range(ALL_PAIRS)}))

    assert len(found.who_ties_two_bodies) == ALL_PAIRS * (ALL_PAIRS - 1) // 2


def test_the_pairs_of_very_many_bodies_stand_in_the_order_of_the_file(setup: Callable[..., Collaboration]) -> None:
    shared_by_two = {"a": "x", "b": "y v w", "c": "y", "d": "x", "e": "v", "f": "w"}
    found = answers(setup({**shared_by_two, **{f"b{place}": f"own-{place}" for place in range(ALL_PAIRS)}}))

    assert [answer.bodies for answer in found.who_ties_two_bodies] == [("a", "d"), ("b", "c"), ("b", "e"), ("b", "f")]


def test_the_pairs_can_be_chosen(setup: Callable[..., Collaboration]) -> None:
    found = answers(setup({"a": "x", "b": "y", "c": ""}), pairs=iter([("c", "a")]))

    assert [answer.bodies for answer in found.who_ties_two_bodies] == [("c", "a")]
    assert [answer.bodies for answer in found.how_many_losses_part_two_bodies] == [("c", "a")]


def test_an_empty_collaboration_has_no_two_bodies_to_ask_about() -> None:
    found = answers(Collaboration(id="c", name="C"))

    assert found.who_ties_two_bodies == found.how_many_losses_part_two_bodies == ()
