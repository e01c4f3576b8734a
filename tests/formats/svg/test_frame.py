from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from math import hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.svg.frame import Circle, Strip
from samverkan.formats.tables.year import Year

YEARS = st.builds(Year, st.integers(1900, 2199), school=st.booleans())


def wheel(year: Year) -> Circle:
    return Circle(100, 100, 80, year.first.toordinal(), (year.last - year.first).days + 1)


class TestCircle:
    """January is at the top, or August; the days go clockwise by day of year over the year's length."""

    @given(YEARS)
    def test_all_days_are_a_whole_turn_and_each_goes_on_from_the_one_before(self, year: Year) -> None:
        circle = wheel(year)
        angles = [circle.angle(day) for day in range(year.first.toordinal(), year.last.toordinal() + 2)]

        assert angles[0] == 0
        assert angles[-1] == pytest.approx(2 * pi)
        assert len(angles) - 1 in {365, 366}
        assert all(after - before == pytest.approx(2 * pi / (len(angles) - 1)) for before, after in pairwise(angles))

    def test_a_quarter_of_the_year_is_to_the_right(self) -> None:
        x, y = wheel(Year(2015)).point(dt.date(2015, 1, 1).toordinal() + 365 / 4, 0)

        assert (x, y) == (pytest.approx(180), pytest.approx(100))

    @given(YEARS, st.floats(0, 366), st.floats(0, 79))
    def test_a_point_is_as_far_from_the_middle_as_it_should_be(self, year: Year, day: float, across: float) -> None:
        x, y = wheel(year).point(year.first.toordinal() + day, across)

        assert hypot(x - 100, y - 100) == pytest.approx(80 - across)

    def test_a_whole_turn_can_be_drawn(self) -> None:
        year = Year(2016)
        path = wheel(year).band(year.first.toordinal(), year.last.toordinal() + 1, 0, 10)

        assert re.findall(r"A(\d+)", path) == ["80", "80", "70", "70"]
        assert path.startswith("M100 20A80 80 0 0 1 100 180A80 80 0 0 1 100 20L100 30")


def test_a_strip_goes_right_or_down() -> None:
    right, down = Strip(10, 20, 2, 700), Strip(10, 20, 2, 700, down=True)

    assert (right.point(705, 3), down.point(705, 3)) == ((20, 23), (13, 30))
    assert right.length(7, 50) == down.length(7, 0) == 14
    assert right.band(700, 702, 0, 5) == "M10 20L14 20L14 25L10 25Z"
