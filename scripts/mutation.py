"""Mutation testing: change the code of a room, one small change at a time, and tell which changes no test notices.

Run from the checkout, in an environment with the groups ``test`` and ``mutation``:

    python scripts/mutation.py checklist
    python scripts/mutation.py checklist --only interval.py --only outcome.py

The changes and the running of tests are Cosmic Ray's. Each worker has a copy of the checkout to itself. A change is
killed when a test of the room fails, or, after those, one of its laws.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

import cosmic_ray.plugins
from attrs import frozen
from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.work_item import MutationSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = Path("src/samverkan")

LAWS: Final = {
    "checklist": ["tests/laws/test_checklist_laws.py", "tests/laws/test_kleene.py"],
    "planning": ["tests/laws/test_schedule.py"],
    "ties": ["tests/laws/test_ties.py"],
    "model": ["tests/laws/test_model.py", "tests/laws/test_round_trip.py"],
}
"""The laws of each room that can be mutated; its other tests stand in ``tests/ROOM``."""

SECONDS: Final = 300
"""A change that makes the tests run longer than this is killed too: an endless loop is noticed."""

APPLIED: Final = frozenset(
    {
        "AddNot",
        "NumberReplacer",
        "ReplaceAndWithOr",
        "ReplaceOrWithAnd",
        "ReplaceTrueWithFalse",
        "ReplaceFalseWithTrue",
        "ReplaceBreakWithContinue",
        "ReplaceContinueWithBreak",
        "ZeroIterationForLoop",
        "ExceptionReplacer",
        "ReplaceUnaryOperator_Delete_Not",
        "ReplaceUnaryOperator_USub_UAdd",
        *(f"ReplaceComparisonOperator_{pair}" for pair in ("Is_IsNot", "IsNot_Is", "Eq_NotEq", "NotEq_Eq")),
        *(f"ReplaceComparisonOperator_{pair}" for pair in ("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt")),
        *(f"ReplaceComparisonOperator_{pair}" for pair in ("Lt_GtE", "LtE_Gt", "Gt_LtE", "GtE_Lt")),
        *(f"ReplaceBinaryOperator_{pair}" for pair in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "BitAnd_BitOr")),
        *(f"ReplaceBinaryOperator_{pair}" for pair in ("Mul_Add", "FloorDiv_Mul", "Mod_Mul")),
    }
)
"""The operators of Cosmic Ray that are applied: the neighbour and the contrary of each.

Left out are unions of types (``|`` in an annotation that nothing evaluates), orders between values that have none, and
decorators, without which a criterion or a property fails wherever it is named.
"""


@frozen
class Mutant:
    """One change, what became of it, and its diff."""

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


def prepare(workers: str) -> None:
    """Give this process a copy of the checkout, and go there."""
    place = Path(workers) / str(os.getpid())
    shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache"))
    os.chdir(place)
    os.environ["PYTHONPATH"] = str(place / "src")
    os.environ["HYPOTHESIS_PROFILE"] = "ci"


def tried(mutation: MutationSpec, room: str) -> Mutant:
    """Apply one change, run the tests of the room, then its laws, and take the change back."""
    result = None
    for tests in ([f"tests/{room}"], LAWS[room]):
        command = f"{sys.executable} -m pytest -q -x -p no:cacheprovider {' '.join(tests)}"
        result = mutate_and_test([mutation], command, SECONDS)
        if result.is_killed:
            break
    assert result is not None  # noqa: S101  # there are two lists of tests
    return Mutant(
        module=str(mutation.module_path),
        line=mutation.start_pos[0],
        operator=mutation.operator_name.removeprefix("core/"),
        killed=result.is_killed,
        diff=result.diff or result.output or "",
    )


def main() -> int:
    """Try every change and print a table; the exit status says whether one survived."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
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
    found = [mutation for module in modules for mutation in mutations(module)]
    mutants = []
    with (
        tempfile.TemporaryDirectory() as workers,
        ProcessPoolExecutor(asked.workers, initializer=prepare, initargs=(workers,)) as pool,
    ):
        for mutant in pool.map(tried, found, [asked.room] * len(found)):
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
