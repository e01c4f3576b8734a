"""What is simulated: so many places, who comes to them, how long they stay, for how many days (*försök*)."""

from __future__ import annotations

from enum import Enum
from functools import partial
from math import isfinite
from typing import TYPE_CHECKING, assert_never

from attrs import field, frozen

from samverkan.capacity.queue import Coming, Full
from samverkan.errors import InvalidValueError
from samverkan.model.facts import stated
from samverkan.model.values import positive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from random import Random

    from samverkan.capacity.part import Part


class Arriving(Enum):
    """How those who come are spread over time: at random (a Poisson process), or evenly."""

    RANDOM = "random"
    EVEN = "even"


class Staying(Enum):
    """How stays differ: all as long, or as waiting times do (exponential), with the same mean.

    A stay between two lengths is neither: it is drawn from the triangle between them, with its top in the middle.
    """

    ALIKE = "alike"
    VARIED = "varied"


def _above_nothing(_: object, __: object, number: float) -> None:
    if not isfinite(number) or number <= 0:
        raise InvalidValueError("bad-number", f"{number!r} is not above 0", "a number above 0")


@frozen(kw_only=True)
class Stream:
    """Those who come to a unit: how many a day, and for how many days, from the shortest to the longest.

    ``group`` is 0 for everybody, else the number of the group among the reserved places, from 1.
    """

    daily: float = field(converter=float, validator=_above_nothing)
    shortest: float = field(converter=float, validator=_above_nothing)
    longest: float = field(converter=float, validator=_above_nothing)
    group: int = 0
    arriving: Arriving = Arriving.RANDOM
    staying: Staying = Staying.ALIKE

    def __attrs_post_init__(self) -> None:
        if self.longest < self.shortest:
            raise InvalidValueError("bad-stay", f"a stay ends after {self.longest} days", "the shorter time first")

    def coming(self, chance: Random, days: float) -> Iterator[Coming]:
        """Draw those who come within so many days, in their order; evenly, the first comes after half a step."""
        even, daily, group, stay = self.arriving is Arriving.EVEN, self.daily, self.group, self.stays(chance)
        at = 0.5 / daily if even else chance.expovariate(daily)
        while at < days:
            yield Coming(at, stay(), group)
            at += 1 / daily if even else chance.expovariate(daily)

    def stays(self, chance: Random) -> Callable[[], float]:
        """Give what draws the days that somebody stays."""
        if self.shortest < self.longest:
            return partial(chance.triangular, self.shortest, self.longest)
        match self.staying:
            case Staying.ALIKE:
                return lambda: self.shortest
            case Staying.VARIED:
                return partial(chance.expovariate, 1 / self.shortest)
            case _:
                assert_never(self.staying)


def _streams(streams: Iterable[Stream]) -> tuple[Stream, ...]:
    return tuple(streams)


def _counts(counts: Iterable[int]) -> tuple[int, ...]:
    return tuple(counts)


@frozen(kw_only=True)
class Trial:
    """A unit that is empty on the first day: its open places (nothing is no limit) and those reserved for groups."""

    places: int | None
    reserved: tuple[int, ...] = field(default=(), converter=_counts)
    streams: tuple[Stream, ...] = field(converter=_streams)
    days: int = field(validator=positive)
    full: Full = Full.QUEUE

    def __attrs_post_init__(self) -> None:
        for stream in self.streams:
            if not 0 <= stream.group <= len(self.reserved):
                raise InvalidValueError("unknown-group", f"no places are reserved for group {stream.group}")


def trial_of(
    part: Part,
    *,
    days: int,
    arriving: Arriving = Arriving.RANDOM,
    staying: Staying = Staying.ALIKE,
    full: Full = Full.QUEUE,
) -> Trial:
    """Make the trial of a unit or flow: those who come to its open places, the reserved ones being others'.

    Raises ``InvalidValueError`` where there is not one reading with arrivals and a stay, and says what to give.
    """
    if len(part.readings) > 1:
        told = f"whether the {_number(part)} of “{part.id}” are a stock or a flow is not stated"
        raise InvalidValueError("not-simulated", told, "a reading as stock or as flow")
    (reading,) = part.readings
    if reading.arrivals is None:
        raise InvalidValueError("not-simulated", f"how many come to “{part.id}” is not stated", "a rate of arrival")
    if reading.stay is None or reading.stay.high is None:
        raise InvalidValueError("not-simulated", f"how long they stay in “{part.id}” is not stated", "a length of stay")
    stream = Stream(
        daily=reading.arrivals,
        shortest=reading.stay.low,
        longest=reading.stay.high,
        arriving=arriving,
        staying=staying,
    )
    return Trial(places=reading.places, streams=[stream], days=days, full=full)


def _number(part: Part) -> int | str:
    capacity = stated(part.capacity)
    return "" if capacity is None else capacity.number
