"""What somebody who reads all results could add up or take away, by what is kept back of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from samverkan.followup.result import Counted, Result
from samverkan.followup.shown import Hidden, shown

HIDDEN = Hidden.HIDDEN


def year(count: int, total: int | None = None, pending: int | None = None, **more: Any) -> Result:  # noqa: ANN401  # any field
    days = {"first": dt.date(2020, 1, 1), "last": dt.date(2020, 12, 31), "collected": dt.date(2021, 2, 1)}
    return Result(
        **{"goal": "g", "count": count, "total": total, "pending": pending, "source": "register", **days, **more}
    )


def month(number: int, count: int, total: int | None = None, pending: int | None = None) -> Result:
    return year(count, total, pending, first=dt.date(2020, number, 1), last=dt.date(2020, number, 28))


def numbers(*results: Result) -> list[tuple[object, ...]]:
    return [
        tuple(number for number in (each.count, each.total, each.pending) if number is not None)
        for each in shown(results)
    ]


def told(*results: Result) -> list[tuple[object, ...]]:
    """Give the numbers as they would be if all were told."""
    return [
        tuple(number for number in (each.count, each.total, each.pending) if number is not None) for each in results
    ]


class TestMonthsOfAYear:
    @pytest.mark.parametrize(
        "rows",
        [
            [year(14, 40), month(1, 8, 18), month(2, 7, 17)],
            [year(40, 60), month(1, 18, 29), month(2, 17, 27)],
            [year(40, 64, 12), month(1, 18, 31, 6), month(2, 19, 26, 0)],
        ],
        ids=["one too many reach it", "more of the others reach it than there are", "more are pending than there are"],
    )
    def test_that_cannot_be_of_different_people_each_lie_within_it_only(self, rows: list[Result]) -> None:
        assert numbers(*rows) == told(*rows)

    def test_that_cannot_be_of_different_people_each_leave_few_others(self) -> None:
        rows = [year(30, 60), month(1, 27, 50), month(2, 10, 20)]

        assert HIDDEN in {*numbers(*rows)[0], *numbers(*rows)[1]}
        assert numbers(*rows[:1], rows[2]) == told(*rows[:1], rows[2])


class TestOutcomes:
    """Those who have one outcome are of those who have any."""

    def test_one_that_all_of_them_have_tells_how_many_they_are(self) -> None:
        assert numbers(year(48, 50), year(48, outcomes=["work"])) == [(HIDDEN, 50), (HIDDEN,)]

    def test_of_two_of_which_some_people_have_both_each_leaves_others(self) -> None:
        some = [year(12, 50, outcomes=["work"]), year(9, 50, outcomes=["studies"])]
        few = [year(18, 50, outcomes=["work"]), year(9, 50, outcomes=["studies"])]

        assert numbers(year(20, 50), *some) == told(year(20, 50), *some)
        assert HIDDEN in {numbers(year(20, 50), *few)[0][0], numbers(year(20, 50), *few)[1][0]}


class TestHardAndPerceived:
    """Those who have either are those who have the one, and the other, less those who have both."""

    def test_of_whom_nobody_has_both_add_up_to_those_of_either(self) -> None:
        either, hard, perceived = (
            year(count, 60, counted=kind)
            for count, kind in ((57, Counted.EITHER), (30, Counted.OUTCOME), (27, Counted.PERCEPTION))
        )

        assert numbers(either, hard) == [(HIDDEN, 60), (30, 60)]
        assert numbers(either, hard, perceived).count((HIDDEN, 60)) > 1

    def test_of_some_outcomes_only_may_be_fewer_than_either(self) -> None:
        rows = [
            year(33, 60, counted=Counted.EITHER),
            year(20, 60, counted=Counted.OUTCOME, outcomes=["work"]),
            year(12, 60, counted=Counted.PERCEPTION),
        ]

        assert numbers(*rows) == told(*rows)
