"""The steps of a rollout as TOML (``….steps.toml``): the file that a municipality plans its own way by."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from samverkan.errors import InvalidStepsError
from samverkan.formats.document import FORMAT, of_this_format
from samverkan.formats.intake import checked
from samverkan.formats.joint import joint_faults
from samverkan.formats.layout import toml_text
from samverkan.formats.places import located
from samverkan.formats.refusal import Refused
from samverkan.formats.structure import structure
from samverkan.formats.syntax import number, syntax_faults
from samverkan.formats.unstructure import table_of
from samverkan.steps.plan import StepPlan

if TYPE_CHECKING:
    from samverkan.formats.places import Places


def loads(text: str, *, name: str = "<text>") -> StepPlan:
    """Read the steps of a rollout from TOML text, or tell every fault in them; ``name`` is what the faults call it.

    Raises ``InvalidStepsError``, or ``UnreadableFileError`` where the text cannot be taken in at all.
    """
    text = checked(text, name)
    try:
        data = tomllib.loads(text, parse_float=number)
    except ValueError:
        raise InvalidStepsError(syntax_faults(text, name)) from None
    try:
        return structure(of_this_format(data, StepPlan), StepPlan)
    except Refused as refusal:
        faults = (*refusal.faults, *joint_faults(data, refusal.faults, StepPlan))
        raise InvalidStepsError(located(faults, text, name, _find)) from None


def dumps(plan: StepPlan) -> str:
    """Write the steps of a rollout as TOML text that ``loads`` makes the same steps of."""
    return toml_text({"format": FORMAT, **table_of(plan)})


def _find(text: str) -> Places:
    # tree-sitter is loaded only when there is a fault to point at.
    from samverkan.formats.toml_tree import toml_places

    return toml_places(text)
