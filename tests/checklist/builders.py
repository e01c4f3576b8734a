"""Small collaborations to judge, built by what matters in a test; everything else is left unknown."""
# ruff: noqa: ANN401  # any fact in any state

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from samverkan.checklist.evaluate import evaluate
from samverkan.checklist.outcome import Outcome
from samverkan.model.activities import Event, Series
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.cadence import EveryDays
from samverkan.model.collaboration import Collaboration
from samverkan.model.facts import Claim, Disputed
from samverkan.model.names import Text
from samverkan.model.organisations import Organisation, Sector
from samverkan.model.source import Source
from samverkan.model.values import Period
from samverkan.model.when import OnDate

if TYPE_CHECKING:
    from samverkan.checklist.finding import Finding

SPRING = Period(dt.date(2016, 1, 11), dt.date(2016, 6, 14))
YEAR = Period(dt.date(2016, 1, 11), dt.date(2016, 12, 20))

TOWN = Organisation("town", sector=Sector.MUNICIPALITY)
SCHOOL = Organisation("school", sector=Sector.MUNICIPALITY, part_of="town")
AGENCY = Organisation("agency", sector=Sector.STATE_AGENCY)
FIRM = Organisation("firm", sector=Sector.BUSINESS)
CHURCH = Organisation("church", sector=Sector.CIVIL_SOCIETY)
NEWCOMERS = Organisation("newcomers", sector=Sector.TARGET_GROUP)
RIDDLE = Organisation("riddle")
NO_FIRM = Organisation("no-firm", not_sectors=(Sector.BUSINESS,))
EVERYBODY = (TOWN, SCHOOL, AGENCY, FIRM, CHURCH, NEWCOMERS, RIDDLE, NO_FIRM)

MET, NOT_MET, UNSURE = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def seat(id_: str, *organisations: str, **facts: Any) -> Seat:
    return Seat(id_, organisations=organisations, source=Source(f"page of {id_}"), **facts)


def group(*seats: Seat, closed: bool = True, **facts: Any) -> Body:
    return Body("group", BodyKind.COLLABORATION_GROUP, Text("Gruppen"), seats=seats, seats_complete=closed, **facts)


def board(*seats: Seat, closed: bool = True, **facts: Any) -> Body:
    return Body("board", BodyKind.ADVISORY_BOARD, Text("Rådet"), seats=seats, seats_complete=closed, **facts)


def council(*seats: Seat, closed: bool = True, **facts: Any) -> Body:
    return Body("council", BodyKind.POLITICAL_BODY, Text("Styrelsen"), seats=seats, seats_complete=closed, **facts)


def setup(*bodies: Body, **facts: Any) -> Collaboration:
    facts.setdefault("organisations", EVERYBODY)
    return Collaboration(id="try", name="Ett försök", bodies=bodies, **facts)


def on(id_: str, when: str, *bodies: str, **facts: Any) -> Event:
    return Event(id_, Text(id_), OnDate(day(when)), bodies=bodies, **facts)


def fortnightly(first: str, last: str, *, days: int = 14, body: str = "group") -> Series:
    return Series("row", body, EveryDays(days), day(first), day(last))


def disputed(*values: Any, decides: int | None = None) -> Disputed[Any]:
    return Disputed(
        Claim(value, Source(f"page {place}"), decides=place == decides) for place, value in enumerate(values)
    )


def finding(criterion: str, collaboration: Collaboration, **options: Any) -> Finding:
    return evaluate(collaboration, **options).of(criterion).finding


def outcome(criterion: str, collaboration: Collaboration, **options: Any) -> Outcome:
    return finding(criterion, collaboration, **options).outcome
