"""How a fact is told."""

from __future__ import annotations

import pytest

from samverkan.checklist.reading import told
from samverkan.model.values import Length, Period, Unit

from .builders import day

LENGTH = Length(3, Unit.YEAR)
FIRST, LAST = day("2016-01-11"), day("2018-12-31")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(FIRST, LAST), "2016-01-11–2018-12-31"),
        (Period(FIRST), "2016-01-11–?"),
        (Period(to=LAST), "?–2018-12-31"),
        (Period(length=LENGTH), "3 years"),
        (Period(FIRST, length=LENGTH), "2016-01-11–?"),
    ],
)
def test_a_period_is_told_by_its_ends_else_by_its_length(period: Period, words: str) -> None:
    assert str(told(period)) == words
