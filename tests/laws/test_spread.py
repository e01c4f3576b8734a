from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from samverkan.ties.across import across
from samverkan.ties.carriers import carriers
from samverkan.ties.spread import spread
from tests.laws.test_reach import plans, reached, setups

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration
    from samverkan.ties.gatherings import Gathering
    from samverkan.ties.reach import Passage


def worst(passages: list[Passage]) -> int | None:
    return max((each.arriving[-1].days or 0 for each in passages if each.arriving), default=None)


class TestReach:
    """All in one pass arrives when each by itself does."""

    @given(setups(), plans)
    def test_each_body_waits_as_long_and_never_reaches_the_same(
        self, setup: Collaboration, plan: tuple[Gathering, ...]
    ) -> None:
        ways, found = reached(setup, plan), spread(carriers(across([setup])), plan)

        assert [each.source for each in found.senders] == list(dict.fromkeys(each.source for each in ways.passages))
        for sender in found.senders:
            mine = [each for each in ways.passages if each.source == sender.source]
            bodies, public = [each for each in mine if each.goal], [each for each in mine if not each.goal]
            assert sender.meetings == len(public[0].journeys)
            assert (sender.longest and sender.longest.days) == worst(bodies)
            assert (sender.public and sender.public.days) == worst(public)
            assert sender.never == tuple(each.goal for each in bodies if not each.arriving)
        assert (found.worst and found.worst.days) == ways.worst

    @given(setups(), plans)
    def test_the_longest_waiting_is_one_of_those_that_there_are(
        self, setup: Collaboration, plan: tuple[Gathering, ...]
    ) -> None:
        ways, found = reached(setup, plan), spread(carriers(across([setup])), plan)

        for sender in found.senders:
            for wait in filter(None, (sender.longest, sender.public)):
                passage = ways.passage(sender.source, wait.goal)
                assert passage is not None
                journeys = {each.gathering: each for each in passage.journeys}
                certain = journeys[wait.gathering].certain
                assert certain is not None
                assert certain.day == wait.arrives

    @given(setups(), plans)
    def test_the_order_of_a_day_matters_where_the_two_arrivals_differ(
        self, setup: Collaboration, plan: tuple[Gathering, ...]
    ) -> None:
        journeys = [journey for each in reached(setup, plan).passages for journey in each.journeys]
        differ = any((each.soonest and each.soonest.day) != (each.certain and each.certain.day) for each in journeys)

        assert spread(carriers(across([setup])), plan).ordered is differ
