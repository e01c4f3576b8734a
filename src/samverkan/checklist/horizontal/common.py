"""What the horizontal criteria share: where they come from, who is to act, and a fact that is simply stated or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from samverkan.checklist.amending import amended, fresh
from samverkan.checklist.criterion import criterion
from samverkan.checklist.factor import Factor
from samverkan.checklist.finding import Ask, Finding, met, not_met, one_of, unknown
from samverkan.checklist.reading import cite
from samverkan.model.message import Message, say
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.checklist.case import Case
    from samverkan.checklist.criterion import Criterion, Judge, Remedy
    from samverkan.checklist.reading import Reading
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.horizontal import Accessibility, Gender

PROJECT_OWNER = say("the project owner")
PROJECT_LEAD = say("the project lead")
STEERING_GROUP = say("the steering group")

TO_FILL_IN = Text("att fylla i", "to be filled in")
"""What stands in a field that a remedy fills in and only the reader can word."""


def horizontal(
    id_: str, *, part: Text, question: Message, parameters: tuple[str, ...] = (), remedy: Remedy
) -> Callable[[Judge], Criterion]:
    """Make a horizontal criterion of the function below; ``part`` is the part of the project card that answers it."""
    source = say("what the Social Fund’s project card asks for ({part}), put to the test by our choice", part=part)
    return criterion(id_, core=True, question=question, source=source, parameters=parameters, remedy=remedy)


def alone(name: Text, asked: Criterion) -> Factor:
    """Make a factor of one criterion, under the same id."""
    return Factor(asked.id, name, (asked,))


def is_stated(reading: Reading[Any], question: Message, *, yes: Message, no: Message, silent: Message) -> Finding:
    """Find a fact stated (``yes``), declared not to exist (``no``), or unknown (``silent``)."""
    if reading.denied:
        return not_met(no, reading.cited, change=reading.path)
    if reading.value is None:
        return reading.undecided(silent, question)
    return met(yes, reading.cited)


def has_a_measure(  # noqa: PLR0913  # the three outcomes and the two questions, each in the words of its section
    case: Case,
    section: Accessibility | Gender,
    at: str,
    *,
    yes: Message,
    no: Message,
    silent: Message,
    which: Message,
    whether_all: Message,
) -> Finding:
    """Find a measure listed in a section (``yes``), none in one that is complete (``no``), or unknown (``silent``)."""
    if section.measures:
        shown = (cite(f"{at}.measures.text", each.text, each.source or section.source) for each in section.measures)
        return met(yes, *shown)
    closed = case.listed(f"{at}.complete", closed=section.complete, source=section.source)
    if section.complete:
        return not_met(no, closed, change=f"{at}.measures")
    listed, complete = Ask(f"{at}.measures", which), Ask(closed.field, whether_all)
    return unknown(silent, closed, asks=[listed, complete], good=one_of([listed, complete]), bad=one_of([complete]))


def with_horizontal(case: Case, **facts: Any) -> Collaboration:  # noqa: ANN401  # any field of the answers
    """Give the collaboration with some of its answers to the horizontal criteria changed."""
    whole = case.collaboration
    return amended(whole, horizontal=evolve(whole.horizontal, **facts))


def with_another_organisation(whole: Collaboration) -> tuple[Collaboration, str]:
    """Give the collaboration with one more organisation, of which nothing is known, and its id."""
    id_ = fresh("annan", [each.id for each in whole.organisations])
    return amended(whole, organisations=(*whole.organisations, Organisation(id_))), id_
