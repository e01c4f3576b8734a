"""The paragraphs that answers about competence rest on, each with the version that was read."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from attrs import field, frozen

from samverkan.model.mandate import MoreThan
from samverkan.model.message import Message, say
from samverkan.model.values import a_date

READ = dt.date(2025, 5, 26)
"""The day of the version of the act that was read."""


@frozen
class Paragraph:
    """A place in an act (*lagrum*) and what it says in our words, in the version of one day."""

    place: str
    says: Message
    act: str = "kommunallagen (2017:725)"
    as_of: dt.date = field(default=READ, validator=a_date)

    def __str__(self) -> str:
        return f"{self.act} {self.place}, text as of {self.as_of}"


COUNCIL_DECIDES = Paragraph("5:1", say("the council decides in matters of principle or of greater importance"))
COMMITTEES_DECIDE = Paragraph(
    "6:3", say("committees decide in the administration, in what law gives them, and in what the council delegates")
)
DELEGATION = Paragraph(
    "6:37", say("a committee may delegate to its presidium, a sub-committee, a member or a deputy; the list is closed")
)
EMPLOYEES = Paragraph("7:5", say("a committee may delegate to an employee"))
COUNCIL_QUORUM = Paragraph("5:45", say("the council handles an item only with more than half of its members present"))
COMMITTEE_QUORUM = Paragraph("6:27", say("a committee handles an item only with more than half of its members present"))
COUNCIL_REMOTE = Paragraph("5:16", say("attendance from afar at the council counts only if the council has decided so"))
COMMITTEE_REMOTE = Paragraph(
    "6:24", say("attendance from afar at a committee counts only if the council has decided so")
)
COUNCIL_CONFLICT = Paragraph("5:47", say("who has a conflict of interest takes no part in the item in the council"))
COMMITTEE_CONFLICT = Paragraph(
    "6:28–30", say("who has a conflict of interest takes no part in the item in a committee")
)

MORE_THAN_HALF = MoreThan(Fraction(1, 2))
"""The quorum of 5:45 and 6:27; exactly half is not enough, whatever the body has decided itself."""
