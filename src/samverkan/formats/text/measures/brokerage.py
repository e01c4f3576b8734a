"""Who brokers between sectors: who sits with organisations that do not meet otherwise."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.text.measures.telling import Telling
    from samverkan.ties import Broker, Brokers


def broker_texts(found: Brokers, telling: Telling) -> Iterator[str]:
    """Name those who stand between sectors, those who do so alike in one line, and between which."""
    alike: dict[tuple[tuple[str, ...], str], list[str]] = defaultdict(list)
    for broker in found.brokers:
        if broker.across or broker.unsorted:
            alike[broker.bodies, _between(broker, telling)].append(broker.organisation)
    if not alike:
        nobody = say("Nobody stands between organisations of different sectors that do not meet otherwise.")
        yield telling.tell(nobody)
        return
    yield telling.tell(say("These sit with organisations that do not meet each other. Each has so many such pairs:"))
    lines = [
        say(
            "{names} (in {bodies}): {pairs}",
            names=telling.organisations(names),
            bodies=telling.bodies(bodies),
            pairs=pairs,
        )
        for (bodies, pairs), names in alike.items()
    ]
    yield from telling.items(lines)


def _between(broker: Broker, telling: Telling) -> str:
    roles = (
        (broker.liaison, say("{n} between two other sectors", n=broker.liaison)),
        (broker.gatekeeper, say("{n} between one's own sector and another", n=broker.gatekeeper)),
        (broker.consultant, say("{n} within one other sector", n=broker.consultant)),
        (broker.coordinator, say("{n} within one's own sector", n=broker.coordinator)),
        (broker.unsorted, say("{n} of a sector that is not stated", n=broker.unsorted)),
    )
    return telling.wording.listed([telling.tell(told) for count, told in roles if count])
