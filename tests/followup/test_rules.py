"""How shares, places, volumes and what is made are judged by a day."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from samverkan.followup.follow import follow_up
from samverkan.followup.followup import Apart, Expected
from samverkan.followup.policy import Grid, Policy, Reading
from samverkan.followup.result import Counted, Sex
from samverkan.followup.status import Note, Reason, Status
from samverkan.formats.bundled import bundled
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.goals import Amount, DeliverableGoal, Measured, Operator, ShareGoal, TimeLimitGoal, VolumeGoal
from samverkan.model.identity import Identity
from samverkan.model.names import Text
from samverkan.model.values import Length, Period
from samverkan.model.when import InMonth, InWeek

from .rows import LATE, followed, row

L_LAST = dt.date(2011, 12, 30)


class TestLots:
    def test_a_share_before_the_deadline_is_on_track_or_behind(self) -> None:
        day = dt.date(2010, 6, 1)
        statuses = [followed("l", row("l-g1", n, 50, last=day), as_of=day).of("l-g1") for n in (50, 49)]

        assert [each.status for each in statuses] == [Status.ON_TRACK, Status.BEHIND]
        assert statuses[0].whole.changes == dt.date(2011, 12, 31)

    def test_on_the_day_of_the_deadline_it_is_still_on_track_or_behind(self) -> None:
        earlier = row("l-g1", 50, 50, last=dt.date(2011, 12, 1))

        assert followed("l", earlier, as_of=L_LAST).of("l-g1").status is Status.ON_TRACK
        assert followed("l", earlier, as_of=dt.date(2011, 12, 31)).of("l-g1").status is Status.UNKNOWN

    def test_a_count_from_before_the_deadline_decides_nothing_after_it(self) -> None:
        old = row("l-g1", 50, 50, last=dt.date(2011, 12, 29))
        told = followed("l", old).of("l-g1").whole

        assert (told.status, told.reasons) == (Status.UNKNOWN, (Reason.COUNT_AGAIN,))
        assert [each.count for each in told.figures] == [50]

    def test_the_first_count_to_reach_the_deadline_decides_and_later_ones_do_not(self) -> None:
        later = row("l-g1", 10, 50, last=dt.date(2012, 6, 30))
        told = followed("l", row("l-g1", 50, 50), later).of("l-g1").whole

        assert told.status is Status.REACHED
        assert [(each.why, each.result) for each in told.apart] == [(Apart.OTHER_DAYS, later)]

    def test_an_introduction_that_begins_on_the_last_of_2009_ends_with_the_project(self) -> None:
        before = row("l-g3", 20, 40, last=dt.date(2009, 12, 31), collected=L_LAST)
        told = followed("l", before, as_of=L_LAST).of("l-g3").whole

        assert told.status is Status.ON_TRACK
        assert (told.figures[0].count, told.figures[0].at_most) == (20, 20)
        after = row("l-g3", 0, 10, first=dt.date(2010, 1, 1), collected=L_LAST)
        told = followed("l", before, after, as_of=L_LAST).of("l-g3").whole
        assert (told.status, told.changes) == (Status.NOT_YET_OBSERVABLE, dt.date(2013, 12, 29))
        assert (told.figures[0].count, told.figures[0].at_most, told.figures[0].total) == (20, 30, 50)

    def test_the_others_are_those_whom_the_other_goal_does_not_count(self) -> None:
        collected = dt.date(2013, 12, 29)
        working, studying = row("l-g3", 30, 50, collected=collected), row("l-g4", 20, collected=collected)
        told = followed("l", working, studying).of("l-g4").whole

        assert (told.status, told.figures[0].total) == (Status.REACHED, 20)
        told = followed("l", working, evolve(studying, count=19)).of("l-g4").whole
        assert told.status is Status.MISSED

    def test_the_others_are_not_known_while_windows_are_open(self) -> None:
        told = followed("l", row("l-g3", 30, 50), row("l-g4", 20)).of("l-g4").whole

        assert (told.status, told.reasons) == (Status.UNKNOWN, (Reason.OTHER_GOAL,))
        assert followed("l", row("l-g4", 20)).of("l-g4").whole.reasons == (Reason.OTHER_GOAL,)

    def test_the_only_municipality_is_the_whole(self) -> None:
        in_ockelbo: dict[str, Any] = {"municipality": "2101", "collected": dt.date(2013, 12, 29)}
        told = followed("l", row("l-g3", 30, 50, **in_ockelbo), row("l-g4", 20, **in_ockelbo))

        for id_ in ("l-g3", "l-g4"):
            assert [(line.municipality, line.status) for line in told.of(id_).lines] == [(None, Status.REACHED)]

    def test_places_keep_pace_with_the_time_until_the_deadline(self) -> None:
        half = dt.date(2010, 7, 16)  # day 531 of 1063
        told = [followed("l", row("l-g2", n, last=half), as_of=half).of("l-g2").whole for n in (14, 15)]

        assert [each.status for each in told] == [Status.BEHIND, Status.ON_TRACK]
        assert told[0].figures[0].needed == Fraction(30 * 531, 1063)
        assert followed("l", row("l-g2", 30)).of("l-g2").status is Status.REACHED
        assert followed("l", row("l-g2", 29)).of("l-g2").status is Status.MISSED

    def test_what_is_made_stays_made(self) -> None:
        day = dt.date(2009, 3, 1)
        early = row("l-g5", 1, last=day)

        assert followed("l", early, as_of=day).of("l-g5").status is Status.REACHED
        assert followed("l", early).of("l-g5").status is Status.REACHED
        assert followed("l", row("l-g5", 0, last=day), as_of=day).of("l-g5").status is Status.BEHIND
        assert followed("l", row("l-g5", 0)).of("l-g5").status is Status.MISSED

    def test_nobody_knows_whether_what_was_counted_late_was_made_in_time(self) -> None:
        not_yet, late = row("l-g5", 0, last=dt.date(2011, 12, 1)), row("l-g5", 1, last=dt.date(2012, 2, 1))
        told = followed("l", not_yet, late).of("l-g5").whole

        assert (told.status, told.reasons) == (Status.UNKNOWN, (Reason.NOT_COUNTED,))
        told = followed("l", not_yet).of("l-g5").whole
        assert (told.status, told.reasons) == (Status.UNKNOWN, (Reason.COUNT_AGAIN,))

    def test_what_is_to_be_there_after_the_project_is_due_the_day_after(self) -> None:
        told = followed("l", row("l-g6", 0, last=dt.date(2011, 12, 31))).of("l-g6")

        assert (told.deadline, told.status) == (dt.date(2011, 12, 31), Status.MISSED)


class TestResurscentrum:
    AFTER = dt.date(2014, 1, 31)

    def test_either_is_counted_and_hard_and_perceived_outcomes_stand_beside(self) -> None:
        kinds = [(Counted.EITHER, 14), (Counted.OUTCOME, 4), (Counted.PERCEPTION, 11)]
        rows = [row("r-g5", count, 20, last=self.AFTER, counted=kind) for kind, count in kinds]
        told = followed("r", *rows).of("r-g5").whole

        assert (told.status, [each.count for each in told.figures]) == (Status.REACHED, [14])
        assert [(each.counted, each.count) for each in told.beside] == kinds[1:]

    def test_hard_and_perceived_outcomes_alone_leave_how_many_are_both(self) -> None:
        kinds = [(Counted.OUTCOME, 4), (Counted.PERCEPTION, 11)]
        rows = [row("r-g5", count, 20, last=self.AFTER, counted=kind) for kind, count in kinds]
        told = followed("r", *rows).of("r-g5").whole

        (figure,) = told.figures
        assert (told.status, told.reasons) == (Status.UNKNOWN, (Reason.OVERLAP_UNKNOWN,))
        assert (figure.count, figure.at_most, figure.counted) == (11, 15, None)
        told = followed("r", evolve(rows[0], count=2), rows[1]).of("r-g5").whole
        assert (told.status, told.figures[0].at_most) == (Status.MISSED, 13)
        told = followed("r", evolve(rows[1], count=14)).of("r-g5").whole
        assert (told.status, told.figures[0].at_most) == (Status.REACHED, 20)

    def test_after_the_project_nothing_before_its_end_counts(self) -> None:
        day = dt.date(2013, 12, 1)
        early = row("r-g5", 14, 20, last=day, counted=Counted.EITHER)
        told = followed("r", early, as_of=day).of("r-g5").whole

        assert (told.status, told.reasons) == (Status.NOT_YET_OBSERVABLE, (Reason.NOT_OVER,))
        assert told.changes == dt.date(2014, 1, 2)
        told = followed("r", early).of("r-g5").whole
        assert (told.status, told.reasons) == (Status.UNKNOWN, (Reason.COUNT_AGAIN,))

    def test_whom_a_goal_excludes_is_told(self) -> None:
        told = followed("r").of("r-g10")

        assert {Note.EXCLUDED, Note.ATTRIBUTION} <= set(told.notes)

    def test_sixty_a_year_are_235_by_the_form_and_180_by_the_text(self) -> None:
        told = followed("r").of("r-g2").expected

        period = Period(dt.date(2010, 2, 1), dt.date(2013, 12, 31))
        assert told == (
            Expected(period, Fraction(235)),
            Expected(Period(length=Length.parse("3 years")), Fraction(180)),
        )

    @pytest.mark.parametrize(("grid", "years"), [(Grid.COMPLETE, 3), (Grid.TOUCHED, 4), (Grid.PROJECT, 3)])
    def test_a_year_needs_a_row_that_fills_it(self, grid: Grid, years: int) -> None:
        assert len(followed("r", grid=grid).of("r-g2").whole.periods) == years
        half = row("r-g2", 60, first=dt.date(2011, 1, 1), last=dt.date(2011, 6, 30))
        whole = evolve(half, last=dt.date(2011, 12, 31), collected=LATE)

        told = followed("r", half).of("r-g2").whole
        assert (told.periods[0].status, told.apart[0].why) == (Status.UNKNOWN, Apart.PART)
        told = followed("r", half, whole).of("r-g2").whole
        assert told.periods[0].status is Status.REACHED

    def test_rows_in_no_year_of_the_grid_are_set_apart(self) -> None:
        stray = row("r-g2", 55, first=dt.date(2010, 2, 1), last=dt.date(2010, 12, 31))
        told = followed("r", stray)

        assert [each.why for each in told.of("r-g2").whole.apart] == [Apart.OUTSIDE]
        touched = followed("r", stray, grid=Grid.TOUCHED).of("r-g2").whole
        assert [each.status for each in touched.periods][:2] == [Status.MISSED, Status.UNKNOWN]

    def test_sixty_five_places_are_neither_fewer_nor_more(self) -> None:
        statuses = [followed("r", row("r-g7", n)).of("r-g7").status for n in (64, 65, 66)]
        assert statuses == [Status.MISSED, Status.REACHED, Status.MISSED]
        day = dt.date(2013, 12, 1)
        statuses = [followed("r", row("r-g7", n, last=day), as_of=day).of("r-g7").status for n in (64, 65, 66)]
        assert statuses == [Status.ON_TRACK, Status.ON_TRACK, Status.BEHIND]

    def test_municipalities_are_never_added_up(self) -> None:
        rows = [
            row("r-g10", 8, 10, counted=Counted.EITHER, municipality="2481"),
            row("r-g10", 6, 10, counted=Counted.EITHER, municipality="2418"),
        ]
        told = followed("r", *rows).of("r-g10")

        assert [(line.municipality, line.status) for line in told.lines] == [
            (None, Status.UNKNOWN),
            ("2481", Status.REACHED),
            ("2418", Status.MISSED),
        ]
        assert told.whole.reasons == (Reason.NO_ONE_COUNT,)
        whole = followed("r", *rows, row("r-g10", 14, 20, counted=Counted.EITHER)).of("r-g10")
        assert (whole.status, len(whole.lines)) == (Status.REACHED, 3)

    def test_what_cannot_be_measured_is_told_beside(self) -> None:
        told = followed("r", row("r-g9", 3, 10), row("r-g0", 4, 7)).of("r-g9")

        assert (told.status, told.whole.rule) == (Status.NOT_MEASURABLE, None)
        assert [each.count for each in told.whole.beside] == [3]


class TestVisioncenter:
    def test_three_areas_of_which_some_have_come_some_steps(self) -> None:
        day = dt.date(2008, 12, 1)  # 92 of 181 days: 1.5 of 3 areas are wanted
        analysed = row("v-g1", 3, last=day, outcomes=["analyserat"])
        told = followed("v", analysed, row("v-g1", 2, last=day), as_of=day).of("v-g1").whole

        assert (told.status, told.figures[0].needed) == (Status.ON_TRACK, Fraction(3 * 92, 181))
        assert [each.outcomes for each in told.beside] == [("analyserat",)]
        assert followed("v", row("v-g1", 1, last=day), as_of=day).of("v-g1").status is Status.BEHIND
        assert followed("v", analysed, as_of=day).of("v-g1").status is Status.UNKNOWN


SHAPE: dict[str, Any] = {"id": "a", "text": Text("Mål"), "population": "deltagare"}
VOLUME = VolumeGoal(**SHAPE, number=10, unit="personer")


class TestWhereTheFileSaysLess:
    def test_the_end_of_an_unknown_period_is_not_known_to_be_a_deadline(self) -> None:
        tranemo = bundled("tranemo")
        whole = evolve(tranemo, goals=(DeliverableGoal(id="a", text=Text("Mål"), number=1, unit="plan"),))
        result = row("v-g1", 1)
        told = follow_up(whole, [evolve(result, goal="a")], as_of=LATE).of("a")

        assert (told.status, told.whole.reasons, told.deadline) == (Status.UNKNOWN, (Reason.NO_PERIOD,), None)
        nothing = evolve(whole, identity=evolve(whole.identity, period=Absent()))
        assert follow_up(nothing, [], as_of=LATE).of("a").status is Status.NOT_MEASURABLE

    def test_a_deadline_without_a_year_has_no_day(self) -> None:
        whole = bundled("visioncenter")
        goal = evolve(whole.goals[1], deadline=InWeek(10))
        told = follow_up(evolve(whole, goals=(goal,)), [], as_of=LATE).of("v-g2").whole

        assert (told.status, told.reasons) == (Status.UNKNOWN, (Reason.NO_DEADLINE,))

    def test_months_and_windows_are_followed_to_a_stated_deadline(self) -> None:
        whole = bundled("integration-pa-g")
        goals = tuple(evolve(goal, deadline=InMonth("2009-06")) for goal in whole.goals[2:])
        counted = row("g-g3", 35, 50, last=dt.date(2009, 6, 30), collected=dt.date(2009, 9, 28))
        told = follow_up(evolve(whole, goals=goals), [counted], as_of=LATE, policy=Policy(reading=Reading.TOTAL))

        assert told.of("g-g3").status is Status.REACHED
        assert [len(goal.whole.periods) for goal in told.goals] == [5, 0]
        assert [goal.deadline for goal in told.goals] == [dt.date(2009, 6, 30)] * 2

    def test_a_month_may_have_windows_that_are_still_open(self) -> None:
        whole = bundled("integration-pa-g")
        every_month = whole.goals[2]
        assert isinstance(every_month, ShareGoal)
        goal = evolve(every_month, window=Length.parse("30 days"), window_from="start", breakdown=[])
        february = row(
            "g-g2", 30, 50, first=dt.date(2009, 2, 1), last=dt.date(2009, 2, 28), collected=dt.date(2009, 2, 28)
        )
        open_, closed = (
            follow_up(evolve(whole, goals=(goal,)), [february], as_of=day).of("g-g2").whole.periods[0]
            for day in (dt.date(2009, 3, 29), dt.date(2009, 3, 30))
        )
        assert (open_.status, open_.reasons) == (Status.NOT_YET_OBSERVABLE, (Reason.WINDOWS_OPEN,))
        assert (closed.status, closed.reasons) == (Status.UNKNOWN, (Reason.COUNT_AGAIN,))

    def test_a_deadline_in_a_month_is_its_last_day(self) -> None:
        whole = bundled("visioncenter")
        goal = evolve(whole.goals[1], deadline=InMonth("2008-11"))
        told = follow_up(evolve(whole, goals=(goal,)), [], as_of=LATE).of("v-g2")

        assert (told.deadline, told.notes) == (dt.date(2008, 11, 30), (Note.DEFAULT_OPERATOR,))

    @pytest.mark.parametrize("id_", ["g-g2", "g-g3"])
    def test_months_and_windows_need_the_days_of_the_period(self, id_: str) -> None:
        whole = bundled("integration-pa-g")
        whole = evolve(whole, identity=evolve(whole.identity, period=UNKNOWN))

        assert follow_up(whole, [], as_of=LATE).of(id_).whole.reasons == (Reason.NO_PERIOD,)

    def test_a_short_period_may_hold_no_whole_month(self) -> None:
        whole = bundled("integration-pa-g")
        period = Period(dt.date(2009, 1, 2), dt.date(2009, 1, 30))
        whole = evolve(whole, identity=evolve(whole.identity, period=period))

        assert follow_up(whole, [], as_of=LATE).of("g-g2").whole.reasons == (Reason.EMPTY_GRID,)

    def test_pace_needs_the_day_on_which_it_begins(self) -> None:
        day = dt.date(2009, 1, 1)
        whole = evolve(bundled("visioncenter"), goals=(VOLUME,))
        whole = evolve(whole, identity=Identity(period=Period(to=dt.date(2009, 2, 28))))
        result = evolve(row("v-g1", 1, last=day), goal="a")

        assert follow_up(whole, [result], as_of=day).of("a").whole.reasons == (Reason.NO_PERIOD,)
        flow = evolve(whole, goals=(evolve(VOLUME, amount=Amount.FLOW),))
        assert follow_up(flow, [result], as_of=day).of("a").whole.reasons == (Reason.NO_PERIOD,)


class TestVolumes:
    DAY = dt.date(2008, 12, 1)

    def told(self, goal: VolumeGoal | TimeLimitGoal, count: int, **more: Any) -> Status:  # noqa: ANN401  # any field
        whole = evolve(bundled("visioncenter"), goals=(goal,))
        result = evolve(row("v-g1", count, last=self.DAY), goal="a", **more)
        return follow_up(whole, [result], as_of=self.DAY).of("a").status

    def test_what_should_be_few_is_held_against_the_whole_number(self) -> None:
        few = evolve(VOLUME, operator=Operator.AT_MOST)

        assert [self.told(few, n) for n in (10, 11)] == [Status.ON_TRACK, Status.BEHIND]

    def test_a_flow_is_all_who_have_passed_since_the_beginning(self) -> None:
        flow = evolve(VOLUME, amount=Amount.FLOW)

        assert [self.told(flow, n) for n in (5, 6, 10)] == [Status.BEHIND, Status.ON_TRACK, Status.REACHED]
        assert self.told(flow, 10, first=dt.date(2008, 9, 2)) is Status.UNKNOWN
        too_many = evolve(flow, operator=Operator.LESS_THAN)
        assert [self.told(too_many, n) for n in (9, 10)] == [Status.ON_TRACK, Status.MISSED]

    def test_what_is_measured_at_the_end_has_its_end_as_a_stated_deadline(self) -> None:
        whole = evolve(bundled("visioncenter"), goals=(evolve(VOLUME, measured=Measured.AT_END),))

        assert Note.DEFAULT_DEADLINE not in follow_up(whole, [], as_of=LATE).of("a").notes

    def test_a_time_limit_with_a_share_is_a_window(self) -> None:
        limit = TimeLimitGoal(**SHAPE, share=50, within=Length.parse("1 month"), after="start")

        assert self.told(limit, 5, total=10, collected=self.DAY) is Status.ON_TRACK
        assert self.told(limit, 4, total=10, collected=self.DAY) is Status.NOT_YET_OBSERVABLE


def test_women_alone_tell_nothing_of_everybody() -> None:
    women = row("g-g3", 25, 30, sex=Sex.WOMEN, collected=dt.date(2011, 4, 15))
    told = followed("g", women).of("g-g3").whole

    assert (told.status, told.reasons) == (Status.UNKNOWN, (Reason.NO_TOTAL, Reason.NO_MEN))
