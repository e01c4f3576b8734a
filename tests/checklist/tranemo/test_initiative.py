from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.checklist.parameters import Parameters
from samverkan.model.activities import Event, Series
from samverkan.model.cadence import EveryDays
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.identity import Identity
from samverkan.model.lead import Initiative
from samverkan.model.names import Text
from samverkan.model.records import Held
from samverkan.model.values import ClockSpan, Period
from samverkan.model.when import InWeek, OnDate
from tests.checklist.builders import (
    MET,
    NOT_MET,
    SPRING,
    UNSURE,
    YEAR,
    day,
    disputed,
    finding,
    fortnightly,
    group,
    on,
    outcome,
    setup,
)

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome
    from samverkan.model.collaboration import Collaboration

ROW = fortnightly("2016-03-04", "2016-06-10")


@pytest.mark.parametrize(
    ("date", "facts", "expected"),
    [
        (day("2015-12-01"), {"plan_complete": True}, MET),
        (day("2016-03-04"), {"plan_complete": True}, MET),
        (day("2016-03-05"), {}, NOT_MET),
        (day("2015-12-01"), {}, UNSURE),
        (day("2016-02-01"), {"held": [Held("group", day("2016-01-15"))]}, NOT_MET),
        (day("2016-02-01"), {"plan_complete": True, "events": [Event("e", Text("e"), bodies=("group",))]}, UNSURE),
        (Absent(), {}, NOT_MET),
        (UNKNOWN, {"plan_complete": True}, UNSURE),
        (disputed(day("2015-12-01"), day("2016-12-01")), {"plan_complete": True}, UNSURE),
        (disputed(day("2015-12-01"), day("2016-12-01"), decides=1), {}, NOT_MET),
    ],
)
def test_the_initiative_comes_first(date: object, facts: dict[str, object], expected: Outcome) -> None:
    case = setup(group(), initiative=Initiative(date=date), series=[ROW], **facts)

    assert outcome("4.1", case) is expected


def test_a_group_convened_after_the_initiative_cannot_have_met_before_it() -> None:
    convened = group(convened=InWeek("2016-W09"))
    case = setup(convened, initiative=Initiative(date=day("2016-02-29")), series=[ROW])

    assert outcome("4.1", case) is MET
    assert "bodies.group.convened" in [each.field for each in finding("4.1", case).evidence]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (setup(group(), series=[ROW], horizon=SPRING), MET),
        (setup(group(), series=[ROW]), MET),
        (setup(group(), series=[ROW], plan_complete=True), MET),
        (setup(group(), series=[fortnightly("2016-01-15", "2016-06-10", days=35)], plan_complete=True), NOT_MET),
        (setup(group(), series=[fortnightly("2016-01-15", "2016-06-10", days=35)]), UNSURE),
        (setup(group(), events=[on("e", "2016-03-04", "group")], plan_complete=True), NOT_MET),
        (setup(group(), events=[on("e", "2016-03-04", "group")]), UNSURE),
        (setup(group(), plan_complete=True), NOT_MET),
        (setup(), UNSURE),
        (setup(group(), series=[ROW], events=[Event("e", Text("e"), bodies=("group",))], horizon=SPRING), UNSURE),
        (
            setup(group(), series=[ROW], events=[Event("e", Text("e"), InWeek("2016-W07"), bodies=("group",))]),
            MET,
        ),
        (
            setup(
                group(),
                series=[ROW],
                horizon=SPRING,
                events=[
                    Event(
                        "e",
                        Text("e"),
                        disputed(OnDate(day("2016-02-26")), OnDate(day("2016-01-12"))),
                        bodies=("group",),
                    )
                ],
            ),
            UNSURE,
        ),
        (
            setup(
                group(),
                events=[
                    on("a", "2016-01-15", "group"),
                    Event("b", Text("b"), bodies=("group",)),
                    on("c", "2016-03-04", "group"),
                ],
                plan_complete=True,
            ),
            UNSURE,
        ),
    ],
)
def test_the_group_meets_without_a_long_gap(case: Collaboration, expected: Outcome) -> None:
    assert outcome("4.2", case) is expected


def test_a_vague_meeting_that_cannot_lie_in_the_gap_does_not_fill_it() -> None:
    events = [on("a", "2016-01-15", "group"), on("b", "2016-03-04", "group")]
    later = Event("v", Text("v"), InWeek("2016-W12"), bodies=("group",))

    assert outcome("4.2", setup(group(), events=[*events, later], horizon=SPRING, plan_complete=True)) is NOT_MET


def test_meetings_outside_the_horizon_do_not_count() -> None:
    events = [on("a", "2016-01-15", "group"), on("b", "2016-02-01", "group"), on("c", "2016-12-01", "group")]

    assert outcome("4.2", setup(group(), events=events, horizon=SPRING, plan_complete=True)) is MET
    assert outcome("4.2", setup(group(), events=events, horizon=YEAR, plan_complete=True)) is NOT_MET


def test_a_cancelled_meeting_leaves_a_gap() -> None:
    events = [
        on("a", "2016-01-15", "group"),
        on("b", "2016-02-05", "group", cancelled=True),
        on("c", "2016-02-26", "group"),
    ]

    assert outcome("4.2", setup(group(), events=events, plan_complete=True)) is NOT_MET


def test_the_longest_gap_is_told_with_its_days() -> None:
    because = finding("4.2", setup(group(), series=[ROW]), parameters=Parameters(max_gap_days=20)).because

    assert str(because) == (
        "The group meets 8 times; its longest gap, 2016-03-04 to 2016-03-18, is 14 days, of at most 20."
    )


