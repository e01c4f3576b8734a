"""When a body first met."""

from __future__ import annotations

from samverkan.checklist.case import case_of
from samverkan.checklist.firsts import first_meeting
from samverkan.model.activities import Event
from samverkan.model.cadence import EveryDays
from samverkan.model.names import Text
from samverkan.model.when import InWeek, Often

from .builders import day, group, setup


def test_a_vague_meeting_bounds_the_first_and_a_row_without_dates_does_not() -> None:
    vague = Event("v", Text("v"), InWeek("2016-W10"), bodies=("group",))
    row = Event("r", Text("r"), Often(EveryDays(14)), bodies=("group",))

    assert first_meeting(case_of(setup(group(), events=[vague])), group()).latest == day("2016-03-13")
    assert first_meeting(case_of(setup(group(), events=[row])), group()).latest is None
    assert [ask.field for ask in first_meeting(case_of(setup(group())), group()).listing.asks] == ["plan_complete"]
