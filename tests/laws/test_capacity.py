"""The law of places and participants, on paths that Hypothesis draws; times are whole days, so nothing is rounded."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.capacity.amounts import Rate, Stay
from samverkan.capacity.chain import through
from samverkan.capacity.headroom import headroom
from samverkan.capacity.part import Given
from samverkan.capacity.queue import Coming, Full, Path, queued
from samverkan.model.collaboration import Collaboration
from samverkan.model.goals import Amount
from samverkan.model.names import Text
from samverkan.model.participants import Capacity, WorkUnit
from samverkan.model.values import Length, Unit
from tests.capacity.coming import chain, comers, inside

FULLS = st.sampled_from(Full)
PLACES = st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(0, 2))


def events(path: Path) -> list[float]:
    return sorted({time for stay in path.stays() for time in stay})


class TestCapacity:
    """24. Capacity.

    Occupied <= capacity at every time in a stock unit, reserved places are used only by their group, participants are
    conserved along the flow (in = out + inside), and a stock is never compared with a flow without a length of stay.
    """

    @given(comers(groups=2), PLACES, FULLS)
    def test_no_pool_holds_more_than_its_places_at_any_event(
        self, coming: list[Coming], places: tuple[int, ...], full: Full
    ) -> None:
        path = queued(coming, places, full=full)

        for day in events(path):
            assert all(inside(path, day, pool) <= count for pool, count in enumerate(places))

    @given(comers(groups=2), PLACES, FULLS)
    def test_reserved_places_are_used_only_by_their_group(
        self, coming: list[Coming], places: tuple[int, ...], full: Full
    ) -> None:
        path = queued(coming, places, full=full)

        assert all(pool in {0, each.group} for each, pool in zip(coming, path.pools, strict=True))

    @given(comers(groups=2), PLACES, FULLS, st.integers(0, 99))
    def test_whoever_came_is_inside_has_left_waits_or_was_turned_away(
        self, coming: list[Coming], places: tuple[int, ...], full: Full, day: int
    ) -> None:
        path = queued(coming, places, full=full)
        rows = [row for row in zip(path.arrived, path.began, path.left, strict=True) if row[0] <= day]

        gone = sum(left is not None and left <= day for _, _, left in rows)
        waiting = sum(began is not None and began > day for _, began, _ in rows)
        without = sum(began is None for _, began, _ in rows)
        assert len(rows) == gone + inside(path, day) + waiting + without

    @given(comers(groups=2), PLACES, FULLS)
    def test_nobody_is_turned_away_while_a_place_that_they_may_have_is_free(
        self, coming: list[Coming], places: tuple[int, ...], full: Full
    ) -> None:
        path = queued(coming, places, full=full)

        for place, each in enumerate(coming):
            if path.began[place] != each.at:
                before = Path(*(column[:place] for column in (path.arrived, path.began, path.left, path.pools)))
                # Those before may begin later than this one comes, and have a claim to what is free then.
                taken = {pool: sum(left > each.at for _, left in before.stays(pool)) for pool in {0, each.group}}
                assert all(count >= places[pool] for pool, count in taken.items())

    @given(comers(), st.integers(1, 4))
    def test_the_places_taken_summed_over_the_days_are_the_stays_summed_over_the_people(
        self, coming: list[Coming], places: int
    ) -> None:
        """Little's law on a path that is over: each place-day is a day of somebody's stay."""
        path = queued(coming, [places])
        last = max((int(left) for _, left in path.stays()), default=0)

        assert sum(inside(path, day) for day in range(last)) == sum(each.stay for each in coming)

    @given(
        comers(),
        st.lists(st.integers(1, 3), min_size=1, max_size=3),
        st.data(),
        FULLS,
    )
    def test_participants_are_conserved_along_a_chain(
        self, coming: list[Coming], places: list[int], data: st.DataObject, full: Full
    ) -> None:
        pytest.importorskip("simpy", reason="the extra simulate is not installed")
        stays = [[each.stay, *(data.draw(st.integers(1, 9)) for _ in places[1:])] for each in coming]

        paths = through(chain(places, full), [each.at for each in coming], stays)

        assert len(paths[0].arrived) == len(coming)
        for path, count in zip(paths, places, strict=True):
            assert all(inside(path, day) <= count for day in events(path))
        for path, following in pairwise(paths):
            # Who got a place goes on to the next unit, and keeps the place until there is room or they leave for good.
            assert len(following.arrived) == sum(began is not None for began in path.began)
            left = [each for each in path.left if each is not None]
            rows = zip(following.arrived, following.began, strict=True)
            assert sorted(left) == sorted(at if began is None else began for at, began in rows)

    @given(st.integers(1, 99), st.sampled_from(Amount), st.sampled_from(Unit))
    def test_without_a_length_of_stay_a_stock_and_a_flow_give_no_number(
        self, number: int, amount: Amount, per: Unit
    ) -> None:
        setup = with_capacity(Capacity(number, Text("platser"), amount, per if amount is Amount.FLOW else None))
        both = Given(places=number, arrivals=Rate(number, per))

        (part,) = headroom(setup, given={"unit": both}).parts

        assert part.needed is None
        assert all(each.needed is each.fitting_arrivals is None for each in part.readings)
        assert part.suffices.value == "unknown"
        assert "stay" in part.missing

    @given(st.integers(1, 99), st.integers(1, 99), st.integers(1, 36), st.sampled_from(Unit))
    def test_what_fits_fills_the_places_exactly(self, places: int, arrivals: int, stay: int, per: Unit) -> None:
        setup = with_capacity(Capacity(places, Text("platser"), Amount.STOCK))
        length = Stay(Length(stay, Unit.MONTH))

        (part,) = headroom(setup, given={"unit": Given(stay=length, arrivals=Rate(arrivals, per))}).parts
        (reading,) = part.readings

        assert reading.fitting_arrivals is not None
        assert reading.fitting_stay is not None
        assert reading.fitting_arrivals.low * length.days.low == places
        assert reading.fitting_stay * Rate(arrivals, per).daily == places
        assert reading.needed is not None
        assert (reading.suffices.value == "met") == (reading.needed.low <= places)

    @given(st.integers(1, 99), st.integers(1, 36), st.integers(0, 36))
    def test_a_capacity_that_may_be_either_lies_between_what_it_is_as_each(
        self, number: int, shortest: int, more: int
    ) -> None:
        capacity = Capacity(number, Text("personer"), per=Unit.MONTH)
        stay = Stay(Length(shortest, Unit.MONTH), Length(shortest + more, Unit.MONTH))

        (either,) = headroom(with_capacity(capacity), given={"unit": Given(stay=stay)}).parts

        assert either.needed is not None
        assert either.needed.low == number
        assert either.needed.high == Fraction(number * (shortest + more))


def with_capacity(capacity: Capacity) -> Collaboration:
    return Collaboration(id="setup", name=Text("Setup"), units=(WorkUnit("unit", Text("Enhet"), capacity=capacity),))
