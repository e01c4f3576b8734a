"""When we meet (*när vi möts*): the year as a wheel, the list by term with ISO weeks, the months, what has no day."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from samverkan.formats.html import address
from samverkan.formats.html.blocks import Listing, Months, Paragraph, Section, Table
from samverkan.formats.html.inline import Moment, day, joined, said
from samverkan.formats.html.months import months
from samverkan.formats.html.wheels import wheel_pictures
from samverkan.formats.text.meetings import became, told_when
from samverkan.formats.wording import dates
from samverkan.model.message import say
from samverkan.model.terms import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.html.blocks import Block
    from samverkan.formats.html.inline import Inline
    from samverkan.formats.html.view import View
    from samverkan.planning.meeting import Meeting
    from samverkan.planning.unplaced import Unplaced


def meetings(view: View) -> Iterator[Block]:
    """Tell every meeting with a day, the days of activities, and what has no day no finer than it is known."""
    held = view.plan.meetings
    count = view.wording.tell(say("{n} dated meeting", "{n} dated meetings", n=len(view.plan.taking_place)))
    yield Paragraph(joined([f"{count}.", view.link(address.SUBSCRIBE)], " "), "lead")
    for term, group in groupby(held, key=lambda each: Term.of(each.date)):
        title = view.wording.term(term)
        anchor = f"term-{term.half.value}-{term.year}".lower()
        yield Section(title, [meeting_table(view, group, title, anchors=True)], anchor)
    sheets = months(view)
    if sheets:
        note = Paragraph(view.word("The weeks are ISO weeks. A marked day leads to its meeting in the list."), "note")
        yield Section(view.word("Month by month"), [note, Months(sheets)], "months")
    pictures = [*wheel_pictures(view)]
    if pictures:
        yield Section(view.word("The year as a wheel"), pictures, "wheel")
    if view.plan.occasions:
        rows = [[day(each.date, view.wording), said(each.name, view.wording)] for each in view.plan.occasions]
        caption = view.word("Days of activities")
        yield Section(
            caption, [Table(caption, [view.word("Day"), view.word("Activity")], rows, titled=True)], "occasions"
        )
    yield from undated(view, view.plan.unplaced)


def meeting_table(view: View, listed: Iterable[Meeting], caption: str, *, anchors: bool = False) -> Table:
    """List meetings with week, day and time; a row can be pointed at by the first meeting of its day."""
    heads = [view.word("Week"), view.word("Day"), view.word("Time"), view.word("Meeting")]
    found = list(listed)
    rows = [
        [
            view.wording.week(each.date),
            Moment(_short(view, each), each.date.isoformat()),
            view.wording.clock(each.clock) if each.clock else view.silent,
            _what(view, each),
        ]
        for each in found
    ]
    ids, seen = [], set()
    for each in found:
        ids.append("" if each.date in seen or not anchors else day_anchor(each))
        seen.add(each.date)
    return Table(caption, heads, rows, header=1, titled=True, anchors=ids)


def day_anchor(meeting: Meeting) -> str:
    """Give the id of the row of the first meeting on a day."""
    return f"day-{meeting.date.isoformat()}"


def _short(view: View, meeting: Meeting) -> str:
    return f"{dates.weekday(meeting.date, view.language)} {dates.day_in_year(meeting.date, view.language)}"


def _what(view: View, meeting: Meeting) -> Inline:
    wording = view.wording
    parts: list[Inline] = [said(meeting.name, wording)]
    if meeting.place is not None:
        parts.append(said(meeting.place, wording))
    told, changed = joined(parts), became(meeting, wording)
    return joined([told, f"({changed})"], " ") if changed else told


def undated(view: View, items: Iterable[Unplaced]) -> Iterator[Block]:
    """Tell what has no day: what is known to a week, a month or a frequency as such, and the rest by name."""
    wording = view.wording
    found = list(items)
    dated = [each for each in found if told_when(each, wording)]
    rest = [each for each in found if not told_when(each, wording)]
    blocks: list[Block] = []
    if dated:
        rows = [[said(each.name, wording), told_when(each, wording)] for each in dated]
        heads = [view.word("What"), view.word("When")]
        blocks.append(Table(view.word("Without a day"), heads, rows, titled=True))
    if rest:
        silent = say("No time is stated for {n} item", "No time is stated for {n} items", n=len(rest))
        blocks += [Paragraph(f"{wording.tell(silent)}:"), Listing(said(each.name, wording) for each in rest)]
    if blocks:
        yield Section(view.word("Without a day"), blocks, "undated")
