"""Laws of the schedule, over whatever the strategies that we ship can think of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from samverkan.model.activities import Series
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.cadence import EveryDays
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.planning.schedule import schedule
from samverkan.testing import check_schedule, closed_periods, plannable

if TYPE_CHECKING:
    from samverkan.model.values import Period


class TestCount:
    """15. Without exceptions the number of occurrences is floor((last - first) / n) + 1 (Tranemo: 98 / 14 + 1 = 8)."""

    @given(closed_periods(max_days=400), st.integers(1, 60))
    def test_is_the_number_of_steps_and_one(self, period: Period, days: int) -> None:
        assert period.from_ is not None
        assert period.to is not None
        group = Body("group", BodyKind.COLLABORATION_GROUP, Text("Gruppen"))
        series = Series("series", "group", EveryDays(days), period.from_, period.to)
        planned = schedule(Collaboration(id="x", name=Text("X"), bodies=(group,), series=(series,)))

        assert len(planned.meetings) == (period.to - period.from_).days // days + 1


class TestTrust:
    """13–16, 21: ordered, within its span, each meeting off its date with a reason, and no date finer than known."""

    @given(plannable(min_bodies=1, min_series=1))
    def test_every_schedule_can_be_trusted(self, collaboration: Collaboration) -> None:
        check_schedule(schedule(collaboration), collaboration=collaboration)
