"""Who organises without a seat, and who sits without doing anything known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.text.measures.telling import Telling
    from samverkan.model.message import Message
    from samverkan.ties import Engagement


def engagement_texts(found: Engagement, telling: Telling) -> Iterator[str]:
    """Name those without a seat with what they organise, then those with one who only take part, or not even that."""
    if found.organise_without_seat:
        yield telling.tell(say("Without a seat, but organising:"))
        yield from telling.items(list(_organisers(found, telling)))
    idle = [each.organisation for each in found.sit_without_organising if not each.takes_part]
    joining = [each.organisation for each in found.sit_without_organising if each.takes_part]
    if joining:
        names = telling.organisations(joining)
        yield telling.tell(say("With a seat, taking part without organising anything: {names}.", names=names))
    if idle:
        names = telling.organisations(idle)
        yield telling.tell(say("With a seat, but in no activity that is listed: {names}.", names=names))
    if not (found.organise_without_seat or found.sit_without_organising):
        yield telling.tell(say("Nobody: those who organise something and those who have a seat are the same."))
    elif not found.organisers_complete:
        yield telling.tell(say("(More may organise something than the file lists.)"))


def _organisers(found: Engagement, telling: Telling) -> Iterator[Message]:
    wholes = telling.among.whole.collaborations
    known = {each.id: each.name for whole in wholes for each in whole.activities}
    known |= {each.id: each.name for whole in wholes for each in whole.events}
    for each in found.organise_without_seat:
        (name,) = telling.organisations([each.organisation])
        items = telling.few([telling.wording.value(known[id_]) for id_ in each.organises])
        yield say("{name}: {items}", name=name, items=items)
