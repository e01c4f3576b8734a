"""What is certainly wrong with results."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from samverkan.errors import Fault, InvalidResultsError, InvalidValueError, UnknownNameError
from samverkan.followup.follow import follow_up
from samverkan.followup.result import Ages, Counted, Result, Sex
from samverkan.followup.status import Reason, Status
from samverkan.formats.bundled import bundled

from .rows import LATE, followed, followed_with, goal, row

FEBRUARY: dict[str, Any] = {"first": dt.date(2009, 2, 1), "last": dt.date(2009, 2, 28)}


def faults(letter: str, *results: Result) -> list[Fault]:
    with pytest.raises(InvalidResultsError) as refusal:
        followed(letter, *results)
    return list(refusal.value.faults)


def only(letter: str, *results: Result) -> tuple[str, str, tuple[str | int, ...]]:
    (fault,) = faults(letter, *results)
    return fault.code, str(fault), fault.path


class TestRows:
    def test_tell_every_fault_at_once_each_with_its_row(self) -> None:
        fine = row("g-g1", 3, 14)
        wrong = [
            evolve(fine, goal="g-g11"),
            evolve(fine, municipality="1234"),
            row("g-g1", 3, collected=LATE),
            row("g-g0", 3, 4),
        ]

        assert [(fault.code, fault.path, fault.nearest) for fault in faults("g", fine, *wrong)] == [
            ("unknown-goal", ("results", 1, "goal"), "g-g1"),
            ("unknown-municipality", ("results", 2, "municipality"), None),
            ("no-total", ("results", 3, "total"), None),
            ("unexpected-total", ("results", 4, "total"), None),
        ]

    def test_that_name_what_is_not_there_are_told_what_is(self) -> None:
        near, far = (only("l", evolve(row("l-g1", 50, 50), goal=goal))[1] for goal in ("l-g11", "x"))
        assert near == "results[0].goal: there is no goal “l-g11”; did you mean “l-g1”? [unknown-goal]"
        assert "“x”; expected one of l-g1, l-g2, l-g3, l-g4, l-g5, l-g6 [unknown-goal]" in far
        nowhere = evolve(bundled("lots-ockelbo"), municipalities=())
        with pytest.raises(InvalidResultsError, match="expected no municipality, for the file has none"):
            follow_up(nowhere, [row("l-g1", 50, 50, municipality="2101")], as_of=LATE)

    def test_of_a_goal_name_its_outcomes(self) -> None:
        _, told, path = only("g", row("g-g2", 3, 10, outcomes=["har börjat studier"], **FEBRUARY))

        assert path == ("results", 0, "outcomes")
        assert told == (
            "results[0].outcomes: “har börjat studier” is no outcome of the goal; did you mean “har påbörjat studier”?"
            " [unknown-outcome]"
        )
        _, told, _ = only("g", row("g-g0", 3, outcomes=["studier"], **FEBRUARY))
        assert "expected none, for the goal names none" in told

    def test_of_a_mixed_goal_say_what_they_count(self) -> None:
        code, told, _ = only("r", row("r-g10", 3, 10))
        assert (code, "cannot count nothing; expected outcome or perception or either" in told) == ("bad-counted", True)
        code, told, _ = only("r", row("r-g3", 3, 10, counted=Counted.PERCEPTION))
        assert (code, "cannot count perception; expected outcome" in told) == ("bad-counted", True)
        assert not followed("g", row("g-g1", 3, 14, counted=Counted.PERCEPTION)).later

    def test_without_a_window_have_nobody_pending(self) -> None:
        assert only("g", row("g-g1", 3, 14, pending=1))[0] == "no-window"
        closed = row("g-g3", 3, 14, pending=1, collected=dt.date(2011, 4, 15))
        assert only("g", closed)[1] == (
            "results[0].pending: every window had closed by 2011-04-15; expected 0 pending [closed-window]"
        )
        assert not followed("g", evolve(closed, collected=dt.date(2011, 4, 14))).later


def codes(letter: str, *results: Result) -> list[tuple[str, str | int]]:
    return [(fault.code, fault.path[1]) for fault in faults(letter, *results)]


class TestContradictions:
    def test_one_count_cannot_be_two(self) -> None:
        one = row("g-g1", 3, 14)

        assert codes("g", one, one, evolve(one, count=4)) == [("two-counts", 2), ("two-counts", 2)]
        assert "the same is counted twice, as 3/14 and 4/14;" in only("g", one, evolve(one, count=4))[1]
        assert "as 65 and 66;" in only("r", row("r-g7", 65), row("r-g7", 66))[1]
        assert followed("g", one, one).of("g-g1").status is Status.MISSED
        again = evolve(one, count=14, collected=dt.date(2011, 2, 1))
        assert followed("g", one, again).of("g-g1").status is Status.REACHED

    @pytest.mark.parametrize(
        ("women", "men"),
        [((6, 6), (0, 0)), ((2, 9), (0, 0)), ((3, 5), (3, 5)), ((2, 5), (2, 7)), ((5, 5), (0, 1))],
        ids=["more reach it", "more do not", "more of both", "more in all", "more reach it than all do"],
    )
    def test_women_and_men_are_not_more_than_everybody(self, women: tuple[int, int], men: tuple[int, int]) -> None:
        rows = [row("r-g10", 4, 10, counted=Counted.EITHER)]
        rows += [
            row("r-g10", *each, sex=sex, counted=Counted.EITHER) for sex, each in ((Sex.WOMEN, women), (Sex.MEN, men))
        ]

        assert {code for code, _ in codes("r", *rows)} == {"part-above-whole"}

    def test_women_and_men_may_be_fewer_than_everybody(self) -> None:
        rows = [row("r-g10", 4, 10, counted=Counted.EITHER)]
        rows += [row("r-g10", 2, 4, sex=sex, counted=Counted.EITHER) for sex in Sex]

        assert followed("r", *rows).of("r-g10").status is Status.MISSED

    def test_women_are_not_more_than_everybody_where_nobody_says_of_how_many(self) -> None:
        everybody, women = row("l-g4", 20), row("l-g4", 12, 15, sex=Sex.WOMEN)

        assert followed("l", everybody, women).of("l-g4").whole.reasons == (Reason.OTHER_GOAL,)
        assert codes("l", everybody, evolve(women, count=21, total=30)) == [("part-above-whole", 1)]
        assert codes("l", everybody, women, row("l-g4", 9, sex=Sex.MEN)) == [("part-above-whole", 2)]
        places = [row("r-g7", 65), row("r-g7", 30, sex=Sex.WOMEN), row("r-g7", 35, sex=Sex.MEN)]
        assert followed("r", *places).of("r-g7").status is Status.REACHED

    def test_a_band_of_ages_is_not_more_than_everybody(self) -> None:
        whole, young = row("g-g3", 5, 10), row("g-g3", 6, 6, ages=Ages(18, 24))

        assert codes("g", whole, young) == [("part-above-whole", 1)]
        assert codes("g", young, evolve(young, count=7, total=7, sex=Sex.WOMEN)) == [("part-above-whole", 1)]

    def test_some_outcomes_are_not_more_than_all_and_all_parts_not_more_than_one(self) -> None:
        studies = row("g-g2", 6, 10, outcomes=["started studies"], **FEBRUARY)
        assert codes("g", studies, row("g-g2", 5, 10, **FEBRUARY)) == [("part-above-whole", 0)]
        assert not followed("g", studies, row("g-g2", 6, 10, **FEBRUARY)).later
        women = row("g-g2", 1, 1, sex=Sex.WOMEN, **FEBRUARY)
        assert codes("g", women, studies, row("g-g2", 5, 10, **FEBRUARY)) == [("part-above-whole", 1)]
        part = row("g-g1", 6, 10, outcomes=["improved way of working"])
        assert codes("g", part, row("g-g1", 7, 10)) == [("part-above-whole", 1)]

    @pytest.mark.parametrize(("either", "wrong"), [(10, True), (11, False), (15, False), (16, True)])
    def test_either_lies_between_the_larger_and_the_sum(self, either: int, *, wrong: bool) -> None:
        kinds = ((Counted.OUTCOME, 4), (Counted.PERCEPTION, 11), (Counted.EITHER, either))
        rows = [row("r-g10", count, 20, counted=kind) for kind, count in kinds]

        if wrong:
            assert codes("r", *rows) == [("bad-union", 2)]
        else:
            assert followed("r", *rows).of("r-g10").whole.figures[0].count == either

    def test_either_is_held_against_the_kinds_of_its_own_group(self) -> None:
        women = row("r-g10", 4, 10, counted=Counted.OUTCOME, sex=Sex.WOMEN)
        hard, either = (row("r-g10", n, 20, counted=kind) for n, kind in ((9, Counted.OUTCOME), (8, Counted.EITHER)))

        assert codes("r", women, hard, either) == [("bad-union", 2)]
        assert not followed("r", women, evolve(hard, count=8), either).later

    def test_places_kept_for_some_are_not_more_than_all_places(self) -> None:
        assert codes("r", row("r-g7", 65), row("r-g8", 66)) == [("part-above-whole", 1)]
        assert followed("r", row("r-g7", 65), row("r-g8", 65)).of("r-g8").status is Status.REACHED

    def test_places_kept_for_some_are_held_against_those_of_the_same_people(self) -> None:
        men, all_ = row("r-g7", 10, sex=Sex.MEN), row("r-g7", 65)

        assert followed("r", men, all_, row("r-g8", 65)).of("r-g8").status is Status.REACHED
        assert codes("r", men, all_, row("r-g8", 66)) == [("part-above-whole", 2)]

    def test_the_others_are_not_the_rest_of_who_reach_some_outcomes(self) -> None:
        closed: dict[str, Any] = {"collected": dt.date(2013, 12, 29)}
        some = row("l-g3", 10, 50, outcomes=["praktik"], **closed)

        assert followed("l", some, row("l-g4", 20, 20, **closed)).of("l-g4").status is Status.REACHED

    def test_those_of_the_others_who_study_are_not_more_than_the_others(self) -> None:
        closed: dict[str, Any] = {"collected": dt.date(2013, 12, 29)}
        working = row("l-g3", 30, 50, **closed)

        assert followed("l", working, row("l-g4", 20, **closed)).of("l-g4").status is Status.REACHED
        assert codes("l", working, row("l-g4", 21, **closed)) == [("bad-rest", 1)]

    def test_the_others_of_what_is_no_share_are_held_against_nothing(self) -> None:
        rest_of_a_plan = evolve(goal("l-g4"), of="l-g5")
        line = followed_with(rest_of_a_plan, row("l-g5", 1), row("l-g4", 20, 21)).whole

        assert (line.status, line.figures[0].total) == (Status.MISSED, 21)

    @pytest.mark.parametrize(("total", "wrong"), [(19, True), (20, False), (21, True)])
    def test_the_others_are_all_who_are_not_counted(self, total: int, *, wrong: bool) -> None:
        closed = {"collected": dt.date(2013, 12, 29)}
        rows = [row("l-g3", 30, 50, **closed), row("l-g4", 19, total, **closed)]

        if wrong:
            assert codes("l", *rows) == [("bad-rest", 1)]
        else:
            assert followed("l", *rows).of("l-g4").status is Status.MISSED

    @pytest.mark.parametrize(("pending", "total", "wrong"), [(5, 14, True), (5, 15, False), (None, 0, False)])
    def test_who_is_in_a_window_may_be_of_the_others(self, pending: int | None, total: int, *, wrong: bool) -> None:
        rows = [row("l-g3", 30, 50, pending=pending), row("l-g4", 0, total)]

        if wrong:
            assert codes("l", *rows) == [("bad-rest", 1)]
        else:
            assert followed("l", *rows).of("l-g4").status in {Status.MISSED, Status.UNKNOWN}

    def test_the_only_municipality_is_the_whole_here_too(self) -> None:
        one = row("l-g1", 30, 50)

        assert codes("l", one, evolve(one, count=31, municipality="2101")) == [("two-counts", 1)]

    def test_to_say_what_a_goal_counts_anyway_makes_it_no_other_count(self) -> None:
        one = row("l-g1", 30, 50)

        assert codes("l", one, evolve(one, count=31, counted=Counted.OUTCOME)) == [("two-counts", 1)]
        again = evolve(one, count=50, counted=Counted.OUTCOME, collected=dt.date(2012, 1, 1))
        assert followed("l", one, again).of("l-g1").status is Status.REACHED

    def test_what_is_counted_on_another_day_contradicts_nothing(self) -> None:
        rows = [row("r-g7", 65), row("r-g8", 66, collected=dt.date(2014, 1, 1))]

        assert followed("r", *rows).of("r-g8").status is Status.REACHED


class TestResult:
    @pytest.mark.parametrize(
        ("wrong", "code", "told"),
        [
            ({"first": dt.date(2011, 2, 1)}, "reversed-period", "the days 2011-02-01–2011-01-15 are reversed"),
            ({"collected": dt.date(2011, 1, 14)}, "counted-early", "before its last day 2011-01-15"),
            ({"count": -1}, "bad-number", "count -1 is not a count"),
            ({"total": 2.5}, "bad-number", "total 2.5 is not a count"),
            ({"count": 15}, "bad-share", "15 of 14 is more than all"),
            ({"pending": 12}, "bad-share", "is more than all"),
            ({"source": " "}, "blank", "source says nothing"),
        ],
    )
    def test_refuses_what_no_count_can_be(self, wrong: dict[str, Any], code: str, told: str) -> None:
        with pytest.raises(InvalidValueError, match=told) as refusal:
            row("g-g3", **{"count": 3, "total": 14, **wrong})
        assert refusal.value.code == code

    def test_refuses_ages_that_are_reversed(self) -> None:
        with pytest.raises(InvalidValueError, match="the ages 25–18 are reversed"):
            Ages(25, 18)
        assert Ages(65).oldest is None
        assert Ages(18, 18).oldest == 18


def test_a_follow_up_knows_its_goals_by_their_ids() -> None:
    told = followed("g", row("g-g1", 14, 14))

    assert told.standing(Status.REACHED) == (told.of("g-g1"),)
    with pytest.raises(UnknownNameError, match=r"there is no goal “g-g11”; did you mean “g-g1”\?"):
        told.of("g-g11")
