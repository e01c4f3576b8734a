"""What is done: series of meetings, single events, and activities between the meetings."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.cadence import Cadence
from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.names import Text, an_id, ids, texts
from samverkan.model.source import Source
from samverkan.model.values import ClockSpan, a_date, as_fact_text
from samverkan.model.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable


class Heading(Enum):
    """The heading under which a source lists an item; a claim about its status, not the status."""

    DONE_OR_ONGOING = "done-or-ongoing"
    PLANNED_OR_STARTED = "planned-or-started"
    PLANNED = "planned"


class OnHoliday(Enum):
    """What becomes of a meeting whose date is a free day (*vid helgdag*)."""

    KEEP = "keep"
    SKIP = "skip"
    MOVE_LATER = "move-later"
    MOVE_EARLIER = "move-earlier"
    FORBID = "forbid"


@frozen
class Change:
    """A change to one meeting of a series, told by its ``nominal`` date: moved to another day, or cancelled."""

    nominal: dt.date = field(validator=a_date)
    date: dt.date | None = field(default=None, validator=a_date)
    time: ClockSpan | None = None
    cancelled: bool = False
    reason: Text | None = None

    def __attrs_post_init__(self) -> None:
        if self.cancelled == (self.date is not None or self.time is not None):
            raise InvalidValueError(
                "bad-change",
                f"the change of {self.nominal} says {'two things' if self.cancelled else 'nothing'}",
                "a new date or time, or cancelled = true",
            )


def _changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(changes)


@frozen
class Series:
    """Meetings of one body by a rule (*serie*), from a first day to a last one, both included."""

    id_from: ClassVar[str] = "body"

    id: str = field(validator=an_id)
    body: str = field(metadata={"refers": "bodies"})
    every: Cadence
    from_: dt.date = field(validator=a_date)
    to: dt.date = field(validator=a_date)
    time: Fact[ClockSpan] = UNKNOWN
    place: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    on_holiday: OnHoliday = OnHoliday.KEEP
    changes: tuple[Change, ...] = field(default=(), converter=_changes)
    name: Text | None = None
    heading: Heading | None = None
    source: Source | None = None

    def __attrs_post_init__(self) -> None:
        if self.to < self.from_:
            raise InvalidValueError(
                "reversed-period", f"the series ends {self.to} before it starts {self.from_}", "from before to"
            )


class Audience(Enum):
    """Whom an event is for, beside those who have a seat (*målgrupp för händelsen*)."""

    PUBLIC = "public"
    MEDIA = "media"
    ADMINISTRATION = "administration"
    POLITICS = "politics"
    TARGET_GROUP = "target-group"


def _audiences(audiences: Iterable[Audience]) -> tuple[Audience, ...]:
    return tuple(audiences)


@frozen
class Event:
    """One thing on the programme (*programpunkt*): a meeting or an occasion, dated as finely as the source dates it.

    ``bodies`` are those that meet; an event of no stated body counts to none. ``same_as`` names an activity or event
    that another part of the source lists for the same thing.
    """

    id_from: ClassVar[str] = "name"

    id: str = field(validator=an_id)
    name: Text
    when: Fact[When] = UNKNOWN
    time: Fact[ClockSpan] = UNKNOWN
    bodies: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "bodies"})
    role: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    place: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    organisers: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "organisations"})
    invited: tuple[Text, ...] = field(default=(), converter=texts)
    invited_complete: bool = False
    audience: tuple[Audience, ...] = field(default=(), converter=_audiences)
    heading: Heading | None = None
    same_as: str | None = field(default=None, metadata={"refers": "items"})
    cancelled: bool = False
    source: Source | None = None


@frozen
class Activity:
    """Work that goes on between the meetings (*aktivitet*), by whom, for whom and with whose money.

    ``starts`` says that ``when`` is the beginning of it, not the whole.
    """

    id_from: ClassVar[str] = "name"

    id: str = field(validator=an_id)
    name: Text
    when: Fact[When] = UNKNOWN
    starts: bool = False
    organisers: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "organisations"})
    organisers_complete: bool = False
    funders: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "organisations"})
    participants: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "organisations"})
    target_groups: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "target_groups"})
    joint: Fact[bool] = UNKNOWN
    body: str | None = field(default=None, metadata={"refers": "bodies"})
    area: str | None = field(default=None, metadata={"refers": "areas"})
    unit: str | None = field(default=None, metadata={"refers": "units"})
    goal: str | None = field(default=None, metadata={"refers": "goals"})
    places: tuple[Text, ...] = field(default=(), converter=texts)
    places_complete: bool = False
    audience: tuple[Audience, ...] = field(default=(), converter=_audiences)
    parts: tuple[Text, ...] = field(default=(), converter=texts)
    parts_complete: bool = False
    heading: Heading | None = None
    subheading: str | None = None
    same_as: str | None = field(default=None, metadata={"refers": "items"})
    note: Text | None = None
    source: Source | None = None
