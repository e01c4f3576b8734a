from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.errors import InvalidValueError
from samverkan.formats.ical import cadence_to_rrule, rrule_to_cadence
from samverkan.model.cadence import (
    Cadence,
    EveryDays,
    EveryWeeks,
    EveryWorkingDay,
    MonthlyOn,
    Parity,
    ParityWeeks,
    Per,
    Regularly,
    TimesPer,
    Weekday,
    WeeklyOn,
)
from samverkan.planning.expand import expand
from samverkan.testing.strategies import cadences, dates

FRIDAY = dt.date(2016, 3, 4)


@pytest.mark.parametrize(
    ("cadence", "rule"),
    [
        (EveryDays(14), "FREQ=DAILY;COUNT=8;INTERVAL=14"),
        (EveryWeeks(2), "FREQ=WEEKLY;COUNT=8;INTERVAL=2"),
        (WeeklyOn([Weekday.THURSDAY, Weekday.MONDAY]), "FREQ=WEEKLY;COUNT=28;BYDAY=MO,TH"),
        (MonthlyOn(2, Weekday.TUESDAY), "FREQ=MONTHLY;COUNT=3;BYDAY=2TU"),
        (MonthlyOn(-1, Weekday.FRIDAY, 3), "FREQ=MONTHLY;COUNT=1;INTERVAL=3;BYDAY=-1FR"),
        (ParityWeeks(Parity.ODD, Weekday.FRIDAY), None),
        (EveryWorkingDay(), None),
        (TimesPer(2, Per.TERM), None),
        (Regularly(), None),
    ],
)
def test_a_cadence_is_written_as_a_rule_where_one_says_the_same(cadence: Cadence, rule: str | None) -> None:
    assert cadence_to_rrule(cadence, FRIDAY, dt.date(2016, 6, 10)) == rule


def test_a_cadence_without_a_date_in_the_period_has_no_rule() -> None:
    assert cadence_to_rrule(MonthlyOn(2, Weekday.TUESDAY), FRIDAY, FRIDAY) is None


@pytest.mark.parametrize(
    ("rule", "cadence"),
    [
        ("FREQ=DAILY", EveryDays(1)),
        ("RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20160610T120000Z", EveryWeeks(1)),
        ("freq=weekly;interval=2;byday=fr", EveryWeeks(2)),
        ("FREQ=WEEKLY;BYDAY=FR", WeeklyOn([Weekday.FRIDAY])),
        ("FREQ=DAILY;BYDAY=MO,FR;COUNT=7", WeeklyOn([Weekday.MONDAY, Weekday.FRIDAY])),
        ("FREQ=MONTHLY;BYDAY=1FR", MonthlyOn(1, Weekday.FRIDAY)),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=FR;BYSETPOS=1", MonthlyOn(1, Weekday.FRIDAY, 2)),
    ],
)
def test_the_ways_in_which_others_write_a_rule_are_read(rule: str, cadence: Cadence) -> None:
    assert rrule_to_cadence(rule, FRIDAY) == cadence


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("", "“” is no rule of iCalendar; expected a rule such as “FREQ=WEEKLY;INTERVAL=2”"),
        ("varannan vecka", "“varannan vecka” is no rule of iCalendar"),
        ("FREQ=WEEKLY;FREQ=DAILY", "“FREQ=WEEKLY;FREQ=DAILY” is no rule of iCalendar"),
        (
            "FREQ=WEEKLY;BYWEEKNO=9",
            "no cadence says what “FREQ=WEEKLY;BYWEEKNO=9” says; expected a rule by days or weeks",
        ),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "no cadence says what"),
        ("FREQ=WEEKLY;INTERVAL=0", "no cadence says what"),
        ("FREQ=MONTHLY;BYMONTHDAY=4", "no cadence says what"),
        ("FREQ=MONTHLY;BYDAY=FR", "no cadence says what"),
        ("FREQ=MONTHLY;BYDAY=-2FR", "no cadence says what"),
        ("FREQ=YEARLY", "no cadence says what"),
        ("FREQ=WEEKLY;BYDAY=MO", "2016-03-04 is no day of “FREQ=WEEKLY;BYDAY=MO”; expected a first day that is itself"),
        ("FREQ=MONTHLY;BYDAY=2FR", "2016-03-04 is no day of “FREQ=MONTHLY;BYDAY=2FR”"),
    ],
)
def test_what_no_cadence_covers_is_refused(rule: str, told: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        rrule_to_cadence(rule, FRIDAY)

    assert str(caught.value).startswith(told)


@given(st.text(max_size=30), dates())
def test_any_text_is_read_or_refused(text: str, first: dt.date) -> None:
    for rule in (text, f"FREQ=WEEKLY;BYDAY={text}", f"FREQ=DAILY;INTERVAL={text}"):
        with contextlib.suppress(InvalidValueError):
            rrule_to_cadence(rule, first)


class TestRules:
    """Cadence and RRULE text say the same, for the part of RFC 5545 that cadences cover; DTSTART is an occurrence."""

    @given(cadences(), dates(), st.integers(0, 800))
    def test_what_is_written_is_read_as_the_same(self, cadence: Cadence, first: dt.date, days: int) -> None:
        last = first + dt.timedelta(days)
        rule = cadence_to_rrule(cadence, first, last)
        assume(rule is not None)
        assert rule is not None

        assert rrule_to_cadence(rule, expand(cadence, first, last)[0]) == cadence

    @given(cadences(), dates(), st.integers(0, 800))
    def test_dateutil_gives_the_same_dates(self, cadence: Cadence, first: dt.date, days: int) -> None:
        last = first + dt.timedelta(days)
        rule = cadence_to_rrule(cadence, first, last)
        assume(rule is not None)
        assert rule is not None
        dates = expand(cadence, first, last)

        found = rrulestr(rule, dtstart=dt.datetime.combine(dates[0], dt.time()))

        assert [moment.date() for moment in found] == dates

    @given(cadences(), dates(), st.integers(0, 800))
    def test_weeks_are_never_named_by_number(self, cadence: Cadence, first: dt.date, days: int) -> None:
        assert "BYWEEKNO" not in (cadence_to_rrule(cadence, first, first + dt.timedelta(days)) or "")
