"""Figures of whole municipalities, by year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from samverkan.errors import InvalidValueError
from samverkan.followup.indicator import IndicatorSeries


def series(values: dict[int, Decimal | None], kpi: str = "N00945") -> IndicatorSeries:
    return IndicatorSeries(kpi=kpi, place="0764", values=values)


@pytest.mark.parametrize("kpi", ["", "N0094", "N009456", "X00945", "n00945", "N0094٥"])
def test_what_is_no_letter_of_kolada_and_five_digits_is_refused(kpi: str) -> None:
    with pytest.raises(InvalidValueError, match="is not the id of an indicator; expected N or U and five digits"):
        series({}, kpi)


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_a_value_is_a_number_or_nothing(number: str) -> None:
    with pytest.raises(InvalidValueError, match="has a value that is no number"):
        series({2019: Decimal(1), 2020: Decimal(number)})


@pytest.mark.parametrize(
    ("values", "latest"),
    [
        ({}, None),
        ({2020: None}, None),
        ({2018: Decimal(7)}, (2018, Decimal(7))),
        ({2021: None, 2020: Decimal(0), 2018: Decimal(7), 2019: Decimal(8)}, (2020, Decimal(0))),
    ],
)
def test_the_latest_value_is_that_of_the_last_year_that_has_one(
    values: dict[int, Decimal | None], latest: tuple[int, Decimal] | None
) -> None:
    assert series(values).latest == latest
