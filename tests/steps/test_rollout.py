from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.formats.bundled import bundled
from samverkan.model.calendar import ClosedDay, LocalCalendar
from samverkan.model.lead import ProjectLead
from samverkan.model.when import OnDate
from samverkan.steps.rollout import Rollout, rollout
from samverkan.steps.step import Done
from tests.steps.builders import MONDAY, each, plan, setup, stage, step

DIAMOND = plan(step("a", days=2), step("b", "a", days=3), step("c", "a"), step("d", "b", "c"))
DAY = dt.timedelta(days=1)


def days(found: Rollout, id_: str) -> tuple[str, ...]:
    when = found.of(id_).dates
    assert when
    every = (when.earliest_start, when.earliest_finish, when.latest_start, when.latest_finish)
    return tuple(f"{day:%d/%m}" for day in every)


class TestForwards:
    FOUND = rollout(setup("A"), start=MONDAY, steps=DIAMOND)

    def test_each_step_has_its_earliest_and_latest_days(self) -> None:
        assert days(self.FOUND, "a") == ("11/01", "12/01", "11/01", "12/01")
        assert days(self.FOUND, "b") == ("13/01", "15/01", "13/01", "15/01")
        assert days(self.FOUND, "c") == ("13/01", "13/01", "15/01", "15/01")
        assert days(self.FOUND, "d") == ("18/01", "18/01", "18/01", "18/01")

    def test_the_whole_has_a_start_an_end_and_a_critical_path(self) -> None:
        assert (self.FOUND.start, self.FOUND.end, self.FOUND.days) == (MONDAY, MONDAY + 7 * DAY, 6)
        assert self.FOUND.critical_path == ("a", "b", "d")
        assert [task.id for task in self.FOUND.planned if task.dates and task.dates.critical] == ["a", "b", "d"]
        assert self.FOUND.of("c").dates
        assert self.FOUND.of("c").dates.slack == 2

    def test_a_start_on_a_free_day_is_the_next_working_day(self) -> None:
        assert rollout(setup("A"), start=MONDAY - 2 * DAY, steps=DIAMOND).start == MONDAY

    def test_the_calendar_of_the_setup_is_kept(self) -> None:
        closed = setup("A", calendar=LocalCalendar(closed=[ClosedDay(MONDAY + DAY)]))

        assert days(rollout(closed, start=MONDAY, steps=DIAMOND), "a")[:2] == ("11/01", "13/01")


class TestBackwards:
    def test_the_last_step_ends_with_the_end(self) -> None:
        found = rollout(setup("A"), end=MONDAY + 7 * DAY, steps=DIAMOND)

        assert (found.start, found.end, found.deadline) == (MONDAY, MONDAY + 7 * DAY, MONDAY + 7 * DAY)
        assert days(found, "c") == ("13/01", "13/01", "15/01", "15/01")

    def test_an_end_on_a_free_day_is_the_working_day_before(self) -> None:
        assert rollout(setup("A"), end=MONDAY + 13 * DAY, steps=DIAMOND).end == MONDAY + 11 * DAY

    def test_who_joins_too_late_is_told(self) -> None:
        whole = setup("A", "B", stages=[stage("s1", "0001"), stage("s2", "0002", when=OnDate(MONDAY + 30 * DAY))])

        found = rollout(whole, end=MONDAY + 7 * DAY, steps=plan(step("a"), each("b", "a", days=2)))

        assert [task.id for task in found.beyond] == ["b/0002"]
        assert days(found, "b/0002")[:2] == ("10/02", "11/02")
        assert days(found, "b/0001")[:2] == ("15/01", "18/01")


@pytest.mark.parametrize("given", [{}, {"start": MONDAY, "end": MONDAY}])
def test_one_day_is_planned_from_and_no_more(given: dict[str, dt.date]) -> None:
    with pytest.raises(InvalidValueError, match="a rollout is planned from one day; expected a start or an end"):
        rollout(setup("A"), **given)


