"""Whether there is a core: those who all meet each other, while the others meet only them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.text.measures.telling import Telling
    from samverkan.model.message import Message
    from samverkan.ties import Core


def core_texts(found: Core, telling: Telling) -> Iterator[str]:
    """Name the core and who could as well belong to it, and tell how many pairs speak against the picture."""
    told = _core(found, telling) if found.exists else _none(found, telling)
    yield " ".join(map(telling.tell, told))


def _none(found: Core, telling: Telling) -> Iterator[Message]:
    if not found.either:
        yield say("No: nobody meets anybody.")
    elif not found.misfits:
        yield say("No: all meet each other.")
    else:
        names = telling.organisations(found.either)
        yield say("No clear one: {names} meet equally many others, and nobody meets more.", names=names)


def _core(found: Core, telling: Telling) -> Iterator[Message]:
    yield say("Yes: {names}.", names=telling.organisations(found.core))
    if found.either:
        yield say("Some of these could belong to it as well: {names}.", names=telling.organisations(found.either))
    yield say("In a core all meet each other, and the others meet only those in it.")
    size = len(found.organisations)
    if found.misfits:
        yield say(
            "Of {pairs} pairs of organisations, {n} is otherwise.",
            "Of {pairs} pairs of organisations, {n} are otherwise.",
            pairs=size * (size - 1) // 2,
            n=found.misfits,
        )
    else:
        yield say("So it is here, without exception.")
