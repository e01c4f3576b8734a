"""When news arrives, as plain data for programs: every way, or how it spreads where the meetings are too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.drill import reach_data
from samverkan.ties.reach import Reach

if TYPE_CHECKING:
    from samverkan.formats.outcomes import Plain
    from samverkan.ties.spread import Delay, Sender, Spread


def news_data(found: Reach | Spread | None) -> Plain:
    """Give all ways that news takes, or how it spreads where they are too many (then ``ways`` is null), or nothing."""
    if found is None or isinstance(found, Reach):
        return None if found is None else reach_data(found)
    return {
        "complete": found.complete,
        "worst_days": found.worst.days if found.worst else None,
        "ways": None,
        "senders": [_sender(each) for each in found.senders],
    }


def _sender(sender: Sender) -> Plain:
    return {
        "from": sender.source,
        "meetings": sender.meetings,
        "longest": _delay(sender.longest),
        "public": _delay(sender.public),
        "never": list(sender.never),
    }


def _delay(delay: Delay | None) -> Plain:
    if delay is None:
        return None
    return {
        "gathering": delay.gathering,
        "departs": delay.departs.isoformat(),
        "to": delay.goal,
        "arrives": delay.arrives.isoformat(),
        "days": delay.days,
    }
