from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given

from samverkan.errors import InvalidValueError
from samverkan.model.activities import Change, OnHoliday, Series
from samverkan.model.cadence import EveryDays
from samverkan.model.values import ClockSpan
from samverkan.testing import series


def test_a_series_cannot_end_before_it_starts() -> None:
    with pytest.raises(InvalidValueError, match="the series ends 2016-03-03 before it starts 2016-03-04") as told:
        Series("a", "sg", EveryDays(14), dt.date(2016, 3, 4), dt.date(2016, 3, 3))
    assert told.value.code == "reversed-period"


def test_a_series_of_one_day_is_one() -> None:
    day = dt.date(2016, 3, 4)

    assert Series("a", "sg", EveryDays(14), day, day).on_holiday is OnHoliday.KEEP


@pytest.mark.parametrize("field", ["from_", "to"])
def test_a_series_has_dates_for_dates(field: str) -> None:
    days = {"from_": dt.date(2016, 3, 4), "to": dt.date(2016, 6, 10), field: "2016-03-04"}

    with pytest.raises(InvalidValueError, match=f"{field} '2016-03-04' is not a date") as told:
        Series("a", "sg", EveryDays(14), **days)
    assert told.value.code == "bad-date"


@pytest.mark.parametrize("days", [{"nominal": "V 10"}, {"nominal": dt.date(2016, 3, 4), "date": 7}])
def test_a_change_is_told_by_dates(days: dict[str, dt.date]) -> None:
    with pytest.raises(InvalidValueError, match="is not a date") as told:
        Change(**days)
    assert told.value.code == "bad-date"


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({}, "nothing"),
        ({"cancelled": True, "date": dt.date(2016, 3, 7)}, "two things"),
        ({"cancelled": True, "time": ClockSpan(dt.time(13))}, "two things"),
    ],
)
def test_a_change_says_one_thing(facts: dict[str, Any], says: str) -> None:
    with pytest.raises(InvalidValueError, match=f"the change of 2016-03-04 says {says}; expected a new date") as told:
        Change(dt.date(2016, 3, 4), **facts)
    assert told.value.code == "bad-change"


@pytest.mark.parametrize(
    "facts", [{"cancelled": True}, {"date": dt.date(2016, 3, 7)}, {"time": ClockSpan(dt.time(13))}]
)
def test_a_change_moves_a_meeting_by_its_day_or_its_hour_or_cancels_it(facts: dict[str, Any]) -> None:
    assert Change(dt.date(2016, 3, 4), **facts).cancelled is ("cancelled" in facts)


@given(series())
def test_a_series_takes_its_changes_as_they_come(one: Series) -> None:
    again = Series(one.id, one.body, one.every, one.from_, one.to, changes=iter(one.changes))

    assert again.changes == one.changes
