"""What fields mean beyond their types: the few places where the type alone would generate nonsense."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from inspect import unwrap
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from hypothesis import strategies as st

from samverkan.model.activities import Event, Series
from samverkan.model.bodies import Body, Seat
from samverkan.model.cadence import EveryDays, EveryWeeks, MonthlyOn, TimesPer, Weekday, WeeklyOn
from samverkan.model.lead import ProjectLead
from samverkan.model.mandate import MoreThan
from samverkan.model.names import an_id
from samverkan.model.organisations import Municipality
from samverkan.model.publishing import Publishing
from samverkan.model.records import Held
from samverkan.model.source import Source
from samverkan.model.terms import a_year
from samverkan.model.values import positive
from samverkan.model.walk import key_of
from samverkan.model.when import OnDates
from samverkan.testing.strategies.times import dates, years
from samverkan.testing.strategies.words import ids, municipality_codes, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    import attrs

Strategy: TypeAlias = "st.SearchStrategy[Any]"
"""A strategy of whatever a field holds."""
Leaves: TypeAlias = "Mapping[Any, Strategy]"
"""The strategy by the type of leaf that it stands in for."""

REFERENCES: Final = ("a", "b", "c", "d", "e", "f")
"""Ids that stand for “one of those there are” until the whole is put together."""

_MONTHS: Final[Leaves] = {
    int: st.integers(1, 12),
    str: st.builds("{:04}-{:02}".format, years(), st.integers(1, 12)),
}

_ADDRESSES: Final = ("https://www.tranemo.se/", "https://exempel.se/å?a=1&b=2#c")

BY_NAME: Final[dict[str, Leaves]] = {
    "year": {int: years()},
    "parent_year": {int: years()},
    "month": _MONTHS,
    "week_in_month": _MONTHS,
    "week": {int: st.integers(1, 53), str: dates().map(lambda day: "{}-W{:02}".format(*day.isocalendar()))},
    "holder": {str: unwrap(ids)()},
    "language": {str: st.just("sv")},
    "languages": {str: st.sampled_from(("sv", "en", "ar", "fa", "so", "ti", "sr-Latn"))},
    "checklists": {str: st.sampled_from(("tranemo", "horizontal"))},
    "website": {str: st.sampled_from(_ADDRESSES)},
}
"""Leaves of fields, by the field's name, whichever class it stands in."""

BY_FIELD: Final[dict[tuple[type, str], Leaves]] = {
    # A short form holds up to so many digits; see the patterns of their parsers.
    (EveryDays, "days"): {int: st.integers(1, 400)},
    (EveryWeeks, "weeks"): {int: st.integers(1, 60)},
    (MonthlyOn, "months"): {int: st.integers(1, 24)},
    (MonthlyOn, "nth"): {int: st.sampled_from((1, 2, 3, 4, 5, -1))},
    (TimesPer, "times"): {int: st.integers(1, 60)},
    (Municipality, "code"): {str: municipality_codes()},
    (MoreThan, "more_than"): {
        Fraction: st.sampled_from([Fraction(1, 2), Fraction(2, 3), Fraction(0), Fraction(9, 10)])
    },
    (ProjectLead, "working_time"): {
        Fraction: st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(0), Fraction(4, 5)])
    },
    (ProjectLead, "accountable"): {int: st.integers(0, 4)},
    (Publishing, "accessibility"): {str: st.sampled_from(_ADDRESSES)},
    (Publishing, "contact_link"): {str: st.sampled_from((*_ADDRESSES, "mailto:integration@exempel.se"))},
    (Publishing, "address"): {str: st.just(_ADDRESSES[0])},
}
"""Leaves of fields that mean something only in their class."""

WHOLE: Final[dict[tuple[type, str], Strategy]] = {
    (OnDates, "dates"): st.lists(dates(), min_size=1, max_size=4, unique=True).map(sorted),
    (WeeklyOn, "weekdays"): st.lists(st.sampled_from(Weekday), min_size=1, max_size=3, unique=True),
}
"""Fields of which the whole, not the leaf, means something."""

ALWAYS: Final = {
    (Seat, "organisations"),
    (Body, "quorum"),
    (Event, "when"),
    (Event, "bodies"),
    (Held, "present"),
    (Series, "on_holiday"),
}
"""Fields that are always drawn, though they have a default: what most tests are about."""

PAIRS: Final = (
    ("from_", "to"),
    ("from_", "until"),
    ("earliest", "latest"),
    ("smallest", "largest"),
    ("age_from", "age_to"),
    ("count", "total"),
)
"""Names of fields of which the first is never above the second."""


@cache
def inferring(cls: type) -> Strategy:
    """Generate sources that deduce none but the fields of the class in which they stand."""
    deducing: Strategy = unwrap(sources)(inferred=[key_of(attribute) for attribute in _fields(cls)])
    return deducing


def _fields(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    fields: tuple[attrs.Attribute[Any], ...] = cls.__attrs_attrs__  # type: ignore[attr-defined]  # an attrs class
    return fields


def leaves_of(cls: type, attribute: attrs.Attribute[Any]) -> dict[Any, Strategy]:
    """Tell which strategies the leaves of one field have of their own: by its validator, its reference, its name."""
    leaves: dict[Any, Strategy] = {Source: inferring(cls)}
    if attribute.validator is positive:
        leaves[int] = st.integers(1, 1_000)
    elif attribute.validator is a_year:
        leaves[int] = years()
    elif attribute.validator is an_id:
        leaves[str] = unwrap(ids)()
    if attribute.metadata.get("refers"):
        leaves[str] = st.sampled_from(REFERENCES)
    leaves |= BY_NAME.get(attribute.name, {})
    leaves |= BY_FIELD.get((cls, attribute.name), {})
    return leaves
