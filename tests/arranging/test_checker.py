"""The judges of arrangements are judged: each rule can be seen to be broken, and nothing is passed over."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from samverkan.arranging.problem import Away, Candidate, Fixed, Limit, Problem, Spacing, Wanted, Way
from samverkan.model.names import Text

from .checker import broken
from .enumerator import optimum, possible, ways, worth
from .tiny import MONDAY, SWEDEN, tiny


def at(hour: float, day: int = 0, place: str | None = None) -> Candidate:
    midnight = dt.datetime.combine(MONDAY + dt.timedelta(days=day), dt.time(), SWEDEN)
    start = midnight + dt.timedelta(hours=hour)
    return Candidate(start, start + dt.timedelta(hours=1), place=place)


def wanted(name: str, *times: Candidate, holders: str = "p", series: str | None = None) -> Wanted:
    return Wanted(
        id=name,
        collaboration="alby",
        name=Text(name),
        nominal=MONDAY,
        date=MONDAY,
        holders=list(holders),
        candidates=times,
        series=series,
    )


def fixed(name: str, time: Candidate, series: str | None = None) -> Fixed:
    return Fixed(
        id=name, start=time.start, end=time.end, holders=["p"], place=time.place, series=series, nominal=MONDAY
    )


def told(one: Candidate, other: Candidate, *, holders: str = "p", **rules: object) -> list[str]:
    problem = Problem(
        meetings=[wanted("a", one, series="s"), wanted("b", other, holders=holders, series="s")],
        **{"daily": None, **rules},  # type: ignore[arg-type]  # what the test says
    )
    return broken(problem, {"a": one, "b": other})


def test_one_person_is_not_in_two_meetings() -> None:
    assert told(at(9), at(9.5)) == ["a and b need the same person"]
    assert told(at(9), at(10)) == told(at(9), at(9.5), holders="q") == []


def test_one_room_holds_one_meeting() -> None:
    here = at(9, place="hall"), at(9, place="hall")

    assert told(*here, holders="q", rooms=["hall"]) == ["a and b are in one room"]
    assert told(*here, holders="q", rooms=["attic"]) == []


def test_the_way_takes_its_time_in_its_direction_on_one_day() -> None:
    there, back = at(9, place="x"), at(10.5, place="y")

    assert told(there, back, ways=[Way("x", "y", 31)]) == ["there is no time to come from a to b"]
    assert told(back, there, ways=[Way("x", "y", 31)]) == ["there is no time to come from b to a"]
    assert told(there, back, ways=[Way("x", "y", 30)]) == told(there, back, ways=[Way("y", "x", 31)]) == []
    assert told(at(22, place="x"), at(0, 1, "y"), ways=[Way("x", "y", 240)]) == []


def test_a_day_holds_so_many_with_the_fixed_ones() -> None:
    standing = fixed("f", at(15))

    assert told(at(9), at(11), daily=2, fixed=[standing]) == ["p has 3 meetings on 2027-03-01"]
    assert told(at(9), at(11, 1), daily=2, fixed=[standing]) == []
    assert told(at(9), at(11), daily=5, limits=[Limit("p", 1)]) == ["p has 2 meetings on 2027-03-01"]


def test_nobody_meets_while_away_or_in_a_fixed_meeting() -> None:
    away = Away("p", at(9.5).start, at(9.5).end)

    assert told(at(9), at(10.5), away=[away]) == ["p is away from a"]
    assert told(at(9), at(12), fixed=[fixed("f", at(12.5))]) == ["b and f need the same person"]


def test_two_in_a_row_keep_their_distance_the_fixed_ones_among_them() -> None:
    near, far = Spacing("s", least=2), Spacing("s", most=2)

    assert told(at(9), at(9, 1), spacings=[near]) == ["b is 1 days after a, too near"]
    assert told(at(9, 1), at(9), spacings=[Spacing("s", least=0)]) == ["b is -1 days after a, too near"]
    assert told(at(9), at(9, 3), spacings=[far]) == ["b is 3 days after a, too far"]
    between = fixed("aa", at(12, 2), series="s")
    assert told(at(9), at(9, 3), spacings=[far], fixed=[between]) == []
    assert told(at(9), at(9, 3), spacings=[near], fixed=[between]) == ["b is 1 days after aa, too near"]


def test_a_time_is_one_that_was_offered() -> None:
    problem = Problem(meetings=[wanted("a", at(9))])

    assert broken(problem, {"a": at(10)}) == [f"a was not offered {at(10)}"]


@pytest.mark.parametrize("seed", range(40))
def test_whoever_tries_all_choices_in_one_row_finds_as_many_and_the_same_best(seed: int) -> None:
    problem = tiny(seed)
    problem = Problem(
        meetings=problem.meetings[:4],
        fixed=problem.fixed,
        daily=problem.daily,
        spacings=problem.spacings,
        ways=problem.ways,
        rooms=problem.rooms,
    )
    names = [each.id for each in problem.meetings]
    rows = product(*([None, *each.candidates] for each in problem.meetings))
    choices = [{name: time for name, time in zip(names, row, strict=True) if time is not None} for row in rows]
    allowed = [each for each in choices if not broken(problem, each)]

    assert len(list(ways(problem))) == len(allowed)
    assert optimum(problem) == min(worth(problem, each) for each in allowed)
    assert possible(problem, names) is any(len(each) == len(names) for each in allowed)