@pytest.mark.parametrize(
    ("date", "closed", "expected"),
    [
        (day("2016-01-01"), False, MET),
        (day("2015-10-01"), True, NOT_MET),
        (day("2015-10-01"), False, UNSURE),
        (UNKNOWN, True, UNSURE),
    ],
)
def test_the_group_meets_soon_after_the_initiative(date: object, *, closed: bool, expected: Outcome) -> None:
    case = setup(group(), initiative=Initiative(date=date), series=[ROW], plan_complete=closed)

    assert outcome("4.3", case) is expected


@pytest.mark.parametrize(
    ("time", "closed", "expected"),
    [
        (ClockSpan.parse("13.00-16.30"), True, MET),
        (ClockSpan.parse("13.00-16.30"), False, UNSURE),
        (ClockSpan.parse("13.00"), True, UNSURE),
        (UNKNOWN, True, UNSURE),
        (Absent(), False, NOT_MET),
    ],
)
def test_every_meeting_has_start_and_end(time: object, *, closed: bool, expected: Outcome) -> None:
    row = Series("row", "group", EveryDays(14), day("2016-03-04"), day("2016-06-10"), time=time)

    assert outcome("4.4", setup(group(), series=[row], plan_complete=closed)) is expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(day("2016-01-01"), day("2016-12-31")), MET),
        (Period(day("2016-01-01")), UNSURE),
        (Absent("tills vidare"), NOT_MET),
        (UNKNOWN, UNSURE),
        (disputed(Period(day("2016-01-01"), day("2016-12-31")), Period(day("2016-01-01"), day("2017-12-31"))), UNSURE),
    ],
)
def test_the_period_is_stated(period: object, expected: Outcome) -> None:
    assert outcome("4.5", setup(identity=Identity(period=period))) is expected


@pytest.mark.parametrize(
    ("events", "as_of", "horizon", "expected"),
    [
        (["2016-06-10", "2016-08-26"], "2016-06-01", SPRING, MET),
        (["2016-06-10", "2016-08-26"], "2016-06-11", SPRING, UNSURE),
        (["2016-06-10", "2016-08-26"], None, SPRING, UNSURE),
        (["2016-06-10"], "2016-06-01", SPRING, NOT_MET),
        (["2016-06-10"], "2016-05-01", Period(day("2016-01-11"), day("2016-05-15")), UNSURE),
        (["2016-06-10"], "2026-11-01", SPRING, NOT_MET),
        (["2016-06-10"], "2016-06-01", Period(day("2016-01-11"), day("2016-12-31")), NOT_MET),
    ],
)
def test_the_next_term_is_planned_in_time(
    events: list[str], as_of: str | None, horizon: Period, expected: Outcome
) -> None:
    planned = [on(f"e-{place}", text, "group") for place, text in enumerate(events)]
    case = setup(group(), events=planned, horizon=horizon, plan_complete=True)

    assert outcome("4.6", case, as_of=day(as_of) if as_of else None) is expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (OnDate(day("2016-02-08")), MET),
        (OnDate(day("2016-02-09")), NOT_MET),
        (InWeek("2016-W05"), MET),
        (InWeek("2016-W06"), UNSURE),  # its first day is the last that is in time
        (InWeek("2016-W07"), NOT_MET),
    ],
)
def test_the_group_meets_up_to_four_weeks_after_the_initiative(when: OnDate | InWeek, expected: Outcome) -> None:
    first = Event("e", Text("e"), when, bodies=("group",))
    case = setup(group(), events=[first], initiative=Initiative("town", day("2016-01-11")), plan_complete=True)

    assert outcome("4.3", case, parameters=Parameters(max_lead_weeks=4)) is expected


def test_of_several_items_without_a_time_the_first_is_to_change() -> None:
    events = [on(name, "2016-02-01", "group", time=Absent()) for name in ("a", "b")]
    found = finding("4.4", setup(group(), events=events, plan_complete=True))

    assert (found.outcome, found.remedy_field) == (NOT_MET, "events.a.time")


def test_the_last_meeting_of_the_term_and_the_first_of_the_next_are_cited() -> None:
    days = ("2016-06-03", "2016-06-10", "2016-06-17", "2016-08-26", "2016-09-02")
    events = [on(when, when, "group") for when in days]
    planned, open_ = (setup(group(), events=some, horizon=SPRING) for some in (events, events[:3]))
    found = [finding("4.6", each, as_of=day("2016-06-01")).evidence for each in (planned, open_)]

    cited = [[each.field for each in evidence if each.field.endswith(".when")] for evidence in found]
    assert cited == [["events.2016-06-17.when", "events.2016-08-26.when"], ["events.2016-06-17.when"]]


@pytest.mark.parametrize(
    ("days", "vague", "expected"),
    [
        (("2016-02-01", "2016-02-22"), "2016-W11", MET),
        (("2016-02-01", "2016-02-11", "2016-02-21"), "2016-W11", MET),  # its last day is 28 days after it
        (("2016-02-01", "2016-02-22"), "2016-W12", UNSURE),  # its last day is 34 days after the last that is known
        (("2016-03-14", "2016-04-04"), "2016-W07", MET),
        (("2016-03-15", "2016-04-04"), "2016-W07", UNSURE),
    ],
)
def test_a_meeting_of_vague_day_must_be_within_reach_at_both_ends(
    days: tuple[str, ...], vague: str, expected: Outcome
) -> None:
    events = [on(f"e-{when}", when, "group") for when in days]
    loose = Event("v", Text("v"), InWeek(vague), bodies=("group",))

    assert outcome("4.2", setup(group(), events=[*events, loose], horizon=SPRING, plan_complete=True)) is expected
