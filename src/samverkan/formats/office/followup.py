"""A follow-up as a workbook: a row for each figure that may be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.followup import HEADS, figure_rows
from samverkan.formats.office import workbook
from samverkan.formats.office.sheet import Sheet
from samverkan.formats.text.followup_words import TITLE

if TYPE_CHECKING:
    from samverkan.followup.followup import FollowUp
    from samverkan.followup.telling import Telling
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration


def dumps(found: FollowUp, telling: Telling, whole: Collaboration, wording: Wording) -> bytes:
    """Write the flat table as a workbook; raises ``InvalidValueError`` where the extra is not installed."""
    title = f"{wording.value(whole.name)}: {wording.word(TITLE)}"
    return workbook.dumps([sheet(found, telling, whole, wording)], title=title, updated=found.as_of)


def sheet(found: FollowUp, telling: Telling, whole: Collaboration, wording: Wording) -> Sheet:
    """Give the flat table as a sheet."""
    rows = figure_rows(found, telling, whole, wording)
    return Sheet(wording.word(TITLE), map(wording.word, HEADS), rows)
