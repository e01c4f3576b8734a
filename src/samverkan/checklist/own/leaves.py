"""What stands at an address in one collaboration (*fält*): values with their paths, and the lists on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from attrs import Factory, frozen

from samverkan.checklist.finding import Ask, Evidence
from samverkan.checklist.own.address import Holds
from samverkan.checklist.reading import Reading
from samverkan.model.bodies import Body, BodyKind, BodyStatus
from samverkan.model.facts import UNKNOWN
from samverkan.model.message import say
from samverkan.model.source import Source
from samverkan.model.walk import key_of

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.own.address import Address

_PLAN = {"series": "plan_complete", "events": "plan_complete"}
"""The lists that a flag of another name closes."""


@frozen
class Listing:
    """A list at its place in the file, what is in it, and whether absence from it is a fact.

    ``flag`` is the field that closes it; a list without one is never closed.
    """

    path: str
    items: tuple[Any, ...]
    closed: bool
    flag: str | None
    source: Source | None

    def cited(self, case: Case) -> Evidence:
        """Cite that the list is closed, or open."""
        return case.listed(self.flag or self.path, closed=self.closed, source=self.source)

    @property
    def asked(self) -> Ask:
        """Ask whether there is more."""
        return Ask(self.flag or self.path, say("Is the list {list} complete?", list=self.path))


@frozen
class Leaves:
    """The values at an address, and the lists whose every item it means."""

    values: list[Reading[Any]] = Factory(list)
    lists: list[Listing] = Factory(list)
    passed: list[Listing] = Factory(list)

    @property
    def closed(self) -> bool:
        """Whether there are certainly no more of them."""
        return all(each.closed for each in self.passed)


def leaves(case: Case, address: Address, kind: BodyKind | None) -> Leaves:
    """Find what stands at an address; bodies of the past, and of another kind than is asked for, are left out."""
    walk = _Walk(kind, counting=address.target.holds is Holds.LIST)
    walk.down(case.collaboration, address.steps, "", case.collaboration.source)
    return walk.found


@frozen
class _Walk:
    """A walk down a collaboration, which gathers the lists to be counted, or the values to be read."""

    kind: BodyKind | None
    counting: bool
    found: Leaves = Factory(Leaves)

    def down(self, item: Any, steps: tuple[str, ...], above: str, source: Source | None) -> None:  # noqa: ANN401  # any noun
        step, rest = steps[0], steps[1:]
        attribute = next(each for each in attrs.fields(type(item)) if key_of(each) == step)
        value, path = getattr(item, attribute.name), f"{above}.{step}" if above else step
        if value is None:  # a table that nobody has written, or a plain field that says nothing
            self.nothing(path, rest, source)
        elif not rest and not self.counting:
            self.found.values.append(Reading(path, value, source))
        elif isinstance(value, tuple):
            self.into(_listing(item, step, path, [each for each in value if _at_work(each, self.kind)], source), rest)
        else:
            self.down(value, rest, path, getattr(value, "source", None) or source)

    def nothing(self, path: str, rest: tuple[str, ...], source: Source | None) -> None:
        if self.counting:
            self.found.lists.append(Listing(path, (), closed=False, flag=None, source=source))
        else:
            self.found.values.append(Reading(".".join((path, *rest)), UNKNOWN, source))

    def into(self, listing: Listing, rest: tuple[str, ...]) -> None:
        (self.found.passed if rest else self.found.lists).append(listing)
        for each in listing.items if rest else ():
            self.down(each, rest[1:], f"{listing.path}.{each.id}", getattr(each, "source", None) or listing.source)


def _at_work(item: Any, kind: BodyKind | None) -> bool:  # noqa: ANN401  # any noun
    if not isinstance(item, Body):
        return True
    return item.status is not BodyStatus.PAST and (kind is None or item.kind is kind)


def _listing(owner: Any, name: str, path: str, items: list[Any], source: Source | None) -> Listing:  # noqa: ANN401  # any noun
    flag = _PLAN.get(name, f"{name}_complete")
    closed = getattr(owner, flag, None)
    beside = f"{path.removesuffix(name)}{flag}" if isinstance(closed, bool) else None
    return Listing(path, tuple(items), closed is True, beside, source)
