"""The thresholds that a criterion is judged by: ours, or those that a checklist of one's own sets otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from samverkan.checklist.own.judging import RuleJudge
from samverkan.checklist.own.rule import AllOf, AnyOf, Count, Not, OneOf, Shipped, SomeOf, Stated, Within
from samverkan.checklist.own.setting import set_otherwise
from samverkan.checklist.registry import shipped_criterion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from samverkan.checklist.criterion import Criterion
    from samverkan.checklist.own.rule import Rule
    from samverkan.checklist.parameters import Parameters


def thresholds_in_use(criterion: Criterion, parameters: Parameters) -> tuple[tuple[str, Fraction | int], ...]:
    """Give each threshold of a criterion with its value; a rule of one's own may use two values of one."""
    judge = criterion.judge
    if not isinstance(judge, RuleJudge):
        return tuple((name, parameters.named(name)) for name in criterion.parameters)
    return tuple(dict.fromkeys(_in_rule(judge.rule, set_otherwise(parameters, judge.parameters))))


def _in_rule(rule: Rule, parameters: Parameters) -> Iterator[tuple[str, Fraction | int]]:
    match rule:
        case Shipped(name, given):
            own = set_otherwise(parameters, given)
            yield from ((each, own.named(each)) for each in shipped_criterion(name).parameters)
        case AllOf(rules) | AnyOf(rules) | SomeOf(_, rules):
            for each in rules:
                yield from _in_rule(each, parameters)
        case Not(negated):
            yield from _in_rule(negated, parameters)
        case Stated() | Count() | Within() | OneOf():
            return
        case _:
            assert_never(rule)
