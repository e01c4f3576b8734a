"""Strong Kleene logic, and intervals: exact by comparison with every completion of what is unknown."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from samverkan.checklist.interval import Interval, compare, counted, share_of
from samverkan.checklist.outcome import Outcome, all_of, any_of, every, negation, some
from samverkan.model.goals import Operator

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
truths = st.sampled_from([MET, NOT_MET, UNKNOWN])
outcomes = st.sampled_from(Outcome)
few = st.lists(truths, max_size=6)


def completions(found: list[Outcome]) -> list[tuple[Outcome, ...]]:
    """Give every way in which the unknown ones may turn out."""
    return list(product(*([MET, NOT_MET] if each is UNKNOWN else [each] for each in found)))


class TestKleene:
    """AND and OR commute, associate, De Morgan holds, met is neutral for AND, not_met absorbs."""

    @given(st.permutations([MET, NOT_MET, UNKNOWN, Outcome.NOT_APPLICABLE]), outcomes)
    def test_order_does_not_matter(self, found: list[Outcome], other: Outcome) -> None:
        assert all_of([*found, other]) is all_of([other, *found])
        assert any_of([*found, other]) is any_of([other, *found])

    @given(outcomes, outcomes, outcomes)
    def test_grouping_does_not_matter(self, a: Outcome, b: Outcome, c: Outcome) -> None:
        assert all_of([all_of([a, b]), c]) is all_of([a, all_of([b, c])])
        assert any_of([any_of([a, b]), c]) is any_of([a, any_of([b, c])])

    @given(outcomes, outcomes)
    def test_de_morgan_holds(self, a: Outcome, b: Outcome) -> None:
        assert negation(all_of([a, b])) is any_of([negation(a), negation(b)])
        assert negation(negation(a)) is a

    @given(truths)
    def test_met_is_neutral_and_not_met_absorbs(self, a: Outcome) -> None:
        assert all_of([a, MET]) is a
        assert all_of([a, NOT_MET]) is NOT_MET

    @given(few)
    def test_what_does_not_apply_counts_nowhere(self, found: list[Outcome]) -> None:
        assert all_of([*found, Outcome.NOT_APPLICABLE]) is all_of(found)
        assert any_of([*found, Outcome.NOT_APPLICABLE]) is any_of(found)


class TestCompletions:
    """A rule is decided exactly when every completion of the unknowns decides it alike."""

    @given(few.filter(bool))
    def test_and_and_or_are_exact(self, found: list[Outcome]) -> None:
        for rule in (all_of, any_of):
            results = {rule(each) for each in completions(found)}
            assert rule(found) is (results.pop() if len(results) == 1 else UNKNOWN)

    @given(few, st.integers(0, 7), st.sampled_from(Operator))
    def test_a_count_is_exact(self, found: list[Outcome], number: int, relation: Operator) -> None:
        results = {compare(Interval(each.count(MET), each.count(MET)), relation, number) for each in completions(found)}
        assert compare(counted(found), relation, number) is (results.pop() if len(results) == 1 else UNKNOWN)

    @given(few.filter(bool))
    def test_a_share_is_exact(self, found: list[Outcome]) -> None:
        shares = [Fraction(each.count(MET), len(found)) for each in completions(found)]
        assert share_of((each, Fraction(1)) for each in found) == Interval(min(shares), max(shares))


class TestLists:
    """Absence from a closed list is a fact, absence from an open one is not; there is no vacuous truth."""

    @given(few)
    def test_an_open_list_never_completes_a_universal_rule(self, found: list[Outcome]) -> None:
        assert every(found, closed=False) in {UNKNOWN, NOT_MET}

    @given(few)
    def test_an_open_list_never_denies_an_existential_rule(self, found: list[Outcome]) -> None:
        assert some(found, closed=False) in {UNKNOWN, MET}

    @given(few)
    def test_closing_a_list_only_refines(self, found: list[Outcome]) -> None:
        for rule in (every, some):
            before = rule(found, closed=False)
            assert before is UNKNOWN or rule(found, closed=True) is before

    def test_an_empty_list_is_unknown_while_open_and_not_met_once_closed(self) -> None:
        for rule in (every, some):
            assert rule([], closed=False) is UNKNOWN
            assert rule([], closed=True) is NOT_MET
