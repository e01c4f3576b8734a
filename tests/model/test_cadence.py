from __future__ import annotations

import pytest
from hypothesis import given

from samverkan.errors import InvalidValueError
from samverkan.model.cadence import (
    Cadence,
    EveryDays,
    EveryWeeks,
    EveryWorkingDay,
    MonthlyOn,
    Parity,
    ParityWeeks,
    Per,
    Regularly,
    TimesPer,
    Weekday,
    WeeklyOn,
)
from samverkan.testing import cadences, values_of

SHORT = [EveryDays, EveryWeeks, WeeklyOn, ParityWeeks, MonthlyOn, EveryWorkingDay, Regularly]


class TestWhatPrints:
    @given(cadences())
    def test_can_be_read_back(self, cadence: Cadence) -> None:
        if not isinstance(cadence, TimesPer):  # the one without a short form
            assert type(cadence).parse(str(cadence)) == cadence

    @given(cadences())
    def test_is_read_back_as_no_other_cadence(self, cadence: Cadence) -> None:
        if isinstance(cadence, TimesPer):
            return
        for other in SHORT:
            if other is not type(cadence):
                with pytest.raises(InvalidValueError, match="is not a cadence"):
                    other.parse(str(cadence))

    @given(values_of(EveryDays))
    def test_may_be_preceded_by_every(self, cadence: EveryDays) -> None:
        assert EveryDays.parse(f"every {cadence}") == cadence

    @pytest.mark.parametrize(
        ("cadence", "printed"),
        [
            (EveryDays(14), "14 days"),
            (EveryDays(1), "day"),
            (EveryWeeks(2), "2 weeks"),
            (EveryWeeks(1), "week"),
            (WeeklyOn([Weekday.THURSDAY, Weekday.MONDAY]), "week on monday, thursday"),
            (ParityWeeks(Parity.EVEN, Weekday.FRIDAY), "even weeks on friday"),
            (MonthlyOn(2, Weekday.TUESDAY), "month on 2nd tuesday"),
            (MonthlyOn(-1, Weekday.FRIDAY, months=3), "3 months on last friday"),
            (EveryWorkingDay(), "working day"),
            (Regularly(), "regularly"),
        ],
    )
    def test_is_the_short_form(self, cadence: Cadence, printed: str) -> None:
        assert str(cadence) == printed
        assert type(cadence).parse(printed) == cadence

    @pytest.mark.parametrize(
        ("word", "nth"), [("1st", 1), ("2nd", 2), ("3rd", 3), ("4th", 4), ("5th", 5), ("last", -1)]
    )
    def test_counts_the_weekdays_of_a_month(self, word: str, nth: int) -> None:
        assert MonthlyOn.parse(f"every month on {word} monday") == MonthlyOn(nth, Weekday.MONDAY)


class TestRefusals:
    @pytest.mark.parametrize("cls", SHORT, ids=lambda cls: cls.__name__)
    @pytest.mark.parametrize(
        "text", ["", "var 14:e dag", "14", "fortnight", "week on", "month on 6th monday", "1,5 days"]
    )
    def test_of_text_that_is_no_cadence_say_what_would_be(self, cls: type[EveryDays], text: str) -> None:
        with pytest.raises(InvalidValueError, match=f"“{text}” is not a cadence; expected “") as told:
            cls.parse(text)
        assert told.value.code == "bad-cadence"
        assert told.value.expected == cls.short_form

    @pytest.mark.parametrize("text", ["0 days", "00 days"])
    def test_of_a_step_of_nothing(self, text: str) -> None:
        with pytest.raises(InvalidValueError, match=r"not a positive count|is not a cadence"):
            EveryDays.parse(text)

    @pytest.mark.parametrize("count", [0, -7, True, 2.0, "2"])
    @pytest.mark.parametrize(
        "make", [EveryDays, EveryWeeks, lambda n: TimesPer(n, Per.TERM)], ids=["days", "weeks", "times"]
    )
    def test_of_a_number_that_counts_nothing(self, make: type[EveryDays], count: int) -> None:
        with pytest.raises(InvalidValueError, match=f"{count!r} is not a positive count") as told:
            make(count)
        assert told.value.code == "bad-number"

    def test_of_a_week_without_days(self) -> None:
        with pytest.raises(
            InvalidValueError, match="a weekly rule names no day; expected at least one weekday"
        ) as told:
            WeeklyOn([])
        assert told.value.code == "bad-cadence"

    @pytest.mark.parametrize("nth", [0, 6, -2])
    def test_of_a_weekday_that_no_month_has(self, nth: int) -> None:
        with pytest.raises(InvalidValueError, match=f"a month has no weekday number {nth}; expected 1 to 5") as told:
            MonthlyOn(nth, Weekday.MONDAY)
        assert told.value.code == "bad-cadence"

    @pytest.mark.parametrize(
        "make",
        [lambda: EveryDays(10_000), lambda: EveryWeeks(1_000), lambda: MonthlyOn(1, Weekday.MONDAY, months=100)],
        ids=["days", "weeks", "months"],
    )
    def test_of_a_step_that_could_not_be_read_back(self, make: type) -> None:
        try:
            cadence = make()
        except InvalidValueError:
            return
        assert type(cadence).parse(str(cadence)) == cadence


class TestWeekday:
    def test_is_numbered_as_iso_does(self) -> None:
        assert [day.iso for day in Weekday] == [1, 2, 3, 4, 5, 6, 7]

    def test_stands_once_and_in_order_in_a_weekly_rule(self) -> None:
        days = [Weekday.SUNDAY, Weekday.MONDAY, Weekday.SUNDAY]

        assert WeeklyOn(days).weekdays == (Weekday.MONDAY, Weekday.SUNDAY)
