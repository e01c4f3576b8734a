"""How often something happens, as a rule that needs no calendar yet (*mötesfrekvens*)."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, ClassVar, Self, TypeAlias

from attrs import field, frozen

from samverkan.errors import InvalidValueError
from samverkan.model.values import positive

if TYPE_CHECKING:
    from collections.abc import Iterable


class Weekday(Enum):
    """A day of the week; its number is ISO's, Monday being 1."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def iso(self) -> int:
        """The number of the day, 1 to 7."""
        return list(Weekday).index(self) + 1


def _weekdays(days: Iterable[Weekday]) -> tuple[Weekday, ...]:
    return tuple(sorted(set(days), key=lambda day: day.iso))


def _some(_: object, __: object, days: tuple[Weekday, ...]) -> None:
    if not days:
        raise InvalidValueError("bad-cadence", "a weekly rule names no day", "at least one weekday")


def _bad(text: str, expected: str) -> InvalidValueError:
    return InvalidValueError("bad-cadence", f"“{text}” is not a cadence", expected)


def _match(pattern: str, text: str, expected: str) -> re.Match[str]:
    match = re.fullmatch(pattern, text.strip().lower(), re.ASCII)
    if match is None:
        raise _bad(text, expected)
    return match


_DAY = "|".join(day.value for day in Weekday)


@frozen
class EveryDays:
    """Every n days from the first meeting (*var 14:e dag*)."""

    short_form: ClassVar[str] = "“14 days”"

    days: int = field(validator=positive)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``14 days`` or ``day``."""
        return cls(int(_match(r"(?:every )?(?:(\d{1,9}) )?days?", text, cls.short_form)[1] or 1))

    def __str__(self) -> str:
        return "day" if self.days == 1 else f"{self.days} days"


@frozen
class EveryWeeks:
    """Every n weeks on the weekday of the first meeting (*varannan vecka*)."""

    short_form: ClassVar[str] = "“2 weeks”"

    weeks: int = field(validator=positive)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2 weeks`` or ``week``."""
        return cls(int(_match(r"(?:every )?(?:(\d{1,9}) )?weeks?", text, cls.short_form)[1] or 1))

    def __str__(self) -> str:
        return "week" if self.weeks == 1 else f"{self.weeks} weeks"


@frozen
class WeeklyOn:
    """Each week on the given weekdays (*varje måndag och torsdag*)."""

    short_form: ClassVar[str] = "“week on monday, thursday”"

    weekdays: tuple[Weekday, ...] = field(converter=_weekdays, validator=_some)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``week on monday, thursday``."""
        match = _match(rf"(?:every )?week on ((?:{_DAY})(?:,? (?:{_DAY}))*)", text, cls.short_form)
        return cls(Weekday(day) for day in re.split(r",? ", match[1]))

    def __str__(self) -> str:
        return f"week on {', '.join(day.value for day in self.weekdays)}"


class Parity(Enum):
    """Whether the number of an ISO week is even or odd (*jämn*, *udda*)."""

    EVEN = "even"
    ODD = "odd"


@frozen
class ParityWeeks:
    """In even, or in odd, ISO weeks (*jämna veckor*); not the same as every 14 days after a year of 53 weeks."""

    short_form: ClassVar[str] = "“even weeks on friday”"

    parity: Parity
    weekday: Weekday

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``even weeks on friday`` or ``odd weeks on monday``."""
        match = _match(rf"(even|odd) weeks on ({_DAY})", text, cls.short_form)
        return cls(Parity(match[1]), Weekday(match[2]))

    def __str__(self) -> str:
        return f"{self.parity.value} weeks on {self.weekday.value}"


_NTH = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "last": -1}


def _nth(_: object, __: object, nth: int) -> None:
    if nth not in _NTH.values():
        raise InvalidValueError("bad-cadence", f"a month has no weekday number {nth}", "1 to 5, or -1 for the last")


@frozen
class MonthlyOn:
    """On the n-th, or last (-1), given weekday of every month or every n months (*andra tisdagen i månaden*)."""

    short_form: ClassVar[str] = "“month on 2nd tuesday”"

    nth: int = field(validator=_nth)
    weekday: Weekday
    months: int = field(default=1, validator=positive)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``month on 2nd tuesday`` or ``3 months on last friday``."""
        match = _match(rf"(?:every )?(?:(\d{{1,9}}) )?months? on ({'|'.join(_NTH)}) ({_DAY})", text, cls.short_form)
        return cls(_NTH[match[2]], Weekday(match[3]), int(match[1] or 1))

    def __str__(self) -> str:
        nth = next(word for word, number in _NTH.items() if number == self.nth)
        return f"{'month' if self.months == 1 else f'{self.months} months'} on {nth} {self.weekday.value}"


@frozen
class EveryWorkingDay:
    """Every working day (*varje arbetsdag*)."""

    short_form: ClassVar[str] = "“working day”"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``working day``."""
        _match("(?:every )?working day", text, cls.short_form)
        return cls()

    def __str__(self) -> str:
        return "working day"


class Per(Enum):
    """The stretch of time in which a frequency counts."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    YEAR = "year"


@frozen
class TimesPer:
    """So many times in each week, month, quarter, term or year (*två ggr per termin*).

    An ``approximate`` number (*ett par ggr*) is at least one and is never placed on dates.
    """

    key: ClassVar[str] = "times"

    times: int = field(validator=positive)
    per: Per
    approximate: bool = False


@frozen
class Regularly:
    """Regularly, but how often is not said (*regelbundet*); it can be told, never scheduled."""

    short_form: ClassVar[str] = "“regularly”"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``regularly``."""
        _match("regularly", text, cls.short_form)
        return cls()

    def __str__(self) -> str:
        return "regularly"


Cadence: TypeAlias = (
    EveryDays | EveryWeeks | WeeklyOn | ParityWeeks | MonthlyOn | EveryWorkingDay | TimesPer | Regularly
)
"""Every way in which a source states how often."""
