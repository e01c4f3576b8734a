from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from attrs import evolve

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.factor import Checklist
from samverkan.checklist.finding import met, not_applicable, not_met, unknown
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome, Verdict
from samverkan.checklist.reading import cite
from samverkan.checklist.report import IncompleteEvaluationError
from samverkan.checklist.tranemo import TRANEMO
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.facts import UNKNOWN
from samverkan.model.lead import Initiative, ProjectLead
from samverkan.model.message import say
from samverkan.model.names import Text

from .builders import board, group, seat, setup

CITED = cite("name", say("stated"), None)
WAYS = {
    Outcome.MET: lambda _: met(say("yes"), CITED),
    Outcome.NOT_MET: lambda _: not_met(say("no"), CITED, change="name"),
    Outcome.UNKNOWN: lambda _: unknown(say("perhaps")),
    Outcome.NOT_APPLICABLE: lambda _: not_applicable(say("not here")),
}


def checklist(*factors: tuple[Outcome, ...]) -> Checklist:
    """Give a checklist whose criteria, the first of each factor being core, come out as told."""
    made = []
    for place, outcomes in enumerate(factors):
        like = TRANEMO.factors[place]
        criteria = [
            evolve(TRANEMO.factors[0].criteria[0], id=f"{like.id}.{number}", core=number == 0, judge=WAYS[outcome])
            for number, outcome in enumerate(outcomes)
        ]
        made.append(evolve(like, criteria=criteria))
    return Checklist("made-up", "1", Text("Påhittad"), made)


MET, NOT_MET, UNSURE, NONE = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("factors", "verdict", "score"),
    [
        ([(MET,), (MET,)], Verdict.HOLDS, Interval(1, 1)),
        ([(MET, NOT_MET), (MET,)], Verdict.HOLDS, Interval(1, 1)),
        ([(MET,), (NOT_MET,), (UNSURE,)], Verdict.FALLS_SHORT, Interval("1/3", "2/3")),
        ([(MET,), (UNSURE,)], Verdict.UNDETERMINED, Interval("1/2", 1)),
        ([(MET,), (NONE,)], Verdict.HOLDS, Interval(1, 1)),
        ([(NONE,), (NONE,)], Verdict.UNDETERMINED, Interval(0, 1)),
    ],
)
def test_the_verdict_is_the_and_over_the_factors(
    factors: list[tuple[Outcome, ...]], verdict: Verdict, score: Interval
) -> None:
    judged = evaluate(setup(), checklist=checklist(*factors))

    assert (judged.verdict, judged.score) == (verdict, score)


def test_a_factor_is_the_and_over_its_core_and_scores_over_all_that_applies() -> None:
    factor = evaluate(setup(), checklist=checklist((MET, NOT_MET, UNSURE, NONE))).factors[0]

    assert factor.outcome is MET
    assert factor.score == Interval("1/3", "2/3")


def test_an_evaluation_without_a_report_of_each_criterion_is_refused() -> None:
    judged = evaluate(setup())

    with pytest.raises(IncompleteEvaluationError, match=r"the evaluation is incomplete: no report of 1\.1") as caught:
        evolve(judged, reports=judged.reports[1:])
    assert caught.value.missing == ("1.1",)
    with pytest.raises(IncompleteEvaluationError, match=r"a report too many of 8\.7"):
        evolve(judged, reports=(*judged.reports, judged.reports[-1]))


def test_a_criterion_is_found_by_its_id() -> None:
    judged = evaluate(setup())

    assert judged.of("6.2").criterion.id == "6.2"
    with pytest.raises(UnknownNameError, match="there is no criterion “62”"):
        judged.of("62")


def test_a_checklist_may_be_named() -> None:
    assert evaluate(setup(), checklist="tranemo") == evaluate(setup())
    with pytest.raises(UnknownNameError, match="there is no checklist “x”"):
        evaluate(setup(), checklist="x")


def test_a_remedy_says_what_is_lacking_here() -> None:
    case = setup(board(seat("a", "firm")), lead=ProjectLead(working_time=Fraction(1, 4)))
    told = {each.criterion.id: str(each.remedy.text) for each in evaluate(case).advice}

    assert told["5.1"] == "Recruit 4 more to Rådet."
    assert told["2.2"] == "Raise the lead’s working time for the task to at least 1/2 of full time."


def test_a_datetime_is_no_day() -> None:
    with pytest.raises(InvalidValueError, match="is not a date"):
        evaluate(setup(), as_of=dt.datetime(2016, 2, 28))  # noqa: DTZ001  # any datetime is refused


def test_an_empty_collaboration_leaves_everything_unknown() -> None:
    judged = evaluate(setup(organisations=()))

    assert {report.outcome for report in judged.reports} == {UNSURE}
    assert (judged.verdict, judged.score) == (Verdict.UNDETERMINED, Interval(0, 1))
    assert len(judged.ask_next) == 20


def test_what_settles_a_factor_is_asked_first_then_what_bears_on_most() -> None:
    quiet = setup(
        group(seat("a", "town"), closed=True), board(), initiative=Initiative("town", UNKNOWN), bodies_complete=True
    )
    asked = evaluate(quiet).ask_next

    assert [question.settles_factor for question in asked] == sorted(
        (question.settles_factor for question in asked), reverse=True
    )
    assert asked[0].settles_factor
    also = [len(question.also) for question in asked if not question.settles_factor]
    assert also == sorted(also, reverse=True)


def test_a_question_names_the_other_criteria_that_its_fields_bear_on() -> None:
    asked = {question.criterion.id: question for question in evaluate(setup(group(seat("a", "town")))).ask_next}

    assert "6.1" in asked["6.2"].also
    assert "6.2" in asked["6.1"].also


def test_advice_names_the_field_of_this_file() -> None:
    judged = evaluate(setup(group(seat("a", "firm")), bodies_complete=True))
    advised = {advice.criterion.id: advice for advice in judged.advice}

    assert advised["1.2"].field == "bodies.group.seats"
    assert str(advised["1.2"].remedy.text).startswith("Give the municipality’s chief executive a seat")


def test_outcomes_are_told_in_the_words_of_the_contract() -> None:
    assert [outcome.value for outcome in Outcome] == ["met", "not_met", "unknown", "not_applicable"]
    assert [verdict.value for verdict in Verdict] == ["holds", "falls_short", "undetermined"]
