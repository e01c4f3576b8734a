"""The same collaboration under other names: what depends on ids alone may not change any answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from attrs import evolve

from samverkan.model.facts import Disputed
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

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
