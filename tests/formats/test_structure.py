"""The engine knows no noun: it reads and writes any frozen class by its fields and their types."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from fractions import Fraction
from typing import ClassVar, Self, TypeAlias

import pytest
from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.formats.refusal import Refused
from samverkan.formats.structure import structure
from samverkan.formats.unstructure import unstructure
from samverkan.model.facts import UNKNOWN, Absent, Claim, Disputed, Fact
from samverkan.model.source import Source


class Colour(Enum):
    RED = "red"
    DARK_BLUE = "dark-blue"


@frozen
class Size:
    short_form: ClassVar[str] = "a size such as “3x4”"

    wide: int
    high: int

    @classmethod
    def parse(cls, text: str) -> Self:
        wide, x, high = text.partition("x")
        if not (x and wide.isdigit() and high.isdigit()):
            raise InvalidValueError("bad-size", f"“{text}” is no size", cls.short_form)
        return cls(int(wide), int(high))

    def __str__(self) -> str:
        return f"{self.wide}x{self.high}"


@frozen
class Day:
    key: ClassVar[str] = "day"

    day: dt.date
    guessed: bool = False


@frozen
class Span:
    key: ClassVar[str] = "from"

    from_: dt.date
    to: dt.date


@frozen
class Round:
    kind: ClassVar[str] = "round"

    across: int


@frozen
class Square:
    kind: ClassVar[str] = "square"

    side: int


Time: TypeAlias = Day | Span
Shape: TypeAlias = Round | Square


@frozen
class Part:
    short_field: ClassVar[str] = "name"

    code: str
    name: str
    colour: Fact[Colour] = UNKNOWN


@frozen
class Thing:
    name: str
    size: Size | None = None
    share: Fact[Fraction] = UNKNOWN
    time: Fact[Time] = UNKNOWN
    shape: Shape | None = None
    week: str | int | None = None
    clock: dt.time | None = None
    parts: tuple[Part, ...] = field(default=(), metadata={"keyed": "code"})
    shapes: tuple[Shape, ...] = ()
    by: Fact[tuple[str, ...]] = UNKNOWN


FULL = {
    "name": "x",
    "size": "3x4",
    "share": "2/3",
    "time": dt.date(2016, 1, 1),
    "shape": {"kind": "round", "across": 3},
    "week": 10,
    "clock": "13:00",
    "parts": {"b": "Bee", "a": {"name": "Ay", "colour": "dark-blue"}},
    "shapes": [{"kind": "square", "side": 1}, {"kind": "square", "side": 1}],
    "by": [],
}


def refused(data: object) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as caught:
        structure(data, Thing)
    return [(".".join(map(str, fault.path)), fault.code) for fault in caught.value.faults]


def test_every_form_is_read() -> None:
    assert structure(FULL, Thing) == Thing(
        name="x",
        size=Size(3, 4),
        share=Fraction(2, 3),
        time=Day(dt.date(2016, 1, 1)),
        shape=Round(3),
        week=10,
        clock=dt.time(13),
        parts=(Part("b", "Bee"), Part("a", "Ay", Colour.DARK_BLUE)),
        shapes=(Square(1), Square(1)),
        by=(),
    )


def test_every_form_is_written_as_it_was_read() -> None:
    assert unstructure(structure(FULL, Thing)) == FULL
    assert list(unstructure(structure(FULL, Thing))["parts"]) == ["b", "a"]  # type: ignore[index]


def test_what_is_left_out_is_what_silence_gives_and_is_left_out_again() -> None:
    assert structure({"name": "x"}, Thing) == Thing("x")
    assert unstructure(Thing("x")) == {"name": "x"}


def test_a_short_form_that_would_not_read_back_is_not_used() -> None:
    assert unstructure(Thing("x", size=Size(-3, 4))) == {"name": "x", "size": {"wide": -3, "high": 4}}


def test_a_bare_date_is_used_only_where_it_says_everything() -> None:
    told = unstructure(Thing("x", time=Day(dt.date(2016, 1, 1), guessed=True)))
    assert told == {"name": "x", "time": {"day": dt.date(2016, 1, 1), "guessed": True}}


def test_a_date_may_be_iso_text_as_json_has_it() -> None:
    assert structure({"name": "x", "time": "2016-01-01"}, Thing).time == Day(dt.date(2016, 1, 1))


def test_absence_and_dispute_are_kept() -> None:
    claims = [Claim(Fraction(1, 2), Source("a")), Claim(Fraction(1, 3), decides=True)]
    thing = Thing("x", share=Disputed(claims), by=Absent("inte aktuellt"))
    data = {
        "name": "x",
        "share": {"disputed": [{"value": "0.5", "source": "a"}, {"value": "1/3", "decides": True}]},
        "absent": {"by": "inte aktuellt"},
    }
    assert unstructure(thing) == data
    assert structure(data, Thing) == thing


@pytest.mark.parametrize(
    ("key", "value", "path", "code"),
    [
        ("size", "3 by 4", "size", "bad-size"),
        ("size", 34, "size", "wrong-type"),
        ("size", {"wide": 3}, "size.high", "missing-key"),
        ("size", {"wide": True, "high": 1}, "size.wide", "wrong-type"),
        ("share", "half", "share", "wrong-type"),
        ("share", "1/0", "share", "wrong-type"),
        ("time", {"day": 1}, "time.day", "wrong-type"),
        ("time", {"from": dt.date(2016, 1, 1)}, "time.to", "missing-key"),
        ("time", {"to": dt.date(2016, 1, 1)}, "time", "missing-key"),
        ("time", dt.datetime(2016, 1, 1, 12), "time", "wrong-type"),  # noqa: DTZ001  # as TOML gives it
        ("shape", {"across": 3}, "shape.kind", "missing-key"),
        ("shape", {"kind": "rond", "across": 3}, "shape.kind", "unknown-word"),
        ("shape", {"kind": 3}, "shape.kind", "wrong-type"),
        ("shape", {"kind": "round", "side": 3}, "shape.side", "unknown-key"),
        ("shapes", {}, "shapes", "wrong-type"),
        ("shapes", [{"kind": "square", "side": 1}, 3], "shapes.1", "wrong-type"),
        ("week", True, "week", "wrong-type"),
        ("clock", "25:00", "clock", "bad-time"),
        ("parts", [], "parts", "wrong-type"),
        ("parts", {"a": 1}, "parts.a", "wrong-type"),
        ("parts", {"a": {"code": "a", "name": "x"}}, "parts.a.code", "unknown-key"),
        ("parts", {"a": {"name": "x", "colour": "Red"}}, "parts.a.colour", "unknown-word"),
        ("by", {"disputed": []}, "by", "not-disputed"),
        ("by", {"disputed": [], "x": 1}, "by.x", "unknown-key"),
        ("by", {"disputed": [{"value": ["a"]}, {"value": 1}]}, "by.disputed.1.value", "wrong-type"),
        ("absent", "by", "absent", "wrong-type"),
        ("absent", {"name": "saknas"}, "absent.name", "not-a-fact"),
        ("absent", {"by": 1}, "absent.by", "wrong-type"),
        ("week", 2**70, "week", "bad-number"),
    ],
)
def test_each_refusal_has_the_path_of_what_is_wrong(key: str, value: object, path: str, code: str) -> None:
    assert (path, code) in refused({"name": "x", key: value})


def test_all_refusals_come_together() -> None:
    assert refused({"nam": "x", "size": "a", "shapes": [1, 2], "parts": {"a": 1}}) == [
        ("nam", "unknown-key"),
        ("size", "bad-size"),
        ("parts.a", "wrong-type"),
        ("shapes.0", "wrong-type"),
        ("shapes.1", "wrong-type"),
    ]


def test_two_items_of_one_id_cannot_be_written_as_a_table() -> None:
    with pytest.raises(InvalidValueError, match="the id “a” stands twice"):
        unstructure(Thing("x", parts=(Part("a", "1"), Part("a", "2"))))
