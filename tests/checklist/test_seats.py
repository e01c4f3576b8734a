from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.checklist.interval import Interval
from samverkan.checklist.regularity import days_between
from samverkan.checklist.seats import Place, belongs, may_belong_to, sector_asks, spanned, speaks_for
from samverkan.model.bodies import Seat
from samverkan.model.cadence import (
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
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.organisations import Organisation, Sector

from .builders import MET, NOT_MET, UNSURE, disputed, group, setup

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome


@pytest.mark.parametrize(
    ("sector", "not_sectors", "expected"),
    [
        (Sector.BUSINESS, (), MET),
        (Sector.ACADEMIA, (), NOT_MET),
        (Absent(), (), NOT_MET),
        (UNKNOWN, (), UNSURE),
        (UNKNOWN, (Sector.BUSINESS,), NOT_MET),
        (UNKNOWN, tuple(each for each in Sector if each is not Sector.BUSINESS), MET),
        (disputed(Sector.BUSINESS, Sector.ACADEMIA), (), UNSURE),
        (disputed(Sector.BUSINESS, Sector.ACADEMIA, decides=1), (), NOT_MET),
    ],
)
def test_an_organisation_belongs_to_a_sector(
    sector: object, not_sectors: tuple[Sector, ...], expected: Outcome
) -> None:
    organisation = Organisation("o", sector=sector, not_sectors=not_sectors)

    assert belongs(organisation, {Sector.BUSINESS}) is expected


def test_a_seat_speaks_for_each_of_its_organisations() -> None:
    case = setup()

    assert speaks_for(case, Seat("s", organisations=["firm", "town"]), Sector.MUNICIPALITY) is MET
    assert speaks_for(case, Seat("s", organisations=["firm", "riddle"]), Sector.MUNICIPALITY) is UNSURE
    assert speaks_for(case, Seat("s"), Sector.MUNICIPALITY) is UNSURE


def test_whoever_may_be_of_two_sectors_is_asked_and_who_can_be_of_one_only_is_not() -> None:
    both = Organisation("both", not_sectors=tuple(Sector)[2:])
    one = Organisation("one", not_sectors=tuple(Sector)[1:])
    place = Place(group(), Seat("s", organisations=["both", "one"]))

    assert [ask.field for ask in sector_asks(setup(organisations=[both, one]), place)] == ["organisations.both.sector"]


few = st.lists(
    st.sets(st.sampled_from(list(Sector)[:5]), min_size=1, max_size=3).map(frozenset), min_size=1, max_size=4
)


@given(few)
def test_the_number_of_sectors_is_exact_over_every_completion(possible: list[frozenset[Sector]]) -> None:
    numbers = [len(set(chosen)) for chosen in product(*possible)]

    assert spanned(possible, more=False) == Interval(min(numbers), max(numbers))


def test_where_every_sector_is_certainly_there_nothing_is_left_to_span() -> None:
    assert spanned([frozenset({each}) for each in Sector], more=False) == Interval(len(Sector), len(Sector))


def test_further_organisations_may_be_of_every_sector() -> None:
    assert spanned([frozenset({Sector.BUSINESS})], more=True) == Interval(1, len(Sector))
    assert may_belong_to(Organisation("o")) == frozenset(Sector)


@pytest.mark.parametrize(
    ("cadence", "expected"),
    [
        (EveryDays(14), Interval(14, 14)),
        (EveryWeeks(2), Interval(14, 14)),
        (WeeklyOn([Weekday.MONDAY]), Interval(7, 7)),
        (ParityWeeks(Parity.EVEN, Weekday.FRIDAY), Interval(14, 14)),
        (MonthlyOn(2, Weekday.TUESDAY), Interval(31, 31)),
        (MonthlyOn(2, Weekday.TUESDAY, 3), Interval(93, 93)),
        (EveryWorkingDay(), Interval(1, 1)),
        (TimesPer(2, Per.TERM), Interval(92, 92)),
        (TimesPer(2, Per.TERM, approximate=True), Interval(0, 184)),
        (Regularly(), Interval(0, None)),
    ],
)
def test_a_rule_tells_how_many_days_lie_between_meetings(cadence: object, expected: Interval) -> None:
    assert days_between(cadence) == expected
