from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from samverkan.checklist.parameters import Parameters
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.lead import ProjectLead
from samverkan.model.when import OnDate
from tests.checklist.builders import (
    MET,
    NOT_MET,
    UNSURE,
    board,
    day,
    disputed,
    finding,
    fortnightly,
    group,
    outcome,
    seat,
    setup,
)

if TYPE_CHECKING:
    from samverkan.checklist.outcome import Outcome
    from samverkan.model.collaboration import Collaboration


@pytest.mark.parametrize(
    ("accountable", "expected"),
    [
        (1, MET),
        (0, NOT_MET),
        (2, NOT_MET),
        (Absent(), NOT_MET),
        (UNKNOWN, UNSURE),
        (disputed(2, 1), UNSURE),
        (disputed(2, 1, decides=1), MET),
    ],
)
def test_exactly_one_lead_is_accountable(accountable: object, expected: Outcome) -> None:
    assert outcome("2.1", setup(lead=ProjectLead(accountable))) is expected


def test_a_seat_marked_as_the_leads_is_shown_but_does_not_decide() -> None:
    found = finding("2.1", setup(group(seat("s-1", "town", project_lead=True))))

    assert found.outcome is UNSURE
    assert [each.field for each in found.evidence] == ["bodies.group.seats.s-1.project_lead"]


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (Fraction(1), MET),
        (Fraction(1, 2), MET),
        (Fraction(49, 100), NOT_MET),
        (Absent(), NOT_MET),
        (UNKNOWN, UNSURE),
        (disputed(Fraction(1, 2), Fraction(1, 4)), UNSURE),
        (disputed(Fraction(1, 2), Fraction(1, 4), decides=1), NOT_MET),
    ],
)
def test_the_lead_has_at_least_half_of_full_time(share: object, expected: Outcome) -> None:
    assert outcome("2.2", setup(lead=ProjectLead(working_time=share))) is expected


def test_the_least_share_can_be_set() -> None:
    case = setup(lead=ProjectLead(working_time=Fraction(1, 2)))

    assert outcome("2.2", case, parameters=Parameters(min_lead_share=Fraction(3, 4))) is NOT_MET


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (setup(group(seat("s-1", "town", project_lead=True), closed=False)), MET),
        (setup(group(seat("s-1", "town"))), NOT_MET),
        (setup(group(seat("s-1", "town"), closed=False)), UNSURE),
        (setup(board(seat("s-1", "town", project_lead=True)), group(seat("s-2", "town"))), NOT_MET),
    ],
)
def test_the_lead_has_a_seat_in_the_group(case: Collaboration, expected: Outcome) -> None:
    assert outcome("2.3", case) is expected


@pytest.mark.parametrize(
    ("attends", "lead_seat", "closed", "expected"),
    [
        (("board",), False, True, MET),
        (UNKNOWN, True, False, MET),
        ((), False, True, NOT_MET),
        (Absent(), False, True, NOT_MET),
        ((), False, False, UNSURE),
        (UNKNOWN, False, True, UNSURE),
        (disputed(("board",), ()), False, True, UNSURE),
    ],
)
def test_the_lead_attends_the_board(attends: object, *, lead_seat: bool, closed: bool, expected: Outcome) -> None:
    case = setup(
        board(seat("b-1", "town", project_lead=lead_seat), closed=closed),
        lead=ProjectLead(attends=attends),
    )

    assert outcome("2.4", case) is expected


@pytest.mark.parametrize(
    ("appointed", "facts", "expected"),
    [
        (day("2016-03-01"), {"plan_complete": True}, MET),
        (day("2016-03-04"), {"plan_complete": True}, MET),
        (day("2016-03-05"), {}, NOT_MET),
        (day("2016-03-01"), {}, UNSURE),
        (UNKNOWN, {"plan_complete": True}, UNSURE),
        (Absent(), {}, NOT_MET),
        (disputed(day("2016-03-01"), day("2016-04-01")), {"plan_complete": True}, UNSURE),
    ],
)
def test_the_lead_was_appointed_before_the_first_meeting(
    appointed: object, facts: dict[str, bool], expected: Outcome
) -> None:
    lead = ProjectLead(appointed=appointed)

    assert (
        outcome("2.5", setup(group(), lead=lead, series=[fortnightly("2016-03-04", "2016-06-10")], **facts)) is expected
    )


def test_the_day_on_which_the_group_was_convened_rules_out_earlier_meetings() -> None:
    case = setup(
        group(convened=OnDate(day("2016-03-02"))),
        lead=ProjectLead(appointed=day("2016-03-01")),
        series=[fortnightly("2016-03-04", "2016-06-10")],
    )

    assert outcome("2.5", case) is MET
