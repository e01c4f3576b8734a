"""The same collaboration under other names: what depends on ids alone may not change any answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from attrs import evolve

from samverkan.model.facts import Disputed
from samverkan.model.names import Text
from samverkan.model.walk import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.errors import Path
    from samverkan.model.collaboration import Collaboration

_ITEMS = {"activities": "items", "events": "items"}


def renamed(collaboration: Collaboration, **names: Mapping[str, str]) -> Collaboration:
    """Give things other ids, and let all references follow: ``renamed(c, organisations={"af": "employment-agency"})``.

    The kinds are those to which fields refer: organisations, bodies, areas, target_groups, goals, units,
    municipalities, and items for activities and events. An id that is not among the names stays.
    """
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(collaboration)):
        value = _following(getattr(collaboration, attribute.name), names)
        own = names.get(_ITEMS.get(attribute.name, attribute.name))
        changes[attribute.name] = tuple(_called(item, own) for item in value) if own else value
    return evolve(collaboration, **changes)


def _called(item: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401  # any noun
    key = "code" if hasattr(item, "code") else "id"
    old = getattr(item, key)
    return evolve(item, **{key: names.get(old, old)})


def _following(value: Any, names: Mapping[str, Mapping[str, str]], kind: str | None = None) -> Any:  # noqa: ANN401  # any value
    if isinstance(value, tuple):
        return tuple(_following(item, names, kind) for item in value)
    if isinstance(value, Disputed):
        return Disputed(evolve(claim, value=_following(claim.value, names, kind)) for claim in value.claims)
    if isinstance(value, str) and kind is not None:
        return names.get(kind, {}).get(value, value)
    if not attrs.has(type(value)) or isinstance(value, Text):
        return value
    changes = {
        attribute.alias or attribute.name: _following(
            getattr(value, attribute.name), names, attribute.metadata.get("refers")
        )
        for attribute in attrs.fields(type(value))
    }
    return evolve(value, **changes)


def replaced(value: Any, path: Path, new: Any) -> Any:  # noqa: ANN401  # any noun
    """Put another item where a path of ``walk`` leads, and keep the rest; the owners on the way check themselves."""
    if not path:
        return new
    if isinstance(value, Disputed):
        _, place, part, *rest = path
        claims = list(value.claims)
        claim = claims[int(place)]
        claims[int(place)] = evolve(claim, **{str(part): replaced(getattr(claim, str(part)), tuple(rest), new)})
        return Disputed(claims)
    attribute = next(each for each in attrs.fields(type(value)) if key_of(each) == path[0])
    old = getattr(value, attribute.name)
    changed = (
        _among(old, path[1:], new, attribute.metadata.get("keyed"))
        if isinstance(old, tuple) and path[1:]
        else replaced(old, path[1:], new)
    )
    return evolve(value, **{attribute.alias or attribute.name: changed})


def _among(items: tuple[Any, ...], path: Path, new: Any, keyed: str | None) -> tuple[Any, ...]:  # noqa: ANN401  # as above
    keys = [getattr(item, keyed) if keyed else place for place, item in enumerate(items)]
    return tuple(
        replaced(item, path[1:], new) if key == path[0] else item for key, item in zip(keys, items, strict=True)
    )
