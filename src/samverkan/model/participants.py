"""The way of the participants: units with places, and the steps through them (*deltagarflöde*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.model.facts import UNKNOWN, Fact
from samverkan.model.goals import Amount
from samverkan.model.names import Text, an_id, texts
from samverkan.model.source import Source
from samverkan.model.values import Length, Unit, as_fact_text

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen
class Capacity:
    """How many a unit holds at one time (stock), or takes in each period (flow); the two are never compared."""

    number: int
    unit: Text
    amount: Fact[Amount] = UNKNOWN
    per: Unit | None = None


@frozen
class Reservation:
    """Places kept for one group; ``lasting`` says that nobody there is required to move on."""

    group: Text
    at_least: int
    lasting: Fact[bool] = UNKNOWN


def _reservations(reservations: Iterable[Reservation]) -> tuple[Reservation, ...]:
    return tuple(reservations)


@frozen
class WorkUnit:
    """A unit of a project that participants pass through or stay in (*enhet*)."""

    id: str = field(validator=an_id)
    name: Text
    aliases: tuple[Text, ...] = field(default=(), converter=texts)
    capacity: Fact[Capacity] = UNKNOWN
    reserved: tuple[Reservation, ...] = field(default=(), converter=_reservations)
    stay: Fact[Length] = UNKNOWN
    outcome_within: Fact[Length] = UNKNOWN
    source: Source | None = None


@frozen
class Observed:
    """How many were counted at a step; ``approximate`` where the source says about (*ca*)."""

    count: int
    approximate: bool = False
    where: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)


@frozen
class Step:
    """One step of the participants' way."""

    id: str = field(validator=an_id)
    name: Text
    unit: str | None = field(default=None, metadata={"refers": "units"})
    observed: Fact[Observed] = UNKNOWN


@frozen
class GroupSize:
    """The smallest and largest number in a group; what else the source says of it stands in ``note``."""

    smallest: int
    largest: int
    note: Text | None = None


def _steps(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(steps)


@frozen
class Flow:
    """The participants' way through the steps; whether the listed order is the order of the steps is a fact too."""

    id: str = field(validator=an_id)
    name: Fact[Text] = field(default=UNKNOWN, converter=as_fact_text)
    steps: tuple[Step, ...] = field(default=(), converter=_steps)
    order_stated: Fact[bool] = UNKNOWN
    reversible: Fact[bool] = UNKNOWN
    capacity: Fact[Capacity] = UNKNOWN
    window: Fact[Length] = UNKNOWN
    group_size: Fact[GroupSize] = UNKNOWN
    offered: tuple[Text, ...] = field(default=(), converter=texts)
    source: Source | None = None
