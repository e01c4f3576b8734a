"""How long news waits between the tables and outside them (*väntan*): the plan, walked by those who carry news."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from samverkan.model.activities import Audience
from samverkan.model.facts import Absent, is_unknown, stated
from samverkan.planning.merging import merged
from samverkan.planning.schedule import Schedule, schedule
from samverkan.ties.across import Across, across
from samverkan.ties.carriers import carriers
from samverkan.ties.gatherings import Gathering
from samverkan.ties.reach import Reach, reach
from samverkan.ties.spread import Spread, spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samverkan.model.activities import Activity, Event
    from samverkan.model.collaboration import Collaboration

MOST_MEETINGS = 1000
"""Of so many meetings every way can be told in about ten seconds; time and answer grow with the square (our choice)."""

MOST_FOLLOWED = 20_000
"""What is said at so many meetings can be followed at once in some five seconds and 350 MB (our choice)."""

_OPEN = frozenset({Audience.PUBLIC, Audience.MEDIA})


def waiting(collaborations: Iterable[Collaboration], *, plan: Schedule | None = None) -> Reach:
    """Tell when what is said at each table is known at every other and to the public, of one collaboration or several.

    A plan that is given is what ``planned`` makes of the same collaborations, whole or a part. An event or a day of an
    activity whose audience is the public or the media is open. Notes are published on the day that the record of the
    meeting says, else within the delay that is promised; where none is known they have no day. Raises what ``schedule``
    does.
    """
    whole, found, listed = _listed(collaborations, plan)
    return reach(carriers(whole), gatherings(whole, found), plan_complete=listed)


def spreading(collaborations: Iterable[Collaboration], *, plan: Schedule | None = None) -> Spread:
    """Tell how far and how fast what is said at each table spreads, as ``waiting`` does but without the ways.

    A country's thousands of meetings take seconds.
    """
    whole, found, listed = _listed(collaborations, plan)
    return spread(carriers(whole), gatherings(whole, found), plan_complete=listed)


def news(collaborations: Sequence[Collaboration], plan: Schedule) -> Reach | Spread | None:
    """Follow what is said as closely as the number of meetings allows: every way, how it spreads, or not at all."""
    if followable(plan):
        return waiting(collaborations, plan=plan)
    return spreading(collaborations, plan=plan) if len(plan.taking_place) <= MOST_FOLLOWED else None


def followable(plan: Schedule) -> bool:
    """Say whether the meetings are few enough for somebody to wait until every way has been found."""
    return len(plan.taking_place) <= MOST_MEETINGS


def _listed(collaborations: Iterable[Collaboration], plan: Schedule | None) -> tuple[Across, Schedule, bool]:
    whole = across(collaborations)
    found = planned(whole.collaborations) if plan is None else plan
    return whole, found, all(each.plan_complete for each in whole.collaborations) and not found.unplaced


def planned(wholes: Sequence[Collaboration]) -> Schedule:
    """Plan one collaboration as ``schedule`` does, several as ``merged`` does."""
    return schedule(wholes[0]) if len(wholes) == 1 else merged(wholes)


def gatherings(whole: Across, plan: Schedule) -> Iterator[Gathering]:
    """Give every meeting that takes place and every dated day of an activity."""
    items: dict[str, tuple[Collaboration, Event | Activity]] = {}
    for each in whole.collaborations:
        items |= {whole.own(each, event.id): (each, event) for event in each.events}
        items |= {whole.own(each, activity.id): (each, activity) for activity in each.activities}
    notes = _notes(whole)
    delays = {whole.own(each, body.id): _delay(each) for each in whole.collaborations for body in each.bodies}
    for meeting in plan.taking_place:
        told = [notes.get((body, meeting.date), _promised(meeting.date, delays[body])) for body in meeting.bodies]
        published = [max(day, meeting.date) for day in told if day is not None]
        organisers, is_open = _of_item(items, whole, meeting.event)
        yield Gathering(
            meeting.id,
            meeting.date,
            meeting.bodies,
            meeting.clock,
            organisers,
            open=is_open,
            notes=min(published, default=None),
        )
    for occasion in plan.occasions:
        organisers, is_open = _of_item(items, whole, occasion.id)
        yield Gathering(
            f"{occasion.id}/{occasion.date}", occasion.date, organisers=organisers, hosts=occasion.bodies, open=is_open
        )


def notes_undated(collaborations: Iterable[Collaboration]) -> bool:
    """Say whether notes are published somewhere of which no source says how soon."""
    return any(
        is_unknown(each.publication.max_delay_days) and stated(each.publication.channel) is not None
        for each in collaborations
    )


def _of_item(
    items: Mapping[str, tuple[Collaboration, Event | Activity]], whole: Across, id_: str | None
) -> tuple[tuple[str, ...], bool]:
    if id_ is None or id_ not in items:
        return (), False
    collaboration, item = items[id_]
    tops = dict.fromkeys(collaboration.whole_of(name) for name in item.organisers)
    return whole.common(collaboration, tops), not _OPEN.isdisjoint(item.audience)


def _notes(whole: Across) -> dict[tuple[str, dt.date], dt.date | None]:
    """Give for each meeting that was held the day of its notes, nothing where it is declared that there are none."""
    return {
        (whole.own(each, held.body), held.date): stated(held.notes)
        for each in whole.collaborations
        for held in each.held
        if not is_unknown(held.notes)
    }


def _delay(collaboration: Collaboration) -> int | None:
    policy = collaboration.publication
    return None if isinstance(policy.channel, Absent) else stated(policy.max_delay_days)


def _promised(day: dt.date, delay: int | None) -> dt.date | None:
    return None if delay is None else day + dt.timedelta(days=delay)
