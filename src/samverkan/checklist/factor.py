"""A checklist (*checklista*) and its factors (*framgångsfaktorer*): which questions are asked, in which groups."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from samverkan.checklist.criterion import Criterion
from samverkan.errors import InvalidValueError
from samverkan.model.names import Text, an_id, as_text, not_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from attrs import Attribute


def _criteria(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    return tuple(criteria)


def _has_core(factor: Factor, _: Attribute[Any], criteria: tuple[Criterion, ...]) -> None:
    if not any(criterion.core for criterion in criteria):
        raise InvalidValueError("no-core", f"the factor {factor.id} has no core criterion", "at least one")


def _weight(weight: Fraction | int) -> Fraction:
    return Fraction(weight)


@frozen
class Factor:
    """What a collaboration must have to succeed (*framgångsfaktor*), and the criteria by which one tells."""

    id: str = field(validator=not_blank)
    name: Text = field(converter=as_text)
    criteria: tuple[Criterion, ...] = field(converter=_criteria, validator=_has_core)
    weight: Fraction = field(default=Fraction(1), converter=_weight)


def _factors(factors: Iterable[Factor]) -> tuple[Factor, ...]:
    return tuple(factors)


def _once(_: object, __: Attribute[Any], factors: tuple[Factor, ...]) -> None:
    # A factor of one criterion may share its id with it.
    named = Counter(factor.id for factor in factors), Counter(each.id for factor in factors for each in factor.criteria)
    twice = [name for counts in named for name, count in counts.items() if count > 1]
    if twice:
        raise InvalidValueError(
            "duplicate-id", f"these stand twice in the checklist: {', '.join(twice)}", "each id once"
        )


@frozen
class Checklist:
    """A set of factors by which collaborations are judged, in a version of its own."""

    id: str = field(validator=an_id)
    version: str = field(validator=not_blank)
    name: Text = field(converter=as_text)
    factors: tuple[Factor, ...] = field(converter=_factors, validator=_once)

    @property
    def criteria(self) -> Iterator[Criterion]:
        """Every criterion, in the order of the factors."""
        return (criterion for factor in self.factors for criterion in factor.criteria)
