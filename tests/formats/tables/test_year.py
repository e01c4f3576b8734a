from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidValueError
from samverkan.formats.tables.year import Year

YEARS = st.builds(Year, st.integers(1900, 2199), school=st.booleans())


@given(YEARS)
def test_what_is_written_can_be_read_back(year: Year) -> None:
    assert Year.parse(str(year)) == year


@pytest.mark.parametrize("text", ["2015/16", "2015-16", "2015–2016", " 2015 / 16 "])
def test_a_school_year_begins_in_august(text: str) -> None:
    year = Year.parse(text)

    assert (year.first, year.last, str(year)) == (dt.date(2015, 8, 1), dt.date(2016, 7, 31), "2015/16")


@given(YEARS)
def test_a_year_follows_upon_the_one_before(year: Year) -> None:
    if year.year < 2199:
        assert Year(year.year + 1, school=year.school).first - year.last == dt.timedelta(1)
    assert (year.last - year.first).days in {364, 365}


@pytest.mark.parametrize("text", ["16", "2015/17", "2015/2015", "år 2016", "", "2016/", "٢٠١٦"])
def test_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="is not a year"):
        Year.parse(text)


def test_the_century_may_turn() -> None:
    assert str(Year.parse("1999/00")) == "1999/00"
    assert Year.parse("1999/2000").last == dt.date(2000, 7, 31)
