"""What is known of one unit or flow: places, arrivals and stay, and the third of them where two are known (*enhet*)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen
from attrs.validators import optional

from samverkan.capacity.amounts import DAYS, Rate, Stay
from samverkan.checklist.interval import Interval, compare
from samverkan.checklist.outcome import Outcome
from samverkan.model.facts import Fact, stated
from samverkan.model.goals import Amount, Operator
from samverkan.model.names import Text
from samverkan.model.participants import Capacity, Flow, Reservation, WorkUnit
from samverkan.model.values import Unit, positive

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.model.collaboration import Collaboration


def _as_stay(stay: Stay | str | None) -> Stay | None:
    return Stay.parse(stay) if isinstance(stay, str) else stay


def _as_rate(rate: Rate | str | None) -> Rate | None:
    return Rate.parse(rate) if isinstance(rate, str) else rate


@frozen(kw_only=True)
class Given:
    """What the caller takes for granted of a unit or flow, instead of what the file says or leaves out (*antagande*).

    A stay and a rate may be written, as ``6–12 months`` and ``60/year``.
    ``amount`` reads the capacity as a stock or as a flow where the file does not say which it is.
    """

    places: int | None = field(default=None, validator=optional(positive))
    stay: Stay | None = field(default=None, converter=_as_stay)
    arrivals: Rate | None = field(default=None, converter=_as_rate)
    amount: Amount | None = None


NOTHING = Given()
"""Only what the file says."""


@frozen
class Reading:
    """A capacity read as a stock or as a flow, or not stated at all; numbers that nobody gives are nothing.

    ``places`` are those open to everybody: all but the reserved ones. At least so many are reserved, so at most so many
    are open, and it is reckoned with these. ``arrivals`` are those of a day, ``stay`` is in days. What follows from two
    of them by Little's law (places taken = arrivals × stay) is ``needed``, ``fitting_arrivals``, ``fitting_stay``.
    """

    amount: Amount | None
    places: int | None
    arrivals: Fraction | None
    stay: Interval | None

    @property
    def needed(self) -> Interval | None:
        """How many places are taken at one time, on average, once as many leave as come."""
        if self.arrivals is None or self.stay is None:
            return None
        high = self.stay.high
        return Interval(self.arrivals * self.stay.low, None if high is None else self.arrivals * high)

    @property
    def fitting_arrivals(self) -> Interval | None:
        """How many can come in a day, on average: more for the shortest stay than for the longest."""
        if self.places is None or self.stay is None or not self.stay.high:
            return None
        return Interval(self.places / self.stay.high, self.places / self.stay.low)

    @property
    def fitting_stay(self) -> Fraction | None:
        """How many days each can stay, on average."""
        return None if self.places is None or not self.arrivals else self.places / self.arrivals

    @property
    def suffices(self) -> Outcome:
        """Whether the places are as many as are needed; unknown where either is, or the stays decide it."""
        if self.needed is None or self.places is None:
            return Outcome.UNKNOWN
        return compare(self.needed, Operator.AT_MOST, self.places)

    def passing(self, months: Fraction) -> Fraction | None:
        """Give how many come in so many months."""
        return None if self.arrivals is None else self.arrivals * DAYS[Unit.MONTH] * months


def _readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(readings)


@frozen(kw_only=True)
class Part:
    """A unit, or a flow with a capacity of its own, as the file and the caller have it.

    There is a reading for each thing that the capacity may mean: one, or two where the file does not say whether it
    counts those inside at one time or those who come.
    """

    path: tuple[str, str]
    name: Text | None
    capacity: Fact[Capacity]
    reserved: tuple[Reservation, ...]
    stay: Stay | None
    given: Given
    readings: tuple[Reading, ...] = field(converter=_readings)

    @property
    def id(self) -> str:
        """The id in the file."""
        return self.path[1]

    @property
    def needed(self) -> Interval | None:
        """How many places are taken at one time on average, whichever reading is meant.

        A number that may be a stock is then so many places.
        """
        if len(self.readings) == 1:
            return self.readings[0].needed
        return _hull([_taken(reading) for reading in self.readings])

    @property
    def suffices(self) -> Outcome:
        """Whether the places are as many as are needed, by every reading."""
        found = {reading.suffices for reading in self.readings}
        return found.pop() if len(found) == 1 else Outcome.UNKNOWN

    @property
    def missing(self) -> tuple[str, ...]:
        """What to find out first: ``capacity``, ``amount`` (stock or flow), ``stay``, ``arrivals``, ``places``."""
        stated_capacity = stated(self.capacity) is not None
        lacking = {
            "capacity": not stated_capacity and all(r.places is None and r.arrivals is None for r in self.readings),
            "amount": len(self.readings) > 1,
            "stay": self.stay is None,
            "arrivals": stated_capacity and any(r.arrivals is None for r in self.readings),
            "places": stated_capacity and any(r.places is None for r in self.readings),
        }
        return tuple(name for name, lacks in lacking.items() if lacks)


def _taken(reading: Reading) -> Interval | None:
    if reading.needed is None and reading.places is not None:
        return Interval(reading.places, reading.places)
    return reading.needed


def _hull(found: Sequence[Interval | None]) -> Interval | None:
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    highs = [each.high for each in known if each.high is not None]
    return Interval(min(each.low for each in known), max(highs) if len(highs) == len(known) else None)


def part_of(collaboration: Collaboration, id_: str, given: Given = NOTHING) -> Part | None:
    """Give a unit, or a flow that states a capacity or of which something is given, by its id."""
    for unit in collaboration.units:
        if unit.id == id_:
            return _part("units", unit, given)
    for flow in collaboration.flows:
        if flow.id == id_ and (stated(flow.capacity) is not None or given != NOTHING):
            return _part("flows", flow, given)
    return None


def _part(table: str, noun: WorkUnit | Flow, given: Given) -> Part:
    unit = noun if isinstance(noun, WorkUnit) else None
    capacity, length = stated(noun.capacity), stated(unit.stay) if unit else None
    stay = given.stay or (None if length is None else Stay(length))
    reserved = unit.reserved if unit else ()
    amounts = [given.amount or (stated(capacity.amount) if capacity else None)]
    if capacity is not None and amounts == [None]:
        amounts = [Amount.STOCK, Amount.FLOW]
    kept = sum(each.at_least for each in reserved)
    return Part(
        path=(table, noun.id),
        name=stated(noun.name),
        capacity=noun.capacity,
        reserved=reserved,
        stay=stay,
        given=given,
        readings=(_reading(capacity, amount, kept, stay, given) for amount in amounts),
    )


def _reading(capacity: Capacity | None, amount: Amount | None, kept: int, stay: Stay | None, given: Given) -> Reading:
    reading = Reading(amount, None, None, None if stay is None else stay.days)
    if capacity is not None and amount is Amount.STOCK:
        reading = evolve(reading, places=max(capacity.number - kept, 0))
    if capacity is not None and amount is Amount.FLOW and capacity.per is not None and capacity.number:
        reading = evolve(reading, arrivals=Rate(capacity.number, capacity.per).daily)
    if given.places is not None:
        reading = evolve(reading, places=max(given.places - kept, 0))
    return reading if given.arrivals is None else evolve(reading, arrivals=given.arrivals.daily)
