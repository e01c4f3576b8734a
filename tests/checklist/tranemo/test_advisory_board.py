from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.checklist.outcome import Outcome
from samverkan.checklist.parameters import Parameters
from samverkan.model.activities import Event
from samverkan.model.bodies import Body, Rank
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.model.records import Held
from samverkan.model.terms import Term
from samverkan.model.when import InTerm, InWeek, OnDate
from tests.checklist.builders import (
    EVERYBODY,
    MET,
    NOT_MET,
    SPRING,
    UNSURE,
    YEAR,
    board,
    day,
    disputed,
    finding,
    group,
    on,
    outcome,
    seat,
    setup,
)

if TYPE_CHECKING:
    from samverkan.model.collaboration import Collaboration


def seats(number: int, **facts: object) -> list[object]:
    return [seat(f"b-{place}", "town", **facts) for place in range(number)]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (setup(board(*seats(5))), MET),
        (setup(board(*seats(5), closed=False)), MET),
        (setup(board(*seats(5, holder=Absent("vakant")))), MET),
        (setup(board(*seats(4))), NOT_MET),
        (setup(board(*seats(4), closed=False)), UNSURE),
        (setup(group(*seats(5)), bodies_complete=True), NOT_MET),
        (setup(group(*seats(5))), UNSURE),
    ],
)
def test_there_is_a_board_with_enough_seats(case: Collaboration, expected: Outcome) -> None:
    assert outcome("5.1", case) is expected


def test_the_least_number_of_seats_can_be_set() -> None:
    assert outcome("5.1", setup(board(*seats(4))), parameters=Parameters(min_advisory_seats=4)) is MET


@pytest.mark.parametrize(
    ("ranks", "closed", "expected"),
    [
        ((Rank.ELECTED_CHAIR, Rank.EXECUTIVE, Rank.MANAGER, Rank.UNIT_HEAD), True, MET),
        ((Rank.EXECUTIVE,), False, UNSURE),
        ((Rank.EXECUTIVE, Rank.SPECIALIST), True, NOT_MET),
        ((Rank.EXECUTIVE, Rank.REPRESENTATIVE), False, NOT_MET),
        ((Rank.EXECUTIVE, Absent()), True, NOT_MET),
        ((Rank.EXECUTIVE, UNKNOWN), True, UNSURE),
        ((Rank.SPECIALIST, UNKNOWN), True, NOT_MET),
        ((Rank.EXECUTIVE, disputed(Rank.MANAGER, Rank.SPECIALIST)), True, UNSURE),
        ((Rank.EXECUTIVE, disputed(Rank.MANAGER, Rank.SPECIALIST, decides=0)), True, MET),
        ((), True, NOT_MET),
        ((), False, UNSURE),
    ],
)
def test_every_seat_of_the_board_is_at_leadership_rank(
    ranks: tuple[object, ...], *, closed: bool, expected: Outcome
) -> None:
    placed = [seat(f"b-{place}", "town", rank=rank) for place, rank in enumerate(ranks)]

    assert outcome("5.2", setup(board(*placed, closed=closed))) is expected


def test_the_seat_below_leadership_is_named_and_its_rank_is_the_field_to_change() -> None:
    found = finding("5.2", setup(board(seat("b-0", "town", rank=Rank.SPECIALIST))))

    assert str(found.because) == "These seats of Rådet are not at leadership rank: b-0."
    assert found.remedy_field == "bodies.board.seats.b-0.rank"


@pytest.mark.parametrize(
    ("organisations", "closed", "expected"),
    [
        (("town", "firm", "church"), True, MET),
        (("town", "firm", "church"), False, MET),
        (("town", "firm"), True, NOT_MET),
        (("town", "school", "firm"), True, NOT_MET),
        (("town", "firm"), False, UNSURE),
        (("town", "firm", "riddle"), True, UNSURE),
        (("town", "riddle"), True, NOT_MET),
        ((), True, NOT_MET),
    ],
)
def test_the_board_spans_enough_sectors(organisations: tuple[str, ...], *, closed: bool, expected: Outcome) -> None:
    placed = [seat(f"b-{place}", name) for place, name in enumerate(organisations)]

    assert outcome("5.3", setup(board(*placed, closed=closed))) is expected


def test_a_seat_for_several_organisations_counts_for_the_sector_of_each() -> None:
    assert outcome("5.3", setup(board(seat("b-0", "town", "firm", "church")))) is MET


def test_a_seat_without_organisation_may_speak_for_any_sector() -> None:
    assert outcome("5.3", setup(board(seat("b-0", "town"), seat("b-1")))) is UNSURE


def test_an_organisation_that_can_only_be_of_a_new_sector_counts_as_one() -> None:
    odd = Organisation("odd", not_sectors=(Sector.MUNICIPALITY, Sector.BUSINESS))
    case = setup(board(seat("b-0", "town"), seat("b-1", "firm"), seat("b-2", "odd")), organisations=(*EVERYBODY, odd))

    assert outcome("5.3", case) is MET


