"""Mutation testing: change the code of a room, one small change at a time, and tell which changes no test notices.

Run from the checkout, in an environment with the group ``mutation``:

    python scripts/mutation.py checklist
    python scripts/mutation.py checklist --only interval.py --only outcome.py

The changes are Cosmic Ray's. The room's tests run once with coverage, so that each change is tried against the tests
that reach its line alone, and each try is a fork of a process that has loaded the libraries. Each worker has a copy of
the checkout to itself. Of each law only a few examples are drawn: a change that survives here may fall to the nightly
run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

import cosmic_ray.plugins
from attrs import frozen
from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import use_mutation
from cosmic_ray.work_item import MutationSpec
from coverage import CoverageData

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = Path("src/samverkan")

LAWS: Final = {
    "checklist": ["test_checklist_laws.py", "test_kleene.py", "test_admission_laws.py", "test_own_checklists.py"],
    "model": ["test_model.py", "test_round_trip.py"],
    "planning": ["test_schedule.py"],
    "ties": ["test_ties.py"],
}
"""The laws of each room that can be mutated, in ``tests/laws``; its other tests stand in ``tests/ROOM``."""

EXAMPLES: Final = 8
"""So many examples are drawn for each law and each change."""
SECONDS: Final = 60
"""A change that makes its tests run longer than this is killed too: an endless loop is noticed."""

APPLIED: Final = frozenset(
    {
        "AddNot",
        "ExceptionReplacer",
        "NumberReplacer",
        "ReplaceAndWithOr",
        "ReplaceBreakWithContinue",
        "ReplaceContinueWithBreak",
        "ReplaceFalseWithTrue",
        "ReplaceOrWithAnd",
        "ReplaceTrueWithFalse",
        "ReplaceUnaryOperator_Delete_Not",
        "ReplaceUnaryOperator_USub_UAdd",
        "ZeroIterationForLoop",
        *(f"ReplaceComparisonOperator_{pair}" for pair in ("Is_IsNot", "IsNot_Is", "Eq_NotEq", "NotEq_Eq")),
        *(f"ReplaceComparisonOperator_{pair}" for pair in ("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt")),
        *(f"ReplaceComparisonOperator_{pair}" for pair in ("Lt_GtE", "LtE_Gt", "Gt_LtE", "GtE_Lt")),
        *(f"ReplaceBinaryOperator_{pair}" for pair in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "BitAnd_BitOr")),
        *(f"ReplaceBinaryOperator_{pair}" for pair in ("FloorDiv_Mul", "Mod_Mul")),
    }
)
"""The operators of Cosmic Ray that are applied: the neighbour and the contrary of each.

Left out are unions of types (``|`` in an annotation that nothing evaluates), orders between values that have none, and
decorators, without which a criterion or a property fails wherever it is named.
"""


@frozen
class Try:
    """One change, and the tests to try it against, the fastest first."""

    mutation: MutationSpec
    tests: tuple[str, ...]


@frozen
class Mutant:
    """What became of one change."""

    module: str
    line: int
    operator: str
    killed: bool
    diff: str


def mutations(module: Path) -> Iterator[MutationSpec]:
    """Give the changes to try in a module; what only the type checker reads is left alone."""
    lines = module.read_text(encoding="utf-8").splitlines()
    tree = get_ast_from_path(module)
    for name in cosmic_ray.plugins.operator_names():
        if name.removeprefix("core/") not in APPLIED:
            continue
        operator = cosmic_ray.plugins.get_operator(name)()
        places = (place for node in ast_nodes(tree) for place in operator.mutation_positions(node))
        for occurrence, (start, end) in enumerate(places):
            line, column = lines[start[0] - 1], start[1]
            # A bare `*` among parameters, and an import for the type checker, are no arithmetic and no condition.
            if "TYPE_CHECKING" not in line and not line[column:].startswith("*,"):
                yield MutationSpec(
                    module_path=module, operator_name=name, occurrence=occurrence, start_pos=start, end_pos=end
                )


def tests_of(room: str) -> list[str]:
    """Give the files and folders that hold the tests of a room."""
    return [f"tests/{room}", *(f"tests/laws/{name}" for name in LAWS[room])]


def reached(room: str) -> tuple[Mapping[str, Mapping[int, list[str]]], Mapping[str, float]]:
    """Run the room's tests once; give for each file and line the tests that reach it, and how long each test takes."""
    with tempfile.TemporaryDirectory() as place:
        data, times = Path(place) / "coverage", Path(place) / "durations"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests_of(room)]
        coverage = ["--cov", "--cov-context=test", "--cov-report=", "--cov-fail-under=0", "--durations=0", "-vv"]
        run = subprocess.run(  # noqa: S603  # the command is ours
            [*command, *coverage],
            check=False,
            env={**os.environ, "COVERAGE_FILE": str(data), **few_examples()},
            text=True,
            stdout=subprocess.PIPE,
        )
        if run.returncode:
            sys.exit(f"{run.stdout[-3000:]}\nthe tests of {room} fail as they are")
        times.write_text(run.stdout, encoding="utf-8")
        found = CoverageData(str(data))
        found.read()
        lines = {
            str(Path(file).relative_to(ROOT)): {
                line: sorted({context.partition("|")[0] for context in contexts if context})
                for line, contexts in found.contexts_by_lineno(file).items()
            }
            for file in found.measured_files()
        }
    return lines, durations(run.stdout)


