from __future__ import annotations

import datetime as dt
from itertools import combinations
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidCollaborationError
from samverkan.model.bodies import Seat
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan
from samverkan.planning.clashes import Clash, ClashKind, clashes
from samverkan.planning.meeting import Meeting, Status, in_order
from samverkan.planning.table import Table

FRIDAY: Final = dt.date(2016, 3, 4)
PERSON = Table("c", "a", [Seat("a-1", holder="h")]), Table("c", "b", [Seat("b-1", holder="h"), Seat("b-2")])


def meeting(
    id_: str, bodies: str, clock: str | None = None, *, day: dt.date = FRIDAY, place: str | None = None
) -> Meeting:
    return Meeting(
        id_,
        tuple(bodies.split()),
        Text(f"Möte {id_}"),
        day,
        day,
        None if clock is None else ClockSpan.parse(clock),
        None if place is None else Text(place),
    )


def found(*meetings: Meeting, tables: tuple[Table, ...] = PERSON) -> tuple[Clash, ...]:
    return clashes(sorted(meetings, key=in_order), tables)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("13.00–15.00", "14.00–16.00", ClashKind.CERTAIN),
        ("13.00–15.00", "13.30–14.00", ClashKind.CERTAIN),
        ("13.00–15.00", "15.00–16.00", None),
        ("13.00–15.00", "14.00", ClashKind.CERTAIN),
        ("13.00–15.00", "12.00", ClashKind.POSSIBLE),
        ("13.00–15.00", "15.00", None),
        ("13.00", "13.00", ClashKind.CERTAIN),
        ("13.00", "14.00", ClashKind.POSSIBLE),
        ("13.00–15.00", None, ClashKind.POSSIBLE),
        ("00.00–01.00", "00.30–02.00", ClashKind.CERTAIN),
        ("00.00", "00.00", ClashKind.CERTAIN),
        ("00.00", None, ClashKind.POSSIBLE),
        (None, None, ClashKind.POSSIBLE),
    ],
)
def test_what_overlaps_clashes_and_what_may_overlap_may_clash(
    one: str | None, other: str | None, kind: ClashKind | None
) -> None:
    for first, second in ((one, other), (other, one)):
        clash = found(meeting("1", "a", first), meeting("2", "b", second))
        assert [each.kind for each in clash] == ([] if kind is None else [kind])


@pytest.mark.parametrize("day", [dt.date(1966, 5, 8), dt.date(2016, 5, 8)])
def test_a_sunday_is_no_other_day_also_before_moments_are_counted(day: dt.date) -> None:
    def kinds(*clocks: str | None) -> list[ClashKind]:
        return [each.kind for each in found(*(meeting(f"{n}", "a", clock, day=day) for n, clock in enumerate(clocks)))]

    assert kinds("13.00–15.00", "14.00") == [ClashKind.CERTAIN]
    assert kinds("13.00–15.00", "15.00") == []
    assert kinds("13.00", "14.00") == kinds("13.00", None) == [ClashKind.POSSIBLE]


def test_more_clashes_than_anybody_could_be_told_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    meetings = [meeting(number, "a", place="Hus") for number in "123"]
    monkeypatch.setattr("samverkan.planning.clashes.MAX_CLASHES", 6)  # three pairs, each of one body and of one place
    assert len(found(*meetings)) == 3
    monkeypatch.setattr("samverkan.planning.clashes.MAX_CLASHES", 5)
    with pytest.raises(InvalidCollaborationError, match="the meetings clash more than 5 times, on 2016-03-04 for"):
        found(*meetings)


def test_a_clash_names_the_seats_the_holders_and_the_reason() -> None:
    (clash,) = found(meeting("1", "a", "13.00–15.00"), meeting("2", "b", "14.00–15.00"))

    assert clash.meetings == ("1", "2")
    assert (clash.seats, clash.holders, clash.place) == (("a-1", "b-1"), ("h",), None)
    assert str(clash.why) == "Möte 1 and Möte 2 overlap on 2016-03-04 for the same people"


def test_people_who_share_nothing_do_not_clash() -> None:
    tables = Table("c", "a", [Seat("a-1", organisations=["af"])]), Table("c", "b", [Seat("b-1", organisations=["af"])])

    assert found(meeting("1", "a", "13.00"), meeting("2", "b", "13.00"), tables=tables) == ()


def test_one_body_cannot_meet_twice_at_a_time_even_when_nobody_is_listed() -> None:
    for table in (Table("c", "a"), Table("c", "a", [Seat("a-1")])):
        (clash,) = found(meeting("1", "a"), meeting("2", "a"), tables=(table,))
        assert clash.kind is ClashKind.POSSIBLE


def test_a_joint_meeting_does_not_clash_with_itself() -> None:
    assert found(meeting("1", "a b", "13.00")) == ()


