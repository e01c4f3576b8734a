"""What holds of every rollout, whatever its steps, its setup and its calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.errors import InvalidStepsError
from samverkan.formats import steps_file
from samverkan.model.calendar import Break, ClosedDay, LocalCalendar
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.organisations import Municipality
from samverkan.model.when import OnDate
from samverkan.planning.local import calendar_of
from samverkan.steps.rollout import Rollout, rollout
from samverkan.steps.step import Done
from samverkan.steps.task import Progress
from samverkan.testing import dates, rollouts, step_plans

if TYPE_CHECKING:
    from samverkan.planning.workdays import Calendar
    from samverkan.steps.plan import StepPlan

Ends: TypeAlias = "dict[str, dt.date]"
DAYS = dates(min_value=dt.date(2020, 1, 1), max_value=dt.date(2030, 12, 31))
ENDS = st.tuples(st.sampled_from(["start", "end"]), DAYS).map(lambda each: dict([each]))
CALENDARS = st.builds(
    LocalCalendar,
    closed=st.lists(st.builds(ClosedDay, DAYS), max_size=5, unique_by=lambda each: each.date),
    breaks=st.lists(DAYS.map(lambda day: Break("lov", day, day + dt.timedelta(days=20), yearly=True)), max_size=2),
)


@st.composite
def setups(draw: st.DrawFn) -> Collaboration:
    """Make a setup of some municipalities, of which the last may join on a day of its own; nothing else is known."""
    towns = draw(st.integers(0, 3))
    joins = draw(st.none() | DAYS) if towns > 1 else None
    named = [Municipality(f"{place:04}", f"Kommun {place}") for place in range(towns)]
    if joins:
        named[-1] = evolve(named[-1], joins=OnDate(joins))
    return Collaboration(id="a", name="Ett försök", municipalities=named, calendar=draw(CALENDARS))


def calendar(setup: Collaboration) -> Calendar:
    return calendar_of(setup.calendar, 2010, 2040)


def spans(found: Rollout) -> dict[str, tuple[dt.date, dt.date, dt.date, dt.date, int]]:
    return {
        task.id: (each.earliest_start, each.earliest_finish, each.latest_start, each.latest_finish, each.slack)
        for task in found.tasks
        if (each := task.dates)
    }


class TestPrecedence:
    """A step never starts before its predecessors end, on working days, and takes the working days that it says."""

    @given(setups(), step_plans(), ENDS)
    def test_nothing_starts_before_what_it_waits_for_has_ended(
        self, setup: Collaboration, plan: StepPlan, day: Ends
    ) -> None:
        found = rollout(setup, steps=plan, **day)
        known = spans(found)
        for task in found.planned:
            assert task.dates
            for before in task.after:
                if before in known:
                    assert known[before][1] < task.dates.earliest_start
                    assert known[before][3] < task.dates.latest_start

    @given(setups(), step_plans(), DAYS)
    def test_each_step_takes_its_working_days(self, setup: Collaboration, plan: StepPlan, day: dt.date) -> None:
        days = calendar(setup)
        for task in rollout(setup, start=day, steps=plan).planned:
            assert task.dates
            for first, last in (
                (task.dates.earliest_start, task.dates.earliest_finish),
                (task.dates.latest_start, task.dates.latest_finish),
            ):
                worked = days.working_days(first, last)
                assert (worked[0], worked[-1], len(worked)) == (first, last, task.step.days)

    @given(setups(), step_plans(), DAYS)
    def test_slack_is_counted_in_working_days(self, setup: Collaboration, plan: StepPlan, day: dt.date) -> None:
        days = calendar(setup)
        for task in rollout(setup, start=day, steps=plan).planned:
            assert task.dates
            between = days.working_days(task.dates.earliest_finish, task.dates.latest_finish)
            assert len(between) - 1 == task.dates.slack

    @given(rollouts())
    def test_any_setup_keeps_the_order(self, found: Rollout) -> None:
        known = spans(found)
        for task in found.planned:
            assert all(known[each][1] < known[task.id][0] for each in task.after if each in known)
        assert not {task.id for task in found.undated} & set(known)


class TestLaterStart:
    """A later start never ends earlier."""

    @given(setups(), step_plans(), DAYS, st.integers(0, 400))
    def test_of_the_whole_and_of_each_step(
        self, setup: Collaboration, plan: StepPlan, day: dt.date, later: int
    ) -> None:
        joining = [each.joins.date for each in setup.municipalities if isinstance(each.joins, OnDate)]
        # Who has joined by the later day takes part from the start, and is another plan.
        assume(all(joins > day + dt.timedelta(days=later) for joins in joining))
        first, second = (rollout(setup, start=each, steps=plan) for each in (day, day + dt.timedelta(days=later)))

        assert first.planned == () or first.end <= second.end
        one, other = spans(first), spans(second)
        assert all(one[id_][place] <= other[id_][place] for id_ in one for place in range(2))


class TestBackwards:
    """Backward and forward agree: from the forward end it gives the same start, critical path and slack."""

    @given(setups(), step_plans(), DAYS)
    def test_from_the_end_of_the_plan_forwards(self, setup: Collaboration, plan: StepPlan, day: dt.date) -> None:
        alone = evolve(setup, municipalities=[evolve(each, joins=UNKNOWN) for each in setup.municipalities])
        forwards = rollout(alone, start=day, steps=plan)
        assume(forwards.end)
        backwards = rollout(alone, end=forwards.end, steps=plan)

        assert spans(backwards) == spans(forwards)
        assert backwards.critical_path == forwards.critical_path
        assert all(backwards.of(id_).dates.slack == 0 for id_ in backwards.critical_path)


class TestLongestPath:
    """Critical path and slack agree with networkx's longest path."""

    @given(setups(), step_plans(max_steps=9), DAYS)
    def test_the_critical_path_is_as_long_as_it(self, setup: Collaboration, plan: StepPlan, day: dt.date) -> None:
        found = rollout(setup, start=day, steps=plan)
        graph = weighted(found)

        assert found.days == nx.dag_longest_path_length(graph)
        assert nx.is_path(graph, ["from", *found.critical_path, "to"])
        assert sum(found.of(id_).step.days for id_ in found.critical_path) == found.days

    @given(setups(), step_plans(max_steps=9), DAYS)
    def test_slack_is_how_much_shorter_the_longest_way_through_a_step_is(
        self, setup: Collaboration, plan: StepPlan, day: dt.date
    ) -> None:
        found = rollout(setup, start=day, steps=plan)
        assume(not any(task.joins for task in found.tasks))
        graph = weighted(found)
        for task in found.planned:
            through = graph.subgraph({task.id} | nx.ancestors(graph, task.id) | nx.descendants(graph, task.id))
            assert task.dates
            assert task.dates.slack == found.days - nx.dag_longest_path_length(through)


