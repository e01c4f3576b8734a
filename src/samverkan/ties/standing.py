"""What the questions about ties read of a collaboration, as it was on one day (*läget en dag*)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

import attrs
from attrs import evolve, frozen

from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import UNKNOWN, Disputed
from samverkan.model.lead import ProjectLead
from samverkan.model.names import Text
from samverkan.model.walk import key_of
from samverkan.ties.lifetime import Lifetimes, lifetimes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.errors import Path

_WHOLE = ("municipalities", "areas", "target_groups")
"""What is there always, so that what refers to it may go on doing so."""


def standing(collaboration: Collaboration, day: dt.date) -> Collaboration:
    """Give what held on a day (*läget en dag*) of what the questions about ties and the projections read.

    That is the organisations, the bodies with their seats, agreements, reported ties, activities, events, partners
    and the lead; all else is left out, so the result is for asking, not for planning, judging or saving. What holds
    is told as in ``network`` of a day: what the file does not date is kept, and its lists are as closed as they were.
    A reference to what did not hold is unknown.
    """
    times = lifetimes(collaboration)
    gone = {
        kind: frozenset(each.id for each in items if times.hold((kind, each.id), day) is False)
        for kind, items in (("organisations", collaboration.organisations), ("bodies", collaboration.bodies))
    }
    cut = _Cut(times, day, gone)
    lead = times.stand(("lead",), day) is not False
    return Collaboration(
        id=collaboration.id,
        name=collaboration.name,
        **{name: getattr(collaboration, name) for name in _WHOLE},
        organisations=tuple(
            cut.left(each, ("organisations", each.id))
            for each in collaboration.organisations
            if each.id not in gone["organisations"]
        ),
        bodies=tuple(
            # The seats of the day may be fewer than a quorum needs.
            cut.left(evolve(each, quorum=UNKNOWN), ("bodies", each.id))
            for each in collaboration.bodies
            if each.id not in gone["bodies"]
        ),
        bodies_complete=collaboration.bodies_complete,
        lead=cut.left(collaboration.lead, ("lead",)) if lead else ProjectLead(),
        needed_partners=cut.each(collaboration.needed_partners, ("needed_partners",)),
        partners=cut.each(collaboration.partners, ("partners",)),
        partners_complete=collaboration.partners_complete,
        agreements=cut.each(collaboration.agreements, ("agreements",)),
        agreements_complete=collaboration.agreements_complete,
        ties=cut.each(collaboration.ties, ("ties",)),
        ties_complete=collaboration.ties_complete,
        activities=cut.each(collaboration.activities, ("activities",)),
        activities_complete=collaboration.activities_complete,
        events=cut.each(collaboration.events, ("events",)),
        plan_complete=collaboration.plan_complete,
    )


@frozen
class _Cut:
    """A day, and by the kind of reference the ids that did not hold on it."""

    times: Lifetimes
    day: dt.date
    gone: Mapping[str, AbstractSet[str]]

    def left(self, item: Any, path: Path) -> Any:  # noqa: ANN401  # any noun
        """Take out of an item what did not stand on the day; nothing is left of what cannot be without it."""
        if not attrs.has(type(item)) or isinstance(item, Text):
            return item
        changes: dict[str, Any] = {}
        for attribute in attrs.fields(type(item)):
            value, here = getattr(item, attribute.name), (*path, key_of(attribute))
            if (kind := attribute.metadata.get("refers")) and kind not in _WHOLE:
                found = self._referring(value, kind, attribute.default)
                if found is attrs.NOTHING:
                    return None
                changes[attribute.name] = found
            elif isinstance(value, tuple):
                changes[attribute.name] = self.each(value, here, attribute.metadata.get("keyed"))
        return evolve(item, **changes)

    def each(self, items: Sequence[Any], path: Path, keyed: str | None = None) -> tuple[Any, ...]:
        """Keep of a list what stood on the day."""
        places = (((*path, getattr(item, keyed) if keyed else place), item) for place, item in enumerate(items))
        left = (self.left(item, here) for here, item in places if self.times.stand(here, self.day) is not False)
        return tuple(item for item in left if item is not None)

    def _referring(self, value: Any, kind: str, default: Any) -> Any:  # noqa: ANN401  # any field that refers
        """Keep a reference to what held; one to a seat, a goal or the like has nothing to refer to here."""
        gone = self.gone.get(kind)
        if isinstance(value, tuple):
            return tuple(name for name in value if gone is not None and name not in gone)
        names = {claim.value for claim in value.claims} if isinstance(value, Disputed) else {value}
        lost = any(isinstance(name, str) and (gone is None or name in gone) for name in names)
        return default if lost else value
