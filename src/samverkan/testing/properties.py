"""Ready-made properties: each raises ``AssertionError`` with a sentence that says what does not hold."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from samverkan.errors import SamverkanError
from samverkan.formats import json, toml
from samverkan.model.consistency import faults_of
from samverkan.model.facts import Disputed
from samverkan.model.when import OnDate, OnDates
from samverkan.planning.meeting import Meeting, Status, in_order

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from types import ModuleType

    from samverkan.model.activities import Activity, Event
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule


def check_collaboration(collaboration: Collaboration) -> None:
    """Hold that a collaboration is whole: its references exist, no person's number stands in it, and files keep it."""
    for fault in faults_of(collaboration):
        raise AssertionError(str(fault))
    for name, form in (("TOML", toml), ("JSON", json)):
        _check_round_trip(collaboration, name, form)


def _check_round_trip(collaboration: Collaboration, name: str, form: ModuleType) -> None:
    text = form.dumps(collaboration)
    try:
        read = form.loads(text)
    except SamverkanError as error:
        raise AssertionError(f"“{collaboration.id}” cannot be read back from its {name}: {error}") from error
    if read != collaboration:
        raise AssertionError(f"“{collaboration.id}” is another collaboration when it is read back from its {name}")
    if form.dumps(read) != text:
        raise AssertionError(f"“{collaboration.id}” gives another {name} text when it is written twice")


def check_schedule(schedule: Schedule, *, collaboration: Collaboration | None = None) -> None:
    """Hold that a schedule can be trusted: ordered, within its horizon, with a reason for each meeting not as planned.

    With the collaboration that it was made of, hold too that no meeting has a date finer or other than its source's.
    """
    for told in _complaints(schedule):
        raise AssertionError(told)
    if collaboration is not None:
        for told in _inventions(schedule, collaboration):
            raise AssertionError(told)


def _complaints(schedule: Schedule) -> Iterator[str]:
    yield from _disorder(schedule)
    yield from _ids(schedule)
    for meeting in schedule.meetings:
        yield from _outside(meeting, schedule)
        yield from _unexplained(meeting, schedule)
    for item in schedule.unplaced:
        if item.earliest and item.latest and item.latest < item.earliest:
            yield f"“{item.id}” lies between {item.earliest} and {item.latest}, which is before it"
    yield from _impossible_clashes(schedule)


def _disorder(schedule: Schedule) -> Iterator[str]:
    for before, after in pairwise(schedule.meetings):
        if in_order(after) < in_order(before):
            yield f"the meeting {after.id} stands after {before.id}, but comes before it"


def _ids(schedule: Schedule) -> Iterator[str]:
    for kind, names in (
        ("meeting", [one.id for one in schedule.meetings]),
        ("item", [one.id for one in schedule.unplaced]),
    ):
        for name, count in Counter(names).items():
            if count > 1:
                yield f"the {kind} {name} stands {count} times"


def _outside(meeting: Meeting, schedule: Schedule) -> Iterator[str]:
    first = schedule.horizon.from_ if schedule.horizon else None
    last = schedule.horizon.to if schedule.horizon else None
    if schedule.horizon is None or (first and meeting.date < first) or (last and meeting.date > last):
        yield f"the meeting {meeting.id} on {meeting.date} lies outside the horizon from {first} to {last}"


def _unexplained(meeting: Meeting, schedule: Schedule) -> Iterator[str]:
    status, stays = meeting.status, meeting.date == meeting.nominal
    if status is not Status.PLANNED and meeting.series is not None and meeting.reason is None:
        yield f"the meeting {meeting.id} is {status.value} for no stated reason"
    if status is Status.MOVED and stays:
        yield f"the meeting {meeting.id} is said to be moved, but stays on {meeting.nominal}"
    if status in {Status.PLANNED, Status.SKIPPED, Status.CANCELLED} and not stays:
        yield f"the meeting {meeting.id} is {status.value}, but {meeting.date} is not its date {meeting.nominal}"
    if status is Status.MERGED and not any(_takes_in(other, meeting) for other in schedule.meetings):
        yield f"the meeting {meeting.id} is merged into none of its series on {meeting.date}"


def _takes_in(other: Meeting, merged: Meeting) -> bool:
    return other.takes_place and other.series == merged.series and other.date == merged.date


def _impossible_clashes(schedule: Schedule) -> Iterator[str]:
    meetings = {meeting.id: meeting for meeting in schedule.meetings}
    for clash in schedule.clashes:
        # A slice keeps clashes of its meetings with those that it leaves out.
        known = [meetings[name] for name in clash.meetings if name in meetings]
        if len({meeting.date for meeting in known}) > 1 or not all(meeting.takes_place for meeting in known):
            yield f"{' and '.join(clash.meetings)} cannot clash: they do not both take place on one day"
        if not known or clash.meetings[0] == clash.meetings[1]:
            yield f"{' and '.join(clash.meetings)} are said to clash, but are not two meetings of this schedule"


def _inventions(schedule: Schedule, collaboration: Collaboration) -> Iterator[str]:
    stated = set(_stated_dates((*collaboration.events, *collaboration.activities)))
    series = {one.id: one for one in collaboration.series}
    for meeting in schedule.meetings:
        rule = series.get(meeting.series or "")
        if meeting.series is not None and (rule is None or not rule.from_ <= meeting.nominal <= rule.to):
            yield f"no series {meeting.series} of the collaboration gives a meeting on {meeting.nominal}"
        if meeting.series is None and meeting.nominal not in stated:
            yield f"the meeting {meeting.id} is on {meeting.nominal}, a date that no source states"
    for occasion in schedule.occasions:
        if occasion.date not in stated:
            yield f"the activity {occasion.id} is on {occasion.date}, a date that no source states"


def _stated_dates(items: tuple[Event | Activity, ...]) -> Iterator[dt.date]:
    for item in items:
        claimed = [claim.value for claim in item.when.claims] if isinstance(item.when, Disputed) else [item.when]
        for when in claimed:
            if isinstance(when, OnDate):
                yield when.date
            elif isinstance(when, OnDates):
                yield from when.dates
