"""Whether a count keeps pace with the time."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from samverkan.followup.follow import follow_up
from samverkan.followup.status import Status
from samverkan.formats.bundled import bundled
from samverkan.model.goals import CapacityGoal, Operator
from samverkan.model.identity import Identity
from samverkan.model.names import Text
from samverkan.model.values import Period
from tests.followup.rows import row

FIRST, FIFTH, TENTH = (dt.date(2009, 1, number) for number in (1, 5, 10))


@pytest.mark.parametrize(
    ("operator", "on_track"),
    [
        (Operator.AT_LEAST, {5, 6, 10, 11}),
        (Operator.MORE_THAN, {6, 10, 11}),
        (Operator.EXACTLY, {5, 6, 10}),
        (Operator.AT_MOST, {4, 5, 6, 10}),
        (Operator.LESS_THAN, {4, 5, 6}),
    ],
)
def test_after_half_of_the_time_half_of_the_number_is_wanted_and_the_whole_of_what_should_be_few(
    operator: Operator, on_track: set[int]
) -> None:
    goal = CapacityGoal(id="v-g1", text=Text("Mål"), population="unga", number=10, unit="platser", operator=operator)
    whole = evolve(
        bundled("visioncenter"), goals=(goal,), activities=(), identity=Identity(period=Period(FIRST, TENTH))
    )

    found = {
        count: follow_up(whole, [row("v-g1", count, first=FIRST, last=FIFTH)], as_of=FIFTH).of("v-g1").status
        for count in (4, 5, 6, 10, 11)
    }

    assert {count for count, status in found.items() if status is Status.ON_TRACK} == on_track
    assert set(found.values()) == {Status.ON_TRACK, Status.BEHIND}
