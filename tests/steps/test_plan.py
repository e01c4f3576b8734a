from __future__ import annotations

import pickle

import pytest

from samverkan.errors import InvalidStepsError, InvalidValueError, UnknownNameError
from samverkan.steps.plan import MOST_DAYS
from tests.steps.builders import plan, step


def told(*steps: object) -> list[str]:
    with pytest.raises(InvalidStepsError) as caught:
        plan(*steps)  # type: ignore[arg-type]  # steps
    return [str(fault) for fault in caught.value.faults]


def test_a_step_that_is_not_there_is_told_with_the_nearest() -> None:
    assert told(step("lead"), step("group", "laed")) == [
        "steps.group.after[0]: there is no step “laed”; did you mean “lead”? [unknown-step]"
    ]


def test_a_step_like_no_other_is_told_without_a_guess() -> None:
    assert told(step("lead"), step("group", "xyz")) == [
        "steps.group.after[0]: there is no step “xyz”; expected the id of another step [unknown-step]"
    ]


def test_each_circle_is_one_fault_and_all_are_told() -> None:
    found = told(
        step("a", "c"),
        step("b", "a"),
        step("c", "b", "d"),
        step("d", "e"),
        step("e", "d"),
        step("f", "f"),
        step("g", "a"),
    )

    order = "expected an order in which one of them comes first [circular-steps]"
    assert sorted(found) == [
        f"steps.a.after[0]: these steps wait for each other: “a → b → c → a”; {order}",
        f"steps.d.after[0]: these steps wait for each other: “d → e → d”; {order}",
        f"steps.f.after[0]: these steps wait for each other: “f → f”; {order}",
    ]


def test_an_id_stands_once() -> None:
    assert told(step("a"), step("a")) == ["steps.a: the id “a” stands twice; expected an id of its own [duplicate-id]"]


def test_steps_take_no_more_days_than_holidays_are_known_for() -> None:
    (found,) = told(step("a", days=MOST_DAYS), step("b"))

    assert found == (
        "steps: the steps take 20001 working days together; "
        f"expected fewer or shorter steps, at most {MOST_DAYS} days [too-many-days]"
    )


def test_faults_survive_pickling() -> None:
    with pytest.raises(InvalidStepsError) as caught:
        plan(step("a", "b"))

    assert pickle.loads(pickle.dumps(caught.value)).faults == caught.value.faults  # noqa: S301  # our own bytes


def test_a_step_takes_a_day_at_least() -> None:
    with pytest.raises(InvalidValueError, match="days 0 is not a positive count"):
        step("a", days=0)


def test_a_criterion_is_one_that_comes_along() -> None:
    with pytest.raises(UnknownNameError, match=r"there is no criterion “tranemo:6\.22”; did you mean “tranemo:6\.2”"):
        step("a", criteria=["tranemo:6.22"])
