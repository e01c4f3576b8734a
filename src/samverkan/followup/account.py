"""A follow-up together with what of it may be told to everybody (*redogörelse*), so that neither goes alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.followup.follow import follow_up
from samverkan.followup.followup import FollowUp
from samverkan.followup.telling import Telling, publication

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from samverkan.followup.followup import GoalFollowUp
    from samverkan.followup.result import Result
    from samverkan.followup.shown import Hidden
    from samverkan.followup.status import Status
    from samverkan.model.collaboration import Collaboration


@frozen
class Account:
    """How the goals stand, for pages, reports and workbooks that anybody may come to see."""

    found: FollowUp
    telling: Telling

    def status(self, each: GoalFollowUp) -> Status | Hidden:
        """Give how a goal stands in the whole, unless that is kept back."""
        return self.telling.status(each.goal, each.whole)


def account(collaboration: Collaboration, results: Iterable[Result], *, as_of: dt.date) -> Account:
    """Follow up the goals by the default policy, and keep back what must be; raises as ``follow_up`` does."""
    rows = tuple(results)
    found = follow_up(collaboration, rows, as_of=as_of)
    return Account(found, publication(collaboration, rows, as_of=as_of))
