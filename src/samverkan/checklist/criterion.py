"""A criterion (*kriterium*): one question with its source, the function that answers it, and what to do about a no."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
from attrs import field, frozen

from samverkan.checklist.case import Case
from samverkan.checklist.finding import Finding
from samverkan.checklist.parameters import parameter_names
from samverkan.errors import InvalidValueError, UnknownNameError
from samverkan.model.collaboration import Collaboration
from samverkan.model.message import Message
from samverkan.model.names import ids, not_blank

if TYPE_CHECKING:
    from attrs import Attribute

Judge: TypeAlias = Callable[[Case], Finding]
"""A function that answers the question of one criterion about one case, from nothing but the case."""


class Aspect(Enum):
    """Whether a criterion asks what the setup says (design) or what has been done and recorded (conduct)."""

    DESIGN = "design"
    CONDUCT = "conduct"


class Effort(Enum):
    """How much a remedy takes (*insats*): a note in the file, some conversations, or a change of the setup."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


Mend: TypeAlias = Callable[[Case], Collaboration]
"""A function that gives the collaboration as it is once the remedy has been carried out."""


@frozen
class Remedy:
    """What to do when a criterion is not met (*åtgärd*), by whom, and in which field of the file it then shows.

    ``apply`` carries it out in the model: of a case that does not meet the criterion it gives the collaboration
    afterwards, which does. It may invent the facts that only the reader can choose, such as the day of a new meeting.
    """

    text: Message
    effort: Effort
    responsible: Message
    field: str = field(validator=not_blank)
    apply: Mend | None = attrs.field(default=None, repr=False)


def _known(_: object, __: Attribute[Any], names: tuple[str, ...]) -> None:
    for name in names:
        if name not in parameter_names():
            raise UnknownNameError("parameter", name, parameter_names())


def _weight(_: object, __: Attribute[Any], weight: Fraction) -> None:
    if weight <= 0:
        raise InvalidValueError("bad-weight", f"the weight {weight} counts for nothing", "a number above 0")


def _as_weight(weight: Fraction | int) -> Fraction:
    return Fraction(weight)


@frozen(kw_only=True)
class Criterion:
    """One question of a checklist, and everything about it that does not depend on the case.

    ``core`` criteria make the outcome of their factor; ``weight`` counts in its score.
    """

    id: str = field(validator=not_blank)
    factor: str
    core: bool
    level: Aspect
    question: Message
    source: Message
    parameters: tuple[str, ...] = field(default=(), converter=ids, validator=_known)
    remedy: Remedy
    weight: Fraction = field(default=Fraction(1), converter=_as_weight, validator=_weight)
    judge: Judge = field(repr=False)


def criterion(  # noqa: PLR0913  # a criterion has this many parts
    id_: str,
    *,
    core: bool = False,
    level: Aspect = Aspect.DESIGN,
    question: Message,
    source: Message,
    parameters: tuple[str, ...] = (),
    remedy: Remedy,
) -> Callable[[Judge], Criterion]:
    """Make a criterion of the function below; the number before the point of its id is its factor."""

    def made(judge: Judge) -> Criterion:
        return Criterion(
            id=id_,
            factor=id_.partition(".")[0],
            core=core,
            level=level,
            question=question,
            source=source,
            parameters=parameters,
            remedy=remedy,
            judge=judge,
        )

    return made
