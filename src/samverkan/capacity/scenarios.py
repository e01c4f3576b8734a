"""Other places, stays and arrivals side by side: what each comes to, worked out and simulated (*scenarier*)."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.capacity.part import NOTHING, Given, Part, part_of
from samverkan.capacity.queue import Full
from samverkan.capacity.simulation import RUNS, Occupancy, simulate
from samverkan.capacity.trial import Arriving, Staying, trial_of
from samverkan.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.capacity.amounts import Rate, Stay
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.goals import Amount


@frozen(kw_only=True)
class Simulation:
    """How scenarios are simulated: so many days, so many times, and in which way people come, stay and wait."""

    days: int
    runs: int = RUNS
    seed: int = 1
    arriving: Arriving = Arriving.RANDOM
    staying: Staying = Staying.ALIKE
    full: Full = Full.QUEUE


@frozen
class Scenario:
    """One way in which it could be: the unit or flow with what is given of it, and its runs if it was simulated."""

    part: Part
    occupancy: Occupancy | None = None


def choices(
    *,
    places: Sequence[int] = (),
    stays: Sequence[Stay] = (),
    arrivals: Sequence[Rate] = (),
    amount: Amount | None = None,
) -> list[Given]:
    """Combine each number of places with each stay and each rate; what has no choice is as the file has it."""
    said = product(places or (None,), stays or (None,), arrivals or (None,))
    return [Given(places=p, stay=s, arrivals=a, amount=amount) for p, s, a in said]


def scenarios(
    collaboration: Collaboration, id_: str, given: Iterable[Given] = (NOTHING,), *, simulation: Simulation | None = None
) -> tuple[Scenario, ...]:
    """Give a unit or flow in each of the ways that are given, side by side.

    With a ``simulation`` each is simulated, all with the same seed. Raises ``UnknownNameError`` for an id that no unit
    or flow with a capacity has, and ``InvalidValueError`` where something is to be simulated that is not known.
    """
    return tuple(_scenario(collaboration, id_, each, simulation) for each in given)


def _scenario(collaboration: Collaboration, id_: str, given: Given, how: Simulation | None) -> Scenario:
    part = part_of(collaboration, id_, given)
    if part is None:
        known = [*(each.id for each in collaboration.units), *(each.id for each in collaboration.flows)]
        raise UnknownNameError("unit or flow", id_, known)
    if how is None:
        return Scenario(part)
    trial = trial_of(part, days=how.days, arriving=how.arriving, staying=how.staying, full=how.full)
    return Scenario(part, simulate(trial, runs=how.runs, seed=how.seed))
