from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidCollaborationError, InvalidValueError
from samverkan.formats import toml
from samverkan.model.cadence import Weekday
from samverkan.model.calendar import Break, ClosedDay, County, LocalCalendar
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.testing import dates, values_of

SPORTLOV = Break("sportlov", dt.date(2026, 2, 9), dt.date(2026, 2, 13))
SUMMER = Break("sommaruppehåll", dt.date(2026, 6, 22), dt.date(2026, 8, 14), yearly=True)

FILE = """\
format = 1
id = "ekeby"
name = "Ekeby"

[calendar]
closed = [2026-05-15, { date = 2026-05-18, reason = "planeringsdag" }]
breaks = [{ name = "sportlov", from = 2026-02-09, to = 2026-02-13 }]
breaks_guessed = ["Västra Götaland"]
summer_pause = { name = "sommaruppehåll", from = 2026-06-22, to = 2026-08-14, yearly = true }
weekdays = ["tuesday", "friday"]
hours = "08.00–16.30"
squeeze_days_free = true
"""


def test_the_calendar_stands_in_the_file_and_is_written_as_it_was_read() -> None:
    read = toml.loads(FILE)

    assert read.calendar == LocalCalendar(
        closed=[ClosedDay(dt.date(2026, 5, 15)), ClosedDay(dt.date(2026, 5, 18), Text("planeringsdag"))],
        breaks=[SPORTLOV],
        breaks_guessed=[County.VASTRA_GOTALAND],
        summer_pause=SUMMER,
        weekdays=[Weekday.TUESDAY, Weekday.FRIDAY],
        hours=ClockSpan.parse("08.00–16.30"),
        squeeze_days_free=True,
    )
    assert toml.dumps(read) == FILE


def test_a_file_without_a_calendar_has_none_and_guesses_nothing() -> None:
    assert toml.loads(FILE.partition("[calendar]")[0]).calendar is None
    assert LocalCalendar().breaks_guessed == ()


def test_a_misspelt_county_is_told_with_the_right_one() -> None:
    with pytest.raises(InvalidCollaborationError, match="did you mean “Västra Götaland”"):
        toml.loads(FILE.replace("Västra Götaland", "Vastra Gotaland"))


def test_a_break_ends_after_it_starts_and_within_a_year() -> None:
    with pytest.raises(InvalidValueError, match="sportlov ends 2026-02-09 before it starts 2026-02-13"):
        Break("sportlov", SPORTLOV.to, SPORTLOV.from_)
    with pytest.raises(InvalidValueError, match="paus is longer than a year; expected at most 366 days"):
        Break("paus", dt.date(2026, 1, 1), dt.date(2027, 1, 2))
    assert Break("paus", dt.date(2026, 1, 1), dt.date(2027, 1, 1)).covers(dt.date(2027, 1, 1))


def test_a_break_may_be_of_one_day_and_covers_that_alone() -> None:
    day = dt.date(2026, 5, 15)
    one = Break("klämdag", day, day)

    assert [one.covers(day + dt.timedelta(days=days)) for days in (-1, 0, 1)] == [False, True, False]
    assert list(one.spans(day, day)) == [(day, day)]


def test_a_yearly_break_comes_back_each_year_and_not_before_the_first() -> None:
    spans = list(SUMMER.spans(dt.date(2020, 1, 1), dt.date(2028, 12, 31)))

    assert [(first.isoformat(), last.isoformat()) for first, last in spans] == [
        ("2026-06-22", "2026-08-14"),
        ("2027-06-22", "2027-08-14"),
        ("2028-06-22", "2028-08-14"),
    ]
    assert SUMMER.covers(dt.date(2031, 7, 1))
    assert not SUMMER.covers(dt.date(2025, 7, 1))
    assert not SPORTLOV.covers(dt.date(2027, 2, 9))


def test_a_yearly_break_over_new_year_ends_in_the_next_year() -> None:
    christmas = Break("jullov", dt.date(2026, 12, 21), dt.date(2027, 1, 8), yearly=True)

    assert christmas.covers(dt.date(2028, 1, 3))
    assert list(christmas.spans(dt.date(2029, 1, 1), dt.date(2029, 1, 8))) == [
        (dt.date(2028, 12, 21), dt.date(2029, 1, 8))
    ]


def test_a_yearly_break_from_leap_day_is_from_the_last_of_february() -> None:
    leap = Break("lov", dt.date(2028, 2, 29), dt.date(2028, 3, 2), yearly=True)

    assert list(leap.spans(dt.date(2029, 1, 1), dt.date(2029, 12, 31))) == [(dt.date(2029, 2, 28), dt.date(2029, 3, 2))]
    assert leap.covers(dt.date(2032, 2, 29))
    assert not leap.covers(dt.date(2032, 2, 28))


def test_a_yearly_break_comes_back_until_the_calendar_ends() -> None:
    christmas = Break("jullov", dt.date(2026, 12, 21), dt.date(2027, 1, 8), yearly=True)

    assert [first.year for first, _ in christmas.spans(dt.date(9998, 2, 1), dt.date.max)] == [9998, 9999]


def test_the_summer_pause_is_a_break_too_and_the_last() -> None:
    assert LocalCalendar(breaks=[SPORTLOV], summer_pause=SUMMER).stated_breaks == (SPORTLOV, SUMMER)
    assert LocalCalendar(breaks=[SPORTLOV]).stated_breaks == (SPORTLOV,)


class TestBreak:
    """A break covers a day exactly when one of its spans holds it; one that is not yearly has one span at most."""

    @given(values_of(Break), dates(), st.integers(0, 1_000))
    def test_spans_are_what_it_covers(self, one: Break, first: dt.date, days: int) -> None:
        last = first + dt.timedelta(days=days)
        spans = list(one.spans(first, last))

        assert all(begins <= last and first <= ends for begins, ends in spans)
        assert one.yearly or len(spans) <= 1
        for day in (first, last, one.from_, one.to):
            held = any(begins <= day <= ends for begins, ends in spans)
            assert held == one.covers(day) or not first <= day <= last
