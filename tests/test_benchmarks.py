"""The benchmarks still run, and the peers still do the same work as we; without that a ratio says nothing."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

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
