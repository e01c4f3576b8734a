"""How many meetings a frequency means (*antal gånger*), as an interval where the source leaves room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.model.cadence import Cadence, Per, TimesPer

if TYPE_CHECKING:
    from samverkan.model.facts import Fact


@frozen(kw_only=True)
class Count:
    """From ``least`` to ``most`` meetings in each period; ``most`` is nothing where the source sets no limit."""

    per: Per
    least: int
    most: int | None = None


def count_of(cadence: Cadence, *, joint: Fact[bool] = True, counterparts: int = 1) -> Count | None:
    """Give the number of meetings in each period, or nothing where the rule names no number.

    Twice a term with five counterparts is two joint meetings, or ten when each is met apart: from two to ten where it
    is not said which. “A few” times is at least once.

    >>> from samverkan.model.facts import UNKNOWN
    >>> count_of(TimesPer(2, Per.TERM), joint=UNKNOWN, counterparts=5)
    Count(per=<Per.TERM: 'term'>, least=2, most=10)
    """
    if not isinstance(cadence, TimesPer):
        return None
    apart = max(counterparts, 1)
    each = 1 if cadence.approximate else cadence.times
    if cadence.approximate:
        most = None
    elif joint is True:
        most = cadence.times
    else:
        most = cadence.times * apart if counterparts else None
    return Count(per=cadence.per, least=each * apart if joint is False else each, most=most)
