"""Everything that a collaboration plans (*underlag*), before a horizon cuts it and anybody looks for clashes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from attrs import frozen

from samverkan.errors import Fault, InvalidCollaborationError
from samverkan.model.bodies import BodyStatus
from samverkan.model.facts import Absent, Disputed, Unknown, stated
from samverkan.model.when import Often, Precision
from samverkan.planning.anchors import periods_of
from samverkan.planning.expand import MAX_MEETINGS
from samverkan.planning.frequency import count_of
from samverkan.planning.holiday import FIRST_YEAR, LAST_YEAR
from samverkan.planning.local import calendar_of
from samverkan.planning.meeting import Meeting, in_order
from samverkan.planning.occasion import Occasion
from samverkan.planning.placing import days_of, needs_calendar, place
from samverkan.planning.programme import programme
from samverkan.planning.unplaced import Unplaced
from samverkan.planning.workdays import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.cadence import Cadence
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.facts import Fact


MAX_ALL_MEETINGS: Final = 50_000
"""The most meetings of one collaboration; a rule that gives too many of them counts as ``MAX_MEETINGS``."""

_TOO_LARGE: Final = frozenset({"too-many-meetings", "too-long-series"})


@frozen
class Draft:
    """The meetings, the days of activities and what has no date, each in order, and the calendar that was used.

    The calendar is nothing where no date hangs on one, or where no year of the plan has known holidays.
    """

    meetings: list[Meeting]
    occasions: list[Occasion]
    unplaced: list[Unplaced]
    calendar: Calendar | None


def drafted(collaboration: Collaboration, calendar: Calendar | None = None) -> Draft:
    """Place everything in a collaboration that has a date, or tell every fault at once."""
    periods = periods_of(collaboration.identity)
    meetings, occasions, unplaced = programme(collaboration.events, collaboration.activities, periods=periods)
    names = {body.id: body.name for body in collaboration.bodies}
    known = calendar or _calendar(collaboration, meetings)
    faults: list[Fault] = []
    refused = 0
    for position, series in enumerate(collaboration.series):
        name, path = series.name or names[series.body], ("series", position)
        placed = place(series, name, path=path, calendar=known, terms=collaboration.terms)
        meetings += placed.meetings
        unplaced += placed.unplaced
        faults += placed.faults
        refused += any(fault.code in _TOO_LARGE for fault in placed.faults)
        if len(meetings) + len(unplaced) + MAX_MEETINGS * refused > MAX_ALL_MEETINGS:
            message = f"with this series the plan has more than {MAX_ALL_MEETINGS:,} meetings"
            faults.append(Fault("too-many-meetings", message, path, "fewer or shorter series"))
            break
    if faults:
        raise InvalidCollaborationError(faults)
    unplaced += _frequencies(collaboration)
    meetings.sort(key=in_order)
    occasions.sort(key=lambda day: day.date)
    unplaced.sort(key=_by_earliest)
    return Draft(meetings, occasions, unplaced, known)


def _calendar(collaboration: Collaboration, meetings: Sequence[Meeting]) -> Calendar | None:
    local = collaboration.calendar
    asking = [series for series in collaboration.series if local is not None or needs_calendar(series)]
    years = {day.year for series in asking for day in days_of(series)}
    if local is not None:
        years |= {meeting.date.year for meeting in meetings}
    # Each series that no known year touches says so itself.
    if not years or max(years) < FIRST_YEAR or min(years) > LAST_YEAR:
        return None
    return calendar_of(local, min(years) - 1, max(years) + 1)


def _frequencies(collaboration: Collaboration) -> Iterator[Unplaced]:
    """Give how often each body meets by its own account, where no series says it better."""
    in_series = {series.body for series in collaboration.series}
    for body in collaboration.bodies:
        rule = _rule(body.meets)
        if rule is not None and body.id not in in_series and stated(body.status) is not BodyStatus.PAST:
            yield Unplaced(
                id=f"{body.id}/meets",
                bodies=(body.id,),
                name=body.name,
                precision=Precision.FREQUENCY,
                whens=(Often(rule),),
                count=count_of(rule),
                items=(body.id,),
                sources=(body.source,) if body.source else (),
            )


def _rule(meets: Fact[Cadence]) -> Cadence | None:
    # By hand, since mypy takes what `stated` gives of a union this wide for an object.
    if isinstance(meets, Disputed):
        return meets.decided
    return None if isinstance(meets, (Unknown, Absent)) else meets


def _by_earliest(item: Unplaced) -> dt.date:
    return item.earliest or dt.date.max
