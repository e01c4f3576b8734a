"""How long a judgement stands if nothing is renewed, and what must be renewed by when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.factor import Checklist
from samverkan.checklist.finding import Finding, met, not_met
from samverkan.checklist.forecast import Ending, Forecast, forecast
from samverkan.checklist.outcome import Verdict
from samverkan.checklist.reading import cite
from samverkan.checklist.renewal import Renewal, renewals
from samverkan.checklist.tranemo import TRANEMO
from samverkan.errors import InvalidValueError
from samverkan.model.lead import Initiative
from samverkan.model.mandate import AtLeast, Mandate
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.source import Level, Source

from .builders import NOT_MET, TOWN, UNSURE, day, group, seat, setup

if TYPE_CHECKING:
    from samverkan.checklist.case import Case

NOW = day("2016-04-10")
TALK = Source("talk", valid_until=day("2016-06-30"))
ROLL = Source("roll", valid_until=day("2016-09-30"))
ONE = Checklist("one", "1", Text("Ett"), [evolve(TRANEMO.factors[0], criteria=TRANEMO.factors[0].criteria[:1])])


def foreseen(whole: object, checklist: Checklist = TRANEMO) -> Forecast:
    return forecast(evaluate(whole, checklist=checklist, as_of=NOW))  # type: ignore[arg-type]  # a collaboration


def test_the_verdict_ends_on_the_day_after_the_last_of_what_it_rests_on() -> None:
    told = foreseen(setup(initiative=Initiative("town", source=TALK)), ONE)

    assert told.verdict == Ending(day("2016-07-01"), Verdict.UNDETERMINED)
    assert told.factors == {"1": Ending(day("2016-07-01"), UNSURE)}
    assert told.criteria == {"1.1": Ending(day("2016-07-01"), UNSURE)}


def test_brute_force_over_all_days_finds_the_same_dates() -> None:
    seats = [seat("a", "town", mandate=Mandate(until=day("2016-08-15"))), evolve(seat("b", "firm"), source=ROLL)]
    whole = setup(
        group(*seats, quorum=AtLeast(1), source=evolve(ROLL, valid_until=day("2016-11-30"))),
        initiative=Initiative("town", source=TALK),
        bodies_complete=True,
        source=evolve(ROLL, valid_until=day("2016-12-31")),
    )
    told = foreseen(whole)
    days = [NOW + dt.timedelta(n) for n in range(300)]
    found = {each: evaluate(whole, as_of=each) for each in days}
    for report in told.evaluation.reports:
        id_, today = report.criterion.id, report.outcome
        if today.decided:
            first = next((each for each in days if found[each].of(id_).outcome is not today), None)
            assert first == (told.criteria[id_].date if id_ in told.criteria else None), id_

    assert len(told.criteria) > 5
    assert told.verdict is not None
    assert all((found[each].verdict is Verdict.FALLS_SHORT) == (each < told.verdict.date) for each in days)


def test_the_first_of_several_ends_it() -> None:
    told = foreseen(setup(initiative=Initiative("town", source=ROLL), organisations=[evolve(TOWN, source=TALK)]), ONE)

    assert told.criteria["1.1"].date == day("2016-07-01")
    assert [each.last for each in told.renewals] == [day("2016-06-30"), day("2016-09-30")]


def test_a_mandate_that_ends_leaves_the_seat_without_one() -> None:
    whole = setup(group(seat("a", "town", mandate=Mandate(until=day("2016-06-30"))), quorum=AtLeast(1)))
    told = foreseen(whole)

    assert told.criteria["6.2"] == Ending(day("2016-07-01"), NOT_MET)
    assert told.renewals == (Renewal(day("2016-06-30"), ("bodies.group.seats.a.mandate",), None, ("6.2",)),)


def test_what_stands_has_no_ending() -> None:
    told = foreseen(setup(initiative=Initiative("town")), ONE)

    assert (told.verdict, told.factors, told.criteria, told.renewals) == (None, {}, {}, ())


def test_what_is_undetermined_has_none_either() -> None:
    told = foreseen(setup(organisations=[evolve(TOWN, source=TALK)]), ONE)

    assert (told.evaluation.verdict, told.verdict, told.criteria) == (Verdict.UNDETERMINED, None, {})
    assert [each.rests for each in told.renewals] == [()]


@pytest.mark.parametrize("changes", ["2016-05-01", "2016-06-30"])
def test_what_time_itself_changes_is_no_ending(changes: str) -> None:
    def until_may(case: Case) -> Finding:
        cited = cite("name", say("stated"), None)
        early = case.as_of is not None and case.as_of < day(changes)
        return met(say("early"), cited) if early else not_met(say("late"), cited, change="name")

    core = TRANEMO.factors[0].criteria[0]
    clocked = Checklist("c", "1", Text("C"), [evolve(TRANEMO.factors[0], criteria=[evolve(core, judge=until_may)])])
    whole = setup(initiative=Initiative("town", source=TALK))

    assert foreseen(whole, clocked).verdict is None
    assert evaluate(whole, checklist=clocked, as_of=day("2016-07-01")).verdict is Verdict.FALLS_SHORT


def test_equal_sources_are_renewed_as_one() -> None:
    deduced = evolve(TALK, inferred=["sector"])
    whole = setup(initiative=Initiative("town", source=TALK), organisations=[evolve(TOWN, source=deduced)])
    (renewal,) = foreseen(whole).renewals

    assert renewal.fields == ("initiative.source", "organisations.town.source")
    assert "1.1" in renewal.rests


def test_of_sources_that_are_renewed_as_one_the_first_is_told() -> None:
    record = evolve(TALK, level=Level.RECORD)
    whole = setup(initiative=Initiative("town", source=TALK), organisations=[evolve(TOWN, source=record)])
    (renewal,) = foreseen(whole).renewals

    assert (renewal.fields[0], renewal.source) == ("initiative.source", TALK)


def test_what_has_ended_before_the_day_is_not_renewed() -> None:
    assert renewals(evaluate(setup(source=TALK), as_of=day("2016-07-01"))) == ()
    assert [each.last for each in renewals(evaluate(setup(source=TALK), as_of=TALK.valid_until))] == [TALK.valid_until]


def test_the_last_day_of_all_has_no_day_after_it() -> None:
    whole = setup(initiative=Initiative("town", source=evolve(TALK, valid_until=dt.date.max, level=Level.RECORD)))
    told = foreseen(whole, ONE)

    assert (told.criteria, told.renewals[0].lapses) == ({}, None)


def test_without_a_day_there_are_no_days_to_come() -> None:
    with pytest.raises(InvalidValueError, match="an evaluation without a day has no days to come"):
        forecast(evaluate(setup()))
