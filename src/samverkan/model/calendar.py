"""The days and hours that a collaboration has of its own (*lokal kalender*): closed days, school breaks, the summer."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.cadence import Weekday
from samverkan.model.names import Text, as_text
from samverkan.model.source import Source
from samverkan.model.values import ClockSpan, a_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST_BREAK = 366


class County(Enum):
    """A county (*län*), by which breaks can be guessed that nobody has stated."""

    STOCKHOLM = "Stockholm"
    UPPSALA = "Uppsala"
    SODERMANLAND = "Södermanland"
    OSTERGOTLAND = "Östergötland"
    JONKOPING = "Jönköping"
    KRONOBERG = "Kronoberg"
    KALMAR = "Kalmar"
    GOTLAND = "Gotland"
    BLEKINGE = "Blekinge"
    SKANE = "Skåne"
    HALLAND = "Halland"
    VASTRA_GOTALAND = "Västra Götaland"
    VARMLAND = "Värmland"
    OREBRO = "Örebro"
    VASTMANLAND = "Västmanland"
    DALARNA = "Dalarna"
    GAVLEBORG = "Gävleborg"
    VASTERNORRLAND = "Västernorrland"
    JAMTLAND = "Jämtland"
    VASTERBOTTEN = "Västerbotten"
    NORRBOTTEN = "Norrbotten"


@frozen
class ClosedDay:
    """A day on which nobody meets (*stängd dag*), and why; in a file, a bare date is enough."""

    key: ClassVar[str] = "date"

    date: dt.date = field(validator=a_date)
    reason: Text | None = None


@frozen
class Break:
    """Days in a row when nobody plans anything (*lov, sommaruppehåll*), both ends included; at most a year long.

    A ``yearly`` break comes back on the same days of each year after. A ``guessed`` one is what nobody has decided: who
    is told of it is told so too.
    """

    name: Text = field(converter=as_text)
    from_: dt.date = field(validator=a_date)
    to: dt.date = field(validator=a_date)
    yearly: bool = False
    guessed: bool = False

    def __attrs_post_init__(self) -> None:
        if self.to < self.from_:
            raise InvalidValueError(
                "reversed-period", f"{self.name} ends {self.to} before it starts {self.from_}", "from before to"
            )
        if (self.to - self.from_).days >= _LONGEST_BREAK:
            raise InvalidValueError("long-break", f"{self.name} is longer than a year", "at most 366 days")

    def spans(self, first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
        """Give the first and the last day of the break each time that it has a day from ``first`` to ``last``."""
        length = self.to.year - self.from_.year
        years = range(max(self.from_.year, first.year - length), last.year + 1)
        for year in years if self.yearly else (self.from_.year,):
            begins, ends = _in(year, self.from_), _in(min(year + length, dt.MAXYEAR), self.to)
            if begins <= last and first <= ends:
                yield begins, ends

    def covers(self, day: dt.date) -> bool:
        """Say whether the day lies in the break."""
        return any(begins <= day <= ends for begins, ends in self.spans(day, day))


def _in(year: int, day: dt.date) -> dt.date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=year) if not leap_day else dt.date(year, 3, 1) - dt.timedelta(days=1)


def _closed(days: Iterable[ClosedDay]) -> tuple[ClosedDay, ...]:
    return tuple(days)


def _breaks(breaks: Iterable[Break]) -> tuple[Break, ...]:
    return tuple(breaks)


def _counties(counties: Iterable[County]) -> tuple[County, ...]:
    return tuple(counties)


def _weekdays(days: Iterable[Weekday]) -> tuple[Weekday, ...]:
    return tuple(days)


@frozen(kw_only=True)
class LocalCalendar:
    """What a collaboration has decided of its year (*lokal kalender*), on top of the holidays of the country.

    School breaks are the responsible authority's to set (skolförordningen 2011:185, 3 kap.), and there is no national
    table. ``breaks_guessed`` names counties whose usual weeks stand in for breaks that are not stated: without it,
    nothing is guessed. ``weekdays`` and ``hours`` are those in which meetings may be held: Monday to Friday where none
    is named, and any hour.
    """

    closed: tuple[ClosedDay, ...] = field(default=(), converter=_closed)
    breaks: tuple[Break, ...] = field(default=(), converter=_breaks)
    breaks_guessed: tuple[County, ...] = field(default=(), converter=_counties)
    summer_pause: Break | None = None
    weekdays: tuple[Weekday, ...] = field(default=(), converter=_weekdays)
    hours: ClockSpan | None = None
    squeeze_days_free: bool = False
    source: Source | None = None

    @property
    def stated_breaks(self) -> tuple[Break, ...]:
        """The breaks that the file states, the summer pause last."""
        return self.breaks if self.summer_pause is None else (*self.breaks, self.summer_pause)
