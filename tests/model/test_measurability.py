"""Which goals can be followed up; the thirty goals of the five setups are argued by hand from their words."""
# ruff: noqa: ANN401  # any fact in any state

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from samverkan.formats.bundled import bundled, bundled_names
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed
from samverkan.model.goals import (
    ComplementGoal,
    DeliverableGoal,
    DirectionGoal,
    Measured,
    ShareGoal,
    TimeLimitGoal,
    VolumeGoal,
)
from samverkan.model.measurability import Part, measurability, states
from samverkan.model.names import Text
from samverkan.model.values import Length
from samverkan.model.when import Moment, RelativeToPeriod

if TYPE_CHECKING:
    from samverkan.model.goals import Goal

YES, BY_DEFAULT, NO = "yes", "with default deadline", "no"
EXPECTED = {
    "l-g1": BY_DEFAULT,  # "samtliga deltagare": no date
    "l-g2": BY_DEFAULT,  # "minst 30 praktikplatser": no date
    "l-g3": YES,  # 50 % of the participants within 24 months of their introduction
    "l-g4": BY_DEFAULT,  # all others, by no date of their own
    "l-g5": BY_DEFAULT,  # one collaboration model: no date
    "l-g6": YES,  # one plan, "efter projektet"
    "g-g0": YES,  # 50 persons "varje månad"
    "g-g1": BY_DEFAULT,  # "samtliga samverkansparter": no date
    "g-g2": YES,  # 70 % "varje månad"
    "g-g3": YES,  # 70 % within 90 days after finished measures
    "v-g1": BY_DEFAULT,  # three areas: no date
    "v-g2": BY_DEFAULT,  # one application: no date
    "v-g3": NO,  # "dra nytta av": how much?
    "v-g4": NO,  # how the work is conducted
    "v-g5": NO,  # "internt och externt": how much?
    "r-g0": NO,  # "finna former"
    "r-g1": NO,  # "stimulera"
    "r-g2": YES,  # 60 individuals "per år"
    "r-g3": YES,  # half of those of the year
    "r-g4": NO,  # "nya arenor": how many?
    "r-g5": YES,  # 70 % of the young, "efter avslutat projekt"
    "r-g6": NO,  # "sänka sjuktalen": from what, to what?
    "r-g7": BY_DEFAULT,  # 65 year-places: no date
    "r-g8": BY_DEFAULT,  # 10 of them: no date
    "r-g9": NO,  # within 12 months of what, and how many?
    "r-g10": BY_DEFAULT,  # 70 % of the participants: no date
    "r-g11": NO,  # "ta tillvara och synliggöra"
    "t-g1": NO,  # "stärka individen"
    "t-g2": NO,  # "överbrygga kulturella skillnader"
    "t-g3": NO,  # "samordna samhällets organisationer"
}
GOALS = {goal.id: goal for name in bundled_names() for goal in bundled(name).goals}


def told(goal: Goal) -> str:
    if measurability(goal).measurable:
        return YES
    return BY_DEFAULT if measurability(goal, default=True).measurable else NO


def share(**facts: Any) -> ShareGoal:
    given = {"number": 70, "population": "deltagare", "measured": Measured.MONTHLY}
    return ShareGoal(id="g", text=Text("Mål"), **(given | facts))


@pytest.mark.parametrize(("goal", "expected"), EXPECTED.items())
def test_each_goal_is_as_measurable_as_its_words(goal: str, expected: str) -> None:
    assert told(GOALS[goal]) == expected


def test_every_goal_is_argued() -> None:
    assert EXPECTED.keys() == GOALS.keys()
    assert len(EXPECTED) == 30


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({}, ()),
        ({"number": UNKNOWN}, (Part.NUMBER,)),
        ({"population": UNKNOWN, "measured": UNKNOWN}, (Part.POPULATION, Part.TIMEFRAME)),
        ({"measured": UNKNOWN, "deadline": RelativeToPeriod(Moment.AFTER)}, ()),
        ({"measured": UNKNOWN, "window": Length.parse("90 days")}, (Part.TIMEFRAME,)),
        ({"measured": UNKNOWN, "window": Length.parse("90 days"), "window_from": "start"}, ()),
    ],
)
def test_what_is_missing_is_named(facts: dict[str, Any], missing: tuple[Part, ...]) -> None:
    assert measurability(share(**facts)).missing == missing


def test_silence_is_missing_and_only_a_declaration_or_the_kind_denies() -> None:
    assert measurability(share(number=UNKNOWN)).denied == ()
    assert measurability(share(number=Absent())).denied == (Part.NUMBER,)
    assert measurability(DirectionGoal(id="g", text=Text("Mål"))).denied == (Part.NUMBER, Part.UNIT)


def test_a_dispute_states_a_part_only_when_a_claim_decides() -> None:
    claims = Claim(70), Claim(50)

    assert not measurability(share(number=Disputed(claims))).measurable
    assert measurability(share(number=Disputed((Claim(70, decides=True), Claim(50))))).measurable


def test_a_timeframe_is_denied_only_when_every_way_to_state_it_is() -> None:
    nowhere = {"measured": Absent(), "deadline": Absent(), "window": Absent()}

    assert measurability(share(**nowhere)).denied == (Part.TIMEFRAME,)
    assert measurability(share(**nowhere | {"deadline": UNKNOWN})).denied == ()


@pytest.mark.parametrize(("default", "missing"), [(True, 0), (None, 1), (False, 1)])
def test_a_deadline_by_default_stands_in_where_there_is_one(*, default: bool | None, missing: int) -> None:
    assert len(measurability(share(measured=UNKNOWN), default=default).missing) == missing


def test_a_default_of_which_nobody_knows_denies_nothing() -> None:
    nowhere = share(measured=Absent(), deadline=Absent(), window=Absent())

    assert measurability(nowhere, default=None).denied == ()
    assert measurability(nowhere, default=False).denied == (Part.TIMEFRAME,)


def test_no_default_tells_when_a_time_limit_starts() -> None:
    goal = TimeLimitGoal(id="g", text=Text("Mål"), share=70, population="deltagare", within=Length.parse("90 days"))

    assert measurability(goal, default=True).missing == (Part.TIMEFRAME,)


def test_a_deliverable_needs_no_population_and_a_complement_has_one() -> None:
    thing = DeliverableGoal(id="g", text=Text("Mål"), number=1, unit="plan", measured=Measured.AT_END)
    rest = ComplementGoal(id="g", text=Text("Mål"), of="other", number=100, measured=Measured.AT_END)

    assert measurability(thing).measurable
    assert measurability(rest).measurable


def test_a_volume_is_of_something() -> None:
    goal = VolumeGoal(id="g", text=Text("Mål"), number=50, population="deltagare", measured=Measured.MONTHLY)

    assert measurability(goal).missing == (Part.UNIT,)


@pytest.mark.parametrize(
    ("facts", "certainly"),
    [
        ({"window": Length.parse("90 days"), "window_from": "start"}, True),
        ({"window": Length.parse("90 days")}, False),
        ({"window": Length.parse("90 days"), "window_from": Absent()}, False),
        ({"window": Length.parse("90 days"), "window_from": Disputed((Claim("a"), Claim("b")))}, False),
    ],
)
def test_a_way_is_gone_only_when_every_field_of_it_is_stated(facts: dict[str, Any], *, certainly: bool) -> None:
    assert states(share(**facts), ("window", "window_from")) is certainly
