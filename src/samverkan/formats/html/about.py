"""What this is (*om samverkan*): its municipalities, what it is for, for whom, and what stands on the other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.outcome import Outcome
from samverkan.formats.html import address
from samverkan.formats.html.blocks import Card, Facts, Listing, Paragraph, Section
from samverkan.formats.html.inline import Code, Link, day, joined, said
from samverkan.model.facts import Absent, is_unknown, stated
from samverkan.model.message import say
from samverkan.model.publishing import on_the_web

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.html.blocks import Block
    from samverkan.formats.html.inline import Inline
    from samverkan.formats.html.view import View
    from samverkan.model.message import Message
    from samverkan.model.names import Text


def about(view: View) -> Iterator[Block]:
    """Tell what the collaboration is, and what there is to read."""
    whole = view.collaboration
    names = tuple(town.name for town in whole.municipalities)
    where = say("How we work together in {towns}: who we are, when we meet, what we do and how it goes.", towns=names)
    nowhere = say("How we work together: who we are, when we meet, what we do and how it goes.")
    yield Paragraph(view.wording.tell(where if names else nowhere), "lead")
    yield Facts(_facts(view))
    yield from _listed(view, view.word("Purpose"), "purpose", [each.text for each in whole.purposes])
    yield from _listed(view, view.word("Main areas"), "areas", [each.text for each in whole.areas])
    yield from _listed(view, view.word("Target groups"), "groups", [each.name for each in whole.target_groups])
    yield from _listed(view, view.word("Principles"), "principles", [each.text for each in whole.principles])
    history = [Paragraph(said(text, view.wording)) for text in whole.identity.history]
    if history:
        yield Section(view.word("Background"), history, "background")
    yield Section(view.word("On these pages"), [*_contents(view)], "contents")


def _facts(view: View) -> Iterator[tuple[Inline, Inline]]:
    identity = view.collaboration.identity
    several = len(view.collaboration.municipalities) != 1
    yield view.word("Municipalities") if several else view.word("Municipality"), view.towns()
    owner = stated(identity.owner)
    if owner is not None:
        yield view.word("Owner"), view.organisation(owner)
    elif isinstance(identity.owner, Absent):
        yield view.word("Owner"), view.wording.fact(identity.owner)
    phase = stated(identity.phase)
    if phase is not None:
        yield view.word("Phase"), view.wording.label(phase)
    yield from _words(view, [(view.word("Region"), identity.region), (view.word("County"), identity.county)])
    period = stated(identity.period)
    if period is not None and (period.from_ or period.to):
        ends = [view.silent if end is None else day(end, view.wording) for end in (period.from_, period.to)]
        yield view.word("Period"), joined(ends, " – ")
    yield from _words(view, [(view.word("Model"), identity.provenance.model)])
    site = stated(identity.website)
    if site is not None:
        yield view.word("Website"), Link(site, site) if on_the_web(site) else Code(site)
    coming = None if view.as_of is None else view.plan.as_of(view.as_of).next
    if coming is not None:
        told = joined([day(coming.date, view.wording), said(coming.name, view.wording)])
        yield view.word("Next meeting"), Link(told, address.MEETINGS.file(view.language))


def _words(view: View, facts: Iterable[tuple[str, object]]) -> Iterator[tuple[Inline, Inline]]:
    for title, fact in facts:
        if not is_unknown(fact):
            yield title, view.fact(fact)  # type: ignore[arg-type]  # facts in words


def _listed(view: View, title: str, anchor: str, texts: list[Text]) -> Iterator[Block]:
    if texts:
        yield Section(title, [Listing(said(text, view.wording) for text in texts)], anchor)


def _contents(view: View) -> Iterator[Block]:
    for place, told in _told(view).items():
        yield Card(view.link(place), [Paragraph(view.wording.tell(told))])


def _told(view: View) -> dict[address.Place, Message]:
    """Say in a line what each of the other pages holds."""
    whole, plan, tell = view.collaboration, view.plan, view.wording.tell
    bodies = tell(say("{n} body", "{n} bodies", n=len(whole.bodies)))
    seats = tell(say("{n} seat", "{n} seats", n=sum(len(body.seats) for body in whole.bodies)))
    goals = tell(say("{n} goal", "{n} goals", n=len(whole.goals)))
    results = tell(say("{n} published result", "{n} published results", n=len(whole.results)))
    met = sum(factor.outcome is Outcome.MET for factor in view.evaluation.factors)
    factors = len(view.evaluation.factors)
    return {
        address.BODIES: say("{bodies} and {seats}, told by role", bodies=bodies, seats=seats),
        address.MEETINGS: say("{n} dated meeting", "{n} dated meetings", n=len(plan.taking_place)),
        address.SUBSCRIBE: say("The meetings in Outlook, Google or Apple"),
        address.ACTIVITIES: say("{n} activity", "{n} activities", n=len(whole.activities)),
        address.FACTORS: say(
            "{n} of {factors} factors is met, as far as is known",
            "{n} of {factors} factors are met, as far as is known",
            n=met,
            factors=factors,
        ),
        address.GOALS: say("{goals}, and {results}", goals=goals, results=results)
        if view.account is None
        else say("{goals}, and how it goes, as of {day}", goals=goals, day=view.account.found.as_of),
        address.NOTES: say("{n} meeting recorded", "{n} meetings recorded", n=len(whole.held)),
        address.NEXT: say("What is planned, and what is still to be found out"),
        address.CONTACT: say("Whom to turn to, and how these pages are made"),
    }
