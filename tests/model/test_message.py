from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from samverkan.model.bodies import Rank
from samverkan.model.message import Message, plain, say
from samverkan.model.names import Text
from samverkan.testing import messages


@pytest.mark.parametrize(("n", "told"), [(0, "0 seats"), (1, "1 seat"), (2, "2 seats")])
def test_the_sentence_for_several_is_told_of_all_numbers_but_one(n: int, told: str) -> None:
    assert str(say("{n} seat", "{n} seats", n=n)) == told


def test_without_a_sentence_for_several_there_is_but_one() -> None:
    assert str(say("{n} of them", n=7)) == "7 of them"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("sg-01", "sg-01"),
        (14, "14"),
        (dt.date(2016, 3, 4), "2016-03-04"),
        (Text("Möte", en="Meeting"), "Meeting"),
        (Text("Möte"), "Möte"),
        (Rank.UNIT_HEAD, "unit-head"),
        (("a", Text("b"), (1, 2)), "a, b, 1, 2"),
        ((), ""),
        ("{n}", "{n}"),
    ],
)
def test_every_value_has_plain_english_words(value: object, told: str) -> None:
    assert plain(value) == told
    assert str(say("{what}", what=value)) == told


def test_the_order_of_the_values_does_not_matter() -> None:
    assert say("{a}{b}", a=1, b=2) == say("{a}{b}", b=2, a=1) == Message("{a}{b}", None, (("a", 1), ("b", 2)))


@given(messages())
def test_a_message_can_be_told_and_compared(message: Message) -> None:
    assert str(message) == str(Message(message.text, message.plural, message.values))
    assert hash(message) == hash(Message(message.text, message.plural, message.values))
