"""What holds of every follow-up, whatever the goals, the results, the day and the policy."""

from __future__ import annotations

import datetime as dt
import operator
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any, Final

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.followup.checking import faults_of
from samverkan.followup.follow import follow_up
from samverkan.followup.policy import Policy, Reading
from samverkan.followup.result import Counted, Result, Sex
from samverkan.followup.status import Reason, Status
from samverkan.model.collaboration import Collaboration
from samverkan.model.goals import Breakdown, Goal, Measured, MixedGoal, Operator, PerceptionGoal, ShareGoal
from samverkan.model.identity import Identity
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality
from samverkan.model.values import Length, Period
from samverkan.testing import follow_ups
from samverkan.testing.strategies.results import cases

if TYPE_CHECKING:
    import random

    from samverkan.followup.followup import FollowUp, Line
    from samverkan.testing.strategies.results import Case

FIRST, LAST = dt.date(2009, 1, 1), dt.date(2009, 3, 31)
MONTHS: Final = [(dt.date(2009, month, 1), dt.date(2009, month + 1, 1) - dt.timedelta(days=1)) for month in (1, 2, 3)]
HOLDS: Final = {
    Operator.AT_LEAST: operator.ge,
    Operator.AT_MOST: operator.le,
    Operator.EXACTLY: operator.eq,
    Operator.MORE_THAN: operator.gt,
    Operator.LESS_THAN: operator.lt,
}
PERCENT = st.sampled_from([0, 33, 50, 70, 100]) | st.fractions(0, 100, max_denominator=9)
COUNTS = st.integers(0, 6).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))
LATE = dt.date(2012, 1, 1)


def share(number: Fraction | int = 50, *, by_sex: bool = False, **more: Any) -> ShareGoal:  # noqa: ANN401  # fields
    return ShareGoal(
        id="a",
        text=Text("Mål"),
        number=number,
        population="deltagare",
        breakdown=[Breakdown.SEX] if by_sex else [],
        **more,
    )


def within_30_days(number: Fraction | int = 50, **more: Any) -> ShareGoal:  # noqa: ANN401  # fields
    return share(number, window=Length.parse("30 days"), window_from="avslut", **more)


def row(count: int, total: int, **more: Any) -> Result:  # noqa: ANN401  # fields
    days = {"first": FIRST, "last": LAST, "collected": LAST}
    return Result(**{"goal": "a", "source": "register", "count": count, "total": total, **days, **more})


def setup(goal: Goal) -> Collaboration:
    return Collaboration(id="c", name="C", identity=Identity(period=Period(FIRST, LAST)), goals=(goal,))


def found(goal: Goal, *results: Result, as_of: dt.date = LATE, reading: Reading = Reading.STRICT) -> Line:
    return follow_up(setup(goal), results, as_of=as_of, policy=Policy(reading=reading)).of("a").whole


def reaches(goal: ShareGoal, count: int, total: int) -> bool:
    """Say it with the share itself, in other words than the library does."""
    return bool(HOLDS[goal.operator](Fraction(count, total), Fraction(str(goal.number)) / 100))


def by_sex(women: tuple[int, int], men: tuple[int, int]) -> list[Result]:
    both = row(women[0] + men[0], women[1] + men[1])
    return [both, row(*women, sex=Sex.WOMEN), row(*men, sex=Sex.MEN)]


class TestShares:
    """For a fixed denominator the share is monotone in the numerator, and a zero denominator is unknown."""

    @given(COUNTS, st.integers(0, 6), PERCENT)
    def test_more_who_reach_it_never_make_it_worse(self, share_: tuple[int, int], fewer: int, number: Fraction) -> None:
        count, total = share_
        less = found(share(number), row(min(fewer, count), total)).status

        assert less is not Status.REACHED or found(share(number), row(count, total)).status is Status.REACHED

    @given(COUNTS, PERCENT, st.sampled_from(Operator))
    def test_what_decides_is_the_exact_share(self, share_: tuple[int, int], number: Fraction, how: Operator) -> None:
        count, total = share_
        goal = share(number, operator=how)
        line = found(goal, row(count, total))

        if not total:
            assert (line.status, line.reasons) == (Status.UNKNOWN, (Reason.NOBODY,))
        else:
            assert line.status is (Status.REACHED if reaches(goal, count, total) else Status.MISSED)

    @given(COUNTS, PERCENT, st.sampled_from(Operator), st.integers(1, 10**6))
    def test_scaling_both_keeps_it(self, share_: tuple[int, int], number: Fraction, how: Operator, scale: int) -> None:
        goal = share(number, operator=how)

        assert (
            found(goal, row(share_[0], share_[1])).status
            is found(goal, row(share_[0] * scale, share_[1] * scale)).status
        )


