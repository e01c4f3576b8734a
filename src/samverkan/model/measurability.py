"""Whether a goal can be followed up as it is worded (*mätbarhet*): computed from its parts, never from the word."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from attrs import field, frozen

from samverkan.model.facts import Absent, is_unknown
from samverkan.model.goals import (
    CapacityGoal,
    ComplementGoal,
    DeliverableGoal,
    DirectionGoal,
    DisseminationGoal,
    MixedGoal,
    PerceptionGoal,
    ShareGoal,
    TimeLimitGoal,
    VolumeGoal,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.model.goals import Goal


class Part(Enum):
    """What a goal must state to be measurable: how many, of what, of whom, and by when."""

    NUMBER = "number"
    UNIT = "unit"
    POPULATION = "population"
    TIMEFRAME = "timeframe"


Way: TypeAlias = tuple[str, ...]
"""Fields of a goal that state a part when all of them are stated; no field at all says that its kind implies it."""

DEADLINE: Final[Way] = ("deadline",)
"""The one way that a deadline taken by default can stand in for."""

_BY_WHEN: Final[tuple[Way, ...]] = (DEADLINE, ("measured",))
_IMPLIED: Final[tuple[Way, ...]] = ((),)
_ABOUT: Final[tuple[Way, ...]] = (("population",),)


def _parts(taken: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(taken)


@frozen
class Measurability:
    """Which parts of a goal are ``missing``, in the order of ``Part``; of these, ``denied`` are certainly not there.

    A missing part that is not denied is one on which every source is silent, or divided.
    """

    missing: tuple[Part, ...] = field(converter=_parts)
    denied: tuple[Part, ...] = field(converter=_parts)

    @property
    def measurable(self) -> bool:
        """Whether every part is stated."""
        return not self.missing


def ways_to_state(goal: Goal) -> Mapping[Part, tuple[Way, ...]]:  # noqa: PLR0911  # one return for each kind
    """Give for each part the fields of the goal that may state it; a kind without any for a part can never state it.

    Shares are in percent. A deliverable is about no population, and a complement about the rest of another goal's. A
    window counts only with what it runs from.
    """
    match goal:
        case ShareGoal():
            return _ways((("number",),), about=_ABOUT, when=(*_BY_WHEN, ("window", "window_from")))
        case ComplementGoal():
            return _ways((("number",),), about=(("population",), ("of",)))
        case PerceptionGoal() | MixedGoal():
            return _ways((("number",),), about=_ABOUT)
        case VolumeGoal() | CapacityGoal():
            return _ways((("number",),), unit=(("unit",),), about=_ABOUT)
        case DeliverableGoal():
            return _ways((("number",),), unit=(("unit",),))
        case TimeLimitGoal():
            return _ways((("share",),), about=_ABOUT, when=(("within", "after"),))
        case DirectionGoal() | DisseminationGoal():
            return _ways((), unit=(), about=_ABOUT)
        case _:
            assert_never(goal)


def _ways(
    number: tuple[Way, ...],
    *,
    unit: tuple[Way, ...] = _IMPLIED,
    about: tuple[Way, ...] = _IMPLIED,
    when: tuple[Way, ...] = _BY_WHEN,
) -> Mapping[Part, tuple[Way, ...]]:
    return {Part.NUMBER: number, Part.UNIT: unit, Part.POPULATION: about, Part.TIMEFRAME: when}


def measurability(goal: Goal, *, default: bool | None = False) -> Measurability:
    """Say which parts the goal lacks; ``default`` is whether a deadline stands in where it states none.

    Strictly none does. ``None`` says that nobody knows whether there is one, such as the end of a project whose period
    no source states.
    """
    found = {part: _any(_state(goal, way) for way in ways) for part, ways in ways_to_state(goal).items()}
    if DEADLINE in ways_to_state(goal)[Part.TIMEFRAME]:
        found[Part.TIMEFRAME] = _any((found[Part.TIMEFRAME], default))
    return Measurability(
        (part for part, there in found.items() if not there), (part for part, there in found.items() if there is False)
    )


def states(goal: Goal, way: Way) -> bool:
    """Say whether the goal certainly states all fields of a way."""
    return _state(goal, way) is True


def _state(goal: Goal, way: Way) -> bool | None:
    facts = [getattr(goal, name) for name in way]
    if any(isinstance(fact, Absent) for fact in facts):
        return False
    return None if any(is_unknown(fact) for fact in facts) else True


def _any(known: Iterable[bool | None]) -> bool | None:
    found = set(known)
    return True if True in found else None if None in found else False
