"""A threshold that a checklist of one's own sets otherwise than we do (*eget tröskelvärde*)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve, field, frozen

from samverkan.checklist.parameters import DEFAULTS, parameter_names
from samverkan.errors import InvalidValueError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute

    from samverkan.checklist.case import Case
    from samverkan.checklist.parameters import Parameters


def _known(_: object, __: Attribute[Any], name: str) -> None:
    if name not in parameter_names():
        raise UnknownNameError("threshold", name, parameter_names())


def _fits(setting: Setting, _: Attribute[Any], value: Fraction | bool) -> None:  # noqa: FBT001  # the value itself
    usual = getattr(DEFAULTS, setting.name, None)
    if isinstance(usual, bool) is not isinstance(value, bool):
        expected = "true or false" if isinstance(usual, bool) else "a number"
        raise InvalidValueError("bad-value", f"the threshold {setting.name} cannot be {str(value).lower()}", expected)
    set_otherwise(DEFAULTS, [setting])


@frozen
class Setting:
    """One threshold and its value; in a file, ``max_gap_days = 21``."""

    short_field: ClassVar[str] = "value"

    name: str = field(validator=_known)
    value: bool | Fraction = field(validator=_fits)

    @property
    def plain(self) -> bool | int | Fraction:
        """The value as the parameter holds it: a whole number where that is what it counts in."""
        whole = type(getattr(DEFAULTS, self.name)) is int and self.value == int(self.value)
        return int(self.value) if whole else self.value


def settings(items: Iterable[Setting]) -> tuple[Setting, ...]:
    """Take a sequence of settings as a tuple."""
    return tuple(items)


def set_otherwise(parameters: Parameters, given: Iterable[Setting]) -> Parameters:
    """Give the thresholds with some set otherwise; of two settings of one the later counts."""
    values: dict[str, Any] = {setting.name: setting.plain for setting in given}
    return evolve(parameters, **values)


def under(case: Case, given: Iterable[Setting]) -> Case:
    """Give the same case with some thresholds set otherwise."""
    return evolve(case, parameters=set_otherwise(case.parameters, given))
