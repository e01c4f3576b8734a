from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given

from samverkan.errors import InvalidValueError
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed
from samverkan.model.names import Text
from samverkan.model.records import Decision
from samverkan.model.values import ClockSpan, Length, Period, Unit, as_fact_text, as_fraction
from samverkan.testing import clock_spans, closed_periods, lengths


class TestClockSpan:
    @given(clock_spans())
    def test_that_prints_can_be_read_back(self, span: ClockSpan) -> None:
        assert ClockSpan.parse(str(span)) == span

    @pytest.mark.parametrize(
        ("text", "printed"),
        [
            ("13.00–16.30", "13.00–16.30"),
            ("13:00-16:30", "13.00–16.30"),
            ("8.30 – 16.00", "08.30–16.00"),
            (" 8:05 ", "08.05"),
            ("0.00", "00.00"),
            ("23.59", "23.59"),
            ("13.00—16.30", "13.00–16.30"),
        ],
    )
    def test_reads_what_swedes_write(self, text: str, printed: str) -> None:
        assert str(ClockSpan.parse(text)) == printed

    @pytest.mark.parametrize("text", ["", "13", "kl 13", "24.00", "13.60", "13.0", "13.00-", "13.00–25.00", "1300"])
    def test_refuses_what_is_no_time_of_day(self, text: str) -> None:
        with pytest.raises(InvalidValueError, match=f"“{text}” is not a time of day; expected a time such as") as told:
            ClockSpan.parse(text)
        assert told.value.code == "bad-time"

    @pytest.mark.parametrize("text", ["16.30–13.00", "13.00–13.00", "23.00–01.00"])
    def test_cannot_end_before_it_starts(self, text: str) -> None:
        with pytest.raises(InvalidValueError, match="ends before it starts; expected the earlier time first") as told:
            ClockSpan.parse(text)
        assert told.value.code == "reversed-time"

    @pytest.mark.parametrize("odd", [dt.time(13, 0, 30), dt.time(13, 0, 0, 1)])
    @pytest.mark.parametrize("make", [ClockSpan, lambda time: ClockSpan(dt.time(12), time)], ids=["start", "end"])
    def test_starts_and_ends_on_a_minute(self, make: type[ClockSpan], odd: dt.time) -> None:
        with pytest.raises(InvalidValueError, match="a meeting starts and ends on a minute; expected a time") as told:
            make(odd)
        assert told.value.code == "bad-time"

    @given(clock_spans())
    def test_is_as_long_as_from_start_to_end(self, span: ClockSpan) -> None:
        if span.end is None:
            assert span.minutes is None
        else:
            day = dt.date(2016, 3, 4)
            apart = dt.datetime.combine(day, span.end) - dt.datetime.combine(day, span.start)
            assert span.minutes == apart // dt.timedelta(minutes=1) > 0


class TestLength:
    @given(lengths())
    def test_that_prints_can_be_read_back(self, length: Length) -> None:
        assert Length.parse(str(length)) == length

    def test_is_printed_with_its_unit_in_the_right_number(self) -> None:
        assert str(Length(1, Unit.DAY)) == "1 day"
        assert str(Length(90, Unit.DAY)) == "90 days"

    @pytest.mark.parametrize("text", ["", "90", "days", "-1 days", "1.5 years", "90 dagar", "90days"])
    def test_refuses_what_is_no_length(self, text: str) -> None:
        with pytest.raises(
            InvalidValueError, match=f"“{text}” is not a length of time; expected a length such"
        ) as told:
            Length.parse(text)
        assert told.value.code == "bad-length"

    @pytest.mark.parametrize("count", [0, -1, 1.5, True, "3", None])
    def test_counts_from_one(self, count: int) -> None:
        with pytest.raises(InvalidValueError, match="is not a positive count; expected a whole number from 1") as told:
            Length(count, Unit.DAY)
        assert told.value.code == "bad-number"

    def test_has_nine_digits_at_most(self) -> None:
        assert str(Length(999_999_999, Unit.DAY)) == "999999999 days"
        with pytest.raises(InvalidValueError, match="at most 9 digits"):
            Length(1_000_000_000, Unit.DAY)

    def test_of_ninety_days_is_not_three_months(self) -> None:
        assert Length.parse("90 days") != Length.parse("3 months")

    def test_that_is_absurdly_long_is_refused_in_words(self) -> None:
        with pytest.raises(InvalidValueError, match="is not a length of time"):
            Length.parse(f"{'9' * 5000} days")


