"""The meetings in one's own calendar (*prenumerera*): the feed, and how three common programs take it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.html.address import feed_file
from samverkan.formats.html.blocks import Listing, Paragraph, Section
from samverkan.formats.html.inline import Code, Link, joined
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.html.blocks import Block
    from samverkan.formats.html.view import View

_PROGRAMS = {
    "Outlook": (
        mark("Open the calendar, in the new Outlook or on the web."),
        mark("Choose Add calendar, and then Subscribe from web."),
        mark("Paste the address, give the calendar a name and choose Import."),
    ),
    "Google": (
        mark("Open Google Calendar in a web browser on a computer."),
        mark("Beside Other calendars, choose the plus sign and then From URL."),
        mark("Paste the address and choose Add calendar. It then shows on your telephone too."),
    ),
    "Apple": (
        mark("On a Mac: in Calendar choose File and then New Calendar Subscription."),
        mark("On an iPhone or iPad: in Calendar choose Calendars, Add Calendar and then Add Subscription Calendar."),
        mark("Paste the address and choose Subscribe."),
    ),
}
_LEAD = mark(
    "Subscribe once, and the meetings stand in your calendar. What is moved or cancelled is changed there by itself."
)
_NO_ADDRESS = mark("Copy the address of a link above: click it with the right button, or hold a finger on it.")
_DELAY = mark("Programs look for changes in their own time, some of them only once a day.")
_MENUS = mark("The menus may be called something else in your version.")


def subscribing(view: View) -> Iterator[Block]:
    """Give the feed of all meetings and of each body, and the steps in Outlook, Google and Apple."""
    yield Paragraph(view.word(_LEAD), "lead")
    whole = view.plan
    if not whole.meetings:
        yield Paragraph(view.word("There are no dated meetings yet; the calendar is empty until there are."), "note")
    yield Section(view.word("The address"), [*_addresses(view)], "address")
    for program, steps in _PROGRAMS.items():
        yield Section(program, [Listing([view.word(each) for each in steps], ordered=True)], program.lower())
    yield Paragraph(f"{view.word(_DELAY)} {view.word(_MENUS)}", "note")


def _addresses(view: View) -> Iterator[Block]:
    base = view.collaboration.publishing.address
    yield Listing(
        Link(view.word("All meetings") if body is None else view.body(body), feed_file(body, view.language))
        for body in (None, *bodies_that_meet(view))
    )
    if base is None:
        yield Paragraph(view.word(_NO_ADDRESS))
    else:
        yield Paragraph(joined([view.word("For all meetings it is:"), Code(feed_address(base, view.language))], " "))


def feed_address(base: str, language: str) -> str:
    """Give the whole address of the feed of all meetings, below that of the site."""
    return f"{base.rstrip('/')}/{language}/{feed_file(None, language)}"


def bodies_that_meet(view: View) -> list[str]:
    """Give the bodies with a dated meeting, in the order of the file."""
    meeting = {body for each in view.plan.meetings for body in each.bodies}
    return [body.id for body in view.collaboration.bodies if body.id in meeting]
