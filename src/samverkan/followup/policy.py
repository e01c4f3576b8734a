"""How the goals are read where their words leave a choice (*läsart*): named, so that a report can say it."""

from __future__ import annotations

from enum import Enum

from attrs import frozen


class Reading(Enum):
    """How a goal broken down by sex is read (*män och kvinnor*).

    ``STRICT``: the total, women and men must each reach the number. ``TOTAL``: the total is enough.
    """

    STRICT = "strict"
    TOTAL = "total"


class Grid(Enum):
    """Which months, or years, a goal that is measured by them is judged in (*månader, år*).

    ``COMPLETE``: calendar months that lie wholly in the period. ``TOUCHED``: those with a day in it. ``PROJECT``: whole
    months counted from the first day of the period.
    """

    COMPLETE = "complete"
    TOUCHED = "touched"
    PROJECT = "project"


@frozen(kw_only=True)
class Policy:
    """The readings that a follow-up is made by; the defaults are our choice.

    ``end_is_deadline``: a goal without a deadline is to be reached by the last day of the collaboration's period.
    """

    reading: Reading = Reading.STRICT
    grid: Grid = Grid.COMPLETE
    end_is_deadline: bool = True
