"""What stands in a cell of a workbook that was opened (*cellinnehåll*), before anybody says what it means."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from samverkan.formats.refusal import refused

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.formats.refusal import Refused

SEPARATOR = "; "
"""What stands between the parts of a list in one cell."""


class Unfit(Enum):
    """What a cell may hold that can be no fact."""

    FORMULA = 1
    ERROR = 2
    OTHER = 3


Content: TypeAlias = "str | int | float | bool | dt.date | dt.time | Unfit | None"
"""What a cell holds; nothing is an empty cell."""


def unfit(content: Unfit) -> Refused:
    """Refuse a formula, an error, or what is no text, number or day."""
    if content is Unfit.FORMULA:
        return refused("formula", "a formula stands here", "the value itself: paste it as a value")
    return refused("wrong-type", "this cell holds no text, number or day", "text, or a date such as 2016-03-04")
