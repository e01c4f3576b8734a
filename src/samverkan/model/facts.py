"""A fact is stated, unknown, declared absent, or disputed between sources; the four are never mixed."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeAlias, TypeVar

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


class Unknown(Enum):
    """The state of a fact on which every source is silent (*framgår inte*)."""

    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final[Literal[Unknown.UNKNOWN]] = Unknown.UNKNOWN
"""The fact of which no source says anything."""


@frozen
class Absent:
    """The state of a fact that a source declares not to exist (*saknas*, *inte aktuellt*), in its own words."""

    says: str = "saknas"


@frozen
class Claim(Generic[T]):
    """What one source says a fact is; ``decides`` marks the claim that computations use."""

    value: T
    source: Source | None = None
    decides: bool = False


def _claims(claims: Iterable[Claim[T]]) -> tuple[Claim[T], ...]:
    return tuple(claims)


def _differ(_: object, __: object, claims: tuple[Claim[T], ...]) -> None:
    if all(one.value == other.value for one, other in pairwise(claims)):
        raise InvalidValueError(
            "not-disputed", "a dispute needs two claims that differ", "at least two different values"
        )
    if sum(claim.decides for claim in claims) > 1:
        raise InvalidValueError("not-disputed", "more than one claim decides", "at most one claim with decides = true")


@frozen
class Disputed(Generic[T]):
    """The state of a fact on which sources contradict each other; all claims are kept side by side."""

    claims: tuple[Claim[T], ...] = field(converter=_claims, validator=_differ)

    @property
    def decided(self) -> T | None:
        """The value of the claim that decides computations, or nothing when the dispute is open."""
        return next((claim.value for claim in self.claims if claim.decides), None)


Fact: TypeAlias = T | Unknown | Absent | Disputed[T]
"""A value together with the three ways of not having it."""


def stated(fact: Fact[T]) -> T | None:
    """Give the value to compute with: the stated one, or the claim that decides a dispute; else nothing.

    >>> stated(3), stated(UNKNOWN), stated(Absent())
    (3, None, None)
    """
    if isinstance(fact, (Unknown, Absent)):
        return None
    if isinstance(fact, Disputed):
        return fact.decided
    return fact


def is_unknown(fact: object) -> bool:
    """Say whether nothing certain is known: the sources are silent, or an open dispute stands between them."""
    return fact is UNKNOWN or (isinstance(fact, Disputed) and fact.decided is None)
