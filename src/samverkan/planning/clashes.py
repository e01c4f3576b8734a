"""Meetings that stand in each other's way (*krockar*): one person in two of them, far apart, or one place twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import Enum
from itertools import chain, count, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from samverkan.errors import Fault, InvalidCollaborationError
from samverkan.model.message import Message, say
from samverkan.model.names import Text
from samverkan.model.travel import place_key
from samverkan.planning.meeting import Meeting
from samverkan.planning.moment import moments
from samverkan.planning.table import Circle, Table, circles
from samverkan.planning.ways import ways

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from samverkan.model.travel import Travel
    from samverkan.planning.ways import Ways


MAX_CLASHES: Final = 100_000
"""The most clashes that are told, each counted once for everyone who is to be in both meetings."""

_DATE = attrgetter("date")
_UNKNOWN: Final = float("-inf")


class ClashKind(Enum):
    """Whether two meetings certainly overlap, or only may: on the same day, a clock time being unknown."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@frozen
class Clash:
    """Two meetings, by their ids, that the same people or the same place cannot both have.

    ``seats`` are those, by their ids, whose holders are expected twice, ``holders`` their keys where these are known;
    ``place`` is the place that is taken twice, ``minutes`` the travel for which there is no time in between.
    """

    kind: ClashKind
    meetings: tuple[str, str]
    why: Message
    seats: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    place: Text | None = None
    minutes: int | None = None


@define
class _Pair:
    """Two meetings at one time, with the people and the place that they share, as these are found."""

    kind: ClashKind
    first: Meeting
    second: Meeting
    circles: list[Circle] = field(factory=list)
    place: Text | None = None
    minutes: int | None = None


def place_of(meeting: Meeting) -> str | None:
    """Give the words by which the place of a meeting is known, or nothing where no place is stated."""
    return None if meeting.place is None else place_key(meeting.place)


def clashes(
    meetings: Iterable[Meeting],
    tables: Sequence[Table],
    *,
    travel: Iterable[Travel] = (),
    places: Callable[[Meeting], Hashable] = place_of,
) -> tuple[Clash, ...]:
    """Find every pair that clashes among meetings ``in_order``, by the first and then the second of the pair.

    Organisations in both are no clash: they may send two people. Meetings that do not take place clash with nothing.
    Two meetings at places that ``travel`` knows clash when less time lies between them than it takes; nobody travels
    past midnight. ``places`` tells by what the places of two meetings are one, and gives nothing where none is known.
    Raises ``InvalidCollaborationError`` where there are more than ``MAX_CLASHES``.
    """
    held = _on_crowded_days([meeting for meeting in meetings if meeting.takes_place])
    at = _by_body(held)
    known = ways(travel)
    found: dict[tuple[int, int], _Pair] = {}
    number = count(1)
    for circle in circles(tables):
        together = _merged([at[body] for body in circle.bodies if body in at])
        hurried = _out_of_reach(held, together, known, found) if known else ()
        for pair in chain(_overlapping(held, together, found), hurried):
            _told(next(number), pair)
            pair.circles.append(circle)
    for together in _by_place(held, places):
        for pair in _overlapping(held, together, found):
            _told(next(number), pair)
            pair.place = pair.first.place
    return tuple(_clash(found[key]) for key in sorted(found))


def _told(number: int, pair: _Pair) -> None:
    """Refuse to find more than anybody could be told."""
    if number > MAX_CLASHES:
        message = f"the meetings clash more than {MAX_CLASHES:,} times, on {pair.first.date} for example"
        raise InvalidCollaborationError([Fault("too-many-clashes", message, ("series",), "fewer meetings on one day")])


def _on_crowded_days(held: Sequence[Meeting]) -> list[Meeting]:
    """Give the meetings that are not alone on their day: the others clash with nothing."""
    days = Counter(map(_DATE, held))
    return [meeting for meeting in held if days[meeting.date] > 1]


def _by_body(held: Sequence[Meeting]) -> dict[str, list[int]]:
    """List the positions of the meetings by body."""
    bodies: dict[str, list[int]] = defaultdict(list)
    for position, meeting in enumerate(held):
        for body in meeting.bodies:
            bodies[body].append(position)
    return bodies


def _by_place(held: Sequence[Meeting], places: Callable[[Meeting], Hashable]) -> Iterable[list[int]]:
    """List the positions of the meetings by place."""
    known: dict[Hashable, list[int]] = defaultdict(list)
    for position, meeting in enumerate(held):
        if meeting.place is not None and (place := places(meeting)) is not None:
            known[place].append(position)
    return known.values()


def _merged(positions: Sequence[list[int]]) -> list[int]:
    return positions[0] if len(positions) == 1 else sorted({each for some in positions for each in some})


