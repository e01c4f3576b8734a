"""The text of a collaboration file with the times of an arrangement in it; every other byte stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.edit import Addition, Edit, written
from samverkan.formats.toml import loads
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.activities import Change, Series
from samverkan.model.names import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from samverkan.arranging.arrangement import Arrangement
    from samverkan.arranging.solution import Placement
    from samverkan.model.message import Message


def rearranged(text: str, arrangement: Arrangement, *, today: dt.date, name: str = "<text>") -> str:
    """Write into a file what was chosen for its series, as the changes of single meetings, each with why.

    A meeting that stays where the file has it is not touched, nor is one that got no time: what becomes of that is for
    people to decide. Where anything changes, ``revision`` rises by one and ``updated`` is ``today``, so that calendars
    that subscribe take the new times over. Raises ``InvalidCollaborationError`` for a text that cannot be read.
    """
    collaboration = loads(text, name=name)
    series = {each.id: each for each in collaboration.series}
    edits = [each for name, change in _chosen(arrangement, collaboration.id) for each in _edits(series[name], change)]
    if not edits:
        return text
    revision = Edit("revision", collaboration.revision + 1)
    updated = Edit("updated", max(today, collaboration.updated or today))
    text = written(text, [*edits, revision, updated], name=name)
    loads(text, name=name)
    return text


def _chosen(arrangement: Arrangement, collaboration: str) -> Iterator[tuple[str, Change]]:
    """Give the changes of one collaboration, each with the id of its series, in order of the nominal dates."""
    own = (each for each in arrangement.placements if each.wanted.collaboration == collaboration)
    for placement in sorted(own, key=lambda each: (each.wanted.series or "", each.wanted.nominal)):
        series = placement.wanted.series
        if series is not None and not (placement.kept and placement.wanted.clock):
            yield series.rpartition("/")[2], _change(placement)


def _change(placement: Placement) -> Change:
    wanted, candidate = placement.wanted, placement.candidate
    return Change(
        nominal=wanted.nominal,
        date=None if candidate.date == wanted.date == wanted.nominal else candidate.date,
        time=None if candidate.clock == wanted.clock else candidate.clock,
        reason=_text(placement.reasons),
    )


def _text(reasons: Sequence[Message]) -> Text | None:
    """Give the reasons as words in both languages, as the file keeps them."""
    if not reasons:
        return None
    return Text(*("; ".join(Wording(language).tell(each) for each in reasons) for language in LANGUAGES))


def _edits(series: Series, change: Change) -> Iterator[Edit | Addition]:
    """Add a change to a series, or to what a change of the same meeting says already."""
    nominals = [each.nominal for each in series.changes]
    if change.nominal not in nominals:
        yield Addition(("series", series.id, "changes"), change)
        return
    path = ("series", series.id, "changes", nominals.index(change.nominal))
    for key in ("date", "time", "reason"):
        if (value := getattr(change, key)) is not None:
            yield Edit((*path, key), value)
