"""Figures against a number."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from samverkan.checklist.outcome import Outcome
from samverkan.followup.figure import Figure
from samverkan.followup.judging import holds, side
from samverkan.followup.status import Reason
from samverkan.model.goals import Operator
from tests.followup.rows import goal


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


@pytest.mark.parametrize(
    ("count", "at_most", "total", "outcome", "reasons"),
    [
        (34, 50, 50, Outcome.UNKNOWN, (Reason.OVERLAP_UNKNOWN,)),
        (35, 50, 50, Outcome.MET, ()),
        (30, 34, 50, Outcome.NOT_MET, ()),
        (35, 35, 50, Outcome.MET, ()),
        (0, 0, 0, Outcome.UNKNOWN, (Reason.NOBODY,)),
    ],
)
def test_only_what_is_not_decided_says_why(
    count: int, at_most: int, total: int, outcome: Outcome, reasons: tuple[Reason, ...]
) -> None:
    day = dt.date(2014, 1, 2)
    figure = Figure(count=count, at_most=at_most, total=total, first=day, last=day, collected=day)
    found = side(goal("r-g10"), figure, Fraction(70), final=True)

    assert (found.outcome, found.reasons) == (outcome, reasons)
    assert found.figure is not None
    assert found.figure.needed == (35 if total else None)
