"""What of a follow-up is told to everybody: nothing in it may change with a number that is kept back."""

from __future__ import annotations

import datetime as dt
from difflib import unified_diff
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from samverkan.followup.account import account
from samverkan.followup.checking import faults_of
from samverkan.followup.follow import follow_up
from samverkan.followup.result import Counted, Sex
from samverkan.followup.shown import Hidden, Shown, shown
from samverkan.followup.status import Status
from samverkan.followup.telling import Telling, publication
from samverkan.formats.bundled import bundled
from samverkan.formats.followup import followup_data
from samverkan.formats.outcomes import json_text
from samverkan.formats.wording import Wording
from samverkan.model.goals import CapacityGoal, ComplementGoal, DeliverableGoal
from samverkan.testing.strategies.results import cases
from tests.followup.rows import row

if TYPE_CHECKING:
    from samverkan.followup.result import Result
    from samverkan.testing.strategies.results import Case

G = bundled("integration-pa-g")
MARCH: dict[str, Any] = {"first": dt.date(2010, 3, 1), "last": dt.date(2010, 3, 31)}
NO_SHRINKING = [phase for phase in Phase if phase is not Phase.shrink]  # each try solves for what may be told
LATE = dt.date(2011, 6, 1)
L = bundled("lots-ockelbo")
CLOSED: dict[str, Any] = {"collected": dt.date(2013, 12, 29)}
"""The day on which the windows of the last have closed, of l-g3."""
VERY_LATE = dt.date(2016, 1, 1)


def by_sex(total: tuple[int, int], women: tuple[int, int], men: tuple[int, int]) -> list[Result]:
    counts = ((None, total), (Sex.WOMEN, women), (Sex.MEN, men))
    return [row("g-g2", *count, sex=sex, **MARCH) for sex, count in counts]


def told(results: list[Result]) -> list[bool]:
    """Say of the figures of March whether each is told."""
    found = follow_up(G, results, as_of=LATE).of("g-g2")
    telling = publication(G, results, as_of=LATE)
    march = next(each for each in found.whole.periods if each.first == MARCH["first"])
    return [telling.tells(found.goal, found.whole, figure) for figure in march.figures]


class TestFigures:
    def test_large_groups_are_told_with_their_status(self) -> None:
        results = by_sex((35, 50), (18, 25), (17, 25))
        found = follow_up(G, results, as_of=LATE).of("g-g2")
        telling = publication(G, results, as_of=LATE)

        assert told(results) == [True, True, True]
        assert telling.status(found.goal, found.whole) is found.status

    def test_few_of_one_sex_are_kept_back_with_what_they_could_be_worked_out_from(self) -> None:
        results = by_sex((35, 50), (18, 20), (17, 30))
        found = follow_up(G, results, as_of=LATE).of("g-g2")

        assert told(results) == [True, False, False]
        assert publication(G, results, as_of=LATE).status(found.goal, found.whole) is Hidden.HIDDEN

    def test_those_who_hold_the_results_see_all(self) -> None:
        results = by_sex((35, 50), (18, 20), (17, 30))
        found = follow_up(G, results, as_of=LATE).of("g-g2")

        assert not Telling().guarded
        assert Telling().status(found.goal, found.whole) is found.status
        assert all(Telling().tells(found.goal, found.whole, each) for each in found.whole.periods[13].figures)

    def test_things_are_always_told(self) -> None:
        whole, results = bundled("visioncenter"), [row("v-g2", 1)]
        found = follow_up(whole, results, as_of=LATE).of("v-g2")

        assert publication(whole, results, as_of=LATE).status(found.goal, found.whole) is found.status

    def test_what_is_counted_later_keeps_nothing_back(self) -> None:
        results = [*by_sex((35, 50), (18, 25), (17, 25)), row("g-g3", 2, 3, collected=dt.date(2012, 1, 1))]

        assert publication(G, results, as_of=LATE).hidden == ()
        assert publication(G, [row("g-g3", 2, 3, collected=LATE)], as_of=LATE).hidden

    def test_a_row_that_stands_twice_is_told(self) -> None:
        results = by_sex((35, 50), (18, 25), (17, 25))

        assert told([results[0], *results]) == [True, True, True]

    @pytest.mark.parametrize("few", [2, 3])
    def test_few_in_one_month_keep_no_other_month_back(self, few: int) -> None:
        days = {2: {"first": dt.date(2010, 2, 1), "last": dt.date(2010, 2, 28)}, 3: MARCH}
        results = [row("g-g2", *((2, 3) if month == few else (35, 50)), **days[month]) for month in days]
        found = follow_up(G, results, as_of=LATE).of("g-g2")
        telling = publication(G, results, as_of=LATE)

        told = {
            period.first.month: telling.tells(found.goal, found.whole, figure)
            for period in found.whole.periods
            for figure in period.figures
        }
        assert told == {month: month != few for month in days}
        status = {
            period.first.month: telling.period_status(found.goal, found.whole, period) is Hidden.HIDDEN
            for period in found.whole.periods
            if period.figures
        }
        assert status == {month: month == few for month in days}

    def test_few_in_one_municipality_keep_no_other_back(self) -> None:
        results = [
            row("g-g2", *count, municipality=town, **MARCH) for count, town in (((2, 3), "0764"), ((35, 50), "0761"))
        ]
        found = follow_up(G, results, as_of=LATE).of("g-g2")
        telling = publication(G, results, as_of=LATE)

        assert [telling.status(found.goal, line) for line in found.lines[1:]] == [Hidden.HIDDEN, Status.UNKNOWN]


