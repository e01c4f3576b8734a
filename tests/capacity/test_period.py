from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import samverkan
from samverkan.capacity.period import later, months, project_times, windows
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.goals import ShareGoal
from samverkan.model.identity import Identity
from samverkan.model.names import Text
from samverkan.model.participants import Flow
from samverkan.model.values import Length, Period, Unit


def named(name: str) -> dict[str, tuple[dt.date | None, bool]]:
    return {".".join(each.path): (each.last, each.late) for each in windows(samverkan.bundled(name))}


class TestMonths:
    @pytest.mark.parametrize(
        ("first", "last", "expected"),
        [
            ("2010-02-01", "2013-12-31", Fraction(47)),
            ("2009-01-15", "2011-01-15", 24 + Fraction(1, 31)),
            ("2009-02-01", "2011-12-30", 34 + Fraction(30, 31)),
            ("2008-09-01", "2009-02-28", Fraction(6)),
            ("2016-01-31", "2016-02-29", 1 + Fraction(1, 31)),
            ("2016-03-04", "2016-03-04", Fraction(1, 31)),
        ],
    )
    def test_are_whole_from_the_first_day_and_then_shares(self, first: str, last: str, expected: Fraction) -> None:
        assert months(Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))) == expected

    def test_of_a_length_are_those_that_it_says(self) -> None:
        assert months(Period(length=Length(3, Unit.YEAR))) == 36

    def test_of_an_open_period_are_unknown(self) -> None:
        assert months(Period(dt.date(2009, 1, 15))) is None

    def test_at_the_end_of_the_calendar_are_unknown(self) -> None:
        assert months(Period(dt.date(9999, 1, 1), dt.date.max)) is None

    @given(st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)), st.integers(0, 3000), st.integers(1, 3000))
    def test_grow_with_the_period(self, first: dt.date, length: int, more: int) -> None:
        ends = [first + dt.timedelta(days=count) for count in (length, length + more)]
        shorter, longer = (months(Period(first, end)) for end in ends)

        assert shorter is not None
        assert longer is not None
        assert shorter < longer


def test_each_period_that_a_source_says_is_given() -> None:
    assert [time.months for time in project_times(samverkan.bundled("resurscentrum"))] == [47, 36]
    assert project_times(samverkan.bundled("tranemo")) == ()


class TestWindows:
    def test_of_lots_the_last_entry_is_at_the_turn_of_the_year_2009(self) -> None:
        assert named("lots-ockelbo") == {"flows.introduction.window": (dt.date(2009, 12, 31), False)}

    def test_of_integration_pa_g_the_last_day_to_finish_is_ninety_days_before_the_end(self) -> None:
        assert named("integration-pa-g") == {"goals.g-g3.window": (dt.date(2010, 10, 17), False)}

    def test_of_resurscentrum_nothing_is_said_of_when_its_twelve_months_begin(self) -> None:
        (window,) = windows(samverkan.bundled("resurscentrum"))

        assert (window.length, window.start, window.last) == (Length(12, Unit.MONTH), None, None)

    def test_longer_than_the_project_is_never_over_in_it(self) -> None:
        (window,) = windows(setup(Length(24, Unit.MONTH), Period(dt.date(2010, 1, 1), dt.date(2010, 12, 31))))

        assert window.late
        assert window.last is None

    def test_longer_than_the_calendar_is_never_over_either(self) -> None:
        (window,) = windows(setup(Length(10**8, Unit.YEAR), Period(dt.date(2010, 1, 1), dt.date(2010, 12, 31))))

        assert window.late

    def test_of_a_project_without_an_end_has_no_last_day(self) -> None:
        whole = setup(Length(24, Unit.MONTH), Period(dt.date(2010, 1, 1)))

        (window,) = windows(whole)
        (unknown,) = windows(evolve(whole, identity=Identity(period=UNKNOWN)))

        assert (window.last, window.late) == (unknown.last, unknown.late) == (None, False)

    def test_of_a_goal_whose_event_is_not_stated_has_no_last_day(self) -> None:
        goal = ShareGoal(id="g", text=Text("Mål"), window=Length(90, Unit.DAY))
        whole = Collaboration(
            id="setup",
            name=Text("Setup"),
            identity=Identity(period=Period(dt.date(2010, 1, 1), dt.date(2010, 12, 31))),
            goals=(goal,),
        )

        (window,) = windows(whole)

        assert (window.start, window.last) == (None, None)

    @given(
        st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1)),
        st.builds(Length, st.integers(1, 40), st.sampled_from(Unit)),
    )
    def test_whoever_enters_on_the_last_day_is_through_and_nobody_later_is(self, end: dt.date, length: Length) -> None:
        (window,) = windows(setup(length, Period(to=end)))

        assert window.last is not None
        for more in range(20):
            entry = window.last + dt.timedelta(days=more)
            assert (later(entry, length) - dt.timedelta(days=1) <= end) is (more == 0)


def setup(window: Length, period: Period) -> Collaboration:
    flow = Flow("flow", window=window)
    return Collaboration(id="setup", name=Text("Setup"), identity=Identity(period=period), flows=(flow,))
