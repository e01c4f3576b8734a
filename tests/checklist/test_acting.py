"""What can be done: the cheapest sets of actions, against brute force."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan.checklist.acting import COSTS, acting
from samverkan.checklist.case import Case, case_of
from samverkan.checklist.cheapest import TRIES, Choice, cheapest
from samverkan.checklist.criterion import Effort
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.factor import Checklist, Factor
from samverkan.checklist.fields import differences
from samverkan.checklist.outcome import Outcome, Verdict
from samverkan.checklist.report import CriterionReport
from samverkan.checklist.steps import Step, closings, mending, settings_up
from samverkan.checklist.tranemo import TRANEMO
from samverkan.model.bodies import Rank
from samverkan.model.identity import Identity
from samverkan.model.lead import ProjectLead
from samverkan.model.mandate import AtLeast
from samverkan.model.names import Text
from samverkan.model.source import Source

from .builders import MET, NOT_MET, SPRING, UNSURE, board, day, fortnightly, group, seat, setup
from .strategies import collaborations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.checklist.criterion import Criterion
    from samverkan.model.collaboration import Collaboration

CRITERIA = {criterion.id: criterion for criterion in TRANEMO.criteria}
NOW = day("2016-04-10")
SEATS = [seat("a", "town"), seat("b", "firm"), seat("c", "church")]


def judged(criterion: Criterion, case: Case) -> Outcome:
    return criterion.judge(case).outcome


def reports(case: Case, core: Sequence[Criterion]) -> list[CriterionReport]:
    return [CriterionReport(each, each.judge(case)) for each in core]


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

        def total(some: Sequence[tuple[int, int]]) -> int:
            return sum(price for _, price in some)

        every = [some for size in range(len(steps) + 1) for some in combinations(steps, size) if enough(some)]
        best = min(every, key=lambda some: (total(some), len(some), [place for place, _ in some]))

        assert cheapest(steps, enough=enough, cost=lambda step: step[1]) == Choice(best, proven=True)

    def test_too_many_choices_are_not_all_tried(self) -> None:
        pairs = [(number, side) for number in range(12) for side in (0, 1)]
        tried = 0

        def enough(some: Sequence[tuple[int, int]]) -> bool:
            nonlocal tried
            tried += 1
            return {number for number, _ in some} == set(range(12))

        found = cheapest(pairs, enough=enough, cost=lambda _: 1)

        assert not found.proven
        assert tried < 3 * TRIES
        assert enough(found.steps)
        assert not any(enough([each for each in found.steps if each != one]) for one in found.steps)

    def test_of_two_that_only_seemed_to_be_needed_the_dear_one_is_left_out(self) -> None:
        """Where a step undoes what another has reached, each seems needed while all are there."""
        found = cheapest(
            "spq",
            enough=lambda some: "".join(some) in {"spq", "pq", "p", "q"},
            cost=lambda step: 9 if step == "q" else 1,
        )

        assert found.steps == ("p",)


FEW = [CRITERIA[name] for name in ("1.2", "2.1", "5.1", "5.3", "6.1", "6.2", "6.3", "8.1", "8.3")]


def after_all(case: Case, steps: Sequence[Step]) -> Case:
    """Carry steps out one after the other."""
    for step in steps:
        case = step.apply(case)
    return case


class TestAgainstBruteForce:
    """Both sets against every subset of what can be done, each really carried out and judged."""

    @given(collaborations(), st.sets(st.sampled_from(range(len(FEW))), min_size=1, max_size=3), st.booleans())
    @settings(max_examples=20, deadline=None)
    def test_no_subset_is_cheaper(self, whole: Collaboration, chosen: set[int], certain: bool) -> None:  # noqa: FBT001
        core = [FEW[place] for place in sorted(chosen)]
        case = case_of(whole, as_of=NOW)
        found = acting(case, reports(case, core))
        package = found.certainly if certain else found.perhaps
        bad = {NOT_MET, UNSURE} if certain else {NOT_MET}
        steps = list(mending(case, core))
        steps = [*settings_up(case, steps), *steps]
        steps += closings(after_all(case, steps), core) if certain else []
        costs = []
        for size in range(len(steps) + 1):
            for some in combinations(steps, size):
                after = after_all(case, some)
                outcomes = [judged(each, after) for each in core]
                if bad.isdisjoint(outcomes) and (not certain or MET in outcomes):
                    costs.append(sum(COSTS[step.effort] for step in some))

        assert package.enough == bool(costs)
        assert not costs or package.cost == min(costs)


class TestPackages:
    @given(collaborations())
    @settings(max_examples=10, deadline=None)
    def test_after_the_actions_the_verdict_is_as_promised(self, whole: Collaboration) -> None:
        found = evaluate(whole, as_of=NOW).acting

        assert found.perhaps.enough
        assert evaluate(evolve(found.perhaps.case.collaboration), as_of=NOW).verdict is not Verdict.FALLS_SHORT
        if found.certainly.enough:
            assert evaluate(evolve(found.certainly.case.collaboration), as_of=NOW).verdict is Verdict.HOLDS
            assert found.certainly.cost >= found.perhaps.cost

    @given(collaborations())
    @settings(max_examples=10, deadline=None)
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

    def test_to_set_up_a_body_is_an_action_of_its_own(self) -> None:
        case = case_of(setup(group(), bodies_complete=True, horizon=SPRING))
        actions = acting(case, reports(case, [CRITERIA["5.4"]])).certainly.actions

        assert [(str(each.remedy), each.cost, each.field) for each in actions] == [
            ("Set up a body: advisory-board.", 3, "bodies"),
            ("Add one Advisory Board meeting in the term listed.", 1, "events"),
        ]

    def test_where_nothing_leads_there_what_stays_in_the_way_is_told(self) -> None:
        mute = evolve(CRITERIA["2.1"], remedy=evolve(CRITERIA["2.1"].remedy, apply=None))
        case = case_of(setup(lead=ProjectLead(accountable=2)))
        found = acting(case, reports(case, [mute, CRITERIA["2.2"]]))

        for package in (found.certainly, found.perhaps):
            assert (package.enough, package.actions, package.lacking) == (False, (), (mute,))

    def test_evidence_that_has_expired_is_renewed(self) -> None:
        old = Source("protokoll", valid_until=day("2016-03-31"))
        whole = setup(board(*(seat(name, "town") for name in "abcde"), source=old))
        five = Checklist("five", "1", Text("Fem"), [Factor("5", Text("Rådet"), [CRITERIA["5.1"]])])
        found = evaluate(whole, checklist=five, as_of=NOW)

        assert found.verdict is Verdict.UNDETERMINED
        assert [(str(each.remedy), each.field, each.cost) for each in found.acting.certainly.actions] == [
            ("See whether it is still so, and say until when.", "bodies.board.seats", 1)
        ]

    def test_of_what_has_expired_the_first_is_named(self) -> None:
        old = Source("protokoll", valid_until=day("2016-03-31"))
        one = board(*(seat(name, "town") for name in "abcde"), source=old)
        five = Checklist("five", "1", Text("Fem"), [Factor("5", Text("Rådet"), [CRITERIA["5.1"]])])
        found = evaluate(setup(one, evolve(one, id="other")), checklist=five, as_of=NOW)

        assert [ask.field for ask in found.reports[0].finding.asks] == ["bodies.board.seats", "bodies.other.seats"]
        actions = found.acting.certainly.actions
        assert [(each.field, each.unless_known) for each in actions] == [("bodies.board.seats", False)]

    def test_the_same_case_gives_the_same_actions(self) -> None:
        whole = setup(group(*SEATS), horizon=SPRING)

        assert evaluate(whole).acting == evaluate(whole).acting


def test_where_nothing_is_to_be_done_nothing_cheaper_is_left_untried() -> None:
    case = case_of(setup(lead=ProjectLead(accountable=1)))
    package = acting(case, reports(case, [CRITERIA["2.1"]])).certainly

    assert (package.actions, package.proven) == ((), True)


def test_what_cannot_be_spared_is_searched_for_no_further() -> None:
    assert cheapest([6, 3, 2], enough=lambda some: sum(some) >= 5, cost=int) == Choice((3, 2), proven=True)


class TestSteps:
    def test_a_list_of_seats_that_must_grow_to_be_quorate_is_not_closed_as_it_stands(self) -> None:
        core = [CRITERIA["1.2"], CRITERIA["6.1"]]
        tables = [group(*SEATS[:number], quorum=AtLeast(2), closed=False) for number in (0, 2, 3)]
        found = [closings(case_of(setup(table, bodies_complete=True)), core) for table in tables]

        closed = "bodies.group.seats_complete"
        assert [[step.closes for step in steps] for steps in found] == [[], [closed], [closed]]

    @pytest.mark.parametrize(
        ("name", "fields"),
        [
            ("1.1", ["initiative.by"]),
            ("2.5", ["lead.appointed"]),
            ("4.4", ["events", "plan_complete"]),  # it names series, and no series changes
            ("5.1", ["bodies", "bodies.advisory-board-1.seats"]),
            ("5.4", ["bodies", "events"]),
            ("6.4", ["bodies.group.seats.a.role"]),
            ("6.5", ["bodies.group.seats", "bodies.group.expects_complete"]),
            ("6.6", ["bodies.group.seats"]),
            ("7.1", ["publication.channel"]),
        ],
    )
    def test_the_field_is_the_one_that_is_named_else_the_nearest_that_changes(
        self, name: str, fields: list[str]
    ) -> None:
        case = case_of(setup(group(*SEATS), bodies_complete=True))
        actions = acting(case, reports(case, [CRITERIA[name]])).certainly.actions

        assert [action.field for action in actions] == fields

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"quorum": AtLeast(1)}, "bodies.group.quorum"),
            ({"purpose": Text("samverka"), "seats": [*SEATS, seat("d", "town")]}, "bodies.group.seats"),
        ],
    )
    def test_the_nearest_is_of_the_same_table_and_then_of_the_same_name(
        self, changes: dict[str, object], expected: str
    ) -> None:
        remedy = evolve(CRITERIA["1.1"].remedy, field="bodies.{body}.seats")
        step = Step(evolve(CRITERIA["1.1"], remedy=remedy), Effort.LOW, lambda case: case.collaboration)
        before, after = setup(group(*SEATS)), setup(evolve(group(*SEATS), **changes), identity=Identity(owner="town"))

        assert step.between(case_of(before), case_of(after)).field == expected


def test_a_plan_is_worked_out_anew_only_where_it_can_differ() -> None:
    case = case_of(setup(group(), series=[fortnightly("2016-03-04", "2016-06-10")]))

    assert case.after(evolve(case.collaboration, bodies_complete=True)).occasions is case.occasions
    assert case.after(evolve(case.collaboration, series=())).occasions == ()
