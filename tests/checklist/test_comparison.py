"""Two evaluations compared: better or worse only where it certainly is, and by what."""

from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve

from samverkan.checklist.blame import Cause
from samverkan.checklist.comparison import Shift, Trend, compare, trend
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.interval import Interval
from samverkan.checklist.parameters import Parameters
from samverkan.checklist.side_by_side import side_by_side
from samverkan.checklist.tranemo import TRANEMO
from samverkan.errors import InvalidValueError
from samverkan.model.facts import Absent
from samverkan.model.lead import Initiative, ProjectLead
from samverkan.model.mandate import AtLeast, Mandate
from samverkan.model.source import Source

from .builders import MET, NOT_MET, UNSURE, board, day, group, seat, setup

NOW = day("2016-04-10")
SOON = Source("talk", valid_until=day("2016-06-30"))


FIRST = evolve(
    TRANEMO, factors=[evolve(TRANEMO.factors[0], criteria=[each for each in TRANEMO.criteria if each.id == "1.1"])]
)


def shift(before: object, after: object, id_: str) -> Shift:
    told = compare(before, after)  # type: ignore[arg-type]  # evaluations
    return next(each for factor in told.factors for each in factor.criteria if each.id == id_)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (Interval(0, "1/4"), Interval("1/2", 1), Trend.IMPROVED),
        (Interval("1/2", 1), Interval(0, "1/4"), Trend.DECLINED),
        (Interval(0, "1/2"), Interval("1/2", 1), Trend.NOT_TOLD_APART),
        (Interval(0, 1), Interval(0, 1), Trend.NOT_TOLD_APART),
        (Interval("1/2", "1/2"), Interval("1/2", "1/2"), Trend.SAME),
        (Interval(0, None), Interval(5, 5), Trend.NOT_TOLD_APART),
        (Interval(0, 4), Interval(5, None), Trend.IMPROVED),
        (Interval(5, 5), Interval(0, None), Trend.NOT_TOLD_APART),
    ],
)
def test_intervals_that_share_a_number_tell_nothing(before: Interval, after: Interval, found: Trend) -> None:
    assert trend(before, after) is found


class TestCriteria:
    def test_better_is_from_not_met_to_met_and_worse_the_other_way(self) -> None:
        poor = evaluate(setup(initiative=Initiative("firm")), as_of=NOW)
        good = evaluate(setup(initiative=Initiative("town")), as_of=NOW)

        assert shift(poor, good, "1.1").trend is Trend.IMPROVED
        assert shift(good, poor, "1.1").trend is Trend.DECLINED
        assert shift(good, good, "1.1").trend is Trend.SAME
        assert shift(poor, poor, "1.1").trend is Trend.SAME

    def test_what_becomes_known_is_not_told_apart_from_what_it_may_have_been(self) -> None:
        found = shift(evaluate(setup(), as_of=NOW), evaluate(setup(initiative=Initiative("town")), as_of=NOW), "1.1")

        assert (found.before.outcome, found.after.outcome) == (UNSURE, MET)  # type: ignore[union-attr]
        assert found.trend is Trend.NOT_TOLD_APART
        assert found.moved

    def test_what_does_not_apply_has_no_share_to_compare(self) -> None:
        denied = evaluate(setup(group(seat("a", "town"), quorum=Absent()), bodies_complete=True), as_of=NOW)
        met = setup(group(seat("a", "town", mandate=Mandate()), quorum=AtLeast(1)), bodies_complete=True)

        assert shift(denied, evaluate(met, as_of=NOW), "6.2").trend is Trend.NOT_TOLD_APART
        assert shift(denied, denied, "6.2").trend is Trend.SAME


def test_a_factor_goes_with_the_share_of_its_criteria() -> None:
    poor, good = (evaluate(setup(initiative=Initiative(name)), as_of=NOW, checklist=FIRST) for name in ("firm", "town"))

    assert [compare(*pair).factors[0].trend for pair in ((poor, good), (good, poor), (poor, poor))] == [
        Trend.IMPROVED,
        Trend.DECLINED,
        Trend.SAME,
    ]


