"""Several setups judged by one checklist, side by side (*sida vid sida*); none is set above another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from samverkan.checklist.evaluate import Evaluation
from samverkan.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute


def _evaluations(evaluations: Iterable[Evaluation]) -> tuple[Evaluation, ...]:
    return tuple(evaluations)


def _by_one_rule(_: object, __: Attribute[Any], evaluations: tuple[Evaluation, ...]) -> None:
    rules = [(each.checklist, each.parameters) for each in evaluations]
    if len(evaluations) < 2 or any(each != rules[0] for each in rules):
        raise InvalidValueError(
            "not-comparable",
            f"{len(evaluations)} evaluations by {len({each.checklist.id for each in evaluations})} checklists cannot "
            "stand side by side",
            "two or more evaluations by one checklist with the same thresholds",
        )


@frozen
class SideBySide:
    """Evaluations of several setups by one checklist, in the order in which they were given.

    Their scores are no ranking: they say how much is met of what applies to each, and how much is known of it.
    """

    evaluations: tuple[Evaluation, ...] = field(converter=_evaluations, validator=_by_one_rule)


def side_by_side(evaluations: Iterable[Evaluation]) -> SideBySide:
    """Put evaluations beside each other; of fewer than two, or by different rules, raises ``InvalidValueError``."""
    return SideBySide(evaluations)
