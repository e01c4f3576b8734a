"""From rows to figures."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from samverkan.followup.result import Ages, Counted, Result, Sex
from samverkan.followup.status import Reason, Status
from tests.followup.rows import followed, goal, row

CLOSED: dict[str, Any] = {"collected": dt.date(2013, 12, 29)}
"""The day on which the windows of the last have closed, of l-g3."""
STUDYING = row("l-g4", 20, **CLOSED)
WORKING = row("l-g3", 30, 50, **CLOSED)


class TestTheOthers:
    """Those whom the goal about work does not count, of whom the goal about education is."""

    @pytest.mark.parametrize(
        "changed",
        [
            {"sex": Sex.WOMEN},
            {"ages": Ages(18, 24)},
            {"outcomes": ["arbete"]},
            {"last": dt.date(2011, 12, 29)},
            {"first": dt.date(2009, 2, 2)},
            {"collected": dt.date(2013, 12, 28)},
        ],
        ids=["only women", "only the young", "only some outcomes", "one day fewer", "one day later", "windows open"],
    )
    def test_are_not_known_by_a_row_about_others(self, changed: dict[str, Any]) -> None:
        line = followed("l", evolve(WORKING, **changed), STUDYING).of("l-g4").whole

        assert (line.status, line.reasons) == (Status.UNKNOWN, (Reason.OTHER_GOAL,))

    def test_are_found_among_rows_about_others(self) -> None:
        earlier = evolve(WORKING, last=dt.date(2009, 12, 31))

        assert followed("l", earlier, WORKING, STUDYING).of("l-g4").status is Status.REACHED

    def test_are_nobody_where_nobody_is_in_the_other_goal(self) -> None:
        nobody = [evolve(WORKING, count=0, total=0), evolve(STUDYING, count=0)]
        line = followed("l", *nobody).of("l-g4").whole

        assert (line.reasons, line.figures[0].total) == ((Reason.NOBODY,), 0)

    def test_are_as_many_as_their_own_row_says(self) -> None:
        assert followed("l", evolve(STUDYING, total=20)).of("l-g4").status is Status.REACHED


class TestBounds:
    """What the counts of parts leave open of the whole, at least and at most."""

    @pytest.mark.parametrize(
        ("counts", "bounds"),
        [
            ({Counted.OUTCOME: 4, Counted.PERCEPTION: 11}, (11, 15)),
            ({Counted.OUTCOME: 15, Counted.PERCEPTION: 11}, (15, 20)),
            ({Counted.OUTCOME: 0, Counted.PERCEPTION: 0}, (0, 0)),
            ({Counted.PERCEPTION: 14}, (14, 20)),
        ],
    )
    def test_of_either(self, counts: dict[Counted, int], bounds: tuple[int, int]) -> None:
        rows = [row("r-g10", count, 20, counted=counted) for counted, count in counts.items()]
        (figure,) = followed("r", *rows).of("r-g10").whole.figures

        assert (figure.count, figure.at_most, figure.total) == (*bounds, 20)

    @pytest.mark.parametrize(
        ("counts", "bounds"),
        [
            ((14, 14, 14), (14, 14)),
            ((13, 12, 14), (11, 12)),
            ((10, 10, 8), (0, 8)),
            ((5, 5, 5), (0, 5)),
            ((13, 13), (0, 13)),
        ],
    )
    def test_of_all_three_parts(self, counts: tuple[int, ...], bounds: tuple[int, int]) -> None:
        parts = [part.sv for part in goal("g-g1").parts]
        rows = [row("g-g1", count, 14, outcomes=[part]) for count, part in zip(counts, parts, strict=False)]
        (figure,) = followed("g", *rows).of("g-g1").whole.figures

        assert (figure.count, figure.at_most, figure.total) == (*bounds, 14)

    def test_are_not_known_if_each_is_of_another_number(self) -> None:
        rows = [
            row("r-g10", 4, total, counted=kind) for total, kind in ((20, Counted.OUTCOME), (21, Counted.PERCEPTION))
        ]

        assert followed("r", *rows).of("r-g10").whole.reasons == (Reason.SOME_OUTCOMES,)

    def test_are_the_number_itself_where_things_are_counted(self) -> None:
        (figure,) = followed("r", row("r-g7", 65)).of("r-g7").whole.figures

        assert (figure.count, figure.at_most, figure.total) == (65, 65, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Ages(18, 24), Ages(18, 30)),
        (Ages(0, 24), Ages(1, 24)),
        (Ages(0, 0), Ages(0)),
        (Ages(1, 1), Ages(1)),
    ],
)
def test_the_order_of_the_rows_does_not_decide_which_band_of_ages_is_told_first(one: Ages, other: Ages) -> None:
    narrow = row("g-g1", 3, 14, ages=one)
    wide = evolve(narrow, ages=other, count=4)

    assert followed("g", narrow, wide) == followed("g", wide, narrow)


def test_a_figure_of_two_counts_is_told_with_the_days_and_sources_of_both() -> None:
    days = [(dt.date(2014, 1, 2), "a"), (dt.date(2014, 2, 1), "b")]
    hard, perceived = (
        row("r-g10", 10, 20, counted=kind, collected=day, source=source)
        for kind, (day, source) in zip((Counted.OUTCOME, Counted.PERCEPTION), days, strict=True)
    )
    (figure,) = followed("r", hard, perceived).of("r-g10").whole.figures

    assert (figure.collected, figure.sources) == (days[1][0], ("a", "b"))
    assert (figure.first, figure.last, figure.outcomes) == (hard.first, hard.last, ())


def test_of_other_municipalities_the_rows_tell_nothing() -> None:
    there: list[Result] = [row("r-g10", 20, 20, counted=Counted.EITHER, municipality="2481")]

    assert followed("r", *there).of("r-g10").whole.figures == ()
