from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given

from samverkan.errors import InvalidValueError
from samverkan.model.terms import HalfYear, Term, TermDates, terms_between
from samverkan.testing import dates, term_dates, terms

VT16 = Term(2016, HalfYear.VT)
HT16 = Term(2016, HalfYear.HT)


class TestTerm:
    @given(terms())
    def test_that_prints_can_be_read_back(self, term: Term) -> None:
        assert Term.parse(str(term)) == term

    @pytest.mark.parametrize("text", ["VT 2016", "vt16", "Vt-2016", " VT  16 ", "VT2016"])
    def test_reads_what_schools_write(self, text: str) -> None:
        assert Term.parse(text) == VT16

    @pytest.mark.parametrize("text", ["", "2016", "VT", "ST 2016", "VT 2016/17", "VT 216"])
    def test_refuses_what_is_no_term(self, text: str) -> None:
        with pytest.raises(
            InvalidValueError, match=f"“{text}” is not a term; expected a term such as “VT 2016”"
        ) as told:
            Term.parse(text)
        assert told.value.code == "bad-term"

    @pytest.mark.parametrize(("text", "year"), [("HT 00", 2000), ("HT 99", 2099), ("HT 1900", 1900), ("HT 2200", 2200)])
    def test_of_two_digits_is_of_this_century(self, text: str, year: int) -> None:
        assert Term.parse(text) == Term(year, HalfYear.HT)

    @pytest.mark.parametrize("text", ["VT 0016", "VT 0099", "VT 0100", "VT 1899"])
    def test_of_four_digits_is_of_no_other_year(self, text: str) -> None:
        with pytest.raises(InvalidValueError, match=f"year {int(text[3:])} is not a year"):
            Term.parse(text)

    @pytest.mark.parametrize("year", [1899, 2201, 0, True, "2016", 2016.0])
    def test_refuses_what_is_no_year(self, year: int) -> None:
        with pytest.raises(
            InvalidValueError, match=r"year .* is not a year; expected a year from 1900 to 2200"
        ) as told:
            Term(year, HalfYear.VT)
        assert told.value.code == "bad-year"

    @given(dates())
    def test_holds_each_day_that_counts_to_it(self, day: dt.date) -> None:
        term = Term.of(day)

        assert term.first <= day <= term.last

    @given(terms(max_year=2199))
    def test_is_followed_by_the_next_without_a_gap(self, term: Term) -> None:
        assert term.following.first - term.last == dt.timedelta(days=1)
        assert term < term.following

    def test_in_spring_comes_before_the_one_in_autumn(self) -> None:
        assert sorted([HT16, Term(2017, HalfYear.VT), VT16]) == [VT16, HT16, Term(2017, HalfYear.VT)]


class TestTermsBetween:
    @given(dates(), dates())
    def test_hold_every_day_of_the_period(self, one: dt.date, other: dt.date) -> None:
        first, last = sorted((one, other))
        found = list(terms_between(first, last))

        assert found[0].first <= first
        assert last <= found[-1].last
        assert all(after == before.following for before, after in pairwise(found))

    @pytest.mark.parametrize(
        ("first", "last", "found"),
        [
            ("2016-01-01", "2016-01-01", ["VT 2016"]),
            ("2016-06-30", "2016-06-30", ["VT 2016"]),
            ("2016-06-30", "2016-07-01", ["VT 2016", "HT 2016"]),
            ("2016-07-01", "2016-12-31", ["HT 2016"]),
            ("2016-07-01", "2017-01-01", ["HT 2016", "VT 2017"]),
        ],
    )
    def test_are_those_with_a_day_in_it(self, first: str, last: str, found: list[str]) -> None:
        days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)

        assert [str(term) for term in terms_between(*days)] == found

    def test_are_none_of_a_reversed_period(self) -> None:
        assert list(terms_between(dt.date(2017, 1, 1), dt.date(2016, 12, 31))) == []

    def test_reach_to_the_end_of_the_calendar(self) -> None:
        assert len(list(terms_between(dt.date(2200, 1, 1), dt.date(2200, 12, 31)))) == 2


class TestTermDates:
    def test_cannot_end_before_they_start(self) -> None:
        with pytest.raises(InvalidValueError, match="VT 2016 ends 2016-01-10 before it starts; expected from") as told:
            TermDates(VT16, dt.date(2016, 1, 11), dt.date(2016, 1, 10))
        assert told.value.code == "reversed-period"

    def test_may_be_of_one_day(self) -> None:
        assert TermDates(VT16, dt.date(2016, 1, 11), dt.date(2016, 1, 11)).to == dt.date(2016, 1, 11)

    @given(term_dates())
    def test_that_are_generated_lie_in_their_term(self, school: TermDates) -> None:
        assert school.term.first <= school.from_ <= school.to <= school.term.last
