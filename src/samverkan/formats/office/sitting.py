"""A meeting among the others of its body (*sammanträde*): which one it is, and what lies beside it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.model.bodies import BodyStatus
from samverkan.model.facts import stated
from samverkan.model.names import ids
from samverkan.model.records import Decision
from samverkan.planning.meeting import Meeting
from samverkan.planning.occasion import Occasion
from samverkan.planning.unplaced import Unplaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule


def _meetings(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    return tuple(meetings)


def _occasions(occasions: Iterable[Occasion]) -> tuple[Occasion, ...]:
    return tuple(occasions)


def _items(items: Iterable[Unplaced]) -> tuple[Unplaced, ...]:
    return tuple(items)


def _decisions(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(decisions)


@frozen
class Between:
    """What lies from one day to another, both included (*mellan mötena*).

    ``others`` are the meetings of other bodies and of none, ``days`` those of activities, ``items`` what may lie on
    some of these days.
    """

    first: dt.date
    last: dt.date
    others: tuple[Meeting, ...] = field(converter=_meetings)
    days: tuple[Occasion, ...] = field(converter=_occasions)
    items: tuple[Unplaced, ...] = field(converter=_items)


@frozen
class Sitting:
    """A meeting of some bodies, with its ``number`` among the ``total`` that the plan has of the first.

    A body of which no meeting has a day has a sitting without a ``meeting``; a meeting of no stated body stands alone.
    ``since`` runs from the day of the previous meeting to the day before this one, ``ahead`` from this day to that
    before the next. ``decisions`` are those that the body, or one that the file does not name, has taken since the
    previous meeting, or at any time where there is none; one without a stated day is among them. ``undated`` counts
    what no source puts between any two days.
    """

    bodies: tuple[str, ...] = field(converter=ids)
    meeting: Meeting | None = None
    number: int = 0
    total: int = 0
    previous: Meeting | None = None
    later: tuple[Meeting, ...] = field(default=(), converter=_meetings)
    since: Between | None = None
    ahead: Between | None = None
    decisions: tuple[Decision, ...] = field(default=(), converter=_decisions)
    undated: int = 0


def sittings(whole: Collaboration, plan: Schedule, *, body: str | None = None) -> Iterator[Sitting]:
    """Give the meetings of a body that take place, in their order; without a body all, each among those of its first.

    What has no day comes last: a body without a dated meeting has one sitting, unless all are asked for and it is past.
    Raises ``UnknownNameError`` for a body that the file does not have.
    """
    part = plan if body is None else plan.of(body)
    for meeting in part.taking_place:
        yield _sitting(whole, plan, meeting, body or meeting.body)
    wanted = [each.id for each in whole.bodies if each.status is not BodyStatus.PAST] if body is None else [body]
    for name in wanted:
        if not plan.of(name).taking_place:
            open_ = [each for each in whole.decisions if _to_follow_up(each, name)]
            yield Sitting([name], decisions=open_, undated=_undated(plan))


def _sitting(whole: Collaboration, plan: Schedule, meeting: Meeting, body: str | None) -> Sitting:
    row = [meeting] if body is None else [*plan.of(body).taking_place]
    place = row.index(meeting)
    previous, later = row[place - 1] if place else None, row[place + 1 :]
    since = previous.date if previous else dt.date.min
    return Sitting(
        meeting.bodies,
        meeting,
        place + 1,
        len(row),
        previous,
        later,
        _between(plan, row, previous.date, meeting.date) if previous else None,
        _between(plan, row, meeting.date, later[0].date) if later else None,
        [each for each in whole.decisions if _to_follow_up(each, body, since, meeting.date)],
        _undated(plan),
    )


def _between(plan: Schedule, row: list[Meeting], start: dt.date, end: dt.date) -> Between:
    last = max(start, end - dt.timedelta(days=1))
    part = plan.between(start, last)
    return Between(
        start,
        last,
        [each for each in part.taking_place if each not in row],
        part.occasions,
        [each for each in part.unplaced if _bounded(each) and not each.cancelled],
    )


def _bounded(item: Unplaced) -> bool:
    return item.earliest is not None and item.latest is not None


def _undated(plan: Schedule) -> int:
    return sum(not _bounded(each) and not each.cancelled for each in plan.unplaced)


def _to_follow_up(
    decision: Decision, body: str | None, since: dt.date = dt.date.min, before: dt.date = dt.date.max
) -> bool:
    day = stated(decision.date)
    return stated(decision.body) in {None, body} and (day is None or since <= day < before)
