"""Which tie is cheapest to add: the seats to offer, and what they are good for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.text.measures.telling import Telling
    from samverkan.model.message import Message
    from samverkan.ties import Offer, TiesToAdd


def offer_texts(found: TiesToAdd, telling: Telling) -> Iterator[str]:
    """Name the seats after which no single loss parts the bodies, or say that none is needed or that none would do."""
    yield from telling.items([_offered(offer, telling) for offer in found.offers])
    told = [_outcome(found)]
    if found.offers:
        told.append(_fewest(found))
    if found.silent:
        told.append(say("(Except for {bodies}, where no seats are known.)", bodies=telling.bodies(found.silent)))
    yield " ".join(map(telling.tell, told))


def _offered(offer: Offer, telling: Telling) -> Message:
    (organisation,), (body,) = telling.organisations([offer.organisation]), telling.bodies([offer.body])
    return say("a seat for {organisation} in {body}", organisation=organisation, body=body)


def _outcome(found: TiesToAdd) -> Message:
    if not found.possible:
        return say("No seats would do: the file has too few organisations.")
    if not found.offers:
        return say("None is needed: the bodies hang together even if one organisation or one body falls away.")
    return say("Then the bodies hang together even if one organisation or one body falls away.")


def _fewest(found: TiesToAdd) -> Message:
    if found.fewest:
        return say("Fewer would not do, but others may do as well.")
    return say("At least {n} seat is needed.", "At least {n} seats are needed.", n=found.at_least)
