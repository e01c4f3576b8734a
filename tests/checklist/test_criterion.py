from __future__ import annotations

import pytest
from attrs import evolve

from samverkan.checklist.criterion import Aspect, Criterion
from samverkan.checklist.factor import Checklist, Factor
from samverkan.checklist.horizontal import HORIZONTAL
from samverkan.checklist.parameters import DEFAULTS, Parameters, parameter_names
from samverkan.checklist.registry import checklist_named, checklist_names
from samverkan.checklist.tranemo import TRANEMO
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.names import Text

CRITERIA = [*TRANEMO.criteria, *HORIZONTAL.criteria]
SOME = CRITERIA[0]


def test_the_checklist_has_eight_factors_named_word_for_word() -> None:
    assert [factor.name.sv for factor in TRANEMO.factors] == [
        "Kommunerna driver processen",
        "En dedikerad projektledare",
        "Samordningsfunktion skapas",
        "Tid / Initiativ",
        "Advisory Board",
        "Samverkansgrupp som är beslutsmässig",
        "Information / PR",
        "Skapa delaktighet i politik och förvaltning",
    ]


def test_the_core_is_as_the_model_has_it() -> None:
    core = {factor.id: sum(criterion.core for criterion in factor.criteria) for factor in TRANEMO.factors}

    assert core == {"1": 2, "2": 2, "3": 2, "4": 2, "5": 4, "6": 3, "7": 2, "8": 3}


@pytest.mark.parametrize("asked", CRITERIA, ids=lambda criterion: criterion.id)
def test_a_criterion_is_a_documented_question_with_source_and_remedy(asked: Criterion) -> None:
    assert str(asked.question).endswith("?")
    assert str(asked.source)
    assert str(asked.remedy.text).endswith(".")
    assert str(asked.remedy.responsible)
    assert asked.judge.__doc__
    assert asked.factor == asked.id.split(".")[0]


def test_conduct_needs_records() -> None:
    assert [criterion.id for criterion in CRITERIA if criterion.level is Aspect.CONDUCT] == [
        "1.5",
        "2.5",
        "3.5",
        "4.1",
        "5.7",
        "6.8",
        "7.3",
        "8.6",
    ]


def test_every_threshold_is_used_by_a_criterion() -> None:
    used = {name for criterion in CRITERIA for name in criterion.parameters}

    assert used == set(parameter_names())


def test_a_criterion_may_only_use_parameters_that_exist() -> None:
    with pytest.raises(UnknownNameError, match="did you mean “max_gap_days”"):
        evolve(SOME, parameters=["max_gap_day"])


def test_everything_weighs_the_same_that_is_not_said_to_weigh_more() -> None:
    assert {criterion.weight for criterion in CRITERIA} == {1}
    assert {factor.weight for checklist in (TRANEMO, HORIZONTAL) for factor in checklist.factors} == {1}


def test_a_criterion_is_told_without_its_functions() -> None:
    assert [each.id for each in CRITERIA if "<function" in repr(each)] == []


def test_a_weight_of_nothing_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="the weight 0 counts for nothing"):
        evolve(SOME, weight=0)


def test_a_factor_needs_a_core_and_a_checklist_names_each_thing_once() -> None:
    with pytest.raises(InvalidValueError, match="the factor 9 has no core criterion"):
        Factor("9", Text("Nio"), [evolve(SOME, core=False)])
    with pytest.raises(InvalidValueError, match=r"these stand twice in the checklist: 1, 1\.1"):
        Checklist("twice", "1", Text("Två"), (TRANEMO.factors[0], evolve(TRANEMO.factors[0], criteria=[SOME])))


def test_a_checklist_is_found_by_its_name() -> None:
    assert checklist_named("tranemo") is TRANEMO
    assert checklist_names() == ("tranemo", "horizontal")
    with pytest.raises(UnknownNameError, match="there is no checklist “tranmo”; did you mean “tranemo”"):
        checklist_named("tranmo")


def test_a_threshold_can_be_set_by_name_and_must_make_sense() -> None:
    assert DEFAULTS.named("max_gap_days") == 28
    assert str(DEFAULTS.source) == "our choice"
    with pytest.raises(UnknownNameError, match="there is no parameter “gap”"):
        DEFAULTS.named("gap")
    with pytest.raises(InvalidValueError, match="min_lead_share"):
        Parameters(min_lead_share=2)
    with pytest.raises(InvalidValueError, match="min_lead_share"):
        Parameters(min_lead_share=0)
    with pytest.raises(InvalidValueError, match="max_gap_days"):
        Parameters(max_gap_days=0)
