"""What is on the plan, each item with the days between which it certainly lies (*tillfälle*)."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from samverkan.checklist.finding import Evidence
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.reading import cite, told, told_span
from samverkan.model.activities import Activity, Audience, Event
from samverkan.model.facts import Absent, stated
from samverkan.model.names import Text
from samverkan.model.when import NOWHERE, Often, OnDates, Span, Through, When

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from samverkan.model.activities import Series
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule

Item: TypeAlias = Event | Activity
"""What a plan holds beside series."""


@frozen
class Occasion:
    """Something that takes place, or may; ``spans`` are where the mentions of it in the file put it.

    What is ``running`` goes on through all days of its span. An item with ``several`` stands for an unknown number of
    meetings. ``private`` says that nobody is invited but the seats and those whom ``audience`` names.
    ``facts`` are the fields of the rule behind it, ``membership`` those that say whose it is.
    """

    mentions: tuple[Evidence, ...]
    spans: tuple[Span, ...]
    name: Text
    bodies: tuple[str, ...] = ()
    running: bool = False
    several: bool = False
    audience: frozenset[Audience] = frozenset()
    private: bool = False
    planned: bool = True
    facts: tuple[Evidence, ...] = ()
    membership: tuple[Evidence, ...] = ()

    @property
    def shown(self) -> tuple[Evidence, ...]:
        """The item as evidence: by the rule that gives its days where a series does, else by its first mention."""
        return self.facts or self.mentions[:1]

    @property
    def day(self) -> dt.date | None:
        """The one day on which it takes place by every mention, or nothing when that is not known."""
        first = self.spans[0]
        alone = first.earliest == first.latest and all(span == first for span in self.spans)
        return first.earliest if alone and not self.several else None

    @property
    def span(self) -> Span:
        """The days between which it lies whichever mention is right."""
        return reduce(Span.hull, self.spans)

    @property
    def cited(self) -> Evidence:
        """The item as evidence, by its first mention."""
        return self.mentions[0]

    def falls_in(self, first: dt.date, last: dt.date) -> Outcome:
        """Say whether it takes place in the days from ``first`` to ``last``; mentions that disagree decide nothing."""
        found = {self._falls(span, first, last) for span in self.spans}
        return found.pop() if len(found) == 1 else Outcome.UNKNOWN

    def _falls(self, span: Span, first: dt.date, last: dt.date) -> Outcome:
        earliest, latest = span.earliest, span.latest
        if (earliest is not None and earliest > last) or (latest is not None and latest < first):
            return Outcome.NOT_MET
        if earliest is None or latest is None or self.several:
            return Outcome.UNKNOWN
        inside = self.running or (first <= earliest and latest <= last)
        return Outcome.MET if inside else Outcome.UNKNOWN


def occasions(collaboration: Collaboration, plan: Schedule) -> Iterator[Occasion]:
    """Give the meetings of each series, then every event and activity; mentions of the same thing are one."""
    for series in collaboration.series:
        yield from _of_series(series, plan)
    for items in _tied((*collaboration.events, *collaboration.activities)):
        if not any(isinstance(item, Event) and item.cancelled for item in items):
            yield from _of_items(items)


def _of_series(series: Series, plan: Schedule) -> Iterator[Occasion]:
    path, bodies = f"series.{series.id}", (series.body,)
    rule = tuple(
        cite(f"{path}.{name}", told(value), series.source)
        for name, value in (("every", series.every), ("from", series.from_), ("to", series.to))
    )
    whose = (cite(f"{path}.body", told(series.body), series.source),)
    name = series.name or Text(series.id)
    days = (meeting.date for meeting in plan.meetings if meeting.series == series.id and meeting.takes_place)
    for day in dict.fromkeys(days):
        span = Span(day, day)
        yield Occasion(rule[:1], (span,), name, bodies, private=True, facts=rule, membership=whose)
    for entry in plan.unplaced:
        # A body of the same id tells how often it meets in an entry of its own.
        if series.id in entry.items and entry.id != f"{series.id}/meets":
            yield Occasion(
                rule[:1],
                (entry.span,),
                entry.name,
                bodies,
                several=True,
                private=True,
                facts=rule,
                membership=whose,
            )


def _tied(items: Sequence[Item]) -> list[list[Item]]:
    """Gather the items that ``same_as`` ties, in the order in which the first of each stands."""
    group = {item.id: [item] for item in items}
    for item in items:
        if item.same_as is not None and group[item.same_as] is not group[item.id]:
            group[item.same_as].extend(group[item.id])
            for moved in group[item.id]:
                group[moved.id] = group[item.same_as]
    return list({id(members): members for members in group.values()}.values())


def _of_items(items: list[Item]) -> Iterator[Occasion]:
    items = sorted(items, key=lambda item: isinstance(item, Activity))
    dated = [item for item in items if not isinstance(item.when, Absent)]
    whens: list[When | None] = list(dict.fromkeys(_when(item) for item in dated))
    events = [item for item in items if isinstance(item, Event)]
    bodies = tuple(dict.fromkeys(body for item in items for body in _bodies(item)))
    for spans in _spans(whens):
        yield Occasion(
            tuple(_mention(item) for item in dated),
            spans,
            items[0].name,
            bodies,
            running=all(isinstance(when, Through) for when in whens),
            several=any(isinstance(when, Often) for when in whens),
            audience=frozenset(audience for item in items for audience in item.audience),
            # A meeting of a body is for those who have a seat, unless its audience says otherwise (our choice).
            private=bool(bodies) or any(event.invited_complete for event in events),
            planned=bool(events),
            membership=tuple(_membership(item) for item in items if _bodies(item)),
        )


def _spans(whens: list[When | None]) -> Iterator[tuple[Span, ...]]:
    match whens:
        case [OnDates(dates=days)]:
            yield from ((Span(day, day),) for day in days)
        case [_, *_]:
            yield tuple(NOWHERE if when is None else when.span for when in whens)


def _when(item: Item) -> When | None:
    when: When | None = stated(item.when)  # type: ignore[assignment]  # mypy joins the members of the union
    return when


def _bodies(item: Item) -> tuple[str, ...]:
    if isinstance(item, Event):
        return item.bodies
    return () if item.body is None else (item.body,)


def _membership(item: Item) -> Evidence:
    if isinstance(item, Event):
        return cite(f"events.{item.id}.bodies", told(item.bodies), item.source)
    return cite(f"activities.{item.id}.body", told(item.body), item.source)


def _mention(item: Item) -> Evidence:
    when = _when(item)
    kind = "events" if isinstance(item, Event) else "activities"
    return cite(f"{kind}.{item.id}.when", told_span(NOWHERE if when is None else when.span), item.source)
