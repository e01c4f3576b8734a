from __future__ import annotations

import datetime as dt

import pytest

import samverkan
from samverkan.checklist.parameters import DEFAULTS
from samverkan.checklist.tranemo import TRANEMO
from samverkan.formats import steps_file
from samverkan.steps.model import model_steps, model_text
from samverkan.steps.rollout import rollout
from tests.steps.builders import setup


def test_it_is_read_as_a_file_of_ones_own_is() -> None:
    assert steps_file.loads(model_text()) == model_steps()


def test_every_core_criterion_is_served_by_one_step() -> None:
    served = [name for step in model_steps().steps for name in step.criteria]

    assert len(served) == len(set(served))
    assert {f"tranemo:{each.id}" for each in TRANEMO.criteria if each.core} <= set(served)


def test_every_word_is_in_both_languages() -> None:
    for step in model_steps().steps:
        assert all(
            words.en for words in (step.title, step.about, step.role, step.evidence, step.source, step.days_source)
        )


@pytest.mark.parametrize(
    "start", [dt.date(2027, 1, 11), dt.date(2027, 3, 1), dt.date(2027, 8, 16), dt.date(2026, 11, 2)]
)
def test_the_first_meeting_comes_within_twelve_weeks_of_the_initiative(start: dt.date) -> None:
    found = rollout(setup("Ekeby"), start=start)

    initiative, meeting = found.of("initiative").dates, found.of("first-meeting").dates
    assert initiative
    assert meeting
    assert meeting.earliest_finish - initiative.earliest_finish <= dt.timedelta(weeks=DEFAULTS.max_lead_weeks)


@pytest.mark.parametrize("name", samverkan.bundled_names())
def test_every_setup_that_comes_along_can_be_rolled_out_by_it(name: str) -> None:
    found = rollout(samverkan.bundled(name), start=dt.date(2027, 1, 11))

    assert found.start == dt.date(2027, 1, 11)
    assert found.uncovered == ()
    assert found.critical_path[-1] == "follow-up"
