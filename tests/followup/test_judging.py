"""Figures against a number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from samverkan.checklist.outcome import Outcome
from samverkan.followup.judging import holds
from samverkan.model.goals import Operator


@pytest.mark.parametrize(
    ("least", "most", "how", "number", "outcome"),
    [
        (1, 2, Operator.EXACTLY, Fraction(3, 2), Outcome.NOT_MET),
        (1, 2, Operator.EXACTLY, Fraction(2), Outcome.UNKNOWN),
        (2, 2, Operator.EXACTLY, Fraction(2), Outcome.MET),
        (1, 2, Operator.AT_LEAST, Fraction(3, 2), Outcome.UNKNOWN),
        (1, None, Operator.AT_LEAST, Fraction(1), Outcome.MET),
        (1, None, Operator.AT_MOST, Fraction(0), Outcome.NOT_MET),
        (1, None, Operator.AT_MOST, Fraction(5), Outcome.UNKNOWN),
    ],
)
def test_a_count_is_decided_only_if_every_whole_number_agrees(
    least: int, most: int | None, how: Operator, number: Fraction, outcome: Outcome
) -> None:
    assert holds(least, most, how, number) is outcome
