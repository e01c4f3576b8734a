"""Small setups of which only the calendar matters."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from samverkan.model.activities import Series
from samverkan.model.bodies import Body, BodyKind
from samverkan.model.cadence import EveryDays
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def setup() -> Callable[..., Collaboration]:
    """Make a setup with one series of a collaboration group, on Fridays in March 2016 unless told otherwise."""

    def make(
        *, revision: int = 0, updated: dt.date | None = None, events: object = (), **series: object
    ) -> Collaboration:
        told = {
            "id": "gruppens-moten",
            "body": "gruppen",
            "every": EveryDays(14),
            "from_": dt.date(2016, 3, 4),
            "to": dt.date(2016, 4, 1),
            "time": ClockSpan.parse("13.00–15.00"),
            **series,
        }
        return Collaboration(
            id="lilla",
            name=Text("Lilla samverkan", "Little collaboration"),
            bodies=[
                Body("gruppen", BodyKind.COLLABORATION_GROUP, Text("Samverkansgruppen", "The group")),
                Body("radet", BodyKind.ADVISORY_BOARD, Text("Rådet; det stora, i länet")),
            ],
            series=[Series(**told)],
            events=events,
            revision=revision,
            updated=updated,
        )

    return make


@pytest.fixture(scope="session")
def lines() -> Callable[[str], list[str]]:
    """Give the lines of a feed, unfolded, without its time zone."""

    def unfolded(text: str) -> list[str]:
        whole = re.sub("\r\n[ \t]", "", text).split("\r\n")
        return whole[: whole.index("BEGIN:VTIMEZONE")] + whole[whole.index("END:VTIMEZONE") + 1 :]

    return unfolded
