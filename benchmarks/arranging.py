"""Dates for bodies that share officials, in one county and in all: `python -m benchmarks.arranging`.

The tables tell what was found, how good it is against a greedy choice, and the processor's seconds that it took. With
`kronoberg`, `load` or `country` after the command there is that table only. `--seconds` is what HiGHS has for a county
by the clock; with `--reach 1.5` each official of the country serves half as many municipalities again. CP-SAT confirms
the optima of Kronoberg where it is installed.
"""

from __future__ import annotations

import argparse
import runpy
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import astuple, frozen

from benchmarks.arranging_judge import judged_apart
from benchmarks.arranging_setups import COUNTIES, county, overworked
from benchmarks.table import machine, markdown
from benchmarks.timing import Row, compared
from samverkan.arranging.arrange import arrange
from samverkan.arranging.solution import ConflictKind, Score, Solver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.arranging.arrangement import Arrangement
    from samverkan.arranging.problem import Problem
    from samverkan.model.collaboration import Collaboration

SEEDS = (1, 2, 3, 4, 5)
"""Of the generator, for Kronoberg; the country is made with the first."""
SIZES = (4, 8, 9, 10, 11, 12, 16)
"""Municipalities of the load test."""
SECONDS = 60.0
CORES = 2

CHECKER = runpy.run_path(str(Path(__file__).parents[1] / "tests" / "arranging" / "checker.py"))
"""Found by its path: Ciw installs a package of its own that is called tests."""


@frozen
class Arranged:
    """One county arranged by the greedy and by HiGHS, with the seconds that each took as a whole."""

    name: str
    municipalities: int
    meetings: int
    clashes: int
    greedy: Score
    greedy_seconds: float
    score: Score
    bound: Score
    proven: bool
    gap: float | None
    seconds: float


def arranged(
    name: str, collaborations: Sequence[Collaboration], *, seconds: float = SECONDS
) -> tuple[Arranged, Arrangement]:
    """Arrange a county both ways, and hold that the result keeps every rule and is never worse than the greedy."""
    begun = time.process_time()
    greedy = arrange(collaborations, solver=Solver.GREEDY)
    between = time.process_time()
    best = arrange(collaborations, seconds=seconds)
    ended = time.process_time()
    for each in (greedy, best):
        check(each)
    if greedy.score < best.score:
        raise AssertionError(f"the greedy is better in {name}")
    found = Arranged(
        name,
        len(collaborations),
        len(best.problem.meetings),
        len(best.before.clashes),
        greedy.score,
        between - begun,
        best.score,
        best.bound,
        best.proven,
        best.gap,
        ended - between,
    )
    return found, best


def check(found: Arrangement) -> None:
    """Hold that the times keep every rule, by loops that share no code with the model, and that nobody clashes."""
    faults = CHECKER["broken"](found.problem, {each.id: each.candidate for each in found.placements})
    if faults or found.schedule.clashes:
        raise AssertionError(f"the arrangement breaks rules: {faults[:3]}, {found.schedule.clashes[:3]}")


def rows() -> Iterator[Row]:
    """Measure eight municipalities from their files to the proven optimum, against CP-SAT, which gets the problem."""
    wholes = county("kronoberg")
    problem = check_judged(wholes)
    yield compared(
        "Arranging eight municipalities to the proven optimum",
        "CP-SAT, in a process of its own that starts",
        partial(arrange, wholes, seconds=SECONDS),
        partial(judged_apart, problem),
        count=len(problem.meetings),
        unit="meeting",
        times=3,
    )


def check_judged(wholes: Sequence[Collaboration]) -> Problem:
    """Hold that CP-SAT proves the optimum that we prove, and give the problem."""
    best = arrange(wholes, seconds=SECONDS)
    check(best)
    told = judged_apart(best.problem)
    if not (best.proven and told.proven and (told.left_out, told.moved, told.cost) == astuple(best.score)):
        raise AssertionError(f"CP-SAT finds {told}, HiGHS {best.score}")
    return best.problem


def kronoberg(*, seconds: float, **_: float) -> Iterator[list[str]]:
    """Arrange eight municipalities for each seed, and have CP-SAT confirm that nothing is better."""
    yield [
        "seed",
        "meetings",
        "clashes before",
        "greedy: out, cost, s",
        "HiGHS: out, cost, s",
        "proven",
        "CP-SAT: cost, s by the clock",
    ]
    for seed in SEEDS:
        row, best = arranged("kronoberg", county("kronoberg", seed=seed), seconds=seconds)
        yield [str(seed), *_cells(row), _confirmed(best)]


