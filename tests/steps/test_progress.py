from __future__ import annotations

import datetime as dt

import pytest

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.finding import Evidence, Finding
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.report import CriterionReport
from samverkan.checklist.tranemo import TRANEMO
from samverkan.formats.bundled import bundled
from samverkan.model.message import say
from samverkan.steps.progress import done_on, evaluations, progress_of, reports_of
from samverkan.steps.step import Done
from samverkan.steps.task import Progress
from tests.steps.builders import MONDAY, plan, setup, step

MET, NOT_MET, UNKNOWN, NEITHER = Outcome
DONE, TO_DO, FIND_OUT = Progress


def reports(*outcomes: Outcome) -> list[CriterionReport]:
    evidence = [Evidence("lead", say("our choice"))]
    return [
        CriterionReport(criterion, Finding(outcome, say("our choice"), evidence))
        for criterion, outcome in zip(TRANEMO.criteria, outcomes, strict=False)
    ]


@pytest.mark.parametrize(
    ("outcomes", "progress", "stated"),
    [
        ((MET,), DONE, DONE),
        ((MET, MET), DONE, DONE),
        ((MET, NEITHER), DONE, DONE),
        ((NEITHER,), DONE, DONE),
        ((MET, UNKNOWN), FIND_OUT, DONE),
        ((UNKNOWN, NOT_MET), TO_DO, TO_DO),
        ((MET, NOT_MET), TO_DO, TO_DO),
        ((), TO_DO, DONE),
    ],
)
def test_all_criteria_met_is_done_one_not_met_is_to_do_and_unknown_is_neither(
    outcomes: tuple[Outcome, ...], progress: Progress, stated: Progress
) -> None:
    assert progress_of(reports(*outcomes), stated=False, shared=False) is progress
    assert progress_of(reports(*outcomes), stated=True, shared=False) is stated


@pytest.mark.parametrize("outcome", Outcome)
def test_what_is_found_in_the_whole_decides_nothing_in_one_of_several(outcome: Outcome) -> None:
    assert progress_of(reports(outcome), stated=False, shared=True) is FIND_OUT
    assert progress_of(reports(outcome), stated=True, shared=True) is DONE
    assert progress_of([], stated=False, shared=True) is TO_DO


def test_the_day_on_which_a_step_was_done_counts_from_that_day() -> None:
    done = step("a", done=[Done(MONDAY), Done(dt.date(2027, 3, 1), "0002")])

    assert done_on(done, None, as_of=None) == MONDAY
    assert done_on(done, None, as_of=MONDAY) == MONDAY
    assert done_on(done, None, as_of=dt.date(2027, 1, 10)) is None


def test_a_day_of_one_municipality_is_of_that_one_only() -> None:
    done = step("a", done=[Done(MONDAY, "0002")])

    assert (done_on(done, "0002", as_of=None), done_on(done, "0001", as_of=None)) == (MONDAY, None)


def test_only_the_checklists_that_are_named_are_asked() -> None:
    whole = setup("A")

    assert list(evaluations(whole, plan(step("a")), as_of=None)) == []
    named = plan(step("a", criteria=["horizontal:H07", "tranemo:2.1"]), step("b", criteria=["tranemo:2.2"]))
    assert list(evaluations(whole, named, as_of=None)) == ["horizontal", "tranemo"]


def test_the_reports_are_those_of_the_evaluation_as_of_the_day() -> None:
    tranemo, day = bundled("tranemo"), dt.date(2016, 4, 10)
    lead = step("lead", criteria=["tranemo:2.2", "tranemo:2.1"])

    found = reports_of(lead, evaluations(tranemo, plan(lead), as_of=day))

    judged = evaluate(tranemo, as_of=day)
    assert found == (judged.of("2.2"), judged.of("2.1"))
