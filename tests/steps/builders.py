"""Steps and setups of a few words, for tests of rollouts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from samverkan.model.collaboration import Collaboration
from samverkan.model.identity import Stage
from samverkan.model.names import Text
from samverkan.model.organisations import Municipality
from samverkan.steps.plan import StepPlan
from samverkan.steps.step import Each, Step

MONDAY = dt.date(2027, 1, 11)


def step(id_: str, *after: str, days: int = 1, **rest: Any) -> Step:  # noqa: ANN401  # the fields of Step
    words = {name: Text(name) for name in ("about", "role", "evidence", "source")}
    return Step(id=id_, title=Text(f"Steget {id_}"), after=after, days=days, **words, **rest)


def each(id_: str, *after: str, days: int = 1, **rest: Any) -> Step:  # noqa: ANN401  # the fields of Step
    return step(id_, *after, days=days, each=Each.MUNICIPALITY, **rest)


def plan(*steps: Step) -> StepPlan:
    return StepPlan(id="egen", name=Text("Egna steg"), steps=steps)


def setup(*towns: str, **rest: Any) -> Collaboration:  # noqa: ANN401  # the fields of Collaboration
    named = [Municipality(f"{place:04}", name) for place, name in enumerate(towns, 1)]
    return Collaboration(id="ekeby", name="Ekeby samverkar", **{"municipalities": named, **rest})


def stage(id_: str, *codes: str, **rest: Any) -> Stage:  # noqa: ANN401  # the fields of Stage
    return Stage(id_, Text(id_), municipalities=codes, **rest)
