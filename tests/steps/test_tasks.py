from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.model.facts import UNKNOWN
from samverkan.model.identity import Identity, Phase
from samverkan.steps.joining import joinings
from samverkan.steps.progress import evaluations
from samverkan.steps.tasks import tasks_of
from tests.steps.builders import MONDAY, each, plan, setup, stage, step

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration
    from samverkan.steps.plan import StepPlan

ORDER = plan(step("start"), each("local", "start"), each("politics", "local"), step("end", "politics"))


def waits(whole: Collaboration, steps: StepPlan = ORDER) -> dict[str, tuple[str, ...]]:
    found = tasks_of(whole, steps, joinings(whole, by=None), evaluations(whole, steps, as_of=None), as_of=None)
    return {task.id: task.after for task in found}


def test_one_municipality_takes_each_step_once() -> None:
    assert waits(setup("A")) == {
        "start": (),
        "local": ("start",),
        "politics": ("local",),
        "end": ("politics",),
    }
    assert list(waits(setup())) == ["start", "local", "politics", "end"]


def test_several_take_common_steps_once_and_the_others_each() -> None:
    assert waits(setup("A", "B")) == {
        "start": (),
        "local/0001": ("start",),
        "local/0002": ("start",),
        "politics/0001": ("local/0001",),
        "politics/0002": ("local/0002",),
        "end": ("politics/0001", "politics/0002"),
    }


def test_a_common_step_does_not_wait_for_who_joins_later() -> None:
    found = waits(setup("A", "B", stages=[stage("s1", "0001"), stage("s2", "0002")]))

    assert found["end"] == ("politics/0001",)
    assert found["politics/0002"] == ("local/0002",)


def test_a_step_of_another_phase_hands_its_precedence_on() -> None:
    steps = plan(step("a"), step("study", "a", phases=[Phase.PRE_STUDY]), step("b", "study"))

    assert waits(setup(), steps) == {"a": (), "b": ("a",)}
    in_study = setup(identity=Identity(phase=Phase.PRE_STUDY))
    assert waits(in_study, steps) == {"a": (), "study": ("a",), "b": ("study",)}
    assert waits(evolve(in_study, identity=Identity(phase=UNKNOWN)), steps) == {"a": (), "b": ("a",)}


def test_each_task_says_whose_it_is_and_when_that_joins() -> None:
    whole = setup("A", "B", stages=[stage("s1", "0001"), stage("s2", "0002")])

    tasks = tasks_of(whole, plan(each("local")), joinings(whole, by=MONDAY), {}, as_of=None)

    assert [(task.municipality and task.municipality.name, bool(task.joins)) for task in tasks] == [
        ("A", False),
        ("B", True),
    ]
