"""What is planned but has no date (*ej datumsatt*), told as precisely as the source tells it and no more."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from samverkan.model.message import Message
from samverkan.model.names import Text
from samverkan.model.source import Source
from samverkan.model.when import Precision, Span, When
from samverkan.planning.frequency import Count


@frozen(kw_only=True)
class Unplaced:
    """Something on the plan that no source puts on a day.

    It lies between ``earliest`` and ``latest``, both included and nothing where that is unknown; ``precision`` is how
    finely a reader may show it, ``whens`` the times as the sources tell them (*en vecka i maj*). ``items`` are the ids
    of all entries of the file that mean it. ``count`` tells the number of meetings where a frequency is stated,
    ``reason`` why a rule that should give dates gave none.
    """

    id: str
    bodies: tuple[str, ...] = ()
    name: Text
    precision: Precision
    earliest: dt.date | None = None
    latest: dt.date | None = None
    whens: tuple[When, ...] = ()
    count: Count | None = None
    items: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    cancelled: bool = False
    reason: Message | None = None

    @property
    def body(self) -> str | None:
        """The body that meets: the first where several do, nothing where none is stated."""
        return self.bodies[0] if self.bodies else None

    @property
    def span(self) -> Span:
        """The days between which it certainly lies."""
        return Span(self.earliest, self.latest)
