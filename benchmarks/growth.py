"""How the cost grows from one municipality to the country: `python -m benchmarks.growth PART MUNICIPALITIES`.

Each measurement has a process of its own, so that its memory is what a person's own process would need, Python and
the input included.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
from functools import partial
from pathlib import Path
from statistics import linear_regression
from typing import TYPE_CHECKING

from attrs import frozen

from benchmarks.country import country
from benchmarks.timing import seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Work = Callable[[], object]

SIZES = (1, 10, 50, 100, 290)
STEADY = 10
"""The exponent is of so many municipalities and more: what one costs is mostly what does not grow."""
_LONG = 1.0
"""Seconds after which a work is not done once more to find its best time."""


@frozen
class Point:
    """The processor's seconds for so many municipalities, and the most megabytes that the process ever held."""

    municipalities: int
    seconds: float
    megabytes: float


@frozen
class Growth:
    """One kind of work at every size."""

    part: str
    what: str
    points: tuple[Point, ...]

    @property
    def exponent(self) -> float:
        """Give the slope of the line that fits the logarithms best: 1 is in proportion, 2 as the square."""
        steady = [each for each in self.points if each.municipalities >= STEADY]
        sizes, times = ([math.log(getattr(each, name)) for each in steady] for name in ("municipalities", "seconds"))
        return linear_regression(sizes, times).slope


def grown() -> Iterator[Growth]:
    """Measure every kind of work at every size."""
    for part, (what, _) in WORKS.items():
        yield Growth(part, what, tuple(measured_apart(part, size) for size in SIZES))


def measured_apart(part: str, size: int) -> Point:
    """Measure in another process."""
    command = [sys.executable, "-m", "benchmarks.growth", part, str(size)]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, cwd=Path(__file__).parents[1])  # noqa: S603  # our own
    return Point(**json.loads(told.stdout))


def measured(part: str, size: int) -> Point:
    """Do the work for one municipality before the clock runs, then for all, and give the best time."""
    _, prepared = WORKS[part]
    prepared(1)()
    work = prepared(size)
    times = [seconds(work)]
    while sum(times) < _LONG:
        times.append(seconds(work))
    return Point(size, min(times), _megabytes())


def _megabytes() -> float:
    """Ask Linux how much this program ever held; what `getrusage` tells includes the process that started it."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")) / 1024


# ------------------------------------------------------------- the works, each of which imports only what it needs


def _load(size: int) -> _Work:
    from samverkan.formats.toml import dumps, loads

    texts = [dumps(each.whole) for each in country(size)]
    return lambda: [loads(text) for text in texts]


def _schedule(size: int) -> _Work:
    from samverkan.planning.schedule import schedule

    wholes = [each.whole for each in country(size)]
    return lambda: [schedule(whole) for whole in wholes]


def _clashes(size: int) -> _Work:
    from benchmarks.clashing import SIZES as CLASHING
    from benchmarks.clashing import plan
    from samverkan.planning.clashes import clashes

    _, days = CLASHING[-1]
    return partial(clashes, *plan(size, days))


def _network(size: int) -> _Work:
    from benchmarks import networks

    return partial(networks.ask, networks.country(size))


def _evaluate(size: int) -> _Work:
    from benchmarks import judging

    return partial(judging.judge, judging.collaborations(size))


def _publish(size: int) -> _Work:
    from benchmarks import publishing
    from samverkan.formats.html.site import county_site

    return partial(county_site, publishing.members(size))


WORKS: dict[str, tuple[str, Callable[[int], _Work]]] = {
    "load": ("as many files, ten bodies in each", _load),
    "schedule": ("as many collaborations, 413 meetings in three years each", _schedule),
    "clashes": ("all meetings together, people sit at several tables", _clashes),
    "network": ("one collaboration of all, every default question, and news", _network),
    "evaluate": ("as many of the real setups, by every checklist", _evaluate),
    "publish": ("the site of as many of the real setups", _publish),
}
"""What is done at each size, and how it is prepared: given the number of municipalities, the work that is timed."""

if __name__ == "__main__":
    import attrs

    print(json.dumps(attrs.asdict(measured(sys.argv[1], int(sys.argv[2])))))
