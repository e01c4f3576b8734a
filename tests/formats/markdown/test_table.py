from __future__ import annotations

from samverkan.formats.markdown.table import table_document
from samverkan.formats.tables.table import Table

FACTS = Table("Möten", ["När", "Vad"], [["fre 4 mars", "Möte"], ["", "<b>|</b>\u202e\n"]])


def test_every_cell_stays_text() -> None:
    assert table_document(FACTS).splitlines() == [
        "# Möten",
        "",
        "| När | Vad |",
        "| --- | --- |",
        "| fre 4 mars | Möte |",
        r"|  | \<b\>\|\</b\> |",
    ]
