"""From when to when what the file tells of holds, as finely as the file says it (*giltighetstid*)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from samverkan.errors import Path
from samverkan.model.activities import Activity, Event, Series
from samverkan.model.agreements import Agreement
from samverkan.model.bodies import Body, BodyStatus, Seat
from samverkan.model.facts import UNKNOWN, Absent, Fact, is_unknown, stated
from samverkan.model.identity import Stage
from samverkan.model.lead import Initiative, ProjectLead
from samverkan.model.organisations import Organisation
from samverkan.model.records import Held
from samverkan.model.reported import ReportedTie
from samverkan.model.source import Source
from samverkan.model.span import NOWHERE, Span
from samverkan.model.walk import Visit, walk
from samverkan.model.when import OnDates, Through, When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.model.collaboration import Collaboration

_FROM_EVER, _FOR_EVER = Span(dt.date.min, dt.date.min), Span(dt.date.max, dt.date.max)


@frozen
class Lifetime:
    """From when to when something holds (*giltighetstid*): the days between which its first and its last day lie."""

    first: Span = _FROM_EVER
    last: Span = _FOR_EVER

    def holds(self, day: dt.date) -> bool | None:
        """Say whether it holds on a day, or nothing where that hangs on an end that is not known to the day."""
        first, last = self.first, self.last
        if (first.earliest and day < first.earliest) or (last.latest and last.latest < day):
            return False
        begun = first.latest is not None and first.latest <= day
        going_on = last.earliest is not None and day <= last.earliest
        return True if begun and going_on else None


@frozen
class Lifetimes:
    """The lifetimes and the sources in a collaboration, each under the path of what it is of."""

    by_path: Mapping[Path, Sequence[Lifetime]]
    sources: Mapping[Path, Source]

    def hold(self, path: Path, day: dt.date) -> bool | None:
        """Say whether what stands at a path holds on a day: it does while everything that it is part of does."""
        above = (path[:length] for length in range(1, len(path) + 1))
        found = {each.holds(day) for part in above for each in self.by_path.get(part, ())}
        return False if False in found else None if None in found else True

    def stand(self, path: Path, day: dt.date) -> bool | None:
        """Say whether it holds on a day and is said by a source that still counts: its own, else the nearest above."""
        above = (path[:length] for length in range(len(path), -1, -1))
        source = next((self.sources[part] for part in above if part in self.sources), None)
        return False if source is not None and source.expired(day) else self.hold(path, day)


def lifetimes(collaboration: Collaboration) -> Lifetimes:
    """Read off how long everything holds, and from which sources it is known."""
    found, visits = defaultdict(list), tuple(walk(collaboration))
    for path, lifetime in (*_own(visits), *_joining(collaboration), *_replaced(collaboration)):
        found[path].append(lifetime)
    sources = {visit.path[:-1]: visit.value for visit in visits if isinstance(visit.value, Source)}
    return Lifetimes(found, sources)


def _own(visits: Iterable[Visit]) -> Iterator[tuple[Path, Lifetime]]:
    for visit in visits:
        item = visit.value
        if isinstance(item, Seat) and (mandate := stated(item.mandate)) is not None:
            # Without a last day it holds until it is recalled.
            last = _FOR_EVER if mandate.until is None else _day(mandate.until)
            yield (*visit.path, "mandate"), Lifetime(_day(mandate.given), last)
        if (lifetime := _of(item)) is not None:
            yield visit.path, lifetime


def _of(item: Any) -> Lifetime | None:  # noqa: ANN401, PLR0911  # any noun; a line for each that has a time
    match item:
        case Organisation():
            return Lifetime(_begins(item.joined))
        case Body():
            return Lifetime(_begins(item.convened), NOWHERE if item.status is BodyStatus.PAST else _FOR_EVER)
        case Stage():
            return Lifetime(_staged(item))
        case Series():
            return Lifetime(_day(item.from_), _day(item.to))
        case Event():
            return _occurring(item.when)
        case Activity():
            return Lifetime(_begins(item.when)) if item.starts else _occurring(item.when)
        case Held() | Initiative() | ReportedTie():
            return Lifetime(_day(item.date))
        case ProjectLead():
            return Lifetime(_day(item.appointed))
        case Agreement():
            return Lifetime(_day(item.from_), _FOR_EVER if isinstance(item.until, Absent) else _day(item.until))
        case _:
            return None


def _day(fact: Fact[dt.date]) -> Span:
    day = stated(fact)
    return Span(day, day)


def _begins(fact: Fact[When]) -> Span:
    if isinstance(fact, Absent):
        return _FROM_EVER
    when: When | None = stated(fact)  # type: ignore[assignment]  # mypy joins the members of the union
    return NOWHERE if when is None else when.span


def _occurring(fact: Fact[When]) -> Lifetime:
    """Tell a run, which is over after its last day, from what happens: that it has happened stays true."""
    match stated(fact):
        case Through(from_, to):
            return Lifetime(_day(from_), _day(to))
        case OnDates(days):
            return Lifetime(_day(days[0]))
        case _:
            # A date declared absent is none yet.
            return Lifetime(_begins(UNKNOWN if isinstance(fact, Absent) else fact))


def _staged(stage: Stage) -> Span:
    return Span(stage.earliest, None) if is_unknown(stage.when) else _begins(stage.when)


def _joining(collaboration: Collaboration) -> Iterator[tuple[Path, Lifetime]]:
    """Let a municipality begin when it joins, or where that is not known with the first of the stages that name it."""
    for town in collaboration.municipalities:
        stages = [_staged(stage) for stage in collaboration.stages if town.code in stage.municipalities]
        begins = _first(stages) if is_unknown(town.joins) and stages else _begins(town.joins)
        yield ("municipalities", town.code), Lifetime(begins)


def _first(spans: Sequence[Span]) -> Span:
    return Span(
        min(span.earliest or dt.date.min for span in spans),
        min((span.latest for span in spans if span.latest), default=None),
    )


def _replaced(collaboration: Collaboration) -> Iterator[tuple[Path, Lifetime]]:
    """Let a report end on the day before the same reporter says something later of the same two."""
    reports = defaultdict(list)
    for place, tie in enumerate(collaboration.ties):
        by, day = stated(tie.by), stated(tie.date)
        if by is not None and day is not None:
            reports[by, stated(tie.role), frozenset((tie.from_, tie.to))].append((day, place))
    for dated in reports.values():
        for day, place in dated:
            later = [other for other, _ in dated if other > day]
            if later:
                yield ("ties", place), Lifetime(last=_day(min(later) - dt.timedelta(days=1)))
