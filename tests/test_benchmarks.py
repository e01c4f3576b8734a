"""The benchmarks still run, and the peers still do the same work as we; without that a ratio says nothing."""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import astuple, evolve

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module", autouse=True)
def _from_the_root() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT)
        yield
        for name in [name for name in sys.modules if name.partition(".")[0] == "benchmarks"]:
            del sys.modules[name]


def module(name: str) -> Any:  # noqa: ANN401  # a module that is found at run time only
    return importlib.import_module(f"benchmarks.{name}")


@pytest.fixture(scope="module")
def municipality() -> Any:  # noqa: ANN401  # a class of such a module
    (made,) = module("country").country(1)
    return made


def test_every_peer_expands_the_rules_of_a_municipality_to_our_dates(municipality: Any) -> None:  # noqa: ANN401  # as above
    module("expanding").check(municipality.series)


def test_interval_trees_find_the_clashes_of_a_municipality_that_we_find() -> None:
    clashing = module("clashing")

    assert clashing.check(*clashing.plan(1, 366))


def test_icalendar_writes_the_events_of_a_municipality_that_we_write(municipality: Any) -> None:  # noqa: ANN401  # as above
    ours, _, count = module("feeding").check(municipality)

    assert ours().count("BEGIN:VEVENT") == count > 0


def test_igraph_and_rustworkx_find_the_positions_and_splitters_of_a_county_that_we_find() -> None:
    networks = module("networks")

    peers = networks.check(networks.country(14))

    assert peers.by_igraph() == peers.by_rustworkx() == {"k12-projects"}


def test_a_row_of_the_table_tells_the_ratio_and_whether_it_is_low_enough(capsys: pytest.CaptureFixture[str]) -> None:
    timing, table = module("timing"), module("table")
    row = timing.compared("Question", "peer", list, list, count=1, unit="row", target=1e9, times=1)

    table.show([row])

    assert "| met | Question | peer |" in capsys.readouterr().out


def test_a_small_county_is_arranged_both_ways_and_every_rule_is_kept() -> None:
    pytest.importorskip("highspy", reason="the extra arrange is not installed")
    arranging, setups = module("arranging"), module("arranging_setups")

    row, best = arranging.arranged("halland", setups.county("halland", municipalities=3))

    assert row.meetings == 3 * 18
    assert row.clashes > 5
    assert row.proven
    assert best.everything_fits


def test_a_rule_that_is_broken_stops_the_benchmark() -> None:
    pytest.importorskip("highspy", reason="the extra arrange is not installed")
    arranging, setups = module("arranging"), module("arranging_setups")
    _, best = arranging.arranged("halland", setups.county("halland", municipalities=3))
    first, second, *others = best.placements
    away = evolve(second, candidate=evolve(second.candidate, start=first.candidate.start, end=first.candidate.end))
    spoilt = evolve(best, solution=evolve(best.solution, placements=[first, away, *others]))

    with pytest.raises(AssertionError, match="the arrangement breaks rules"):
        arranging.check(spoilt)


def test_cp_sat_confirms_a_small_county() -> None:
    pytest.importorskip("highspy", reason="the extra arrange is not installed")
    if find_spec("ortools") is None:
        pytest.skip("OR-Tools is not installed; it is in the group bench")
    arranging, setups = module("arranging"), module("arranging_setups")
    _, best = arranging.arranged("halland", setups.county("halland", municipalities=3))

    told = module("arranging_judge").judged_apart(best.problem)

    assert told.proven
    assert (told.left_out, told.moved, told.cost) == astuple(best.score)


def test_a_country_is_made_the_same_for_the_same_seed_with_all_its_municipalities() -> None:
    setups = module("arranging_setups")

    assert sum(setups.COUNTIES.values()) == 290
    assert setups.county("kronoberg") == setups.county("kronoberg") != setups.county("kronoberg", seed=2)


def test_simpy_lets_the_same_people_in_as_the_simulation_that_is_timed() -> None:
    pytest.importorskip("simpy", reason="the extra simulate is not installed")

    module("simulating").check(1)