class TestWomenAndMen:
    """A strict "men and women" verdict is met iff total, women and men each are.

    When women and men partition the total and neither group is empty, the total share lies between the two sub-shares,
    so total met follows from both met.
    """

    @given(COUNTS, COUNTS, PERCENT, st.sampled_from(Operator))
    def test_it_is_reached_iff_each_is(
        self, women: tuple[int, int], men: tuple[int, int], number: Fraction, how: Operator
    ) -> None:
        assume(women[1] and men[1])
        goal = share(number, by_sex=True, operator=how)
        rows = by_sex(women, men)
        line = found(goal, *rows)

        each = [reaches(goal, one.count, one.total or 0) for one in rows]
        assert line.status is (Status.REACHED if all(each) else Status.MISSED)

    @given(COUNTS, COUNTS, PERCENT)
    def test_the_total_lies_between_women_and_men(
        self, women: tuple[int, int], men: tuple[int, int], number: Fraction
    ) -> None:
        assume(women[1] and men[1])
        figures = found(share(number, by_sex=True), *by_sex(women, men)).figures
        total, *sides = [each.share.low for each in figures if each.share]

        assert min(sides) <= total <= max(sides)
        for reading in Reading:
            if min(sides) >= number / Fraction(100):
                line = found(share(number, by_sex=True), *by_sex(women, men), reading=reading)
                assert line.status is Status.REACHED

    @given(COUNTS, COUNTS, PERCENT, st.sets(st.sampled_from([0, 1, 2]), min_size=1))
    def test_what_is_not_counted_leaves_it_unknown_unless_another_fails(
        self, women: tuple[int, int], men: tuple[int, int], number: Fraction, left_out: set[int]
    ) -> None:
        assume(women[1] and men[1])
        goal = share(number, by_sex=True)
        kept = [one for place, one in enumerate(by_sex(women, men)) if place not in left_out]
        failing = any(not reaches(goal, one.count, one.total or 0) for one in kept)

        assert found(goal, *kept).status is (Status.MISSED if failing else Status.UNKNOWN)


COHORT = st.integers(0, 4).flatmap(
    lambda total: st.integers(0, total).flatmap(
        lambda count: st.tuples(st.just(count), st.integers(0, total - count), st.just(total))
    )
)
COHORTS = st.tuples(COHORT, COHORT, COHORT)
SOON = LAST + dt.timedelta(days=5)


def cohorts(counted: tuple[tuple[int, int, int], ...]) -> list[Result]:
    """Give a row for each month, counted while every window of it is open."""
    return [
        row(count, total, pending=pending, first=first, last=last, collected=last)
        for (first, last), (count, pending, total) in zip(MONTHS, counted, strict=True)
    ]


