"""Changes in the model alone (*ändringar i modellen*), made by the hundred while remedies are weighed."""

from __future__ import annotations

from copy import copy
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from samverkan.model.bodies import Body, BodyKind
from samverkan.model.facts import UNKNOWN
from samverkan.model.names import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.checklist.case import Case

T = TypeVar("T")


def amended(whole: T, **changes: Any) -> T:  # noqa: ANN401  # any fields
    """Give a collaboration with other fields, lists as tuples, without asking anew whether it all holds together.

    To ask takes longer than all criteria together. Whoever amends must keep it so; law 12 asks it of every remedy.
    """
    other = copy(whole)
    for name, value in changes.items():
        object.__setattr__(other, name, tuple(value) if isinstance(value, list) else value)
    return other


def fresh(name: str, taken: Iterable[str]) -> str:
    """Give the first of ``name-1``, ``name-2`` … that is not taken.

    >>> fresh("new", ["new-1"])
    'new-2'
    """
    known = frozenset(taken)
    return next(each for each in (f"{name}-{number}" for number in count(1)) if each not in known)


def having(case: Case, kind: BodyKind) -> Case:
    """Give the case with a body of the kind at work.

    A body that has to be set up has an open list of seats, and reports to the first body, so that it stands not alone.
    """
    if case.bodies_of(kind):
        return case
    whole = case.collaboration
    above = case.bodies[0].id if case.bodies else UNKNOWN
    body = Body(fresh(kind.value, (each.id for each in whole.bodies)), kind, Text(kind.value), reports_to=above)
    return case.after(amended(whole, bodies=(*whole.bodies, body)))
