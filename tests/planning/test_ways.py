from __future__ import annotations

import datetime as dt
from itertools import combinations
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.model.bodies import Seat
from samverkan.model.names import Text
from samverkan.model.travel import Travel
from samverkan.model.values import ClockSpan
from samverkan.planning.clashes import Clash, ClashKind, clashes
from samverkan.planning.meeting import Meeting, in_order
from samverkan.planning.table import Table
from samverkan.planning.ways import ways

FRIDAY: Final = dt.date(2016, 3, 4)
PERSON = Table("c", "a", [Seat("a-1", holder="h")]), Table("c", "b", [Seat("b-1", holder="h"), Seat("b-2")])
TRAVEL = (Travel("Tranemo", "Borås", 45),)


def meeting(id_: str, body: str, clock: str | None, place: str | None, day: dt.date = FRIDAY) -> Meeting:
    hours = None if clock is None else ClockSpan.parse(clock)
    return Meeting(id_, (body,), Text(f"Möte {id_}"), day, day, hours, None if place is None else Text(place))


def found(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], travel: tuple[Travel, ...] = TRAVEL
) -> list[Clash]:
    meetings = sorted([meeting("1", "a", *one), meeting("2", "b", *other)], key=in_order)
    return list(clashes(meetings, PERSON, travel=travel))


@pytest.mark.parametrize(
    ("one", "other", "kind", "minutes"),
    [
        ("13.00–14.00", "14.30–15.00", ClashKind.CERTAIN, 45),
        ("13.00–14.00", "14.44", ClashKind.CERTAIN, 45),
        ("13.00–14.00", "14.45", None, None),
        ("13.00–14.00", "13.30–15.00", ClashKind.CERTAIN, None),
        ("13.00–14.00", "14.00", ClashKind.CERTAIN, 45),
        ("13.00–13.30", "14.14", ClashKind.CERTAIN, 45),
        ("13.00–13.30", "14.15", None, None),
        ("13.00", "13.30", ClashKind.CERTAIN, 45),
        ("13.00", "13.45", ClashKind.POSSIBLE, None),
        (None, "13.45", ClashKind.POSSIBLE, None),
    ],
)
def test_two_meetings_far_apart_need_time_in_between(
    one: str | None, other: str, kind: ClashKind | None, minutes: int | None
) -> None:
    for places in (("Tranemo", "Borås"), ("borås ", "tranemo")):
        clash = found((one, places[0]), (other, places[1]))
        assert [(each.kind, each.minutes) for each in clash] == ([] if kind is None else [(kind, minutes)])


@pytest.mark.parametrize("other", ["13.00", "13.00–13.30", "13.00–15.00"])
def test_two_that_begin_together_clash_wherever_they_are_and_however_they_end(other: str) -> None:
    for first, second in (("13.00–14.00", other), (other, "13.00–14.00")):
        assert [each.kind for each in found((first, "Tranemo"), (second, "Borås"))] == [ClashKind.CERTAIN]


def test_each_way_has_its_own_minutes() -> None:
    longer = (*TRAVEL, Travel("Tranemo", "Växjö", 130))

    assert [each.minutes for each in found(("13.00–14.00", "Tranemo"), ("14.44", "Borås"), longer)] == [45]
    assert found(("13.00–14.00", "Tranemo"), ("14.45", "Borås"), longer) == []
    assert [each.minutes for each in found(("13.00–14.00", "Tranemo"), ("16.09", "Växjö"), longer)] == [130]
    assert found(("13.00–14.00", "Tranemo"), ("16.10", "Växjö"), longer) == []


def test_a_clash_by_travel_names_the_people_and_the_way() -> None:
    (clash,) = found(("13.00–14.00", "Tranemo"), ("14.30", "Borås"))

    assert (clash.meetings, clash.seats, clash.holders) == (("1", "2"), ("a-1", "b-1"), ("h",))
    assert str(clash.why) == (
        "Möte 1 and Möte 2 on 2016-03-04 leave the same people too little time for the 45 min between them"
    )


@pytest.mark.parametrize("places", [("Tranemo", "Tranemo"), ("Tranemo", None), (None, None), ("Tranemo", "Växjö")])
def test_where_no_way_is_known_none_is_reckoned_with(places: tuple[str | None, str | None]) -> None:
    assert found(("13.00–14.00", places[0]), ("14.05", places[1])) == []


def test_people_who_share_nothing_need_not_travel() -> None:
    meetings = [meeting("1", "a", "13.00–14.00", "Tranemo"), meeting("2", "c", "14.05", "Borås")]

    assert clashes(meetings, (*PERSON, Table("c", "c", [Seat("c-1")])), travel=TRAVEL) == ()


def test_nobody_travels_past_midnight() -> None:
    meetings = [
        meeting("1", "a", "23.00–23.50", "Tranemo"),
        meeting("2", "b", "00.05", "Borås", day=FRIDAY + dt.timedelta(days=1)),
    ]

    assert clashes(meetings, PERSON, travel=TRAVEL) == ()


def test_the_way_back_takes_as_long_unless_it_is_stated() -> None:
    there, back = Travel("A", "B", 10), Travel("B", "A", 30)

    assert ways([there]).known == {("a", "b"): 10, ("b", "a"): 10}
    assert ways([there, back]).known == {("a", "b"): 10, ("b", "a"): 30}


def test_of_two_claims_about_a_way_the_longer_counts() -> None:
    assert ways([Travel("A", "B", 10), Travel("a", "b", 15)]).known[("a", "b")] == 15
    assert not ways([])


PLANS = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.sampled_from([None, "08.00", "09.00", "08.00–09.00", "09.15–10.00", "10.30–11.00"]),
        st.sampled_from([None, "x", "y", "z"]),
    ),
    max_size=8,
)
WAYS = st.lists(
    st.builds(lambda pair, minutes: Travel(*pair, minutes), st.sampled_from(["xy", "yz", "zy"]), st.integers(1, 200)),
    max_size=3,
)


class TestTravel:
    """One holder at two places with too little time between is a certain clash, where both have clock times."""

    @given(PLANS, WAYS)
    def test_each_pair_too_near_in_time_is_found_and_nothing_else_changes(
        self, plan: list[tuple[str, str | None, str | None]], travel: list[Travel]
    ) -> None:
        meetings = sorted((meeting(f"{number}", *each) for number, each in enumerate(plan)), key=in_order)
        known = ways(travel).known
        before = {clash.meetings: clash for clash in clashes(meetings, PERSON)}
        after = {clash.meetings: clash for clash in clashes(meetings, PERSON, travel=travel)}

        assert set(before) <= set(after)
        for one, other in combinations(meetings, 2):
            clash, pair = after.get((one.id, other.id)), (one.id, other.id)
            short = too_little(one, other, known)
            assert (clash is not None and clash.minutes is not None) == (short is not None)
            if short is not None and clash is not None:
                assert (clash.kind, clash.minutes) == (ClashKind.CERTAIN, short)
            else:
                assert clash == before.get(pair)


def too_little(one: Meeting, other: Meeting, known: dict[tuple[str, str], int]) -> int | None:
    """Give the minutes of the way by the definition, where there is less time than that between two meetings."""
    if one.clock is None or other.clock is None or one.place is None or other.place is None:
        return None
    minutes = known.get((one.place.sv, other.place.sv))
    leaves = one.clock.end or one.clock.start
    between = (other.clock.start.hour - leaves.hour) * 60 + other.clock.start.minute - leaves.minute
    return minutes if minutes is not None and 0 <= between < minutes else None
