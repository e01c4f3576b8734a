"""What comes of it and what it builds on: H19 to H22 (*spridning, fortsättning, förankring, lärande*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.checklist.criterion import Effort, Remedy
from samverkan.checklist.finding import Ask, Finding, met, not_met, one_of, unknown
from samverkan.checklist.horizontal.common import (
    PROJECT_LEAD,
    PROJECT_OWNER,
    STEERING_GROUP,
    TO_FILL_IN,
    alone,
    horizontal,
    is_stated,
    with_horizontal,
)
from samverkan.checklist.reading import cite
from samverkan.model.bodies import BodyKind
from samverkan.model.goals import DisseminationGoal
from samverkan.model.horizontal import Learning, LearningKind
from samverkan.model.message import say
from samverkan.model.names import Text

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.checklist.occasions import Occasion

_TEXT = Text("den löpande texten", "the running text")


@horizontal(
    "H19",
    part=_TEXT,
    question=say("Is it a duty, or a practice, to spread or publish results?"),
    remedy=Remedy(
        say("State to whom, how and when results are spread."),
        Effort.LOW,
        PROJECT_LEAD,
        "horizontal.dissemination",
        lambda case: with_horizontal(case, dissemination=TO_FILL_IN),
    ),
)
def results_are_spread(case: Case) -> Finding:
    """Judge whether spreading is stated, set as a goal, or practised by publication; only a denial of both says no."""
    whole, policy = case.collaboration, case.collaboration.publication
    spread = case.read("horizontal.dissemination", whole.horizontal.dissemination, whole.horizontal.source)
    channel = case.read("publication.channel", policy.channel, policy.source)
    if spread.value is not None:
        return met(say("It is stated how results are spread."), spread.cited)
    goals = [goal for goal in whole.goals if isinstance(goal, DisseminationGoal)]
    if goals:
        shown = cite(f"goals.{goals[0].id}.text", goals[0].text, goals[0].source)
        return met(say("It is a goal to spread the results."), shown)
    what = case.read("publication.what", policy.what, policy.source)
    if channel.value is not None and policy.what:
        return met(say("It is stated what is published, and where."), what.cited, channel.cited)
    if spread.denied and channel.denied:
        because = say("It is declared that results are neither spread nor published.")
        return not_met(because, spread.cited, channel.cited, change=spread.path)
    asks = [Ask(spread.path, say("To whom, how and when are results spread?"))] if spread.silent else []
    asks += [Ask(channel.path, say("Where is it published?"))] if channel.silent else []
    asks += [Ask(what.path, say("What is published?"))] if channel.value is not None else []
    conflict = [*spread.conflict, *channel.conflict]
    return unknown(say("No source says whether results are spread or published."), asks=asks, conflict=conflict)


@horizontal(
    "H20",
    part=_TEXT,
    question=say("Is it stated what comes after the project?"),
    remedy=Remedy(
        say("State who takes over what after the end."),
        Effort.MEDIUM,
        PROJECT_OWNER,
        "horizontal.after",
        lambda case: with_horizontal(case, after=TO_FILL_IN),
    ),
)
def something_comes_after(case: Case) -> Finding:
    """Judge whether a plan, an application or an arrangement for the time after the end is stated."""
    told = case.collaboration.horizontal
    return is_stated(
        case.read("horizontal.after", told.after, told.source),
        say("What happens after the project, and who takes over?"),
        yes=say("It is stated what comes after the project."),
        no=say("It is declared that nothing is planned for the time after the project."),
        silent=say("No source says what comes after the project."),
    )


@horizontal(
    "H21",
    part=_TEXT,
    question=say("Is the work anchored in politics?"),
    remedy=Remedy(
        say("Plan an item with the political board."),
        Effort.MEDIUM,
        STEERING_GROUP,
        "horizontal.political_anchoring",
        lambda case: with_horizontal(case, political_anchoring=TO_FILL_IN),
    ),
)
def politics_is_anchored(case: Case) -> Finding:
    """Judge whether a duty to anchor, a politician's seat or an item with a political body is stated.

    Where a source declares that there is no anchoring, only a seat of which nobody knows whether it is a politician's
    leaves it open.
    """
    told = case.collaboration.horizontal
    anchored = case.read("horizontal.political_anchoring", told.political_anchoring, told.source)
    if anchored.value is not None:
        return met(say("It is stated how the work is anchored in politics."), anchored.cited)
    places = [place for body in case.bodies for place in case.places(body)]
    seated = [place for place in places if place.political.value is True]
    if seated:
        because = say("The seat {seat} is an elected politician’s.", seat=seated[0].seat.id)
        return met(because, seated[0].political.cited)
    items = _political_items(case)
    if items:
        because = say("A political body has it on its agenda: {item}.", item=items[0].name)
        return met(because, *items[0].shown, *case.membership(items[0]))
    unsure = [place for place in places if place.political.silent]
    if anchored.denied and not unsure:
        because = say("It is declared that the work is not anchored in politics.")
        shown = (place.political.cited for place in places)
        return not_met(because, anchored.cited, *shown, change=anchored.path)
    asks = [Ask(anchored.path, say("How is the work anchored in politics?"))] if anchored.silent else []
    asks += [
        Ask(place.political.path, say("Is the seat {seat} an elected politician’s?", seat=place.seat.id))
        for place in unsure
    ]
    conflict = [*anchored.conflict, *(claim for place in unsure for claim in place.political.conflict)]
    because = say("No source says whether the work is anchored in politics.")
    return unknown(because, asks=asks, conflict=conflict, good=one_of(asks))


def _political_items(case: Case) -> list[Occasion]:
    political = {body.id for body in case.bodies_of(BodyKind.POLITICAL_BODY)}
    return [each for each in case.occasions if not political.isdisjoint(each.bodies)]


@horizontal(
    "H22",
    part=_TEXT,
    question=say("Does the work build on a pre-study, a study visit or an earlier project?"),
    remedy=Remedy(
        say("Record what earlier work is built on."),
        Effort.LOW,
        PROJECT_LEAD,
        "horizontal.learning",
        lambda case: with_horizontal(case, learning=(Learning(LearningKind.EARLIER_PROJECT, TO_FILL_IN),)),
    ),
)
def builds_on_earlier_work(case: Case) -> Finding:
    """Judge whether something earlier is named, or a part of the work has study visits of its own."""
    told = case.collaboration.horizontal
    learning = case.read("horizontal.learning", told.learning, told.source)
    if learning.value:
        names = tuple(each.name for each in learning.value)
        cited = cite(learning.path, say("{list}", list=names), learning.source)
        return met(say("It builds on: {names}.", names=names), cited)
    visits = [area for area in case.collaboration.areas if area.study_visits]
    if visits:
        area = visits[0]
        because = say("Study visits are planned: {names}.", names=area.study_visits)
        return met(because, cite(f"areas.{area.id}.study_visits", say("{list}", list=area.study_visits), area.source))
    if learning.denied:
        because = say("It is declared that it builds on nothing earlier.")
        return not_met(because, learning.cited, change=learning.path)
    because = say("No source says what earlier work it builds on.")
    return learning.undecided(because, say("Which pre-study, study visit or earlier project does it build on?"))


FACTORS = (
    alone(Text("Spridning", "Dissemination"), results_are_spread),
    alone(Text("Efter projektet", "After the project"), something_comes_after),
    alone(Text("Politisk förankring", "Political anchoring"), politics_is_anchored),
    alone(Text("Lärande", "Learning"), builds_on_earlier_work),
)
