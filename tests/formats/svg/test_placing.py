from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.formats.svg.placing import apart

BOXES = st.lists(st.tuples(st.floats(0, 500), st.floats(1, 80)), max_size=8)


@given(BOXES, st.floats(0, 20))
def test_boxes_keep_their_distance_and_none_is_above_the_start(boxes: list[tuple[float, float]], gap: float) -> None:
    wanted, sizes = [want for want, _ in boxes], [size for _, size in boxes]

    tops = apart(wanted, sizes, gap)

    assert all(top >= 0 for top in tops)
    for place in range(1, len(tops)):
        assert tops[place] >= tops[place - 1] + sizes[place - 1] + gap - 1e-6


@given(BOXES)
def test_boxes_that_have_room_stay_where_they_belong(boxes: list[tuple[float, float]]) -> None:
    sizes = [size for _, size in boxes]
    wanted = [place * 100 + 50.0 for place in range(len(boxes))]

    assert apart(wanted, sizes, 20) == pytest.approx(
        [want - size / 2 for want, size in zip(wanted, sizes, strict=True)]
    )
