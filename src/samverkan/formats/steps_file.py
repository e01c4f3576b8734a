"""The steps of a rollout as TOML (``….steps.toml``): the file that a municipality plans its own way by."""

from __future__ import annotations

from samverkan.errors import InvalidStepsError
from samverkan.formats import toml_file
from samverkan.steps.plan import StepPlan


def loads(text: str, *, name: str = "<text>") -> StepPlan:
    """Read the steps of a rollout from TOML text, or tell every fault in them; ``name`` is what the faults call it.

    Raises ``InvalidStepsError``, or ``UnreadableFileError`` where the text cannot be taken in at all.
    """
    return toml_file.loads(text, StepPlan, name=name, error=InvalidStepsError)


def dumps(plan: StepPlan) -> str:
    """Write the steps of a rollout as TOML text that ``loads`` makes the same steps of."""
    return toml_file.dumps(plan)
