"""Queueing theory judges the simulation: it has closed forms for what chance comes to in the long run.

Runs do not hang on each other, so the mean of their numbers lies within z standard errors of the true one; with z = 4
a right program fails one time in 15,000, and here never, since the seeds are fixed.
"""

from __future__ import annotations

from math import exp, log, sqrt
from statistics import fmean, stdev
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.capacity.chain import through
from samverkan.capacity.queue import Coming, Full, queued
from samverkan.capacity.simulation import path_of, simulate
from samverkan.capacity.trial import Arriving, Staying, Stream, Trial
from tests.capacity.coming import chain, comers, inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Z = 4.0
RUNS = 1_000


def markov(daily: float, stay: float, places: int | None, days: int, full: Full = Full.QUEUE) -> Trial:
    """Poisson arrivals and exponential stays: what the closed forms are about."""
    stream = Stream(daily=daily, shortest=stay, longest=stay, staying=Staying.VARIED)
    return Trial(places=places, streams=[stream], days=days, full=full)


def error(found: Sequence[float]) -> float:
    return stdev(found) / sqrt(len(found))


def erlang_b(load: float, places: int) -> float:
    """Give the share that is turned away: B(0) = 1, B(c) = load·B(c-1) / (c + load·B(c-1))."""
    blocked = 1.0
    for count in range(1, places + 1):
        blocked = load * blocked / (count + load * blocked)
    return blocked


def erlang_c(load: float, places: int) -> float:
    """Give the share that has to wait where nobody is turned away."""
    blocked = erlang_b(load, places)
    return blocked / (1 - load / places * (1 - blocked))


@pytest.mark.parametrize(("daily", "stay", "day"), [(0.5, 20.0, 15), (60 / 365.2425, 365.0, 730)])
class TestWithoutLimit:
    """M/M/∞ from empty: how many are inside on a day is Poisson, its mean arrivals · stay · (1 - exp(-day / stay))."""

    def test_the_mean_is_that_of_the_poisson_distribution(self, daily: float, stay: float, day: int) -> None:
        mean = daily * stay * (1 - exp(-day / stay))

        told = simulate(markov(daily, stay, None, day), runs=RUNS, seed=8)

        assert abs(told.over_time[-1].inside.mean - mean) <= Z * sqrt(mean / RUNS)

    def test_so_is_the_whole_distribution(self, daily: float, stay: float, day: int) -> None:
        mean = daily * stay * (1 - exp(-day / stay))
        trial = markov(daily, stay, None, day)

        counts = [inside(path_of(trial, seed=8, run=run), day) for run in range(RUNS)]

        # Dvoretzky, Kiefer, Wolfowitz and Massart: no point of the distribution is further off, but for one in 15,000.
        tolerance = sqrt(log(2 * 15_000) / (2 * RUNS))
        below, weight = 0.0, exp(-mean)
        for number in range(max(counts) + 1):
            below += weight
            weight *= mean / (number + 1)
            assert abs(sum(count <= number for count in counts) / RUNS - below) <= tolerance


@pytest.mark.parametrize(("daily", "stay", "places"), [(1.0, 8.0, 10), (0.2, 5.0, 1)])
def test_the_share_turned_away_is_that_of_erlang(daily: float, stay: float, places: int) -> None:
    """M/M/c/c, measured after twenty stays, when what it began with is forgotten."""
    trial = markov(daily, stay, places, int(60 * stay), Full.AWAY)
    runs = [simulate(trial, runs=1, seed=seed, since=20 * stay) for seed in range(200)]
    turned_away = [each.turned_away.mean * each.arrived.mean for each in runs if each.turned_away]
    arrived = fmean(each.arrived.mean for each in runs)
    full = [each.full.mean for each in runs if each.full]

    expected = erlang_b(daily * stay, places)

    assert abs(fmean(turned_away) / arrived - expected) <= Z * error(turned_away) / arrived
    # Arrivals at random see what time sees: the share of the time that it is full is the same.
    assert abs(fmean(full) - expected) <= Z * error(full)


@pytest.mark.parametrize(("daily", "stay", "places"), [(1.0, 8.0, 12), (0.5, 3.0, 3)])
def test_the_wait_is_that_of_erlang(daily: float, stay: float, places: int) -> None:
    """M/M/c: the mean wait is the share that waits, by stay / (places - load)."""
    trial = markov(daily, stay, places, int(80 * stay))
    runs = [simulate(trial, runs=1, seed=seed, since=20 * stay).waited for seed in range(200)]
    waited = [each.mean for each in runs if each]
    load = daily * stay

    # A run's mean is over those who got in by its last day, which leaves out the longest waits of the last.
    assert abs(fmean(waited) - erlang_c(load, places) * stay / (places - load)) <= Z * error(waited)


def test_stays_of_any_shape_with_one_mean_take_as_many_places() -> None:
    """The number in M/G/∞ hangs on the mean stay only (insensitivity), once the longest stay is over."""
    alike = Stream(daily=0.5, shortest=20, longest=20)
    between = Stream(daily=0.5, shortest=10, longest=30)
    for stream in (alike, between):
        told = simulate(Trial(places=None, streams=[stream], days=200), runs=RUNS, seed=3)
        assert abs(told.over_time[-1].inside.mean - 10) <= Z * sqrt(10 / RUNS)


def test_who_comes_evenly_is_as_many_as_was_said() -> None:
    stream = Stream(daily=60 / 365.2425, shortest=30, longest=30, arriving=Arriving.EVEN)

    told = simulate(Trial(places=None, streams=[stream], days=1461), runs=1)

    assert told.arrived.mean == 240


@given(comers(), st.integers(1, 4), st.sampled_from(Full))
def test_simpy_lets_the_same_people_in_at_the_same_time(coming: list[Coming], places: int, full: Full) -> None:
    """A chain of one unit is a unit: SimPy's events and our recursion give one path."""
    pytest.importorskip("simpy", reason="the extra simulate is not installed")
    (path,) = through(chain([places], full), [each.at for each in coming], [[each.stay] for each in coming])

    assert path == queued(coming, [places], full=full)


@given(comers(groups=2), st.tuples(*[st.integers(0, 3)] * 3))
def test_simpy_gives_reserved_places_to_the_same_people_at_the_same_time(
    coming: list[Coming], places: tuple[int, ...]
) -> None:
    """A store of places, from which each takes the first that they may have, is another program for the same rules.

    Each stay has a fraction of its own, for of two places that become free at once a group takes its own with us, and
    with SimPy the one that was given back first.
    """
    coming = [evolve(each, stay=each.stay + 2.0 ** -(place + 1)) for place, each in enumerate(coming)]
    simpy = pytest.importorskip("simpy", reason="the extra simulate is not installed")
    environment = simpy.Environment()
    store = simpy.FilterStore(environment)
    store.items += [pool for pool, count in enumerate(places) for _ in range(count)]
    began: list[float | None] = [None] * len(coming)

    def person(number: int, each: Coming) -> Iterator[object]:
        yield environment.timeout(each.at)
        yield environment.timeout(0)
        own = each.group in store.items
        pool = yield store.get(lambda pool: pool == each.group or (pool == 0 and not own))
        began[number] = environment.now
        yield environment.timeout(each.stay)
        store.put(pool)

    for number, each in enumerate(coming):
        environment.process(person(number, each))
    environment.run()

    assert queued(coming, places).began == tuple(began)
