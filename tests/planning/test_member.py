from __future__ import annotations

import pytest
from hypothesis import given

from samverkan.model.names import Text
from samverkan.planning.member import Member
from samverkan.testing.strategies import texts

SWEDISH, BOTH = Text("Möte"), Text("Möte", "Meeting")


@pytest.mark.parametrize(
    ("name", "thing", "titled"),
    [
        (Text("Ekeby"), SWEDISH, Text("Ekeby: Möte")),
        (Text("Ekeby"), BOTH, Text("Ekeby: Möte", "Ekeby: Meeting")),
        (Text("Ekeby", "Oakham"), SWEDISH, Text("Ekeby: Möte", "Oakham: Möte")),
    ],
)
def test_the_name_of_the_collaboration_stands_before_that_of_the_thing(name: Text, thing: Text, titled: Text) -> None:
    assert Member("e", name).titled(thing) == titled


@given(texts(), texts())
def test_a_name_without_the_others_is_the_one_that_it_had(name: Text, thing: Text) -> None:
    member = Member("e", name)
    own = member.own(member.titled(thing))

    assert [own.in_language(each) for each in ("sv", "en")] == [thing.in_language(each) for each in ("sv", "en")]


def test_a_name_that_is_not_its_own_is_left_as_it_is() -> None:
    assert Member("e", Text("Ekeby")).own(BOTH) == BOTH
