"""Carries out the remedy of an own criterion by the remedies of the shipped criteria in its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from attrs import field, frozen

from samverkan.checklist.outcome import Outcome
from samverkan.checklist.own.judging import judged
from samverkan.checklist.own.rule import AllOf, AnyOf, Count, Not, OneOf, Rule, Shipped, SomeOf, Stated, Within
from samverkan.checklist.own.setting import Setting, settings, under
from samverkan.checklist.registry import shipped_criterion

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.model.collaboration import Collaboration


@frozen
class RuleMend:
    """Gives the collaboration in which shipped remedies have met a rule, under thresholds of its own.

    They are carried out in the order of the rule, until it is met.
    """

    rule: Rule
    parameters: tuple[Setting, ...] = field(default=(), converter=settings)

    def __call__(self, case: Case) -> Collaboration:
        """Mend a case."""
        return _mended(self.rule, under(case, self.parameters)).collaboration


def mendable(rule: Rule) -> bool:
    """Say whether shipped remedies can meet a rule, whatever the facts that its other predicates look at."""
    match rule:
        case Shipped(name):
            return shipped_criterion(name).remedy.apply is not None
        case AllOf(rules):
            return all(map(mendable, rules))
        case AnyOf(rules):
            return any(map(mendable, rules))
        case SomeOf(number, rules):
            return sum(map(mendable, rules)) >= number
        case Not() | Stated() | Count() | Within() | OneOf():
            return False
        case _:
            assert_never(rule)


def _mended(rule: Rule, case: Case) -> Case:
    match rule:
        case Shipped(name, given):
            apply = shipped_criterion(name).remedy.apply
            return case.after(apply(under(case, given))) if apply and not _met(rule, case) else case
        case AllOf(rules) | AnyOf(rules) | SomeOf(_, rules):
            for each in (*rules, *rules):  # one may undo what another has reached, such as a new meeting a gap
                case = case if _met(rule, case) else _mended(each, case)
            return case
        case Not() | Stated() | Count() | Within() | OneOf():
            return case
        case _:
            assert_never(rule)


def _met(rule: Rule, case: Case) -> bool:
    return judged(rule, case).outcome is Outcome.MET
