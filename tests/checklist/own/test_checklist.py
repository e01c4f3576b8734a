"""A checklist of one's own, and what its criteria take from shipped ones."""

from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve

from samverkan.checklist.criterion import Aspect, Effort
from samverkan.checklist.own.checklist import OwnChecklist, OwnCriterion, OwnFactor, OwnRemedy
from samverkan.checklist.own.judging import RuleJudge
from samverkan.checklist.own.mending import RuleMend
from samverkan.checklist.own.rule import Shipped, Stated
from samverkan.checklist.own.setting import Setting
from samverkan.checklist.tranemo import TRANEMO
from samverkan.errors import InvalidValueError
from samverkan.model.names import Text
from tests.checklist.own.test_rules import QUORUM

BOARD = next(each for each in TRANEMO.criteria if each.id == "5.1")
NOTES = next(each for each in TRANEMO.criteria if each.id == "5.7")
REMEDY = OwnRemedy(
    text=Text("Bestäm det."), effort=Effort.HIGH, responsible=Text("styrelsen"), field="bodies.{body}.quorum"
)
WORDS = {"question": Text("Finns en regel?"), "source": Text("vi"), "remedy": REMEDY}
OWN = OwnCriterion(id="own", rule=Stated(QUORUM), core=True, **WORDS)


def test_a_shipped_criterion_lends_its_words() -> None:
    made = OwnCriterion(id="board", rule=Shipped("tranemo:5.1")).made("f", ())

    assert (made.id, made.factor, made.core, made.weight) == ("board", "f", False, 1)
    assert (made.question, made.source) == (BOARD.question, BOARD.source)
    assert made.judge == RuleJudge(Shipped("tranemo:5.1"))
    assert made.remedy == evolve(BOARD.remedy, apply=RuleMend(Shipped("tranemo:5.1")))
    assert (made.level, made.parameters) == (Aspect.DESIGN, BOARD.parameters)
    assert OwnCriterion(id="notes", rule=Shipped("tranemo:5.7")).made("f", ()).level is NOTES.level is Aspect.CONDUCT


def test_words_of_its_own_stand_before_those() -> None:
    made = OwnCriterion(id="board", rule=Shipped("tranemo:5.7"), level=Aspect.DESIGN, **WORDS).made("f", ())

    assert [str(each) for each in (made.question, made.source, made.remedy.text, made.remedy.responsible)] == [
        "Finns en regel?",
        "vi",
        "Bestäm det.",
        "styrelsen",
    ]
    assert (made.level, made.remedy.effort, made.remedy.field) == (Aspect.DESIGN, Effort.HIGH, "bodies.{body}.quorum")
    assert made.judge == RuleJudge(Shipped("tranemo:5.7"), worded=True)
    assert made.remedy.apply == RuleMend(Shipped("tranemo:5.7"))
    assert OWN.made("f", ()).remedy.apply is None


@pytest.mark.parametrize("left_out", list(WORDS))
def test_what_is_composed_says_its_words_itself(left_out: str) -> None:
    words = {name: said for name, said in WORDS.items() if name != left_out}

    with pytest.raises(InvalidValueError, match=f"the criterion own says no {left_out}"):
        OwnCriterion(id="own", rule=Stated(QUORUM), **words)


def test_the_first_of_the_words_that_are_missing_is_told() -> None:
    with pytest.raises(InvalidValueError, match="the criterion own says no question"):
        OwnCriterion(id="own", rule=Stated(QUORUM))


def test_what_is_composed_asks_about_the_setup_unless_it_says_otherwise() -> None:
    assert OWN.made("f", ()).level is Aspect.DESIGN
    assert OWN.made("f", ()).weight == 1


def test_a_checklist_hands_its_thresholds_on_and_a_criterion_has_the_last_word() -> None:
    own, other = (Setting("min_advisory_seats", Fraction(number)) for number in (2, 3))
    loose = OwnCriterion(id="loose", rule=Shipped("tranemo:5.1"), core=True)
    strict = OwnCriterion(id="strict", rule=Shipped("tranemo:5.1"), parameters=[other])
    factor = OwnFactor(id="f", name=Text("F"), weight=2, criteria=[loose, strict])
    made = OwnChecklist(id="mine", version="1", name=Text("Min"), parameters=[own], factors=[factor]).made()

    assert [(each.id, each.weight) for each in made.factors] == [("f", 2)]
    assert [each.judge.parameters for each in made.criteria] == [(own,), (own, other)]
    assert (made.id, made.version, made.name.sv) == ("mine", "1", "Min")


def test_an_own_factor_has_a_core_and_weighs_one() -> None:
    assert OwnFactor(id="f", name=Text("F"), criteria=[OWN]).weight == 1
    with pytest.raises(InvalidValueError, match="the factor f has no core criterion"):
        OwnFactor(id="f", name=Text("F"), criteria=[OwnCriterion(id="own", rule=Stated(QUORUM), **WORDS)])


@pytest.mark.parametrize("make", [lambda n: OwnFactor(id="f", name=Text("F"), weight=n, criteria=[OWN])])
def test_a_weight_counts(make: object) -> None:
    with pytest.raises(InvalidValueError):
        make(0)  # type: ignore[operator]  # it makes a factor


def test_the_id_of_a_shipped_checklist_is_taken() -> None:
    factor = OwnFactor(id="f", name=Text("F"), criteria=[OWN])

    with pytest.raises(InvalidValueError, match="“tranemo” is a checklist that comes along"):
        OwnChecklist(id="tranemo", version="1", name=Text("Min"), factors=[factor])
