"""What carries out the remedy of an own criterion: the remedies of the shipped criteria in its rule."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.checklist.case import case_of
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.own.checklist import OwnChecklist, OwnCriterion, OwnFactor
from samverkan.checklist.own.judging import judged
from samverkan.checklist.own.mending import RuleMend, mendable
from samverkan.checklist.own.rule import AllOf, AnyOf, Not, Rule, Shipped, SomeOf, Stated
from samverkan.checklist.own.setting import Setting
from samverkan.checklist.tranemo import TRANEMO
from samverkan.formats.bundled import bundled
from samverkan.model.lead import Initiative
from samverkan.model.names import Text
from samverkan.testing import plannable
from tests.checklist.builders import group, setup
from tests.checklist.own.test_checklist import WORDS
from tests.checklist.own.test_rules import QUORUM
from tests.checklist.strategies import collaborations as rich
from tests.checklist.tranemo.test_mending import NOW

if TYPE_CHECKING:
    from samverkan.checklist.acting import Package
    from samverkan.model.collaboration import Collaboration

BOARD, LOOKS = Shipped("tranemo:5.1"), Stated(QUORUM)
ASK_MANY = (Setting("min_advisory_seats", Fraction(12)),)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (BOARD, True),
        (LOOKS, False),
        (Not(BOARD), False),
        (AllOf([BOARD, LOOKS]), False),
        (AllOf([BOARD, BOARD]), True),
        (AnyOf([BOARD, LOOKS]), True),
        (AnyOf([LOOKS, Not(LOOKS)]), False),
        (SomeOf(1, [BOARD, LOOKS]), True),
        (SomeOf(2, [BOARD, LOOKS]), False),
    ],
)
def test_a_rule_can_be_mended_by_enough_shipped_criteria(rule: Rule, expected: bool) -> None:  # noqa: FBT001  # a parameter of the test
    assert mendable(rule) is expected


class TestRemedySoundness:
    """12. Applying the remedy that a not_met criterion names (in the model) makes that criterion not not_met."""

    @given(st.one_of(rich(), plannable()), st.data())
    def test_a_composed_rule_is_mended(self, setup: Collaboration, data: st.DataObject) -> None:
        case = case_of(setup, as_of=NOW)
        failing = [f"tranemo:{each.id}" for each in TRANEMO.criteria if each.judge(case).outcome is Outcome.NOT_MET]
        assume(failing)
        parts = data.draw(st.lists(st.sampled_from(failing).map(Shipped), min_size=1, max_size=4))
        rule = data.draw(st.sampled_from([AllOf(parts), AnyOf(parts), SomeOf(1 + len(parts) // 2, parts)]))

        assert judged(rule, case).outcome is Outcome.NOT_MET
        assert judged(rule, case.after(RuleMend(rule)(case))).outcome is not Outcome.NOT_MET


def test_what_one_remedy_has_undone_is_mended_after_it() -> None:
    """In Tranemo the new meetings of 3.5 undo what the remedy of 2.5 has reached."""
    case = case_of(bundled("tranemo"), as_of=NOW)
    first, second = Shipped("tranemo:2.5"), Shipped("tranemo:3.5")
    once = case.after(RuleMend(first)(case))
    twice = once.after(RuleMend(second)(once))
    both = AllOf([first, second])

    assert [judged(first, each).outcome for each in (once, twice)] == [Outcome.MET, Outcome.NOT_MET]
    assert judged(both, case.after(RuleMend(both)(case))).outcome is Outcome.MET


def test_no_more_is_done_than_the_rule_asks() -> None:
    case = case_of(bundled("resurscentrum"), as_of=NOW)
    first, second = Shipped("tranemo:2.5"), BOARD
    done = [RuleMend(rule)(case) for rule in (first, second, AnyOf([first, second]), SomeOf(1, [LOOKS, second, first]))]
    met = case.after(done[1])

    assert done[2] == done[0] != done[1] == done[3]
    assert RuleMend(second)(met) is met.collaboration


def test_what_is_met_stays_as_it_is() -> None:
    """The school is a municipality too, though the remedy would name the first of the file."""
    case = case_of(setup(group(), initiative=Initiative("school")), as_of=NOW)
    rule = AllOf([Shipped("tranemo:1.1"), Shipped("tranemo:1.2")])

    assert RuleMend(rule)(case).initiative == case.collaboration.initiative


def package(own: OwnCriterion) -> Package:
    factor = OwnFactor(id="f", name=Text("F"), criteria=[own])
    made = OwnChecklist(id="mine", version="1", name=Text("Min"), factors=[factor]).made()
    return evaluate(bundled("tranemo"), checklist=made, as_of=NOW).acting.certainly


def test_a_remedy_is_carried_out_under_the_thresholds_of_the_criterion() -> None:
    own = OwnCriterion(id="board", rule=BOARD, core=True, parameters=ASK_MANY)

    found = package(own)

    assert [each.criterion.id for each in found.actions] == ["board"]
    assert len(next(each for each in found.case.bodies if each.kind.value == "advisory-board").seats) >= 12


def test_it_is_told_in_the_words_of_the_criterion() -> None:
    own = OwnCriterion(id="board", rule=AllOf([Shipped("tranemo:5.1", ASK_MANY), BOARD]), core=True, **WORDS)

    action = package(own).actions[0]

    assert (str(action.remedy), str(action.responsible)) == ("Bestäm det.", "styrelsen")
    assert {each.split(".")[0] for each in action.changes} <= {"bodies", "organisations"}
