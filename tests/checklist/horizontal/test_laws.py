"""Laws of the horizontal criteria: remedies that work, and amounts that compare as whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.checklist.case import case_of
from samverkan.checklist.horizontal import HORIZONTAL
from samverkan.checklist.outcome import Outcome
from samverkan.model.funding import Money
from tests.checklist.horizontal.projects import outcome, project, projects

if TYPE_CHECKING:
    from samverkan.checklist.criterion import Criterion
    from samverkan.model.collaboration import Collaboration

AMOUNTS = st.integers(0, 10**12)


class TestRemedySoundness:
    """12. Applying the remedy that a not_met criterion names makes that criterion not not_met."""

    @given(projects())
    def test_a_remedy_mends(self, setup_: Collaboration) -> None:
        case = case_of(setup_)
        for criterion in HORIZONTAL.criteria:
            if criterion.judge(case).outcome is Outcome.NOT_MET:
                assert mended(criterion, setup_) is not Outcome.NOT_MET, criterion.id


def mended(criterion: Criterion, setup_: Collaboration) -> Outcome:
    case = case_of(setup_)
    assert criterion.remedy.apply is not None
    return criterion.judge(case_of(criterion.remedy.apply(case))).outcome


class TestRatio:
    """22. 0 <= granted <= total, granted + other = total in integers, so no rounding changes a verdict."""

    @given(AMOUNTS, AMOUNTS)
    def test_the_parts_make_the_whole(self, granted: int, other: int) -> None:
        money = Money(granted, granted + other)

        assert money.other == other
        assert outcome("H06", project(money=money)) is (Outcome.MET if other else Outcome.NOT_MET)

    @given(AMOUNTS, AMOUNTS.filter(bool), st.integers(0, 100))
    def test_a_percentage_is_compared_in_whole_numbers(self, granted: int, total: int, percent: int) -> None:
        share = Money(granted, total).share
        assert share is not None

        assert (100 * share >= percent) == (100 * granted >= percent * total)
        assert share * total == granted

    @given(AMOUNTS, AMOUNTS, st.integers(1, 1000))
    def test_scaling_both_changes_neither_share_nor_verdict(self, granted: int, total: int, times: int) -> None:
        assume(total)
        small, large = Money(granted, total), Money(times * granted, times * total)

        assert small.share == large.share
        assert outcome("H06", project(money=small)) is outcome("H06", project(money=large))
