"""Made-up problems small enough to enumerate, the same for the same seed, with every kind of rule in some of them."""

from __future__ import annotations

import datetime as dt
import random
from zoneinfo import ZoneInfo

from samverkan.arranging.problem import Away, Candidate, Fixed, Limit, Problem, Spacing, Wanted, Way
from samverkan.model.names import Text

SWEDEN = ZoneInfo("Europe/Stockholm")
MONDAY = dt.date(2027, 3, 1)
PEOPLE = ("p1", "p2", "p3")
PLACES = ("huset", "salen", "torget")


def tiny(seed: int) -> Problem:
    """Make a problem of three to six meetings with at most five times each, on one to four days."""
    chance = random.Random(f"tiny/{seed}")  # noqa: S311  # not secret
    days = chance.randint(1, 4)
    meetings = [_wanted(f"m{number}", chance, days) for number in range(chance.randint(3, 6))]
    return Problem(
        meetings=meetings,
        fixed=[_fixed(f"f{number}", chance, days) for number in range(chance.choice([0, 0, 1, 2]))],
        away=[_away(chance, days) for _ in range(chance.choice([0, 0, 1, 2]))],
        daily=chance.choice([None, 1, 2, 2, 3]),
        limits=[Limit(person, chance.randint(0, 2)) for person in PEOPLE if chance.random() < 0.1],
        spacings=[_spacing(name, chance) for name in ("a", "b") if chance.random() < 0.4],
        ways=[
            Way(one, other, chance.choice([20, 45, 90]))
            for one in PLACES
            for other in PLACES
            if one != other and chance.random() < 0.3
        ],
        rooms=[place for place in PLACES if chance.random() < 0.3],
    )


def _wanted(name: str, chance: random.Random, days: int) -> Wanted:
    number = chance.choice([0, 1, 2, 3, 4, 4, 5, 5]) if chance.random() < 0.3 else chance.randint(2, 5)
    nominal = MONDAY + dt.timedelta(days=chance.randrange(days))
    return Wanted(
        id=name,
        collaboration=chance.choice(["alby", "ekeby"]),
        series=chance.choice([None, "a", "a", "b"]),
        name=Text(name),
        nominal=nominal,
        date=nominal,
        holders=chance.sample(PEOPLE, chance.choice([0, 1, 1, 2, 2, 3])),
        candidates=[_candidate(chance, days) for _ in range(number)],
    )


def _candidate(chance: random.Random, days: int) -> Candidate:
    start = _moment(chance, days)
    end = start + dt.timedelta(minutes=chance.choice([60, 60, 90, 120]))
    place = chance.choice([None, *PLACES])
    return Candidate(start, end, chance.randint(0, 6), place, moved=chance.random() < 0.3)


def _moment(chance: random.Random, days: int) -> dt.datetime:
    day = MONDAY + dt.timedelta(days=chance.randrange(days))
    return dt.datetime.combine(day, dt.time(chance.choice([8, 9, 10, 13]), chance.choice([0, 30])), SWEDEN)


def _fixed(name: str, chance: random.Random, days: int) -> Fixed:
    start = _moment(chance, days)
    return Fixed(
        id=name,
        start=start,
        end=start + dt.timedelta(minutes=90),
        holders=chance.sample(PEOPLE, chance.choice([1, 2])),
        place=chance.choice([None, *PLACES]),
        series=chance.choice([None, "a", "b"]),
        nominal=start.date(),
    )


def _away(chance: random.Random, days: int) -> Away:
    start = _moment(chance, days)
    return Away(chance.choice(PEOPLE), start, start + dt.timedelta(hours=chance.choice([1, 3, 30])))


def _spacing(series: str, chance: random.Random) -> Spacing:
    least = chance.choice([None, 0, 1, 2])
    return Spacing(series, least, chance.choice([None, 2, 3]))