class TestCauses:
    def test_facts_that_moved_it_are_told_with_what_they_were(self) -> None:
        before = evaluate(setup(initiative=Initiative("firm"), lead=ProjectLead(accountable=1)), as_of=NOW)
        after = evaluate(setup(initiative=Initiative("town"), lead=ProjectLead(accountable=2)), as_of=NOW)
        found = shift(before, after, "1.1")

        assert found.causes == (Cause.FACTS,)
        assert [(each.field, str(each.before), str(each.after)) for each in found.differences] == [
            ("initiative.by", "firm", "town")
        ]

    def test_a_source_that_expired_is_told(self) -> None:
        whole = setup(initiative=Initiative("town", source=SOON))
        found = shift(evaluate(whole, as_of=NOW), evaluate(whole, as_of=day("2016-07-01")), "1.1")

        assert (found.causes, found.lapsed, found.differences) == ((Cause.DAY,), (SOON,), ())

    def test_a_mandate_that_ended_is_the_days_doing(self) -> None:
        mandate = Mandate(until=day("2016-06-30"))
        whole = setup(group(seat("a", "town", mandate=mandate), quorum=AtLeast(1)))
        found = shift(evaluate(whole, as_of=NOW), evaluate(whole, as_of=day("2016-07-01")), "6.2")

        assert (found.after.outcome, found.causes, found.lapsed) == (NOT_MET, (Cause.DAY,), ())  # type: ignore[union-attr]

    def test_thresholds_are_of_the_checklist(self) -> None:
        whole = setup(lead=ProjectLead(working_time=Fraction(1, 4)))
        strict, mild = (evaluate(whole, as_of=NOW, parameters=Parameters(min_lead_share=n)) for n in ("1/2", "1/5"))
        found = shift(strict, mild, "2.2")

        assert (found.trend, found.causes) == (Trend.IMPROVED, (Cause.CHECKLIST,))

    def test_what_moves_it_only_together_is_all_to_blame(self) -> None:
        mandate = Mandate(until=day("2016-06-30"))
        before = setup(group(seat("a", "town", mandate=Mandate()), quorum=AtLeast(1)))
        after = setup(group(seat("a", "town", mandate=mandate), quorum=AtLeast(1)))
        found = shift(evaluate(before, as_of=NOW), evaluate(after, as_of=day("2016-07-01")), "6.2")

        assert found.causes == (Cause.FACTS, Cause.DAY)

    def test_each_of_two_that_would_have_moved_it_alone_is_to_blame(self) -> None:
        whole = setup(group(seat("a", "town", mandate=Mandate(until=day("2016-06-30"))), quorum=AtLeast(1)))
        before = evaluate(whole, as_of=NOW)
        worse = evolve(whole, bodies=[evolve(whole.bodies[0], seats=[seat("a", "town", mandate=Absent())])])
        after = evaluate(worse, as_of=day("2016-07-01"), parameters=Parameters(min_lead_share="1/5"))

        assert shift(before, after, "6.2").causes == (Cause.FACTS, Cause.DAY)

    def test_what_differs_and_does_not_move_it_is_not_to_blame(self) -> None:
        poor, other = setup(lead=ProjectLead(working_time=Fraction(1, 4))), Initiative("town")
        strict = evaluate(poor, as_of=NOW, parameters=Parameters(min_lead_share="1/2"))
        mild = evaluate(
            evolve(poor, initiative=other), as_of=day("2016-04-11"), parameters=Parameters(min_lead_share="1/5")
        )

        assert shift(strict, mild, "2.2").causes == (Cause.CHECKLIST,)
        assert shift(mild, strict, "2.2").causes == (Cause.CHECKLIST,)
        assert shift(strict, mild, "1.1").causes == (Cause.FACTS,)

    def test_facts_that_do_not_move_what_the_day_moves_are_not_to_blame(self) -> None:
        whole = setup(group(seat("a", "town", mandate=Mandate(until=day("2016-06-30"))), quorum=AtLeast(1)))
        later = evaluate(evolve(whole, initiative=Initiative("town")), as_of=day("2016-07-01"))

        assert shift(evaluate(whole, as_of=NOW), later, "6.2").causes == (Cause.DAY,)
        assert shift(later, evaluate(whole, as_of=NOW), "6.2").causes == (Cause.DAY,)

    def test_what_did_not_move_has_no_cause(self) -> None:
        told = compare(evaluate(setup(), as_of=NOW), evaluate(setup(board()), as_of=day("2016-07-01")))

        assert all(not each.causes for factor in told.factors for each in factor.criteria if not each.moved)


class TestVersions:
    def test_a_criterion_that_one_version_lacks_is_not_compared(self) -> None:
        factor = TRANEMO.factors[0]
        shorter = evolve(factor, criteria=[each for each in factor.criteria if each.id != "1.5"])
        older = evolve(TRANEMO, version="0", factors=(shorter, *TRANEMO.factors[1:]))
        whole = setup(initiative=Initiative("town"))
        told = compare(evaluate(whole, checklist=older, as_of=NOW), evaluate(whole, as_of=NOW))
        found = next(each for each in told.factors[0].criteria if each.id == "1.5")

        assert (found.before, found.moved, found.trend) == (None, True, Trend.NOT_TOLD_APART)
        assert found.causes == (Cause.CHECKLIST,)

    def test_a_factor_that_one_version_lacks_is_not_compared(self) -> None:
        older = evolve(TRANEMO, version="0", factors=TRANEMO.factors[1:])
        told = compare(evaluate(setup(), checklist=older), evaluate(setup()))

        assert (told.factors[0].before, told.factors[0].trend) == (None, Trend.NOT_TOLD_APART)
        assert told.factors[1].trend is Trend.NOT_TOLD_APART


def test_two_collaborations_are_not_compared_over_time() -> None:
    with pytest.raises(InvalidValueError, match="try by tranemo and other by tranemo are two things"):
        compare(evaluate(setup()), evaluate(evolve(setup(), id="other")))


class TestSideBySide:
    def test_setups_keep_the_order_in_which_they_were_given(self) -> None:
        one, other = evaluate(setup(bodies_complete=True)), evaluate(evolve(setup(), id="other"))

        assert side_by_side([one, other]).evaluations == (one, other)
        assert side_by_side([other, one]).evaluations == (other, one)

    def test_a_side_has_another_and_one_rule_holds_for_both(self) -> None:
        one = evaluate(setup())

        with pytest.raises(InvalidValueError, match="1 evaluations by 1 checklists cannot stand side by side"):
            side_by_side([one])
        with pytest.raises(InvalidValueError, match="with the same thresholds"):
            side_by_side([one, evaluate(setup(), parameters=Parameters(max_gap_days=7))])