def _confirmed(best: Arrangement) -> str:
    if find_spec("ortools") is None:
        return "not installed"
    told = judged_apart(best.problem)
    if best.proven and told.proven and (told.left_out, told.moved, told.cost) != astuple(best.score):
        raise AssertionError(f"CP-SAT finds {told}, HiGHS {best.score}")
    return f"{told.cost}{'' if told.proven else ' (not proven)'}, {told.seconds:.1f}"


def load(*, seconds: float, **_: float) -> Iterator[list[str]]:
    """Let one official sit at every table of more and more municipalities, at most two meetings a day."""
    yield [
        "municipalities",
        "meetings",
        "asked in the tightest days",
        "certificate says no",
        "left out",
        "proven at least",
        "s",
    ]
    for size in SIZES:
        begun = time.process_time()
        found = arrange(overworked(size), seconds=seconds)
        check(found)
        strain = found.strains[0]
        says_no = any(each.kind is ConflictKind.CAPACITY for each in found.conflicts)
        if says_no and not found.bound.left_out:
            raise AssertionError("the certificate says no, and the solver does not")
        yield [
            str(size),
            str(len(found.problem.meetings)),
            f"{len(strain.meetings)}, room for {strain.possible}",
            "yes" if says_no else "no",
            str(found.score.left_out),
            str(found.bound.left_out),
            f"{time.process_time() - begun:.1f}",
        ]


def country(*, seconds: float, reach: float) -> Iterator[list[str]]:
    """Arrange each county on its own, the largest first, on two cores; the last row is the country."""
    yield [
        "county",
        "municipalities",
        "meetings",
        "clashes before",
        "greedy: out, cost, s",
        "HiGHS: out, cost, s",
        "proven",
    ]
    begun = time.perf_counter()
    names = sorted(COUNTIES, key=lambda name: -COUNTIES[name])
    with ProcessPoolExecutor(CORES) as executor:
        rows = list(executor.map(partial(_county, seconds=seconds, reach=reach), names))
    taken = time.perf_counter() - begun
    for row in rows:
        yield [row.name, str(row.municipalities), *_cells(row)]
    yield _sum(rows, taken)


def _county(name: str, *, seconds: float, reach: float) -> Arranged:
    return arranged(name, county(name, reach=reach), seconds=seconds)[0]


def _sum(rows: Sequence[Arranged], taken: float) -> list[str]:
    greedy, score, bound = (sum((getattr(row, name) for row in rows), Score()) for name in ("greedy", "score", "bound"))
    over = (score.cost - bound.cost) / score.cost
    return [
        "the country",
        str(sum(row.municipalities for row in rows)),
        str(sum(row.meetings for row in rows)),
        str(sum(row.clashes for row in rows)),
        f"{greedy.left_out}, {greedy.cost}, {sum(row.greedy_seconds for row in rows):.1f}",
        f"{score.left_out}, {score.cost}, {sum(row.seconds for row in rows):.0f} ({taken:.0f} by the clock)",
        f"{sum(row.proven for row in rows)} of {len(rows)}; gap {over:.1%}",
    ]


def _cells(row: Arranged) -> list[str]:
    told = "yes" if row.proven else "gap unknown" if row.gap is None else f"gap {row.gap:.1%}"
    return [
        str(row.meetings),
        str(row.clashes),
        f"{row.greedy.left_out}, {row.greedy.cost}, {row.greedy_seconds:.1f}",
        f"{row.score.left_out}, {row.score.cost}, {row.seconds:.1f}",
        told,
    ]


def show(title: str, rows: Iterable[Sequence[str]]) -> None:
    """Print a table in Markdown, row by row as it is found."""
    print(f"## {title}\n")
    for line in markdown(rows):
        print(line, flush=True)
    print()


TABLES = {"kronoberg": kronoberg, "load": load, "country": country}

if __name__ == "__main__":
    PARSER = argparse.ArgumentParser(prog="python -m benchmarks.arranging")
    PARSER.add_argument("tables", nargs="*", metavar="|".join(TABLES))
    PARSER.add_argument("--seconds", type=float, default=SECONDS)
    PARSER.add_argument("--reach", type=float, default=1.0)
    ASKED = PARSER.parse_args()
    for NAME in ASKED.tables or TABLES:
        show(NAME, TABLES[NAME](seconds=ASKED.seconds, reach=ASKED.reach))
    print(machine())
