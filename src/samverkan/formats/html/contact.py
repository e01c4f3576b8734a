"""Whom to turn to (*kontakt*), and how these pages are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.html.blocks import Facts, Listing, Paragraph, Section
from samverkan.formats.html.inline import Link, joined, said
from samverkan.formats.wording import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.html.blocks import Block
    from samverkan.formats.html.inline import Inline
    from samverkan.formats.html.view import View

_MADE = (
    mark("They are made of one file with what is known of the collaboration, and nothing is added."),
    mark("What no source says is told as not stated."),
    mark("No person is named: only roles and organisations."),
    mark("They store nothing on your device, follow nobody and fetch nothing from anybody else."),
    mark("They need no script, and can be printed and saved."),
)


def contact(view: View) -> Iterator[Block]:
    """Tell the contact of the file, the entrances, where the statement on accessibility lies, and how this is made."""
    settings = view.collaboration.publishing
    yield Section(view.word("Turn to"), [*_contact(view)], "turn-to")
    entrances = [[said(each.name, view.wording), view.fact(each.channel)] for each in view.collaboration.entrances]
    if entrances:
        yield Section(view.word("One way in"), [Facts(entrances)], "entrances")
    if settings.accessibility is not None:
        link = Link(view.word("Accessibility statement"), settings.accessibility)
        told = view.word("How accessible the pages are, and how to tell of what is not, stands in the statement:")
        yield Section(view.word("Accessibility"), [Paragraph(joined([told, link], " "))], "accessibility")
    yield Section(view.word("About these pages"), [Listing(view.word(each) for each in _MADE)], "pages")


def _contact(view: View) -> Iterator[Block]:
    settings = view.collaboration.publishing
    told: list[Inline] = [] if settings.contact is None else [said(settings.contact, view.wording)]
    if settings.contact_link is not None:
        shown = settings.contact_link.removeprefix("mailto:")
        told.append(Link(shown, settings.contact_link))
    yield Paragraph(joined(told) if told else view.word("The file does not say whom to turn to."))
