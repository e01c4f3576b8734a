"""A rule of one's own as a judge (*egen bedömning*): a value that answers one criterion of one case."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from attrs import evolve, field, frozen

from samverkan.checklist.outcome import all_of, any_of
from samverkan.checklist.own.composing import at_least, opposite, put_together
from samverkan.checklist.own.predicates import looked_up
from samverkan.checklist.own.rule import AllOf, AnyOf, Count, Not, OneOf, Rule, Shipped, SomeOf, Stated, Within
from samverkan.checklist.own.setting import Setting, settings, under
from samverkan.checklist.registry import shipped_criterion

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.finding import Finding


@frozen
class RuleJudge:
    """The answer to one criterion by a rule, under thresholds of its own.

    ``worded`` says that the criterion has a remedy in words of its own, which then stand.
    """

    rule: Rule
    parameters: tuple[Setting, ...] = field(default=(), converter=settings)
    worded: bool = False

    def __call__(self, case: Case) -> Finding:
        """Judge a case."""
        found = judged(self.rule, under(case, self.parameters))
        return evolve(found, remedy=None) if self.worded else found


def judged(rule: Rule, case: Case) -> Finding:
    """Find whether a case meets a rule; what no source says stays unknown, whatever the rule makes of it."""
    match rule:
        case Shipped(name, given):
            return shipped_criterion(name).judge(under(case, given))
        case AllOf(rules):
            findings = [judged(each, case) for each in rules]
            return put_together(findings, all_of(each.outcome for each in findings))
        case AnyOf(rules):
            findings = [judged(each, case) for each in rules]
            return put_together(findings, any_of(each.outcome for each in findings))
        case SomeOf(number, rules):
            findings = [judged(each, case) for each in rules]
            return put_together(findings, at_least(number, [each.outcome for each in findings]))
        case Not(negated):
            return opposite(judged(negated, case))
        case Stated() | Count() | Within() | OneOf():
            return looked_up(case, rule)
        case _:
            assert_never(rule)


def thresholds(rule: Rule) -> tuple[str, ...]:
    """List the thresholds that a rule depends on, each once."""
    match rule:
        case Shipped(name):
            return shipped_criterion(name).parameters
        case AllOf(rules) | AnyOf(rules) | SomeOf(_, rules):
            return tuple(dict.fromkeys(name for each in rules for name in thresholds(each)))
        case Not(negated):
            return thresholds(negated)
        case Stated() | Count() | Within() | OneOf():
            return ()
        case _:
            assert_never(rule)
