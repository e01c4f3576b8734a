"""What the criteria of the Tranemo model share: where they come from, and who is to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.criterion import Effort, Remedy
from samverkan.checklist.finding import Ask, not_applicable, unknown
from samverkan.model.message import say

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.criterion import Mend
    from samverkan.checklist.finding import Evidence, Finding
    from samverkan.model.message import Message

CHIEF_EXECUTIVE = say("the municipality’s chief executive")
EXECUTIVE_BOARD = say("the municipal executive board")
PROJECT_LEAD = say("the project lead")
GROUP_CHAIR = say("the chair of the collaboration group")
BOARD_CHAIR = say("the chair of the Advisory Board")
INFORMATION_OFFICER = say("whoever is responsible for information")


def model(factor: int) -> Message:
    """Name the model's own words as the source; how a factor is put to the test is never stated there."""
    return say("success factor {factor} of the Tranemo model (slide 14), put to the test by our choice", factor=factor)


def remedy(text: Message, effort: Effort, responsible: Message, field: str, apply: Mend | None = None) -> Remedy:
    """Make a remedy in one line."""
    return Remedy(text=text, effort=effort, responsible=responsible, field=field, apply=apply)


def nothing_held(case: Case, log: Evidence) -> Finding:
    """Find of a complete log without meetings that no notes are due as of the day; without a day nobody can tell."""
    if case.as_of is None:
        ask = Ask("as_of", say("As of which day is the setup judged?"))
        return unknown(say("Which notes are due depends on the day, and none is given."), log, asks=[ask])
    because = say("The log is complete and has no meeting by {day}, so no notes are due.", day=case.as_of)
    return not_applicable(because, log)
