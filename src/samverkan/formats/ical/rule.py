"""Cadences as RRULE text, and back (*återkommande regel*): the part of RFC 5545 that both can say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from samverkan.errors import InvalidValueError
from samverkan.model.cadence import (
    EveryDays,
    EveryWeeks,
    EveryWorkingDay,
    MonthlyOn,
    ParityWeeks,
    Regularly,
    TimesPer,
    Weekday,
    WeeklyOn,
)
from samverkan.planning.expand import expand

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.model.cadence import Cadence

_BYDAY: Final = {day: day.value[:2].upper() for day in Weekday}
_DAY_OF: Final = {short: day for day, short in _BYDAY.items()}
_NTH = re.compile(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)")
_EXPECTED = "a rule by days or weeks, by weekdays, or by the n-th weekday of a month"


def cadence_to_rrule(cadence: Cadence, first: dt.date, last: dt.date) -> str | None:
    """Write a cadence from one day to another as an RRULE, or nothing where RFC 5545 cannot say it and be agreed on.

    DTSTART has to be the first date that the cadence gives, so that it is itself an occurrence. The rule ends by COUNT,
    which reads alike for days and for hours. Even and odd weeks have none: every second week parts from them after a
    year of 53 weeks, and readers disagree on BYWEEKNO. Working days have none: no rule knows the holidays.

    >>> import datetime as dt
    >>> cadence_to_rrule(EveryDays(14), dt.date(2016, 3, 4), dt.date(2016, 6, 10))
    'FREQ=DAILY;COUNT=8;INTERVAL=14'
    """
    rule = _rule(cadence)
    if rule is None:
        return None
    frequency, steps, days = rule
    count = len(expand(cadence, first, last))
    parts = [
        f"FREQ={frequency}",
        f"COUNT={count}",
        f"INTERVAL={steps}" if steps > 1 else "",
        f"BYDAY={days}" if days else "",
    ]
    return ";".join(filter(None, parts)) if count else None


def _rule(cadence: Cadence) -> tuple[str, int, str] | None:
    """Give the frequency, the interval and the weekdays."""
    match cadence:
        case EveryDays(days):
            return "DAILY", days, ""
        case EveryWeeks(weeks):
            return "WEEKLY", weeks, ""
        case WeeklyOn(weekdays):
            return "WEEKLY", 1, ",".join(_BYDAY[day] for day in weekdays)
        case MonthlyOn(nth, weekday, months):
            return "MONTHLY", months, f"{nth}{_BYDAY[weekday]}"
        case ParityWeeks() | EveryWorkingDay() | TimesPer() | Regularly():
            return None
        case _:
            assert_never(cadence)


def rrule_to_cadence(text: str, first: dt.date) -> Cadence:
    """Read how often an RRULE says, ``first`` being the day of its DTSTART; how long is not a cadence's to say.

    Raises ``InvalidValueError`` for what is no rule, for a rule that no cadence covers, and where the first day is not
    itself an occurrence, since readers disagree on what that means.

    >>> import datetime as dt
    >>> str(rrule_to_cadence("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", dt.date(2016, 3, 8)))
    'month on 2nd tuesday'
    """
    parts = _parts(text)
    cadence = _cadence(parts, first)
    if cadence is None:
        raise InvalidValueError("uncovered-rule", f"no cadence says what “{text}” says", _EXPECTED)
    if expand(cadence, first, first) != [first]:
        raise InvalidValueError(
            "start-off-rule", f"{first} is no day of “{text}”", "a first day that is itself one of the rule's"
        )
    return cadence


def _parts(text: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in text.strip().removeprefix("RRULE:").upper().split(";")]
    parts = {name: value for name, _, value in pairs}
    if "FREQ" not in parts or len(parts) < len(pairs) or not all(parts.values()):
        raise InvalidValueError(
            "bad-rule", f"“{text}” is no rule of iCalendar", "a rule such as “FREQ=WEEKLY;INTERVAL=2”"
        )
    return parts


def _cadence(parts: dict[str, str], first: dt.date) -> Cadence | None:
    says = {name: value for name, value in parts.items() if name not in {"COUNT", "UNTIL", "WKST", "INTERVAL"}}
    steps = parts.get("INTERVAL", "1")
    if not re.fullmatch(r"0*[1-9]\d{0,4}", steps):
        return None
    match says:
        case {"FREQ": "DAILY", **rest} if not rest:
            return EveryDays(int(steps))
        case {"FREQ": "WEEKLY" | "DAILY", "BYDAY": days, **rest} if not rest and int(steps) == 1:
            return _weekly(days.split(","))
        case {"FREQ": "WEEKLY", **rest} if rest in ({}, {"BYDAY": _BYDAY[list(Weekday)[first.weekday()]]}):
            return EveryWeeks(int(steps))
        case {"FREQ": "MONTHLY", "BYDAY": day, **rest} if rest.keys() <= {"BYSETPOS"}:
            return _monthly(rest.get("BYSETPOS", "") + day, int(steps))
        case _:
            return None


def _weekly(days: list[str]) -> WeeklyOn | None:
    return WeeklyOn(_DAY_OF[day] for day in days) if all(day in _DAY_OF for day in days) else None


def _monthly(text: str, months: int) -> MonthlyOn | None:
    match = _NTH.fullmatch(text)
    nth = int(match[1] or 0) if match else 0
    return MonthlyOn(nth, _DAY_OF[match[2]], months) if match and (1 <= nth <= 5 or nth == -1) else None
