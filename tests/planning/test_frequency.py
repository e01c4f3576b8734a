from __future__ import annotations

import pytest

from samverkan.model.cadence import EveryDays, Per, Regularly, TimesPer
from samverkan.model.facts import UNKNOWN, Absent, Fact
from samverkan.planning.frequency import Count, count_of

TWICE_A_TERM = TimesPer(2, Per.TERM)
A_FEW_A_TERM = TimesPer(2, Per.TERM, approximate=True)


@pytest.mark.parametrize(
    ("joint", "counterparts", "least", "most"),
    [
        (True, 5, 2, 2),
        (False, 5, 10, 10),
        (UNKNOWN, 5, 2, 10),
        (Absent(), 5, 2, 10),
        (UNKNOWN, 1, 2, 2),
        (UNKNOWN, 0, 2, None),
        (False, 0, 2, None),
    ],
)
def test_meetings_apart_are_as_many_as_the_counterparts(
    joint: Fact[bool], counterparts: int, least: int, most: int | None
) -> None:
    count = count_of(TWICE_A_TERM, joint=joint, counterparts=counterparts)

    assert count == Count(per=Per.TERM, least=least, most=most)


@pytest.mark.parametrize("joint", [True, False, UNKNOWN])
def test_where_nobody_says_otherwise_the_others_are_one_or_are_met_together(joint: Fact[bool]) -> None:
    assert count_of(TWICE_A_TERM, joint=joint) == Count(per=Per.TERM, least=2, most=2)
    assert count_of(TWICE_A_TERM, counterparts=5) == Count(per=Per.TERM, least=2, most=2)


def test_a_few_times_is_at_least_once() -> None:
    assert count_of(A_FEW_A_TERM) == Count(per=Per.TERM, least=1, most=None)
    assert count_of(A_FEW_A_TERM, joint=False, counterparts=3) == Count(per=Per.TERM, least=3, most=None)


def test_a_rule_that_names_no_number_of_times_has_no_count() -> None:
    assert count_of(EveryDays(14)) is None
    assert count_of(Regularly()) is None
