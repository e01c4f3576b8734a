"""What to ask next, against brute force: over formulas, and over every completion of small files."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain, combinations, product
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan.checklist.asking import asking, effort_of
from samverkan.checklist.case import case_of
from samverkan.checklist.criterion import Effort
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.finding import AnyOf, Ask, every_of, one_of, unknown
from samverkan.checklist.outcome import Outcome, Verdict, all_of
from samverkan.checklist.report import CriterionReport
from samverkan.checklist.smallest import smallest
from samverkan.checklist.tranemo import TRANEMO
from samverkan.formats.bundled import bundled
from samverkan.model.bodies import Body, BodyKind, Rank, Seat
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Absent
from samverkan.model.lead import Coordination, ProjectLead
from samverkan.model.mandate import AtLeast, Mandate
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.testing.rewrite import replaced

from .builders import MET, NOT_MET, UNSURE, board, day, group, seat, setup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.checklist.criterion import Criterion

CRITERIA = {criterion.id: criterion for criterion in TRANEMO.criteria}
ASKS = [Ask(name, say("?")) for name in "abcdef"]


def subsets(asks: Iterable[Ask]) -> Iterator[tuple[Ask, ...]]:
    """Give every set of asks, the smallest first."""
    listed = list(asks)
    return chain.from_iterable(combinations(listed, size) for size in range(len(listed) + 1))


def minimal(sets: Iterable[frozenset[Ask]]) -> set[frozenset[Ask]]:
    """Keep the sets that hold no other."""
    listed = set(sets)
    return {each for each in listed if not any(other < each for other in listed)}


FORMULAS = st.recursive(
    st.sampled_from(ASKS),
    lambda parts: st.builds(AnyOf, st.integers(0, 3), st.lists(parts, max_size=4)),
    max_leaves=8,
).filter(lambda part: isinstance(part, AnyOf))


class TestSmallest:
    """The search against a look at every set."""

    @given(FORMULAS, st.integers(1, 4))
    def test_the_smallest_sets_come_first(self, wanted: AnyOf, number: int) -> None:
        enough = [set_ for set_ in subsets(wanted.asks) if wanted.within(set_)]
        least = min(map(len, enough), default=0)
        weights = sorted(sum(ASKS.index(ask) for ask in each) for each in enough if len(each) == least)
        found = smallest(wanted, number, weight=ASKS.index)

        assert [sum(ASKS.index(ask) for ask in each) for each in found] == weights[:number]
        assert all(len(each) == least and wanted.within(each) for each in found)
        assert len(set(map(frozenset, found))) == len(found)

    @given(FORMULAS, st.integers(0, 60))
    def test_what_is_found_before_the_search_is_broken_off_is_the_first_of_them(
        self, wanted: AnyOf, looks: int
    ) -> None:
        everything = smallest(wanted, 20, weight=ASKS.index)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("samverkan.checklist.smallest.LOOKS", looks)
            found = smallest(wanted, 20, weight=ASKS.index)

        assert found == everything[: len(found)]


def test_of_a_dozen_boards_of_which_nothing_is_said_the_search_is_broken_off() -> None:
    """A file of 700 bytes that a night found; its ways were looked through for minutes, in 1.7 GB."""
    boards = [Body(f"b-{number}", BodyKind.ADVISORY_BOARD, Text("Råd")) for number in range(12)]
    asked = evaluate(Collaboration(id="c", name=Text("C"), bodies=boards)).asking

    assert [(each.verdict, len(each.asks)) for each in asked.sets] == [(Verdict.FALLS_SHORT, 1)] * 3
    assert asked.whatever


def report(best: AnyOf, worst: AnyOf) -> CriterionReport:
    finding = unknown(say("?"), asks=ASKS, good=best, bad=worst)
    return CriterionReport(CRITERIA["1.1"], finding)


class TestWhatever:
    @pytest.mark.parametrize(
        ("best", "worst", "asked"),
        [
            (every_of(ASKS[:2]), one_of(ASKS[:2]), "ab"),  # both must be good
            (one_of(ASKS[:2]), every_of(ASKS[:2]), "ab"),  # one must be good
            (AnyOf(2, ASKS[:3]), AnyOf(2, ASKS[:3]), "abc"),  # two of three must be good
            (one_of(ASKS[:2]), one_of(ASKS[1:2]), "b"),  # the first only helps while the second is open
        ],
    )
    def test_those_are_asked_without_which_it_may_stay_open(self, best: AnyOf, worst: AnyOf, asked: str) -> None:
        """Judge every way in which a set can be answered, each answer being good or bad."""

        def settles(answers: tuple[Ask, ...]) -> bool:
            return all(
                best.within(good) or worst.within(set(answers) - set(good)) for good in map(set, subsets(answers))
            )

        whatever = asking([report(best, worst)]).whatever

        assert "".join(ask.field for ask in whatever) == asked
        assert settles(whatever)
        assert not any(settles(set_) for set_ in subsets(ASKS[:4]) if len(set_) < len(whatever))

    def test_what_cannot_be_bad_is_asked_too_where_it_must_be_known(self) -> None:
        whatever = asking([report(every_of(ASKS[:2]), one_of(ASKS[:1]))]).whatever

        assert whatever == tuple(ASKS[:2])

    def test_a_verdict_that_is_settled_asks_for_nothing(self) -> None:
        decided = evaluate(setup(lead=ProjectLead(accountable=2)))

        assert decided.verdict is Verdict.FALLS_SHORT
        assert (decided.asking.whatever, decided.asking.sets) == ((), ())


MANDATES = (Mandate(), Absent())
RANKS = (Rank.EXECUTIVE, Rank.MANAGER, Rank.SPECIALIST)
SECTIONS = (Text("vård"), Text("skola"), Text("teknik"), Absent())
SECTORS = (Sector.MUNICIPALITY, Sector.BUSINESS, Sector.CIVIL_SOCIETY)
ANSWERS: dict[str, tuple[Any, ...]] = {
    "mandate": MANDATES,
    "rank": RANKS,
    "section": SECTIONS,
    "political": (True, False),
    "sector": SECTORS,
    "accountable": (1, 2),
    "working_time": (Fraction(1, 4), Fraction(1)),
    "role": (Text("samordnare"), Absent()),
    "body": ("group", Absent()),
    "quorum": (AtLeast(1), AtLeast(2), AtLeast(3), Absent()),
}
"""What a fact may turn out to be: for each criterion, answers that tell every case apart."""


def unsure(values: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.one_of(st.just(UNKNOWN), st.just(UNKNOWN), st.sampled_from(values))


@st.composite
def small(draw: st.DrawFn) -> Collaboration:
    """Generate closed tables of three seats of which little is known."""
    names = ("town", "firm", "other")
    organisations = [Organisation(name, sector=draw(unsure(SECTORS))) for name in names]

    def table(name: str, kind: BodyKind) -> Body:
        seats = [
            Seat(
                f"{name}-{place}",
                organisations=(draw(st.sampled_from(names)),),
                rank=draw(unsure(RANKS)),
                section=draw(unsure(SECTIONS)),
                political=draw(unsure((True, False))),
                mandate=draw(unsure(MANDATES)),
            )
            for place in range(3)
        ]
        quorum = draw(unsure(ANSWERS["quorum"]))
        return Body(name, kind, Text(name), seats=seats, seats_complete=True, quorum=quorum)

    return setup(
        table("group", BodyKind.COLLABORATION_GROUP),
        table("board", BodyKind.ADVISORY_BOARD),
        organisations=organisations,
        bodies_complete=True,
        lead=ProjectLead(accountable=draw(unsure((1, 2))), working_time=draw(unsure(ANSWERS["working_time"]))),
        coordination=Coordination(draw(unsure(ANSWERS["body"])), draw(unsure(ANSWERS["role"]))),
    )


def answered(whole: Collaboration, ask: Ask, value: object) -> Collaboration:
    """Fill in the field of an ask; that a seat is municipal is told by the sector of its organisation."""
    path = ask.field.split(".")
    changed: Collaboration = replaced(whole, tuple(path), value)
    return changed


def completions(whole: Collaboration, asks: Iterable[Ask]) -> Iterator[Collaboration]:
    listed = list(asks)
    for values in product(*(ANSWERS[ask.field.rsplit(".", 1)[-1]] for ask in listed)):
        told = whole
        for ask, value in zip(listed, values, strict=True):
            told = answered(told, ask, value)
        yield told


def reachable(criterion: Criterion, whole: Collaboration, asks: Iterable[Ask]) -> set[Outcome]:
    return {criterion.judge(case_of(told)).outcome for told in completions(whole, asks)}


JUDGED = ("1.2", "2.1", "2.2", "3.1", "5.2", "5.3", "6.1", "6.2", "8.1", "8.3")


def test_what_is_enough_already_costs_nothing() -> None:
    a, b, c, d, e, f, g = (Ask(name, say("?")) for name in "abcdefg")
    small_ = every_of([AnyOf(0, [a]), AnyOf(-1, [e, f, g]), b])

    assert smallest(one_of([every_of([c, d]), small_]), 1, weight=lambda _: 1) == ((b,),)


class TestAgainstEveryCompletion:
    """What a criterion says that its answers can do, against every completion of the fields that it asks for."""

    @pytest.mark.parametrize("name", JUDGED)
    @given(small())
    @settings(max_examples=12, deadline=None)
    def test_what_answers_can_do_is_what_completions_show(self, name: str, whole: Collaboration) -> None:
        criterion = CRITERIA[name]
        finding = criterion.judge(case_of(whole))
        asks = finding.asks
        known = {ask.field.rsplit(".", 1)[-1] for ask in asks} <= ANSWERS.keys()
        if finding.outcome is not UNSURE or not known or len(asks) > 4:
            return
        shown = {set_: reachable(criterion, whole, set_) for set_ in subsets(asks)}
        for outcome, way in ((MET, finding.best), (NOT_MET, finding.worst)):
            told = minimal(frozenset(each) for each in subsets(asks) if way.within(each))
            seen = minimal(frozenset(each) for each, outcomes in shown.items() if outcome in outcomes)
            assert told == seen, outcome
        assert UNSURE not in shown[asks]

    @given(small(), st.sets(st.sampled_from(JUDGED), min_size=1, max_size=3))
    @settings(max_examples=40, deadline=None)
    def test_the_sets_settle_the_verdict_and_no_smaller_one_can(self, whole: Collaboration, names: set[str]) -> None:
        core = [CRITERIA[name] for name in sorted(names)]
        reports = [CriterionReport(each, each.judge(case_of(whole))) for each in core]
        asks = list(dict.fromkeys(ask for each in reports for ask in each.finding.asks if each.outcome is UNSURE))
        known = {ask.field.rsplit(".", 1)[-1] for ask in asks} <= ANSWERS.keys()
        if not asks or not known or len(asks) > 4 or all_of(each.outcome for each in reports) is not UNSURE:
            return

        def verdicts(answers: tuple[Ask, ...]) -> set[Outcome]:
            cases = map(case_of, completions(whole, answers))
            return {all_of(each.judge(case).outcome for each in core) for case in cases}

        shown = {set_: verdicts(set_) for set_ in subsets(asks)}
        found = asking(reports)
        for verdict, outcome in ((Verdict.FALLS_SHORT, NOT_MET), (Verdict.HOLDS, MET)):
            sizes = [len(set_) for set_, outcomes in shown.items() if outcome in outcomes]
            told = [each for each in found.sets if each.verdict is verdict]
            if {each.criterion.id for each in reports} & {"6.1", "6.2"} and verdict is Verdict.HOLDS:
                continue  # one quorum answers both, and what is best for one need not be for the other
            assert {len(each.asks) for each in told} == ({min(sizes)} if sizes else set())
            for each in told:
                assert outcome in shown[tuple(ask for ask in asks if ask in each.asks)]
        assert UNSURE not in shown[tuple(ask for ask in asks if ask in found.whatever)]


def test_what_settles_tranemo_is_ranked() -> None:
    asked = evaluate(bundled("tranemo"), as_of=day("2016-04-10")).asking
    fall = [each for each in asked.sets if each.verdict is Verdict.FALLS_SHORT]
    hold = [each for each in asked.sets if each.verdict is Verdict.HOLDS]

    assert [[ask.field for ask in each.asks] for each in fall] == [
        ["bodies.samverkansgrupp.quorum"],
        ["lead.accountable"],
        ["lead.working_time"],
    ]
    assert {len(each.asks) for each in hold} == {10}
    assert hold[0].criteria == ("2.1", "2.2", "3.1", "3.2", "4.1", "6.1", "6.2")
    assert len(asked.whatever) == 29


def test_to_go_through_a_list_takes_more_than_to_tell_a_fact() -> None:
    fields = ("lead.accountable", "bodies.board.seats", "plan_complete", "areas_assigned", "bodies.group.seats.a.rank")

    assert [effort_of(Ask(field, say("?"))) for field in fields] == [
        Effort.LOW,
        Effort.MEDIUM,
        Effort.MEDIUM,
        Effort.MEDIUM,
        Effort.LOW,
    ]


def test_a_set_names_the_criteria_that_it_settles() -> None:
    found = evaluate(setup(group(seat("a", "town"), closed=False))).asking.sets

    assert found
    assert all(each.criteria for each in found)


def test_several_tables_must_all_be_good_and_one_bad_one_is_enough() -> None:
    two = (board(seat("a", "town")), evolve(board(seat("b", "town")), id="other"))
    finding = CRITERIA["5.2"].judge(case_of(setup(*two)))

    assert [ask.field for ask in finding.best.asks] == ["bodies.board.seats.a.rank", "bodies.other.seats.b.rank"]
    assert not finding.best.within(finding.asks[:1])
    assert finding.worst.within(finding.asks[:1])
