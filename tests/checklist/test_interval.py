from __future__ import annotations

from fractions import Fraction

import pytest

from samverkan.checklist.interval import Interval, compare, counted, share_of
from samverkan.checklist.outcome import Outcome
from samverkan.errors import InvalidValueError
from samverkan.model.goals import Operator

MET, NOT_MET, UNSURE = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("interval", "relation", "number", "expected"),
    [
        (Interval(3, 5), Operator.AT_LEAST, 3, MET),
        (Interval(3, 5), Operator.AT_LEAST, 4, UNSURE),
        (Interval(3, 5), Operator.AT_LEAST, 6, NOT_MET),
        (Interval(3, None), Operator.AT_LEAST, 6, UNSURE),
        (Interval(3, None), Operator.AT_MOST, 2, NOT_MET),
        (Interval(3, None), Operator.LESS_THAN, 4, UNSURE),
        (Interval(3, 5), Operator.AT_MOST, 5, MET),
        (Interval(3, 5), Operator.MORE_THAN, 5, NOT_MET),
        (Interval(3, 5), Operator.LESS_THAN, 3, NOT_MET),
        (Interval(3, 3), Operator.EXACTLY, 3, MET),
        (Interval(3, 5), Operator.EXACTLY, 4, UNSURE),
        (Interval(3, 5), Operator.EXACTLY, 6, NOT_MET),
        (Interval(3, None), Operator.EXACTLY, 9, UNSURE),
    ],
)
def test_a_comparison_is_decided_only_if_the_whole_interval_agrees(
    interval: Interval, relation: Operator, number: int, expected: Outcome
) -> None:
    assert compare(interval, relation, number) is expected


def test_an_interval_is_exact_and_ordered() -> None:
    assert Interval("1/3", "2/3").low == Fraction(1, 3)
    with pytest.raises(InvalidValueError, match="the interval ends at 1 before 2"):
        Interval(2, 1)


def test_an_open_list_has_no_highest_count() -> None:
    assert counted([MET, UNSURE, NOT_MET]) == Interval(1, 2)
    assert counted([MET, UNSURE, NOT_MET], closed=False) == Interval(1, None)


def test_of_nothing_that_applies_nothing_is_known() -> None:
    assert share_of([]) == Interval(0, 1)
    assert share_of([(Outcome.NOT_APPLICABLE, Fraction(1))]) == Interval(0, 1)


def test_weights_count_in_a_share() -> None:
    assert share_of([(MET, Fraction(3)), (NOT_MET, Fraction(1))]) == Interval("3/4", "3/4")


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        (Interval(1, 2), Interval(0, None), True),
        (Interval(1, None), Interval(0, 9), False),
        (Interval(1, 2), Interval(2, 3), False),
        (Interval(1, 2), Interval(1, 2), True),
    ],
)
def test_an_interval_lies_within_another(inner: Interval, outer: Interval, *, expected: bool) -> None:
    assert inner.within(outer) is expected


def test_an_interval_is_told_by_its_ends() -> None:
    assert [str(Interval(1, 1)), str(Interval(1, 2)), str(Interval(1, None))] == ["1", "1–2", "1–"]
