"""How central the municipality and the lead are: how many they meet, and who meets as many or more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.text.measures.telling import Telling
    from samverkan.model.message import Message
    from samverkan.ties import Centrality, Position


def centrality_texts(found: Centrality, telling: Telling) -> Iterator[str]:
    """Tell of each municipality and the lead how many they meet, then who meets most, then how uneven it is."""
    if not found.positions:
        yield telling.tell(say("Neither a municipality nor the lead is known to have a seat."))
    positions = sorted(found.positions, key=lambda each: -each.others)
    yield from telling.items([_position(each, found, telling) for each in positions])
    told = [*_foremost(found, telling), *_uneven(found)]
    if told:
        yield " ".join(map(telling.tell, told))


def _position(each: Position, found: Centrality, telling: Telling) -> Message:
    (name,) = telling.organisations([each.organisation])
    if each.leads:
        name = telling.tell(say("{name}, which has the lead,", name=name))
    size = each.others if each.effective_size is None else round(each.effective_size)
    if size == each.others:
        return say("{name} meets {others} of {all} others", name=name, others=each.others, all=found.organisations - 1)
    return say(
        "{name} meets {others} of {all} others; since some of these also meet each other,"
        " that is worth about {n} separate contact",
        "{name} meets {others} of {all} others; since some of these also meet each other,"
        " that is worth about {n} separate contacts",
        name=name,
        others=each.others,
        all=found.organisations - 1,
        n=size,
    )


def _foremost(found: Centrality, telling: Telling) -> Iterator[Message]:
    asked = {each.organisation for each in found.positions}
    names = telling.organisations(name for name in found.foremost if name not in asked)
    if names and asked & set(found.foremost):
        yield say("As many, {most}, are met by {names}.", most=found.most, names=names)
    elif names:
        yield say("Most others, {most}, are met by {names}.", most=found.most, names=names)
    elif found.foremost:
        yield say("Nobody else meets as many.")


def _uneven(found: Centrality) -> Iterator[Message]:
    if found.centralisation:
        yield say(
            "All in all the meetings gather around one organisation to {n} percent"
            " (100: all meet only that one; 0: all meet equally many).",
            n=round(100 * found.centralisation),
        )
