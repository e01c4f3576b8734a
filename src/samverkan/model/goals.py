"""What the collaboration promises to reach: goals (*mål*), each kind with the parts that make it measurable."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from attrs import field, frozen

from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.names import Text, an_id, texts
from samverkan.model.source import Source
from samverkan.model.values import Length, as_fact_text, as_fraction
from samverkan.model.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable


class Operator(Enum):
    """How a result must stand to the number of the goal."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EXACTLY = "="
    MORE_THAN = ">"
    LESS_THAN = "<"


class Basis(Enum):
    """Whether the source states it, or it is read by default: a bare target share means at least."""

    STATED = "stated"
    DEFAULT = "default"


class Measured(Enum):
    """When a goal is measured."""

    MONTHLY = "monthly"
    YEARLY = "yearly"
    AT_END = "at-end"


class Breakdown(Enum):
    """By what figures are broken down (*uppdelning*)."""

    SEX = "sex"
    AGE = "age"


class Amount(Enum):
    """Whether a number counts those inside at one time (*stock*) or those who pass in a period (*flow*)."""

    STOCK = "stock"
    FLOW = "flow"


def _breakdowns(breakdowns: Iterable[Breakdown]) -> tuple[Breakdown, ...]:
    return tuple(breakdowns)


@frozen(kw_only=True)
class _Goal:
    """What every goal has: its words, whom it is about, and by when."""

    id: str = field(validator=an_id)
    text: Text
    group: str | None = None
    listed: bool = True
    unit_ref: str | None = field(default=None, metadata={"refers": "units"})
    population: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    population_implied: bool = False
    excludes: tuple[Text, ...] = field(default=(), converter=texts)
    deadline: Fact[When] = UNKNOWN
    measured: Fact[Measured] = UNKNOWN
    baseline: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    compared_with: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    breakdown: tuple[Breakdown, ...] = field(default=(), converter=_breakdowns)
    effect: Text | None = None
    note: Text | None = None
    source: Source | None = None


@frozen(kw_only=True)
class _NumberedGoal(_Goal):
    number: Fact[Fraction] = field(default=UNKNOWN, converter=as_fraction)
    operator: Operator = Operator.AT_LEAST
    operator_basis: Basis = Basis.STATED


@frozen(kw_only=True)
class ShareGoal(_NumberedGoal):
    """A share, in percent, of a population reaches some outcome (*andelsmål*)."""

    kind: ClassVar[str] = "share"

    outcomes: tuple[Text, ...] = field(default=(), converter=texts)
    window: Fact[Length] = UNKNOWN
    window_from: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    attribution: Text | None = None


@frozen(kw_only=True)
class ComplementGoal(_NumberedGoal):
    """A share of those who did not reach the outcome of another goal (*övriga*)."""

    kind: ClassVar[str] = "complement"

    of: str = field(metadata={"refers": "goals"})
    outcomes: tuple[Text, ...] = field(default=(), converter=texts)


@frozen(kw_only=True)
class VolumeGoal(_NumberedGoal):
    """So many take part, at one time or in a period (*volymmål*)."""

    kind: ClassVar[str] = "volume"

    unit: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    amount: Fact[Amount] = UNKNOWN


@frozen(kw_only=True)
class CapacityGoal(_NumberedGoal):
    """So many places exist, some perhaps reserved for a group (*platsmål*)."""

    kind: ClassVar[str] = "capacity"

    unit: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    reserved_for: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    of: str | None = field(default=None, metadata={"refers": "goals"})


@frozen(kw_only=True)
class TimeLimitGoal(_Goal):
    """An outcome is reached within a length of time from some event (*tidsgräns*)."""

    kind: ClassVar[str] = "time-limit"

    within: Fact[Length] = UNKNOWN
    after: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    share: Fact[Fraction] = field(default=UNKNOWN, converter=as_fraction)
    outcomes: tuple[Text, ...] = field(default=(), converter=texts)


@frozen(kw_only=True)
class PerceptionGoal(_NumberedGoal):
    """A share of those asked think so (*upplevelsemål*)."""

    kind: ClassVar[str] = "perception"

    parts: tuple[Text, ...] = field(default=(), converter=texts)


@frozen(kw_only=True)
class MixedGoal(_NumberedGoal):
    """A share reaches a hard outcome, or perceives a better chance of it; the two are told apart (*blandat mål*)."""

    kind: ClassVar[str] = "mixed"

    outcomes: tuple[Text, ...] = field(default=(), converter=texts)
    perceptions: tuple[Text, ...] = field(default=(), converter=texts)
    attribution: Text | None = None


@frozen(kw_only=True)
class DeliverableGoal(_NumberedGoal):
    """Something is made: a plan, a model, an application (*leverans*)."""

    kind: ClassVar[str] = "deliverable"

    unit: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    steps: tuple[Text, ...] = field(default=(), converter=texts)
    quality: Text | None = None


@frozen(kw_only=True)
class DisseminationGoal(_Goal):
    """Results are spread (*spridning*)."""

    kind: ClassVar[str] = "dissemination"

    channels: tuple[Text, ...] = field(default=(), converter=texts)


@frozen(kw_only=True)
class DirectionGoal(_Goal):
    """A direction without a number (*inriktning*); never measurable as it stands."""

    kind: ClassVar[str] = "direction"


Goal: TypeAlias = (
    ShareGoal
    | ComplementGoal
    | VolumeGoal
    | CapacityGoal
    | TimeLimitGoal
    | PerceptionGoal
    | MixedGoal
    | DeliverableGoal
    | DisseminationGoal
    | DirectionGoal
)
"""Every kind of goal that the sources set."""
