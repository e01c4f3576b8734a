"""Thresholds as a criterion uses them, also where a checklist of one's own sets them otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.parameters import DEFAULTS, Parameters
from samverkan.checklist.registry import shipped_criterion
from samverkan.checklist.thresholds import thresholds_in_use
from samverkan.formats import checklist_file

if TYPE_CHECKING:
    from samverkan.checklist.criterion import Criterion

HEAD = 'format = 1\nid = "ekeby"\nversion = "1"\nname = "Ekeby"\n'
FACTOR = '[factors.a]\nname = "A"\n[factors.a.criteria.b]\ncore = true\nquestion = "?"\nsource = "KS"\n'
REMEDY = 'remedy = { text = "x", effort = "low", responsible = "y", field = "bodies" }\n'


def own(rule: str, above: str = "") -> Criterion:
    text = f"{HEAD}{above}{FACTOR}{REMEDY}rule = {rule}\n"
    return next(iter(checklist_file.loads(text, name="a.toml").made().criteria))


def test_a_shipped_criterion_has_those_that_are_given() -> None:
    lead = shipped_criterion("tranemo:2.2")

    assert thresholds_in_use(lead, DEFAULTS) == (("min_lead_share", DEFAULTS.min_lead_share),)
    assert (
        thresholds_in_use(lead, Parameters(min_lead_share="3/4"))[0][1]
        == Parameters(min_lead_share="3/4").min_lead_share
    )


def test_one_of_ones_own_has_those_of_its_checklist() -> None:
    rule = '{ criterion = "tranemo:4.2" }'

    assert dict(thresholds_in_use(own(rule), DEFAULTS))["max_gap_days"] == DEFAULTS.max_gap_days
    assert dict(thresholds_in_use(own(rule, "parameters.max_gap_days = 21\n"), DEFAULTS))["max_gap_days"] == 21


def test_a_rule_may_use_two_values_of_one() -> None:
    twice = ", ".join(f'{{ criterion = "tranemo:4.2", parameters.max_gap_days = {days} }}' for days in (21, 35))

    used = thresholds_in_use(own(f"{{ any = [{twice}] }}"), DEFAULTS)
    assert [value for name, value in used if name == "max_gap_days"] == [21, 35]