def test_several_people_in_one_pair_of_meetings_are_one_clash() -> None:
    tables = (
        Table("c", "a", [Seat("s"), Seat("a-1", holder="h")]),
        Table("c", "b", [Seat("s"), Seat("b-1", holder="h")]),
    )
    (clash,) = found(meeting("1", "a", "13.00"), meeting("2", "b", "13.00"), tables=tables)

    assert (clash.seats, clash.holders) == (("a-1", "b-1", "s"), ("h",))


def test_one_place_cannot_be_taken_twice() -> None:
    (certain,) = found(
        meeting("1", "", "13.00–14.00", place="Glasets Hus"), meeting("2", "", "13.30", place="glasets hus ")
    )
    (possible,) = found(meeting("1", "", place="Glasets Hus"), meeting("2", "", "13.30", place="Glasets Hus"))

    assert (certain.kind, certain.place, certain.seats) == (ClashKind.CERTAIN, Text("Glasets Hus"), ())
    assert str(certain.why) == "Möte 1 and Möte 2 overlap on 2016-03-04 in Glasets Hus"
    assert str(possible.why) == "Möte 1 and Möte 2 may overlap on 2016-03-04 in Glasets Hus"


def test_where_the_same_people_have_the_same_place_twice_it_is_told_of_the_people() -> None:
    (clash,) = found(meeting("1", "a", "13.00", place="Hus"), meeting("2", "b", "13.00", place="Hus"))

    assert (clash.place, clash.holders) == (Text("Hus"), ("h",))
    assert str(clash.why) == "Möte 1 and Möte 2 overlap on 2016-03-04 for the same people"


def test_two_unknown_places_are_not_one_place() -> None:
    assert found(meeting("1", "", "13.00"), meeting("2", "", "13.00")) == ()


@pytest.mark.parametrize("status", [Status.SKIPPED, Status.CANCELLED, Status.MERGED])
def test_a_meeting_that_does_not_take_place_clashes_with_nothing(status: Status) -> None:
    assert found(evolve(meeting("1", "a"), status=status), meeting("2", "b")) == ()


def test_meetings_over_the_missing_hour_are_compared_as_moments() -> None:
    night = dt.date(2026, 3, 29)
    one, other = meeting("1", "a", "01.30–02.30", day=night), meeting("2", "b", "03.00–04.00", day=night)

    assert [clash.kind for clash in found(one, other)] == [ClashKind.CERTAIN]


def test_meetings_in_the_doubled_hour_are_compared_as_moments() -> None:
    night = dt.date(2026, 10, 25)
    one, other = meeting("1", "a", "01.00–02.00", day=night), meeting("2", "b", "02.00–03.00", day=night)

    assert found(one, other) == ()


TIMES = st.sampled_from([None, "08.00", "09.00", "08.00–10.00", "09.00–10.00", "09.30–11.00", "10.00–12.00"])
PLANS = st.lists(
    st.builds(
        lambda bodies, clock, step, place: ("", bodies, clock, FRIDAY + dt.timedelta(days=step), place),
        st.sampled_from(["", "a", "b", "d", "a b"]),
        TIMES,
        st.integers(0, 2),
        st.sampled_from([None, "hus", "park"]),
    ),
    max_size=12,
)
TABLES = (*PERSON, Table("c", "d", [Seat("b-2"), Seat("d-1")]))
SHARED = {("a", "b"), ("b", "d"), ("a", "a"), ("b", "b"), ("d", "d")}


def naive(one: Meeting, other: Meeting) -> ClashKind | None:
    """Compare two meetings by the definition: the same day, somebody or some place in both, no gap between."""
    people = any((x, y) in SHARED or (y, x) in SHARED for x in one.bodies for y in other.bodies)
    if one.date != other.date or not (people or (one.place is not None and one.place == other.place)):
        return None
    if one.clock is None or other.clock is None:
        return ClashKind.POSSIBLE
    first, second = sorted((one.clock, other.clock), key=lambda clock: clock.start)
    if first.start == second.start:
        return ClashKind.CERTAIN
    if first.end is None:
        return ClashKind.POSSIBLE
    return ClashKind.CERTAIN if second.start < first.end else None


@given(PLANS)
def test_every_pair_that_clashes_is_found_and_no_other(plan: list[tuple[str, str, str | None, dt.date, str]]) -> None:
    meetings = sorted(
        (
            meeting(f"{number:02}", bodies, clock, day=day, place=place)
            for number, (_, bodies, clock, day, place) in enumerate(plan)
        ),
        key=in_order,
    )
    expected = [
        ((one.id, other.id), kind)
        for one, other in combinations(meetings, 2)
        if (kind := naive(one, other)) is not None
    ]

    assert [(clash.meetings, clash.kind) for clash in clashes(meetings, TABLES)] == expected
