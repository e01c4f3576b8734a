"""A series on another day of the week."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.errors import InvalidValueError
from samverkan.model.activities import Change, Series
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
from samverkan.whatif.weekdays import on_weekday, weekday_of

FRIDAY, LAST = dt.date(2027, 1, 15), dt.date(2027, 6, 7)  # a Friday, a Monday
WITH_ONE = [
    EveryDays(14),
    EveryWeeks(3),
    WeeklyOn([Weekday.FRIDAY]),
    ParityWeeks(Parity.EVEN, Weekday.FRIDAY),
]


def series(rule: Cadence, **more: object) -> Series:
    return Series("moten", "grupp", rule, FRIDAY, LAST, **more)  # type: ignore[arg-type]  # what the test says


def dates(of: Series) -> list[dt.date]:
    return expand(of.every, of.from_, of.to)


def weeks(of: Series) -> list[tuple[int, int]]:
    return [day.isocalendar()[:2] for day in dates(of)]


@pytest.mark.parametrize("rule", WITH_ONE, ids=str)
@pytest.mark.parametrize("weekday", [Weekday.MONDAY, Weekday.THURSDAY, Weekday.SUNDAY])
def test_every_meeting_stays_in_its_week(rule: Cadence, weekday: Weekday) -> None:
    before = series(rule)
    after = on_weekday(before, weekday)

    assert weeks(after) == weeks(before)
    assert {day.isoweekday() for day in dates(after)} == {weekday.iso}


def test_a_change_by_hand_goes_along_with_its_meeting() -> None:
    cancelled = Change(dt.date(2027, 1, 29), cancelled=True)
    moved = Change(dt.date(2027, 2, 12), dt.date(2027, 2, 10))

    found = on_weekday(series(EveryDays(14), changes=[cancelled, moved]), Weekday.TUESDAY).changes

    assert [(each.nominal, each.date, each.cancelled) for each in found] == [
        (dt.date(2027, 1, 26), None, True),
        (dt.date(2027, 2, 9), dt.date(2027, 2, 10), False),
    ]


def test_the_second_friday_becomes_the_second_monday_and_changes_by_hand_go() -> None:
    found = on_weekday(
        series(MonthlyOn(2, Weekday.FRIDAY, 2), changes=[Change(dt.date(2027, 3, 12), cancelled=True)]), Weekday.MONDAY
    )

    assert (found.every, found.from_, found.changes) == (MonthlyOn(2, Weekday.MONDAY, 2), FRIDAY, ())


@pytest.mark.parametrize(
    "rule",
    [EveryDays(10), WeeklyOn([Weekday.MONDAY, Weekday.FRIDAY]), EveryWorkingDay(), TimesPer(2, Per.TERM), Regularly()],
    ids=str,
)
def test_a_rule_without_one_weekday_is_refused(rule: Cadence) -> None:
    assert weekday_of(series(rule)) is None
    with pytest.raises(InvalidValueError, match="“moten” has no weekday of its own; expected a rule with one weekday"):
        on_weekday(series(rule), Weekday.MONDAY)
