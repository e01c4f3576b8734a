"""The laws of judging: what may and what may not change a judgement, whatever the collaboration."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from samverkan.checklist.case import case_of
from samverkan.checklist.constituencies import parties
from samverkan.checklist.evaluate import Evaluation, evaluate
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.registry import checklist_names
from samverkan.checklist.seats import belongs
from samverkan.errors import InvalidCollaborationError
from samverkan.model.bodies import Body, Seat
from samverkan.model.facts import UNKNOWN, Absent, stated
from samverkan.model.mandate import AtLeast, Mandate
from samverkan.model.organisations import Sector
from samverkan.testing import plannable, renamed
from samverkan.testing.rewrite import replaced
from tests.checklist.builders import group, outcome, setup
from tests.checklist.horizontal.projects import projects
from tests.checklist.rewriting import addresses, facts, open_lists
from tests.checklist.strategies import alone, seats
from tests.checklist.strategies import collaborations as rich

if TYPE_CHECKING:
    from random import Random

    from samverkan.model.collaboration import Collaboration

DAYS = st.one_of(st.none(), st.dates(dt.date(2016, 1, 1), dt.date(2017, 1, 1)))
EVERYBODY = st.one_of(rich(), projects(), plannable())
"""Setups and projects of our own, in which much is decided, and those that we ship, which hold every noun there is."""
CHECKLISTS = pytest.mark.parametrize("checklist", checklist_names())
MAYBE_MANDATES = st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=8)


def outcomes(evaluation: Evaluation) -> dict[str, Outcome]:
    return {report.criterion.id: report.outcome for report in evaluation.reports}


def knows_no_more(less: Evaluation, more: Evaluation) -> None:
    """Assert that what the one decides the other decides alike, and that its scores enclose the other's."""
    after = outcomes(more)
    for name, found in outcomes(less).items():
        assert found is Outcome.UNKNOWN or after[name] is found, name
    assert more.score.within(less.score)
    for before, now in zip(less.factors, more.factors, strict=True):
        assert now.score.within(before.score), before.factor.id


def sectors(setup_: Collaboration, body: Body) -> set[Sector]:
    """List the sectors that certainly have a seat on the body."""
    found = {name: setup_.organisation(name) for name in body.represented}
    return {sector for each in found.values() if each for sector in Sector if belongs(each, {sector}) is Outcome.MET}


def _others(setup_: Collaboration, kind: str) -> dict[str, str]:
    """Give other ids, which sort the other way round."""
    items = getattr(setup_, kind)
    return {each.id: f"x{len(items) - place}" for place, each in enumerate(items)}


class TestSeatAddsCoverage:
    """1. Adding a seat never lowers the set of organisations, sectors or constituencies covered by its body."""

    @given(alone(), seats("one-more"))
    def test_a_seat_more_covers_no_less(self, setup_: Collaboration, seat: Seat) -> None:
        (body,) = setup_.bodies
        larger = evolve(body, seats=(*body.seats, seat), quorum=UNKNOWN)
        case = case_of(setup_)

        assert set(body.represented) <= set(larger.represented)
        assert sectors(setup_, body) <= sectors(setup_, larger)
        assert set(parties(case, body).seated) <= set(parties(case, larger).seated)


class TestRemoveThenAdd:
    """2. Removing and adding the same seat gives an equal setup; seat order never changes any verdict."""

    @CHECKLISTS
    @given(EVERYBODY, DAYS, st.randoms(use_true_random=False))
    def test_the_order_of_seats_changes_nothing(
        self, checklist: str, setup_: Collaboration, day: dt.date | None, chance: Random
    ) -> None:
        bodies = [evolve(body, seats=chance.sample(body.seats, len(body.seats))) for body in setup_.bodies]
        shuffled = evolve(setup_, bodies=bodies)

        before = outcomes(evaluate(setup_, as_of=day, checklist=checklist))
        assert outcomes(evaluate(shuffled, as_of=day, checklist=checklist)) == before

    @given(alone())
    def test_a_seat_removed_and_added_again_is_the_same(self, setup_: Collaboration) -> None:
        (body,) = setup_.bodies
        assume(body.seats)
        without = evolve(body, seats=body.seats[:-1], quorum=UNKNOWN)
        again = evolve(without, seats=(*without.seats, body.seats[-1]), quorum=body.quorum)

        assert evolve(setup_, bodies=[again]) == setup_


class TestQuorumAttainability:
    """4. 1 <= quorum <= voting seats; adding an adjunct (non-voting) seat changes neither quorum nor its verdict."""

    @given(alone())
    def test_a_quorum_that_is_taken_in_can_be_reached(self, setup_: Collaboration) -> None:
        (body,) = setup_.bodies
        quorum = stated(body.quorum)
        assume(quorum is not None)
        assert quorum is not None

        assert 1 <= quorum.needed(len(body.voting)) <= len(body.voting)
        assert outcomes(evaluate(setup_))["6.1"] is Outcome.MET

    @given(alone(), seats("adjunct"))
    def test_an_adjunct_changes_no_quorum(self, setup_: Collaboration, seat: Seat) -> None:
        (body,) = setup_.bodies
        larger = evolve(body, seats=(*body.seats, evolve(seat, voting=False)))
        before, after = evaluate(setup_), evaluate(evolve(setup_, bodies=[larger]))

        for name in ("6.1", "6.2"):
            assert outcomes(after)[name] is outcomes(before)[name]