def _overlapping(
    held: Sequence[Meeting], positions: Sequence[int], found: dict[tuple[int, int], _Pair]
) -> Iterator[_Pair]:
    """Give each pair on one day that overlaps or may, out of ``found`` or new in it."""
    if len({held[position].date for position in positions}) == len(positions):
        return
    for _, day in groupby(positions, key=lambda position: held[position].date):
        for kind, first, second in _on_one_day([(_hours(held[position]), position) for position in day]):
            key = min(first, second), max(first, second)
            if key not in found:
                found[key] = _Pair(kind, held[key[0]], held[key[1]])
            yield found[key]


def _out_of_reach(
    held: Sequence[Meeting], positions: Sequence[int], known: Ways, found: dict[tuple[int, int], _Pair]
) -> Iterator[_Pair]:
    """Give each pair on one day with too little time between for the way, out of ``found`` or new in it."""
    for _, day in groupby(positions, key=lambda position: held[position].date):
        slots = [(_hours(held[position]), position) for position in day if held[position].clock is not None]
        for first, second, minutes in _hurried(sorted(slots, key=lambda slot: (slot[0][0], slot[1])), held, known):
            key = min(first, second), max(first, second)
            pair = found.setdefault(key, _Pair(ClashKind.CERTAIN, held[key[0]], held[key[1]]))
            pair.kind, pair.minutes = ClashKind.CERTAIN, minutes
            yield pair


def _hurried(
    slots: Sequence[tuple[tuple[float, float | None], int]], held: Sequence[Meeting], known: Ways
) -> Iterator[tuple[int, int, int]]:
    for place, ((start, end), position) in enumerate(slots):
        # A meeting whose end is unknown has lasted no time at the least.
        leaves = start if end is None else end
        for (other, _), following in slots[place + 1 :]:
            if other >= leaves + known.longest:
                break
            minutes = known.minutes(held[position], held[following])
            if minutes is not None and leaves <= other < leaves + minutes:
                yield position, following, minutes


def _hours(meeting: Meeting) -> tuple[float, float | None]:
    """Give the minutes at which a meeting starts and ends, before all others where the start is unknown."""
    clock = meeting.clock
    if clock is None:
        return _UNKNOWN, None
    if meeting.date.isoweekday() == 7:
        # The clock is changed on Sundays, and only moments tell what overlaps in the hours around it.
        start, end = moments(meeting.date, clock)
        return start.timestamp() / 60, None if end is None else end.timestamp() / 60
    return _minutes(clock.start), None if clock.end is None else _minutes(clock.end)


def _minutes(time: dt.time) -> float:
    return time.hour * 60.0 + time.minute


def _on_one_day(slots: list[tuple[tuple[float, float | None], int]]) -> Iterator[tuple[ClashKind, int, int]]:
    slots.sort(key=lambda slot: (slot[0][0], slot[1]))
    for place, ((start, end), position) in enumerate(slots):
        for (other, _), following in slots[place + 1 :]:
            if end is not None and other >= end:
                break
            # An end that is unknown leaves open whether the meeting is still going on.
            certain = start > _UNKNOWN and (end is not None or other == start)
            yield ClashKind.CERTAIN if certain else ClashKind.POSSIBLE, position, following


def _clash(pair: _Pair) -> Clash:
    meeting = {*pair.first.bodies, *pair.second.bodies}
    seats = (name for circle in pair.circles for body, name in circle.seats if body in meeting)
    holders = (holder for circle in pair.circles for holder in circle.holders)
    return Clash(
        pair.kind,
        (pair.first.id, pair.second.id),
        _why(pair),
        tuple(sorted(set(seats))),
        tuple(sorted(set(holders))),
        pair.place,
        pair.minutes,
    )


def _why(pair: _Pair) -> Message:
    kind, first, second, day = pair.kind, pair.first.name, pair.second.name, pair.first.date
    if pair.minutes is not None:
        return say(
            "{first} and {second} on {day} leave the same people too little time for the {minutes} min between them",
            first=first,
            second=second,
            day=day,
            minutes=pair.minutes,
        )
    if pair.place is not None and not pair.circles:
        place = pair.place
        if kind is ClashKind.CERTAIN:
            return say(
                "{first} and {second} overlap on {day} in {place}", first=first, second=second, day=day, place=place
            )
        return say(
            "{first} and {second} may overlap on {day} in {place}", first=first, second=second, day=day, place=place
        )
    if kind is ClashKind.CERTAIN:
        return say("{first} and {second} overlap on {day} for the same people", first=first, second=second, day=day)
    return say("{first} and {second} may overlap on {day} for the same people", first=first, second=second, day=day)
