"""Each of the fifty remedies, carried out in the model on a file that falls short."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from samverkan.checklist.case import Case, case_of
from samverkan.checklist.fields import differences
from samverkan.checklist.tranemo import TRANEMO
from samverkan.model.activities import Activity
from samverkan.model.bodies import BodyKind, Expectation, Rank
from samverkan.model.cadence import Per, TimesPer
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.identity import Area, Identity
from samverkan.model.lead import Coordination, Entrance, Initiative, ProjectLead
from samverkan.model.mandate import AtLeast, MoreThan
from samverkan.model.names import Text
from samverkan.model.organisations import Sector
from samverkan.model.records import Decision, Held, PublicationPolicy
from tests.checklist.builders import (
    MET,
    NOT_MET,
    SPRING,
    board,
    council,
    day,
    fortnightly,
    group,
    on,
    seat,
    setup,
)

if TYPE_CHECKING:
    from samverkan.checklist.criterion import Criterion
    from samverkan.checklist.outcome import Outcome

CRITERIA = {criterion.id: criterion for criterion in TRANEMO.criteria}
NOW = day("2016-04-10")
HALF = MoreThan(Fraction(1, 2))
NO = Absent()
PLAN = {"plan_complete": True, "horizon": SPRING}
SEATS = [seat("a", "town"), seat("b", "firm"), seat("c", "church")]
HELD = [Held("board", day("2016-02-01"), notes=NO)]

FALLING_SHORT = {
    "1.1": setup(initiative=Initiative("firm")),
    "1.2": setup(group(seat("a", "firm"))),
    "1.3": setup(identity=Identity(owner="firm")),
    "1.4": setup(group(seat("b", "town"), seat("c", "town"), seat("d", "school"))),
    "1.5": setup(decisions_complete=True),
    "2.1": setup(lead=ProjectLead(accountable=2)),
    "2.2": setup(lead=ProjectLead(working_time=Fraction(1, 4))),
    "2.3": setup(group(*SEATS)),
    "2.4": setup(board(*SEATS), lead=ProjectLead(attends=())),
    "2.5": setup(group(), events=[on("e", "2016-02-01", "group")], lead=ProjectLead(appointed=day("2016-03-01"))),
    "3.1": setup(coordination=Coordination(NO, NO)),
    "3.2": setup(
        group(seat("a", "town", holder=NO), reports_to=NO),
        board(seat("b", "firm", holder=NO), reports_to=NO),
        bodies_complete=True,
        lead=ProjectLead(attends=()),
    ),
    "3.3": setup(
        group(seat("a", "town")),
        activities=[Activity("a-1", Text("kurs"), organisers=["firm"], organisers_complete=True)],
        activities_complete=True,
        plan_complete=True,
        bodies_complete=True,
    ),
    "3.4": setup(entrances=[Entrance(Text("en")), Entrance(Text("två"))]),
    "3.5": setup(group(), coordination=Coordination(NO, NO), horizon=SPRING),
    "4.1": setup(group(), events=[on("e", "2016-02-01", "group")], initiative=Initiative("town", day("2016-03-01"))),
    "4.2": setup(group(), series=[fortnightly("2016-03-04", "2016-06-10", days=60)], **PLAN),
    "4.3": setup(
        group(), events=[on("e", "2016-06-01", "group")], initiative=Initiative("town", day("2016-01-11")), **PLAN
    ),
    "4.4": setup(group(), events=[evolve(on("e", "2016-02-01", "group"), time=NO)], plan_complete=True),
    "4.5": setup(identity=Identity(period=NO)),
    "4.6": setup(group(), events=[on("e", "2016-06-01", "group")], **PLAN),
    "5.1": setup(board(*SEATS)),
    "5.2": setup(board(seat("a", "town", rank=Rank.SPECIALIST))),
    "5.3": setup(board(seat("a", "town"))),
    "5.4": setup(board(*SEATS), **PLAN),
    "5.5": setup(board(*SEATS)),
    "5.6": setup(group(reports_to=NO), board(*SEATS, reports_to=NO)),
    "5.7": setup(board(*SEATS), held=HELD, held_complete=True),
    "6.1": setup(group(*SEATS, quorum=NO)),
    "6.2": setup(group(*(evolve(each, mandate=NO) for each in SEATS), quorum=HALF)),
    "6.3": setup(group(*SEATS, meets=TimesPer(2, Per.TERM))),
    "6.4": setup(group(seat("a", "town", role=NO))),
    "6.5": setup(
        group(
            seat("a", "town"),
            expects=[Expectation(Text("näringsliv"), sectors=[Sector.BUSINESS])],
            expects_complete=True,
        )
    ),
    "6.6": setup(group(*SEATS)),
    "6.7": setup(group(*SEATS), areas=[Area("north", Text("norr"))], areas_assigned=True),
    "6.8": setup(
        group(*SEATS, quorum=AtLeast(2)),
        decisions=[Decision("d", Text("ja"), "group", day("2016-02-01"))],
        held=[Held("group", day("2016-02-01"), present=["a"], attendance_complete=True)],
        decisions_complete=True,
    ),
    "7.1": setup(publication=PublicationPolicy(channel=NO)),
    "7.2": setup(**PLAN),
    "7.3": setup(board(), held=[Held("board", day("2016-02-01"), notes=day("2016-04-01"))], held_complete=True),
    "7.4": setup(publication=PublicationPolicy(responsible=NO)),
    "7.5": setup(publication=PublicationPolicy(languages=["sv"], languages_complete=True)),
    "7.6": setup(group(*SEATS), bodies_complete=True, dialogue=NO),
    "7.7": setup(publication=PublicationPolicy(max_delay_days=NO)),
    "8.1": setup(group(seat("a", "town", political=False)), bodies_complete=True),
    "8.2": setup(council(seat("a", "town")), **PLAN),
    "8.3": setup(group(seat("a", "town", section="vård"), seat("b", "firm"))),
    "8.4": setup(**PLAN),
    "8.5": setup(group(seat("a", "town", political=False))),
    "8.6": setup(decisions_complete=True, held_complete=True),
    "8.7": setup(board(*SEATS), council(seat("k", "town")), events=[on("e", "2016-04-04", "board")], **PLAN),
}


def judged(criterion: Criterion, case: Case) -> Outcome:
    return criterion.judge(case).outcome


class TestRemedies:
    def test_there_is_one_case_for_each_of_the_fifty(self) -> None:
        assert list(FALLING_SHORT) == list(CRITERIA)

    @pytest.mark.parametrize("name", FALLING_SHORT)
    def test_a_remedy_makes_its_criterion_met(self, name: str) -> None:
        criterion, case = CRITERIA[name], case_of(FALLING_SHORT[name], as_of=NOW)
        assert criterion.remedy.apply is not None
        assert judged(criterion, case) is NOT_MET
        after = case.after(criterion.remedy.apply(case))

        assert judged(criterion, after) is MET

    @pytest.mark.parametrize("name", FALLING_SHORT)
    def test_a_remedy_touches_the_field_that_the_finding_names(self, name: str) -> None:
        criterion, whole = CRITERIA[name], FALLING_SHORT[name]
        case = case_of(whole, as_of=NOW)
        assert criterion.remedy.apply is not None
        named = criterion.judge(case).remedy_field
        assert named is not None

        assert any(each.touches(named) for each in differences(whole, criterion.remedy.apply(case)))


def test_a_new_body_reports_to_another_so_that_it_stands_not_alone() -> None:
    whole = setup(group(seat("a", "town"), reports_to=NO), bodies_complete=True)
    apply = CRITERIA["5.1"].remedy.apply
    assert apply is not None
    after = apply(case_of(whole))

    assert [(body.kind, body.reports_to) for body in after.bodies[1:]] == [(BodyKind.ADVISORY_BOARD, "group")]
    assert judged(CRITERIA["3.2"], case_of(after)) is MET


def test_a_series_starts_no_earlier_than_the_initiative() -> None:
    whole = setup(group(convened=UNKNOWN), initiative=Initiative("town", day("2016-02-15")), horizon=SPRING)
    apply = CRITERIA["4.2"].remedy.apply
    assert apply is not None

    assert apply(case_of(whole)).series[0].from_ == day("2016-02-15")


def test_a_quorum_that_is_a_number_gets_as_many_seats() -> None:
    apply = CRITERIA["1.2"].remedy.apply
    assert apply is not None
    after = apply(case_of(setup(group(quorum=AtLeast(3), closed=False))))

    assert len(after.bodies[0].voting) == 3
    assert evolve(after) == after  # it holds together
