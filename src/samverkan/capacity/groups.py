"""How many groups, and supervisors, so many people make (*grupper*, *handledare*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.checklist.interval import Interval
from samverkan.model.facts import stated
from samverkan.model.names import Text
from samverkan.model.participants import GroupSize, Observed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.collaboration import Collaboration


@frozen
class Groups:
    """The people counted at a step, if all of them were in groups of the flow's size; nothing where no number fits."""

    flow: str
    step: Text
    observed: Observed
    size: GroupSize
    groups: Interval | None


def groups(collaboration: Collaboration) -> Iterator[Groups]:
    """Give the groups of each counted step in a flow whose group size is stated."""
    for flow in collaboration.flows:
        size = stated(flow.group_size)
        for step in flow.steps:
            observed = stated(step.observed)
            if size is not None and observed is not None:
                yield Groups(flow.id, step.name, observed, size, groups_of(observed.count, size))


def groups_of(count: int, size: GroupSize) -> Interval | None:
    """Give how many groups of allowed sizes so many people can make: 90 in groups of 3 to 5 are 18 to 30."""
    if size.smallest < 1:
        return None
    fewest, most = -(-count // size.largest), count // size.smallest
    return Interval(fewest, most) if fewest <= most else None
