from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidValueError
from samverkan.model.mandate import AtLeast, Mandate, MoreThan
from samverkan.testing import values_of


class TestAtLeast:
    @given(values_of(AtLeast), st.integers(0, 50))
    def test_needs_as_many_whatever_the_number_of_seats(self, quorum: AtLeast, voting: int) -> None:
        assert quorum.needed(voting) == quorum.at_least

    @pytest.mark.parametrize("number", [0, -1, True, 1.5])
    def test_of_nobody_is_refused(self, number: int) -> None:
        with pytest.raises(InvalidValueError, match=r"at_least .* is not a positive count") as told:
            AtLeast(number)
        assert told.value.code == "bad-number"


class TestMoreThan:
    @pytest.mark.parametrize(("voting", "needed"), [(1, 1), (2, 2), (8, 5), (9, 5), (16, 9)])
    def test_half_needs_more_than_exactly_half(self, voting: int, needed: int) -> None:
        assert MoreThan("1/2").needed(voting) == needed

    @given(values_of(MoreThan), st.integers(1, 50))
    def test_needs_the_least_number_above_the_share(self, quorum: MoreThan, voting: int) -> None:
        needed = quorum.needed(voting)

        assert Fraction(needed, voting) > quorum.more_than >= Fraction(needed - 1, voting)

    def test_none_needs_one(self) -> None:
        assert MoreThan(0).needed(9) == 1

    @pytest.mark.parametrize("share", ["1", "3/2", "-1/2", 2])
    def test_all_is_refused(self, share: str) -> None:
        with pytest.raises(InvalidValueError, match="cannot be a quorum; expected a share such as “1/2”") as told:
            MoreThan(share)
        assert told.value.code == "bad-quorum"


def test_a_mandate_for_no_stated_kind_of_item_is_one_for_all() -> None:
    assert Mandate().items == ()


def test_a_mandate_has_dates_for_dates() -> None:
    with pytest.raises(InvalidValueError, match="until '2016' is not a date"):
        Mandate(until="2016")


def test_a_mandate_may_be_told_by_what_shows_it() -> None:
    mandate = Mandate.parse("beslut 2027-01-15")

    assert mandate.source is not None
    assert mandate.source.ref == str(mandate) == "beslut 2027-01-15"


def test_a_mandate_that_nothing_shows_is_a_mandate() -> None:
    assert str(Mandate()) == "mandate"
