"""The drawing of an occupancy: nothing on top of anything, the same each time, told as well as drawn."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

import samverkan
from samverkan.capacity.scenarios import Simulation, scenarios
from samverkan.formats.svg.occupancy import description, dumps
from samverkan.formats.wording import Wording
from tests.formats.svg.test_network import SVG, check

if TYPE_CHECKING:
    from samverkan.capacity.simulation import Occupancy

SV, EN = Wording("sv"), Wording("en")
FEW = Simulation(days=1430, runs=10)


def simulated(stay: str = "12 months", simulation: Simulation = FEW, unit: str = "production") -> Occupancy:
    given = samverkan.Given(stay=stay, arrivals="60/year")
    (told,) = scenarios(samverkan.bundled("resurscentrum"), unit, [given], simulation=simulation)
    assert told.occupancy is not None
    return told.occupancy


@pytest.mark.parametrize("wording", [SV, EN])
@pytest.mark.parametrize("start", [None, dt.date(2010, 2, 1)])
@pytest.mark.parametrize("days", [20, 200, 1430, 36_525])
@pytest.mark.parametrize("unit", ["production", "rehab"])
def test_no_words_lie_on_others_or_outside(wording: Wording, start: dt.date | None, days: int, unit: str) -> None:
    simulation = Simulation(days=days, runs=3)
    drawn = dumps(simulated(simulation=simulation, unit=unit), simulation, wording, name="Enheten", start=start)

    check(ET.fromstring(drawn))


def test_equal_values_are_equal_bytes() -> None:
    one, two = (dumps(simulated(), FEW, SV, name="Enheten") for _ in range(2))

    assert one == two


def test_the_places_are_a_line_only_where_there_is_a_limit() -> None:
    limited, open_ = (dumps(simulated(unit=unit), FEW, SV, name="Enheten") for unit in ("production", "rehab"))

    assert ("stroke-dasharray" in limited, "stroke-dasharray" in open_) == (True, False)


def test_the_band_and_the_mean_lie_below_the_places() -> None:
    drawn = ET.fromstring(dumps(simulated(), FEW, SV, name="Enheten"))
    band, mean, places = [
        each for each in drawn.iter(f"{SVG}path") if "L" in each.get("d", "") or each.get("stroke-dasharray")
    ][:3]
    level = float(places.get("d", "").split()[1].split("H")[0])

    for path in (band, mean):
        points = path.get("d", "").strip("MZ").split("L")
        assert all(float(point.split()[1]) >= level - 0.01 for point in points)
    assert len(mean.get("d", "").split("L")) == len(simulated().over_time)


def test_whoever_hears_it_is_told_each_year_and_the_places() -> None:
    told = description(simulated("6 months"), EN)

    assert told.startswith("After 0 months 0 places are taken, in eight runs of ten 0 to 0; after 12 months ")
    assert told.endswith("There are 55 places.")
    assert told.count("after") == 4
