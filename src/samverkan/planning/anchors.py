"""What relative times hang on (*hållpunkter*): the period of the setup, and the other entries of its programme."""

from __future__ import annotations

import calendar as months
import datetime as dt
from contextlib import suppress
from functools import reduce
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from attrs import field, frozen

from samverkan.model.activities import Activity, Event
from samverkan.model.facts import Absent, Disputed, Fact, Unknown
from samverkan.model.values import Length, Period, Unit
from samverkan.model.when import NOWHERE, Moment, RelativeToPeriod, Span, When, Within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samverkan.model.identity import Identity
    from samverkan.model.source import Source

Item: TypeAlias = Event | Activity
"""An entry of the file that may have a time."""

Group: TypeAlias = list[Item]
"""The entries that mean the same thing."""

_MONTHS: Final = {Unit.MONTH: 1, Unit.YEAR: 12}
_DAYS: Final = {Unit.DAY: 1, Unit.WEEK: 7}
_DAY = dt.timedelta(days=1)


@frozen
class Anchors:
    """The days of everything that a relative time may name.

    ``starts`` and ``ends`` are the days on which the setup begins and ends, by each source that says one; ``named`` are
    the entries by id and by name, ``spans`` the days of those that have any.
    """

    starts: tuple[dt.date, ...] = ()
    ends: tuple[dt.date, ...] = ()
    named: dict[str, Group] = field(factory=dict)
    spans: dict[str, Span] = field(factory=dict)

    def span(self, when: When) -> Span:
        """Give the days between which a time certainly lies.

        How near the start or the end is near is not said, so both are anywhere in the period. A length counts from the
        day of what it comes after, that day included, to the last day that it can reach.
        """
        match when:
            case RelativeToPeriod(moment):
                return self._of_period(moment)
            case Within(length, after):
                anchor = self._anchor(after)
                return Span(anchor.earliest, _after(anchor.latest, length))
            case _:
                return when.span

    def _of_period(self, moment: Moment) -> Span:
        match moment:
            case Moment.START | Moment.WITHIN | Moment.END:
                return Span(min(self.starts, default=None), max(self.ends, default=None))
            case Moment.AFTER:
                first = min(self.ends, default=dt.date.max)
                return NOWHERE if first == dt.date.max else Span(first + _DAY, None)
            case _:
                assert_never(moment)

    def _anchor(self, after: str) -> Span:
        group = self.named.get(_key(after))
        if group is not None:
            return self.spans.get(group[0].id, NOWHERE)
        days = {"start": self.starts, "end": self.ends}.get(_key(after), ())
        return Span(min(days), max(days)) if days else NOWHERE


def anchors_of(groups: Sequence[Group], periods: Sequence[Period]) -> Anchors:
    """Gather what relative times may hang on: the groups of entries, and each period that a source gives the setup."""
    anchors = Anchors(
        starts=tuple(each.from_ for each in periods if each.from_),
        ends=tuple(each.to for each in periods if each.to),
        named=_named(groups),
    )
    for group in _in_turn(groups, anchors.named):
        anchors.spans[group[0].id] = _span(group, anchors)
    return anchors


def _in_turn(groups: Sequence[Group], named: Mapping[str, Group]) -> Iterator[Group]:
    """Give each group after those that its times hang on; groups that wait for each other never have their turn."""
    known = {group[0].id: group for group in groups}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for group in groups:
        afters = (when.after for when in _whens(group) if isinstance(when, Within))
        sorter.add(group[0].id, *(named[key][0].id for key in map(_key, afters) if key in named))
    with suppress(CycleError):
        sorter.prepare()
    while ready := sorter.get_ready():
        yield from (known[name] for name in ready)
        sorter.done(*ready)


def _span(group: Group, anchors: Anchors) -> Span:
    spans = [anchors.span(when) for when in _whens(group)]
    whole = reduce(Span.hull, spans) if spans else NOWHERE
    # Of some work only the beginning is known, and what comes after it may come after its end.
    begun = any(isinstance(item, Activity) and item.starts for item in group)
    return Span(whole.earliest, None) if begun else whole


def _whens(group: Group) -> list[When]:
    return [when for item in group for when, _ in claims(item.when, item.source)]


def periods_of(identity: Identity) -> list[Period]:
    """List the periods of the setup: where its form and its running text say two, its days may be those of either."""
    return [*_periods(identity.period), *_periods(identity.period_in_text)]


def claims(when: Fact[When], source: Source | None) -> Iterator[tuple[When, Source | None]]:
    """Give each time that a source claims, with the source; only the one that decides where one does."""
    # By hand, since mypy takes what `stated` gives of a union this wide for an object.
    if isinstance(when, Disputed):
        if when.decided is not None:
            yield when.decided, source
        else:
            yield from ((claim.value, claim.source or source) for claim in when.claims)
    elif not isinstance(when, (Unknown, Absent)):
        yield when, source


def _periods(period: Fact[Period]) -> list[Period]:
    if isinstance(period, Disputed):
        return [period.decided] if period.decided else [claim.value for claim in period.claims]
    return [] if isinstance(period, (Unknown, Absent)) else [period]


def _named(groups: Sequence[Group]) -> dict[str, Group]:
    found: dict[str, Group | None] = {}
    for group in groups:
        for name in {_key(name) for item in group for name in (item.name.sv, item.name.en) if name}:
            found[name] = None if name in found else group
    ids = {_key(item.id): group for group in groups for item in group}
    return {**{name: group for name, group in found.items() if group is not None}, **ids}


def _key(words: str) -> str:
    return " ".join(words.casefold().split())


def _after(day: dt.date | None, length: Length) -> dt.date | None:
    """Give the day a length of time after a day, or nothing where that is unknown or beyond the calendar.

    A length in months ends on the day of the same number, or the last of a shorter month (lag 1930:173, 1 §).
    """
    if day is None:
        return None
    try:
        if length.unit in _DAYS:
            return day + dt.timedelta(days=length.count * _DAYS[length.unit])
        year, month = divmod(day.year * 12 + day.month - 1 + length.count * _MONTHS[length.unit], 12)
        return dt.date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None
