"""How much of what a holder can be at is asked of them (*belastning*), in the days where it is tightest."""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from samverkan.model.cadence import Weekday
from samverkan.model.names import ids


@frozen(kw_only=True)
class Strain:
    """A holder and the days, from ``first`` to ``last``, in which most is asked of them against what they can be at.

    The ``meetings``, by their ids, can lie on no other days than these, ``days`` in number; there the holder can be at
    ``possible`` meetings at most, one at least, by the limit for a day and by what is fixed or taken already. Where all
    days are of one ``weekday``, it is told. ``collaborations`` are all in which the holder has meetings to place.
    """

    holder: str
    meetings: tuple[str, ...] = field(converter=ids)
    collaborations: tuple[str, ...] = field(converter=ids)
    first: dt.date
    last: dt.date
    days: int
    possible: int
    weekday: Weekday | None = None

    @property
    def too_much(self) -> bool:
        """Whether it is certain that the holder cannot be at all of them."""
        return len(self.meetings) > self.possible

    @property
    def share(self) -> float:
        """The meetings for each possible one: above 1 they do not fit."""
        return len(self.meetings) / self.possible

    @property
    def suffices_for(self) -> int:
        """For how many collaborations like these the holder suffices at the most, in these days.

        Each is taken to need the holder as often as these do on average. It is a bound, and no promise: where it says
        enough, the hours of the day or other people may still stand in the way.
        """
        return self.possible * len(self.collaborations) // len(self.meetings)
