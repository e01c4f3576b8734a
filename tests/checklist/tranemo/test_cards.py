"""What each criterion asks, by which source, and what to do about a no, word for word."""

from __future__ import annotations

import pytest

from samverkan.checklist.tranemo import TRANEMO
from tests.checklist.saying import card, paragraph

CRITERIA = {criterion.id: criterion for criterion in TRANEMO.criteria}


@pytest.mark.parametrize("name", CRITERIA)
def test_the_card_of_a_criterion(name: str) -> None:
    assert card(CRITERIA[name]) == paragraph("cards", f"[{name}]")
