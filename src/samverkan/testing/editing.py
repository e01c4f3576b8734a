"""What its keepers do to a collaboration: they add, take away, change, declare, rename, and follow advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, get_args, get_origin, get_type_hints

import attrs
from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from samverkan.checklist.case import case_of
from samverkan.checklist.outcome import Outcome
from samverkan.checklist.tranemo import TRANEMO
from samverkan.errors import InvalidCollaborationError, Path, SamverkanError, dotted
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN
from samverkan.model.names import Text
from samverkan.model.walk import key_of, walk
from samverkan.planning.schedule import schedule
from samverkan.testing.machine import CollaborationMachine
from samverkan.testing.rewrite import renamed, replaced
from samverkan.testing.strategies.generic import apart, strategies_of, values_of
from samverkan.testing.strategies.joining import fitting, joined
from samverkan.testing.strategies.states import absences
from samverkan.testing.strategies.words import ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.model.facts import Absent, Unknown

LISTS: Final[dict[str, type]] = {
    name: get_args(hint)[0]
    for name, hint in get_type_hints(Collaboration).items()
    if get_origin(hint) is tuple and get_args(hint)[0] is not str
}
"""The lists of a collaboration, each with what stands in it."""

_OCCASIONS: Final = ("series", "activities", "events")
"""Lists that share their names."""

_NAMED: Final = (
    "organisations",
    "bodies",
    "areas",
    "target_groups",
    "goals",
    "units",
    "flows",
    "documents",
    "stages",
    "roles",
)
"""Lists of things with an id of their own, by which other fields may refer to them."""


def with_item(whole: Collaboration, name: str, item: Any) -> Collaboration | None:  # noqa: ANN401  # any noun
    """Add an item to the end of a list, its references led to what there is; nothing where they cannot be."""
    values = _fields(whole)
    found = fitting(item, values)
    if found is None:
        return None
    together = _OCCASIONS if name in _OCCASIONS else (name,)
    others = [each for other in together if other != name for each in values[other]]
    *_, fresh = apart([*others, *values[name], found])
    return _whole(whole, **{name: (*values[name], fresh)})


def without_item(whole: Collaboration, name: str, place: int) -> Collaboration | None:
    """Take an item out of a list; what referred to it refers to another of its kind, or goes with it.

    References then lead to items that stand earlier, so a file that refers forwards may change more. Nothing comes of
    it where what is left does not hold together.
    """
    items = getattr(whole, name)
    return _whole(whole, **joined({**_fields(whole), name: items[:place] + items[place + 1 :]}))


def with_value(whole: Collaboration, place: Place, value: object) -> Collaboration | None:
    """Set one field of one item to a value, its references led to what there is; nothing where it is refused."""
    name = place.attribute.alias or place.attribute.name
    try:
        if not place.path:
            return evolve(whole, **joined({**_fields(whole), name: value}))
        item = fitting(evolve(place.owner, **{name: value}), _fields(whole))
        return None if item is None else replaced(whole, place.path, item)
    except SamverkanError:
        return None


def _fields(whole: Collaboration) -> dict[str, Any]:
    return {each.alias or each.name: getattr(whole, each.name) for each in attrs.fields(Collaboration)}


def _whole(whole: Collaboration, **lists: Any) -> Collaboration | None:  # noqa: ANN401  # lists of nouns
    try:
        return evolve(whole, **lists)
    except SamverkanError:
        return None


@frozen
class Place:
    """A field of an item: the path to the item, the item, and the field."""

    path: Path
    owner: Any
    attribute: attrs.Attribute[Any]

    def __str__(self) -> str:
        return dotted((*self.path, key_of(self.attribute)))


def places(whole: Collaboration) -> Iterator[Place]:
    """List every field of every item, stated or not, but for the ids."""
    for path, owner in _items(whole):
        for attribute in attrs.fields(type(owner)):
            if attribute.init and attribute.name not in {"id", "code"}:
                yield Place(path, owner, attribute)


def _items(whole: Collaboration) -> Iterator[tuple[Path, Any]]:
    yield (), whole
    for visit in walk(whole):
        if attrs.has(type(visit.value)) and not isinstance(visit.value, Text):
            yield visit.path, visit.value


def sampled(places: Iterable[Place]) -> st.SearchStrategy[Place]:
    """Draw one of the places."""
    return st.sampled_from(list(places))


class EditingMachine(CollaborationMachine):
    """Does all that ``CollaborationMachine`` does, and edits every list and field of the model.

    An edit that the model refuses, or that makes more than ``most_meetings``, leaves the collaboration as it was.
    ``edited`` is called with the outcome of each edit.
    """

    most_meetings: ClassVar[int] = 200
    most_items: ClassVar[int] = 8

    def edited(self, after: Collaboration | None) -> bool:
        """Take the outcome of an edit over; say whether it could be."""
        if after is None:
            return False
        try:
            few = len(schedule(after).meetings) <= self.most_meetings
        except InvalidCollaborationError:  # two meetings on a day off that may not be moved, and the like
            return False
        if few:
            self.collaboration = after
        return few

    @rule(data=st.data(), name=st.sampled_from(sorted(LISTS)))
    def add_item(self, data: st.DataObject, name: str) -> None:
        """Add an item to any list."""
        if len(getattr(self.collaboration, name)) < self.most_items:
            self.edited(with_item(self.collaboration, name, data.draw(values_of(LISTS[name]))))

    @precondition(lambda self: any(getattr(self.collaboration, name) for name in LISTS))
    @rule(data=st.data())
    def remove_item(self, data: st.DataObject) -> None:
        """Take an item out of any list."""
        name = data.draw(st.sampled_from([each for each in LISTS if getattr(self.collaboration, each)]))
        place = data.draw(st.integers(0, len(getattr(self.collaboration, name)) - 1))
        self.edited(without_item(self.collaboration, name, place))

    @rule(data=st.data())
    def change_field(self, data: st.DataObject) -> None:
        """Give any field of any item another value."""
        place = data.draw(sampled(places(self.collaboration)))
        value = data.draw(strategies_of(type(place.owner))[place.attribute.alias or place.attribute.name])
        self.edited(with_value(self.collaboration, place, value))

    @rule(data=st.data(), state=st.just(UNKNOWN) | absences())
    def declare(self, data: st.DataObject, state: Unknown | Absent) -> None:
        """Say of a fact that nobody knows it, or that there is none."""
        place = data.draw(sampled(each for each in places(self.collaboration) if each.attribute.default is UNKNOWN))
        self.edited(with_value(self.collaboration, place, state))

    @precondition(lambda self: any(getattr(self.collaboration, name) for name in _NAMED))
    @rule(data=st.data(), fresh=ids())
    def rename(self, data: st.DataObject, fresh: str) -> None:
        """Give an item another id, and let what refers to it follow."""
        name = data.draw(st.sampled_from([each for each in _NAMED if getattr(self.collaboration, each)]))
        taken = [each.id for each in getattr(self.collaboration, name)]
        if fresh not in taken:
            self.edited(renamed(self.collaboration, **{name: {data.draw(st.sampled_from(taken)): fresh}}))

    @rule(data=st.data())
    def follow_advice(self, data: st.DataObject) -> None:
        """Carry out what a criterion that is not met advises."""
        case = case_of(self.collaboration)
        unmet = [each for each in TRANEMO.criteria if each.judge(case).outcome is Outcome.NOT_MET]
        if unmet:
            apply = data.draw(st.sampled_from(unmet)).remedy.apply
            self.edited(apply(case) if apply else None)
