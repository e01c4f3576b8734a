"""What every project of the fund is asked for: accessibility, gender equality, spreading, a life after the end."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.goals import Breakdown
from samverkan.model.names import Text, ids
from samverkan.model.source import Source
from samverkan.model.values import as_fact_text
from samverkan.model.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable


class Access(Enum):
    """What a measure makes accessible (*slags tillgänglighet*)."""

    PHYSICAL = "physical"
    COMMUNICATIVE = "communicative"
    INFORMATIONAL = "informational"
    ACTIVITY = "activity"


@frozen
class Measure:
    """One measure that a source states (*åtgärd*)."""

    text: Text
    source: Source | None = None


def _measures(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    return tuple(measures)


def _kinds(kinds: Iterable[Access]) -> tuple[Access, ...]:
    return tuple(kinds)


@frozen
class Accessibility:
    """How people with disabilities, and without Swedish, can take part (*tillgänglighet*).

    ``kinds`` are the kinds that the source names; ``complete`` closes both lists.
    """

    measures: tuple[Measure, ...] = field(default=(), converter=_measures)
    kinds: tuple[Access, ...] = field(default=(), converter=_kinds)
    complete: bool = False
    responsible: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    experts: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "organisations"})
    source: Source | None = None


@frozen
class Gender:
    """How women and men take part on the same terms (*jämställdhetsintegrering*).

    ``complete`` says that the section is there and that these are all its measures: an empty one has no content.
    ``expertise`` is how gender expertise is tied to the steering.
    """

    measures: tuple[Measure, ...] = field(default=(), converter=_measures)
    complete: bool = False
    expertise: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    source: Source | None = None


class LearningKind(Enum):
    """Where one has learnt from."""

    PRE_STUDY = "pre-study"
    STUDY_VISIT = "study-visit"
    EARLIER_PROJECT = "earlier-project"


@frozen
class Learning:
    """What the work builds on: a pre-study, a study visit, an earlier project (*lärande*)."""

    kind: LearningKind
    name: Text
    when: Fact[When] = UNKNOWN
    source: Source | None = None


@frozen
class Horizontal:
    """The horizontal criteria of the European Social Fund as one setup answers them (*horisontella kriterier*)."""

    accessibility: Accessibility = field(factory=Accessibility)
    gender: Gender = field(factory=Gender)
    breakdown: Fact[tuple[Breakdown, ...]] = UNKNOWN
    dissemination: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    after: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    political_anchoring: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    staff_anchoring: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    transnational: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    support: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    learning: Fact[tuple[Learning, ...]] = UNKNOWN
    source: Source | None = None
