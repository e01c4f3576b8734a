"""How two versions of a collaboration differ, field by field, each by the path that evidence cites."""

from __future__ import annotations

from attrs import evolve

from samverkan.checklist.fields import Difference, differences, parts
from samverkan.model.bodies import Rank, Seat
from samverkan.model.facts import Absent
from samverkan.model.lead import Entrance, Initiative
from samverkan.model.message import say
from samverkan.model.names import Text
from samverkan.model.records import Held
from samverkan.model.source import Source

from .builders import day, disputed, group, setup

BEFORE = setup(group(Seat("a", rank=Rank.MANAGER), Seat("b")))


def told(before: object, after: object) -> list[tuple[str, str | None, str | None]]:
    return [
        (each.field, *(None if says is None else str(says) for says in (each.before, each.after)))
        for each in differences(before, after)
    ]


def test_nothing_differs_from_itself() -> None:
    assert told(BEFORE, evolve(BEFORE)) == []


def test_a_fact_is_told_by_its_path_with_ids() -> None:
    after = setup(group(Seat("a", rank=Rank.EXECUTIVE), Seat("b", role=Text("Rektor"))))

    assert told(BEFORE, after) == [
        ("bodies.group.seats.a.rank", "manager", "executive"),
        ("bodies.group.seats.b.role", "not stated", "Rektor"),
    ]


def test_an_item_more_or_less_is_one_difference_and_their_order_is_none() -> None:
    after = setup(group(Seat("c"), Seat("a", rank=Rank.MANAGER)))

    assert told(BEFORE, after) == [("bodies.group.seats.b", "b", None), ("bodies.group.seats.c", None, "c")]
    assert told(BEFORE, setup(group(*reversed(BEFORE.bodies[0].seats)))) == []


def test_a_list_of_things_without_ids_is_told_as_a_whole() -> None:
    after = evolve(BEFORE, entrances=[Entrance(Text("Porten"))])

    assert [each.field for each in differences(BEFORE, after)] == ["entrances"]


def test_a_meeting_held_is_told_by_its_body_and_day() -> None:
    held = Held("group", day("2016-03-04"))
    before, after = evolve(BEFORE, held=[held]), evolve(BEFORE, held=[evolve(held, notes=day("2016-03-09"))])

    assert told(before, after) == [("held.group.2016-03-04.notes", "not stated", "2016-03-09")]
    assert ("held.group.2016-03-04.notes", day("2016-03-09")) in set(parts(after))


def test_absence_disputes_and_sources_are_told() -> None:
    one = evolve(BEFORE, initiative=Initiative("town"), source=Source("slide 1"))
    other = evolve(
        BEFORE,
        initiative=Initiative(disputed("town", "firm")),
        dialogue=Absent(),
        source=Source("slide 1", valid_until=day("2016-06-30")),
    )

    assert told(one, other) == [
        ("source", "slide 1", "slide 1, counts until 2016-06-30"),
        ("initiative.by", "town", "disputed: town, firm"),
        ("dialogue", "not stated", "declared absent: “saknas”"),
    ]


def test_a_difference_touches_what_lies_in_it_and_around_it() -> None:
    one = Difference("bodies.group.seats.a", None, say("{value}", value="a"))

    assert one.touches("bodies.group.seats")
    assert one.touches("bodies.group.seats.a.rank")
    assert not one.touches("bodies.group.seats.ab")