class TestWindows:
    """Unfinished windows leave an interval whose lower end counts them as failures and upper end as successes."""

    @given(COHORTS, PERCENT, st.sampled_from(Operator))
    def test_it_is_decided_only_if_every_completion_agrees(
        self, counted: tuple[tuple[int, int, int], ...], number: Fraction, how: Operator
    ) -> None:
        goal = within_30_days(number, operator=how)
        everybody = sum(total for *_, total in counted)
        assume(everybody)
        completions = product(*(range(count, count + pending + 1) for count, pending, _ in counted))
        agreed = {reaches(goal, sum(each), everybody) for each in completions}

        # Soon only the windows of the last month are open; those of the others have to be counted again.
        early = Status.NOT_YET_OBSERVABLE if not counted[0][1] + counted[1][1] else Status.UNKNOWN
        for day, undecided in ((SOON, early), (LATE, Status.UNKNOWN)):
            line = found(goal, *cohorts(counted), as_of=day)
            expected = {frozenset({True}): Status.REACHED, frozenset({False}): Status.MISSED}
            assert line.status is expected.get(frozenset(agreed), undecided)
            (figure,) = line.figures
            assert figure.share is not None
            assert figure.share.low == Fraction(sum(count for count, *_ in counted), everybody)
            assert figure.share.high == Fraction(sum(count + more for count, more, _ in counted), everybody)

    @given(COHORTS, PERCENT)
    def test_not_to_say_who_is_pending_never_decides_more(
        self, counted: tuple[tuple[int, int, int], ...], number: Fraction
    ) -> None:
        told = cohorts(counted)
        silent = [evolve(each, pending=None) for each in told]
        known, less = (found(within_30_days(number), *rows, as_of=SOON).status for rows in (told, silent))

        assert less is known or less in {Status.UNKNOWN, Status.NOT_YET_OBSERVABLE}

    @given(COHORTS, PERCENT, st.integers(0, 2))
    def test_a_month_left_out_settles_nothing(
        self, counted: tuple[tuple[int, int, int], ...], number: Fraction, place: int
    ) -> None:
        kept = cohorts(counted)
        del kept[place]

        line = found(within_30_days(number), *kept)

        assert (line.status, line.reasons) == (Status.UNKNOWN, (Reason.NOT_COUNTED,))


class TestEveryMonth:
    """A goal of every month is reached iff each is; a month left out never makes it better."""

    @given(st.tuples(COUNTS, COUNTS, COUNTS), PERCENT, st.none() | st.integers(0, 2))
    def test_it_is_reached_iff_every_month_is(
        self, counted: tuple[tuple[int, int], ...], number: Fraction, left_out: int | None
    ) -> None:
        goal = share(number, measured=Measured.MONTHLY)
        months = list(zip(MONTHS, counted, strict=True))
        if left_out is not None:
            del months[left_out]
        line = found(goal, *(row(*of, first=days[0], last=days[1], collected=days[1]) for days, of in months))

        known = [reaches(goal, *of) if of[1] else None for _, of in months]
        missing = left_out is not None or None in known
        expected = Status.MISSED if False in known else Status.UNKNOWN if missing else Status.REACHED
        assert line.status is expected


class TestUnions:
    """Of hard and perceived outcomes that are counted apart, those of either lie within bounds that are exact."""

    @given(st.integers(1, 4), st.data())
    def test_the_bounds_of_either_are_what_some_people_give(self, people: int, data: st.DataObject) -> None:
        hard, perceived = data.draw(st.integers(0, people)), data.draw(st.integers(0, people))
        goal = MixedGoal(
            id="a", text=Text("Mål"), number=70, population="unga", outcomes=["jobb"], perceptions=["möjligheter"]
        )
        rows = [row(hard, people, counted=Counted.OUTCOME), row(perceived, people, counted=Counted.PERCEPTION)]
        (figure,) = found(goal, *rows).figures

        groups = _subsets(people)
        unions = [len(one | other) for one in groups for other in groups if (len(one), len(other)) == (hard, perceived)]
        assert (figure.count, figure.at_most) == (min(unions), max(unions))

    @given(st.integers(1, 4), st.data())
    def test_the_bounds_of_all_parts_are_what_some_people_give(self, people: int, data: st.DataObject) -> None:
        counts = data.draw(st.lists(st.integers(0, people), min_size=1, max_size=3))
        goal = PerceptionGoal(
            id="a", text=Text("Mål"), number=100, population="parter", parts=["mål", "arbetssätt", "samverkan"]
        )
        rows = [row(count, people, outcomes=[part.sv]) for count, part in zip(counts, goal.parts, strict=False)]
        (figure,) = found(goal, *rows).figures

        groups = _subsets(people)
        chosen = product(*([one for one in groups if len(one) == count] for count in counts))
        whole = [frozenset.intersection(*each) for each in chosen]
        least = 0 if len(counts) < len(goal.parts) else min(map(len, whole))
        assert (figure.count, figure.at_most) == (least, max(map(len, whole)))


def _subsets(people: int) -> list[frozenset[int]]:
    return [frozenset(one for one in range(people) if mask >> one & 1) for mask in range(2**people)]


