# ruff: noqa: ANN401  # any fact in any state
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.goals import Breakdown
from samverkan.model.horizontal import Gender, Measure
from samverkan.model.names import Text
from tests.checklist.builders import MET, NOT_MET, UNSURE, disputed
from tests.checklist.horizontal.projects import answers, finding, outcome

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"measures": [Measure(Text("samtalsgrupper"))]}, MET),
        ({"complete": True}, NOT_MET),  # the section is there and has no content
        ({}, UNSURE),
    ],
)
def test_a_concrete_measure_is_stated(facts: dict[str, Any], expected: Outcome) -> None:
    assert outcome("H15", answers(gender=Gender(**facts))) is expected


@pytest.mark.parametrize(
    ("expertise", "expected"),
    [
        ("adjungerad", MET),
        (Absent(), NOT_MET),
        (UNKNOWN, UNSURE),
        (disputed(Text("a"), Text("b")), UNSURE),
        (disputed(Text("a"), Text("b"), decides=0), MET),
    ],
)
def test_expertise_is_tied_to_the_steering(expertise: Any, expected: Outcome) -> None:
    assert outcome("H16", answers(gender=Gender(expertise=expertise))) is expected


@pytest.mark.parametrize(
    ("breakdown", "expected"),
    [
        ((Breakdown.AGE, Breakdown.SEX), MET),
        ((Breakdown.AGE,), UNSURE),
        (Absent(), NOT_MET),
        (UNKNOWN, UNSURE),
        (disputed((Breakdown.SEX,), (Breakdown.AGE,)), UNSURE),
        (disputed((Breakdown.SEX,), (Breakdown.AGE,), decides=0), MET),
    ],
)
def test_data_are_broken_down_by_sex(breakdown: Any, expected: Outcome) -> None:
    assert outcome("H17", answers(breakdown=breakdown)) is expected


def test_what_nobody_states_is_asked_for() -> None:
    assert [ask.field for ask in finding("H16", answers()).asks] == ["horizontal.gender.expertise"]
