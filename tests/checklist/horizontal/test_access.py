# ruff: noqa: ANN401  # any fact in any state
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.horizontal import Access, Accessibility, Measure
from samverkan.model.names import Text
from samverkan.model.source import Source
from tests.checklist.builders import MET, NOT_MET, UNSURE, disputed
from tests.checklist.horizontal.projects import answers, fields, finding, outcome

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome
    from samverkan.model.collaboration import Collaboration

RAMP = Measure(Text("ramp"))


def access(**facts: Any) -> Collaboration:
    return answers(accessibility=Accessibility(**facts), source=Source("page 4"))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"measures": [RAMP]}, MET),
        ({"kinds": [Access.PHYSICAL]}, MET),  # an intention to treat it
        ({"complete": True}, NOT_MET),
        ({}, UNSURE),
    ],
)
def test_a_measure_or_an_intention_is_stated(facts: dict[str, Any], expected: Outcome) -> None:
    assert outcome("H12", access(**facts)) is expected


@pytest.mark.parametrize(
    ("kinds", "closed", "expected"),
    [
        (list(Access), False, MET),
        ([Access.PHYSICAL, Access.COMMUNICATIVE, Access.INFORMATIONAL], False, MET),
        ([Access.PHYSICAL, Access.COMMUNICATIVE, Access.ACTIVITY], True, NOT_MET),
        ([Access.PHYSICAL, Access.COMMUNICATIVE, Access.ACTIVITY], False, UNSURE),
        ([], True, NOT_MET),
        ([], False, UNSURE),
    ],
)
def test_all_three_kinds_are_named(kinds: list[Access], *, closed: bool, expected: Outcome) -> None:
    assert outcome("H13", access(kinds=kinds, complete=closed)) is expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"responsible": "en coach"}, MET),
        ({"experts": ["church"]}, MET),
        ({"responsible": Absent(), "experts": ["church"]}, MET),
        ({"responsible": Absent()}, NOT_MET),
        ({"responsible": UNKNOWN}, UNSURE),
        ({"responsible": disputed(Text("a"), Text("b"))}, UNSURE),
        ({"responsible": disputed(Text("a"), Text("b"), decides=1)}, MET),
    ],
)
def test_somebody_is_responsible_or_expert(facts: dict[str, Any], expected: Outcome) -> None:
    assert outcome("H14", access(**facts)) is expected


def test_a_section_without_a_source_comes_from_where_all_answers_do() -> None:
    found = finding("H12", access(measures=[RAMP]))

    assert fields(found) == ["horizontal.accessibility.measures.text"]
    assert str(found.evidence[0].source) == "page 4"
