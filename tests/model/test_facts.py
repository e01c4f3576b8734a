from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidValueError
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed, Unknown, is_unknown, stated
from samverkan.model.source import Source
from samverkan.testing import absences, disputes, facts

OPEN = Disputed([Claim(9), Claim(11)])
DECIDED = Disputed([Claim(9), Claim(11, Source("bild 5"), decides=True)])


class TestStated:
    @given(st.integers())
    def test_gives_the_value(self, value: int) -> None:
        assert stated(value) == value

    @given(absences())
    def test_gives_nothing_of_what_is_declared_absent(self, fact: Absent) -> None:
        assert stated(fact) is None

    def test_gives_nothing_of_the_unknown_or_of_an_open_dispute(self) -> None:
        assert stated(UNKNOWN) is None
        assert stated(OPEN) is None

    def test_gives_the_claim_that_decides(self) -> None:
        assert stated(DECIDED) == 11

    def test_gives_false_as_false(self) -> None:
        assert stated(fact=False) is False
        assert stated(Disputed([Claim(value=True), Claim(value=False, decides=True)])) is False


class TestUnknown:
    @given(facts(st.integers()))
    def test_is_neither_stated_nor_absent(self, fact: object) -> None:
        held = [is_unknown(fact), stated(fact) is not None, isinstance(fact, Absent)]

        assert sum(held) == 1

    def test_includes_an_open_dispute(self) -> None:
        assert is_unknown(OPEN)
        assert not is_unknown(DECIDED)

    def test_does_not_include_the_absent(self) -> None:
        assert not is_unknown(Absent())

    def test_is_one_value_and_prints_as_its_name(self) -> None:
        assert repr(UNKNOWN) == "UNKNOWN"
        assert copy.deepcopy(UNKNOWN) is UNKNOWN is Unknown("unknown")


class TestDisputed:
    @pytest.mark.parametrize("claims", [[], [Claim(1)], [Claim(1), Claim(1)], [Claim(1), Claim(1, Source("a"))]])
    def test_needs_two_claims_that_differ(self, claims: list[Claim[int]]) -> None:
        with pytest.raises(
            InvalidValueError, match="a dispute needs two claims that differ; expected at least two"
        ) as told:
            Disputed(claims)
        assert told.value.code == "not-disputed"

    def test_is_decided_by_one_claim_at_most(self) -> None:
        with pytest.raises(InvalidValueError, match="more than one claim decides; expected at most one") as told:
            Disputed([Claim(1, decides=True), Claim(2, decides=True)])
        assert told.value.code == "not-disputed"

    @given(disputes(st.integers()))
    def test_keeps_every_claim_in_order(self, dispute: Disputed[int]) -> None:
        assert Disputed(claim for claim in dispute.claims) == dispute

    def test_of_three_claims_may_hold_two_that_agree(self) -> None:
        assert Disputed([Claim(1), Claim(2), Claim(1)]).decided is None


def test_what_is_absent_is_so_in_the_words_of_the_source() -> None:
    assert Absent("inte aktuellt") != Absent()
    assert Absent().says == "saknas"
