"""Goals that are to be reached by a day."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

from attrs import evolve

from samverkan.followup.at_deadline import first_reaching, newest
from samverkan.followup.days import ONE_DAY
from samverkan.followup.deadline import Due
from samverkan.followup.followup import Apart
from samverkan.followup.result import Sex
from samverkan.followup.status import Reason, Status
from samverkan.model.goals import Basis, Breakdown
from tests.followup.rows import PERIODS, followed, followed_with, goal, row

JANUARY = [(dt.date(2009, 1, first), dt.date(2009, 1, last)) for first, last in ((1, 20), (1, 31), (15, 31))]
DUE = Due(dt.date(2009, 1, 31), Basis.STATED)


def test_the_newest_days_end_last_and_of_those_are_the_longest() -> None:
    assert {newest(spans) for spans in permutations(JANUARY)} == {JANUARY[1]}
    assert newest([]) is None


def test_the_first_days_to_reach_a_deadline_may_end_on_it_and_are_the_longest_of_those() -> None:
    later = (dt.date(2008, 12, 1), dt.date(2009, 2, 1))

    assert {first_reaching(spans, DUE) for spans in permutations([*JANUARY, later])} == {JANUARY[1]}
    assert first_reaching(JANUARY[:1], DUE) is None


def test_who_was_counted_before_the_deadline_only_is_to_be_counted_again() -> None:
    by_sex = evolve(goal("l-g1"), breakdown=[Breakdown.SEX])
    women = row("l-g1", 20, 20, last=dt.date(2011, 12, 1), sex=Sex.WOMEN)
    line = followed_with(by_sex, row("l-g1", 50, 50), women).whole

    assert (line.status, line.reasons) == (Status.UNKNOWN, (Reason.COUNT_AGAIN, Reason.NO_MEN))
    assert [(each.why, each.result) for each in line.apart] == [(Apart.OTHER_DAYS, women)]


def test_what_is_to_hold_after_the_end_cannot_be_counted_before() -> None:
    _, _, last = PERIODS["r"]
    days = (last, last + ONE_DAY, last + 2 * ONE_DAY)

    assert [followed("r", as_of=day).of("r-g5").whole.reasons for day in days] == [
        (Reason.NOT_OVER,),
        (Reason.NOT_OVER,),
        (Reason.NO_RESULTS,),
    ]


def test_what_nobody_has_counted_is_unknown_from_the_first_day() -> None:
    _, first, _ = PERIODS["l"]
    before, then = (followed("l", as_of=day).of("l-g1").whole for day in (first - ONE_DAY, first))

    assert (before.status, before.reasons) == (Status.NOT_YET_OBSERVABLE, (Reason.NOT_BEGUN,))
    assert (then.status, then.reasons) == (Status.UNKNOWN, (Reason.NO_RESULTS,))
