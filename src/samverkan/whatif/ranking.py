"""Variants in the order of one measure (*ordning*), the gravest first; measures are never added up to one."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.whatif.consequence import Consequence, Measures

_ENDLESS = 10**9


class Order(Enum):
    """By what variants are ordered: as they were given, by score, clashes, waiting, or meetings."""

    GIVEN = "given"
    SCORE = "score"
    CLASHES = "clashes"
    WAITING = "waiting"
    MEETINGS = "meetings"


def ranked(found: Iterable[Consequence], order: Order) -> list[Consequence]:
    """Order what was found; of equals, and of those that cannot be, the order given stays, these last."""
    return sorted(found, key=lambda each: (1,) if each.measures is None else (0, *_key(each.measures, order)))


def _key(told: Measures, order: Order) -> tuple[object, ...]:
    match order:
        case Order.GIVEN:
            return ()
        case Order.SCORE:
            return tuple(sorted((each.score.low, each.score.high or 1) for each in told.judged))
        case Order.CLASHES:
            return (-told.certain, -told.possible)
        case Order.WAITING:
            return (-(told.never or 0), -(_ENDLESS if told.never is None else told.longest or 0))
        case Order.MEETINGS:
            return (told.meetings,)
        case _:
            assert_never(order)
