"""Days, clock times, lengths and terms, with a pool of those on which calendars stumble."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Final

from hypothesis import strategies as st

from samverkan.model.terms import HalfYear, Term, TermDates
from samverkan.model.values import ClockSpan, Length, Period, Unit
from samverkan.testing.strategies.arguments import check_bounds, shown_by_call

FIRST_DAY: Final = dt.date(2000, 1, 1)
"""The first day that is generated where nobody asks for others."""
LAST_DAY: Final = dt.date(2040, 12, 31)
"""The last day that is generated where nobody asks for others."""

TRICKY_DAYS: Final = tuple(
    map(
        dt.date.fromisoformat,
        (
            "2016-03-04",  # the first meeting of Tranemo: an ordinary Friday, and what examples shrink to
            "2016-02-29",
            "2000-02-29",
            "2100-02-28",  # no leap year
            "2015-12-28",  # Monday of week 53
            "2016-01-01",  # still week 53 of 2015
            "2015-12-31",
            "2026-12-28",  # week 53 again: where even weeks part from every fourteenth day
            "2027-01-03",
            "2018-12-31",  # week 1 of 2019
            "2016-03-27",  # clocks go forward
            "2016-10-30",  # clocks go back
            "2016-03-25",  # Good Friday
            "2016-03-28",  # Easter Monday
            "2016-05-01",
            "2016-05-05",  # Ascension Day, so Friday 6 May is a squeeze day
            "2016-05-06",
            "2016-06-06",
            "2016-06-24",  # Midsummer Eve
            "2016-06-25",
            "2016-06-30",  # the last day that counts to the spring term
            "2016-07-01",
            "2016-11-05",  # All Saints' Day
            "2016-12-24",
            "2008-05-01",  # Ascension Day and May Day fall together
        ),
    )
)
"""An ordinary day, to which examples shrink; then days on which weeks, terms, clocks or holidays are got wrong."""

TRICKY_YEARS: Final = (2016, 2015, 2020, 2026, 2000, 1900, 2100, 2200)
"""Years of 53 weeks, leap years, and turns of a century with and without a leap day."""


@cache
def years(*, min_value: int = 1900, max_value: int = 2200) -> st.SearchStrategy[int]:
    """Generate years, among them leap years, none-leap centuries and years of 53 weeks."""
    check_bounds("value", min_value, max_value)
    pool = [year for year in TRICKY_YEARS if min_value <= year <= max_value]
    free = st.integers(min_value, max_value)
    return st.sampled_from(pool) | free if pool else free


@cache
@shown_by_call
def dates(*, min_value: dt.date = FIRST_DAY, max_value: dt.date = LAST_DAY) -> st.SearchStrategy[dt.date]:
    """Generate days, among them year edges, week 53, 29 February, clock changes and Swedish holidays."""
    check_bounds("value", min_value, max_value)
    pool = [day for day in TRICKY_DAYS if min_value <= day <= max_value]
    free = st.dates(min_value, max_value)
    return st.sampled_from(pool) | free if pool else free


_TRICKY_TIMES: Final = tuple(dt.time(*at) for at in ((13, 0), (0, 0), (2, 30), (3, 0), (8, 5), (23, 59)))


@cache
def times_of_day(
    *, min_value: dt.time = dt.time(0), max_value: dt.time = dt.time(23, 59)
) -> st.SearchStrategy[dt.time]:
    """Generate times of day to the minute, among them the hour that a clock change skips or doubles."""
    check_bounds("value", min_value, max_value)
    pool = [time for time in _TRICKY_TIMES if min_value <= time <= max_value]
    minutes = st.integers(min_value.hour * 60 + min_value.minute, max_value.hour * 60 + max_value.minute)
    free = minutes.map(lambda minute: dt.time(*divmod(minute, 60)))
    return st.sampled_from(pool) | free if pool else free


@cache
def clock_spans(
    *, min_value: dt.time = dt.time(0), max_value: dt.time = dt.time(23, 59)
) -> st.SearchStrategy[ClockSpan]:
    """Generate times of day with and without an end."""
    times = times_of_day(min_value=min_value, max_value=max_value)
    return st.builds(_clock_span, times, st.none() | times)


def _clock_span(one: dt.time, other: dt.time | None) -> ClockSpan:
    if other is None or other == one:
        return ClockSpan(one)
    return ClockSpan(min(one, other), max(one, other))


@cache
def lengths(*, max_count: int = 400) -> st.SearchStrategy[Length]:
    """Generate lengths of time in each unit."""
    check_bounds("count", 1, max_count)
    return st.builds(Length, st.integers(1, max_count), st.sampled_from(Unit))


@cache
def closed_periods(
    *, min_value: dt.date = FIRST_DAY, max_value: dt.date = LAST_DAY, max_days: int = 800
) -> st.SearchStrategy[Period]:
    """Generate periods with two ends and at most ``max_days`` days, both ends counted."""
    check_bounds("days", 1, max_days)
    after = st.integers(0, max_days - 1).map(dt.timedelta)
    first = dates(min_value=min_value, max_value=max_value)
    return st.builds(lambda day, length: Period(day, min(day + length, max_value)), first, after)


@cache
def periods(*, min_value: dt.date = FIRST_DAY, max_value: dt.date = LAST_DAY) -> st.SearchStrategy[Period]:
    """Generate periods with two ends, with one, or with a length only."""
    day = dates(min_value=min_value, max_value=max_value)
    length = st.none() | lengths()
    return st.one_of(
        closed_periods(min_value=min_value, max_value=max_value),
        st.builds(Period, day, st.none(), length),
        st.builds(Period, st.none(), day, length),
        st.builds(Period, st.none(), st.none(), lengths()),
    )


@cache
def terms(*, min_year: int = 1900, max_year: int = 2200) -> st.SearchStrategy[Term]:
    """Generate spring and autumn terms."""
    return st.builds(Term, years(min_value=min_year, max_value=max_year), st.sampled_from(HalfYear))


@cache
def term_dates(*, min_year: int = 2000, max_year: int = 2040) -> st.SearchStrategy[TermDates]:
    """Generate first and last days of school, each within the first and last seventy days of its term."""
    gap = st.integers(0, 70).map(dt.timedelta)
    return st.builds(
        lambda term, late, early: TermDates(term, term.first + late, term.last - early),
        terms(min_year=min_year, max_year=max_year),
        gap,
        gap,
    )
