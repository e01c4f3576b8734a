from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from samverkan.checklist.outcome import Outcome
from samverkan.checklist.parameters import Parameters
from samverkan.model.bodies import Expectation
from samverkan.model.cadence import EveryDays, Per, Regularly, TimesPer
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.identity import Area
from samverkan.model.mandate import AtLeast, Mandate, MoreThan
from samverkan.model.names import Text
from samverkan.model.organisations import Sector
from samverkan.model.records import Decision, Held
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
    from samverkan.model.collaboration import Collaboration

HALF = MoreThan(Fraction(1, 2))
GIVEN = Mandate(day("2016-01-01"))


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (setup(group(seat("a", "town"), seat("b", "firm"), quorum=AtLeast(2))), MET),
        (setup(group(seat("a", "town"), quorum=HALF)), MET),
        (setup(group(seat("a", "town"), quorum=HALF, closed=False)), MET),
        (setup(group(seat("a", "town"), quorum=Absent())), NOT_MET),
        (setup(group(seat("a", "town"))), UNSURE),
        (setup(group(quorum=AtLeast(3), closed=False)), UNSURE),
        (setup(group(seat("a", "town"), seat("b", "firm"), quorum=disputed(AtLeast(1), AtLeast(2)))), UNSURE),
        (setup(group(seat("a", "town"), seat("b", "firm"), quorum=disputed(AtLeast(1), AtLeast(2), decides=1))), MET),
    ],
)
def test_a_quorum_is_recorded_and_attainable(case: Collaboration, expected: Outcome) -> None:
    assert outcome("6.1", case) is expected


def test_a_quorum_counts_voting_seats_only() -> None:
    found = finding("6.1", setup(group(seat("a", "town"), seat("b", "firm", voting=False), quorum=HALF)))

    assert str(found.because) == "The quorum is 1 of 1 voting seats."


@pytest.mark.parametrize(
    ("mandates", "quorum", "closed", "expected"),
    [
        ((GIVEN, GIVEN, UNKNOWN), AtLeast(2), True, MET),
        ((GIVEN, GIVEN, Absent()), HALF, True, MET),
        ((GIVEN, UNKNOWN, Absent()), HALF, True, UNSURE),
        ((GIVEN, Absent(), Absent()), HALF, True, NOT_MET),
        ((UNKNOWN, UNKNOWN, Absent()), AtLeast(3), True, NOT_MET),
        ((GIVEN, GIVEN), AtLeast(2), False, MET),
        ((GIVEN, GIVEN), HALF, False, UNSURE),
        ((GIVEN, Absent()), AtLeast(2), False, UNSURE),
        ((GIVEN, GIVEN), UNKNOWN, True, UNSURE),
        ((GIVEN, disputed(GIVEN, Mandate(day("2016-02-01")))), AtLeast(2), True, UNSURE),
        ((GIVEN, disputed(GIVEN, Mandate(day("2016-02-01")), decides=1)), AtLeast(2), True, MET),
        ((GIVEN, GIVEN), Absent(), True, Outcome.NOT_APPLICABLE),
    ],
)
def test_a_quorum_of_seats_has_a_mandate(
    mandates: tuple[object, ...], quorum: object, *, closed: bool, expected: Outcome
) -> None:
    placed = [seat(f"s-{place}", "town", mandate=each) for place, each in enumerate(mandates)]

    assert outcome("6.2", setup(group(*placed, quorum=quorum, closed=closed))) is expected


@pytest.mark.parametrize(("as_of", "expected"), [("2016-06-30", MET), ("2016-07-01", NOT_MET), (None, UNSURE)])
def test_a_mandate_that_has_ended_is_none(as_of: str | None, expected: Outcome) -> None:
    ending = seat("a", "town", mandate=Mandate(day("2016-01-01"), day("2016-06-30")))

    assert outcome("6.2", setup(group(ending, quorum=HALF)), as_of=day(as_of) if as_of else None) is expected


def test_a_coopted_seat_with_a_mandate_fills_no_quorum() -> None:
    case = setup(
        group(seat("a", "town", mandate=Absent()), seat("b", "firm", mandate=GIVEN, voting=False), quorum=HALF)
    )

    assert outcome("6.2", case) is NOT_MET


@pytest.mark.parametrize(("quorum", "enough"), [(AtLeast(1), True), (HALF, False)])
def test_a_seat_more_raises_a_quorum_that_is_a_share_and_no_number(quorum: object, *, enough: bool) -> None:
    found = finding("6.2", setup(group(seat("a", "town"), quorum=quorum, closed=False)))
    mandate, seats = found.asks

    assert found.best.within([mandate]) is enough
    assert found.best.within([seats])


