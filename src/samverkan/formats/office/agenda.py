"""The agenda of a meeting (*dagordning*), and a template for its notes (*minnesanteckningar*)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.formats.html.blocks import Facts, Listing, Paragraph, Table
from samverkan.formats.html.bodies import role
from samverkan.formats.html.inline import Quiet, joined, said
from samverkan.formats.html.notes import promises
from samverkan.formats.html.teller import Teller
from samverkan.formats.office.attending import attendance, attending
from samverkan.formats.office.between import happening, undated
from samverkan.formats.office.paper import Paper, Part
from samverkan.formats.office.sitting import Sitting
from samverkan.formats.text.names import with_names
from samverkan.formats.wording import mark
from samverkan.model.facts import Absent, Unknown, stated
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.html.inline import Inline
    from samverkan.formats.office.paper import Plain
    from samverkan.formats.wording import Wording
    from samverkan.model.bodies import Body
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.facts import Fact
    from samverkan.model.message import Message
    from samverkan.planning.meeting import Meeting

AGENDA = mark("Agenda")
NOTES = mark("Notes of the meeting")
_NO_ITEMS = mark("Which items stand on every agenda is not stated.")
_OPEN_ITEMS = mark("The list of standing items is open: there may be more.")
_PUBLIC = mark("Write roles and organisations, never the names of persons, so that the notes can be published.")
_SHOWN = 5
"""So many of the next meetings are listed."""
_ROWS = 4
"""So many rows are empty, to be filled in."""


def agenda(whole: Collaboration, sitting: Sitting, wording: Wording) -> Paper:
    """Tell what is known of a meeting in the order in which it can be gone through."""
    return _told(whole, sitting, wording).agenda()


def notes(whole: Collaboration, sitting: Sitting, wording: Wording) -> Paper:
    """Tell the same with room for what comes of the meeting: what was decided, done, and is to be done by whom."""
    return _told(whole, sitting, wording).notes()


def _told(whole: Collaboration, sitting: Sitting, wording: Wording) -> _Told:
    return _Told(Teller(whole, with_names(whole, wording)), sitting)


@frozen
class _Told:
    """One meeting in the words of one reader."""

    teller: Teller
    sitting: Sitting

    def agenda(self) -> Paper:
        word = self.teller.word
        parts = [
            *self._present(),
            Part(word("Since the last meeting"), self._since()),
            *self._standing(),
            Part(word("Until the next meeting"), self._ahead()),
            Part(word("Other matters")),
            Part(word("The next meetings"), self._later()),
        ]
        return self._paper(AGENDA, [], parts)

    def notes(self) -> Paper:
        word = self.teller.word
        who = word("Organisation or role")
        parts = [
            *self._present(),
            Part(word("Done since the last meeting"), [*self._since(), self._room([word("What has been done"), who])]),
            *self._standing(),
            Part(word("Decided"), [self._room([word("Decision"), word("Whom it concerns (organisation or role)")])]),
            Part(word("To do"), [self._room([word("What is to be done"), who, word("By when")])]),
            Part(word("The next meetings"), self._later()),
            Part(word("When and where these notes are published"), [Facts(self._published())]),
        ]
        return self._paper(NOTES, [Paragraph(word(_PUBLIC), "note")], parts)

    def _paper(self, kind: str, more: Iterable[Plain], parts: Iterable[Part]) -> Paper:
        named = [self.teller.body(id_) for id_ in self.sitting.bodies]
        if not named and self.sitting.meeting:
            named = [said(self.sitting.meeting.name, self.teller.wording)]
        title = joined([self.teller.word(kind), joined(named)], ": ")
        whole = self.teller.collaboration
        return Paper(self.teller.language, title, [Facts(self._about()), *more], parts, whole.updated)

    def _about(self) -> Iterator[tuple[Inline, ...]]:
        teller, word = self.teller, self.teller.word
        yield word("Collaboration"), said(teller.collaboration.name, teller.wording)
        if not self.sitting.bodies:
            yield word("Body"), teller.silent
        yield from self._when()
        for body in self._bodies():
            whose = f" ({teller.wording.value(body.name)})" if len(self.sitting.bodies) > 1 else ""
            yield f"{word('Task')}{whose}", teller.fact(body.purpose)
            yield f"{word('Chair')}{whose}", self._seat(body, body.chair)
            yield f"{word('Secretary')}{whose}", self._seat(body, body.secretary)

    def _when(self) -> Iterator[tuple[Inline, ...]]:
        teller, word, meeting = self.teller, self.teller.word, self.sitting.meeting
        if meeting is not None:
            yield word("Meeting"), said(meeting.name, teller.wording)
            if meeting.bodies:
                count = say("{number} of {total} in the plan", number=self.sitting.number, total=self.sitting.total)
                yield word("Number"), self._tell(count)
        yield word("Day"), self._day(meeting.date) if meeting else teller.silent
        yield word("Time"), teller.wording.clock(meeting.clock) if meeting and meeting.clock else teller.silent
        yield word("Place"), said(meeting.place, teller.wording) if meeting and meeting.place else teller.silent

    def _seat(self, body: Body, fact: Fact[str]) -> Inline:
        seat = body.seat(stated(fact) or "")
        if seat is not None:
            return joined([role(self.teller, seat), self.teller.organisations(seat.organisations)])
        told: Inline = self.teller.wording.fact(fact)  # type: ignore[arg-type]  # a dispute about a seat is one about values
        return Quiet(told) if isinstance(fact, Unknown) else told

    def _present(self) -> Iterator[Part]:
        bodies = self._bodies()
        title = self.teller.word("Attendance")
        for body in bodies:
            called = joined([title, self.teller.body(body.id)], ": ") if len(bodies) > 1 else title
            yield Part(called, attending(self.teller, body))
        if not bodies:
            unknown = Paragraph(self.teller.word("Which body meets is not stated."))
            yield Part(title, [unknown, attendance(self.teller, title)])

    def _standing(self) -> Iterator[Part]:
        for body in self._bodies():
            yield from (Part(said(item.text, self.teller.wording)) for item in body.standing_items)
            if not body.standing_items:
                yield Part(self.teller.word("Standing items"), [Paragraph(self.teller.word(_NO_ITEMS)), Paragraph("")])
            elif not body.standing_items_complete:
                yield Part(self.teller.word("Standing items"), [Paragraph(self.teller.word(_OPEN_ITEMS))])

    def _since(self) -> Iterator[Plain]:
        teller, previous, since = self.teller, self.sitting.previous, self.sitting.since
        if previous is None or since is None:
            yield Paragraph(teller.word("The plan has no earlier meeting."))
        else:
            notes_of = (teller.word("Its notes"), self._notes_of(previous))
            yield Facts([(teller.word("The last meeting"), self._day(previous.date)), notes_of])
        yield from self._decisions()
        if since is not None:
            yield from happening(teller, since)

    def _notes_of(self, previous: Meeting) -> Inline:
        for held in self.teller.collaboration.held:
            if held.body in previous.bodies and previous.date in {held.date, held.nominal}:
                published = stated(held.notes)
                if published is not None:
                    return self._tell(say("published {day}", day=published))
                return self.teller.wording.fact(held.notes) if isinstance(held.notes, Absent) else self.teller.silent
        return self.teller.silent

    def _decisions(self) -> Iterator[Plain]:
        teller, word = self.teller, self.teller.word
        if not self.sitting.decisions:
            none = word("No decision to follow up is in the file.")
            closed = teller.collaboration.decisions_complete
            yield Paragraph(none if closed else f"{none} {word('The list is open: there may be more decisions.')}")
            return
        rows = [
            (
                said(each.about, teller.wording),
                teller.wording.day(day) if (day := stated(each.date)) else teller.silent,
                "",
            )
            for each in self.sitting.decisions
        ]
        heads = [word("Decision"), word("Day"), word("What has come of it")]
        yield Table(word("Decisions to follow up"), heads, rows)

    def _ahead(self) -> Iterator[Plain]:
        if self.sitting.ahead is None:
            yield Paragraph(self.teller.word("The plan has no later meeting."))
        else:
            yield from happening(self.teller, self.sitting.ahead)
        yield from undated(self.teller, self.sitting.undated)

    def _later(self) -> Iterator[Plain]:
        later = self.sitting.later[:_SHOWN]
        if later:
            yield Listing(self._moment(each) for each in later)
        else:
            yield Paragraph(self.teller.word("The plan has no later meeting."))

    def _moment(self, meeting: Meeting) -> Inline:
        parts: list[Inline] = [self._day(meeting.date)]
        parts += [self.teller.wording.clock(meeting.clock)] if meeting.clock else []
        parts += [said(meeting.place, self.teller.wording)] if meeting.place else []
        return joined(parts)

    def _published(self) -> Iterator[tuple[Inline, ...]]:
        limit, meeting = stated(self.teller.collaboration.publication.max_delay_days), self.sitting.meeting
        if limit is not None and meeting is not None:
            yield self.teller.word("At the latest"), self._day(meeting.date + dt.timedelta(days=limit))
        yield from promises(self.teller)

    def _room(self, heads: list[str]) -> Table:
        return Table(heads[0], heads, [[""] * len(heads)] * _ROWS, titled=True)

    def _bodies(self) -> list[Body]:
        found = (self.teller.collaboration.body(id_) for id_ in self.sitting.bodies)
        return [body for body in found if body is not None]

    def _day(self, day: dt.date) -> str:
        return f"{self.teller.wording.day(day)}, {self.teller.wording.week(day)}"

    def _tell(self, message: Message) -> str:
        return self.teller.wording.tell(message)