class TestMandateInterval:
    """6. The verdict is unknown exactly when the quorum lies strictly above the lower and at or below the upper end."""

    @given(MAYBE_MANDATES, st.data())
    def test_the_quorum_decides_the_verdict(self, mandates: list[bool | None], data: st.DataObject) -> None:
        states = {True: Mandate(), False: Absent(), None: UNKNOWN}
        placed = [Seat(f"s-{place}", mandate=states[known]) for place, known in enumerate(mandates)]
        needed = data.draw(st.integers(1, len(placed)))
        known, unsure = mandates.count(True), mandates.count(None)
        judged = outcome("6.2", setup(group(*placed, quorum=AtLeast(needed))))

        assert (judged is Outcome.UNKNOWN) == (known < needed <= known + unsure)
        assert (judged is Outcome.MET) == (needed <= known)


class TestRenaming:
    """7. A bijective renaming of ids leaves all verdicts unchanged; splitting a shared seat changes no coverage."""

    @CHECKLISTS
    @given(EVERYBODY, DAYS)
    def test_names_decide_nothing(self, checklist: str, setup_: Collaboration, day: dt.date | None) -> None:
        other = renamed(setup_, **{kind: _others(setup_, kind) for kind in ("organisations", "bodies", "areas")})

        before = outcomes(evaluate(setup_, as_of=day, checklist=checklist))
        assert outcomes(evaluate(other, as_of=day, checklist=checklist)) == before

    @given(alone())
    def test_a_shared_seat_counts_for_each_organisation(self, setup_: Collaboration) -> None:
        (body,) = setup_.bodies
        halves = [
            evolve(seat, id=f"{seat.id}-{place}", organisations=(name,))
            for seat in body.seats
            for place, name in enumerate(seat.organisations)
        ]
        split = evolve(body, seats=halves, quorum=UNKNOWN)
        assume(all(seat.organisations for seat in body.seats))

        assert len(split.seats) - len(body.seats) == sum(len(seat.organisations) - 1 for seat in body.seats)
        assert split.represented == body.represented
        assert parties(case_of(setup_), split) == parties(case_of(setup_), body)


class TestHiding:
    """Replacing any fact by unknown never raises the lower bound and never lowers the upper.

    Read backwards it is law 8: telling an unknown fact may decide what was unknown, never change what was decided.
    """

    @CHECKLISTS
    @given(EVERYBODY, DAYS, st.data())
    def test_a_hidden_fact_decides_nothing(
        self, checklist: str, setup_: Collaboration, day: dt.date | None, data: st.DataObject
    ) -> None:
        known = facts(setup_, known=True)
        assume(known)
        hidden = replaced(setup_, data.draw(st.sampled_from(known)), UNKNOWN)

        less = evaluate(hidden, as_of=day, checklist=checklist)
        knows_no_more(less, evaluate(setup_, as_of=day, checklist=checklist))


class TestRefinement:
    """8. Closing an open list is refinement: it may decide what was unknown, never change what was decided."""

    @CHECKLISTS
    @given(EVERYBODY, st.data())
    def test_a_closed_list_changes_nothing_decided(
        self, checklist: str, setup_: Collaboration, data: st.DataObject
    ) -> None:
        flags = open_lists(setup_)
        assume(flags)
        try:
            closed = replaced(setup_, data.draw(st.sampled_from(flags)), new=True)
        except InvalidCollaborationError:
            reject()  # a quorum that only seats yet unlisted could reach: this list cannot be closed as it is

        knows_no_more(evaluate(setup_, checklist=checklist), evaluate(closed, checklist=checklist))

    @CHECKLISTS
    @given(EVERYBODY, st.dates(dt.date(2016, 1, 1), dt.date(2017, 1, 1)))
    def test_saying_which_day_it_is_changes_nothing_decided(
        self, checklist: str, setup_: Collaboration, day: dt.date
    ) -> None:
        less = evaluate(setup_, checklist=checklist)
        knows_no_more(less, evaluate(setup_, as_of=day, checklist=checklist))


class TestEvidence:
    """10. Every met or not_met verdict cites a field of the input, every not_met has a remedy, every unknown asks."""

    @CHECKLISTS
    @given(EVERYBODY, DAYS)
    def test_every_finding_is_backed(self, checklist: str, setup_: Collaboration, day: dt.date | None) -> None:
        judged = evaluate(setup_, as_of=day, checklist=checklist)
        known = addresses(setup_)
        for report in judged.reports:
            found = report.finding
            assert found.evidence or not found.outcome.decided, report.criterion.id
            assert {each.field for each in (*found.evidence, *found.conflict)} <= known, report.criterion.id
            if found.outcome is Outcome.UNKNOWN:
                assert found.asks, report.criterion.id
                assert found.remedy_field is None
            if found.outcome is Outcome.NOT_MET:
                assert found.remedy_field, report.criterion.id

    @CHECKLISTS
    @given(EVERYBODY)
    def test_advice_is_given_for_what_is_not_met_and_questions_for_what_is_unknown(
        self, checklist: str, setup_: Collaboration
    ) -> None:
        judged = evaluate(setup_, checklist=checklist)
        core = [report for factor in judged.factors for report in factor.core]
        by_outcome = {each: {r.criterion.id for r in core if r.outcome is each} for each in Outcome}

        assert {each.criterion.id for each in judged.advice} == by_outcome[Outcome.NOT_MET]
        assert {each.criterion.id for each in judged.ask_next} == by_outcome[Outcome.UNKNOWN]


class TestDeterminism:
    """11. The same setup, parameters and as-of date give the identical report."""

    @CHECKLISTS
    @given(EVERYBODY, DAYS)
    def test_judging_twice_says_the_same(self, checklist: str, setup_: Collaboration, day: dt.date | None) -> None:
        first, second = (evaluate(setup_, as_of=day, checklist=checklist) for _ in range(2))

        assert first == second
        assert repr(first) == repr(second)
