"""What a setup says of itself: owner, phase, region, period, model, areas, purposes, target groups."""

from __future__ import annotations

import datetime as dt
from enum import Enum

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.names import Text, an_id, ids, texts
from samverkan.model.source import Source
from samverkan.model.values import Period, as_fact_text
from samverkan.model.when import When


class Phase(Enum):
    """How far a project has come (*fas*)."""

    PRE_STUDY = "pre-study"
    IMPLEMENTATION = "implementation"
    RUNNING = "running"


@frozen
class Provenance:
    """The model that the setup follows (*förlaga*), its parent and where that has been used."""

    model: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    parent: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    parent_year: Fact[int] = UNKNOWN
    variants: tuple[Text, ...] = field(default=(), converter=texts)
    used_in: tuple[Text, ...] = field(default=(), converter=texts)
    source: Source | None = None


@frozen
class Identity:
    """The form fields of a project card (*projektkort*); ``owner`` names an organisation of this file.

    ``period`` is what computations use; ``period_in_text`` is what the running text says of it.
    """

    owner: Fact[str] = field(default=UNKNOWN, metadata={"refers": "organisations"})
    applicant: Fact[str] = field(default=UNKNOWN, metadata={"refers": "municipalities"})
    programme_area: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    phase: Fact[Phase] = UNKNOWN
    region: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    county: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    sub_region: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    labour_market_area: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    period: Fact[Period] = UNKNOWN
    period_in_text: Fact[Period] = UNKNOWN
    provenance: Provenance = field(factory=Provenance)
    history: tuple[Text, ...] = field(default=(), converter=texts)
    website: Fact[str] = UNKNOWN
    source: Source | None = None


@frozen
class Area:
    """A main area of work (*huvudområde*), or a part of a project."""

    id: str = field(validator=an_id)
    text: Text
    context: Text | None = None
    study_visits: tuple[Text, ...] = field(default=(), converter=texts)
    interlocutors: tuple[Text, ...] = field(default=(), converter=texts)
    target_groups: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "target_groups"})
    source: Source | None = None


@frozen
class Statement:
    """A purpose, principle or benefit in the source's own words."""

    text: Text
    id: str | None = None
    source: Source | None = None


@frozen
class TargetGroup:
    """A group that the work is for (*målgrupp*); ``size`` is about how many it was when counted, no goal."""

    id: str = field(validator=an_id)
    name: Text
    age_from: int | None = None
    age_to: int | None = None
    size: Fact[int] = UNKNOWN
    subset_of: str | None = field(default=None, metadata={"refers": "target_groups"})
    source: Source | None = None

    def __attrs_post_init__(self) -> None:
        if self.age_from is not None and self.age_to is not None and self.age_to < self.age_from:
            raise InvalidValueError(
                "reversed-ages", f"ages {self.age_from} to {self.age_to} are reversed", "from before to"
            )


@frozen
class Stage:
    """A stage of the work (*etapp*) and the municipalities, by code, that join in it."""

    id: str = field(validator=an_id)
    text: Text
    when: Fact[When] = UNKNOWN
    earliest: dt.date | None = None
    municipalities: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "municipalities"})
    source: Source | None = None
