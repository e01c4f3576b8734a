"""Made-up plans of a whole country, the same for the same seed: bodies, seats and series of meetings."""

from __future__ import annotations

import datetime as dt
import random

from attrs import frozen

from samverkan.model.activities import OnHoliday, Series
from samverkan.model.bodies import Body, BodyKind, Seat
from samverkan.model.cadence import Cadence, EveryDays, EveryWeeks, MonthlyOn, Weekday
from samverkan.model.collaboration import Collaboration
from samverkan.model.names import Text
from samverkan.model.values import ClockSpan

MUNICIPALITIES = 290
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2028, 12, 31)

_WORKING_DAYS = list(Weekday)[:5]
_HOURS = [ClockSpan.parse(text) for text in ("8.30–10.00", "9.00–12.00", "10.00–11.30", "13.00–15.00", "14.00–16.00")]


@frozen
class Municipality:
    """Ten bodies, their seats and the rule of each; only rules that every peer can say."""

    id: str
    bodies: tuple[Body, ...]
    series: tuple[Series, ...]

    @property
    def whole(self) -> Collaboration:
        """Give it as a collaboration of its own."""
        return Collaboration(id=self.id, name="K", bodies=self.bodies, series=self.series)


def country(municipalities: int = MUNICIPALITIES, *, seed: int = 1) -> list[Municipality]:
    """Make a country; the first municipalities of a larger one are those of a smaller one."""
    return [_municipality(f"k{number:03}", random.Random(f"{seed}/{number}")) for number in range(municipalities)]  # noqa: S311  # not secret


def _municipality(name: str, chance: random.Random) -> Municipality:
    pairs = [(f"{name}-{number}", rule) for number, rule in enumerate(_rules(chance))]
    return Municipality(
        name,
        tuple(Body(body, BodyKind.NETWORK, Text(body), seats=_seats(body, name)) for body, _ in pairs),
        tuple(_series(body, rule, chance) for body, rule in pairs),
    )


def _rules(chance: random.Random) -> list[Cadence]:
    """Give ten rules, with some 413 dates in three years."""
    days = chance.choices(_WORKING_DAYS, k=6)
    return [
        EveryDays(14),
        *(EveryWeeks(weeks) for weeks in (2, 4, 6)),
        *(MonthlyOn(nth, day) for nth, day in zip((1, 2, 3, 4, -1), days, strict=False)),
        MonthlyOn(2, days[-1], months=3),
    ]


def _series(body: str, rule: Cadence, chance: random.Random) -> Series:
    # From a working day of the first week, so that steps of weeks do not run through weekends.
    first = dt.date(2026, 1, chance.choice([2, 5, 7, 8]))
    later = OnHoliday.MOVE_LATER
    return Series(body, body, rule, first, LAST, time=chance.choice(_HOURS), on_holiday=later)


def _seats(body: str, municipality: str) -> list[Seat]:
    """Give eight seats; the same person has the first on every body, another the second on every other body."""
    number = int(body.rpartition("-")[2])
    shared = {1: f"{municipality}-chair", 2: f"{municipality}-secretary-{number % 2}"}
    return [Seat(f"{body}-{place}", holder=shared.get(place, f"{body}-h{place}")) for place in range(1, 9)]
