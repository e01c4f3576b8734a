from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from samverkan.errors import InvalidValueError
from samverkan.model.lead import Initiative, ProjectLead
from samverkan.testing import values_of


@pytest.mark.parametrize("share", [0, 1, "1/2", "0.75"])
def test_a_lead_works_a_share_of_full_time(share: str) -> None:
    assert ProjectLead(working_time=share).working_time == Fraction(share)


@pytest.mark.parametrize("share", ["-1/2", "3/2", 50, 100])
def test_a_percentage_is_no_share(share: int | str) -> None:
    with pytest.raises(InvalidValueError, match="is no share of full time; expected a share from 0 to 1") as told:
        ProjectLead(working_time=share)
    assert told.value.code == "bad-share"


@given(values_of(ProjectLead))
def test_every_state_of_the_working_time_is_taken(lead: ProjectLead) -> None:
    assert ProjectLead(working_time=lead.working_time).working_time == lead.working_time


def test_the_initiative_has_a_date_for_a_date() -> None:
    with pytest.raises(InvalidValueError, match="date '2014' is not a date") as told:
        Initiative(date="2014")
    assert told.value.code == "bad-date"
