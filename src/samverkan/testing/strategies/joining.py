"""Parts that were generated apart are put together: every reference finds its item, every quorum its seats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs
from attrs import evolve, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.bodies import Body
from samverkan.model.facts import UNKNOWN, Disputed
from samverkan.model.mandate import AtLeast, MoreThan
from samverkan.model.names import Text

if TYPE_CHECKING:
    from samverkan.testing.strategies.generic import Drawn

_SHARED = {"activities": "items", "events": "items"}
"""Lists whose items are referred to by one name."""


class _NothingThere(Exception):  # noqa: N818  # a signal inside this module, not an error that anybody sees
    """A required reference has nothing to refer to."""


@frozen
class Names:
    """The names that there are to refer to: by the kind of thing, and the seats by their body."""

    known: Mapping[str, tuple[str, ...]]
    seats: Mapping[str, tuple[str, ...]]

    def apart_from(self, kind: str, position: int, *, forward: bool) -> Names:
        """Leave only the names before a position, or only those after it, so that no circle can arise."""
        names = self.known.get(kind, ())
        left = names[position + 1 :] if forward else names[:position]
        return Names({**self.known, kind: left}, self.seats)


def names_in(values: Drawn) -> Names:
    """Gather the names in the lists of a collaboration that is about to be made."""
    known: dict[str, tuple[str, ...]] = {}
    for field, items in values.items():
        if isinstance(items, tuple):
            names = tuple(getattr(item, "code", getattr(item, "id", None)) for item in items)
            kind = _SHARED.get(field, field)
            known[kind] = known.get(kind, ()) + tuple(name for name in names if isinstance(name, str))
    bodies = values.get("bodies", ())
    return Names(known, {body.id: tuple(seat.id for seat in body.seats) for body in bodies})


def joined(values: Drawn, *, forward: bool = False) -> Drawn:
    """Let every reference in the lists of a collaboration find an item; what cannot do without one is left out.

    Items of one kind refer to earlier ones only, or with ``forward`` to later ones only.
    """
    before = sum(len(items) for items in values.values() if isinstance(items, tuple))
    names, places = names_in(values), dict.fromkeys(("items", *values), 0)
    result: Drawn = {}
    for field, value in sorted(values.items()):  # activities come before events, as in the names of both
        kind = _SHARED.get(field, field)
        if isinstance(value, tuple):
            kept = []
            for item in value:
                kept += _kept(item, names.apart_from(kind, places[kind], forward=forward))
                places[kind] += 1
            result[field] = tuple(kept)
        else:
            result[field] = _followed(value, names)
    after = sum(len(items) for items in result.values() if isinstance(items, tuple))
    # What is left out may have been referred to.
    return result if after == before else joined(result, forward=forward)


def _kept(item: Any, names: Names) -> list[Any]:  # noqa: ANN401  # any noun
    try:
        return [_followed(item, names)]
    except (_NothingThere, InvalidValueError):  # nothing to refer to, or one thing where two are wanted
        return []


def referring(item: Any, **known: tuple[str, ...]) -> Any:  # noqa: ANN401  # any noun
    """Let the references of one item be to the given names, by kind: ``referring(seat, organisations=("a",))``."""
    return _followed(item, Names(known, {}))


def fitting(item: Any, values: Drawn) -> Any | None:  # noqa: ANN401  # any noun
    """Let the references of one item be to what stands in the lists; nothing where it cannot do without one."""
    return next(iter(_kept(item, names_in(values))), None)


def _followed(value: Any, names: Names) -> Any:  # noqa: ANN401  # any value of a field
    if isinstance(value, tuple):
        items = [kept for item in value for kept in _kept(item, names)]
        same = len(items) == len(value) and all(new is old for new, old in zip(items, value, strict=True))
        return value if same else tuple(items)
    if isinstance(value, Disputed):
        return _settled(value, [_followed(claim.value, names) for claim in value.claims])
    if not attrs.has(type(value)) or isinstance(value, Text):
        return value
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(value)):
        old, kind = getattr(value, attribute.name), attribute.metadata.get("refers")
        new = _referred(old, _pool(kind, value, changes, names), attribute) if kind else _followed(old, names)
        if new is not old:
            changes[attribute.alias or attribute.name] = new
    return evolve(value, **changes) if changes else value


def _pool(kind: str, owner: Any, changes: dict[str, Any], names: Names) -> tuple[str, ...]:  # noqa: ANN401  # any noun
    if kind != "seats":
        return names.known.get(kind, ())
    if isinstance(owner, Body):
        return tuple(seat.id for seat in owner.seats)
    return names.seats.get(changes.get("body", owner.body), ())


def _referred(value: Any, pool: tuple[str, ...], attribute: attrs.Attribute[Any]) -> Any:  # noqa: ANN401  # any reference
    if isinstance(value, Disputed):
        if not pool:
            return attribute.default
        return _settled(value, [_referred(claim.value, pool, attribute) for claim in value.claims])
    if isinstance(value, tuple):
        named = tuple(dict.fromkeys(_nearest(name, pool) for name in value)) if pool else ()
        return value if named == value else named
    if not isinstance(value, str):
        return value
    if pool:
        return _nearest(value, pool)
    if attribute.default is attrs.NOTHING:
        raise _NothingThere
    return attribute.default


def _nearest(name: str, pool: tuple[str, ...]) -> str:
    return name if name in pool else pool[sum(map(ord, name)) % len(pool)]


def _settled(dispute: Disputed[Any], values: list[Any]) -> Any:  # noqa: ANN401  # any fact
    if all(new is claim.value for claim, new in zip(dispute.claims, values, strict=True)):
        return dispute
    if all(value == values[0] for value in values):
        return values[0]
    return Disputed(evolve(claim, value=new) for claim, new in zip(dispute.claims, values, strict=True))


def attainable(body: Body) -> Body:
    """Lower a quorum that the voting seats can never reach; with no voting seat at all, make it unknown."""
    rule = body.quorum.decided if isinstance(body.quorum, Disputed) else body.quorum
    voting, unlisted = len(body.voting), not body.seats and not body.seats_complete
    if not isinstance(rule, (AtLeast, MoreThan)) or unlisted or rule.needed(voting) <= voting:
        return body
    if isinstance(body.quorum, AtLeast) and voting:
        return evolve(body, quorum=evolve(body.quorum, at_least=voting))
    return evolve(body, quorum=UNKNOWN)
