"""How often, from the meaning of the words (*var 14:e dag*, *andra tisdagen i månaden*, *2 gånger per termin*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from samverkan.formats.notation.languages import day_name, lexicon
from samverkan.formats.notation.lexer import tokenise
from samverkan.formats.notation.refusal import refuse, shown
from samverkan.formats.notation.tokens import Number, Ordinal
from samverkan.formats.wording import Wording
from samverkan.model.cadence import (
    EveryDays,
    EveryWeeks,
    EveryWorkingDay,
    MonthlyOn,
    Parity,
    ParityWeeks,
    Per,
    Regularly,
    TimesPer,
    Weekday,
    WeeklyOn,
)

if TYPE_CHECKING:
    from samverkan.formats.notation.tokens import Tokens
    from samverkan.model.cadence import Cadence

_PER = {per.value for per in Per}


def read_cadence(text: str, *, lang: str = "sv") -> Cadence:
    """Read how often: ``var 14:e dag``, ``andra tisdagen i månaden``, and bare steps such as ``14 days``.

    >>> str(read_cadence("varannan vecka")), str(read_cadence("last Friday of every month", lang="en"))
    ('2 weeks', 'month on last friday')
    """
    words = lexicon(lang)
    tokens = tokenise(text, words)
    match tokens:
        case ["day" | "week"] | [Number(), "day" | "week"]:
            tokens = ["every", *tokens]
    cadence = frequency(tokens)
    if cadence is None:
        raise refuse("bad-cadence", f"“{shown(text)}” is not a cadence", f"a frequency such as {words.frequencies}")
    return cadence


def write_cadence(cadence: Cadence, *, lang: str) -> str:  # noqa: PLR0911  # one return for each cadence
    """Write how often: ``var 14:e dag``, in English ``every 14 days``."""
    words, wording = lexicon(lang), Wording(lang)
    match cadence:
        case EveryDays(days):
            return words.counted("day", days)
        case EveryWeeks(weeks):
            return words.counted("week", weeks)
        case WeeklyOn(weekdays):
            return words.say["weekly"].format(days=wording.listed([day_name(day, lang) for day in weekdays]))
        case ParityWeeks(parity, weekday):
            return words.say[parity.value].format(day=day_name(weekday, lang))
        case MonthlyOn(nth, weekday, months):
            every = words.counted("month", months)
            return words.say["monthly"].format(nth=words.nth[nth], day=day_name(weekday, lang), every=every)
        case EveryWorkingDay():
            return words.say["working-day"]
        case TimesPer(times, per, approximate):
            counted = words.counted("about" if approximate else "times", times)
            return words.say["per"].format(times=counted, stretch=wording.label(per))
        case Regularly():
            return words.say["regularly"]
        case _:
            assert_never(cadence)


def frequency(tokens: Tokens) -> Cadence | None:
    """Give the frequency that the words mean; words that mean none give nothing."""
    return _steps(tokens) or _monthly(tokens) or _times(tokens) or _weekly(tokens)


def _steps(tokens: Tokens) -> Cadence | None:  # noqa: PLR0911  # one return for each form
    match tokens:
        case ["every", "day"]:
            return EveryDays(1)
        case ["every", Ordinal(days) | Number(days), "day"]:
            return EveryDays(days)
        case ["every", "week"]:
            return EveryWeeks(1)
        case ["every", Ordinal(weeks) | Number(weeks), "week"]:
            return EveryWeeks(weeks)
        case ["working-day"] | ["every", "working-day"]:
            return EveryWorkingDay()
        case ["regularly"]:
            return Regularly()
    return None


def _monthly(tokens: Tokens) -> Cadence | None:
    match tokens:
        case [Ordinal(nth), Weekday() as day, *rest] | ["every", Ordinal(nth), Weekday() as day, *rest]:
            months = _months(rest)
        case [*rest, Ordinal(nth), Weekday() as day]:
            months = _months(rest)
        case _:
            return None
    return MonthlyOn(nth, day, months) if months is not None else None


def _months(tokens: Tokens) -> int | None:
    match tokens:
        case ["month"] | ["every", "month"]:
            return 1
        case [Number(months), "month"] | ["every", Number(months) | Ordinal(months), "month"]:
            return months
    return None


def _times(tokens: Tokens) -> Cadence | None:
    match tokens:
        case ["about", *rest]:
            exact = _times(rest)
            return TimesPer(exact.times, exact.per, approximate=True) if isinstance(exact, TimesPer) else None
        case ["every", str(per)] if per in _PER:
            return TimesPer(1, Per(per))
        case [Number(times), "times", str(per)] if per in _PER:
            return TimesPer(times, Per(per))
        case [Number(times), "times", "per" | "every", str(per)] | [Number(times), "per", str(per)] if per in _PER:
            return TimesPer(times, Per(per))
    return None


def _weekly(tokens: Tokens) -> Cadence | None:
    match tokens:
        case [Parity() as parity, "week", *days] | ["every", Parity() as parity, "week", *days]:
            return _parity_weeks(parity, days)
        case [*days, Parity() as parity, "week"]:
            return _parity_weeks(parity, days)
        case ["every", Ordinal() | Number(), Weekday()]:
            raise refuse(
                "bad-cadence",
                "a weekday with some weeks between does not say which week is the first",
                "a number of weeks such as “every 2 weeks” from a first date, or “even weeks on fridays”",
            )
        case ["every", "week", *days] | ["week", *days] | ["every", *days] if days:
            weekdays = _weekdays(days)
            return WeeklyOn(weekdays) if weekdays else None
    return None


def _parity_weeks(parity: Parity, tokens: Tokens) -> Cadence | None:
    days = _weekdays(tokens)
    if days is not None and len(days) != 1:
        raise refuse("bad-cadence", "even or odd weeks need one weekday", "a weekday, such as “even weeks on fridays”")
    return ParityWeeks(parity, days[0]) if days else None


def _weekdays(tokens: Tokens) -> list[Weekday] | None:
    """Give the days that are named, each perhaps after an “every”; nothing where anything else is said too."""
    days: list[Weekday] = []
    left = [meant for meant in tokens if meant != ","]
    while left:
        match left:
            case ["every", Weekday() as day, *rest] | [Weekday() as day, *rest]:
                days.append(day)
                left = rest
            case _:
                return None
    return days
