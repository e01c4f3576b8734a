"""Whether the places of a setup suffice, as far as its source says enough to tell (*räcker platserna*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.capacity.groups import Groups, groups
from samverkan.capacity.part import NOTHING, Given, Part, part_of
from samverkan.capacity.period import ProjectTime, Window, project_times, windows
from samverkan.checklist.outcome import Outcome
from samverkan.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.model.collaboration import Collaboration


def _times(items: Iterable[ProjectTime]) -> tuple[ProjectTime, ...]:
    return tuple(items)


def _parts(items: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(items)


def _windows(items: Iterable[Window]) -> tuple[Window, ...]:
    return tuple(items)


def _groups(items: Iterable[Groups]) -> tuple[Groups, ...]:
    return tuple(items)


@frozen
class Headroom:
    """What a setup's capacities come to: its units and flows, the windows within the project, the groups."""

    collaboration: str
    times: tuple[ProjectTime, ...] = field(converter=_times)
    parts: tuple[Part, ...] = field(converter=_parts)
    windows: tuple[Window, ...] = field(converter=_windows)
    groups: tuple[Groups, ...] = field(converter=_groups)

    @property
    def suffices(self) -> Outcome:
        """Whether the places suffice everywhere; nothing is asked to suffice where no unit and no capacity stands."""
        found = {part.suffices for part in self.parts}
        for worst in (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET):
            if worst in found:
                return worst
        return Outcome.NOT_APPLICABLE


def headroom(collaboration: Collaboration, *, given: Mapping[str, Given] | None = None) -> Headroom:
    """Work out what the stated capacities come to, with what is ``given`` of units and flows by their ids.

    A stock is never compared with a flow without a length of stay: then there is no number, and the part says what it
    is missing. All numbers are exact. Raises ``UnknownNameError`` for an id that no unit or flow has.
    """
    given = given or {}
    ids = [*(each.id for each in collaboration.units), *(each.id for each in collaboration.flows)]
    for id_ in given:
        if id_ not in ids:
            raise UnknownNameError("unit or flow", id_, ids)
    parts = (part_of(collaboration, id_, given.get(id_, NOTHING)) for id_ in dict.fromkeys(ids))
    return Headroom(
        collaboration.id,
        project_times(collaboration),
        (part for part in parts if part is not None),
        windows(collaboration),
        groups(collaboration),
    )
