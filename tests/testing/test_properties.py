from __future__ import annotations

import copy
import datetime as dt
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import Fault, InvalidCollaborationError
from samverkan.formats import json, toml
from samverkan.formats.bundled import bundled
from samverkan.model.activities import Event, Series
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.cadence import EveryDays
from samverkan.model.collaboration import Collaboration
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.values import Period
from samverkan.model.when import InWeek
from samverkan.planning.clashes import Clash, ClashKind
from samverkan.planning.meeting import Meeting, Status
from samverkan.planning.occasion import Occasion
from samverkan.planning.schedule import Schedule, schedule
from samverkan.testing import check_collaboration, check_schedule, collaborations, dates, plannable

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

WHOLE = Collaboration(id="tranemo", name="b", bodies=[Body("sg", BodyKind.NETWORK, Text("c"), seats=[Seat("s")])])


@given(collaborations())
def test_every_collaboration_passes(whole: Collaboration) -> None:
    check_collaboration(whole)


def test_a_reference_to_nothing_is_told() -> None:
    broken = copy.copy(WHOLE)
    object.__setattr__(broken, "bodies", (evolve(WHOLE.bodies[0], chair="x"),))

    with pytest.raises(AssertionError, match="there is no seat “x”"):
        check_collaboration(broken)


@pytest.mark.parametrize(("form", "name"), [(toml, "TOML"), (json, "JSON")], ids=["toml", "json"])
class TestAFormat:
    def test_that_loses_something_is_told(self, form: ModuleType, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(form, "loads", lambda _: evolve(WHOLE, revision=7))

        with pytest.raises(AssertionError, match=f"is another collaboration when .* from its {name}"):
            check_collaboration(WHOLE)

    def test_that_cannot_be_read_is_told(self, form: ModuleType, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(_: str) -> None:
            raise InvalidCollaborationError([Fault("bad-date", "no date")])

        monkeypatch.setattr(form, "loads", refuse)

        with pytest.raises(AssertionError, match=f"“tranemo” cannot be read back from its {name}: no date"):
            check_collaboration(WHOLE)

    def test_that_is_never_twice_the_same_is_told(
        self, form: ModuleType, name: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        texts = iter(["one", "two", "three", "four"])
        monkeypatch.setattr(form, "dumps", lambda _: next(texts))
        monkeypatch.setattr(form, "loads", lambda _: WHOLE)

        with pytest.raises(AssertionError, match=f"“tranemo” gives another {name} text when it is written twice"):
            check_collaboration(WHOLE)


@given(plannable(min_bodies=1), st.data())
def test_every_schedule_passes_and_so_does_each_part_of_it(whole: Collaboration, data: st.DataObject) -> None:
    plan = schedule(whole)

    check_schedule(plan, collaboration=whole)
    check_schedule(plan.of(data.draw(st.sampled_from([body.id for body in whole.bodies]))), collaboration=whole)
    day = data.draw(dates())
    check_schedule(plan.between(day, day + dt.timedelta(days=30)), collaboration=whole)


def test_the_schedule_of_tranemo_passes() -> None:
    check_schedule(schedule(bundled("tranemo")), collaboration=bundled("tranemo"))


class TestASchedule:
    PLAN = schedule(
        Collaboration(
            id="tranemo",
            name="b",
            bodies=WHOLE.bodies,
            series=[Series("s", "sg", EveryDays(14), dt.date(2016, 3, 4), dt.date(2016, 4, 1))],
            events=[Event("e", Text("e"), when=InWeek("2016-W10"))],
        )
    )

    @pytest.mark.parametrize(
        ("change", "told"),
        [
            (
                lambda plan: {"meetings": plan.meetings[::-1]},
                "s/2016-03-18 stands after s/2016-04-01, but comes",
            ),
            (lambda plan: {"meetings": plan.meetings[:1] * 2}, "the meeting s/2016-03-04 stands 2 times"),
            (lambda plan: {"unplaced": plan.unplaced * 3}, "the item e stands 3 times"),
            (lambda _: {"horizon": Period(dt.date(2016, 3, 5), dt.date(2016, 12, 31))}, "lies outside the horizon"),
            (lambda _: {"horizon": None}, "lies outside the horizon from None to None"),
            (lambda plan: first(plan, status=Status.SKIPPED), "s/2016-03-04 is skipped for no stated reason"),
            (lambda plan: first(plan, status=Status.MOVED, reason=WHY), "is said to be moved, but stays on 2016-03-04"),
            (lambda plan: first(plan, nominal=dt.date(2016, 3, 3)), "is planned, but 2016-03-04 is not its date"),
            (
                lambda plan: first(plan, status=Status.MERGED, reason=WHY),
                "s/2016-03-04 is merged into none of its series on 2016-03-04",
            ),
            (
                lambda plan: {"unplaced": [evolve(plan.unplaced[0], latest=dt.date(2016, 1, 1))]},
                "“e” lies between 2016-03-07 and 2016-01-01, which is before it",
            ),
            (
                lambda _: {"clashes": [Clash(ClashKind.CERTAIN, ("s/2016-03-04", "s/2016-03-18"), WHY)]},
                "s/2016-03-04 and s/2016-03-18 cannot clash",
            ),
            (lambda _: {"clashes": [Clash(ClashKind.CERTAIN, ("x", "y"), WHY)]}, "x and y are said to clash, but"),
        ],
        ids=count(1),
    )
    def test_that_cannot_be_trusted_is_told(self, change: Callable[[Schedule], dict[str, Any]], told: str) -> None:
        with pytest.raises(AssertionError, match=told):
            check_schedule(evolve(self.PLAN, **change(self.PLAN)))

    def test_with_a_date_that_no_source_states_is_told(self) -> None:
        day = dt.date(2016, 3, 8)
        invented = Meeting("e", (), Text("e"), day, day, event="e")
        plan = evolve(self.PLAN, meetings=(self.PLAN.meetings[0], invented))

        with pytest.raises(AssertionError, match="the meeting e is on 2016-03-08, a date that no source states"):
            check_schedule(plan, collaboration=WHOLE_WITH_SERIES)

    def test_with_an_activity_on_a_date_that_no_source_states_is_told(self) -> None:
        plan = evolve(self.PLAN, occasions=(Occasion("x", Text("x"), dt.date(2016, 3, 8)),))

        with pytest.raises(AssertionError, match="the activity x is on 2016-03-08, a date that no source states"):
            check_schedule(plan, collaboration=WHOLE_WITH_SERIES)

    def test_with_a_meeting_of_no_series_is_told(self) -> None:
        with pytest.raises(AssertionError, match="no series s of the collaboration gives a meeting on 2016-03-04"):
            check_schedule(self.PLAN, collaboration=WHOLE)


WHY = say("because")
WHOLE_WITH_SERIES = evolve(WHOLE, series=[Series("s", "sg", EveryDays(14), dt.date(2016, 3, 4), dt.date(2016, 4, 1))])


def first(plan: Schedule, **changes: Any) -> dict[str, Any]:  # noqa: ANN401  # any field of a meeting
    """Change the first meeting of a schedule."""
    return {"meetings": (evolve(plan.meetings[0], **changes), *plan.meetings[1:])}
