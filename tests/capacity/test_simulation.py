from __future__ import annotations

import pytest
from attrs import evolve

import samverkan
from samverkan.capacity.queue import Coming, Full, queued
from samverkan.capacity.scenarios import Simulation, choices, scenarios
from samverkan.capacity.simulation import Spread, path_of, simulate
from samverkan.capacity.trial import Arriving, Staying, Stream, Trial
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.goals import Amount

STREAM = Stream(daily=0.5, shortest=10, longest=10)
TRIAL = Trial(places=4, streams=[STREAM], days=100)
EVENLY = Trial(places=2, streams=[Stream(daily=0.1, shortest=30, longest=30, arriving=Arriving.EVEN)], days=60)


class TestPath:
    def test_whoever_finds_no_place_waits_for_the_first_who_leaves(self) -> None:
        path = queued([Coming(0, 10), Coming(1, 5), Coming(2, 3), Coming(3, 1)], [2])

        assert path.began == (0, 1, 6, 9)
        assert path.left == (10, 6, 9, 10)

    def test_or_is_turned_away(self) -> None:
        path = queued([Coming(0, 10), Coming(1, 5), Coming(2, 3), Coming(6, 1)], [2], full=Full.AWAY)

        assert path.began == (0, 1, None, 6)

    def test_a_group_takes_its_own_places_first_and_open_ones_then(self) -> None:
        path = queued([Coming(0, 9, 1), Coming(0, 9, 1), Coming(0, 9, 1), Coming(0, 9)], [1, 1])

        assert path.pools == (1, 0, 1, 0)
        assert path.began == (0, 0, 9, 9)

    def test_others_never_take_a_place_that_is_kept(self) -> None:
        path = queued([Coming(0, 9), Coming(1, 9)], [1, 5])

        assert path.began == (0, 9)

    def test_where_there_is_no_place_at_all_nobody_begins(self) -> None:
        assert queued([Coming(0, 9)], [0, 5]).began == (None,)

    def test_without_a_limit_nobody_waits(self) -> None:
        path = queued([Coming(0, 9), Coming(0, 9, 1)], [None, None])

        assert (path.began, path.pools) == ((0, 0), (0, 1))


class TestSimulate:
    def test_the_same_seed_gives_the_same_and_another_does_not(self) -> None:
        assert simulate(TRIAL, runs=5, seed=3) == simulate(TRIAL, runs=5, seed=3) != simulate(TRIAL, runs=5, seed=4)

    def test_more_runs_keep_those_before_them(self) -> None:
        assert path_of(TRIAL, seed=1, run=2) == path_of(TRIAL, seed=1, run=2) != path_of(TRIAL, seed=1, run=3)

    def test_who_comes_evenly_and_stays_alike_is_computed_by_hand(self) -> None:
        told = simulate(EVENLY, runs=3)

        # They come on days 5, 15, …, 55. The first two fill the places from day 15 on; the others wait 10, 10, 20, 20.
        assert told.arrived == Spread(6, 6, 6)
        assert told.inside.mean == pytest.approx((10 + 2 * 45) / 60)
        assert told.full is not None
        assert told.full.mean == pytest.approx(45 / 60)
        assert told.waited is not None
        assert told.waited.mean == pytest.approx((0 + 0 + 10 + 10) / 4)
        assert told.waiting == Spread(2, 2, 2)
        assert told.turned_away is None
        assert [(each.day, each.inside.mean) for each in told.over_time[:1] + told.over_time[-1:]] == [(0, 0), (60, 2)]

    def test_whoever_is_turned_away_is_counted(self) -> None:
        told = simulate(evolve(EVENLY, full=Full.AWAY), runs=1)

        # Days 5 and 15 take the places until 35 and 45; 25 is turned away, 35 and 45 get in, 55 does not.
        assert told.turned_away is not None
        assert told.turned_away.mean == pytest.approx(2 / 6)
        assert (told.waited, told.waiting) == (None, None)

    def test_what_is_measured_later_leaves_out_the_beginning(self) -> None:
        told = simulate(EVENLY, runs=1, since=20)

        assert told.inside.mean == pytest.approx(2)
        assert told.arrived == Spread(4, 4, 4)
        assert told.waited is not None
        assert told.waited.mean == pytest.approx((10 + 10) / 2)

    def test_without_a_limit_nothing_is_full(self) -> None:
        told = simulate(evolve(TRIAL, places=None), runs=2)

        assert told.full is told.waited is told.waiting is told.turned_away is None

    def test_places_that_are_all_kept_are_always_full_for_others(self) -> None:
        told = simulate(evolve(TRIAL, places=0), runs=2)

        assert told.full == Spread(1, 1, 1)
        assert told.waited is None

    def test_several_streams_are_one_crowd(self) -> None:
        groups = evolve(STREAM, group=1)
        told = simulate(Trial(places=2, reserved=[3], streams=[STREAM, groups], days=200), runs=20)
        alone = simulate(Trial(places=2, streams=[STREAM], days=200), runs=20)

        assert told.arrived.mean > 1.5 * alone.arrived.mean
        assert told.inside.mean > alone.inside.mean

    def test_stays_between_two_lengths_lie_there(self) -> None:
        path = path_of(Trial(places=None, streams=[Stream(daily=1, shortest=3, longest=9)], days=200), seed=1, run=0)
        lengths = [left - began for began, left in path.stays()]

        assert 3 <= min(lengths) < 4
        assert 8 < max(lengths) <= 9

    @pytest.mark.parametrize(("runs", "since"), [(0, 0), (1, 100), (1, -1)])
    def test_nothing_to_run_or_to_measure_is_refused(self, runs: int, since: float) -> None:
        with pytest.raises(InvalidValueError, match="give nothing; expected at least one run and day"):
            simulate(TRIAL, runs=runs, since=since)

    def test_a_stream_of_nobody_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match=r"0\.0 is not above 0"):
            Stream(daily=0, shortest=1, longest=1)

    def test_a_group_without_places_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="no places are reserved for group 2"):
            Trial(places=1, reserved=[1], streams=[evolve(STREAM, group=2)], days=1)

    def test_a_stay_that_is_reversed_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match=r"a stay ends after 1\.0 days"):
            Stream(daily=1, shortest=2, longest=1)


