"""School breaks guessed by county (*gissade lov*) where nobody has stated them; each says that it is a guess."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from samverkan.model.calendar import Break, County
from samverkan.model.names import Text
from samverkan.planning.holiday import swedish_holidays

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Skolporten, “Grundskolans läsårstider 2020/2021”: the first and the last week that municipalities of the county had.
# The responsible authority sets them anew each year (skolförordningen 2011:185, 3 kap.). For Västra Götaland the table
# has 7 to 10, which would keep a month free; week 7 is that of Göteborg's region, Skövde and Herrljunga (our choice).
WINTER_WEEKS: Final = {
    County.STOCKHOLM: (9, 9),
    County.UPPSALA: (8, 9),
    County.SODERMANLAND: (8, 8),
    County.OSTERGOTLAND: (7, 8),
    County.JONKOPING: (7, 7),
    County.KRONOBERG: (8, 8),
    County.KALMAR: (8, 8),
    County.GOTLAND: (9, 9),
    County.BLEKINGE: (8, 8),
    County.SKANE: (8, 8),
    County.HALLAND: (7, 8),
    County.VASTRA_GOTALAND: (7, 7),
    County.VARMLAND: (9, 9),
    County.OREBRO: (8, 8),
    County.VASTMANLAND: (9, 9),
    County.DALARNA: (9, 9),
    County.GAVLEBORG: (9, 10),
    County.VASTERNORRLAND: (10, 10),
    County.JAMTLAND: (10, 10),
    County.VASTERBOTTEN: (10, 10),
    County.NORRBOTTEN: (10, 10),
}
"""The first and the last ISO week in which the winter-sports break of a county is likely to lie."""

_WINTER = 7, 10
_AUTUMN = 44, 44
_DAY = dt.timedelta(days=1)


def guessed_breaks(counties: Iterable[County], years: Iterable[int], *, stated: Sequence[Break] = ()) -> list[Break]:
    """Guess the autumn, winter-sports and Easter breaks of some years, in order; where no county is given, none.

    A guess takes in all of the weeks in which a break is likely to lie, though a municipality has one of them. It gives
    way to a ``stated`` break of the same season and year: one with a day in weeks 7 to 10, in week 44, or in the two
    weeks next to Easter.
    """
    known = tuple(counties)
    weeks = sorted({WINTER_WEEKS[county] for county in known})
    return [each for year in years for each in _of_year(year, weeks, stated)] if known else []


def _of_year(year: int, weeks: Iterable[tuple[int, int]], stated: Sequence[Break]) -> Iterator[Break]:
    if not _taken(_weeks(year, *_WINTER), stated):
        for first, last in weeks:
            yield _guess(Text("sportlov", "winter-sports break"), _weeks(year, first, last))
    if not _taken(_around_easter(year), stated):
        yield _guess(Text("påsklov", "Easter break"), _around_easter(year))
    if not _taken(_weeks(year, *_AUTUMN), stated):
        yield _guess(Text("höstlov", "autumn break"), _weeks(year, *_AUTUMN))


def _guess(name: Text, span: tuple[dt.date, dt.date]) -> Break:
    return Break(name, *span, guessed=True)


def _weeks(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    return dt.date.fromisocalendar(year, first, 1), dt.date.fromisocalendar(year, last, 5)


def _around_easter(year: int) -> tuple[dt.date, dt.date]:
    """Give the Monday before Easter and the Friday after: some schools are closed before it, others after."""
    friday = next(holiday.date for holiday in swedish_holidays(year) if holiday.name.sv == "Långfredagen")
    return friday - 4 * _DAY, friday + 7 * _DAY


def _taken(span: tuple[dt.date, dt.date], stated: Iterable[Break]) -> bool:
    return any(True for each in stated for _ in each.spans(*span))
