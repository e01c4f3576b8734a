"""Which evidence counts (*godtagna belägg*), and what is known of a collaboration when no other does."""
# ruff: noqa: ANN401  # any noun, and any value of it

from __future__ import annotations

import datetime as dt
import operator
from enum import Enum
from functools import cache
from typing import Any, Final, TypeVar, assert_never

import attrs
from attrs import evolve, field, frozen

from samverkan.model.facts import UNKNOWN, Absent, Disputed
from samverkan.model.names import Text
from samverkan.model.source import Level, Source
from samverkan.model.values import a_date
from samverkan.model.walk import key_of

T = TypeVar("T", bound="attrs.AttrsInstance")

_LEAVES: Final = frozenset({Text, Source, Absent})
_DAY = dt.timedelta(days=1)


@frozen
class Admission:
    """What evidence must be to count: not expired on the day ``as_of``, and, where only ``documented`` does, a record.

    Without a day, evidence that has an end does not count: nobody knows whether it still stands. What names no source
    cannot expire, and is no record.
    """

    as_of: dt.date | None = field(default=None, validator=a_date)
    documented: bool = field(default=False, kw_only=True)

    def admits(self, source: Source | None, name: str) -> bool:
        """Say whether what a source says of the field ``name`` of its item counts."""
        if source is None:
            return not self.documented
        return not source.expired(self.as_of) and (not self.documented or source.level_of(name) is Level.RECORD)

    def admits_all(self, item: Any) -> bool:
        """Say whether everything that an item says counts, whatever its source."""
        return not self.documented and not any(source.expired(self.as_of) for source in sources(item))

    def narrower(self, item: Any) -> tuple[tuple[Admission, ...], ...]:
        """Give the admissions that count less of what an item says, in rows along which ever fewer sources count."""
        days = (*lapses(item, after=self.as_of), None)
        later = tuple(Admission(day, documented=self.documented) for day in days)
        if self.documented:
            return (later,)
        return later, tuple(Admission(day, documented=True) for day in (self.as_of, *days))


class _Kind(Enum):
    FACT = 1
    CLOSING = 2
    PART = 3


@cache
def _fields(cls: type) -> tuple[tuple[str, str, _Kind], ...]:
    """Give the fields of a noun with their keys and how evidence for them is told; plain values have none."""
    if not attrs.has(cls) or cls in _LEAVES:
        return ()
    return tuple((each.name, key_of(each), _kind(each)) for each in attrs.fields(cls))


def _kind(attribute: attrs.Attribute[Any]) -> _Kind:
    if str(attribute.type).startswith("Fact["):
        return _Kind.FACT
    # Every field of the model that closes a list is called so.
    return _Kind.CLOSING if attribute.name.endswith(("complete", "_assigned")) else _Kind.PART


def sources(item: Any) -> list[Source]:
    """Find every source that an item and its parts name, in the order of the fields."""
    found: list[Source] = []
    _gather(item, found)
    return found


def _gather(item: Any, found: list[Source]) -> None:
    # Every evaluation looks through the whole collaboration, so this makes no generator for each noun.
    for name, _, _ in _fields(item.__class__):
        value = getattr(item, name)
        if type(value) is tuple:
            for part in value:
                _gather(part, found)
        elif type(value) is Source:
            found.append(value)
        else:
            _gather(value, found)


def lapses(item: Any, *, after: dt.date | None) -> tuple[dt.date, ...]:
    """Give the days later than ``after`` from which some source of an item counts no longer; without a day, none."""
    ends = {source.valid_until for source in sources(item) if not source.expired(after)}
    # The last day of all has no day after it.
    return tuple(sorted(end + _DAY for end in ends if end is not None and end != dt.date.max))


def restricted(item: T, admission: Admission) -> T:
    """Give an item as it is known from admitted evidence alone; where all of it is admitted, the item itself.

    Each fact that is not admitted is unknown, and each list that such evidence closes is open. That an item exists,
    its id and its plain fields stay, so whatever held together still does. What names no source of its own comes from
    where the item around it does.
    """
    if admission.admits_all(item):
        return item
    return _restricted(item, admission, None)  # type: ignore[no-any-return]  # of the same class as the item


def _restricted(item: Any, admission: Admission, source: Source | None) -> Any:
    own: Source | None = getattr(item, "source", None) or source
    changes: dict[str, Any] = {}
    for name, key, kind in _fields(item.__class__):
        value = getattr(item, name)
        match kind:
            case _Kind.FACT:
                kept = value if _stands(value, admission, own, key) else UNKNOWN
            case _Kind.CLOSING:
                kept = value and admission.admits(own, key)
            case _Kind.PART if type(value) is tuple:
                parts = tuple(_restricted(part, admission, own) for part in value)
                kept = value if all(map(operator.is_, parts, value)) else parts
            case _Kind.PART:
                kept = _restricted(value, admission, own)
            case _:
                assert_never(kind)
        if kept is not value:
            changes[name] = kept
    return evolve(item, **changes) if changes else item


def _stands(fact: Any, admission: Admission, source: Source | None, key: str) -> bool:
    """Say whether the evidence for a fact counts: of a dispute the claim that decides it, else every claim."""
    if isinstance(fact, Disputed):
        deciding = [claim for claim in fact.claims if claim.decides] or fact.claims
        return all(admission.admits(claim.source or source, key) for claim in deciding)
    # A mandate and a quorum may have a source of their own.
    return fact is UNKNOWN or admission.admits(getattr(fact, "source", None) or source, key)
