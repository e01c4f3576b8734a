"""What organisations have agreed on together: for what, and for how long (*överenskommelse*, *avtal*)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.facts import UNKNOWN, Fact, stated
from samverkan.model.names import Text, an_id, as_text, ids
from samverkan.model.source import Source
from samverkan.model.values import a_date


@frozen
class Agreement:
    """What organisations have agreed on together (*överenskommelse*), in force from one day through another.

    ``until`` declared absent means that it has no last day (*tills vidare*). Many parties are one agreement, and not
    one between each two of them. In a file the key of ``from_`` is ``from``.
    """

    id_from: ClassVar[str] = "about"

    id: str = field(validator=an_id)
    about: Text = field(converter=as_text)
    parties: tuple[str, ...] = field(default=(), converter=ids, metadata={"refers": "organisations"})
    from_: Fact[dt.date] = field(default=UNKNOWN, validator=a_date)
    until: Fact[dt.date] = field(default=UNKNOWN, validator=a_date)
    source: Source | None = None

    def __attrs_post_init__(self) -> None:
        first, last = stated(self.from_), stated(self.until)
        if first and last and last < first:
            raise InvalidValueError(
                "reversed-period", f"the agreement ends {last} before it starts {first}", "from before until"
            )
