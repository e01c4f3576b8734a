"""Goals that are measured by month or by year."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from samverkan.followup.followup import Apart
from samverkan.followup.policy import Reading
from samverkan.followup.result import Counted
from samverkan.followup.status import Reason, Status
from samverkan.model.goals import Measured
from samverkan.model.values import Length
from tests.followup.rows import LATE, followed, followed_with, goal, row

if TYPE_CHECKING:
    from samverkan.followup.followup import Line
    from samverkan.followup.result import Result

FIRST, LAST = dt.date(2009, 2, 1), dt.date(2009, 2, 28)
FEBRUARY: dict[str, Any] = {"first": FIRST, "last": LAST}


def february(*results: Result, as_of: dt.date = LATE) -> Line:
    return followed("g", *results, as_of=as_of, reading=Reading.TOTAL).of("g-g2").whole


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ((2, 2), (2, 28), Apart.PART),
        ((2, 1), (2, 27), Apart.PART),
        ((1, 31), (2, 28), Apart.OUTSIDE),
        ((2, 1), (3, 1), Apart.OUTSIDE),
    ],
)
def test_a_share_of_a_month_needs_a_row_of_that_month_to_the_day(
    first: tuple[int, int], last: tuple[int, int], why: Apart
) -> None:
    days: dict[str, Any] = {"first": dt.date(2009, *first), "last": dt.date(2009, *last)}
    line = february(row("g-g2", 3, 50, **days))

    assert (line.periods[0].first, line.periods[0].last) == (FIRST, LAST)
    assert (line.periods[0].status, line.periods[0].figures) == (Status.UNKNOWN, ())
    assert [each.why for each in line.apart] == [why]


def test_a_month_that_is_counted_on_its_last_day_is_judged_on_it() -> None:
    told = [february(row("g-g2", count, 50, **FEBRUARY), as_of=LAST).periods[0].status for count in (35, 34)]

    assert told == [Status.REACHED, Status.MISSED]


def test_of_a_month_that_is_not_over_a_count_decides_nothing() -> None:
    day = LAST - dt.timedelta(days=1)
    there = row("g-g0", 50, first=day, last=day)
    early = followed("g", there, as_of=LAST).of("g-g0").whole.periods[0]

    assert (early.status, early.reasons) == (Status.NOT_YET_OBSERVABLE, (Reason.NOT_OVER,))
    assert followed("g", there).of("g-g0").whole.periods[0].status is Status.REACHED


def test_it_is_on_track_until_a_month_is_over_that_nobody_has_counted() -> None:
    counted = row("g-g2", 35, 50, **FEBRUARY)
    before, after = (february(counted, as_of=day) for day in (dt.date(2009, 3, 31), dt.date(2009, 4, 1)))

    assert (before.status, before.reasons, before.changes) == (Status.ON_TRACK, (), dt.date(2009, 4, 1))
    assert (after.status, after.reasons, after.apart) == (Status.UNKNOWN, (Reason.NOT_COUNTED,), ())


class TestWindowsOfAMonth:
    """A goal that is followed up each month, of which each has windows of 30 days."""

    def told(self, *results: Result, as_of: dt.date = LATE, **policy: Any) -> Line:  # noqa: ANN401  # any policy
        windows = evolve(goal("g-g2"), window=Length.parse("30 days"), window_from="start")
        return followed_with(windows, *results, as_of=as_of, **policy).whole

    def test_only_those_who_are_in_one_may_change_it_when_it_closes(self) -> None:
        rows = [row("g-g2", count, 55, pending=pending, **FEBRUARY) for count, pending in ((35, 20), (40, 0))]
        lines = [self.told(each, as_of=LAST + dt.timedelta(days=2), reading=Reading.TOTAL) for each in rows]

        assert [line.changes for line in lines] == [dt.date(2009, 3, 30), dt.date(2009, 4, 1)]

    def test_a_month_of_nobody_is_unknown_for_that(self) -> None:
        line = self.told(row("g-g2", 0, 0, **FEBRUARY), reading=Reading.TOTAL)

        assert line.periods[0].reasons == (Reason.NOBODY,)

    @pytest.mark.parametrize("pending", [0, 10])
    def test_who_is_decided_whoever_is_pending_lacks_nothing(self, pending: int) -> None:
        line = self.told(row("g-g2", 40, 50, pending=pending, **FEBRUARY))

        assert line.periods[0].reasons == (Reason.NO_WOMEN, Reason.NO_MEN)


def test_a_month_in_which_different_numbers_are_asked_of_each_part_is_unknown_for_that() -> None:
    parts = ((12, "improved way of working"), (14, "more effective collaboration"))
    rows = [row("g-g1", 10, total, outcomes=[part], **FEBRUARY) for total, part in parts]
    line = followed_with(evolve(goal("g-g1"), measured=Measured.MONTHLY), *rows).whole

    assert (line.periods[0].status, line.periods[0].reasons) == (Status.UNKNOWN, (Reason.SOME_OUTCOMES,))


def test_of_a_month_of_two_kinds_of_outcomes_it_is_unknown_how_many_are_both() -> None:
    kinds = ((Counted.OUTCOME, 10), (Counted.PERCEPTION, 10))
    rows = [
        row("r-g10", n, 20, counted=kind, first=dt.date(2011, 1, 1), last=dt.date(2011, 12, 31)) for kind, n in kinds
    ]
    line = followed_with(evolve(goal("r-g10"), measured=Measured.YEARLY), *rows).whole

    assert (line.periods[0].status, line.periods[0].reasons) == (Status.UNKNOWN, (Reason.OVERLAP_UNKNOWN,))
