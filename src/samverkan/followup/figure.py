"""The figures that decide a goal: so many, at most so many more, of so many (*siffror*)."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome
from samverkan.followup.result import Ages, Counted, Sex

if TYPE_CHECKING:
    from collections.abc import Iterable


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)


@frozen(kw_only=True)
class Figure:
    """What is known of one count: at least ``count``, at most ``at_most``, of ``total``.

    The two differ while windows are open, and where a union is known by its parts only. ``needed`` is what the goal
    wants of the total, exact and perhaps no whole number; ``outcome`` compares the two, and is nothing for a figure
    that is told beside and judges nothing. ``total`` is nothing where things are counted. ``counted`` and ``outcomes``
    say what counts, ``sources`` from where; ``municipality`` is the code of the only one that is counted.
    """

    count: int
    at_most: int
    total: int | None = None
    needed: Fraction | None = None
    outcome: Outcome | None = None
    first: dt.date
    last: dt.date
    collected: dt.date
    sex: Sex | None = None
    ages: Ages | None = None
    counted: Counted | None = None
    outcomes: tuple[str, ...] = field(default=(), converter=_names)
    municipality: str | None = None
    sources: tuple[str, ...] = field(default=(), converter=_names)

    @property
    def share(self) -> Interval | None:
        """The exact share, as a fraction of 1; nothing of nobody, and nothing where things are counted."""
        if not self.total:
            return None
        return Interval(Fraction(self.count, self.total), Fraction(self.at_most, self.total))

    @property
    def settled(self) -> bool:
        """Whether the count is one number."""
        return self.count == self.at_most
