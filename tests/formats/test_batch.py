"""Many edits at once give what they give one after the other, however the text is laid out."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from samverkan.errors import InvalidCollaborationError, InvalidValueError
from samverkan.formats.edit import Addition, Edit, written
from samverkan.formats.layout import inline
from samverkan.formats.outline import Outline, outlined
from samverkan.model.facts import UNKNOWN, Absent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import DataObject

KEYS = ["name", "note", "kind", "when", "absent"]
NAMES = ["a", "b", "c", "d"]
WORDS = st.sampled_from(["x", "y" * 130, "två\nrader", 7, ["p", "q"], [], {}, {"sv": "ja", "en": "yes"}])
FACTS = st.dictionaries(st.sampled_from(KEYS[:4]), WORDS, max_size=3)
SEATS = st.fixed_dictionaries({"name": WORDS}, optional={"seats": st.dictionaries(st.sampled_from(NAMES), FACTS)})
ITEMS = st.lists(st.builds(lambda facts, name: {"id": name, **facts}, FACTS, st.sampled_from(NAMES)), max_size=4)
FILES = st.fixed_dictionaries(
    {"format": st.just(1)},
    optional={
        "towns": st.dictionaries(st.sampled_from(NAMES), st.just("T")),
        "parts": st.dictionaries(st.sampled_from(NAMES), FACTS),
        "bodies": st.dictionaries(st.sampled_from(NAMES), SEATS),
        "events": ITEMS,
        "series": st.lists(st.fixed_dictionaries({"name": WORDS}, optional={"changes": ITEMS}), max_size=3),
    },
)


class _Writer:
    """Writes a table as TOML in forms that chance chooses: sections, dotted keys, braces, lists with remarks."""

    def __init__(self, data: DataObject) -> None:
        self.data = data

    def one_of(self, *choices: Any) -> Any:  # noqa: ANN401  # any of them
        return self.data.draw(st.sampled_from(choices))

    def text(self, table: dict[str, Any]) -> str:
        lines, sections = self.table((), table)
        text = "\n".join([*lines, *sections, ""])
        return str(self.one_of(text, text.rstrip("\n"), text.replace("\n", "\r\n"), "\ufeff" + text))

    def table(self, path: tuple[str, ...], table: dict[str, Any]) -> tuple[list[str], list[str]]:
        """Give the lines of a table, and the sections that follow it."""
        lines: list[str] = []
        sections: list[str] = []
        for key, value in table.items():
            self.value(path, (key,), value, lines, sections)
        return lines, sections

    def value(self, path: Any, keys: Any, value: Any, lines: list[str], sections: list[str]) -> None:  # noqa: ANN401
        remark = self.one_of("", "", "  # anmärkning")
        lines += self.one_of([], [], [], ["# för sig"], [""])
        if isinstance(value, dict) and value and self.one_of(1, 1, 0):
            if self.one_of(1, 0):
                inner, further = self.table((*path, *keys), value)
                sections += [*self.one_of([""], [], ["", "# om", ""]), f"[{'.'.join((*path, *keys))}]{remark}", *inner]
                sections += further
            else:
                for key, element in value.items():
                    self.value(path, (*keys, key), element, lines, sections)
        elif isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            self.items((*path, *keys), keys, value, lines, sections)
        else:
            lines.append(f"{self.one_of('', '', '  ')}{'.'.join(keys)} = {inline(value)}{remark}")

    def items(self, path: Any, keys: Any, value: Any, lines: list[str], sections: list[str]) -> None:  # noqa: ANN401
        match self.one_of("sections", "line", "lines", "lines without a last comma"):
            case "sections":
                for each in value:
                    inner, further = self.table(path, each)
                    sections += [*self.one_of([""], []), f"[[{'.'.join(path)}]]", *inner, *further]
            case "line":
                lines.append(f"{'.'.join(keys)} = {inline(value)}")
            case form:
                ends = ["," for _ in value[1:]] + ["" if form.endswith("comma") else ","]
                within = [
                    f"  {inline(each)}{end}{self.one_of('', ' # r')}" for each, end in zip(value, ends, strict=True)
                ]
                lines += [f"{'.'.join(keys)} = [", *within, "]"]


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401
    """Give the path of each thing in plain data."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, element in inner:
        yield (*path, step)
        yield from paths(element, (*path, step))
        if isinstance(step, int) and isinstance(element, dict) and "id" in element:
            yield from paths(element, (*path, element["id"]))


@st.composite
def edits(draw: st.DrawFn, text: str) -> list[Edit | Addition]:
    """Draw edits of what is there, of what could be, and of what an earlier edit may have made or taken away."""
    there = [path for path in paths(tomllib.loads(text.removeprefix("\ufeff"))) if path != ("format",)]
    lists = [("events",), *(path for path in there if path[-1] in {"events", "changes"})]
    steps = st.sampled_from([*there, ("towns",), ("parts",), ("bodies",)])
    wider = st.builds(
        lambda path, more: (*path, *more), steps, st.lists(st.sampled_from([*KEYS, *NAMES, "seats"]), max_size=2)
    )
    values = WORDS | FACTS | st.sampled_from([UNKNOWN, UNKNOWN, Absent()])
    one = st.one_of(
        st.builds(Edit, steps | wider, values, over=st.booleans()),
        st.builds(Edit, st.tuples(st.sampled_from(["parts", "bodies", "towns"]), st.sampled_from(NAMES)), values),
        st.builds(
            lambda body, seat, value: Edit(("bodies", body, "seats", seat), value),
            st.sampled_from(NAMES),
            st.sampled_from(NAMES),
            values,
        ),
        st.builds(Addition, st.sampled_from(lists), FACTS),
    )
    return draw(st.lists(one, min_size=2, max_size=12))


