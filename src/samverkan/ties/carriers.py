"""Who carries what is said at one table to another (*bärare*): those who sit at both, and those who report."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from samverkan.model.facts import is_unknown, stated
from samverkan.ties.across import seating_across

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.collaboration import Collaboration
    from samverkan.ties.across import Across


class CarrierKind(Enum):
    """Through whom it is carried; the order is that in which the carriers of one step are named."""

    ORGANISATION = "organisation"
    HOLDER = "holder"
    LEAD = "lead"
    REPORT = "report"
    BODY = "body"


@frozen
class Carrier:
    """One who carries what was said (*bärare*).

    ``name`` is the id of an organisation, the key of a holder, the collaboration whose lead it is, the body that
    reports, or the body itself, which remembers until its next meeting.
    """

    kind: CarrierKind
    name: str


Crowd: TypeAlias = frozenset[Carrier]
"""Who hears, or who can speak, at the meetings of one body."""


@frozen
class Carriers:
    """For each body who hears what is said at its meetings, and who can say something there (*bärare*).

    ``organisations``, ``holders`` of several seats and the lead hear and speak. Who reports to a body speaks there of
    what its own body heard; what the other body answers is not carried back by that. Where ``complete`` is false there
    may be carriers whom no source names.
    """

    hear: Mapping[str, Crowd]
    speak: Mapping[str, Crowd]
    complete: bool


def carriers(whole: Across) -> Carriers:
    """Read off who carries; an organisation is taken to tell itself what it hears in one of its seats."""
    table = seating_across(whole)
    hear: dict[str, set[Carrier]] = {
        body: {
            Carrier(CarrierKind.BODY, body),
            *(Carrier(CarrierKind.ORGANISATION, name) for name in organisations),
            *(Carrier(CarrierKind.HOLDER, key) for key in table.holders[body]),
        }
        for body, organisations in table.organisations.items()
    }
    speak: dict[str, set[Carrier]] = {body: set() for body in hear}
    for each in whole.collaborations:
        for body in _led(each):
            hear[whole.own(each, body)].add(Carrier(CarrierKind.LEAD, each.id))
        for body, above in _reporting(each):
            own = whole.own(each, body)
            hear[own].add(Carrier(CarrierKind.REPORT, own))
            speak[whole.own(each, above)].add(Carrier(CarrierKind.REPORT, own))
    return Carriers(
        hear={body: frozenset(crowd) for body, crowd in hear.items()},
        speak={body: frozenset(speak[body] | crowd) for body, crowd in hear.items()},
        complete=table.complete and not table.open_holders and not any(map(_may_be_carried, whole.collaborations)),
    )


def _led(collaboration: Collaboration) -> Iterator[str]:
    """Name the bodies at which the project lead is: by a seat, or without one."""
    yield from stated(collaboration.lead.attends) or ()
    yield from (body.id for body in collaboration.bodies if any(seat.project_lead for seat in body.seats))


def _reporting(collaboration: Collaboration) -> Iterator[tuple[str, str]]:
    for body in collaboration.bodies:
        above = stated(body.reports_to)
        if above is not None:
            yield body.id, above


def _may_be_carried(collaboration: Collaboration) -> bool:
    """Say whether the lead may be at bodies, or a body may report to one, of which no source tells."""
    return is_unknown(collaboration.lead.attends) or any(is_unknown(body.reports_to) for body in collaboration.bodies)
