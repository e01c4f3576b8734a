"""What is to be arranged (*uppgift*): meetings, the times that each may get, and what they must keep clear of."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.message import Message
from samverkan.model.names import Text, as_text, ids
from samverkan.model.values import ClockSpan, a_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute


def _zoned(_: object, attribute: Attribute[Any], value: dt.datetime) -> None:
    if value.utcoffset() is None:
        raise InvalidValueError("no-zone", f"{attribute.name} {value} knows no zone", "a moment with a zone")


def _some_minutes(instance: Fixed | Away, _: object, end: dt.datetime) -> None:
    _in_this_order(instance.start, end, (instance.start.timestamp(), end.timestamp()))


def _in_this_order(start: dt.datetime, end: dt.datetime, epoch: tuple[float, float]) -> None:
    if epoch[1] <= epoch[0]:
        raise InvalidValueError("reversed-time", f"{end} is not after {start}", "the earlier time first")


def no_less_than_none(_: object, attribute: Attribute[Any], value: int | None) -> None:
    """Refuse a number below nought."""
    if value is not None and value < 0:
        raise InvalidValueError("bad-number", f"{attribute.name} {value} is less than none", "a whole number from 0")


@frozen
class Candidate:
    """A time that a meeting may get (*tänkbar tid*), from ``start`` up to ``end``, and what it costs to give it that.

    Both moments know their zone, and the day is that of the start in it. ``place`` is the key of a place, nothing where
    none is known. ``moved`` says that an arrangement from before had the meeting at another time.
    """

    start: dt.datetime = field(validator=_zoned)
    end: dt.datetime = field(validator=_zoned)
    cost: int = field(default=0, validator=no_less_than_none)
    place: str | None = None
    moved: bool = False
    epoch: tuple[float, float] = field(init=False, eq=False, repr=False)
    """The start and the end in seconds of the epoch, which are the same in every zone."""

    @epoch.default
    def _seconds(self) -> tuple[float, float]:
        return self.start.timestamp(), self.end.timestamp()

    def __attrs_post_init__(self) -> None:
        _in_this_order(self.start, self.end, self.epoch)

    @property
    def date(self) -> dt.date:
        """The day in the zone of the start."""
        return dt.date(self.start.year, self.start.month, self.start.day)

    @property
    def clock(self) -> ClockSpan:
        """The hours in the zone of the start."""
        return ClockSpan(dt.time(self.start.hour, self.start.minute), dt.time(self.end.hour, self.end.minute))


def _in_time(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(set(candidates), key=_time))


def _time(each: Candidate) -> tuple[tuple[float, float], str, int, bool]:
    return each.epoch, each.place or "", each.cost, each.moved


def _sorted_ids(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


@frozen(kw_only=True)
class Wanted:
    """A meeting that is to get a time (*möte att lägga ut*): exactly one of its ``candidates``, or it is left out.

    ``holders`` are the people who must be there, by keys that mean the same person in the whole problem. ``nominal`` is
    the date by rule, ``date`` and ``clock`` where the plan puts it, before anybody asked who else needs its people;
    ``barred`` tells why that is no candidate, where it is none. The ids are those of the merged schedule, with the
    collaboration in front.
    """

    id: str
    collaboration: str
    bodies: tuple[str, ...] = field(default=(), converter=ids)
    series: str | None = None
    name: Text = field(converter=as_text)
    nominal: dt.date = field(validator=a_date)
    date: dt.date = field(validator=a_date)
    clock: ClockSpan | None = None
    barred: Message | None = None
    holders: tuple[str, ...] = field(default=(), converter=_sorted_ids)
    candidates: tuple[Candidate, ...] = field(default=(), converter=_in_time, repr=False)


@frozen(kw_only=True)
class Fixed:
    """A meeting whose time stands (*fast möte*): held already, an event of its own, or fixed by whoever arranges.

    It takes its people and its room from ``start`` up to ``end`` and counts to their load. Two fixed meetings may be in
    each other's way: that is not for an arrangement to mend. One whose ``series`` is stated has a ``nominal`` date, by
    which it stands among the others.
    """

    id: str
    start: dt.datetime = field(validator=_zoned)
    end: dt.datetime = field(validator=[_zoned, _some_minutes])
    holders: tuple[str, ...] = field(default=(), converter=_sorted_ids)
    place: str | None = None
    series: str | None = None
    nominal: dt.date | None = None
    name: Text | None = None

    @property
    def date(self) -> dt.date:
        """The day in the zone of the start."""
        return dt.date(self.start.year, self.start.month, self.start.day)


@frozen
class Away:
    """A time when somebody can be at no meeting (*upptagen*), from ``start`` up to ``end``; it counts to no load."""

    holder: str
    start: dt.datetime = field(validator=_zoned)
    end: dt.datetime = field(validator=[_zoned, _some_minutes])


@frozen
class Limit:
    """The most meetings on one day for one holder (*belastningsgräns*), where it is not that of everybody."""

    holder: str
    daily: int = field(validator=no_less_than_none)


@frozen
class Spacing:
    """The fewest and the most days from one meeting of a series to the next (*mellanrum*); nothing is no bound.

    The next is the next by nominal date and then by id, wanted or fixed. Where either of the two is left out, nothing
    is asked of them. The days are the later's date less the earlier's in that order, so that ``least`` keeps the order.
    """

    series: str
    least: int | None = field(default=None, validator=no_less_than_none)
    most: int | None = field(default=None, validator=no_less_than_none)


@frozen
class Way:
    """The minutes from one place, by its key, to another (*restid*); the way back is a way of its own."""

    from_: str
    to: str
    minutes: int = field(validator=no_less_than_none)


@frozen
class Person:
    """Who, or which room, a key stands for, in words that name no person: the role and the organisation."""

    id: str
    name: Text = field(converter=as_text)


def _meetings(meetings: Iterable[Wanted]) -> tuple[Wanted, ...]:
    return tuple(sorted(meetings, key=lambda each: each.id))


def _fixed(meetings: Iterable[Fixed]) -> tuple[Fixed, ...]:
    return tuple(sorted(meetings, key=lambda each: each.id))


def _away(times: Iterable[Away]) -> tuple[Away, ...]:
    return tuple(sorted(set(times), key=lambda each: (each.holder, each.start.timestamp(), each.end.timestamp())))


def _limits(limits: Iterable[Limit]) -> tuple[Limit, ...]:
    return tuple(sorted(set(limits), key=lambda each: each.holder))


def _spacings(spacings: Iterable[Spacing]) -> tuple[Spacing, ...]:
    return tuple(sorted(set(spacings), key=lambda each: each.series))


def _ways(ways: Iterable[Way]) -> tuple[Way, ...]:
    return tuple(sorted(set(ways), key=lambda each: (each.from_, each.to)))


def _people(people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(sorted(people, key=lambda each: each.id))


@frozen(kw_only=True)
class Problem:
    """Meetings to place, and everything that a solution must keep (*uppgift*); the order of what is given is no matter.

    The hard rules, each between what takes place, times being half open:

    - a holder is in one meeting at a time, wanted or fixed, and in none while away;
    - a holder has at most ``daily`` meetings on one day, or as the ``limits`` say, the fixed ones counted: where these
      are too many already, there are no more; ``daily`` of nothing is no limit;
    - from the end of one meeting of a holder to the start of another on the same day there is time for the way between
      their places, where ``ways`` knows it;
    - one of the ``rooms`` holds one meeting at a time, wanted or fixed; any other place holds any number;
    - two meetings in a row of a series keep its ``spacings``.

    Of all solutions, the best leaves out the fewest, then moves the fewest, then costs least: see ``Score``.
    """

    meetings: tuple[Wanted, ...] = field(default=(), converter=_meetings)
    fixed: tuple[Fixed, ...] = field(default=(), converter=_fixed)
    away: tuple[Away, ...] = field(default=(), converter=_away)
    daily: int | None = field(default=2, validator=no_less_than_none)
    limits: tuple[Limit, ...] = field(default=(), converter=_limits)
    spacings: tuple[Spacing, ...] = field(default=(), converter=_spacings)
    ways: tuple[Way, ...] = field(default=(), converter=_ways)
    rooms: tuple[str, ...] = field(default=(), converter=_sorted_ids)
    people: tuple[Person, ...] = field(default=(), converter=_people, repr=False)
    _words: dict[str, Text] = field(init=False, eq=False, repr=False)

    @_words.default
    def _all_words(self) -> dict[str, Text]:
        return {each.id: each.name for each in self.people}

    def __attrs_post_init__(self) -> None:
        _once("meeting", [each.id for each in self.meetings] + [each.id for each in self.fixed])
        _once("limit", [each.holder for each in self.limits])
        _once("spacing", [each.series for each in self.spacings])
        _once("way", [f"{each.from_} – {each.to}" for each in self.ways])

    def words(self, key: str) -> Text:
        """Give the words for a holder or a room: those of the people listed, else the key itself."""
        return self._words.get(key) or Text(key)


def _once(kind: str, names: Iterable[str]) -> None:
    for name, count in Counter(names).items():
        if count > 1:
            raise InvalidValueError("stated-twice", f"the {kind} of “{name}” is stated twice", "one of each")
