"""Mutation testing: change the code of a room, one small change at a time, and tell which changes no test notices.

Run from the checkout, in an environment with the groups ``test`` and ``mutation``:

    python scripts/mutation checklist
    python scripts/mutation checklist --only interval.py --tests tests/checklist/test_interval.py

The changes are Cosmic Ray's. pytest collects the tests of the room and its laws once and takes down which functions
each test calls. A change inside functions is put in place in a fork of that process, and the tests that call them are
run, the fastest first, until one fails or the budget is spent. A change in what runs at import is read by a fork that
has not yet imported the room. Before that, all code is compiled again as it is, which no test may notice.
"""

from __future__ import annotations

import argparse
import importlib
import os
import random
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from attrs import frozen
from changes import ROOT, Change, changes, modules, text
from forking import Told, forked
from placing import CannotBePlacedError, altered
from results import Result, Results, table
from suite import Session, Suite, collected, measured
from trials import Job, again, imported, placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

LAWS: Final = {
    "capacity": ["tests/laws/test_capacity.py"],
    "checklist": [
        "tests/laws/test_admission_laws.py",
        "tests/laws/test_checklist_laws.py",
        "tests/laws/test_kleene.py",
        "tests/laws/test_own_checklists.py",
        "tests/laws/test_remedies.py",
    ],
    "drills": ["tests/laws/test_drill.py"],
    "followup": ["tests/laws/test_followup.py", "tests/laws/test_suppression.py"],
    "model": ["tests/laws/test_model.py", "tests/laws/test_round_trip.py"],
    "planning": ["tests/laws/test_schedule.py"],
    "ties": [
        "tests/laws/test_cooperation.py",
        "tests/laws/test_network.py",
        "tests/laws/test_reach.py",
        "tests/laws/test_spread.py",
        "tests/laws/test_standing.py",
        "tests/laws/test_ties.py",
    ],
}
"""The laws of each room that can be mutated; its other tests stand in ``tests/ROOM``."""


@frozen
class Run:
    """One run: the room, where its results go, and how many processes work at a time."""

    room: str
    results: Results
    workers: int
    lines: dict[str, int]

    def keep(self, told: Iterable[Told], *, how: str, late: Callable[[str], bool] = lambda _: False) -> list[str]:
        """Write each result as it comes, but for survivors that are tried once more later, and give these."""
        survived = []
        for number, each in enumerate(told, 1):
            result = Result(line=self.lines[each["key"]], how=how, **each)
            if not result.killed and late(result.key):
                survived.append(result.key)
            else:
                self.results.add(result)
            if number % 50 == 0:
                print(f"{how}: {number}", file=sys.stderr, flush=True)
        return survived

    def in_place(self, session: Session, jobs: Sequence[Job]) -> Told:
        """Measure the tests, check that code compiled again changes nothing, and try what can be put in place."""
        suite = measured(session, self.workers, self.results.path.with_suffix(".tests"))
        check(placed(session, suite, [again(modules(self.room, ()))], workers=1, budget=60))
        at_import = {job.key for job in jobs if suite.at_import.intersection(job.functions)}
        told = placed(session, suite, [job for job in jobs if job.alters], workers=self.workers)
        late = self.keep(told, how="in place", late=at_import.__contains__)
        loaded = [each for each in sys.modules if not each.startswith(("samverkan", "tests", "conftest", "test_"))]
        return {"suite": suite, "late": late, "loaded": loaded}

    def by_import(self, suite: Suite, jobs: Sequence[Job]) -> None:
        """Try what only a new import shows."""
        room, workers = self.room, self.workers
        check(imported(room, suite, [again(modules(room, ()))], nearby=False, workers=1, budget=60))
        told = imported(room, suite, jobs, nearby=True, workers=workers)
        late = self.keep(told, how="by import, tests nearby", late=lambda _: True)
        left = [job for job in jobs if job.key in late]
        self.keep(imported(room, suite, left, nearby=False, workers=workers), how="by import")


def check(told: Iterable[Told]) -> None:
    """End the run if a test notices code that is compiled again as it is: then it would kill every change."""
    for each in told:
        if each.get("by") or each.get("limit"):
            raise SystemExit(f"a test notices that nothing is changed: {each}")
        print(f"{each['tests']} tests pass with every module compiled again", file=sys.stderr, flush=True)


def job(change: Change) -> Job:
    """Give the job of trying a change."""
    source = change.source()
    try:
        alters = tuple(altered(ROOT / change.module, text(change.module), source))
    except CannotBePlacedError:
        return Job(change.key, {change.module: source}, None)
    return Job(change.key, {change.module: source}, alters)


def main() -> None:
    """Try every change, and print a table and what survived."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("room", choices=sorted(LAWS))
    parser.add_argument("--only", action="append", default=[], help="only modules whose path ends so")
    parser.add_argument("--tests", action="append", default=[], help="only these files or folders of tests")
    parser.add_argument("--sample", type=int, help="only so many of the changes, drawn by a fixed seed")
    parser.add_argument("--again", action="store_true", help="try again what survived before")
    parser.add_argument("--results", type=Path, help="the file to go on with; build/mutation-ROOM.jsonl otherwise")
    parser.add_argument("--known", action="store_true", help="only tell what is known, and try nothing")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    asked = parser.parse_args()
    every = [change for module in modules(asked.room, tuple(asked.only)) for change in changes(module)]
    random.Random(0).shuffle(every)  # noqa: S311  # the seed is fixed, so that a broken-off run is a sample
    every = every[: asked.sample]
    results = Results((asked.results or ROOT / "build" / f"mutation-{asked.room}.jsonl").resolve())
    results.path.parent.mkdir(exist_ok=True)
    before = results.read()
    pending = [
        change
        for change in every
        if not asked.known
        and ((known := before.get(change.key)) is None or (asked.again and not known.killed and known.how != "same"))
    ]
    with tempfile.TemporaryDirectory() as storage:
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = storage
        run = Run(asked.room, results, asked.workers, {change.key: change.line for change in every})
        if pending:
            attempt(run, [job(change) for change in pending], asked.tests or [f"tests/{asked.room}", *LAWS[asked.room]])
    print(table(sorted(every, key=lambda change: (change.module, change.line)), results.read()))


def attempt(run: Run, jobs: Sequence[Job], paths: list[str]) -> None:
    """Try changes in place where they can be, and by import where they cannot or where that could show more."""
    run.keep(({"key": job.key} for job in jobs if job.alters == ()), how="same")
    told: list[Told] = []

    def session(_: None) -> Told:
        collected(run.room, paths, lambda session: told.append(run.in_place(session, jobs)))
        return told[0]

    _, found = next(iter(forked([None], session, workers=1)))
    for each in found["loaded"]:
        with suppress(Exception):  # some are made by others, and are not to be found by name
            importlib.import_module(each)
    run.by_import(found["suite"], [job for job in jobs if job.alters is None or job.key in found["late"]])


if __name__ == "__main__":
    main()
