# ruff: noqa: ANN401  # any fact in any state
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from samverkan.checklist.parameters import Parameters
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.goals import DirectionGoal, Measured, ShareGoal
from samverkan.model.identity import Identity
from samverkan.model.names import Text
from samverkan.model.source import Source
from samverkan.model.values import Length, Period
from tests.checklist.builders import MET, NOT_MET, UNSURE, day, disputed
from tests.checklist.horizontal.projects import YEAR, fields, finding, outcome, project

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome
    from samverkan.model.goals import Goal

DIRECTION = DirectionGoal(id="d", text=Text("Stärka individen"))
UNDATED = ShareGoal(id="g", text=Text("Mål"), number=70, population="deltagare")
DATED = evolve(UNDATED, measured=Measured.MONTHLY)


def goals(*given: Goal, closed: bool = True, period: Any = YEAR) -> Any:
    return project(goals=given, goals_complete=closed, identity=Identity(period=period))


@pytest.mark.parametrize(
    ("given", "every", "some"),
    [
        ([DATED], MET, MET),
        ([UNDATED], MET, UNSURE),
        ([DIRECTION], NOT_MET, NOT_MET),
        ([DATED, evolve(DIRECTION, id="other")], NOT_MET, MET),
        ([DATED, evolve(DIRECTION, listed=False)], MET, MET),
        ([evolve(UNDATED, number=UNKNOWN)], UNSURE, UNSURE),
        ([evolve(UNDATED, number=Absent())], NOT_MET, NOT_MET),
        ([evolve(DATED, number=disputed(50, 70))], UNSURE, UNSURE),
        ([evolve(DATED, number=disputed(50, 70, decides=1))], MET, MET),
        ([], NOT_MET, NOT_MET),
    ],
)
def test_a_closed_list_of_goals(given: list[Goal], every: Outcome, some: Outcome) -> None:
    assert outcome("H02", goals(*given)) is every
    assert outcome("H03", goals(*given)) is some


@pytest.mark.parametrize(
    ("given", "every", "some"),
    [([DATED], UNSURE, MET), ([DIRECTION], NOT_MET, UNSURE), ([], UNSURE, UNSURE)],
)
def test_an_open_list_may_hold_another(given: list[Goal], every: Outcome, some: Outcome) -> None:
    assert outcome("H02", goals(*given, closed=False)) is every
    assert outcome("H03", goals(*given, closed=False)) is some


@pytest.mark.parametrize(
    ("period", "expected"),
    [(UNKNOWN, UNSURE), (Absent(), UNSURE), (Period(day("2016-01-01")), UNSURE), (Period(to=day("2016-12-31")), MET)],
)
def test_a_deadline_by_default_needs_an_end(period: Any, expected: Outcome) -> None:
    assert outcome("H02", goals(UNDATED, period=period)) is expected


def test_the_default_can_be_refused() -> None:
    assert outcome("H02", goals(UNDATED), parameters=Parameters(end_is_deadline=False)) is UNSURE


def test_what_is_missing_is_asked_for_goal_by_goal_with_the_conflict() -> None:
    found = finding("H02", goals(evolve(UNDATED, number=disputed(50, 70), population=UNKNOWN), closed=False))

    assert [ask.field for ask in found.asks] == ["goals.g.number", "goals.g.population", "goals_complete"]
    assert [str(each.says) for each in found.conflict] == ["50", "70"]


def test_a_window_lacks_what_it_runs_from() -> None:
    found = finding("H03", goals(evolve(UNDATED, window=Length.parse("90 days"), deadline=Absent(), measured=Absent())))

    assert [ask.field for ask in found.asks] == ["goals.g.window_from"]


def test_the_words_of_the_goal_are_the_evidence_that_it_has_no_number() -> None:
    found = finding("H02", goals(evolve(DIRECTION, source=Source("page 3"))))

    assert [(each.field, str(each.source)) for each in found.evidence] == [("goals.d.text", "page 3")]
    assert (found.remedy_field, str(found.because)) == (
        "goals.d",
        "1 listed goal is not measurable; what it lacks is number, unit.",
    )


def test_a_period_that_is_declared_absent_is_why_no_end_stands_in() -> None:
    undated = evolve(UNDATED, deadline=Absent(), measured=Absent(), window=Absent())
    found = finding("H02", goals(undated, period=Absent()))

    assert found.outcome is NOT_MET
    assert fields(found)[-1] == "identity.period"


def test_an_end_that_nobody_knows_is_asked_for_once() -> None:
    undated = evolve(UNDATED, deadline=Absent(), measured=Absent(), window=Absent())
    found = finding(
        "H02", goals(undated, evolve(undated, id="other"), period=disputed(YEAR, Period(day("2016-01-01"))))
    )

    assert [ask.field for ask in found.asks] == ["identity.period"]
    assert len(found.conflict) == 2


def test_goals_with_dates_of_their_own_borrow_none() -> None:
    assert str(finding("H02", goals(DATED)).because) == "Every listed goal is measurable as it stands."


def test_what_is_declared_absent_is_cited_too() -> None:
    assert fields(finding("H02", goals(evolve(DATED, number=Absent()))))[:2] == ["goals.g.text", "goals.g.number"]


def test_the_parts_of_a_measurable_goal_are_cited() -> None:
    assert fields(finding("H03", goals(DATED))) == ["goals.g.number", "goals.g.population", "goals.g.measured"]
