"""Participants through several units in the order of their steps, simulated by SimPy (*kedja*)."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from samverkan.capacity.part import NOTHING, part_of
from samverkan.capacity.queue import Full, Path
from samverkan.capacity.simulation import RUNS, Occupancy, occupancy, refuse_nothing
from samverkan.capacity.trial import Arriving, Staying, Stream
from samverkan.errors import InvalidValueError, UnknownNameError, check_extra
from samverkan.model.facts import stated
from samverkan.model.values import positive

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping, Sequence

    import simpy
    from simpy.resources.resource import Request

    from samverkan.capacity.amounts import Rate
    from samverkan.capacity.part import Given
    from samverkan.model.collaboration import Collaboration


@frozen
class Station:
    """A unit on the way: its places, and how long one stays there; its stream says that only."""

    id: str
    places: int = field(validator=positive)
    stream: Stream


def _stations(stations: Iterable[Station]) -> tuple[Station, ...]:
    return tuple(stations)


@frozen(kw_only=True)
class Chain:
    """Units that participants pass in one order, all empty on the first day; who comes, comes to the first.

    Whoever finds the next unit full keeps the place until there is room (``Full.QUEUE``), or leaves (``Full.AWAY``).
    """

    stations: tuple[Station, ...] = field(converter=_stations)
    days: int = field(validator=positive)
    full: Full = Full.QUEUE


def chain_of(  # noqa: PLR0913  # what the file does not say of a flow
    collaboration: Collaboration,
    flow: str,
    *,
    arrivals: Rate,
    days: int,
    given: Mapping[str, Given] | None = None,
    arriving: Arriving = Arriving.RANDOM,
    staying: Staying = Staying.ALIKE,
    full: Full = Full.QUEUE,
) -> Chain:
    """Make the chain of a flow out of the units of its steps; a step without a unit takes no time.

    Raises ``InvalidValueError`` where the order of the steps is not stated, or a unit lacks its places or its stay:
    a list of units is no way through them.
    """
    found = next((each for each in collaboration.flows if each.id == flow), None)
    if found is None:
        raise UnknownNameError("flow", flow, [each.id for each in collaboration.flows])
    units = list(dict.fromkeys(step.unit for step in found.steps if step.unit is not None))
    if stated(found.order_stated) is not True:
        told = f"the order of the steps in “{flow}” is not stated"
        raise InvalidValueError("order-unknown", told, "one unit at a time")
    if not units:
        raise InvalidValueError("not-simulated", f"no step of “{flow}” has a unit", "steps with units that have places")
    stations = []
    for unit in units:
        part = part_of(collaboration, unit, (given or {}).get(unit, NOTHING))
        reading = part.readings[0] if part is not None and len(part.readings) == 1 else None
        if reading is None or not reading.places or reading.stay is None or reading.stay.high is None:
            told = f"the unit “{unit}” in “{flow}” lacks its places or its length of stay"
            raise InvalidValueError("not-simulated", told, "both of them")
        stay = reading.stay.low, reading.stay.high
        stream = Stream(daily=arrivals.daily, shortest=stay[0], longest=stay[1], arriving=arriving, staying=staying)
        stations.append(Station(unit, reading.places, stream))
    return Chain(stations=stations, days=days, full=full)


def simulate_chain(chain: Chain, *, runs: int = RUNS, seed: int = 1, since: float = 0) -> dict[str, Occupancy]:
    """Simulate a chain so many times, and give the occupancy of each of its units; the same seed gives the same.

    Raises ``InvalidValueError`` where SimPy is not installed, and where there is nothing to run or to measure.
    """
    refuse_nothing(runs, since, chain.days)
    drawn = [through(chain, *_drawn(chain, seed, run)) for run in range(runs)]
    return {
        station.id: occupancy(
            (paths[place] for paths in drawn),
            places=station.places,
            days=chain.days,
            full=chain.full,
            seed=seed,
            since=since,
        )
        for place, station in enumerate(chain.stations)
    }


def _drawn(chain: Chain, seed: int, run: int) -> tuple[list[float], list[list[float]]]:
    chance = Random(f"{seed}:{run}")  # noqa: S311  # chance that can be repeated is what is wanted
    first, *others = [station.stream for station in chain.stations]
    coming, later = list(first.coming(chance, chain.days)), [stream.stays(chance) for stream in others]
    return [each.at for each in coming], [[each.stay, *(stay() for stay in later)] for each in coming]


@define
class _Visit:
    """A participant in one unit, while it is not over."""

    arrived: float
    began: float | None = None
    left: float | None = None


def through(chain: Chain, arrived: Sequence[float], stays: Sequence[Sequence[float]]) -> list[Path]:
    """Lead those who come through the units, each with a stay for every unit; give the path of each unit.

    A unit's path has a row for each who came so far, in the order in which they came there.
    """
    told = "participants are led through several units by SimPy, which is not installed"
    check_extra("simpy", extra="simulate", told=told)
    import simpy

    environment = simpy.Environment()
    rooms = [simpy.Resource(environment, station.places) for station in chain.stations]
    visits: list[list[_Visit]] = [[] for _ in rooms]
    for at, lengths in zip(arrived, stays, strict=True):
        ways = list(zip(rooms, visits, lengths, strict=True))
        environment.process(_participant(environment, at, ways, chain.full))
    environment.run()
    return [_path(each) for each in visits]


def _path(visits: Sequence[_Visit]) -> Path:
    began, left = (each.began for each in visits), (each.left for each in visits)
    return Path((each.arrived for each in visits), began, left, [0] * len(visits))


def _participant(
    environment: simpy.Environment,
    at: float,
    ways: Sequence[tuple[simpy.Resource, list[_Visit], float]],
    full: Full,
) -> Generator[simpy.Event, object, None]:
    yield environment.timeout(at)
    yield environment.timeout(0)  # let those leave first who leave now
    held = None
    for room, visits, length in ways:
        visit = _Visit(environment.now)
        visits.append(visit)
        if full is Full.AWAY and room.count == room.capacity:
            break
        wanted = room.request()
        yield wanted
        visit.began = environment.now
        if held:
            _leave(*held, environment.now)
        held = room, wanted, visit
        yield environment.timeout(length)
    if held:
        _leave(*held, environment.now)


def _leave(room: simpy.Resource, place: Request, visit: _Visit, now: float) -> None:
    visit.left = now
    room.release(place)
