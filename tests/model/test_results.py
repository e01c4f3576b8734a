from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from samverkan.errors import InvalidValueError
from samverkan.model.names import Text
from samverkan.model.results import PublishedChange, PublishedCount, PublishedShare
from samverkan.testing import values_of

PLACE = {"id": "a", "what": Text("b"), "place": Text("c")}


@given(values_of(PublishedShare))
def test_a_share_is_exact_and_between_nothing_and_all(result: PublishedShare) -> None:
    if result.total:
        assert result.ratio is not None
        assert 0 <= result.ratio <= 1
        assert result.ratio * result.total == result.count
    else:
        assert result.ratio is None


def test_all_of_all_is_one_and_none_of_nobody_is_no_share() -> None:
    assert PublishedShare(**PLACE, count=3, total=3).ratio == 1
    assert PublishedShare(**PLACE, count=0, total=0).ratio is None


def test_two_thirds_are_no_percentage() -> None:
    assert PublishedShare(**PLACE, count=2, total=3, stated_percent=67).ratio == Fraction(2, 3)


def test_a_part_cannot_be_above_the_whole() -> None:
    with pytest.raises(InvalidValueError, match="3 of 2 is more than all; expected a count up to the total") as told:
        PublishedShare(**PLACE, count=3, total=2)
    assert told.value.code == "bad-share"


@pytest.mark.parametrize("count", [-1, True, 1.5, "3"])
@pytest.mark.parametrize(
    "make",
    [
        lambda n: PublishedShare(**PLACE, count=n, total=9),
        lambda n: PublishedChange(**PLACE, before=n, after=9),
        lambda n: PublishedChange(**PLACE, before=9, after=n),
        lambda n: PublishedCount(**PLACE, count=n),
    ],
    ids=["share", "before", "after", "count"],
)
def test_people_are_counted_in_whole_numbers(make: type[PublishedCount], count: int) -> None:
    with pytest.raises(InvalidValueError, match="is not a count; expected a whole number from 0") as told:
        make(count)
    assert told.value.code == "bad-number"
