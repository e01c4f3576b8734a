"""Goals about what happens within a window after an event."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from attrs import evolve

from samverkan.followup.policy import Reading
from samverkan.followup.result import Counted, Sex
from samverkan.followup.status import Reason, Status
from tests.followup.rows import followed, row

if TYPE_CHECKING:
    from samverkan.followup.followup import Line
    from samverkan.followup.result import Result

CLOSED: dict[str, Any] = {"collected": dt.date(2011, 4, 15)}
"""The day on which the windows of the last have closed, of g-g3."""
HALVES = [
    {**CLOSED, "last": dt.date(2009, 12, 31)},
    {**CLOSED, "first": dt.date(2010, 1, 1)},
]


def told(*results: Result, **policy: Any) -> Line:  # noqa: ANN401  # any policy
    return followed("g", *results, **policy).of("g-g3").whole


def test_men_alone_miss_it_where_of_everybody_it_is_not_known_who_is_counted_twice() -> None:
    crossing = [row("g-g3", 10, 20, **half) for half in (HALVES[0], {**HALVES[1], "first": dt.date(2009, 12, 31)})]

    assert told(*crossing).reasons == (Reason.OVERLAP_UNKNOWN, Reason.NO_WOMEN, Reason.NO_MEN)
    line = told(*crossing, row("g-g3", 6, 10, sex=Sex.MEN, **CLOSED))
    assert (line.status, [each.sex for each in line.figures]) == (Status.MISSED, [Sex.MEN])


def test_who_reaches_it_whoever_is_pending_lacks_nothing() -> None:
    line = told(row("g-g3", 40, 50, pending=5))

    assert (line.status, line.reasons) == (Status.UNKNOWN, (Reason.NO_WOMEN, Reason.NO_MEN))


def test_all_who_are_not_counted_may_be_pending_while_windows_are_open_if_nobody_says_how_many() -> None:
    open_, closed = (
        told(row("g-g3", 20, 50, collected=day), reading=Reading.TOTAL).figures[0]
        for day in (dt.date(2011, 4, 14), dt.date(2011, 4, 15))
    )

    assert [(each.count, each.at_most) for each in (open_, closed)] == [(20, 50), (20, 20)]


def test_of_nobody_it_is_unknown_for_that() -> None:
    line = told(row("g-g3", 0, 0, **CLOSED), reading=Reading.TOTAL)

    assert (line.status, line.reasons) == (Status.UNKNOWN, (Reason.NOBODY,))


def test_cohorts_that_count_the_same_are_told_as_counting_that() -> None:
    alike = [row("g-g3", 20, 25, counted=Counted.OUTCOME, **half) for half in HALVES]
    (figure,) = told(*alike, reading=Reading.TOTAL).figures
    assert (figure.count, figure.total, figure.counted) == (40, 50, Counted.OUTCOME)

    (figure,) = told(alike[0], evolve(alike[1], counted=None), reading=Reading.TOTAL).figures
    assert (figure.count, figure.total, figure.counted) == (40, 50, None)


def test_a_sum_names_the_only_municipality_if_each_of_its_rows_does() -> None:
    halves = [{"last": dt.date(2009, 6, 30)}, {"first": dt.date(2009, 7, 1)}]
    for towns in (("2101", "2101"), (None, "2101"), ("2101", None)):
        rows = [row("l-g3", 30, 50, municipality=town, **half) for town, half in zip(towns, halves, strict=True)]
        (figure,) = followed("l", *rows).of("l-g3").whole.figures

        assert (figure.count, figure.municipality) == (60, "2101" if None not in towns else None)
