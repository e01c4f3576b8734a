"""What things are called when they are told to people: their names, or their ids where no name is stated."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.model.facts import stated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.formats.wording import Wording
    from samverkan.model.bodies import Seat
    from samverkan.model.collaboration import Collaboration


def body_name(collaboration: Collaboration, id_: str, wording: Wording) -> str:
    """Give the name of a body, or its id."""
    body = collaboration.body(id_)
    return wording.value(body.name) if body else id_


def organisation_name(collaboration: Collaboration, id_: str, wording: Wording) -> str:
    """Give the name of an organisation, or say that no source names it, with its id."""
    organisation = collaboration.organisation(id_)
    name = stated(organisation.name) if organisation else None
    return wording.value(name) if name else wording.word("{id} (name not stated)").format(id=id_)


def organisation_names(collaboration: Collaboration, ids: Iterable[str], wording: Wording) -> list[str]:
    """Give the names of organisations, in the order given."""
    return [organisation_name(collaboration, id_, wording) for id_ in ids]


def with_names(collaboration: Collaboration, wording: Wording) -> Wording:
    """Give words in which organisations and seats are called by their names where a message holds their ids."""
    names = {each.id: organisation_name(collaboration, each.id, wording) for each in collaboration.organisations}
    seats = [seat for body in collaboration.bodies for seat in body.seats]
    # Two bodies may each have a seat s-1: then the id alone does not tell whose it is.
    once = {id_ for id_, count in Counter(seat.id for seat in seats).items() if count == 1}
    names |= {seat.id: _seat(collaboration, seat, wording) for seat in seats if seat.id in once}
    return evolve(wording, names=names)


def _seat(collaboration: Collaboration, seat: Seat, wording: Wording) -> str:
    role = stated(seat.role)
    told = wording.value(role) if role else " + ".join(organisation_names(collaboration, seat.organisations, wording))
    return f"{seat.id} ({told})" if told else seat.id