def test_a_step_that_is_not_there_cannot_be_asked_for() -> None:
    with pytest.raises(UnknownNameError, match="did you mean “lead”"):
        rollout(setup("A"), start=MONDAY).of("laed")


class TestWhatIsThere:
    LEAD = plan(step("lead", days=5, criteria=["tranemo:2.1"]), step("group", "lead", days=2))

    def test_what_is_done_is_left_out_with_its_evidence(self) -> None:
        whole = setup("A", lead=ProjectLead(accountable=1))

        found = rollout(whole, start=MONDAY, steps=self.LEAD)

        (done,) = found.done
        assert (done.id, done.dates, done.reports[0].finding.evidence[0].field) == ("lead", None, "lead.accountable")
        assert (found.start, found.days, found.critical_path) == (MONDAY, 2, ("group",))

    def test_what_is_done_can_be_planned_all_the_same(self) -> None:
        whole = setup("A", lead=ProjectLead(accountable=1))

        found = rollout(whole, start=MONDAY, steps=self.LEAD, all_steps=True)

        assert days(found, "lead")[:2] == ("11/01", "15/01")
        assert (found.days, found.least_days, found.critical_path) == (7, 7, ("lead", "group"))

    def test_a_plan_of_all_steps_has_one_length_whatever_is_found_out(self) -> None:
        found = rollout(setup("A"), start=MONDAY, steps=self.LEAD, all_steps=True)

        assert (found.days, found.least_days) == (7, 7)

    def test_what_nobody_knows_is_planned_on_the_safe_side_and_asked_about(self) -> None:
        found = rollout(setup("A"), start=MONDAY, steps=self.LEAD)

        assert (found.days, found.least_days) == (7, 2)
        assert str(found.of("lead").asks[0].question) == "How many are accountable as project lead?"

    def test_nothing_is_left_to_plan_where_all_is_done(self) -> None:
        found = rollout(setup("A"), start=MONDAY, steps=plan(step("a", done=[Done(MONDAY)])))

        assert (found.planned, found.start, found.end, found.days, found.critical_path) == ((), None, None, 0, ())


class TestLateness:
    STEPS = plan(step("a", days=5), step("b", "a", days=5, criteria=["tranemo:2.1"]))

    @pytest.mark.parametrize(
        ("day", "late", "perhaps"),
        [(4, [], []), (5, ["a"], []), (11, ["a"], []), (12, ["a"], ["b"])],
    )
    def test_a_step_is_late_from_the_day_after_its_latest_last(
        self, day: int, late: list[str], perhaps: list[str]
    ) -> None:
        found = rollout(setup("A"), start=MONDAY, as_of=MONDAY + day * DAY, steps=self.STEPS)

        assert [task.id for task in found.late] == late
        assert [task.id for task in found.perhaps_late] == perhaps

    def test_without_a_day_nothing_is_late(self) -> None:
        assert rollout(setup("A"), start=MONDAY, steps=self.STEPS).late == ()

    def test_a_step_that_is_done_is_not_late(self) -> None:
        done = evolve(self.STEPS, steps=[evolve(self.STEPS.steps[0], done=[Done(MONDAY)]), *self.STEPS.steps[1:]])

        found = rollout(setup("A"), start=MONDAY, as_of=MONDAY + 20 * DAY, steps=done, all_steps=True)

        assert [task.id for task in (*found.late, *found.perhaps_late)] == ["b"]


