from __future__ import annotations

from fractions import Fraction

import pytest

from samverkan.formats.bundled import bundled
from samverkan.model.facts import Absent
from samverkan.model.funding import Money


@pytest.mark.parametrize(
    ("name", "other", "share"),
    [
        ("lots-ockelbo", 6_208_310, 0.399965),
        ("integration-pa-g", 7_757_044, 0.400036),
        ("visioncenter", 73_706, 0.749997),
        ("resurscentrum", 23_394_011, 0.384573),
    ],
)
def test_what_others_pay_and_what_share_was_granted(name: str, other: int, share: float) -> None:
    money = bundled(name).money

    assert money.other == other
    assert money.share is not None
    assert round(float(money.share), 6) == share


def test_one_amount_alone_tells_neither() -> None:
    for money in (Money(), Money(1), Money(1, Absent()), Money(total=2)):
        assert (money.other, money.share) == (None, None)


def test_of_no_money_there_is_no_share() -> None:
    assert Money(0, 0).share is None
    assert Money(0, 3).share == Fraction(0)
