"""The benchmarks still run, and the peers still do the same work as we; without that a ratio says nothing."""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from samverkan.formats.bundled import bundled_text

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


def test_the_constructors_make_the_objects_that_we_read_from_a_file() -> None:
    module("loading").check([bundled_text("lots-ockelbo")])


def test_a_schema_takes_and_refuses_the_files_that_check_takes_and_refuses(tmp_path: Path) -> None:
    module("checking").check(tmp_path, [bundled_text("lots-ockelbo")])


def test_jinja_fills_in_the_pages_of_a_collaboration_that_we_publish() -> None:
    publishing = module("publishing")

    site, pages = publishing.check(publishing.members(1))

    assert len(site) > len(pages) > 20


def test_a_help_of_click_names_the_verbs_that_ours_names() -> None:
    module("starting").check_help()


def test_a_process_that_knows_the_schema_takes_the_file_that_check_takes(tmp_path: Path) -> None:
    module("starting").check_check(tmp_path)


@pytest.mark.parametrize("part", ["load", "schedule", "clashes", "network", "evaluate", "publish"])
def test_each_work_whose_growth_is_measured_can_be_done(part: str) -> None:
    growth = module("growth")
    _, prepared = growth.WORKS[part]

    assert prepared(1)()


def test_the_exponent_of_what_grows_as_the_square_is_two_whatever_one_costs() -> None:
    growth = module("growth")
    points = [growth.Point(size, 5.0 if size == 1 else size**2 / 1000, 50.0) for size in growth.SIZES]

    assert growth.Growth("part", "work", points).exponent == pytest.approx(2)


# ------------------------------------------------------------------------------------------- the tables and the page


def test_a_row_of_the_table_tells_the_ratio_and_whether_it_is_low_enough() -> None:
    timing, table = module("timing"), module("table")
    rows = [timing.Row("Question", "peer", ratio, 1.0, 2.0, 1_500.0, "row", 2_000) for ratio in (0.5, 1.5)]

    assert list(table.ratios([("part", rows)]))[2:] == [
        "| part | 0.50 | ≤ 1.00 | met | Question | peer | 2.00 | 1,500 | row | 2,000 |",
        "| part | 1.50 | ≤ 1.00 | missed | Question | peer | 2.00 | 1,500 | row | 2,000 |",
    ]


def test_the_tables_of_the_page_are_made_of_the_figures_that_are_kept() -> None:
    page = module("page")
    text = page.PAGE.read_text(encoding="utf-8")
    made = page.blocks(module("results").loads(page.DATA.read_text(encoding="utf-8")))

    assert {"table", "arranging country"} <= set(made)
    assert page.written(text, made) == text, "run python -m benchmarks.page docs/explanation/speed.json --write-docs"


def test_what_a_run_did_not_measure_keeps_its_figures_and_their_day() -> None:
    results = module("results")
    old = results.Results(results.Table("2026-01-01", "old", {}, {}), results.Grown("2026-01-01", "old", ()))
    new = results.Results(growth=results.Grown("2026-02-02", "new", ()))

    both = results.loads(results.dumps(results.updated(old, results.loads(results.dumps(new)))))

    assert (both.table.date, both.growth.date, both.arranging) == ("2026-01-01", "2026-02-02", None)


def test_a_run_of_some_parts_only_does_not_become_the_table_of_the_page() -> None:
    page, results = module("page"), module("results")
    some = results.Results(results.Table("2026-01-01", "machine", {"feed": ()}, {}))

    with pytest.raises(SystemExit, match="this run lacks start, load"):
        page.held(some)


def test_a_page_without_a_place_for_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match="the page has no place for growth"):
        module("page").written("# Speed\n", {"growth": "| 1 |\n"})


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

    problem = module("arranging").check_judged(module("arranging_setups").county("halland", municipalities=3))

    assert len(problem.meetings) == 3 * 18


def test_a_country_is_made_the_same_for_the_same_seed_with_all_its_municipalities() -> None:
    setups = module("arranging_setups")

    assert sum(setups.COUNTIES.values()) == 290
    assert setups.county("kronoberg") == setups.county("kronoberg") != setups.county("kronoberg", seed=2)


def test_simpy_lets_the_same_people_in_as_the_simulation_that_is_timed() -> None:
    pytest.importorskip("simpy", reason="the extra simulate is not installed")

    module("simulating").check(1)
