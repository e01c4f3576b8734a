"""What was reached elsewhere by the same model (*publicerade resultat*): kinds that may not be mixed or pooled."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.names import Text, an_id
from samverkan.model.source import Source

if TYPE_CHECKING:
    from attrs import Attribute


def a_count(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse negative numbers and fractions of people."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise InvalidValueError("bad-number", f"{attribute.name} {value!r} is not a count", "a whole number from 0")


@frozen(kw_only=True)
class _Published:
    """What every published result has: where, when as far as stated, and what was counted."""

    id: str = field(validator=an_id)
    what: Text
    place: Text
    year: Fact[int] = UNKNOWN
    month: Fact[int] = UNKNOWN
    months: Fact[int] = UNKNOWN
    source: Source | None = None


@frozen(kw_only=True)
class PublishedShare(_Published):
    """So many of so many; the one kind that has a ratio."""

    kind: ClassVar[str] = "share"

    count: int = field(validator=a_count)
    total: int = field(validator=a_count)
    stated_percent: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.count > self.total:
            raise InvalidValueError(
                "bad-share", f"{self.count} of {self.total} is more than all", "a count up to the total"
            )

    @property
    def ratio(self) -> Fraction | None:
        """The exact share, or nothing of nobody."""
        return Fraction(self.count, self.total) if self.total else None


@frozen(kw_only=True)
class PublishedChange(_Published):
    """A level before and after; the difference may come from anything."""

    kind: ClassVar[str] = "level-change"

    before: int = field(validator=a_count)
    after: int = field(validator=a_count)


@frozen(kw_only=True)
class PublishedCount(_Published):
    """A number of people or things; ``more_than`` says that the source only gives a lower bound."""

    kind: ClassVar[str] = "count"

    count: int = field(validator=a_count)
    more_than: bool = False


@frozen(kw_only=True)
class PublishedClaim(_Published):
    """A change that is claimed without a number."""

    kind: ClassVar[str] = "qualitative"


PublishedResult: TypeAlias = PublishedShare | PublishedChange | PublishedCount | PublishedClaim
"""Every kind of published result."""
