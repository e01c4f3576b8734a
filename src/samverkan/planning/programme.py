"""Events and activities on the calendar (*program*): those with a day become meetings, the others stay unplaced."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.model.activities import Event
from samverkan.model.facts import stated
from samverkan.model.message import say
from samverkan.model.source import Source
from samverkan.model.when import NOWHERE, Often, OnDate, OnDates, Precision, RelativeToPeriod, Span, When, Within
from samverkan.planning.anchors import Anchors, Item, anchors_of, claims
from samverkan.planning.frequency import Count, count_of
from samverkan.planning.meeting import Meeting, Status
from samverkan.planning.occasion import Occasion
from samverkan.planning.unplaced import Unplaced

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.model.activities import Activity
    from samverkan.model.cadence import Cadence
    from samverkan.model.values import Period

_COARSENESS = {precision: rank for rank, precision in enumerate(Precision)}


@frozen
class Told:
    """What one source tells of the time of an entry: the days between which it lies, and the frequency in it."""

    when: When
    span: Span
    source: Source | None
    count: Count | None = None

    @property
    def precision(self) -> Precision:
        """How finely it is known; a relative time whose first and last day are known is a stretch of days."""
        relative = isinstance(self.when, (RelativeToPeriod, Within))
        return Precision.RANGE if relative and None not in _ends(self.span) else self.when.precision


def programme(
    events: Sequence[Event], activities: Sequence[Activity], *, periods: Sequence[Period] = ()
) -> tuple[list[Meeting], list[Occasion], list[Unplaced]]:
    """Turn events and activities into meetings, days and what has no date; entries that mean the same thing are one.

    A dated event is a meeting, a dated activity an occasion. Where sources differ, or know it less finely, nothing is
    shown finer than all of them allow: from the earliest to the latest day that any of them gives. A relative time lies
    where the ``periods`` of the setup, or the entry that it names, let it lie.
    """
    meetings: list[Meeting] = []
    occasions: list[Occasion] = []
    unplaced: list[Unplaced] = []
    groups = _tied((*events, *activities))
    anchors = anchors_of(groups, periods)
    for items in groups:
        told = [each for item in items for each in _told(item, anchors)]
        dates = _agreed(told)
        main = items[0]  # an event, if any of them is
        if dates is None:
            unplaced.append(_unplaced(items, told))
        elif isinstance(main, Event):
            several = any(isinstance(each.when, OnDates) for each in told)
            meetings.extend(_meeting(main, _bodies(items), day, several=several) for day in dates)
        else:
            occasions.extend(Occasion(main.id, main.name, day, _bodies(items)) for day in dates)
    return meetings, occasions, unplaced


def _tied(items: Sequence[Item]) -> list[list[Item]]:
    """Gather the items that ``same_as`` ties, in the order in which the first of each stands."""
    first = {item.id: item.id for item in items}

    def root(name: str) -> str:
        while first[name] != name:
            name = first[name]
        return name

    for item in items:
        if item.same_as is not None and item.same_as in first:
            first[root(item.same_as)] = root(item.id)
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(root(item.id), []).append(item)
    return list(groups.values())


def _told(item: Item, anchors: Anchors) -> Iterator[Told]:
    for when, source in claims(item.when, item.source):
        count = _count(when.every, item) if isinstance(when, Often) else None
        yield Told(when, anchors.span(when), source, count)


def _ends(span: Span) -> tuple[dt.date | None, dt.date | None]:
    return span.earliest, span.latest


def _count(cadence: Cadence, item: Item) -> Count | None:
    if isinstance(item, Event):
        return count_of(cadence)
    return count_of(cadence, joint=item.joint, counterparts=len(item.participants))


def _agreed(told: Sequence[Told]) -> tuple[dt.date, ...] | None:
    """Give the dates on which no source disagrees: a week that holds the date of another source does not."""
    dated = [_dates(each.when) for each in told if each.precision is Precision.DATE]
    if not dated or any(dates != dated[0] for dates in dated):
        return None
    for each in told:
        earliest, latest = _ends(each.span)
        if any((earliest and day < earliest) or (latest and day > latest) for day in dated[0]):
            return None
    return dated[0]


def _dates(when: When) -> tuple[dt.date, ...]:
    if isinstance(when, OnDates):
        return when.dates
    return (when.date,) if isinstance(when, OnDate) else ()


def _meeting(event: Event, bodies: tuple[str, ...], day: dt.date, *, several: bool) -> Meeting:
    return Meeting(
        id=f"{event.id}/{day.isoformat()}" if several else event.id,
        bodies=bodies,
        name=event.name,
        nominal=day,
        date=day,
        clock=stated(event.time),
        place=stated(event.place),
        event=event.id,
        status=Status.CANCELLED if event.cancelled else Status.PLANNED,
        reason=say("cancelled by hand") if event.cancelled else None,
    )


def _unplaced(items: Sequence[Item], told: Sequence[Told]) -> Unplaced:
    main = items[0]
    span = reduce(Span.hull, (each.span for each in told)) if told else NOWHERE
    return Unplaced(
        id=main.id,
        bodies=_bodies(items),
        name=main.name,
        precision=_coarsest(span, [each.precision for each in told]),
        earliest=span.earliest,
        latest=span.latest,
        whens=tuple(dict.fromkeys(each.when for each in told)),
        count=next((each.count for each in told if each.count), None),
        items=tuple(item.id for item in items),
        sources=tuple(_sources(items, told)),
        cancelled=any(isinstance(item, Event) and item.cancelled for item in items),
    )


def _coarsest(span: Span, precisions: Sequence[Precision]) -> Precision:
    coarsest = max(precisions, key=_COARSENESS.__getitem__, default=Precision.UNSTATED)
    # Two sources with two dates leave a stretch of days, not a date.
    return Precision.RANGE if coarsest is Precision.DATE and span.earliest != span.latest else coarsest


def _sources(items: Sequence[Item], told: Sequence[Told]) -> Iterable[Source]:
    every = (*(item.source for item in items), *(each.source for each in told))
    return dict.fromkeys(source for source in every if source is not None)


def _bodies(items: Sequence[Item]) -> tuple[str, ...]:
    named = (item.bodies if isinstance(item, Event) else (item.body,) for item in items)
    return tuple(dict.fromkeys(body for bodies in named for body in bodies if body is not None))
