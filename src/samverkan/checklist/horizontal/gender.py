"""Whether women and men take part on the same terms: H15 to H17 (*jämställdhetsintegrering*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from samverkan.checklist.criterion import Effort, Remedy
from samverkan.checklist.finding import Finding, met, not_met
from samverkan.checklist.horizontal.common import (
    PROJECT_LEAD,
    STEERING_GROUP,
    TO_FILL_IN,
    alone,
    has_a_measure,
    horizontal,
    is_stated,
    with_horizontal,
)
from samverkan.model.goals import Breakdown
from samverkan.model.horizontal import Gender, Measure
from samverkan.model.message import say
from samverkan.model.names import Text

if TYPE_CHECKING:
    from samverkan.checklist.case import Case
    from samverkan.model.collaboration import Collaboration

_PART = Text("avsnittet om jämställdhet", "the section on gender equality")
_AT = "horizontal.gender"


def _section(case: Case) -> Gender:
    """Give the section; where it names no source of its own, it comes from where all the answers do."""
    answers = case.collaboration.horizontal
    return evolve(answers.gender, source=answers.gender.source or answers.source)


def _changed(case: Case, **facts: Any) -> Collaboration:  # noqa: ANN401  # any field of the section
    return with_horizontal(case, gender=evolve(case.collaboration.horizontal.gender, **facts))


@horizontal(
    "H15",
    part=_PART,
    question=say("Is at least one concrete measure for gender equality stated?"),
    remedy=Remedy(
        say("Write one concrete measure in the gender section."),
        Effort.LOW,
        PROJECT_LEAD,
        f"{_AT}.measures",
        lambda case: _changed(case, measures=[Measure(TO_FILL_IN)]),
    ),
)
def gender_has_a_measure(case: Case) -> Finding:
    """Judge whether a measure is listed; a section that is there and holds none has no content."""
    section = _section(case)
    return has_a_measure(
        case,
        section,
        _AT,
        yes=say(
            "{n} measure for gender equality is stated.",
            "{n} measures for gender equality are stated.",
            n=len(section.measures),
        ),
        no=say("The section on gender equality is there and states no measure."),
        silent=say("No source states a measure for gender equality."),
        which=say("What is done for gender equality?"),
        whether_all=say("Are all measures for gender equality listed?"),
    )


@horizontal(
    "H16",
    part=_PART,
    question=say("Is gender expertise tied to the steering?"),
    remedy=Remedy(
        say("Co-opt gender expertise to the steering body."),
        Effort.MEDIUM,
        STEERING_GROUP,
        f"{_AT}.expertise",
        lambda case: _changed(case, expertise=TO_FILL_IN),
    ),
)
def gender_expertise_steers(case: Case) -> Finding:
    """Judge whether it is stated how gender expertise is tied to the steering."""
    section = _section(case)
    return is_stated(
        case.read(f"{_AT}.expertise", section.expertise, section.source),
        say("How is gender expertise tied to the steering?"),
        yes=say("Gender expertise is tied to the steering."),
        no=say("It is declared that no gender expertise is tied to the steering."),
        silent=say("No source says whether gender expertise is tied to the steering."),
    )


@horizontal(
    "H17",
    part=_PART,
    question=say("Are data to be broken down by sex?"),
    remedy=Remedy(
        say("Require statistics by sex in every follow-up."),
        Effort.MEDIUM,
        PROJECT_LEAD,
        "horizontal.breakdown",
        lambda case: with_horizontal(case, breakdown=(Breakdown.SEX,)),
    ),
)
def data_by_sex(case: Case) -> Finding:
    """Judge whether sex is among that by which data are broken down; another breakdown does not rule it out."""
    told = case.collaboration.horizontal
    by = case.read("horizontal.breakdown", told.breakdown, told.source)
    if by.value is not None and Breakdown.SEX in by.value:
        return met(say("Data are to be broken down by sex."), by.cited)
    if by.denied:
        return not_met(say("It is declared that data are not broken down."), by.cited, change=by.path)
    return by.undecided(say("No source says that data are broken down by sex."), say("By what are data broken down?"))


FACTORS = (
    alone(Text("Jämställdhet: åtgärder", "Gender equality: measures"), gender_has_a_measure),
    alone(
        Text("Jämställdhet: sakkunskap i styrningen", "Gender equality: expertise in the steering"),
        gender_expertise_steers,
    ),
    alone(Text("Uppgifter uppdelade på kön", "Data broken down by sex"), data_by_sex),
)
