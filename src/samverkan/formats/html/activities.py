"""What is done between the meetings (*verksamhet*), by area where the file says which, else by how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.html.blocks import Card, Facts, Paragraph, Section
from samverkan.formats.html.inline import said
from samverkan.formats.notation import write_when
from samverkan.formats.wording import mark
from samverkan.model.activities import Heading
from samverkan.model.facts import stated
from samverkan.model.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.html.blocks import Block
    from samverkan.formats.html.inline import Inline
    from samverkan.formats.html.view import View
    from samverkan.model.activities import Activity
    from samverkan.model.identity import Area
    from samverkan.model.when import When

_BY_HEADING = {
    Heading.DONE_OR_ONGOING: mark("Done or going on"),
    Heading.PLANNED_OR_STARTED: mark("Planned or started"),
    Heading.PLANNED: mark("Planned"),
    None: mark("Other activities"),
}
_NO_AREA = mark("The file does not say to which area each activity belongs, so they stand by how far they have come.")


def activities(view: View) -> Iterator[Block]:
    """Tell the activities of each area, and then those of none by the heading under which the source lists them."""
    whole = view.collaboration
    if not whole.activities:
        yield Paragraph(view.word("No activities are listed in the file."), "lead")
    elif any(each.area for each in whole.activities):
        yield from (
            Section(said(each.text, view.wording), _area(view, each), f"area-{each.id}") for each in whole.areas
        )
    elif whole.areas:
        yield Paragraph(view.word(_NO_AREA), "lead")
    for heading, title in _BY_HEADING.items():
        found = [each for each in whole.activities if each.area is None and each.heading is heading]
        if found:
            anchor = f"heading-{slug(title)}"
            yield Section(view.word(title), [_card(view, each) for each in found], anchor)
    if whole.activities and not whole.activities_complete:
        yield Paragraph(view.word("The list is open: there may be more activities."), "note")


def _area(view: View, area: Area) -> Iterator[Block]:
    found = [each for each in view.collaboration.activities if each.area == area.id]
    if area.context:
        yield Paragraph(said(area.context, view.wording))
    if not found:
        yield Paragraph(view.word("No activity is stated for this area."))
    yield from (_card(view, each) for each in found)


def _card(view: View, activity: Activity) -> Card:
    parts = [Paragraph(said(activity.note, view.wording))] if activity.note else []
    facts = [*_facts(view, activity)]
    return Card(said(activity.name, view.wording), [*parts, Facts(facts or [(view.word("Details"), view.silent)])])


def _facts(view: View, activity: Activity) -> Iterator[tuple[Inline, Inline]]:
    when: When | None = stated(activity.when)  # type: ignore[assignment]  # mypy joins the members of the union
    if when is not None:
        told = write_when(when, lang=view.language)
        yield view.word("When"), f"{view.word('from')} {told}" if activity.starts else told
    if activity.places:
        yield view.word("Where"), view.texts(activity.places)
    yield from _parties(view, activity)
    groups = [each for each in view.collaboration.target_groups if each.id in activity.target_groups]
    if groups:
        yield view.word("For"), view.texts(each.name for each in groups)
    if activity.parts:
        yield view.word("Parts"), view.texts(activity.parts)


def _parties(view: View, activity: Activity) -> Iterator[tuple[Inline, Inline]]:
    listed: Iterable[tuple[str, tuple[str, ...]]] = (
        (view.word("Organised by"), activity.organisers),
        (view.word("With"), activity.participants),
        (view.word("Paid by"), activity.funders),
    )
    for title, organisations in listed:
        if organisations:
            yield title, view.organisations(organisations)
    if activity.body:
        yield view.word("Body"), view.body(activity.body)
