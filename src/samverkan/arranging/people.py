"""Who has to be where (*deltagare*): everybody known to sit at a table, across collaborations, by one key each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.arranging.problem import Person
from samverkan.errors import UnknownNameError
from samverkan.model.facts import stated
from samverkan.model.names import Text
from samverkan.planning.table import persons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.bodies import Seat
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.table import Table


@frozen
class People:
    """The people at the tables of some collaborations: ``at`` gives the keys of those at each body.

    ``names`` tell them in words. ``keys`` give the key of each holder, and of each seat by its id in the merged
    schedule.
    """

    at: dict[str, list[str]] = field(repr=False)
    names: tuple[Person, ...] = field(repr=False)
    keys: dict[str, str] = field(repr=False)

    def key(self, name: str) -> str:
        """Give the key of a holder or a seat, or refuse a name that is neither."""
        if name not in self.keys:
            raise UnknownNameError("holder or seat", name, sorted(self.keys))
        return self.keys[name]


def people_at(tables: Sequence[Table], collaborations: Sequence[Collaboration]) -> People:
    """Gather the people of merged tables: a vacant seat, or one whose holder is unknown, binds nobody at another table.

    A seat that two bodies of one collaboration list is one person's, whoever it is, as in the merged schedule; and a
    body without listed seats stands for whoever sits there.
    """
    at: dict[str, list[str]] = defaultdict(list)
    keys: dict[str, str] = {}
    names = []
    words = _words(tables, collaborations)
    for person, seats in persons(tables).items():
        key = f"{person[0]}:{'/'.join(person[1:])}"
        first = min((name for _, name in seats), default=person[-1])
        names.append(Person(key, _with_key(words[first], person[1]) if person[0] == "holder" else words[first]))
        for body, name in seats:
            at[body].append(key)
            keys[name] = key
        if person[0] == "holder":
            keys[person[1]] = key
        elif person[0] == "body":
            at[person[1]].append(key)
    return People(at, tuple(names), keys)


def _words(tables: Sequence[Table], collaborations: Sequence[Collaboration]) -> dict[str, Text]:
    """Give the words for each seat and each body by the id that it has in the merged schedule."""
    wholes = {each.id: each for each in collaborations}
    found: dict[str, Text] = {}
    for table in tables:
        whole = wholes[table.collaboration]
        body = whole.body(table.body.removeprefix(table.prefix))
        found[table.body] = Text(table.body) if body is None else body.name
        for name, seat in table.named_seats:
            found.setdefault(name, _seat(seat, whole))
    return found


def _seat(seat: Seat, whole: Collaboration) -> Text:
    role = stated(seat.role)
    known = (whole.organisation(each) for each in seat.organisations)
    names = [stated(each.name) or Text(each.id) for each in known if each is not None]
    parts = [each for each in (role, *names) if each is not None]
    if not parts:
        return Text(seat.id)
    english = ", ".join(each.in_language("en") for each in parts)
    return Text(", ".join(each.sv for each in parts), english)


def _with_key(words: Text, key: str) -> Text:
    return Text(f"{words.sv} ({key})", None if words.en is None else f"{words.en} ({key})")
