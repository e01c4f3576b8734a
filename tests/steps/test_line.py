from __future__ import annotations

import datetime as dt

import pytest

from samverkan.errors import InvalidValueError
from samverkan.model.calendar import Break, ClosedDay, LocalCalendar
from samverkan.steps.line import Line

MAUNDY, TUESDAY = dt.date(2027, 3, 25), dt.date(2027, 3, 30)


def test_free_days_are_not_counted() -> None:
    assert Line.after(MAUNDY, 2, None).days == (MAUNDY, TUESDAY)
    assert Line.before(TUESDAY, 2, None).days == (MAUNDY, TUESDAY)


def test_a_line_that_begins_on_a_free_day_begins_on_the_next_working_day() -> None:
    assert Line.after(dt.date(2027, 3, 26), 1, None).days == (TUESDAY,)
    assert Line.before(dt.date(2027, 3, 29), 1, None).days == (MAUNDY,)


def test_the_days_after_follow_those_before() -> None:
    line = Line.before(MAUNDY, 1, None, more=2)

    assert line.days == (MAUNDY, TUESDAY, dt.date(2027, 3, 31))
    assert [line.number(day) for day in (dt.date(2020, 1, 1), MAUNDY, dt.date(2027, 3, 28))] == [0, 0, 1]


def test_closed_days_and_breaks_of_ones_own_are_kept_free() -> None:
    local = LocalCalendar(closed=[ClosedDay(MAUNDY)], breaks=[Break("lov", TUESDAY, dt.date(2027, 4, 2))])

    assert Line.after(MAUNDY, 1, local).days == (dt.date(2027, 4, 5),)


def test_a_calendar_with_few_working_days_is_followed_over_many_years() -> None:
    nearly_always = Break("stängt", dt.date(2000, 1, 1), dt.date(2000, 12, 28), yearly=True)

    line = Line.after(dt.date(2027, 1, 1), 10, LocalCalendar(breaks=[nearly_always]))

    assert (len(line.days), line.days[-1].year) == (10, 2033)  # two, one, none, one, two, two, two
    assert len(Line.before(dt.date(2027, 1, 1), 10, LocalCalendar(breaks=[nearly_always])).days) == 10


def test_a_calendar_without_working_days_is_refused() -> None:
    always = LocalCalendar(breaks=[Break("stängt", dt.date(1953, 1, 1), dt.date(1953, 12, 31), yearly=True)])

    for ask in (Line.after, Line.before):
        with pytest.raises(InvalidValueError, match="the calendar has too few working days for the 3 that are needed"):
            ask(dt.date(2027, 1, 1), 3, always)
