"""Our free days against those of ``workalendar``, which has its own table of Sweden and its own Easter."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.planning.holiday import FIRST_YEAR, LAST_YEAR, Kind, swedish_holidays
from samverkan.planning.workdays import Calendar

europe = pytest.importorskip("workalendar.europe", reason="the judge “workalendar” is not installed")

# Act 1989:253, as SFS 2004:1320 changed it. workalendar has one table for all years, that of after the change.
NATIONAL_DAY_SINCE = 2005
# Act 1952:48 had Lady Day, always a Sunday, and Whit Monday; act 1989:253 dropped the one and its change the other.
ABOLISHED = {"Marie bebådelsedag": 1989, "Annandag pingst": 2004}

SWEDEN = Calendar.swedish(NATIONAL_DAY_SINCE - 1, LAST_YEAR)
JUDGE = europe.Sweden()
days = st.dates(dt.date(NATIONAL_DAY_SINCE, 1, 2), dt.date(LAST_YEAR, 12, 1))


@cache
def judged(year: int) -> frozenset[dt.date]:
    """Give the days that the judge calls holidays, the eves that it counts among them included."""
    return frozenset(day for day, _ in JUDGE.holidays(year))


@cache
def ours(year: int) -> frozenset[dt.date]:
    return frozenset(each.date for each in swedish_holidays(year) if each.kind is not Kind.HALF_DAY)


@pytest.mark.parametrize("year", range(NATIONAL_DAY_SINCE, LAST_YEAR + 1))
def test_we_keep_the_same_days_as_workalendar_since_the_national_day_is_one(year: int) -> None:
    assert ours(year) == judged(year)


@pytest.mark.parametrize("year", range(FIRST_YEAR, NATIONAL_DAY_SINCE))
def test_before_that_we_differ_by_the_days_that_the_acts_of_the_time_had(year: int) -> None:
    named = {each.name.sv: each.date for each in swedish_holidays(year)}
    only_ours = {named[name] for name, last in ABOLISHED.items() if year <= last}

    assert ours(year) | {dt.date(year, 6, 6)} == judged(year) | only_ours
    assert "Nationaldagen" not in named


@given(days)
def test_every_day_is_a_working_day_to_both_or_to_neither(day: dt.date) -> None:
    assert SWEDEN.is_free(day) != JUDGE.is_working_day(day)


@given(days)
def test_the_working_day_to_which_a_meeting_moves_is_that_of_workalendar(day: dt.date) -> None:
    assert SWEDEN.next_working(day) == JUDGE.add_working_days(day, 1)
    assert SWEDEN.previous_working(day) == JUDGE.sub_working_days(day, 1)


@given(days)
def test_a_squeeze_day_is_a_working_day_between_two_days_that_are_free_to_workalendar(day: dt.date) -> None:
    before, same, after = (JUDGE.is_working_day(day + dt.timedelta(days=step)) for step in (-1, 0, 1))

    assert SWEDEN.is_squeeze_day(day) == (same and not before and not after)
