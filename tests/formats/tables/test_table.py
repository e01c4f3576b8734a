from __future__ import annotations

import pytest

from samverkan.formats.tables.table import Table

FACTS = Table("Möten", ["När", "Vad"], [["fre 4 mars", "Möte"], ["", "<b>|</b>\u202e\n"]])


def test_a_row_has_a_cell_for_each_head() -> None:
    with pytest.raises(ValueError, match="each of the 2 heads"):
        Table("X", ["A", "B"], [["1"]])


def test_it_can_be_printed_on_a_terminal() -> None:
    assert FACTS.text(40).splitlines() == [
        "Möten",
        "─────",
        "  När         Vad",
        "  fre 4 mars  Möte",
        "              <b>|</b>",
    ]
