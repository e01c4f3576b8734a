"""Whether everybody can take part: H12 to H14 (*tillgänglighet*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from samverkan.checklist.criterion import Effort, Remedy
from samverkan.checklist.finding import Ask, Evidence, Finding, met, not_met, unknown
from samverkan.checklist.horizontal.common import (
    PROJECT_LEAD,
    TO_FILL_IN,
    alone,
    has_a_measure,
    horizontal,
    with_horizontal,
)
from samverkan.checklist.reading import cite, told
from samverkan.model.horizontal import Access, Accessibility, Measure
from samverkan.model.message import say
from samverkan.model.names import Text

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.model.collaboration import Collaboration

_PART = Text("avsnittet om tillgänglighet", "the section on accessibility")
_WANTED = (Access.PHYSICAL, Access.COMMUNICATIVE, Access.INFORMATIONAL)
_AT = "horizontal.accessibility"


def _changed(case: Case, **facts: Any) -> Collaboration:  # noqa: ANN401  # any field of the section
    return with_horizontal(case, accessibility=evolve(case.collaboration.horizontal.accessibility, **facts))


def _section(case: Case) -> Accessibility:
    """Give the section; where it names no source of its own, it comes from where all the answers do."""
    answers = case.collaboration.horizontal
    return evolve(answers.accessibility, source=answers.accessibility.source or answers.source)


def _closed(case: Case) -> Evidence:
    section = _section(case)
    return case.listed(f"{_AT}.complete", closed=section.complete, source=section.source)


_ALL_MEASURES = Ask(f"{_AT}.complete", say("Are all measures for accessibility listed?"))


@horizontal(
    "H12",
    part=_PART,
    question=say("Is at least one measure for accessibility stated?"),
    remedy=Remedy(
        say("State one measure per kind of accessibility."),
        Effort.LOW,
        PROJECT_LEAD,
        f"{_AT}.measures",
        lambda case: _changed(case, measures=[Measure(TO_FILL_IN)]),
    ),
)
def access_has_a_measure(case: Case) -> Finding:
    """Judge whether a measure is listed, or a kind of accessibility that the project intends to treat."""
    section = _section(case)
    if section.kinds and not section.measures:
        because = say("The project intends to treat: {kinds}.", kinds=section.kinds)
        return met(because, cite(f"{_AT}.kinds", told(section.kinds), section.source))
    return has_a_measure(
        case,
        section,
        _AT,
        yes=say(
            "{n} measure for accessibility is stated.",
            "{n} measures for accessibility are stated.",
            n=len(section.measures),
        ),
        no=say("The section on accessibility is there and states no measure."),
        silent=say("No source states a measure for accessibility."),
        which=say("What is done so that everybody can take part?"),
        whether_all=_ALL_MEASURES.question,
    )


@horizontal(
    "H13",
    part=_PART,
    question=say("Is accessibility physical, communicative and informational?"),
    remedy=Remedy(
        say("Add the kind not covered."),
        Effort.MEDIUM,
        PROJECT_LEAD,
        f"{_AT}.kinds",
        lambda case: _changed(case, kinds=tuple(Access)),
    ),
)
def access_is_of_every_kind(case: Case) -> Finding:
    """Judge whether all three kinds are named; what a measure is good for is not guessed from its words."""
    section = _section(case)
    kinds = cite(f"{_AT}.kinds", told(section.kinds), section.source)
    missing = tuple(kind for kind in _WANTED if kind not in section.kinds)
    if not missing:
        return met(say("Accessibility is physical, communicative and informational."), kinds)
    if section.complete:
        because = say("The list is complete and lacks this kind of accessibility: {kinds}.", kinds=missing)
        return not_met(because, _closed(case), kinds, change=kinds.field)
    ask = Ask(kinds.field, say("Which kinds of accessibility are treated?"))
    because = say("Not named among the kinds of accessibility: {kinds}.", kinds=missing)
    return unknown(because, _closed(case), *([kinds] if section.kinds else []), asks=[ask, _ALL_MEASURES])


@horizontal(
    "H14",
    part=_PART,
    question=say("Is a role or an expert organisation responsible for accessibility?"),
    remedy=Remedy(
        say("Name the role or organisation."),
        Effort.LOW,
        PROJECT_LEAD,
        f"{_AT}.responsible",
        lambda case: _changed(case, responsible=TO_FILL_IN),
    ),
)
def access_has_somebody(case: Case) -> Finding:
    """Judge whether a role, or an expert organisation on disability, is named; interpreters of language are none."""
    section = _section(case)
    role = case.read(f"{_AT}.responsible", section.responsible, section.source)
    if role.value is not None:
        return met(say("Responsible for accessibility: {role}.", role=role.value), role.cited)
    if section.experts:
        because = say("Experts on accessibility: {experts}.", experts=section.experts)
        return met(because, cite(f"{_AT}.experts", told(section.experts), section.source))
    if role.denied:
        because = say("It is declared that nobody is responsible for accessibility.")
        return not_met(because, role.cited, change=role.path)
    because = say("No source says who is responsible for accessibility.")
    return role.undecided(because, say("Which role or organisation is responsible for accessibility?"))


FACTORS = (
    alone(Text("Tillgänglighet: åtgärder", "Accessibility: measures"), access_has_a_measure),
    alone(Text("Tillgänglighet av alla tre slag", "Accessibility of all three kinds"), access_is_of_every_kind),
    alone(Text("Tillgänglighet: ansvar", "Accessibility: responsibility"), access_has_somebody),
)
