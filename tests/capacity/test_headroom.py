from __future__ import annotations

from fractions import Fraction

import pytest

import samverkan
from samverkan.capacity.amounts import DAYS, YEAR
from samverkan.capacity.groups import groups_of
from samverkan.capacity.headroom import headroom
from samverkan.capacity.part import Given, Part
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.goals import Amount
from samverkan.model.participants import GroupSize
from samverkan.model.values import Unit


def parts(name: str, **given: Given) -> dict[str, Part]:
    found = headroom(samverkan.bundled(name), given={key.replace("_", "-"): each for key, each in given.items()})
    return {part.id: part for part in found.parts}


class TestResurscentrum:
    def test_sixty_a_year_are_235_by_the_dates_of_the_project_and_180_by_its_text(self) -> None:
        found = headroom(samverkan.bundled("resurscentrum"))
        (reading,) = found.parts[0].readings

        assert [reading.passing(time.months) for time in found.times] == [235, 180]

    def test_at_most_55_of_the_65_places_are_left_for_others(self) -> None:
        (reading,) = parts("resurscentrum")["production"].readings

        assert (reading.amount, reading.places) == (Amount.STOCK, 55)

    def test_nothing_suffices_or_not_while_no_length_of_stay_is_stated(self) -> None:
        found = parts("resurscentrum")

        assert {id_: part.missing for id_, part in found.items()} == {
            "rehab": ("stay", "places"),
            "production": ("stay", "arrivals"),
            "outflow": ("capacity", "stay"),
        }
        assert {part.needed for part in found.values()} == {None}
        assert headroom(samverkan.bundled("resurscentrum")).suffices is Outcome.UNKNOWN

    def test_twelve_months_is_a_limit_of_the_outflow_unit_and_no_length_of_stay(self) -> None:
        assert parts("resurscentrum")["outflow"].stay is None

    @pytest.mark.parametrize(
        ("stay", "needed", "outcome"),
        [
            ("6 months", Interval(30, 30), Outcome.MET),
            ("11 months", Interval(55, 55), Outcome.MET),
            ("12 months", Interval(60, 60), Outcome.NOT_MET),
            ("6–12 months", Interval(30, 60), Outcome.UNKNOWN),
        ],
    )
    def test_sixty_a_year_need_as_many_places_as_their_stay_makes(
        self, stay: str, needed: Interval, outcome: Outcome
    ) -> None:
        part = parts("resurscentrum", production=Given(stay=stay, arrivals="60/year"))["production"]

        assert (part.needed, part.suffices) == (needed, outcome)
        assert part.readings[0].fitting_stay == 11 * DAYS[Unit.MONTH]

    def test_places_that_fall_short_in_one_unit_do_not_suffice_whatever_is_unknown_of_the_others(self) -> None:
        given = {"production": Given(stay="12 months", arrivals="60/year")}

        assert headroom(samverkan.bundled("resurscentrum"), given=given).suffices is Outcome.NOT_MET

    def test_with_a_stay_it_is_known_how_many_can_come(self) -> None:
        (reading,) = parts("resurscentrum", production=Given(stay="6–12 months"))["production"].readings

        assert reading.fitting_arrivals == Interval(55 / YEAR, 110 / YEAR)

    def test_other_places_keep_those_that_are_for_the_group(self) -> None:
        part = parts("resurscentrum", production=Given(places=80))["production"]

        assert part.readings[0].places == 70


class TestIntegrationPaG:
    def test_fifty_each_month_is_read_both_ways(self) -> None:
        part = parts("integration-pa-g")["participant-path"]
        stock, flow = part.readings

        assert (stock.amount, stock.places, stock.arrivals) == (Amount.STOCK, 50, None)
        assert (flow.amount, flow.places, flow.arrivals) == (Amount.FLOW, None, 50 / DAYS[Unit.MONTH])
        assert part.needed is None
        assert part.missing == ("amount", "stay", "arrivals", "places")

    def test_with_a_stay_it_lies_between_the_two(self) -> None:
        part = parts("integration-pa-g", participant_path=Given(stay="6 months"))["participant-path"]

        assert part.needed == Interval(50, 300)

    def test_as_a_flow_its_volume_is_that_of_24_months_and_a_day(self) -> None:
        found = headroom(samverkan.bundled("integration-pa-g"))

        assert found.parts[0].readings[1].passing(found.times[0].months) == Fraction(37250, 31)

    def test_read_as_one_of_them_it_is_that(self) -> None:
        given = Given(amount=Amount.FLOW, stay="3 months")

        assert parts("integration-pa-g", participant_path=given)["participant-path"].needed == Interval(150, 150)


class TestOthers:
    @pytest.mark.parametrize("name", ["tranemo", "lots-ockelbo", "visioncenter"])
    def test_nothing_is_asked_to_suffice_where_no_unit_is_stated(self, name: str) -> None:
        found = headroom(samverkan.bundled(name))

        assert (found.parts, found.suffices) == ((), Outcome.NOT_APPLICABLE)

    def test_an_id_that_no_unit_has_is_told_with_those_there_are(self) -> None:
        with pytest.raises(UnknownNameError, match="there is no unit or flow “rehap”; did you mean “rehab”"):
            parts("resurscentrum", rehap=Given(places=3))

    def test_no_place_at_all_is_no_assumption(self) -> None:
        with pytest.raises(InvalidValueError, match="places 0 is not a positive count"):
            Given(places=0)


class TestGroups:
    def test_about_ninety_people_in_groups_of_three_to_five_are_18_to_30_groups(self) -> None:
        first, second = headroom(samverkan.bundled("visioncenter")).groups

        assert (first.observed.count, first.observed.approximate, first.groups) == (90, True, Interval(18, 30))
        assert (second.observed.count, second.groups) == (14, Interval(3, 4))

    @pytest.mark.parametrize(("count", "size", "expected"), [(7, (4, 5), None), (2, (3, 5), None), (0, (3, 5), (0, 0))])
    def test_some_numbers_cannot_be_divided(
        self, count: int, size: tuple[int, int], expected: tuple[int, int] | None
    ) -> None:
        assert groups_of(count, GroupSize(*size)) == (None if expected is None else Interval(*expected))

    def test_a_group_of_nobody_is_no_size(self) -> None:
        assert groups_of(4, GroupSize(0, 5)) is None
