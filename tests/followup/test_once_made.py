"""What is made, and all who pass until a day."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from samverkan.followup.follow import follow_up
from samverkan.followup.status import Reason, Status
from samverkan.formats.bundled import bundled
from samverkan.model.goals import Amount, Operator, VolumeGoal
from samverkan.model.identity import Identity
from samverkan.model.names import Text
from samverkan.model.values import Period
from tests.followup.rows import LATE, followed, followed_with, goal, row

LAST = dt.date(2011, 12, 30)


def test_what_is_made_on_the_last_day_is_made_in_time() -> None:
    assert followed("l", row("l-g5", 1)).of("l-g5").status is Status.REACHED


def test_what_is_made_counts_whichever_days_it_was_made_in() -> None:
    assert followed("l", row("l-g5", 1, first=dt.date(2010, 6, 1))).of("l-g5").status is Status.REACHED


def test_what_was_not_there_after_the_deadline_was_not_there_before() -> None:
    assert followed("l", row("l-g5", 0, last=dt.date(2012, 2, 1))).of("l-g5").status is Status.MISSED


@pytest.mark.parametrize(("count", "status"), [(0, Status.REACHED), (1, Status.UNKNOWN)])
def test_none_after_the_deadline_are_exactly_none_by_it(count: int, status: Status) -> None:
    none = evolve(goal("l-g5"), number=0, operator=Operator.EXACTLY)

    assert followed_with(none, row("l-g5", count, last=dt.date(2012, 2, 1))).status is status


def test_the_count_by_which_it_is_reached_in_time_is_told_and_a_later_one_set_apart() -> None:
    early, late = row("l-g5", 1, last=dt.date(2011, 12, 1)), row("l-g5", 2, last=dt.date(2012, 2, 1))
    line = followed("l", early, late).of("l-g5").whole

    assert (line.status, [each.count for each in line.figures]) == (Status.REACHED, [1])
    assert [each.result for each in line.apart] == [late]


@pytest.mark.parametrize(
    ("first", "status"),
    [
        (dt.date(2009, 1, 31), Status.REACHED),
        (dt.date(2009, 2, 1), Status.REACHED),
        (dt.date(2009, 2, 2), Status.UNKNOWN),
    ],
)
def test_who_have_passed_are_those_of_a_row_from_the_beginning(first: dt.date, status: Status) -> None:
    flow = VolumeGoal(
        id="l-g5", text=Text("Mål"), population="deltagare", number=10, unit="personer", amount=Amount.FLOW
    )

    assert followed_with(flow, row("l-g5", 10, first=first, last=dt.date(2009, 6, 30))).status is status


def test_it_may_keep_pace_until_the_deadline_is_over() -> None:
    made = row("l-g5", 0, last=dt.date(2011, 12, 1))
    told = [followed("l", made, as_of=day).of("l-g5").whole for day in (LAST, LAST + dt.timedelta(days=1))]

    assert [(line.status, line.reasons) for line in told] == [
        (Status.BEHIND, ()),
        (Status.UNKNOWN, (Reason.COUNT_AGAIN,)),
    ]
    assert [line.changes for line in told] == [LAST + dt.timedelta(days=1), None]


def test_what_is_made_needs_no_first_day_of_the_collaboration() -> None:
    whole = bundled("visioncenter")
    whole = evolve(whole, identity=Identity(period=Period(to=dt.date(2009, 2, 28))))

    assert follow_up(whole, [row("v-g2", 1)], as_of=LATE).of("v-g2").status is Status.REACHED