def follow(case: Case, *, later: int = 0) -> FollowUp:
    whole, results, day, policy = case
    return follow_up(whole, results, as_of=day + dt.timedelta(days=later), policy=policy)


def known(case: Case) -> Case:
    """Keep the results that were collected by the day, so that only time passes after it."""
    whole, results, day, policy = case
    return whole, tuple(each for each in results if each.collected <= day), day, policy


class TestTime:
    """What is collected later is not known yet; without it, a status only changes on the days that it names."""

    @given(cases())
    def test_what_is_collected_later_is_not_known_yet(self, case: Case) -> None:
        told = follow(case)

        assert evolve(told, later=0) == follow(known(case))
        assert told.later == len(case[1]) - len(known(case)[1])

    @given(cases(), st.integers(0, 400))
    def test_a_status_stays_until_the_day_that_it_may_change(self, case: Case, later: int) -> None:
        case = known(case)
        for before, after in zip(follow(case).goals, follow(case, later=later).goals, strict=True):
            for one, other in zip(before.lines, after.lines, strict=True):
                changed = one.changes is not None and one.changes <= case[2] + dt.timedelta(days=later)
                assert changed or (one.status, one.reasons) == (other.status, other.reasons)
                assert not one.status.final or one.status is other.status

    @given(follow_ups())
    def test_only_what_may_change_names_a_day_and_it_is_to_come(self, told: FollowUp) -> None:
        for line in (line for goal in told.goals for line in goal.lines):
            assert line.changes is None or (line.changes > told.as_of and not line.status.final)


class TestHonesty:
    """What is not decided says why, what is decided says by what, and the order of the rows decides nothing."""

    @given(follow_ups())
    def test_what_is_not_decided_says_why(self, told: FollowUp) -> None:
        for goal in told.goals:
            for line in goal.lines:
                undecided = line.status in {Status.UNKNOWN, Status.NOT_YET_OBSERVABLE}
                assert bool(line.reasons) is undecided
                assert (line.status is Status.NOT_MEASURABLE) is (line.rule is None)
                assert undecided or line.rule is None or line.figures or line.periods

    @given(cases(), st.randoms(use_true_random=False))
    def test_the_order_of_the_rows_decides_nothing(self, case: Case, chance: random.Random) -> None:
        whole, results, day, policy = case
        mixed = list(results)
        chance.shuffle(mixed)

        assert follow((whole, tuple(mixed), day, policy)) == follow(case)

    @given(cases())
    def test_total_is_the_weaker_reading(self, case: Case) -> None:
        strict, total = (
            follow((*case[:3], evolve(case[3], reading=reading))) for reading in (Reading.STRICT, Reading.TOTAL)
        )
        for one, other in zip(strict.goals, total.goals, strict=True):
            if one.status in {Status.REACHED, Status.ON_TRACK}:
                assert other.status in {Status.REACHED, Status.ON_TRACK}


class TestMunicipalities:
    """Municipalities are never added up: each is followed as it would be alone, and the whole is a row of its own."""

    @given(cases())
    def test_each_is_followed_as_it_would_be_alone(self, case: Case) -> None:
        whole, results, day, policy = case
        towns = (Municipality("0760", "Uppvidinge"), Municipality("0761", "Lessebo"))
        whole = evolve(whole, municipalities=towns)
        there = tuple(evolve(each, municipality="0761") for each in results)
        alone = tuple(evolve(each, municipality=None) for each in results)
        assume(not any(faults_of(whole, alone)))

        for one, other in zip(
            follow((whole, there, day, policy)).goals, follow((whole, alone, day, policy)).goals, strict=True
        ):
            assert not one.whole.figures
            for line in one.lines[1:]:
                assert (line.municipality, line.status) == ("0761", other.status)
                assert _without_town(line) == _without_town(other.whole)


def _without_town(line: Line) -> list[tuple[int, int, int | None]]:
    figures = [*line.figures, *(each for cell in line.periods for each in cell.figures)]
    return [(each.count, each.at_most, each.total) for each in figures]


def test_the_oracle_itself_can_tell() -> None:
    assert reaches(share(70), 35, 50)
    assert not reaches(share(70), 34, 50)
    with pytest.raises(ZeroDivisionError):
        reaches(share(70), 0, 0)
