"""The results and follow-ups that we give to people who test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from samverkan.followup.checking import faults_of
from samverkan.followup.status import Status
from samverkan.formats.bundled import bundled
from samverkan.testing import follow_ups, results

if TYPE_CHECKING:
    from samverkan.followup.followup import FollowUp
    from samverkan.followup.result import Result

QUICK = settings(max_examples=2_000, phases=[Phase.generate], database=None, deadline=None, derandomize=True)
SETUP = bundled("resurscentrum")


@given(st.sampled_from(SETUP.goals).flatmap(lambda goal: results(goal=goal, municipalities=["2481"])))
def test_results_go_with_their_goal(result: Result) -> None:
    assert not list(faults_of(SETUP, [result]))


def test_goals_may_stand_in_every_way() -> None:
    seen: set[Status] = set()

    def all_seen(told: FollowUp) -> bool:
        seen.update(goal.status for goal in told.goals)
        # On track and behind are two sides of the same state, and each of them is rare.
        return seen | {Status.ON_TRACK, Status.BEHIND} == set(Status) and bool(seen & {Status.ON_TRACK, Status.BEHIND})

    find(follow_ups(), all_seen, settings=QUICK)


def test_follow_ups_cannot_have_fewer_than_no_results() -> None:
    with pytest.raises(InvalidArgument, match="max_results=-1 is below min_results=0"):
        follow_ups(max_results=-1)
    assert repr(follow_ups(max_results=3)) == "follow_ups(max_results=3)"
