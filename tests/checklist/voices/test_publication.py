from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from samverkan.checklist.voices.publication import FEWEST, Group, disclosed, published
from samverkan.testing import rounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.checklist.voices.round import Round


def splits(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Give every way to share organisations out on groups."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in splits(total - first, parts - 1))


class TestDisclosed:
    @pytest.mark.parametrize(
        ("counts", "told"),
        [
            ((7, 5, 6), (7, 5, 6)),
            ((7, 2, 3), (7, None, None)),  # the two together are five
            ((9, 1, 2), (None, None, None)),  # 9 of 12 would tell of a group of three
            ((7, 5, 0), (7, None, None)),  # 0 would follow from 7 and 5
            ((9, 4, 6), (9, None, None)),
            ((5, 4, 4), (None, None, None)),  # 5 of 13 would leave 4 and 4 only
            ((12, 0, 0), (None, None, None)),
            ((6, 6, 1), (None, None, None)),  # equal groups are treated alike
        ],
    )
    def test_some_rows(self, counts: tuple[int, ...], told: tuple[int | None, ...]) -> None:
        assert disclosed(counts) == told

    @pytest.mark.parametrize(("parts", "most"), [(3, 40), (4, 16)])
    def test_nobody_can_work_out_what_is_kept_back(self, parts: int, most: int) -> None:
        """Counts that are published alike differ in each one that is hidden, so that knowing the rule does not help."""
        for total in range(1, most + 1):
            alike = defaultdict(list)
            for counts in splits(total, parts):
                alike[disclosed(counts)].append(counts)
            for told, possible in alike.items():
                for place, count in enumerate(told):
                    assert count is not None or len({counts[place] for counts in possible}) > 1, (total, told)

    @pytest.mark.parametrize("total", range(1, 41))
    def test_no_group_below_five_is_told_alone_or_as_what_is_left(self, total: int) -> None:
        for counts in splits(total, 3):
            told = [count for count in disclosed(counts) if count is not None]
            assert all(count >= FEWEST for count in told)
            assert len(told) == len(counts) or total - sum(told) >= min(FEWEST, total)


@given(rounds(max_answers=16))
def test_what_is_told_is_true(round_: Round) -> None:
    for tally in round_.tallies:
        told = published(tally)
        assert told.asked == len(round_.asked)
        assert len(told.counts) == len(Group)
        met = told.counts[0]
        assert met is None or met == sum(voice.stance.value == "met" for voice in tally.voices)
