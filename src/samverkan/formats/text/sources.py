"""Where something stands, told in a line: the reference, how and by which role it was found, how long it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.wording import Wording
    from samverkan.model.source import Source


def told_source(source: Source, wording: Wording) -> str:
    """Tell a source; of a plain one the reference is all."""
    told = [source.ref, *found_how(source, wording)]
    if source.valid_until:
        told.append(wording.tell(say("counts until {day}", day=source.valid_until)))
    return "; ".join(told)


def found_how(source: Source, wording: Wording) -> Iterator[str]:
    """Tell by which method and role a source was found, and on which day, as far as it says so."""
    how = [wording.label(source.method)] if source.method else []
    how += [wording.value(source.role)] if source.role else []
    if how:
        yield ", ".join(how)
    if source.collected:
        yield wording.tell(say("collected {day}", day=source.collected))