class TestPeriod:
    def test_cannot_end_before_it_starts(self) -> None:
        with pytest.raises(
            InvalidValueError, match="ends 2016-01-01 before it starts 2016-01-02; expected from"
        ) as told:
            Period(dt.date(2016, 1, 2), dt.date(2016, 1, 1))
        assert told.value.code == "reversed-period"

    def test_that_says_nothing_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="the period says nothing; expected from, to or length") as told:
            Period()
        assert told.value.code == "empty-period"

    def test_counts_both_ends(self) -> None:
        assert Period(dt.date(2016, 3, 4), dt.date(2016, 3, 4)).days == 1
        assert Period(dt.date(2016, 2, 28), dt.date(2016, 3, 1)).days == 3

    @given(closed_periods())
    def test_with_two_ends_has_at_least_a_day(self, period: Period) -> None:
        assert period.days is not None
        assert period.days >= 1

    def test_with_one_end_has_no_known_number_of_days(self) -> None:
        assert Period(from_=dt.date(2016, 1, 1)).days is Period(length=Length(3, Unit.YEAR)).days is None
        assert Period(to=dt.date(2016, 1, 1)).days is None

    def test_takes_no_datetime_for_a_date(self) -> None:
        with pytest.raises(
            InvalidValueError, match=r"from_ .* is not a date; expected a date such as 2016-03-04"
        ) as told:
            Period(dt.datetime(2016, 3, 4, tzinfo=dt.UTC))
        assert told.value.code == "bad-date"


class TestDates:
    @pytest.mark.parametrize("fact", [UNKNOWN, Absent(), dt.date(2016, 3, 4)])
    def test_may_be_unknown_or_absent(self, fact: dt.date) -> None:
        assert Decision("a", Text("b"), date=fact).date == fact

    def test_may_be_disputed(self) -> None:
        dispute = Disputed([Claim(dt.date(2016, 3, 4)), Claim(dt.date(2016, 4, 3))])

        assert Decision("a", Text("b"), date=dispute).date == dispute

    @pytest.mark.parametrize("value", ["2016-03-04", 20160304, dt.datetime(2016, 3, 4, tzinfo=dt.UTC)])
    def test_are_nothing_else(self, value: dt.date) -> None:
        with pytest.raises(InvalidValueError, match=r"date .* is not a date") as told:
            Decision("a", Text("b"), date=value)
        assert told.value.code == "bad-date"


def test_plain_text_is_taken_for_a_fact_in_words() -> None:
    assert as_fact_text("a") == Text("a") == as_fact_text(Text("a"))
    assert as_fact_text(UNKNOWN) is UNKNOWN


@pytest.mark.parametrize(
    ("told", "exact"), [(60, Fraction(60)), ("66.7", Fraction(667, 10)), ("2/3", Fraction(2, 3)), (UNKNOWN, UNKNOWN)]
)
def test_numbers_are_taken_exactly(told: int | str, exact: Fraction) -> None:
    assert as_fraction(told) == exact


def test_a_float_counts_as_the_fraction_that_it_is_written_as() -> None:
    assert as_fraction(0.6) == Fraction(3, 5)


@pytest.mark.parametrize("number", ["mycket", float("nan"), "1/0"])
def test_what_is_no_number_is_no_fraction(number: float | str) -> None:
    with pytest.raises(InvalidValueError, match="is not a number") as refusal:
        as_fraction(number)
    assert refusal.value.code == "bad-number"
