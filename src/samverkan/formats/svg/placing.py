"""Places along a line that keep their distances and stay as near as they can to where they belong (*placering*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def apart(wanted: Sequence[float], sizes: Sequence[float], gap: float, start: float = 0) -> list[float]:
    """Give the upper ends of boxes whose middles are wanted at these places, in this order, none above ``start``.

    Of all ways to keep ``gap`` between them it is the one with the least sum of squares (pool adjacent violators).

    >>> apart([10, 12, 50], [8, 8, 8], 2)
    [2.0, 12.0, 46.0]
    """
    offsets = [sum(sizes[:place]) + gap * place for place in range(len(sizes))]
    pools: list[tuple[float, int]] = []  # where the boxes of a pool would begin together, and how many they are
    for want, size, offset in zip(wanted, sizes, offsets, strict=True):
        mean, count = want - size / 2 - offset, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    means = [max(mean, start) for mean, count in pools for _ in range(count)]
    return [float(mean + offset) for mean, offset in zip(means, offsets, strict=True)]