@given(st.data())
def test_many_edits_at_once_give_the_bytes_of_one_after_the_other(data: DataObject) -> None:
    text = first = _Writer(data).text(data.draw(FILES))
    done = []
    for each in data.draw(edits(text)):
        with suppress(InvalidValueError, InvalidCollaborationError, ValueError):
            tomllib.loads((new := written(text, [each])).removeprefix("\ufeff"))
            text = new
            done.append(each)
    note(first)
    assert written(first, done) == text


def one_by_one(text: str, edits: list[Edit | Addition]) -> str:
    for each in edits:
        text = written(text, [each])
    return text


LISTED = """format = 1
series = [
  { id = "a", name = "A", changes = [{ id = "x" }] }, # först
  { id = "b", name = "B", changes = [{ id = "x" }, { id = "y" }] },
  { id = "c", name = "C" },
]
"""
PARTS = """format = 1
[parts]
a = { name = "A", note = "N" }

# om b
b.name = "B"
# om b igen
b.note = "N"
[parts.c.when]
sv = "ja"

[bodies.a]
seats.s = {}
[bodies.b]
"""
UNSETTLED = {
    "what waits in a list that gets shorter": (
        LISTED,
        [Addition(("series", 0, "changes"), {}), Edit(("series", 0), UNKNOWN), Edit(("series", 1, "name"), "new")],
    ),
    "an id that is another's now": (
        LISTED,
        [Edit("series.a.id", "d"), Edit("series.b.id", "a"), Edit("series.a.name", "new")],
    ),
    "an id in a list that is another": (
        LISTED,
        [Edit("series.b.changes", [{"id": "y"}, {"id": "x"}]), Edit("series.b.changes.y.note", "new")],
    ),
    "items taken away, one of them twice": (LISTED, [Edit(("series", 0), UNKNOWN), Edit(("series", 0), UNKNOWN)]),
    "an item behind the last, which is taken away": (
        LISTED,
        [Edit("series.c", UNKNOWN), Addition("series", {"id": "d"})],
    ),
    "silence that was written a moment ago": (
        PARTS,
        [Edit("parts", UNKNOWN), Edit("parts.c", {}), Edit("bodies.a.seats", Absent()), Edit("bodies.a.seats", 7)],
    ),
    "a key behind a line that is taken away": (PARTS, [Edit("parts.b.note", UNKNOWN), Edit("parts.b.kind", "K")]),
    "two sections, and a line above the second": (
        PARTS,
        [Edit("bodies.c", {"name": "C"}), Edit("bodies.b.name", "B"), Edit("bodies.d", {}), Edit("parts.d", {})],
    ),
    "a thing, what is in it, and what is in that": (
        PARTS,
        [Edit("bodies.c", {"name": "C"}), Edit("bodies.c.seats.s", {}), Edit("bodies.c.seats.s.name", "S")],
    ),
    "a line, and one in the place before it": (
        PARTS,
        [Edit("bodies.b.absent.name", "x"), Edit("bodies.b.note", "y"), Edit("bodies.b.absent.kind", "z")],
    ),
    "a value, and a key behind it": (PARTS, [Edit("parts.a.note", "new"), Edit("parts.a.kind", "K")]),
}


@pytest.mark.parametrize(("text", "edits"), UNSETTLED.values(), ids=UNSETTLED)
def test_an_edit_waits_for_one_that_could_move_it(text: str, edits: list[Edit | Addition]) -> None:
    assert written(text, edits) == one_by_one(text, edits)


def test_what_is_declared_absent_in_a_table_that_is_gone_with_it_stands_beside_the_others() -> None:
    after = written(PARTS, [Edit("parts.c.when", Absent())])
    assert after == PARTS.replace('[parts.c.when]\nsv = "ja"\n', 'c.absent.when = "saknas"\n')


ROWS = "format = 1\n" + "".join(f'[parts.p{number}]\nname = "P"\n[[events]]\nname = "E"\n' for number in range(20))

MANY = {
    "new things": [Edit(("parts", f"new-{number}"), {"name": "N"}) for number in range(300)],
    "new items of a list": [Addition(("events",), {"name": "N"}) for _ in range(300)],
    "new bodies with seats": [
        *(Edit(("bodies", f"b{number}"), {"name": "B"}) for number in range(50)),
        *(
            Edit(("bodies", f"b{number}", "seats", f"s{seat}"), {"name": "S"})
            for number in range(50)
            for seat in range(5)
        ),
    ],
    "changes": [Edit(("parts", f"p{number}", key), "N") for number in range(20) for key in ("name", "note", "kind")],
    "items taken away, the last first": [Edit(("events", number), UNKNOWN) for number in reversed(range(20))],
}


@pytest.mark.parametrize("edits", MANY.values(), ids=MANY)
def test_many_edits_of_one_kind_take_a_few_rounds(
    edits: list[Edit | Addition], monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds: list[str] = []

    def noted(text: str) -> Outline:
        rounds.append(text)
        return outlined(text)

    monkeypatch.setattr("samverkan.formats.edit.outlined", noted)
    written(ROWS, edits)
    assert len(rounds) <= 4


def test_a_refusal_of_one_among_many_is_that_of_the_one_alone() -> None:
    wrong = Edit("events.none.name", "N")
    with pytest.raises(InvalidValueError, match="events has no item none"):
        written(ROWS, [Edit("parts.p0.name", "N"), wrong, Edit("parts.p1.name", "N")])
