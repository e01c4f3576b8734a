"""Two small neighbours that share a person, for whatever judges variants."""

from __future__ import annotations

import datetime as dt

from samverkan.drills.without import Loss, LossKind
from samverkan.model.activities import OnHoliday, Series
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.cadence import EveryDays, EveryWeeks, Weekday
from samverkan.model.collaboration import Collaboration
from samverkan.model.mandate import AtLeast
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation
from samverkan.model.stretches import InWeek
from samverkan.model.values import ClockSpan
from samverkan.whatif.change import BreakWeek, Every, From, In, OnWeekday, Without
from samverkan.whatif.consequence import Case
from samverkan.whatif.variant import Variant, combined

TUESDAY, LAST = dt.date(2027, 1, 12), dt.date(2027, 6, 8)


def neighbour(id_: str, weekday: int) -> Collaboration:
    """Make a collaboration with a group that meets every fortnight; the person h-1 sits in it."""
    group = Body(
        "grupp",
        BodyKind.COLLABORATION_GROUP,
        Text("Gruppen"),
        seats=[Seat("s1", organisations=["kommun"], holder="h-1"), Seat("s2", organisations=["af"])],
        seats_complete=True,
        quorum=AtLeast(2),
    )
    first = TUESDAY + dt.timedelta(days=weekday)
    rule = Series(
        "moten", "grupp", EveryDays(14), first, LAST, ClockSpan.parse("13.00–15.00"), on_holiday=OnHoliday.MOVE_LATER
    )
    return Collaboration(
        id=id_,
        name=id_.title(),
        organisations=[Organisation("kommun"), Organisation("af")],
        bodies=[group],
        series=[rule],
    )


ALBY, EKEBY = neighbour("alby", 0), neighbour("ekeby", 1)
CASE = Case(collaborations=[ALBY, EKEBY], as_of=dt.date(2027, 1, 1))
LOSS = Without(Loss(LossKind.SEAT, "grupp/s1"))
VARIANTS = tuple(
    combined(
        [In("alby", LOSS)],
        [In("alby", Every("moten", EveryWeeks(3))), In("ekeby", From("moten", dt.date(2028, 1, 1)))],
        [In("ekeby", OnWeekday("moten", day)) for day in (Weekday.MONDAY, Weekday.TUESDAY)],
        [BreakWeek(InWeek("2027-W08"))],
    )
)
"""Thirty-six, a third of which cannot be: a series would begin after its last day."""
ONLY_TUESDAY = Variant([In("ekeby", OnWeekday("moten", Weekday.TUESDAY))])
