"""The thresholds of a checklist by name; where the sources give no number, the number is our choice."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
from attrs import Attribute, field, frozen

from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.message import Message, say
from samverkan.model.values import positive


def _share(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, Fraction) or not 0 < value <= 1:
        raise InvalidValueError(
            "bad-share", f"{attribute.name} {value!r} is not a share", "a fraction above 0, up to 1"
        )


def _fraction(value: Fraction | int | str) -> Fraction:
    return Fraction(value)


@frozen(kw_only=True)
class Parameters:
    """What counts as enough (*tröskelvärden*); the thresholds are our choice and every one can be set otherwise.

    >>> Parameters(max_gap_days=21).max_gap_days
    21
    """

    min_lead_share: Fraction = field(default=Fraction(1, 2), converter=_fraction, validator=_share)
    max_gap_days: int = field(default=28, validator=positive)
    max_lead_weeks: int = field(default=12, validator=positive)
    max_cadence_days: int = field(default=31, validator=positive)
    min_advisory_seats: int = field(default=5, validator=positive)
    min_advisory_sectors: int = field(default=3, validator=positive)
    max_municipal_share: Fraction = field(default=Fraction(3, 4), converter=_fraction, validator=_share)
    publish_within_days: int = field(default=14, validator=positive)
    period_tolerance_days: int = field(default=14, validator=positive)
    end_is_deadline: bool = True

    @property
    def source(self) -> Message:
        """Where the thresholds come from, as long as nobody sets them."""
        return say("our choice")

    def named(self, name: str) -> Fraction | int:
        """Give a threshold by its name."""
        if name not in parameter_names():
            raise UnknownNameError("parameter", name, parameter_names())
        value: Fraction | int = getattr(self, name)
        return value


def parameter_names() -> tuple[str, ...]:
    """List the names of the thresholds in the order of the factors that use them."""
    return tuple(attribute.name for attribute in attrs.fields(Parameters))


DEFAULTS = Parameters()
"""Every threshold as we chose it."""
