"""Ways to know less or more of a collaboration: every fact and every list that can be hidden, told, or closed."""
# ruff: noqa: ANN401  # any noun, and any value of it

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from samverkan.model.facts import UNKNOWN, Disputed
from samverkan.model.names import Text
from samverkan.model.records import Held
from samverkan.model.walk import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.errors import Path
    from samverkan.model.collaboration import Collaboration


def fields(item: Any, path: Path = ()) -> Iterator[tuple[Path, Any, Any]]:
    """Give the path, the holder and the attribute of every field, inside facts and lists too."""
    for attribute in attrs.fields(type(item)):
        here = (*path, key_of(attribute))
        yield here, item, attribute
        value = getattr(item, attribute.name)
        keyed = attribute.metadata.get("keyed")
        for place, element in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            if attrs.has(type(element)) and not isinstance(element, (Text, Disputed)):
                step = () if place is None else (getattr(element, keyed) if keyed else place,)
                yield from fields(element, (*here, *step))


def facts(collaboration: Collaboration, *, known: bool) -> list[Path]:
    """List the facts that are known, or unknown."""
    return [
        path
        for path, holder, attribute in fields(collaboration)
        if str(attribute.type).startswith("Fact[") and (getattr(holder, attribute.name) is not UNKNOWN) is known
    ]


def open_lists(collaboration: Collaboration) -> list[Path]:
    """List the flags of all lists that are open."""
    return [
        path
        for path, holder, attribute in fields(collaboration)
        if attribute.name
        in {"areas_assigned", "complete"} | {name for name in [attribute.name] if name.endswith("_complete")}
        and getattr(holder, attribute.name) is False
    ]


def addresses(item: Any, above: str = "") -> set[str]:
    """List every path by which evidence may cite a field: ids where things have them, else what tells them apart."""
    found = set()
    for attribute in attrs.fields(type(item)):
        here = f"{above}.{key_of(attribute)}" if above else key_of(attribute)
        found.add(here)
        value = getattr(item, attribute.name)
        # What is cited of a dispute that was settled is a part of the claim that was taken.
        claims = tuple(claim.value for claim in value.claims) if isinstance(value, Disputed) else (value,)
        for element in value if isinstance(value, tuple) else claims:
            if attrs.has(type(element)) and not isinstance(element, (Text, Disputed)):
                named = f"{here}.{_name(element)}" if isinstance(value, tuple) and _name(element) else here
                found |= {named, *addresses(element, named)}
    return found


def _name(item: Any) -> str | None:
    if isinstance(item, Held):
        return f"{item.body}.{item.date}"
    name = getattr(item, "id", None)
    return name if isinstance(name, str) else None
