"""The law of remedies: what a checklist advises leads where it says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan.checklist.case import case_of
from samverkan.checklist.fields import differences
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.tranemo import TRANEMO
from samverkan.testing import plannable
from tests.checklist.strategies import collaborations as rich

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration

DAYS = st.one_of(st.none(), st.dates(dt.date(2016, 1, 1), dt.date(2017, 1, 1)))


class TestRemedySoundness:
    """12. Applying the remedy that a not_met criterion names (in the model) makes that criterion not not_met."""

    @given(st.one_of(rich(), plannable()), DAYS)
    @settings(deadline=None)
    def test_a_remedy_that_is_applied_leaves_nothing_unmet(self, setup: Collaboration, day: dt.date | None) -> None:
        case = case_of(setup, as_of=day)
        for criterion in TRANEMO.criteria:
            finding, apply = criterion.judge(case), criterion.remedy.apply
            assert apply is not None
            if finding.outcome is not Outcome.NOT_MET:
                continue
            after = apply(case)

            assert criterion.judge(case.after(after)).outcome is not Outcome.NOT_MET, criterion.id
            # The collaboration afterwards holds together, and differs where the finding says.
            assert evolve(after) == after
            assert case.after(after) == case_of(after, as_of=day)
            named = finding.remedy_field
            assert named is not None
            assert any(each.touches(named) for each in differences(setup, after)), criterion.id
