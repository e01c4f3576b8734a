from __future__ import annotations

import pytest

from samverkan.errors import InvalidValueError
from samverkan.model.identity import Identity, TargetGroup
from samverkan.model.names import Text


def test_ages_are_told_from_the_younger_to_the_older() -> None:
    with pytest.raises(InvalidValueError, match="ages 24 to 18 are reversed; expected from before to") as told:
        TargetGroup("unga", Text("Unga"), age_from=24, age_to=18)
    assert told.value.code == "reversed-ages"


@pytest.mark.parametrize(("first", "last"), [(18, 18), (18, None), (None, 24), (None, None)])
def test_a_group_may_be_of_one_age_or_open_at_either_end(first: int | None, last: int | None) -> None:
    assert TargetGroup("unga", Text("Unga"), age_from=first, age_to=last).age_to == last


def test_the_period_in_the_text_is_kept_apart_from_the_one_that_counts() -> None:
    assert Identity().period == Identity().period_in_text
    assert "period_in_text" in Identity.__slots__