def weighted(found: Rollout) -> nx.DiGraph[str]:
    """Give the planned tasks that wait for nobody to join, from a beginning to an end."""
    kept = {task.id: task for task in found.planned if task.joins is None}
    order = nx.DiGraph((before, task.id) for task in found.tasks for before in task.after)
    reach = nx.transitive_closure(order)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edge("from", "to", weight=0)
    for id_, task in kept.items():
        graph.add_edge("from", id_, weight=0)
        graph.add_edge(id_, "to", weight=task.step.days)
        after = reach.succ[id_] if id_ in reach else ()
        graph.add_edges_from((id_, other, {"weight": task.step.days}) for other in after if other in kept)
    return graph


class TestRenaming:
    """Renaming ids changes no date."""

    @given(setups(), step_plans(), ENDS)
    def test_of_the_steps(self, setup: Collaboration, plan: StepPlan, day: Ends) -> None:
        names = {step.id: f"z{place}" for place, step in enumerate(reversed(plan.steps))}
        other = evolve(
            plan,
            steps=[evolve(each, id=names[each.id], after=[names[id_] for id_ in each.after]) for each in plan.steps],
        )
        one, two = (rollout(setup, steps=each, **day) for each in (plan, other))

        assert [task.dates for task in one.tasks] == [task.dates for task in two.tasks]
        assert one.days == two.days


class TestFindingOut:
    """What is unknown is neither done nor to do: whatever comes out, the plan stays between its two lengths."""

    @given(setups(), step_plans(), DAYS, st.data())
    def test_no_answer_leads_out_of_them(
        self, setup: Collaboration, plan: StepPlan, day: dt.date, data: st.DataObject
    ) -> None:
        towns = [evolve(each, joins=UNKNOWN) for each in setup.municipalities]
        setup = evolve(setup, municipalities=towns)
        found = rollout(setup, start=day, steps=plan)
        unknown = {task.step.id for task in found.tasks if task.progress is Progress.UNKNOWN}
        done = {id_ for id_ in sorted(unknown) if data.draw(st.booleans(), label=id_)}
        answered = [evolve(each, done=[Done(dt.date(1999, 1, 1))]) if each.id in done else each for each in plan.steps]

        after = rollout(setup, start=day, steps=evolve(plan, steps=answered))

        assert found.least_days <= after.least_days <= after.days <= found.days
        assert {task.step.id for task in after.done} >= done


class TestRoundTrip:
    """25. What is written of a plan is read as the same plan, and written as the same text."""

    @given(step_plans())
    def test_of_a_value_gives_the_value(self, plan: StepPlan) -> None:
        text = steps_file.dumps(plan)

        assert steps_file.loads(text) == plan
        assert steps_file.dumps(steps_file.loads(text)) == text


class TestCircles:
    """Every circular precedence is one clear fault."""

    @given(step_plans(max_steps=5), st.data())
    def test_a_step_that_waits_for_what_waits_for_it_is_refused(self, plan: StepPlan, data: st.DataObject) -> None:
        waiting = [step for step in plan.steps if step.after]
        assume(waiting)
        late = data.draw(st.sampled_from(waiting))
        early = data.draw(st.sampled_from(late.after))
        steps = [evolve(each, after=[*each.after, late.id]) if each.id == early else each for each in plan.steps]

        with pytest.raises(InvalidStepsError) as caught:
            evolve(plan, steps=steps)

        assert [fault.code for fault in caught.value.faults] == ["circular-steps"]
