"""What goes on between two meetings (*mellan mötena*), as a table by main area; what has no day is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.html.blocks import Paragraph, Table
from samverkan.formats.html.inline import joined, said
from samverkan.formats.text.meetings import told_when
from samverkan.model.message import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from samverkan.formats.html.inline import Inline
    from samverkan.formats.html.teller import Teller
    from samverkan.formats.office.paper import Plain
    from samverkan.formats.office.sitting import Between
    from samverkan.model.activities import Activity
    from samverkan.model.names import Text


def happening(teller: Teller, between: Between) -> Iterator[Plain]:
    """List activities and the meetings of others that have a day or some days, those of each main area together."""
    word = teller.word
    rows = [row for _, row in sorted(_rows(teller, between), key=lambda each: each[0])]
    heads = [word("When"), word("What"), word("Main area"), word("Who")]
    if rows:
        told = say("What is planned from {first} to {last}", first=between.first, last=between.last)
        yield Table(teller.wording.tell(told), heads, rows)
    else:
        yield Paragraph(word("No activity and no other meeting is known to lie between the two meetings."))


def undated(teller: Teller, count: int) -> Iterator[Plain]:
    """Say of how many things on the programme no source tells when they are."""
    if count:
        told = say("No day is stated for {n} other thing.", "No day is stated for {n} other things.", n=count)
        yield Paragraph(teller.wording.tell(told), "note")


def _rows(teller: Teller, between: Between) -> Iterator[tuple[tuple[int, dt.date], tuple[Inline, ...]]]:
    """Give each row with its rank: the main areas in the order of the file, what has none, the meetings of others."""
    areas = {area.id: place for place, area in enumerate(teller.collaboration.areas)}
    for day in between.days:
        found = _of(teller, [day.id])
        place = areas.get(_area(found), len(areas))
        yield (place, day.date), (teller.wording.day(day.date), *_activity(teller, day.name, found, day.bodies))
    for item in between.items:
        found = _of(teller, item.items)
        place = areas.get(_area(found), len(areas))
        when = told_when(item, teller.wording) or teller.wording.span(item.span)
        yield (place, item.earliest or between.first), (when, *_activity(teller, item.name, found, item.bodies))
    for each in between.others:
        bodies = joined(teller.body(id_) for id_ in each.bodies) if each.bodies else teller.silent
        told = said(each.name, teller.wording)
        yield (len(areas) + 1, each.date), (teller.wording.day(each.date), told, "–", bodies)


def _of(teller: Teller, ids: Iterable[str]) -> list[Activity]:
    names = set(ids)
    return [each for each in teller.collaboration.activities if each.id in names]


def _area(found: list[Activity]) -> str:
    return next((each.area for each in found if each.area), "")


def _activity(teller: Teller, name: Text, found: list[Activity], bodies: Iterable[str]) -> tuple[Inline, ...]:
    areas = [each for each in teller.collaboration.areas if each.id == _area(found)]
    who = dict.fromkeys(id_ for each in found for id_ in (*each.organisers, *each.participants))
    named = [*(teller.body(id_) for id_ in bodies), *(teller.organisation(id_) for id_ in who)]
    area = said(areas[0].text, teller.wording) if areas else teller.silent
    return said(name, teller.wording), area, joined(named) if named else teller.silent
