"""A figure of a whole municipality, by year (*nyckeltal*): context beside a goal, never a result of a project."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.followup.result import Sex
from samverkan.model.names import not_blank

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attrs import Attribute

KPI = re.compile(r"[NU]\d{5}", re.ASCII)
"""The id of an indicator in Kolada: a letter and five digits."""


def _kpi(_: object, __: Attribute[str], value: str) -> None:
    if not KPI.fullmatch(value):
        raise InvalidValueError("bad-kpi", f"{value!r} is not the id of an indicator", "N or U and five digits")


def _by_year(values: Mapping[int, Decimal | None]) -> tuple[tuple[int, Decimal | None], ...]:
    return tuple(sorted(values.items()))


def _finite(_: object, __: Attribute[Any], values: tuple[tuple[int, Decimal | None], ...]) -> None:
    if any(value is not None and not value.is_finite() for _, value in values):
        raise InvalidValueError("bad-number", "an indicator has a value that is no number", "a number, or nothing")


@frozen(kw_only=True)
class IndicatorSeries:
    """The values of one indicator in one place, for everybody or one sex, by year (*nyckeltalsserie*).

    ``place`` is a code or a name, as the source has it; a value is nothing where the source has none. The unit is said
    by the ``title`` only, so two series are never compared.
    """

    kpi: str = field(validator=_kpi)
    title: str | None = None
    place: str = field(validator=not_blank)
    sex: Sex | None = None
    values: tuple[tuple[int, Decimal | None], ...] = field(converter=_by_year, validator=_finite)
    source: str = "Kolada"

    @property
    def latest(self) -> tuple[int, Decimal] | None:
        """The last year with a value, or nothing where no year has one."""
        known = [(year, value) for year, value in self.values if value is not None]
        return known[-1] if known else None
