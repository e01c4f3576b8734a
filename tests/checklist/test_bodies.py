"""One question put to several bodies of a kind."""

from __future__ import annotations

from attrs import evolve

from samverkan.model.facts import UNKNOWN, Absent

from .builders import NOT_MET, UNSURE, board, finding, group, seat, setup

NO = Absent()


def test_the_first_of_the_bodies_that_decide_is_told_and_all_of_them_are_cited() -> None:
    one, two = group(quorum=NO), evolve(group(quorum=NO), id="other")
    found = finding("6.1", setup(one, two))

    assert found.outcome is NOT_MET
    assert found.remedy_field == "bodies.group.quorum"
    assert [each.field for each in found.evidence] == ["bodies.group.quorum", "bodies.other.quorum"]


def test_a_body_that_does_not_decide_is_not_told() -> None:
    told, silent = group(quorum=NO), evolve(group(quorum=UNKNOWN), id="other")
    found = finding("6.1", setup(silent, told))

    assert (found.outcome, found.asks, found.good, found.bad) == (NOT_MET, (), None, None)
    assert finding("6.1", setup(silent)).outcome is UNSURE


def test_what_is_said_of_the_first_is_told() -> None:
    small, smaller = board(seat("a", "town"), seat("b", "firm")), evolve(board(seat("a", "town")), id="other")
    found = finding("5.1", setup(small, smaller))

    assert str(found.because) == "Rådet has 2 seats, fewer than 5."
    assert str(found.remedy) == "Recruit 3 more to Rådet."


def test_every_body_must_be_settled_for_the_good_and_any_one_is_enough_for_the_bad() -> None:
    one, two = group(), evolve(group(), id="other")
    found = finding("6.1", setup(one, two))

    assert (found.best.number, found.worst.number) == (2, 1)
