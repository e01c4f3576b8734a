"""The same facts for programs (*länkade data*): schema.org's organisations and events, as JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    from samverkan.formats.html.view import View
    from samverkan.planning.meeting import Meeting

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
"""What we say in JSON-LD: texts and nothing else, alone, in lists and under names."""

_CONTEXT = "https://schema.org"  # a name, which nobody fetches


def organisation_data(view: View) -> dict[str, Data]:
    """Describe the collaboration, with its municipalities as members."""
    whole = view.collaboration
    towns: list[Data] = [
        {"@type": "GovernmentOrganization", "name": town.name, "identifier": town.code} for town in whole.municipalities
    ]
    data: dict[str, Data] = {"@context": _CONTEXT, **_organisation(view)}
    if towns:
        data["member"] = towns
    if whole.publishing.address is not None:
        data["url"] = whole.publishing.address
    return data


def event_data(view: View) -> dict[str, Data]:
    """Describe every dated meeting; one without hours has a day, and what is cancelled or moved says so."""
    return {"@context": _CONTEXT, "@graph": [_event(view, each) for each in view.plan.meetings]}


def _organisation(view: View) -> dict[str, Data]:
    return {"@type": "Organization", "name": view.wording.value(view.collaboration.name)}


def _event(view: View, meeting: Meeting) -> dict[str, Data]:
    event: dict[str, Data] = {
        "@type": "Event",
        "name": view.wording.value(meeting.name),
        "startDate": (meeting.start or meeting.date).isoformat(),
        "eventStatus": f"{_CONTEXT}/{_status(meeting)}",
        "organizer": _organisation(view),
    }
    if meeting.end is not None:
        event["endDate"] = meeting.end.isoformat()
    if meeting.place is not None:
        event["location"] = {"@type": "Place", "name": view.wording.value(meeting.place)}
    return event


def _status(meeting: Meeting) -> str:
    if not meeting.takes_place:
        return "EventCancelled"
    return "EventRescheduled" if meeting.status is Status.MOVED else "EventScheduled"
