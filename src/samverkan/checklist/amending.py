"""Changes in the model alone (*ändringar i modellen*), made by the hundred while remedies are weighed."""

from __future__ import annotations

from copy import copy
from typing import Any, TypeVar

T = TypeVar("T")


def amended(whole: T, **changes: Any) -> T:  # noqa: ANN401  # any fields
    """Give a collaboration with other fields, lists as tuples, without asking anew whether it all holds together.

    To ask takes longer than all criteria together. Whoever amends must keep it so; law 12 asks it of every remedy.
    """
    other = copy(whole)
    for name, value in changes.items():
        object.__setattr__(other, name, tuple(value) if isinstance(value, list) else value)
    return other
