"""What a reader must know."""

from __future__ import annotations

import pytest
from attrs import evolve

from samverkan.followup.status import Note
from tests.followup.rows import followed_with, goal


@pytest.mark.parametrize(("parts", "told"), [([], False), (["mål"], False), (["mål", "arbetssätt"], True)])
def test_of_two_parts_or_more_it_is_told_that_each_must_be_thought(parts: list[str], *, told: bool) -> None:
    perceived = evolve(goal("g-g1"), parts=parts)

    assert (Note.ALL_PARTS in followed_with(perceived).notes) is told
