"""The guarantees of a checklist hold for any that people write themselves, not only for those that come along."""

from __future__ import annotations

import datetime as dt
from itertools import product
from typing import TYPE_CHECKING

from hypothesis import assume, given, reject
from hypothesis import strategies as st

from samverkan.checklist.case import case_of
from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.outcome import Outcome, all_of, any_of
from samverkan.checklist.own.address import EACH, Holds
from samverkan.checklist.own.address import addresses as addresses_of_the_model
from samverkan.checklist.own.composing import at_least
from samverkan.checklist.own.judging import judged
from samverkan.checklist.own.rule import AllOf, AnyOf, Not, SomeOf, Stated
from samverkan.errors import InvalidCollaborationError
from samverkan.formats import checklist_file
from samverkan.model.facts import UNKNOWN
from samverkan.testing import checklists, plannable, rules
from samverkan.testing.rewrite import replaced
from tests.checklist.rewriting import addresses, facts, open_lists
from tests.checklist.strategies import collaborations as rich
from tests.laws.test_checklist_laws import knows_no_more

if TYPE_CHECKING:
    from samverkan.checklist.own.address import Address
    from samverkan.checklist.own.checklist import OwnChecklist
    from samverkan.checklist.own.rule import Rule
    from samverkan.errors import Path
    from samverkan.model.collaboration import Collaboration

DAYS = st.one_of(st.none(), st.dates(dt.date(2016, 1, 1), dt.date(2017, 1, 1)))
EVERYBODY = st.one_of(rich(), plannable())
OUTCOMES = st.lists(st.sampled_from(Outcome), min_size=1, max_size=5)


def outcome(rule: Rule, setup: Collaboration) -> Outcome:
    return judged(rule, case_of(setup)).outcome


def about(path: Path) -> list[Address]:
    """Find the address of a fact, if there is one."""
    return [
        address
        for address in addresses_of_the_model()
        if address.target.holds is Holds.FACT
        and len(address.steps) == len(path)
        and all(step in {EACH, here} for step, here in zip(address.steps, path, strict=True))
    ]


class TestKleene:
    """A rule is strong Kleene logic over its parts, so what it decides holds for every completion of the unknown."""

    @given(OUTCOMES, st.integers(1, 5))
    def test_so_many_of_them_is_decided_only_if_every_completion_agrees(
        self, parts: list[Outcome], number: int
    ) -> None:
        assume(number <= len(parts))
        free = (Outcome.MET, Outcome.NOT_MET, Outcome.NOT_APPLICABLE)
        ways = product(*(free if each is Outcome.UNKNOWN else (each,) for each in parts))
        found = {at_least(number, way) for way in ways}
        decided = found - {Outcome.NOT_APPLICABLE} or found

        assert at_least(number, parts) is (decided.pop() if len(decided) == 1 else Outcome.UNKNOWN)

    @given(OUTCOMES)
    def test_one_of_them_is_any_and_as_many_as_there_are_is_all(self, parts: list[Outcome]) -> None:
        assert at_least(1, parts) is any_of(parts)
        assert at_least(len(parts), parts) is all_of(parts)

    @given(EVERYBODY, st.lists(rules(max_leaves=2), min_size=1, max_size=3))
    def test_composing_rules_composes_their_outcomes(self, setup: Collaboration, parts: list[Rule]) -> None:
        found = [outcome(each, setup) for each in parts]

        assert outcome(AllOf(parts), setup) is all_of(found)
        assert outcome(AnyOf(parts), setup) is any_of(found)
        assert outcome(SomeOf(len(parts), parts), setup) is all_of(found)
        assert outcome(Not(AllOf(parts)), setup) is outcome(AnyOf([Not(each) for each in parts]), setup)
        assert outcome(Not(Not(parts[0])), setup) is found[0]


class TestHiding:
    """Replacing any fact by unknown never raises the lower bound and never lowers the upper."""

    @given(EVERYBODY, checklists(), DAYS, st.data())
    def test_a_hidden_fact_decides_nothing(
        self, setup: Collaboration, own: OwnChecklist, day: dt.date | None, data: st.DataObject
    ) -> None:
        known = facts(setup, known=True)
        assume(known)
        hidden = replaced(setup, data.draw(st.sampled_from(known)), UNKNOWN)
        made = own.made()

        knows_no_more(evaluate(hidden, checklist=made, as_of=day), evaluate(setup, checklist=made, as_of=day))

    @given(rich(), st.data())
    def test_nor_does_it_in_a_rule_that_is_about_the_very_fact(self, setup: Collaboration, data: st.DataObject) -> None:
        known = [path for path in facts(setup, known=True) if about(path)]
        assume(known)
        path = data.draw(st.sampled_from(known))
        stated = Stated(about(path)[0])
        rule = data.draw(st.sampled_from([stated, Not(stated)]))

        assert outcome(rule, replaced(setup, path, UNKNOWN)) in {Outcome.UNKNOWN, outcome(rule, setup)}


class TestRefinement:
    """8. Closing an open list is refinement: it may decide what was unknown, never change what was decided."""

    @given(EVERYBODY, checklists(), st.data())
    def test_a_closed_list_changes_nothing_decided(
        self, setup: Collaboration, own: OwnChecklist, data: st.DataObject
    ) -> None:
        flags = open_lists(setup)
        assume(flags)
        try:
            closed = replaced(setup, data.draw(st.sampled_from(flags)), new=True)
        except InvalidCollaborationError:
            reject()  # a quorum that only seats yet unlisted could reach: this list cannot be closed as it is
        made = own.made()

        knows_no_more(evaluate(setup, checklist=made), evaluate(closed, checklist=made))


class TestEvidence:
    """10. Every met or not_met verdict cites a field of the input, every not_met has a remedy, every unknown asks."""

    @given(EVERYBODY, checklists(), DAYS)
    def test_every_finding_is_backed(self, setup: Collaboration, own: OwnChecklist, day: dt.date | None) -> None:
        known = addresses(setup)
        for report in evaluate(setup, checklist=own.made(), as_of=day).reports:
            found = report.finding
            assert found.evidence or not found.outcome.decided
            assert {each.field for each in (*found.evidence, *found.conflict)} <= known
            if found.outcome is Outcome.UNKNOWN:
                assert found.asks
                assert found.remedy_field is None
            if found.outcome is Outcome.NOT_MET:
                assert found.remedy_field
                assert str(report.criterion.remedy.text)


class TestDeterminism:
    """11. The same setup, parameters and as-of date give the identical report; every criterion reports once."""

    @given(EVERYBODY, checklists(), DAYS)
    def test_judging_twice_says_the_same(self, setup: Collaboration, own: OwnChecklist, day: dt.date | None) -> None:
        first, second = (evaluate(setup, checklist=own.made(), as_of=day) for _ in range(2))

        assert first == second
        assert repr(first) == repr(second)
        asked = [criterion.id for factor in own.factors for criterion in factor.criteria]
        assert [report.criterion.id for report in first.reports] == asked


class TestRoundTrip:
    """25. What is written of a checklist is read as the same checklist, and written as the same text."""

    @given(checklists())
    def test_of_a_value_gives_the_value(self, own: OwnChecklist) -> None:
        text = checklist_file.dumps(own)

        assert checklist_file.loads(text) == own
        assert checklist_file.dumps(checklist_file.loads(text)) == text
