"""Ten years of a unit, simulated a thousand times: `python -m benchmarks.simulating`.

Timed is to draw who comes, to let them in, and to count who is inside each month. SimPy gets the same people and must
let each in at the same time; Ciw and numpy draw their own, and are held to the mean.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from random import Random
from statistics import fmean
from typing import TYPE_CHECKING

import simpy

from benchmarks.timing import Row, compared
from samverkan.capacity.amounts import Rate, Stay
from samverkan.capacity.simulation import path_of, simulate
from samverkan.capacity.trial import Staying, Stream, Trial

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from samverkan.capacity.queue import Coming

DAYS, PLACES, RUNS = 3_652, 65, 1_000
DAILY, STAY = float(Rate.parse("60/year").daily), float(Stay.parse("12 months").days.low)
STREAM = Stream(daily=DAILY, shortest=STAY, longest=STAY, staying=Staying.VARIED)
TRIAL = Trial(places=PLACES, streams=[STREAM], days=DAYS)
QUESTION = "Ten years of 65 places, 60 people a year"
_MONTHS = [DAYS * month / 120 for month in range(121)]
_APART = 2.0
"""So many people the means of two programs may lie apart: four times what chance makes of a few runs."""


def by_ours(runs: int) -> float:
    """Simulate as the library does, which tells more; give how many are inside, on average over the months."""
    return fmean(each.inside.mean for each in simulate(TRIAL, runs=runs).over_time)


def by_simpy(runs: int) -> float:
    """Simulate by a bare loop over SimPy: a resource, and a process for each."""
    return fmean(_monthly(lived(people(run))) for run in range(runs))


def people(run: int) -> list[Coming]:
    """Draw who comes in a run, as the library does."""
    return list(STREAM.coming(Random(f"1:{run}"), DAYS))  # noqa: S311  # chance that can be repeated is what is wanted


def lived(coming: Sequence[Coming]) -> list[tuple[float, float]]:
    """Give when each begins and leaves, as SimPy has it."""
    environment = simpy.Environment()
    room = simpy.Resource(environment, PLACES)
    rows = [(0.0, 0.0)] * len(coming)

    def person(number: int, each: Coming) -> Generator[simpy.Event, None, None]:
        yield environment.timeout(each.at)
        with room.request() as place:
            yield place
            began = environment.now
            yield environment.timeout(each.stay)
            rows[number] = began, environment.now

    for number, each in enumerate(coming):
        environment.process(person(number, each))
    environment.run()
    return rows


def _monthly(stays: Sequence[tuple[float, float]]) -> float:
    began, left = sorted(start for start, _ in stays), sorted(end for _, end in stays)
    return fmean(bisect_right(began, day) - bisect_right(left, day) for day in _MONTHS)


def by_ciw(runs: int) -> float:
    """Simulate by Ciw."""
    import ciw  # type: ignore[import-untyped]  # it has no types

    found = []
    for run in range(runs):
        ciw.seed(run)
        network = ciw.create_network(
            arrival_distributions=[ciw.dists.Exponential(DAILY)],
            service_distributions=[ciw.dists.Exponential(1 / STAY)],
            number_of_servers=[PLACES],
        )
        simulation = ciw.Simulation(network)
        simulation.simulate_until_max_time(DAYS)
        stays = [(each.service_start_date, each.service_end_date) for each in simulation.get_all_records()]
        inside = (each for node in simulation.transitive_nodes for each in node.all_individuals)
        stays += [(each.service_start_date, DAYS + 1) for each in inside if each.service_start_date]
        found.append(_monthly(stays))
    return fmean(found)


def by_numpy(runs: int) -> float:
    """Simulate all runs at once, person by person: the recursion of the library, in columns of numpy."""
    import numpy as np

    chance, most = np.random.default_rng(1), int(DAILY * DAYS + 8 * (DAILY * DAYS) ** 0.5)
    came = np.cumsum(chance.exponential(1 / DAILY, (runs, most)), axis=1)
    stays = chance.exponential(STAY, (runs, most))
    free, began, every = np.zeros((runs, PLACES)), np.empty((runs, most)), np.arange(runs)
    for person in range(most):
        place = free.argmin(axis=1)
        began[:, person] = np.maximum(came[:, person], free[every, place])
        free[every, place] = began[:, person] + stays[:, person]
    left = began + stays
    return fmean(float(((began <= day) & (left > day)).sum(axis=1).mean()) for day in _MONTHS)


def check(runs: int = 3) -> None:
    """Hold SimPy to our path, person by person, so that both do the same work."""
    for run in range(runs):
        path = path_of(TRIAL, seed=1, run=run)
        if list(zip(path.began, path.left, strict=True)) != lived(people(run)):
            raise AssertionError(f"SimPy lets others in than we do in run {run}")


def rows() -> Iterator[Row]:
    """Measure ours against each peer, by the run."""
    check()
    ours = by_ours(RUNS)
    for peer, theirs, count in (
        ("SimPy, a bare loop", by_simpy, 50),
        ("Ciw", by_ciw, 20),
        ("numpy, all runs at once", by_numpy, RUNS),
    ):
        if abs(theirs(count) - ours) > _APART:
            raise AssertionError(f"{peer} has {theirs(count)} inside on average, and we {ours}")
        yield compared(
            QUESTION, peer, partial(by_ours, count), partial(theirs, count), count=count, unit="run", times=3
        )
