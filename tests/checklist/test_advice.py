"""What to ask and what to do, of a few criteria."""

from __future__ import annotations

from samverkan.checklist.advice import Question
from samverkan.checklist.asking import effort_of
from samverkan.checklist.criterion import Effort
from samverkan.checklist.finding import Ask
from samverkan.checklist.tranemo import TRANEMO
from samverkan.model.message import say

ASK, OTHER = Ask("lead.accountable", say("How many?")), Ask("bodies.group.seats", say("Who?"))
CRITERION = next(TRANEMO.criteria)


def test_a_question_that_shares_nothing_bears_on_nothing() -> None:
    assert Question(CRITERION, (ASK,), settles_factor=True, also=()).bears_on(ASK) == ()
    told = Question(CRITERION, (ASK, OTHER), settles_factor=True, also=(), shared=(("1.1",), ("1.2",)))
    assert (told.bears_on(ASK), told.bears_on(OTHER)) == (("1.1",), ("1.2",))


def test_to_go_through_a_list_takes_more_than_one_fact() -> None:
    fields = ("bodies.group.seats", "seats_complete", "bodies.seats.rank", "events.e.when", "held")

    assert [effort_of(Ask(each, say("?"))) for each in fields] == [
        Effort.MEDIUM,
        Effort.MEDIUM,
        Effort.LOW,
        Effort.LOW,
        Effort.MEDIUM,
    ]
