"""The steps of the Tranemo model, which come along as data (*modellens ordning*)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from samverkan.model.identity import Phase
from samverkan.model.names import Text
from samverkan.steps.plan import StepPlan
from samverkan.steps.step import Each, Step


def model_text() -> str:
    """Give the text of the file, comments and all, to begin a file of one's own with."""
    return files(__package__).joinpath("model.toml").read_text(encoding="utf-8")


@cache  # the file comes with the package, so it is the same each time
def model_steps() -> StepPlan:
    """Read the steps of the model; a file of one's own is read by ``samverkan.formats.steps_file``."""
    data = tomllib.loads(model_text())
    return StepPlan(
        id=data["id"], name=Text(**data["name"]), steps=[_step(id_, each) for id_, each in data["steps"].items()]
    )


def _step(id_: str, given: dict[str, Any]) -> Step:
    table: dict[str, Any] = {key: Text(**value) if isinstance(value, dict) else value for key, value in given.items()}
    each, phases = table.pop("each", None), table.pop("phases", ())
    return Step(id=id_, each=each and Each(each), phases=map(Phase, phases), **table)
