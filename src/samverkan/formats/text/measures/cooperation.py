"""Who has agreed, or is said, to work together, and how far the lists leave that open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.text.measures.telling import Telling
    from samverkan.ties.cooperation import Cooperation, Reported


def cooperation_texts(found: Cooperation, telling: Telling) -> Iterator[str]:
    """Name the agreements with their parties, then the pairs that reports tie, then how many these are at least."""
    yield from telling.items(
        [
            say("{about}: {names}", about=each.about, names=telling.organisations(each.organisations))
            for each in found.agreements
        ]
    )
    yield from telling.items([_reported(each, telling) for each in found.reports])
    yield " ".join(telling.tell(each) for each in (_pairs(found), _parts(found)))
    if not found.complete:
        yield telling.tell(say("(More may have agreed or work together than the file lists.)"))


def _reported(each: Reported, telling: Telling) -> Message:
    steps = [telling.wording.label(step) for step in each.intensities]
    if each.denied:
        steps.append(telling.wording.word("do not work together"))
    elif not steps:
        steps.append(telling.wording.word("work together, how closely is not stated"))
    one, other = telling.organisations(each.organisations)
    return say("{one} and {other}: {steps}", one=one, other=other, steps=" / ".join(steps))


def _pairs(found: Cooperation) -> Message:
    if found.pairs_at_least == found.pairs_at_most:
        return say("{n} pair is said to work together.", "{n} pairs are said to work together.", n=found.pairs_at_least)
    return say(
        "At least {n} pair of the {most} possible is said to work together.",
        "At least {n} pairs of the {most} possible are said to work together.",
        n=found.pairs_at_least,
        most=found.pairs_at_most,
    )


def _parts(found: Cooperation) -> Message:
    if found.parts_at_least == found.parts_at_most:
        return say(
            "By all this the organisations fall into {n} part.",
            "By all this the organisations fall into {n} parts.",
            n=found.parts_at_most,
        )
    return say(
        "By all this the organisations fall into {n} part at the most.",
        "By all this the organisations fall into {n} parts at the most.",
        n=found.parts_at_most,
    )
