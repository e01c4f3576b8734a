"""What is known of a number of which some parts are unknown: an exact interval, never a guess."""

from __future__ import annotations

import operator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from samverkan.checklist.outcome import Outcome
from samverkan.errors import InvalidValueError
from samverkan.model.goals import Operator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from attrs import Attribute


def _exact(number: Fraction | int | str) -> Fraction:
    return Fraction(number)


def _exact_or_none(number: Fraction | int | str | None) -> Fraction | None:
    return None if number is None else Fraction(number)


def _ordered(interval: Interval, _: Attribute[Any], high: Fraction | None) -> None:
    if high is not None and high < interval.low:
        raise InvalidValueError(
            "reversed-interval", f"the interval ends at {high} before {interval.low}", "the lower end first"
        )


@frozen
class Interval:
    """The numbers that a quantity may be, both ends included and exact; ``high = None`` is without limit."""

    low: Fraction = field(converter=_exact)
    high: Fraction | None = field(converter=_exact_or_none, validator=_ordered)

    def __str__(self) -> str:
        if self.low == self.high:
            return str(self.low)
        return f"{self.low}–{'' if self.high is None else self.high}"

    def holds(self, number: Fraction | int) -> bool:
        """Say whether the quantity may be the number."""
        return self.low <= number and (self.high is None or number <= self.high)

    def within(self, other: Interval) -> bool:
        """Say whether every number of this interval lies in the other."""
        if self.low < other.low:
            return False
        return other.high is None or (self.high is not None and self.high <= other.high)


def counted(outcomes: Iterable[Outcome], *, closed: bool = True) -> Interval:
    """Count the elements that meet a rule: the unknown ones may, and an open list may hold any number more.

    >>> str(counted([Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_MET]))
    '1–2'
    """
    found = list(outcomes)
    known = found.count(Outcome.MET)
    return Interval(known, known + found.count(Outcome.UNKNOWN) if closed else None)


def compare(interval: Interval, relation: Operator, number: Fraction | int) -> Outcome:
    """Compare a quantity with a number; the comparison is decided only if the whole interval agrees."""
    if relation is Operator.EXACTLY:
        return _exactly(interval, number)
    holds: Callable[[Any, Any], bool] = _RELATIONS[relation]
    low, high = holds(interval.low, number), _at_the_top(interval, relation, number)
    if low is not high:
        return Outcome.UNKNOWN
    return Outcome.MET if low else Outcome.NOT_MET


_RELATIONS = {
    Operator.AT_LEAST: operator.ge,
    Operator.AT_MOST: operator.le,
    Operator.MORE_THAN: operator.gt,
    Operator.LESS_THAN: operator.lt,
}


def _at_the_top(interval: Interval, relation: Operator, number: Fraction | int) -> bool:
    if interval.high is None:
        return relation in {Operator.AT_LEAST, Operator.MORE_THAN}
    return bool(_RELATIONS[relation](interval.high, number))


def _exactly(interval: Interval, number: Fraction | int) -> Outcome:
    if not interval.holds(number):
        return Outcome.NOT_MET
    return Outcome.MET if interval.low == interval.high else Outcome.UNKNOWN


def share_of(parts: Iterable[tuple[Outcome, Fraction]]) -> Interval:
    """Give the share, by weight, that is met of all that applies; of nothing that applies nothing is known.

    >>> str(share_of((outcome, Fraction(1)) for outcome in [Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_MET]))
    '1/3–2/3'
    """
    weighed = [(outcome, weight) for outcome, weight in parts if outcome is not Outcome.NOT_APPLICABLE]
    total = sum((weight for _, weight in weighed), Fraction(0))
    if not total:
        return Interval(0, 1)
    met = sum((weight for outcome, weight in weighed if outcome is Outcome.MET), Fraction(0))
    unknown = sum((weight for outcome, weight in weighed if outcome is Outcome.UNKNOWN), Fraction(0))
    return Interval(met / total, (met + unknown) / total)
