"""A whole site (*webbplats*): every page of a collaboration in both languages, its feeds and pictures, by file name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from samverkan.checklist.evaluate import Evaluation
from samverkan.errors import InvalidValueError
from samverkan.followup.account import Account
from samverkan.formats.html import address
from samverkan.formats.html.about import about
from samverkan.formats.html.activities import activities
from samverkan.formats.html.bodies import bodies
from samverkan.formats.html.contact import contact
from samverkan.formats.html.county import COUNTY, listing
from samverkan.formats.html.factors import factors
from samverkan.formats.html.goals import goals
from samverkan.formats.html.inline import day, said
from samverkan.formats.html.linked_data import event_data, organisation_data
from samverkan.formats.html.meetings import meetings
from samverkan.formats.html.notes import notes
from samverkan.formats.html.page import MenuItem, Page, choice, other_than
from samverkan.formats.html.rendering import style
from samverkan.formats.html.subscribing import bodies_that_meet, subscribing
from samverkan.formats.html.upcoming import upcoming
from samverkan.formats.html.view import View
from samverkan.formats.html.wheels import wheels
from samverkan.formats.ical import feed
from samverkan.formats.wording import LANGUAGES, Wording
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import swedish
from samverkan.planning.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samverkan.formats.html.address import Place
    from samverkan.formats.html.blocks import Block

Site: TypeAlias = "dict[str, str]"
"""The text of each file, by its path in the folder of the site, with a stroke between folders."""

TOLD: dict[Place, Callable[[View], Iterator[Block]]] = {
    address.ABOUT: about,
    address.BODIES: bodies,
    address.MEETINGS: meetings,
    address.SUBSCRIBE: subscribing,
    address.ACTIVITIES: activities,
    address.FACTORS: factors,
    address.GOALS: goals,
    address.NOTES: notes,
    address.NEXT: upcoming,
    address.CONTACT: contact,
}
"""What each page tells, in the order of the menu."""

_DATA = {address.ABOUT: organisation_data, address.MEETINGS: event_data}


@frozen
class Member:
    """One collaboration with its plan, its evaluation, which knows the day that counts as today, and how it goes.

    ``account`` is how the goals stand as of that day, and nothing where no results are given.
    """

    collaboration: Collaboration
    plan: Schedule
    evaluation: Evaluation
    account: Account | None = None


def site(member: Member) -> Site:
    """Make the site of one collaboration; equal values give equal text.

    Raises ``InvalidValueError`` where the file does not say where the statement on accessibility lies, which lag
    (2018:1937) wants of the pages of a public body.
    """
    return _site(member, above=False)


def county_site(members: Sequence[Member]) -> Site:
    """Make a site of several: a list of them, and a folder with the pages of each; raises as ``site`` does."""
    listed = sorted(members, key=lambda each: (swedish(each.collaboration.name.sv), each.collaboration.id))
    files: Site = {address.STYLE: style()}
    for each in listed:
        folder = address.folder(each.collaboration.id)
        files |= {f"{folder}/{path}": text for path, text in _site(each, above=True).items()}
    wholes = [each.collaboration for each in listed]
    counts = [len(each.plan.taking_place) for each in listed]
    files |= {f"{language}/index.html": listing(wholes, counts, language) for language in LANGUAGES}
    files["index.html"] = choice({language: Wording(language).word(COUNTY) for language in LANGUAGES})
    return files


def _site(member: Member, *, above: bool) -> Site:
    whole = member.collaboration
    names = {language: whole.name.in_language(language) for language in LANGUAGES}
    files: Site = {address.STYLE: style(), "index.html": choice(names)}
    for language in LANGUAGES:
        view = View.of(whole, member.plan, member.evaluation, language, account=member.account)
        files |= {f"{language}/{place.file(language)}": str(_page(view, place, above=above)) for place in TOLD}
        files |= {f"{language}/{path}": picture for path, picture in wheels(view).items()}
        for body in (None, *bodies_that_meet(view)):
            feed_of = feed(member.plan, whole, body=body, lang=language)
            files[f"{language}/{address.feed_file(body, language)}"] = feed_of
    return files


def _page(view: View, place: Place, *, above: bool) -> Page:
    whole, language = view.collaboration, view.language
    other, title = other_than(language), view.word(place.title)
    name = whole.name.in_language(language)
    home = place is address.ABOUT
    data = _DATA.get(place)
    return Page(
        language=language,
        site=said(whole.name, view.wording),
        heading=said(whole.name, view.wording) if home else title,
        window_title=name if home else f"{title} – {name}",
        home=address.ABOUT.file(language),
        other_address=f"../{other}/{place.file(other)}",
        menu=tuple(MenuItem(each.file(language), view.word(each.title), each is place) for each in TOLD),
        blocks=TOLD[place](view),
        updated=view.silent if whole.updated is None else day(whole.updated, view.wording),
        statements=((_statement(whole), view.word("Accessibility statement")),),
        contact=address.CONTACT.file(language),
        above=(f"../../{language}/index.html", view.word(COUNTY)) if above else None,
        data=None if data is None else data(view),
    )


def _statement(whole: Collaboration) -> str:
    if whole.publishing.accessibility is None:
        raise InvalidValueError(
            "no-accessibility-statement",
            f"“{whole.id}” does not say where its accessibility statement lies",
            "[publishing] with accessibility = “https://…”, the page of your statement (lag 2018:1937)",
        )
    return whole.publishing.accessibility