class TestTheOnlyMunicipality:
    """Its rows are about the whole, whether they name it or not."""

    @pytest.mark.parametrize("towns", list(product((None, "2101"), repeat=2)))
    def test_a_sum_is_kept_back_with_its_smallest_part(self, towns: tuple[str | None, str | None]) -> None:
        large = row("l-g3", 30, 50, last=dt.date(2009, 6, 30), municipality=towns[0], **CLOSED)
        small = row("l-g3", 2, 10, first=dt.date(2009, 7, 1), municipality=towns[1], **CLOSED)

        assert self.told("l-g3", large, small) == [False]

    @pytest.mark.parametrize("towns", list(product((None, "2101"), repeat=2)))
    def test_the_rest_of_another_goal_is_kept_back_with_it(self, towns: tuple[str | None, str | None]) -> None:
        working = row("l-g3", 47, 50, municipality=towns[0], **CLOSED)

        assert self.told("l-g4", working, row("l-g4", 0, municipality=towns[1], **CLOSED)) == [False]

    def test_of_two_counts_of_the_same_in_other_words_only_the_later_is_told(self) -> None:
        earlier = row("l-g3", 30, 50, outcomes=["work"], **CLOSED)
        later = evolve(earlier, municipality="2101", counted=Counted.OUTCOME, outcomes=["Arbete"])
        later = evolve(later, count=33, collected=dt.date(2014, 1, 31))

        assert publication(L, [earlier, later], as_of=VERY_LATE).hidden == (earlier,)

    def told(self, id_: str, *results: Result) -> list[bool]:
        found = account(L, results, as_of=VERY_LATE)
        each = found.found.of(id_)
        return [found.telling.tells(each.goal, each.whole, figure) for figure in each.whole.figures]


def test_of_counts_of_one_day_the_same_source_is_told_whichever_comes_first() -> None:
    one = row("g-g1", 10, 20, source="a")
    other = evolve(one, source="b")

    for results in ([one, other], [other, one]):
        found = account(G, results, as_of=LATE)
        assert found.telling.hidden == (one,)
        assert found.status(found.found.of("g-g1")) is Status.MISSED


def published(case: Case, results: tuple[Result, ...]) -> list[str]:
    whole, _, day, policy = case
    found = follow_up(whole, results, as_of=day, policy=policy)
    return json_text(followup_data(found, publication(whole, results, as_of=day), (), Wording("en"))).splitlines()


@st.composite
def alike(draw: st.DrawFn) -> tuple[Case, tuple[Result, ...]]:
    """Make a case, and the same with other numbers where a number of its results is kept back."""
    case = draw(cases(max_results=6))
    whole, results, day, _ = case
    things = {goal.id for goal in whole.goals if isinstance(goal, (CapacityGoal, DeliverableGoal))}
    rest_of = {goal.id: goal.of for goal in whole.goals if isinstance(goal, ComplementGoal)}
    people = [each for each in results if each.goal not in things and each.collected <= day]
    before = shown(people, rest_of=rest_of)
    assume(any(Hidden.HIDDEN in {each.count, each.total, each.pending} for each in before))
    other = {result: draw(_another(result, each)) for result, each in zip(people, before, strict=True)}
    changed = tuple(other.get(each, each) for each in results)
    assume(changed != results)
    assume(not any(faults_of(whole, changed)))
    assume(shown([other[each] for each in people], rest_of=rest_of) == before)
    return case, changed


@st.composite
def _another(draw: st.DrawFn, result: Result, each: Shown) -> Result:
    total = draw(st.integers(0, 9)) if each.total is Hidden.HIDDEN else result.total
    most = 9 if total is None else total
    count = draw(st.integers(0, most)) if each.count is Hidden.HIDDEN else result.count
    assume(count <= most)
    pending = draw(st.integers(0, most - count)) if each.pending is Hidden.HIDDEN else result.pending
    assume(count + (pending or 0) <= most)
    return evolve(result, count=count, total=total, pending=pending)


class TestNothingIsGivenAway:
    """Law: two follow-ups whose results look the same to everybody are told in the same words and numbers."""

    @given(alike())
    @settings(max_examples=40, suppress_health_check=list(HealthCheck), phases=NO_SHRINKING)
    def test_what_is_published_does_not_change_with_what_is_kept_back(
        self, both: tuple[Case, tuple[Result, ...]]
    ) -> None:
        case, changed = both

        assert list(unified_diff(published(case, case[1]), published(case, changed), n=4)) == []
