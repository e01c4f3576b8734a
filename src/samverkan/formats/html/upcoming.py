"""What happens next (*vad händer nu*): the meetings ahead, the plans, and what is still to be found out."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from samverkan.formats.html import address
from samverkan.formats.html.blocks import Listing, Paragraph, Section
from samverkan.formats.html.inline import joined, said
from samverkan.formats.html.meetings import meeting_table
from samverkan.formats.wording import mark
from samverkan.model.activities import Heading
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.html.blocks import Block
    from samverkan.formats.html.view import View

_SHOWN = 10
_NO_DAY = mark(
    "The file does not say when it was last changed, so these pages cannot tell what lies ahead and what is past."
)
_AHEAD = (Heading.PLANNED_OR_STARTED, Heading.PLANNED)


def upcoming(view: View) -> Iterator[Block]:
    """Tell the next meetings as of the day that counts as today, what is planned, what to do and what to ask."""
    yield Section(view.word("The next meetings"), [*_meetings(view)], "meetings")
    planned = [each for each in view.collaboration.activities if each.heading in _AHEAD]
    if planned:
        listing = Listing(said(each.name, view.wording) for each in planned)
        yield Section(view.word("Planned or started"), [listing], "planned")
    stages = [said(each.text, view.wording) for each in view.collaboration.stages]
    if stages:
        yield Section(view.word("Stages"), [Listing(stages, ordered=True)], "stages")
    yield from _todo(view)


def _meetings(view: View) -> Iterator[Block]:
    if view.as_of is None:
        yield Paragraph(joined([view.word(_NO_DAY), view.link(address.MEETINGS)], " "))
        return
    ahead = view.plan.as_of(view.as_of).ahead.taking_place
    seen = view.wording.tell(say("As of {day}.", day=view.as_of))
    if not ahead:
        yield Paragraph(f"{seen} {view.word('No dated meeting lies ahead.')}")
        return
    yield Paragraph(joined([seen, view.link(address.MEETINGS, view.word("All meetings"))], " "))
    yield meeting_table(view, islice(ahead, _SHOWN), view.word("The next meetings"))


def _todo(view: View) -> Iterator[Block]:
    advice = [view.wording.tell(each.remedy.text) for each in view.evaluation.advice]
    if advice:
        more = view.link(address.FACTORS)
        lead = Paragraph(joined([view.word("For more of the success factors to be met:"), more], " "))
        yield Section(view.word("To do"), [lead, Listing(dict.fromkeys(advice))], "to-do")
    asks = [view.wording.tell(each.criterion.question) for each in view.evaluation.ask_next]
    if asks:
        told = say("{n} question is open.", "{n} questions are open.", n=len(asks))
        lead = Paragraph(joined([view.wording.tell(told), view.link(address.FACTORS)], " "))
        yield Section(view.word("To be found out"), [lead, Listing(asks)], "to-ask")
