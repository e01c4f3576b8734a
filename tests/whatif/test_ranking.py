"""Variants in the order of one measure."""

from __future__ import annotations

import pytest

from samverkan.whatif.consequence import consequences
from samverkan.whatif.ranking import Order, ranked

from .cases import CASE, VARIANTS

FOUND = consequences(CASE, VARIANTS)
GRAVEST = {
    Order.CLASHES: lambda told: (-told.certain, -told.possible),
    Order.MEETINGS: lambda told: told.meetings,
    Order.WAITING: lambda told: (-told.never, -(told.longest or 0)),
    Order.SCORE: lambda told: sorted((each.score.low, each.score.high) for each in told.judged),
}


def test_as_given_only_those_that_cannot_be_move_to_the_end() -> None:
    assert ranked(FOUND, Order.GIVEN) == sorted(FOUND, key=lambda each: each.measures is None)


@pytest.mark.parametrize("order", GRAVEST)
def test_the_gravest_comes_first_and_of_equals_the_first_given(order: Order) -> None:
    possible = [each for each in FOUND if each.measures is not None]

    found = ranked(FOUND, order)

    assert found[: len(possible)] == sorted(possible, key=lambda each: GRAVEST[order](each.measures))
    assert all(each.measures is None for each in found[len(possible) :])


def test_the_orders_differ() -> None:
    assert len({tuple(each.variant.id for each in ranked(FOUND, order)) for order in Order}) >= 4
