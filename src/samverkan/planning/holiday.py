"""The days that Sweden keeps: public holidays, the eves that are free in practice, and days that end early."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from functools import cache

from attrs import frozen

from samverkan.errors import InvalidValueError
from samverkan.model.names import Text

FIRST_YEAR, LAST_YEAR = 1953, 2100
"""The years whose holidays are known (those of ``holidays``, from the act 1952:48 on)."""

_EARLY = re.compile(r" \(från kl\. (?P<hour>\d{1,2})\.(?P<minute>\d{2})\)")


class Kind(Enum):
    """Why a day is kept."""

    PUBLIC = "public"
    DE_FACTO = "de-facto"
    HALF_DAY = "half-day"


@frozen
class Holiday:
    """A day that is kept (*helgdag, helgdagsafton*): free, or free from the hour ``free_from`` when that is stated."""

    date: dt.date
    name: Text
    kind: Kind = Kind.PUBLIC
    free_from: dt.time | None = None


@cache  # a pure function of the year, and there are 148 years to ask for
def swedish_holidays(year: int) -> tuple[Holiday, ...]:
    """Give the days that Sweden keeps in a year, in order; Sundays are left to the days of the week.

    Midsummer Eve, Christmas Eve and New Year's Eve count as holidays (semesterlagen 1977:480, 7 §). Days that end early
    are those that banks and many offices keep.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidValueError(
            "unknown-holidays",
            f"the holidays of {year} are not known",
            f"a year from {FIRST_YEAR} to {LAST_YEAR}, or a calendar of your own",
        )
    kept = [*_whole(year, "public", Kind.PUBLIC), *_whole(year, "de_facto", Kind.DE_FACTO), *_half(year)]
    return tuple(sorted(kept, key=lambda holiday: holiday.date))


def _named(year: int, *categories: str) -> list[tuple[dt.date, str, str]]:
    from holidays.countries.sweden import Sweden

    swedish, english = (
        Sweden(years=year, categories=categories, include_sundays=False, language=language)
        for language in ("sv", "en_US")
    )
    return [(day, swedish[day], english[day]) for day in sorted(swedish)]


def _whole(year: int, category: str, kind: Kind) -> list[Holiday]:
    return [Holiday(day, Text(swedish, english), kind) for day, swedish, english in _named(year, category)]


def _half(year: int) -> list[Holiday]:
    return [
        Holiday(
            day, Text(_bare(swedish), _bare(english)), Kind.HALF_DAY, dt.time(int(match["hour"]), int(match["minute"]))
        )
        for day, swedish, english in _named(year, "bank", "optional")
        if (match := _EARLY.search(swedish))
    ]


def _bare(names: str) -> str:
    """Leave the hour out of the name of a day, or of the two names that 30 April 2008 had."""
    return "; ".join(name.partition(" (")[0] for name in names.split("; "))