def meeting(when: object) -> Event:
    return Event("e", Text("e"), when, bodies=("board",))


AUTUMN = on("h", "2016-09-01", "board")


@pytest.mark.parametrize(
    ("events", "closed", "expected"),
    [
        ([meeting(OnDate(day("2016-04-04"))), AUTUMN], False, MET),
        ([meeting(InWeek("2016-W14")), AUTUMN], False, MET),
        ([meeting(InTerm(Term.parse("VT 2016"))), AUTUMN], True, MET),
        ([AUTUMN], True, NOT_MET),
        ([AUTUMN], False, UNSURE),
        ([meeting(UNKNOWN), AUTUMN], True, UNSURE),
        ([meeting(Absent()), AUTUMN], True, NOT_MET),
        ([meeting(disputed(OnDate(day("2016-04-04")), OnDate(day("2016-10-04")))), AUTUMN], True, UNSURE),
        ([meeting(disputed(OnDate(day("2016-04-04")), OnDate(day("2016-10-04")), decides=0)), AUTUMN], True, MET),
        ([on("e", "2016-04-04", "board", cancelled=True), AUTUMN], True, NOT_MET),
        ([on("e", "2016-04-04", "group"), AUTUMN], True, NOT_MET),
        ([on("e", "2016-04-04"), AUTUMN], True, UNSURE),
        ([on("e", "2016-04-04", invited_complete=True), AUTUMN], True, NOT_MET),
    ],
)
def test_the_board_meets_in_every_term(events: list[Event], *, closed: bool, expected: Outcome) -> None:
    case = setup(board(), group(), events=events, horizon=YEAR, plan_complete=closed)

    assert outcome("5.4", case) is expected


def test_without_a_horizon_there_are_no_terms_to_look_at() -> None:
    found = finding("5.4", setup(board(), events=[AUTUMN]))

    assert found.outcome is UNSURE
    assert [ask.field for ask in found.asks] == ["horizon", "plan_complete"]


def test_the_term_without_a_meeting_is_named() -> None:
    found = finding("5.4", setup(board(), events=[AUTUMN], horizon=YEAR, plan_complete=True))

    assert str(found.because) == "The plan is complete and has no meeting of Rådet in VT 2016."


@pytest.mark.parametrize(
    ("organisations", "closed", "expected"),
    [
        (("town", "agency", "firm", "church"), False, MET),
        (("town", "agency", "firm"), True, NOT_MET),
        (("town", "agency", "firm"), False, UNSURE),
        (("town", "agency", "firm", "riddle"), True, UNSURE),
        (("town", "agency", "riddle"), True, NOT_MET),
        (("town", "agency", "church", "no-firm"), True, NOT_MET),
        (("town", "agency", "firm", "newcomers"), True, NOT_MET),
    ],
)
def test_all_four_parties_have_a_seat(organisations: tuple[str, ...], *, closed: bool, expected: Outcome) -> None:
    placed = [seat(f"b-{place}", name) for place, name in enumerate(organisations)]

    assert outcome("5.5", setup(board(*placed, closed=closed))) is expected
    assert outcome("6.6", setup(group(*placed, closed=closed))) is expected


@pytest.mark.parametrize(
    ("group_to", "board_to", "expected"),
    [
        ("board", UNKNOWN, MET),
        (UNKNOWN, "group", MET),
        (Absent(), Absent(), NOT_MET),
        (Absent(), UNKNOWN, UNSURE),
        (UNKNOWN, UNKNOWN, UNSURE),
        (disputed("board", "group"), Absent(), UNSURE),
    ],
)
def test_group_and_board_report(group_to: object, board_to: object, expected: Outcome) -> None:
    assert outcome("5.6", setup(group(reports_to=group_to), board(reports_to=board_to))) is expected


def held(body: Body, *notes: object) -> list[Held]:
    days = (day(f"2016-0{month}-01") for month in range(1, 9))
    return [Held(body.id, date, notes=each) for date, each in zip(days, notes, strict=False)]


@pytest.mark.parametrize(
    ("notes", "closed", "expected"),
    [
        ([day("2016-01-05")], True, MET),
        ([day("2016-01-05")], False, UNSURE),
        ([day("2016-01-05"), Absent()], False, NOT_MET),
        ([UNKNOWN], True, UNSURE),
        ([disputed(day("2016-01-05"), day("2016-01-09"))], True, UNSURE),
        ([], True, UNSURE),
        ([], False, UNSURE),
    ],
)
def test_the_board_keeps_notes(notes: list[object], *, closed: bool, expected: Outcome) -> None:
    case = setup(board(), held=held(board(), *notes), held_complete=closed, horizon=SPRING)

    assert outcome("5.7", case) is expected


@pytest.mark.parametrize("criterion", ["5.7", "7.3"])
def test_without_meetings_no_notes_are_due(criterion: str) -> None:
    case = setup(board(), held_complete=True)

    assert outcome(criterion, case, as_of=day("2016-05-01")) is Outcome.NOT_APPLICABLE
    assert outcome(criterion, case) is UNSURE
