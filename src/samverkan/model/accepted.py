"""What somebody has decided to live with: a criterion that is not met, and for how long (*accepterad avvikelse*)."""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.names import Text, as_text, not_blank
from samverkan.model.source import Source
from samverkan.model.values import a_date


@frozen
class AcceptedDeviation:
    """A decision that a criterion may stay unmet (*accepterad avvikelse*): it changes no outcome and no score.

    ``criterion`` is the id in any checklist, or in the one named ``checklist``; ``body`` decided it. It holds from the
    day ``decided`` through the day ``until``; without the one it has always held, without the other it holds until it
    is taken away.
    """

    criterion: str = field(validator=not_blank)
    because: Text = field(converter=as_text)
    checklist: str | None = None
    body: str | None = field(default=None, metadata={"refers": "bodies"})
    decided: dt.date | None = field(default=None, validator=a_date)
    until: dt.date | None = field(default=None, validator=a_date)
    source: Source | None = None

    def __attrs_post_init__(self) -> None:
        if self.decided and self.until and self.until < self.decided:
            raise InvalidValueError(
                "reversed-period",
                f"the deviation is accepted until {self.until}, before {self.decided}, when it was decided",
                "decided before until",
            )
