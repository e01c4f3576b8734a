"""What organisations say themselves of how they work together, one report at a time (*rapporterade band*)."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from functools import total_ordering
from typing import Self

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.names import Text
from samverkan.model.source import Source
from samverkan.model.values import a_date, as_fact_text


@total_ordering
class Intensity(Enum):
    """How closely two organisations work together (*intensitet*), each step above the one before.

    They know of each other; they help each other in single matters; they plan together; they work as one. The steps
    have an order and no distance, so they are compared and never added.
    """

    AWARENESS = "awareness"
    COOPERATION = "cooperation"
    COORDINATION = "coordination"
    INTEGRATION = "integration"

    def __lt__(self, other: Self) -> bool:
        steps = tuple(Intensity)
        return steps.index(self) < steps.index(other)


@frozen
class ReportedTie:
    """What one reporter says of how two organisations work together (*rapporterat band*).

    ``by`` is the organisation that reports and ``role`` the role there, never a person; it may be one of the two, or
    a third. What another reporter says of the same two is another report: they stand side by side, also where they
    differ. ``intensity`` declared absent means that the reporter says that they do not work together. In a file the
    key of ``from_`` is ``from``.
    """

    from_: str = field(metadata={"refers": "organisations"})
    to: str = field(metadata={"refers": "organisations"})
    intensity: Fact[Intensity] = UNKNOWN
    by: Fact[str] = field(default=UNKNOWN, metadata={"refers": "organisations"})
    role: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    date: Fact[dt.date] = field(default=UNKNOWN, validator=a_date)
    source: Source | None = None

    def __attrs_post_init__(self) -> None:
        if self.from_ == self.to:
            raise InvalidValueError(
                "self-tie", f"“{self.to}” is said to work together with itself", "two different organisations"
            )