class TestJoiningLater:
    def test_what_waits_for_an_unknown_day_has_no_dates_and_holds_up_nothing(self) -> None:
        found = rollout(bundled("resurscentrum"), start=MONDAY)

        assert [task.id for task in found.undated] == [
            "decision/2418",
            "decision/2421",
            "politics/2418",
            "politics/2421",
        ]
        assert found.end == dt.date(2027, 8, 5)
        assert found.all_met is None

    def test_what_waits_for_a_known_day_begins_on_it(self) -> None:
        joins = OnDate(dt.date(2027, 9, 4))
        whole = setup("A", "B", stages=[stage("s1", "0001"), stage("s2", "0002", when=joins)])

        found = rollout(whole, start=MONDAY, steps=plan(step("a"), each("b", "a", days=2), step("c", "b")))

        assert days(found, "b/0002")[:2] == ("06/09", "07/09")
        assert days(found, "c")[:2] == ("14/01", "14/01")
        assert (found.critical_path, found.end) == (("a", "b/0001", "c"), dt.date(2027, 9, 7))

    def test_where_only_they_are_left_a_plan_backwards_begins_when_they_join(self) -> None:
        whole = setup("A", "B", stages=[stage("s1", "0001"), stage("s2", "0002", when=OnDate(MONDAY))])
        done = each("b", days=2, done=[Done(MONDAY, "0001")])

        found = rollout(whole, end=MONDAY + 30 * DAY, steps=plan(done))

        assert days(found, "b/0002")[:2] == ("11/01", "12/01")


def test_a_pre_study_leads_by_way_of_an_application_to_the_decision() -> None:
    found = rollout(bundled("visioncenter"), start=MONDAY)

    assert found.critical_path[:5] == ("initiative", "pre-study", "application", "grant", "decision/0586")
    assert "pre-study" not in {task.id for task in rollout(bundled("lots-ockelbo"), start=MONDAY).tasks}


def test_eight_municipalities_in_step_take_common_steps_once() -> None:
    ids = [task.step.id for task in rollout(bundled("integration-pa-g"), start=MONDAY).tasks]

    assert {id_: ids.count(id_) for id_ in ("initiative", "decision", "lead", "politics", "follow-up")} == {
        "initiative": 1,
        "decision": 8,
        "lead": 1,
        "politics": 8,
        "follow-up": 1,
    }


class TestCriteria:
    def test_a_criterion_is_met_when_the_last_step_that_serves_it_ends(self) -> None:
        steps = plan(step("a", criteria=["tranemo:2.1"]), step("b", "a", criteria=["tranemo:2.1", "tranemo:2.2"]))

        found = {each.name: each for each in rollout(setup("A"), start=MONDAY, steps=steps).criteria}

        assert (found["tranemo:2.1"].day, found["tranemo:2.1"].tasks) == (MONDAY + DAY, ("a", "b"))

    def test_core_criteria_that_no_step_leads_to_are_told(self) -> None:
        steps = plan(step("a", criteria=["tranemo:2.1"]))

        found = rollout(setup("A"), start=MONDAY, steps=steps)

        assert "tranemo:2.2" in [each.name for each in found.uncovered]
        assert found.all_met is None

    def test_what_is_met_already_has_no_day(self) -> None:
        whole = setup("A", lead=ProjectLead(accountable=1))
        steps = plan(step("a", criteria=["tranemo:2.1", "tranemo:2.2"]))

        found = {each.name: each for each in rollout(whole, start=MONDAY, steps=steps).criteria}

        assert (found["tranemo:2.1"].settled, found["tranemo:2.1"].day) == (True, None)
        assert (found["tranemo:2.2"].settled, found["tranemo:2.2"].day) == (False, MONDAY)

    def test_all_are_met_on_the_last_of_the_days(self) -> None:
        found = rollout(setup("A"), start=MONDAY)

        assert found.all_met == found.end == max(each.day for each in found.criteria if each.day)


def test_a_step_is_not_late_while_it_has_slack() -> None:
    found = [rollout(setup("A"), start=MONDAY, as_of=dt.date(2027, 1, day), steps=DIAMOND).late for day in (14, 15, 16)]

    assert [[task.id for task in late] for late in found] == [["a"], ["a"], ["a", "c", "b"]]
