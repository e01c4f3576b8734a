"""What holds of every noun of the model."""

from __future__ import annotations

from typing import get_args

import attrs
import pytest

from samverkan.model.calendar import LocalCalendar
from samverkan.model.collaboration import Collaboration
from samverkan.model.goals import Goal
from samverkan.model.publishing import Publishing
from samverkan.model.results import PublishedResult
from tests.testing.nouns import CLASSES

RULES = {"Seat.voting", "Entrance.primary", *(f"{goal.__name__}.listed" for goal in get_args(Goal))}


def test_nothing_is_so_and_no_list_is_complete_unless_somebody_says_it_but_for_three_rules() -> None:
    so = {f"{noun.__name__}.{field.name}" for noun in CLASSES for field in attrs.fields(noun) if field.default is True}

    assert {name for name in so if not name.startswith("_")} == RULES


@pytest.mark.parametrize(
    "noun", [Collaboration, LocalCalendar, Publishing, *get_args(Goal), *get_args(PublishedResult)]
)
def test_a_noun_of_many_fields_is_made_by_naming_them(noun: type) -> None:
    assert all(field.kw_only for field in attrs.fields(noun))
