"""What the events of one collaboration share (*utgåva*): whose they are, the file's revision, the reader's words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, Self

from attrs import field, frozen

from samverkan.formats.ical.content import escaped, folded
from samverkan.formats.ical.zone import basic
from samverkan.formats.wording import Wording
from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.meeting import Meeting

UNDATED: Final = dt.date(1970, 1, 1)
"""Counts as the day of the last change where the file states none: before any that it may come to state."""

_MOST = 1_000_000_000
_DAY = 24 * 60 * 60


@frozen
class Issue:
    """What the events of one collaboration share: its bodies' names, ``stamp`` of the last change, ``revision``.

    The stamp is the day with the revision as seconds, so that the second of two revisions on one day is the later.
    ``prefix`` stands before the ids of a collaboration that is planned together with others, and in no UID.
    """

    collaboration: str
    wording: Wording
    stamp: str
    revision: int
    bodies: dict[str, str] = field(repr=False)
    prefix: str = ""

    @classmethod
    def of(cls, collaboration: Collaboration, wording: Wording, *, prefix: str = "") -> Self:
        """Make the issue of a collaboration as it stands."""
        revision = min(collaboration.revision, _MOST)
        second = dt.timedelta(seconds=min(revision, _DAY - 1))
        moment = dt.datetime.combine(collaboration.updated or UNDATED, dt.time()) + second
        return cls(
            collaboration=collaboration.id,
            wording=wording,
            stamp=f"{basic(moment.date())}T{moment:%H%M%S}Z",
            revision=revision,
            bodies={f"{prefix}{body.id}": escaped(wording.value(body.name)) for body in collaboration.bodies},
            prefix=prefix,
        )

    def uid(self, meeting: Meeting) -> str:
        """Give a meeting its name for ever: of the series and the nominal date, or of the event, never of the date."""
        return self.name(meeting.id)

    def name(self, id_: str) -> str:
        """Give the UID for an id; a slash in it would be a folder to servers that keep each event as a file."""
        return f"{id_.removeprefix(self.prefix).replace('/', '.')}@{self.collaboration}.samverkan"

    def sequence(self, *, changed: bool) -> int:
        """Give a number that rises with each revision, and within one when a meeting is moved or called off."""
        return 2 * self.revision + changed

    def head(self, uid: str, *, changed: bool) -> list[str]:
        """Give the lines with which every event begins."""
        return [
            "BEGIN:VEVENT",
            folded(f"UID:{uid}"),
            f"DTSTAMP:{self.stamp}",
            f"LAST-MODIFIED:{self.stamp}",
            f"SEQUENCE:{self.sequence(changed=changed)}",
        ]


def is_changed(meeting: Meeting) -> bool:
    """Say whether the meeting is another than its rule or its source made it."""
    return meeting.status is not Status.PLANNED or meeting.reason is not None
