"""How sure a share is as a figure of more than those counted (*konfidensintervall*), with the method named."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from attrs import frozen

from samverkan.errors import InvalidValueError


@frozen(kw_only=True)
class Confidence:
    """An interval for a share, from 0 to 1, by the ``method`` at the ``level`` that stand beside it."""

    method: str
    level: float
    low: float
    high: float


def wilson(count: int, total: int, *, level: float = 0.95) -> Confidence | None:
    """Give the score interval of a share of independent cases, without continuity correction; nothing of nobody.

    It holds each share that the count would not contradict in a two-sided test at ``level``, a number between 0 and 1.
    Raises ``InvalidValueError`` where the count is not from 0 to the total, or the level not between 0 and 1.
    Source: Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212; method 3 of Newcombe, Statist. Med. 17 (1998) 857–872.
    """
    if not 0 <= count <= total:
        raise InvalidValueError("bad-share", f"{count} of {total} is no share", "a count from 0 to the total")
    if not 0 < level < 1:
        raise InvalidValueError("bad-level", f"the level {level} is none", "a number between 0 and 1, such as 0.95")
    if not total:
        return None
    z = NormalDist().inv_cdf((1 + level) / 2)
    middle = 2 * count + z * z
    reach = z * sqrt(z * z + 4 * count * (total - count) / total)
    # Rounding must not keep the ends from 0 and 1, where they lie exactly for none and for all.
    low = (middle - reach) / (2 * (total + z * z)) if count else 0.0
    high = (middle + reach) / (2 * (total + z * z)) if count < total else 1.0
    return Confidence(method="Wilson", level=level, low=low, high=high)
