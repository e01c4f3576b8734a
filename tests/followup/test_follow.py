"""How the thirty goals of the five setups are followed up."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import pytest
from attrs import evolve

from samverkan.followup.follow import follow_up
from samverkan.followup.policy import Grid, Policy, Reading
from samverkan.followup.result import Ages, Result, Sex
from samverkan.followup.status import Note, Reason, Rule, Status
from samverkan.formats.bundled import bundled, bundled_names
from samverkan.model.goals import Basis
from samverkan.model.measurability import measurability

from .rows import LATE, followed, row

G_LAST = dt.date(2011, 1, 15)

# "yes", with the end of the project as the deadline, or "no": as the goals are worded.
MEASURABLE: Final = {
    "integration-pa-g": {"g-g0": "yes", "g-g1": "by default", "g-g2": "yes", "g-g3": "yes"},
    "lots-ockelbo": {
        "l-g1": "by default",
        "l-g2": "by default",
        "l-g3": "yes",
        "l-g4": "by default",
        "l-g5": "by default",
        "l-g6": "yes",
    },
    "resurscentrum": {
        "r-g0": "no",
        "r-g1": "no",
        "r-g2": "yes",
        "r-g3": "yes",
        "r-g4": "no",
        "r-g5": "yes",
        "r-g6": "no",
        "r-g7": "by default",
        "r-g8": "by default",
        "r-g9": "no",
        "r-g10": "by default",
        "r-g11": "no",
    },
    "tranemo": {"t-g1": "no", "t-g2": "no", "t-g3": "no"},
    "visioncenter": {"v-g1": "by default", "v-g2": "by default", "v-g3": "no", "v-g4": "no", "v-g5": "no"},
}
RULES: Final = {
    Rule.EVERY_PERIOD: {"g-g0", "g-g2", "r-g2", "r-g3"},
    Rule.WINDOWS: {"g-g3", "l-g3"},
    Rule.AT_DEADLINE: {"g-g1", "l-g1", "l-g4", "r-g5", "r-g10"},
    Rule.PACE: {"l-g2", "r-g7", "r-g8"},
    Rule.ONCE_MADE: {"l-g5", "l-g6", "v-g1", "v-g2"},
}


def everybody(goal: str, women: tuple[int, int], men: tuple[int, int], **more: Any) -> list[Result]:  # noqa: ANN401
    both = row(goal, women[0] + men[0], women[1] + men[1], **more)
    return [both, row(goal, *women, sex=Sex.WOMEN, **more), row(goal, *men, sex=Sex.MEN, **more)]


class TestTheGoalsOfTheSetups:
    def test_there_are_thirty(self) -> None:
        goals = {name: [goal.id for goal in bundled(name).goals] for name in bundled_names()}

        assert goals == {name: list(expected) for name, expected in MEASURABLE.items()}
        assert sum(map(len, goals.values())) == 30

    @pytest.mark.parametrize("name", MEASURABLE)
    def test_are_as_measurable_as_their_words_say(self, name: str) -> None:
        found = {}
        for goal in bundled(name).goals:
            strictly, by_default = (measurability(goal, default=default).measurable for default in (False, True))
            found[goal.id] = "yes" if strictly else "by default" if by_default else "no"

        assert found == MEASURABLE[name]

    @pytest.mark.parametrize("name", MEASURABLE)
    def test_that_cannot_be_measured_are_told_as_such(self, name: str) -> None:
        expected = MEASURABLE[name]
        by_default = follow_up(bundled(name), [], as_of=LATE)
        strictly = follow_up(bundled(name), [], as_of=LATE, policy=Policy(end_is_deadline=False))

        for told, able in ((by_default, {"yes", "by default"}), (strictly, {"yes"})):
            found = {goal.goal.id for goal in told.goals if goal.status is not Status.NOT_MEASURABLE}
            assert found == {id_ for id_, measurable in expected.items() if measurable in able}

    def test_are_each_judged_by_the_rule_of_their_kind(self) -> None:
        goals = [goal for name in bundled_names() for goal in follow_up(bundled(name), [], as_of=LATE).goals]
        found = {rule: {each.goal.id for each in goals if each.whole.rule is rule} for rule in Rule}

        assert found == RULES

    def test_are_unknown_without_any_result_long_after(self) -> None:
        goals = [goal for name in bundled_names() for goal in follow_up(bundled(name), [], as_of=LATE).goals]

        assert {goal.status for goal in goals} == {Status.UNKNOWN, Status.NOT_MEASURABLE}

    def test_cannot_be_known_before_the_collaboration_has_begun(self) -> None:
        told = followed("g", as_of=dt.date(2009, 1, 14))

        assert {goal.status for goal in told.goals} == {Status.NOT_YET_OBSERVABLE}
        assert {goal.goal.id: goal.whole.changes for goal in told.goals} == {
            "g-g0": dt.date(2009, 1, 15),
            "g-g1": dt.date(2009, 1, 15),
            "g-g2": dt.date(2009, 1, 15),
            "g-g3": dt.date(2009, 1, 15),
        }


def test_the_end_of_the_collaboration_is_no_deadline_of_what_is_measured_by_months_or_windows() -> None:
    told = followed("g")

    assert {each.goal.id: (each.deadline, each.basis) for each in told.goals} == {
        "g-g0": (None, None),
        "g-g1": (G_LAST, Basis.DEFAULT),
        "g-g2": (None, None),
        "g-g3": (None, None),
    }


def test_what_is_collected_on_the_day_is_known_and_counts_as_later_before() -> None:
    told = [followed("g", row("g-g1", 14, 14), as_of=day) for day in (G_LAST, G_LAST - dt.timedelta(days=1))]

    assert [(each.later, each.of("g-g1").status) for each in told] == [(0, Status.REACHED), (1, Status.UNKNOWN)]


class TestSharesOfIntegrationPaG:
    def test_seventy_percent_of_fifty_are_thirty_five(self) -> None:
        rows = everybody("g-g3", (21, 30), (14, 20), collected=dt.date(2011, 4, 15))
        line = followed("g", *rows).of("g-g3").whole

        assert line.status is Status.REACHED
        assert [each.needed for each in line.figures] == [35, 21, 14]
        assert [str(each.share) for each in line.figures] == ["7/10", "7/10", "7/10"]

    def test_men_alone_can_miss_it(self) -> None:
        rows = everybody("g-g3", (25, 30), (13, 20), collected=dt.date(2011, 4, 15))

        assert followed("g", *rows).of("g-g3").status is Status.MISSED
        total = followed("g", *rows, reading=Reading.TOTAL).of("g-g3")
        assert (total.status, len(total.whole.figures), len(total.whole.beside)) == (Status.REACHED, 1, 2)
        assert Note.TOTAL_READING in total.notes

    def test_who_finishes_by_17_october_2010_is_known_at_the_end_of_the_project(self) -> None:
        by_then = row("g-g3", 35, 50, last=dt.date(2010, 10, 17), collected=G_LAST)
        after = row("g-g3", 0, 10, first=dt.date(2010, 10, 18), last=G_LAST, collected=G_LAST)
        told = followed("g", by_then, after, as_of=G_LAST, reading=Reading.TOTAL).of("g-g3").whole

        (figure,) = told.figures
        assert (figure.count, figure.at_most, figure.total) == (35, 45, 60)
        assert (told.status, told.reasons) == (Status.NOT_YET_OBSERVABLE, (Reason.WINDOWS_OPEN,))
        assert told.changes == dt.date(2011, 4, 15)

    def test_until_the_windows_of_the_last_have_closed_it_is_on_track_or_behind(self) -> None:
        spring = {"last": dt.date(2009, 6, 30), "collected": dt.date(2009, 9, 28)}
        on, off = (
            followed("g", row("g-g3", n, 50, **spring), as_of=dt.date(2009, 9, 28), reading=Reading.TOTAL)
            for n in (35, 34)
        )

        assert [each.of("g-g3").status for each in (on, off)] == [Status.ON_TRACK, Status.BEHIND]
        # The first who are in no row finish on 1 July; their 90 days are over on 29 September.
        assert on.of("g-g3").whole.changes == dt.date(2009, 9, 29)
        counted = row("g-g3", 35, 50, **spring)
        then = followed("g", counted, as_of=dt.date(2009, 9, 29), reading=Reading.TOTAL).of("g-g3").whole
        assert (then.status, then.reasons) == (Status.UNKNOWN, (Reason.NOT_COUNTED,))

    def test_windows_that_have_closed_since_have_to_be_counted_again(self) -> None:
        early = row("g-g3", 30, 50, collected=G_LAST)
        line = followed("g", early, reading=Reading.TOTAL).of("g-g3").whole

        assert (line.status, line.reasons, line.changes) == (Status.UNKNOWN, (Reason.COUNT_AGAIN,), None)
        closed, open_ = (
            followed("g", early, as_of=day, reading=Reading.TOTAL).of("g-g3").whole.reasons
            for day in (dt.date(2011, 4, 15), dt.date(2011, 4, 14))
        )
        assert (closed, open_) == ((Reason.COUNT_AGAIN,), (Reason.WINDOWS_OPEN,))

    @pytest.mark.parametrize(("grid", "months"), [(Grid.COMPLETE, 23), (Grid.TOUCHED, 25), (Grid.PROJECT, 24)])
    def test_the_months_are_a_named_choice(self, grid: Grid, months: int) -> None:
        periods = followed("g", grid=grid).of("g-g2").whole.periods

        assert len(periods) == months

    def test_each_month_is_judged_by_itself(self) -> None:
        february, march = (
            everybody("g-g2", women, (14, 20), first=dt.date(2009, month, 1), last=dt.date(2009, month, last))
            for month, last, women in ((2, 28, (21, 30)), (3, 31, (20, 30)))
        )
        told = followed("g", *february, *march, as_of=dt.date(2009, 4, 30)).of("g-g2").whole

        statuses = [each.status for each in told.periods]
        assert statuses[:3] == [Status.REACHED, Status.MISSED, Status.NOT_YET_OBSERVABLE]
        assert told.status is Status.MISSED
        told = followed("g", *february, as_of=dt.date(2009, 3, 31)).of("g-g2").whole
        assert (told.status, told.changes) == (Status.ON_TRACK, dt.date(2009, 4, 1))
        told = followed("g", *february, as_of=dt.date(2009, 4, 1)).of("g-g2").whole
        assert (told.status, told.reasons) == (Status.UNKNOWN, (Reason.NOT_COUNTED,))

    def test_the_share_without_being_in_activity_stands_beside_and_decides_nothing(self) -> None:
        month = {"first": dt.date(2009, 2, 1), "last": dt.date(2009, 2, 28)}
        some = row("g-g2", 3, 50, outcomes=["har påbörjat studier", "went to work"], **month)
        line = (
            followed("g", some, row("g-g2", 40, 50, **month), as_of=dt.date(2009, 3, 1), reading=Reading.TOTAL)
            .of("g-g2")
            .whole
        )

        assert line.periods[0].status is Status.REACHED
        (beside,) = line.beside
        assert (beside.count, beside.outcomes, beside.outcome) == (
            3,
            ("har påbörjat studier", "har gått till arbete"),
            None,
        )
        alone = followed("g", some, as_of=dt.date(2009, 3, 1), reading=Reading.TOTAL).of("g-g2").whole
        assert (alone.periods[0].status, alone.beside) == (Status.UNKNOWN, (beside,))

    def test_fifty_each_month_is_exactly_fifty_as_it_is_read_and_comes_to_no_sum(self) -> None:
        counts = [
            row("g-g0", count, first=dt.date(2009, month, 10), last=dt.date(2009, month, 10))
            for month, count in ((2, 50), (3, 51))
        ]
        told = followed("g", *counts, as_of=dt.date(2009, 3, 31)).of("g-g0")

        assert [each.status for each in told.whole.periods[:2]] == [Status.REACHED, Status.NOT_YET_OBSERVABLE]
        told = followed("g", *counts, as_of=dt.date(2009, 4, 1)).of("g-g0")
        assert [each.status for each in told.whole.periods[:2]] == [Status.REACHED, Status.MISSED]
        assert told.expected == ()
        assert set(told.notes) == {Note.DEFAULT_OPERATOR, Note.AMOUNT_UNKNOWN}

    def test_of_those_there_at_one_time_the_last_count_of_the_month_decides(self) -> None:
        month = [
            row("g-g0", count, first=dt.date(2009, 2, first), last=dt.date(2009, 2, last))
            for count, first, last in ((49, 1, 20), (50, 15, 28), (48, 20, 28))
        ]
        told = followed("g", *month, as_of=dt.date(2009, 3, 1)).of("g-g0").whole

        assert told.periods[0].status is Status.REACHED
        assert [each.result for each in told.apart] == [month[0], month[2]]

    def test_a_row_of_ages_is_told_and_never_judged(self) -> None:
        young = row("g-g3", 1, 10, ages=Ages(18, 24), collected=dt.date(2011, 4, 15))
        line = followed("g", young, reading=Reading.TOTAL).of("g-g3").whole

        assert (line.status, line.figures) == (Status.UNKNOWN, ())
        assert [each.ages for each in line.beside] == [Ages(18, 24)]


class TestWhatTheParties:
    """All parties consider that they have, on the one hand …, on the other …: each of them every part."""

    PARTS: Final = ("improved way of working", "more effective collaboration")

    def test_think_is_bounded_by_what_they_think_of_each_part(self) -> None:
        rows = [row("g-g1", 14, 14, outcomes=[part]) for part in self.PARTS]
        line = followed("g", *rows).of("g-g1").whole

        (figure,) = line.figures
        assert (figure.count, figure.at_most, figure.total) == (0, 14, 14)
        assert (line.status, line.reasons, len(line.beside)) == (Status.UNKNOWN, (Reason.OVERLAP_UNKNOWN,), 2)

    def test_think_of_one_part_may_miss_it(self) -> None:
        assert followed("g", row("g-g1", 13, 14, outcomes=[self.PARTS[0]])).of("g-g1").status is Status.MISSED

    def test_think_is_reached_by_all_of_all(self) -> None:
        told = followed("g", row("g-g1", 14, 14)).of("g-g1")

        assert (told.status, told.deadline, told.basis) == (Status.REACHED, G_LAST, Basis.DEFAULT)
        assert set(told.notes) == {Note.DEFAULT_DEADLINE, Note.DEFAULT_OPERATOR, Note.NO_BASELINE, Note.ALL_PARTS}

    def test_think_compared_with_a_baseline_needs_no_note_of_one(self) -> None:
        whole = bundled("integration-pa-g")
        goal = evolve(whole.goals[1], baseline="enkät 2008")

        assert Note.NO_BASELINE not in follow_up(evolve(whole, goals=(goal,)), [], as_of=LATE).of("g-g1").notes

    def test_think_in_surveys_of_different_sizes_cannot_be_joined(self) -> None:
        rows = [row("g-g1", 10, total, outcomes=[part]) for total, part in zip((12, 14), self.PARTS, strict=True)]

        line = followed("g", *rows).of("g-g1").whole
        assert (line.status, line.reasons) == (Status.UNKNOWN, (Reason.SOME_OUTCOMES,))
