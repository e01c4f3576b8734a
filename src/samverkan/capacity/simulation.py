"""Many runs of a trial: how full it is over time, who waits and who is turned away (*simulering*)."""

from __future__ import annotations

from bisect import bisect_right
from math import ceil
from random import Random
from statistics import fmean
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.capacity.amounts import DAYS
from samverkan.capacity.queue import Full, Path, queued
from samverkan.errors import InvalidValueError
from samverkan.model.values import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.capacity.trial import Trial

RUNS = 200
"""How many runs there are where nobody says it: a project of some years then takes less than a second."""

_MONTH = float(DAYS[Unit.MONTH])


@frozen
class Spread:
    """What a number came to in many runs: the mean, and the ends between which eight runs in ten lie."""

    mean: float
    low: float
    high: float


@frozen
class Moment:
    """How many have a place on a day, counted from the start."""

    day: float
    inside: Spread


def _moments(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    return tuple(moments)


@frozen(kw_only=True)
class Occupancy:
    """What many runs came to in a unit, from the day ``since`` to the last of its ``days``; shares are from 0 to 1.

    ``inside`` is how many have a place, on average over the days; ``full`` the share of the days on which the open
    places are all taken; ``turned_away`` a share of those who came; ``waited`` the days for which those who got a place
    waited; ``waiting`` how many wait on the last day. What cannot be is nothing: without a limit none is full, where
    people queue nobody is turned away, and where they do not nobody waits.
    """

    places: int | None
    days: int
    since: float
    runs: int
    seed: int
    over_time: tuple[Moment, ...] = field(converter=_moments)
    arrived: Spread
    inside: Spread
    full: Spread | None
    turned_away: Spread | None
    waited: Spread | None
    waiting: Spread | None


def simulate(trial: Trial, *, runs: int = RUNS, seed: int = 1, since: float = 0) -> Occupancy:
    """Simulate a trial so many times; the same seed gives the same, and more runs keep those before them.

    The unit is empty on the first day. What is measured begins on the day ``since``, for those who ask how it is later.
    Raises ``InvalidValueError`` where there is nothing to run or to measure.
    """
    refuse_nothing(runs, since, trial.days)
    paths = (path_of(trial, seed=seed, run=run) for run in range(runs))
    return occupancy(paths, places=trial.places, days=trial.days, full=trial.full, seed=seed, since=since)


def refuse_nothing(runs: int, since: float, days: int) -> None:
    """Refuse to simulate no run, or to measure no day."""
    if runs < 1 or not 0 <= since < days:
        raise InvalidValueError("bad-runs", f"{runs} runs from day {since} on give nothing", "at least one run and day")


def path_of(trial: Trial, *, seed: int, run: int) -> Path:
    """Give the path of one run; each has a source of chance of its own, that of the seed and its number."""
    chance = Random(f"{seed}:{run}")  # noqa: S311  # chance that can be repeated is what is wanted
    streams = [list(stream.coming(chance, trial.days)) for stream in trial.streams]
    coming = streams[0] if len(streams) == 1 else sorted((c for s in streams for c in s), key=lambda each: each.at)
    return queued(coming, [trial.places, *trial.reserved], full=trial.full)


def occupancy(  # noqa: PLR0913  # what a simulation is made of
    paths: Iterable[Path], *, places: int | None, days: int, full: Full, seed: int, since: float = 0
) -> Occupancy:
    """Sum up the paths of many runs in one unit."""
    grid = [*(month * _MONTH for month in range(ceil(days / _MONTH))), float(days)]
    found = [_measured(path, places, days, since, grid) for path in paths]
    queues, leaves = places is not None and full is Full.QUEUE, places is not None and full is Full.AWAY
    return Occupancy(
        places=places,
        days=days,
        since=since,
        runs=len(found),
        seed=seed,
        over_time=(Moment(day, _spread(each.counts[place] for each in found)) for place, day in enumerate(grid)),
        arrived=_spread(each.arrived for each in found),
        inside=_spread(each.inside for each in found),
        full=None if places is None else _spread(each.full for each in found),
        turned_away=_spread_of(each.turned_away for each in found) if leaves else None,
        waited=_spread_of(each.waited for each in found) if queues else None,
        waiting=_spread(each.waiting for each in found) if queues else None,
    )


@frozen
class _Measured:
    counts: tuple[int, ...]
    arrived: int
    inside: float
    full: float
    turned_away: float | None
    waited: float | None
    waiting: int


def _measured(path: Path, places: int | None, end: float, since: float, grid: Sequence[float]) -> _Measured:
    began, left = _sorted(path.stays())
    # Through several units some come to the last of them after the end.
    rows = [(at, start) for at, start in zip(path.arrived, path.began, strict=True) if at <= end]
    came = [(at, start) for at, start in rows if at >= since]
    waits = [start - at for at, start in came if start is not None and start <= end]
    away = sum([start is None for _, start in came])
    return _Measured(
        counts=tuple([bisect_right(began, day) - bisect_right(left, day) for day in grid]),
        arrived=len(came),
        # The stays together are by how much their ends exceed their beginnings.
        inside=(_within(left, since, end) - _within(began, since, end)) / (end - since),
        full=0.0 if places is None else _full(path, places, since, end) / (end - since),
        turned_away=away / len(came) if came else None,
        waited=fmean(waits) if waits else None,
        waiting=sum([start is not None and start > end for _, start in rows]),
    )


def _sorted(stays: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return sorted([began for began, _ in stays]), sorted([left for _, left in stays])


def _within(times: Sequence[float], since: float, end: float) -> float:
    """Sum up sorted times, those before and after the days as the first and the last of them."""
    first, last = bisect_right(times, since), bisect_right(times, end)
    return since * first + sum(times[first:last]) + end * (len(times) - last)


def _full(path: Path, places: int, since: float, end: float) -> float:
    """Give for how long all open places are taken: while as many more have come as there are places."""
    if not places:
        return end - since
    began, left = _sorted(path.stays(0))
    return sum(
        max(min(last, end) - max(start, since), 0)
        for start, last in zip(began[places - 1 :], left, strict=False)
        if start < last
    )


def _spread(numbers: Iterable[float]) -> Spread:
    found = sorted(numbers)
    tenth = (len(found) - 1) // 10
    return Spread(fmean(found), found[tenth], found[-1 - tenth])


def _spread_of(numbers: Iterable[float | None]) -> Spread | None:
    found = [number for number in numbers if number is not None]
    return _spread(found) if found else None
