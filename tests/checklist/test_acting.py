"""What can be done: remedies carried out in the model, and the cheapest sets of them."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan.checklist.acting import COSTS, acting
from samverkan.checklist.case import Case, case_of
from samverkan.checklist.cheapest import cheapest
from samverkan.checklist.criterion import Effort
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.factor import Checklist, Factor
from samverkan.checklist.fields import differences
from samverkan.checklist.outcome import Outcome, Verdict
from samverkan.checklist.report import CriterionReport
from samverkan.checklist.steps import Step, closings, mending
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
from samverkan.model.source import Source

from .builders import MET, NOT_MET, SPRING, UNSURE, board, council, day, fortnightly, group, on, seat, setup
from .strategies import collaborations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.checklist.criterion import Criterion
    from samverkan.model.collaboration import Collaboration

CRITERIA = {criterion.id: criterion for criterion in TRANEMO.criteria}
CORE = [criterion for criterion in CRITERIA.values() if criterion.core]
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
    "1.4": setup(
        group(seat("a", "firm"), seat("b", "town"), seat("c", "town"), seat("d", "town"), seat("e", "school"))
    ),
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
    "4.4": setup(group(), events=[evolve(on("e", "2016-02-01", "group"), time=NO)]),
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
    "6.5": setup(group(seat("a", "town"), expects=[Expectation(Text("näringsliv"), sectors=[Sector.BUSINESS])])),
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


def reports(case: Case, core: Sequence[Criterion]) -> list[CriterionReport]:
    return [CriterionReport(each, each.judge(case)) for each in core]


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


# What does the choosing
class TestCheapest:
    """The exact choice against brute force, over rules under which a step more never makes a choice less."""

    @given(
        st.lists(st.integers(1, 9), max_size=6),
        st.lists(st.sets(st.integers(0, 5), min_size=1, max_size=3), max_size=5),
    )
    def test_it_is_the_cheapest_of_all_choices(self, prices: list[int], needs: list[set[int]]) -> None:
        steps = list(enumerate(prices))
        wanted = [need & set(range(len(steps))) for need in needs]
        wanted = [need for need in wanted if need]

        def enough(some: Sequence[tuple[int, int]]) -> bool:
            return all(any(place in need for place, _ in some) for need in wanted)

        def cost(some: Sequence[tuple[int, int]]) -> int:
            return sum(price for _, price in some)

        every = [some for size in range(len(steps) + 1) for some in combinations(steps, size) if enough(some)]
        best = min(every, key=lambda some: (cost(some), len(some), [place for place, _ in some]))

        assert cheapest(steps, enough=enough, cost=cost, least=lambda step: step[1]) == best


FEW = [CRITERIA[name] for name in ("1.2", "2.1", "5.1", "5.3", "6.1", "6.2", "6.3", "8.1", "8.3")]


def after_all(case: Case, steps: Sequence[Step]) -> tuple[Case, int]:
    """Carry steps out one after the other, and tell what they cost together."""
    cost = 0
    for step in steps:
        after = case.after(step.apply(case))
        grown = len(after.bodies) > len(case.bodies)
        cost, case = cost + COSTS[Effort.HIGH if grown else step.effort], after
    return case, cost


class TestAgainstBruteForce:
    """Both sets against every subset of what can be done, each really carried out and judged."""

    @given(collaborations(), st.sets(st.sampled_from(range(len(FEW))), min_size=1, max_size=5), st.booleans())
    @settings(max_examples=30, deadline=None)
    def test_no_subset_is_cheaper(self, whole: Collaboration, chosen: set[int], certain: bool) -> None:  # noqa: FBT001
        core = [FEW[place] for place in sorted(chosen)]
        case = case_of(whole, as_of=NOW)
        found = acting(case, reports(case, core))
        package = found.certainly if certain else found.perhaps
        bad = {NOT_MET, UNSURE} if certain else {NOT_MET}
        steps = list(mending(case, core))
        steps += closings(after_all(case, steps)[0], core) if certain else []
        costs = []
        for size in range(len(steps) + 1):
            for some in combinations(steps, size):
                after, cost = after_all(case, some)
                outcomes = [judged(each, after) for each in core]
                if bad.isdisjoint(outcomes) and (not certain or MET in outcomes):
                    costs.append(cost)

        assert package.enough == bool(costs)
        assert not costs or package.cost == min(costs)


class TestPackages:
    @given(collaborations())
    @settings(max_examples=25, deadline=None)
    def test_after_the_actions_the_verdict_is_as_promised(self, whole: Collaboration) -> None:
        found = evaluate(whole, as_of=NOW).acting

        assert found.perhaps.enough
        assert evaluate(evolve(found.perhaps.case.collaboration), as_of=NOW).verdict is not Verdict.FALLS_SHORT
        if found.certainly.enough:
            assert evaluate(evolve(found.certainly.case.collaboration), as_of=NOW).verdict is Verdict.HOLDS
            assert found.certainly.cost >= found.perhaps.cost

    @given(collaborations())
    @settings(max_examples=25, deadline=None)
    def test_nothing_but_the_fields_that_are_named_changes(self, whole: Collaboration) -> None:
        package = evaluate(whole, as_of=NOW).acting.certainly
        named = {path for action in package.actions for path in action.changes}
        changed = {each.field for each in differences(whole, package.case.collaboration)}

        assert all(any(f"{field}.".startswith(f"{path}.") for path in named) for field in changed)
        for action in package.actions:
            assert any(
                f"{path}.".startswith(f"{action.field}.") or f"{action.field}.".startswith(f"{path}.")
                for path in action.changes
            )

    def test_one_action_serves_several_criteria(self) -> None:
        whole = setup(board(*(evolve(each, rank=Rank.MANAGER) for each in SEATS[:1])), bodies_complete=True)
        core = [CRITERIA[name] for name in ("5.1", "5.3")]
        case = case_of(whole)
        actions = acting(case, reports(case, core)).certainly.actions

        assert [(each.criterion.id, each.effort) for each in actions] == [("5.1", Effort.HIGH)]

    def test_what_is_unknown_needs_an_action_only_to_hold_for_certain(self) -> None:
        core = [CRITERIA["2.1"], CRITERIA["2.2"]]
        case = case_of(setup(lead=ProjectLead(accountable=2)))
        found = acting(case, reports(case, core))

        assert [(each.criterion.id, each.unless_known) for each in found.perhaps.actions] == [("2.1", False)]
        assert [(each.criterion.id, each.unless_known) for each in found.certainly.actions] == [
            ("2.1", False),
            ("2.2", True),
        ]

    def test_to_close_a_list_is_an_action_of_its_own(self) -> None:
        case = case_of(setup(board(seat("a", "town", rank=Rank.SPECIALIST), closed=False)))
        core = [CRITERIA["5.2"]]
        found = acting(case, reports(case, core)).certainly

        assert [(str(each.remedy), each.field) for each in found.actions] == [
            ("Ask the organisation for a representative with leading responsibility.", "bodies.board.seats.a.rank"),
            ("Go through the list and make it complete; then say that it is.", "bodies.board.seats_complete"),
        ]

    def test_to_set_up_a_body_is_a_great_effort(self) -> None:
        case = case_of(setup(group(), bodies_complete=True, horizon=SPRING))
        (action,) = acting(case, reports(case, [CRITERIA["5.4"]])).perhaps.actions

        assert (action.effort, action.cost, action.sets_up) == (Effort.HIGH, 9, (BodyKind.ADVISORY_BOARD,))

    def test_where_nothing_leads_there_what_stays_in_the_way_is_told(self) -> None:
        mute = evolve(CRITERIA["2.1"], remedy=evolve(CRITERIA["2.1"].remedy, apply=None))
        case = case_of(setup(lead=ProjectLead(accountable=2)))
        found = acting(case, reports(case, [mute, CRITERIA["2.2"]]))

        for package in (found.certainly, found.perhaps):
            assert (package.enough, package.actions, package.lacking) == (False, (), (mute,))

    def test_evidence_that_has_expired_is_renewed(self) -> None:
        old = Source("protokoll", valid_until=day("2016-03-31"))
        whole = setup(board(*(evolve(each, source=old) for each in SEATS), seat("d", "town"), seat("e", "town")))
        one = Factor("5", Text("Fem"), [CRITERIA["5.3"]])
        found = evaluate(whole, checklist=Checklist("one", "1", Text("En"), [one]), as_of=NOW)

        assert found.verdict in {Verdict.HOLDS, Verdict.UNDETERMINED}
        assert found.acting.certainly.enough

    def test_the_same_case_gives_the_same_actions(self) -> None:
        whole = setup(group(*SEATS), horizon=SPRING)

        assert evaluate(whole).acting == evaluate(whole).acting


def test_a_plan_is_worked_out_anew_only_where_it_can_differ() -> None:
    case = case_of(setup(group(), series=[fortnightly("2016-03-04", "2016-06-10")]))

    assert case.after(evolve(case.collaboration, bodies_complete=True)).occasions is case.occasions
    assert case.after(evolve(case.collaboration, series=())).occasions == ()