def test_the_mandates_that_are_missing_are_asked_for() -> None:
    found = finding("6.2", setup(group(seat("a", "town"), seat("b", "firm", mandate=GIVEN), quorum=AtLeast(2))))

    assert [ask.field for ask in found.asks] == ["bodies.group.seats.a.mandate"]
    assert str(found.because) == "1–2 of 2 voting seats have a mandate; the quorum is 2."


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (setup(group(), series=[fortnightly("2016-03-04", "2016-06-10")]), MET),
        (setup(group(), series=[fortnightly("2016-03-04", "2016-06-10", days=60)]), NOT_MET),
        (setup(group(meets=TimesPer(1, Per.MONTH))), MET),
        (setup(group(meets=TimesPer(2, Per.TERM))), NOT_MET),
        (setup(group(meets=TimesPer(2, Per.TERM, approximate=True))), UNSURE),
        (setup(group(meets=TimesPer(2, Per.MONTH, approximate=True))), MET),
        (setup(group(meets=Regularly())), UNSURE),
        (setup(group(meets=Absent("vid behov"))), NOT_MET),
        (setup(group(meets=disputed(EveryDays(14), EveryDays(60)))), UNSURE),
        (setup(group(meets=disputed(EveryDays(14), EveryDays(60), decides=1))), NOT_MET),
        (setup(group(meets=EveryDays(60)), series=[fortnightly("2016-03-04", "2016-06-10")]), MET),
        (setup(group(), board(), series=[fortnightly("2016-03-04", "2016-06-10", body="board")]), UNSURE),
        (setup(group()), UNSURE),
    ],
)
def test_the_group_meets_regularly(case: Collaboration, expected: Outcome) -> None:
    assert outcome("6.3", case) is expected


def test_how_often_is_often_enough_can_be_set() -> None:
    case = setup(group(meets=EveryDays(14)))

    assert outcome("6.3", case, parameters=Parameters(max_cadence_days=13)) is NOT_MET


@pytest.mark.parametrize(
    ("roles", "closed", "expected"),
    [
        ((Text("chef"), Text("präst")), True, MET),
        ((Text("chef"), Text("präst")), False, UNSURE),
        ((Text("chef"), UNKNOWN), True, UNSURE),
        ((Text("chef"), Absent()), True, NOT_MET),
        ((Text("chef"), disputed(Text("präst"), Text("diakon"))), True, UNSURE),
        ((), True, NOT_MET),
    ],
)
def test_every_seat_has_a_role(roles: tuple[object, ...], *, closed: bool, expected: Outcome) -> None:
    placed = [seat(f"s-{place}", "town", role=role) for place, role in enumerate(roles)]

    assert outcome("6.4", setup(group(*placed, closed=closed))) is expected


@pytest.mark.parametrize(
    ("expects", "complete", "expected"),
    [
        ([Expectation(Text("kommunen"), ["town"])], True, MET),
        ([Expectation(Text("kyrkan"), sectors=[Sector.CIVIL_SOCIETY])], True, MET),
        ([Expectation(Text("kommunen"), ["town"])], False, UNSURE),
        ([Expectation(Text("näringslivet"), sectors=[Sector.BUSINESS])], False, NOT_MET),
        ([Expectation(Text("kulturföreningar"))], True, UNSURE),
        ([], True, NOT_MET),
        ([], False, UNSURE),
    ],
)
def test_whom_the_model_expects_has_a_seat(expects: list[Expectation], *, complete: bool, expected: Outcome) -> None:
    case = setup(group(seat("a", "school"), seat("b", "church"), expects=expects, expects_complete=complete))

    assert outcome("6.5", case) is expected


@pytest.mark.parametrize(
    ("areas", "assigned", "expected"),
    [(("north", "south"), False, MET), (("north",), True, NOT_MET), (("north",), False, UNSURE)],
)
def test_each_main_area_has_a_seat(areas: tuple[str, ...], *, assigned: bool, expected: Outcome) -> None:
    both = [Area("north", Text("norr")), Area("south", Text("söder"))]
    case = setup(group(seat("a", "town", areas=areas)), areas=both, areas_assigned=assigned)

    assert outcome("6.7", case) is expected
    assert outcome("6.7", setup(group())) is UNSURE


@pytest.mark.parametrize(
    ("present", "complete", "closed", "expected"),
    [
        (("a", "b"), False, True, MET),
        (("a", "b"), False, False, UNSURE),
        (("a",), True, False, NOT_MET),
        (("a",), False, True, UNSURE),
    ],
)
def test_decisions_were_taken_by_a_quorum(
    present: tuple[str, ...], *, complete: bool, closed: bool, expected: Outcome
) -> None:
    case = setup(
        group(seat("a", "town"), seat("b", "firm"), seat("c", "church"), quorum=HALF),
        decisions=[Decision("d", Text("start"), "group", day("2016-03-04"))],
        decisions_complete=closed,
        held=[Held("group", day("2016-03-04"), None, present, complete)],
    )

    assert outcome("6.8", case) is expected


def test_a_decision_of_which_nobody_knows_the_body_may_be_another_ones() -> None:
    case = setup(
        group(seat("a", "town"), quorum=AtLeast(1)),
        decisions=[Decision("d", Text("d"), UNKNOWN, day("2016-03-04"))],
        decisions_complete=True,
        held=[Held("group", day("2016-03-04"), present=["a"], attendance_complete=True)],
    )

    assert outcome("6.8", case) is UNSURE


def test_a_decision_of_another_body_is_not_the_groups() -> None:
    case = setup(
        group(quorum=HALF, closed=False),
        board(),
        decisions=[Decision("d", Text("d"), "board")],
        decisions_complete=True,
    )

    assert outcome("6.8", case) is NOT_MET
