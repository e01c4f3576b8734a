"""What every page is told from: a collaboration with its plan and its evaluation, in the words of one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from attrs import frozen

from samverkan.checklist.evaluate import Evaluation
from samverkan.followup.account import Account
from samverkan.formats.html.inline import Inline, Link
from samverkan.formats.html.teller import Teller
from samverkan.formats.text.names import with_names
from samverkan.formats.wording import Wording
from samverkan.planning.schedule import Schedule

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.formats.html.address import Place
    from samverkan.model.collaboration import Collaboration


@frozen
class View(Teller):
    """One collaboration as the pages of one language see it; the day that counts as today is the evaluation's.

    ``account`` says how the goals stand, where there are results.
    """

    plan: Schedule
    evaluation: Evaluation
    account: Account | None = None

    @classmethod
    def of(
        cls,
        collaboration: Collaboration,
        plan: Schedule,
        evaluation: Evaluation,
        language: str,
        *,
        account: Account | None = None,
    ) -> Self:
        """Look at a collaboration in a language; organisations and seats are called by their names."""
        return cls(collaboration, with_names(collaboration, Wording(language)), plan, evaluation, account)

    @property
    def as_of(self) -> dt.date | None:
        """The day that counts as today."""
        return self.evaluation.as_of

    def link(self, place: Place, content: Inline | None = None, anchor: str = "") -> Link:
        """Lead to another page of this site, under its own name where no other is given."""
        address = place.file(self.language) + (f"#{anchor}" if anchor else "")
        return Link(self.word(place.title) if content is None else content, address)
