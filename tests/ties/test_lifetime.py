from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from samverkan.model.activities import Activity, Event, Series
from samverkan.model.bodies import Body, BodyKind, BodyStatus
from samverkan.model.cadence import EveryWeeks
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed
from samverkan.model.identity import Stage
from samverkan.model.lead import Initiative, ProjectLead
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality, Organisation
from samverkan.model.records import Held
from samverkan.model.span import NOWHERE, Span
from samverkan.model.stretches import InMonth
from samverkan.model.when import OnDate, OnDates, Through
from samverkan.ties.lifetime import Lifetime, lifetimes

if TYPE_CHECKING:
    from samverkan.errors import Path
    from samverkan.model.facts import Fact
    from samverkan.model.when import When

FIRST, MIDDLE, LAST = dt.date(2027, 3, 1), dt.date(2027, 3, 15), dt.date(2027, 3, 31)
DAY = dt.timedelta(days=1)
RUN, MONTH = Through(FIRST, LAST), InMonth("2027-03")


def held(path: Path, **more: object) -> list[bool | None]:
    """Say whether something holds before, on the first, the middle, the last day of March, and after."""
    found = lifetimes(Collaboration(id="c", name="C", **more))
    return [found.hold(path, day) for day in (FIRST - DAY, FIRST, MIDDLE, LAST, LAST + DAY)]


def test_what_has_no_end_of_its_own_holds_always() -> None:
    assert Lifetime().holds(dt.date.min)
    assert Lifetime().holds(dt.date.max)


def test_of_what_begins_and_ends_nobody_knows_when_nothing_is_known() -> None:
    assert Lifetime(NOWHERE, NOWHERE).holds(MIDDLE) is None


def test_an_end_known_to_be_past_is_past_though_the_beginning_is_unknown() -> None:
    assert Lifetime(NOWHERE, Span(FIRST, FIRST)).holds(MIDDLE) is False


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        pytest.param(RUN, [False, True, True, True, False], id="a run ends"),
        pytest.param(OnDate(MIDDLE), [False, False, True, True, True], id="what has happened has happened"),
        pytest.param(OnDates([FIRST, LAST]), [False, True, True, True, True], id="from the first of several"),
        pytest.param(MONTH, [False, None, None, True, True], id="some day in the month"),
        pytest.param(UNKNOWN, [None] * 5, id="some day"),
        pytest.param(Absent(), [None] * 5, id="no day yet"),
        pytest.param(Disputed([Claim(RUN), Claim(MONTH)]), [None] * 5, id="in dispute"),
        pytest.param(
            Disputed([Claim(RUN, decides=True), Claim(MONTH)]), [False, True, True, True, False], id="decided"
        ),
    ],
)
def test_an_event_holds_as_its_time_says(when: Fact[When], expected: list[bool | None]) -> None:
    assert held(("events", 0), events=[Event("e", Text("E"), when=when)]) == expected


def test_an_activity_of_which_only_the_beginning_is_told_has_no_end() -> None:
    activity = Activity("a", Text("A"), when=MONTH, starts=True)

    assert held(("activities", 0), activities=[activity]) == [False, None, None, True, True]


def test_a_series_is_from_its_first_day_to_its_last_and_a_meeting_from_its_day_on() -> None:
    bodies = [Body("b", BodyKind.NETWORK, Text("B"))]
    series = Series("s", "b", EveryWeeks(2), FIRST, LAST)

    assert held(("series", 0), bodies=bodies, series=[series]) == [False, True, True, True, False]
    assert held(("held", 0), bodies=bodies, held=[Held("b", MIDDLE)]) == [False, False, True, True, True]


def test_a_past_body_has_ended_at_some_time() -> None:
    bodies = [
        Body("past", BodyKind.NETWORK, Text("P"), convened=OnDate(FIRST), status=BodyStatus.PAST),
        Body("new", BodyKind.NETWORK, Text("N"), convened=OnDate(FIRST)),
    ]

    assert held(("bodies", "past"), bodies=bodies) == [False, None, None, None, None]
    assert held(("bodies", "new"), bodies=bodies) == [False, True, True, True, True]


def test_what_it_is_part_of_bounds_what_has_no_time_itself() -> None:
    bodies = [Body("b", BodyKind.NETWORK, Text("B"), convened=OnDate(MIDDLE))]

    assert held(("bodies", "b", "seats", "s"), bodies=bodies) == [False, False, True, True, True]


def test_an_organisation_joins_and_one_declared_never_to_have_joined_was_there_all_along() -> None:
    organisations = [Organisation("a", joined=OnDate(MIDDLE)), Organisation("b", joined=Absent())]

    assert held(("organisations", "a"), organisations=organisations) == [False, False, True, True, True]
    assert held(("organisations", "b"), organisations=organisations) == [True] * 5


def test_the_lead_is_there_from_the_appointment_and_the_initiative_from_its_day() -> None:
    lead, initiative = ProjectLead(appointed=MIDDLE), Initiative(date=MIDDLE)

    assert held(("lead", "employer"), lead=lead) == [False, False, True, True, True]
    assert held(("initiative", "by"), initiative=initiative) == [False, False, True, True, True]


@pytest.mark.parametrize(
    ("joins", "stages", "expected"),
    [
        pytest.param(OnDate(LAST), [OnDate(FIRST)], [False, False, False, True, True], id="what it says itself"),
        pytest.param(UNKNOWN, [OnDate(LAST), OnDate(MIDDLE)], [False, False, True, True, True], id="the first stage"),
        pytest.param(UNKNOWN, [OnDate(MIDDLE), UNKNOWN], [None, None, True, True, True], id="one stage unknown"),
        pytest.param(UNKNOWN, [], [None] * 5, id="nothing known"),
    ],
)
def test_a_municipality_joins_when_it_says_or_with_its_first_stage(
    joins: Fact[When], stages: list[Fact[When]], expected: list[bool | None]
) -> None:
    towns = [Municipality("1452", "Tranemo", joins=joins)]
    named = [Stage(f"s{at}", Text("S"), when=when, municipalities=["1452"]) for at, when in enumerate(stages)]

    assert held(("municipalities", "1452"), municipalities=towns, stages=named) == expected


def test_a_stage_that_only_says_how_early_it_may_begin_is_certainly_not_before() -> None:
    towns, stage = [Municipality("1452", "Tranemo")], Stage("s", Text("S"), earliest=MIDDLE, municipalities=["1452"])

    assert held(("stages", "s"), municipalities=towns, stages=[stage]) == [False, False, None, None, None]
