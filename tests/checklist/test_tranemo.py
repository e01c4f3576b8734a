"""What the checklist finds in the setup of Tranemo; each outcome is argued by hand from the slides."""

from __future__ import annotations

import datetime as dt

import pytest

from samverkan.checklist.evaluate import Evaluation, evaluate
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome, Verdict
from samverkan.checklist.tranemo import TRANEMO
from samverkan.formats.bundled import bundled

MET, NOT_MET, UNSURE = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
EXPECTED = {
    "1.1": MET,  # slide 10: the municipality takes the initiative
    "1.2": MET,  # slide 18: the chief executive of the municipality, sg-01
    "1.3": UNSURE,  # no owner is stated
    "1.4": MET,  # 6 of 16 seats are municipal, at most 8 with BRES and Träffpunkten; 12 may be
    "1.5": UNSURE,  # no decision is stated, and no log is closed
    "2.1": UNSURE,  # slide 2 presents two persons, slides 10, 14 and 18 speak of one
    "2.2": UNSURE,  # no working time is stated
    "2.3": MET,  # slide 18: sg-16
    "2.4": UNSURE,  # the lead has no seat on the board; whether the lead presents there is not said
    "2.5": UNSURE,  # no appointment is stated
    "3.1": UNSURE,  # slide 14 demands a function and names none
    "3.2": UNSURE,  # board and group share four organisations; who sits in the other two bodies is not said
    "3.3": UNSURE,  # three kinds of organiser have no known seat, and two lists of seats are open
    "3.4": UNSURE,  # no entrance is stated
    "3.5": UNSURE,  # which function it would be is not said
    "4.1": UNSURE,  # the initiative has no date
    "4.2": MET,  # eight meetings, 14 days apart
    "4.3": UNSURE,  # the initiative has no date
    "4.4": UNSURE,  # three of seven entries have a clock time
    "4.5": UNSURE,  # no period is stated
    "4.6": UNSURE,  # the programme ends in June and is not said to be all that is planned
    "5.1": MET,  # nine seats
    "5.2": MET,  # one elected chair, five executives, one manager, two heads of unit
    "5.3": MET,  # agencies, municipal federation, academia, municipality, business
    "5.4": MET,  # 4 April, in the one term of the horizon
    "5.5": NOT_MET,  # nine known seats, none for civil society
    "5.6": UNSURE,  # no report is stated
    "5.7": UNSURE,  # no meeting held is recorded
    "6.1": UNSURE,  # slide 14 demands a group that can decide, and states no quorum
    "6.2": UNSURE,  # nor any mandate
    "6.3": MET,  # every 14 days
    "6.4": UNSURE,  # seven seats state no role; that they have none is not said
    "6.5": NOT_MET,  # slide 11 expects business, and no seat of the closed list is of business
    "6.6": NOT_MET,  # no business in the group; BRES and Träffpunkten are not
    "6.7": UNSURE,  # no seat is said to answer for an area
    "6.8": UNSURE,  # no decision is recorded
    "7.1": MET,  # slide 12: notes and information on the municipality's website
    "7.2": MET,  # the media are invited to the inspiration day of 24 February
    "7.3": UNSURE,  # no meeting held is recorded
    "7.4": UNSURE,  # no role is stated
    "7.5": UNSURE,  # no language is stated
    "7.6": MET,  # slide 18: the representative of Arabic speakers, sg-06
    "7.7": UNSURE,  # no delay is stated
    "8.1": MET,  # slide 17: the chair of the municipal executive board, ab-8
    "8.2": MET,  # 18 January: the executive board is informed
    "8.3": MET,  # learning and care
    "8.4": MET,  # 25 January: the officials' day
    "8.5": NOT_MET,  # sixteen known seats, none of them a politician's
    "8.6": UNSURE,  # no decision or follow-up is recorded
    "8.7": UNSURE,  # after 4 April nothing political is listed, and the programme is not closed
}


@pytest.fixture(scope="module")
def judged() -> Evaluation:
    return evaluate(bundled("tranemo"), as_of=dt.date(2016, 2, 28))


@pytest.mark.parametrize(("criterion", "expected"), EXPECTED.items())
def test_each_criterion_comes_out_as_the_slides_say(judged: Evaluation, criterion: str, expected: Outcome) -> None:
    assert judged.of(criterion).outcome is expected


def test_every_criterion_is_argued(judged: Evaluation) -> None:
    assert list(EXPECTED) == [report.criterion.id for report in judged.reports]
    assert len(EXPECTED) == 50
    assert sum(criterion.core for criterion in TRANEMO.criteria) == 20


def test_four_factors_are_met_and_four_are_open(judged: Evaluation) -> None:
    assert {factor.factor.id: factor.outcome for factor in judged.factors} == {
        "1": MET,
        "2": UNSURE,
        "3": UNSURE,
        "4": UNSURE,
        "5": MET,
        "6": UNSURE,
        "7": MET,
        "8": MET,
    }
    assert (judged.verdict, judged.score) == (Verdict.UNDETERMINED, Interval("1/2", 1))


def test_the_dispute_about_the_lead_is_shown_with_its_slides(judged: Evaluation) -> None:
    conflict = judged.of("2.1").finding.conflict

    assert [(str(each.says), str(each.source)) for each in conflict] == [
        ("2", "slide 2"),
        ("1", "slides 10 and 14"),
        ("1", "slide 18"),
    ]


def test_the_date_of_the_initiative_alone_does_not_settle_a_factor(judged: Evaluation) -> None:
    asked = {question.criterion.id: question for question in judged.ask_next}

    assert not asked["4.1"].settles_factor
    assert [ask.field for ask in asked["4.1"].asks] == [
        "initiative.date",
        "bodies.samverkansgrupp.convened",
        "plan_complete",
    ]
    assert list(asked) == ["6.1", "6.2", "2.1", "2.2", "3.1", "3.2", "4.1"]


def test_evidence_of_a_series_is_its_rule_told_once(judged: Evaluation) -> None:
    for name in ("4.2", "6.3"):
        assert [each.field.rsplit(".", 1)[-1] for each in judged.of(name).finding.evidence] == ["every", "from", "to"]


def test_evidence_shows_whose_a_meeting_is_and_why_nobody_is_of_business(judged: Evaluation) -> None:
    board = [each.field for each in judged.of("5.4").finding.evidence]
    assert board == ["events.p07-advisory-board.when", "events.p07-advisory-board.bodies", "bodies.advisory-board.kind"]
    for name in ("6.5", "6.6"):
        shown = {each.field: each for each in judged.of(name).finding.evidence}
        level = shown["organisations.bres.not_sectors"].level
        assert level is not None
        assert level.value == "inferred"


def test_a_question_bears_on_what_asks_the_same_of_the_same_field(judged: Evaluation) -> None:
    question = next(each for each in judged.ask_next if each.criterion.id == "6.2")

    assert [question.bears_on(ask) for ask in question.asks[:2]] == [("6.1", "6.2"), ("6.2",)]


def test_nothing_of_the_core_falls_short_so_there_is_no_advice(judged: Evaluation) -> None:
    assert judged.advice == ()


def test_the_evidence_names_a_seat_by_its_id(judged: Evaluation) -> None:
    cited = judged.of("8.1").finding.evidence[0]

    assert (cited.field, str(cited.source)) == ("bodies.advisory-board.seats.ab-8.political", "slide 17")
