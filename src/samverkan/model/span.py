"""How finely a time is known, and the days between which it certainly lies (*precision*)."""

from __future__ import annotations

import datetime as dt
from enum import Enum

from attrs import frozen


class Precision(Enum):
    """How finely a time is known (*precision*); nothing is ever shown finer than this."""

    DATE = "date"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    TERM = "term"
    YEAR = "year"
    RANGE = "range"
    FREQUENCY = "frequency"
    UNSTATED = "unstated"


@frozen
class Span:
    """The days between which something certainly lies, both included; ``None`` where even that is unknown."""

    earliest: dt.date | None
    latest: dt.date | None

    def hull(self, other: Span) -> Span:
        """Give the smallest span that holds both."""
        firsts, lasts = (self.earliest, other.earliest), (self.latest, other.latest)
        return Span(
            None if None in firsts else min(day for day in firsts if day),
            None if None in lasts else max(day for day in lasts if day),
        )


NOWHERE = Span(None, None)
"""The span of what the file does not place: it may lie on any day."""