class TestScenarios:
    whole = samverkan.bundled("resurscentrum")

    def test_each_choice_is_combined_with_each(self) -> None:
        given = choices(places=[65, 80], stays=[], arrivals=[])

        assert [(each.places, each.stay) for each in given] == [(65, None), (80, None)]
        assert choices() == [samverkan.Given()]

    def test_each_is_worked_out_and_simulated(self) -> None:
        given = [samverkan.Given(places=places, stay="12 months", arrivals="60/year") for places in (65, 80)]

        one, two = scenarios(self.whole, "production", given, simulation=Simulation(days=1430, runs=20))

        assert [each.part.suffices.value for each in (one, two)] == ["not_met", "met"]
        assert one.occupancy is not None
        assert two.occupancy is not None
        assert one.occupancy.full is not None
        assert two.occupancy.full is not None
        assert one.occupancy.full.mean > two.occupancy.full.mean
        assert one != scenarios(self.whole, "production", given, simulation=Simulation(days=1430, runs=20, seed=2))[0]

    def test_stays_that_vary_need_as_many_places_and_are_less_even(self) -> None:
        given = [samverkan.Given(stay="3 months", arrivals="60/year")]

        def spread(staying: Staying) -> float:
            (told,) = scenarios(
                self.whole, "production", given, simulation=Simulation(days=1430, runs=50, staying=staying)
            )
            assert told.occupancy is not None
            return told.occupancy.inside.high - told.occupancy.inside.low

        assert spread(Staying.ALIKE) < spread(Staying.VARIED)

    @pytest.mark.parametrize(
        ("id_", "given", "expected"),
        [
            ("production", samverkan.Given(stay="6 months"), "how many come to “production” is not stated"),
            ("rehab", samverkan.Given(), "how long they stay in “rehab” is not stated"),
        ],
    )
    def test_what_is_not_known_is_not_simulated(self, id_: str, given: samverkan.Given, expected: str) -> None:
        with pytest.raises(InvalidValueError, match=expected):
            scenarios(self.whole, id_, [given], simulation=Simulation(days=10))

    def test_what_may_be_a_stock_or_a_flow_is_simulated_as_one_of_them_only(self) -> None:
        whole, simulation = samverkan.bundled("integration-pa-g"), Simulation(days=731, runs=5)
        with pytest.raises(InvalidValueError, match="whether the 50 of “participant-path” are a stock or a flow"):
            scenarios(whole, "participant-path", [samverkan.Given(stay="6 months")], simulation=simulation)

        given = samverkan.Given(stay="6 months", amount=Amount.FLOW)
        (told,) = scenarios(whole, "participant-path", [given], simulation=simulation)

        assert told.occupancy is not None
        assert told.occupancy.places is None
        assert 250 < told.occupancy.over_time[-1].inside.mean < 350

    def test_a_unit_that_does_not_exist_is_told(self) -> None:
        with pytest.raises(UnknownNameError, match="there is no unit or flow “reha”"):
            scenarios(self.whole, "reha")
