from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from samverkan.arranging.certificate import conflict_of, strains
from samverkan.arranging.grid import grid
from samverkan.arranging.solution import ConflictKind
from samverkan.arranging.solve import solve
from samverkan.model.cadence import Weekday
from samverkan.testing import problems

from .enumerator import optimum
from .making import MONDAY, asked, at, fixed, wanted

if TYPE_CHECKING:
    from samverkan.arranging.problem import Candidate, Problem

HOURS = ("9.00–10.30", "13.00–14.30")


def week(day: int) -> list[Candidate]:
    return [at(day, hours) for hours in HOURS]


class TestTheCertificate:
    """… where more is asked, not all of it can take place."""

    @given(problems(max_meetings=5, max_candidates=3))
    def test_its_no_is_true(self, problem: Problem) -> None:
        known = grid(problem)
        none = sum(not columns for columns in known.of)
        over = max((len(each.meetings) - each.possible for each in strains(known)), default=0)

        assert optimum(problem).left_out >= none + max(0, over)

    @given(problems(max_meetings=7))
    def test_after_its_no_the_solver_leaves_something_out(self, problem: Problem) -> None:
        if any(strain.too_much for strain in strains(grid(problem))):
            assert solve(problem).left_out


def test_an_official_who_does_not_suffice_is_told_in_plain_words() -> None:
    friday = at(4, HOURS[0]), at(11, HOURS[0])
    problem = asked(*(wanted(f"g-{number}", friday, "mv", collaboration=f"k-{number % 3}") for number in range(5)))

    (strain,) = strains(grid(problem))

    assert (strain.possible, strain.days, strain.weekday, strain.too_much) == (2, 2, Weekday.FRIDAY, True)
    assert strain.collaborations == ("k-0", "k-1", "k-2")
    assert strain.suffices_for == 1  # 2 of 5 meetings, which 3 collaborations need
    conflict = conflict_of(problem, strain)
    assert conflict.kind is ConflictKind.CAPACITY
    assert str(conflict.why) == (
        "mv is needed at 5 meetings from 2026-03-06 to 2026-03-13, all on a friday: there are 2 such days, with room"
        " for 2 meetings"
    )


def test_a_day_holds_as_many_meetings_as_the_limit_and_the_hours_allow() -> None:
    meetings = [wanted(f"g-{number}", week(0), "mv") for number in range(3)]

    def possible(**more: object) -> int:
        (strain,) = strains(grid(asked(*meetings, **more)))
        return strain.possible

    assert possible(daily=None) == 2  # two hours that do not overlap
    assert possible(daily=1) == 1
    assert possible(daily=2, fixed=[fixed("f", at(0, "16.00–17.00"), "mv")]) == 1


def test_the_tightest_days_are_found_among_wider_ones() -> None:
    meetings = [
        *(wanted(f"tight-{number}", week(1), "mv") for number in range(3)),
        *(wanted(f"wide-{number}", week(0) + week(4), "mv") for number in range(2)),
    ]

    (strain,) = strains(grid(asked(*meetings)))

    assert strain.meetings == ("tight-0", "tight-1", "tight-2")
    assert (strain.first - MONDAY).days == (strain.last - MONDAY).days == 1


def test_who_has_meetings_in_one_collaboration_only_is_asked_for_by_nobody_else() -> None:
    own = [wanted(f"a-{number}", week(0), "local", "shared", collaboration="a") for number in range(2)]
    problem = asked(*own, wanted("b", week(0), "shared", collaboration="b"))

    assert [each.holder for each in strains(grid(problem), collaborations=2)] == ["shared"]
