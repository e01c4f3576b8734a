"""Search at length for what the gate's few examples miss: the laws, the strategies, and every output of edited files.

Run from the checkout, in an environment with the group ``test``:

    python scripts/night.py --minutes 60
    python scripts/night.py --minutes 20 --only machine

Half the time goes to ``tests/laws`` and ``tests/testing``, in an order drawn anew each night; a law that has begun is
finished. The rest goes to the machine of ``tests/machine``, which takes no step when the time is over. Hypothesis keeps
what failed in ``--database`` and tries it first the next night; ``--seed`` gives the same night again. What was done is
told at the end, by the counts of this run alone. The exit status is 1 if anything failed.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
MACHINE: Final = "tests/machine"
LAWS: Final = ("tests/laws", "tests/testing")
_OVER: Final = "the time of the laws is over"
_EXAMPLES: Final = re.compile(r"(\d+) passing examples?, (\d+) failing")


class Night:
    """What pytest calls: the laws in an order of its own, as long as they have time, and then the machine."""

    def __init__(self, *, laws_until: float, seed: int) -> None:
        self.laws_until, self.seed = laws_until, seed
        self.outcomes: Counter[str] = Counter()
        self.examples = 0
        self.failed: list[str] = []
        self.left: list[str] = []
        self.tally: Counter[str] = Counter()

    def pytest_collection_modifyitems(self, items: list) -> None:
        """Leave out what is no property; put the machine last, and the others in the order of the seed."""
        items[:] = [item for item in items if _is_property(item)]
        random.Random(self.seed).shuffle(items)  # noqa: S311  # an order, and no secret
        items.sort(key=lambda item: item.nodeid.startswith(MACHINE))

    def pytest_runtest_setup(self, item: object) -> None:
        """Begin no law when their time is over."""
        if time.time() > self.laws_until and not item.nodeid.startswith(MACHINE):
            import pytest

            self.left.append(item.nodeid)
            pytest.skip(_OVER)

    def pytest_runtest_teardown(self, item: object) -> None:
        """Count the examples that Hypothesis tells of."""
        for passing, failing in _EXAMPLES.findall(getattr(item, "hypothesis_statistics", "")):
            self.examples += int(passing) + int(failing)

    def pytest_runtest_logreport(self, report: object) -> None:
        """Count what passed, and name what failed."""
        if report.failed:
            self.failed.append(report.nodeid)
        if report.when == "call":
            self.outcomes[report.outcome] += 1

    def pytest_sessionfinish(self) -> None:
        """Take over what the machine has counted."""
        machine = sys.modules.get("tests.machine.every_output")
        self.tally = machine.TALLY if machine else self.tally


def _is_property(item: object) -> bool:
    drawn = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return drawn or "runTest" in item.nodeid  # the second is a state machine, which unittest runs


def told(night: Night, seconds: float) -> str:
    """Tell what was done, in lines."""
    tally = night.tally
    by_status = ", ".join(f"{count:,} {name}" for name, count in sorted(tally.items()) if " " in name)
    lines = [
        f"seed        {night.seed}, {seconds / 60:.1f} minutes, {time.process_time() / 60:.1f} of them computing",
        f"machine     {tally['examples']:,} examples, {tally['steps']:,} steps, {tally['outputs']:,} outputs",
        f"            {by_status or '–'}",
        f"properties  {night.outcomes['passed']:,} passed, {night.examples:,} examples; not begun: {len(night.left)}",
        f"failed      {len(night.failed)}",
    ]
    return "\n".join([*lines, *(f"            {name}" for name in night.failed)])


def main() -> int:
    """Search for as long as is asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=60, help="how long to search")
    parser.add_argument("--only", choices=["machine", "laws"], help="all the time for one of the two")
    parser.add_argument("--database", type=Path, default=ROOT / "build" / "night", help="where failures are kept")
    parser.add_argument("--seed", type=int, default=int(time.time()) // 86_400, help="which night; today's otherwise")
    asked = parser.parse_args()
    start = time.time()
    share = 1 if asked.only else 2
    night = Night(laws_until=start + asked.minutes * 60 / share, seed=asked.seed)
    os.environ |= {
        "HYPOTHESIS_PROFILE": "nightly",
        "HYPOTHESIS_STORAGE_DIRECTORY": str(asked.database),
        "SAMVERKAN_NIGHT_UNTIL": str(start + asked.minutes * 60),
    }
    os.chdir(ROOT)
    import pytest

    where = {"machine": [MACHINE], "laws": [*LAWS]}.get(asked.only or "", [MACHINE, *LAWS])
    options = ["-q", "-p", "no:cacheprovider", f"--hypothesis-seed={asked.seed}"]
    status = pytest.main([*options, *where], plugins=[night])
    print(told(night, time.time() - start))
    return int(status != 0 or bool(night.failed))


if __name__ == "__main__":
    sys.exit(main())