def durations(report: str) -> dict[str, float]:
    """Read how long each test took off pytest's report, in seconds."""
    taken: dict[str, float] = defaultdict(float)
    for line in report.splitlines():
        parts = line.split(maxsplit=2)
        if len(parts) == 3 and parts[0].endswith("s") and parts[1] in {"call", "setup", "teardown"}:
            taken[parts[2]] += float(parts[0][:-1])
    return taken


def few_examples() -> dict[str, str]:
    """Give the environment in which laws draw few examples, the same each time."""
    return {"HYPOTHESIS_PROFILE": "mutation", "MUTATION_EXAMPLES": str(EXAMPLES)}


def prepare(workers: str) -> None:
    """Give this process a copy of the checkout, go there, and load the libraries, but nothing of ours."""
    place = Path(workers) / str(os.getpid())
    shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache"))
    os.chdir(place)
    os.environ.update(few_examples())
    sys.path.insert(0, str(place / "src"))
    sys.dont_write_bytecode = True
    for name in ("pytest", "hypothesis.strategies", "hypothesis.stateful", "networkx", "babel.dates", "holidays"):
        __import__(name)


def tried(attempt: Try) -> Mutant:
    """Apply one change, run its tests in a fork, and take the change back."""
    mutation = attempt.mutation
    operator = cosmic_ray.plugins.get_operator(mutation.operator_name)()
    with use_mutation(mutation.module_path, operator, mutation.occurrence) as (before, after):
        killed = after is not None and not passes(attempt.tests)
    changed = [
        f"- {old.strip()}\n+ {new.strip()}"
        for old, new in zip(before.splitlines(), (after or before).splitlines(), strict=False)
        if old != new
    ]
    return Mutant(
        module=str(mutation.module_path),
        line=mutation.start_pos[0],
        operator=mutation.operator_name.removeprefix("core/"),
        killed=killed,
        diff=changed[0] if changed else "",
    )


def passes(tests: tuple[str, ...]) -> bool:
    """Run tests in a fork, at most so long; say whether all pass."""
    child = os.fork()
    if not child:
        os.setsid()
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        import pytest

        os._exit(int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", *tests])))
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def tries(room: str, modules: list[Path]) -> list[Try]:
    """Pair each change with the tests that reach its line; what runs on import is tried against all but the laws."""
    lines, taken = reached(room)
    found = []
    for module in modules:
        reaching = lines.get(str(module), {})
        for mutation in mutations(module):
            span = range(mutation.start_pos[0], mutation.end_pos[0] + 1)
            tests = {test for line in span for test in reaching.get(line, [])}
            ordered = sorted(tests, key=lambda test: (test.startswith("tests/laws"), taken.get(test, 0.0), test))
            found.append(Try(mutation, tuple(ordered) or (f"tests/{room}",)))
    return found


def main() -> int:
    """Try every change and print a table; the exit status says whether one survived."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("room", choices=sorted(LAWS))
    parser.add_argument("--only", action="append", default=[], help="only modules whose path ends so")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    asked = parser.parse_args()
    os.chdir(ROOT)
    modules = [
        path
        for path in sorted((PACKAGE / asked.room).rglob("*.py"))
        if not asked.only or str(path).endswith(tuple(asked.only))
    ]
    found = tries(asked.room, modules)
    mutants = []
    with (
        tempfile.TemporaryDirectory() as workers,
        ProcessPoolExecutor(asked.workers, initializer=prepare, initargs=(workers,)) as pool,
    ):
        for mutant in pool.map(tried, found):
            mutants.append(mutant)
            if not mutant.killed:
                print(f"survived: {mutant.module}:{mutant.line} {mutant.operator}\n{mutant.diff}", flush=True)
            if len(mutants) % 50 == 0:
                print(f"{len(mutants)} of {len(found)}", file=sys.stderr, flush=True)
    return table(mutants)


def table(mutants: list[Mutant]) -> int:
    """Print how many changes were killed in each module; give 1 where one survived."""
    killed: Counter[str] = Counter(mutant.module for mutant in mutants if mutant.killed)
    every: Counter[str] = Counter(mutant.module for mutant in mutants)
    print("| module | changes | killed |\n| --- | ---: | ---: |")
    for module in sorted(every):
        print(f"| {Path(module).relative_to(PACKAGE)} | {every[module]} | {killed[module]} |")
    print(f"| all | {every.total()} | {killed.total()} |")
    return int(killed.total() < every.total())


if __name__ == "__main__":
    sys.exit(main())
