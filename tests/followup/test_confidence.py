import re
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.errors import InvalidValueError
from samverkan.followup.confidence import Confidence, wilson


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_examples_of_newcombe_come_out(count: int, total: int, low: float, high: float) -> None:
    found = wilson(count, total)

    assert found == Confidence(
        method="Wilson", level=0.95, low=pytest.approx(low, abs=5e-5), high=pytest.approx(high, abs=5e-5)
    )


def test_of_nobody_nothing_is_known() -> None:
    assert wilson(0, 0) is None


@pytest.mark.parametrize(
    ("count", "total", "level", "told"),
    [
        (4, 3, 0.95, "4 of 3 is no share; expected a count from 0 to the total"),
        (-1, 3, 0.95, "-1 of 3 is no share; expected a count from 0 to the total"),
        (1, 3, 95, "the level 95 is none; expected a number between 0 and 1, such as 0.95"),
        (1, 3, 0, "the level 0 is none"),
        (1, 3, 1, "the level 1 is none"),
    ],
)
def test_what_is_no_share_or_level_is_refused(count: int, total: int, level: float, told: str) -> None:
    with pytest.raises(InvalidValueError, match=re.escape(told)):
        wilson(count, total, level=level)


shares = st.integers(1, 2000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))
levels = st.floats(0.5, 0.999)


def found(count: int, total: int, level: float = 0.95) -> Confidence:
    interval = wilson(count, total, level=level)
    assert interval is not None
    return interval


class TestWilson:
    """The interval holds each share that the count would not contradict in a score test."""

    @given(shares, levels)
    def test_its_ends_are_where_halving_finds_the_test_to_turn(self, share: tuple[int, int], level: float) -> None:
        count, total = share
        z = NormalDist().inv_cdf(1 - (1 - level) / 2)

        def end(low: float, high: float) -> float:
            """Halve from a share that the count contradicts to one that it does not."""
            for _ in range(60):
                middle = (low + high) / 2
                if abs(count / total - middle) > z * (middle * (1 - middle) / total) ** 0.5:
                    low = middle
                else:
                    high = middle
            return high

        interval = found(count, total, level)

        assert interval.low == pytest.approx(end(0, count / total) if count else 0, abs=1e-9)
        assert interval.high == pytest.approx(end(1, count / total) if count < total else 1, abs=1e-9)

    @given(shares, levels)
    def test_it_holds_the_share_and_those_who_are_not_counted_have_its_mirror(
        self, share: tuple[int, int], level: float
    ) -> None:
        count, total = share
        interval, mirror = found(count, total, level), found(total - count, total, level)

        assert 0 <= interval.low <= count / total <= interval.high <= 1
        assert (1 - mirror.high, 1 - mirror.low) == pytest.approx((interval.low, interval.high))

    @given(shares, st.integers(2, 9))
    def test_it_is_narrower_the_more_are_counted(self, share: tuple[int, int], times: int) -> None:
        few, many = found(*share), found(share[0] * times, share[1] * times)

        assert many.high - many.low < few.high - few.low
