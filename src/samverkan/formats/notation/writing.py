"""Any time of the model in words that people know, in the one form that the reader takes back unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from samverkan.formats.notation.frequencies import write_cadence
from samverkan.formats.notation.languages import lexicon, month_name
from samverkan.formats.notation.quotes import needs_quotes
from samverkan.formats.wording import Wording, dates
from samverkan.model.when import (
    InMonth,
    InSeason,
    InTerm,
    InWeek,
    InYear,
    Often,
    OnDate,
    OnDates,
    RelativeToPeriod,
    Through,
    WeekInMonth,
    When,
    Within,
)

if TYPE_CHECKING:
    import datetime as dt

    from samverkan.model.values import Length


def write_when(when: When, *, lang: str) -> str:
    """Write when: ``fre 4 mars 2016``, ``v. 10 2016``, ``maj–augusti 2008``; a deduced year stands in brackets."""
    match when:
        case OnDate() | OnDates() | Through():
            return _days(when, lang)
        case InWeek():
            return _week(when, lang)
        case InMonth() | WeekInMonth() | InSeason() | InTerm() | InYear():
            return _stretch(when, lang)
        case RelativeToPeriod() | Within():
            return _relative(when, lang)
        case Often(every, says):
            told = write_cadence(every, lang=lang)
            return told if says is None else f"{told} ({_quoted(says, lang)})"
        case _:
            assert_never(when)


def _days(when: OnDate | OnDates | Through, lang: str) -> str:  # noqa: PLR0911  # one return for each form
    match when:
        case OnDate(date, year_inferred=True):
            return f"{dates.day_in_year(date, lang)} [{date.year:04}]"
        case OnDate(date):
            return _day(date, lang)
        case OnDates((date,)):
            return lexicon(lang).say["only"].format(day=_day(date, lang))
        case OnDates(days):
            return Wording(lang).listed([_day(date, lang) for date in days])
        case Through(first, last) if first.year < 1000:
            return f"{first}–{last}"
        case Through(first, last) if first == last:
            return f"{first.day}–{dates.days(last, last, lang)}"
        case Through(first, last):
            return dates.days(first, last, lang)


def _day(date: dt.date, lang: str) -> str:
    # The locale data write the year 16 as “16”, which a reader takes for 2016.
    return dates.day(date, lang) if date.year >= 1000 else str(date)


def _week(when: InWeek, lang: str) -> str:
    year, _, number = when.week.replace("-", "").partition("W") if isinstance(when.week, str) else ("", "", when.week)
    week = Wording(lang).word("week {number}").format(number=int(number))
    if when.year_inferred:
        return f"{week} [{year or '?'}]"
    return f"{week} {year}" if year else week


def _stretch(when: InMonth | WeekInMonth | InSeason | InTerm | InYear, lang: str) -> str:
    say = lexicon(lang).say
    match when:
        case InMonth(month, to_month):
            return _month(month, lang) if to_month is None else _months(str(month), to_month, lang)
        case WeekInMonth(month):
            return say["some-week"].format(month=_month(month, lang))
        case InSeason(season, year):
            return say[season.value] if year is None else f"{say[season.value]} {year}"
        case InTerm(term):
            return say[term.half.value].format(year=term.year)
        case InYear(year):
            return str(year)


def _relative(when: RelativeToPeriod | Within, lang: str) -> str:
    say = lexicon(lang).say
    match when:
        case RelativeToPeriod(moment):
            return say[moment.value]
        case Within(length, after):
            event = _quoted(after, lang) if needs_quotes(after) else after
            return say["deadline"].format(length=_length(length, lang), event=event)


def _month(month: str | int, lang: str) -> str:
    if isinstance(month, int):
        return month_name(month, lang)
    year, _, number = month.partition("-")
    return f"{month_name(int(number), lang)} {year}"


def _months(month: str, to_month: str, lang: str) -> str:
    if month[:4] == to_month[:4]:
        return f"{_month(int(month[5:]), lang)}–{_month(to_month, lang)}"
    return f"{_month(month, lang)}–{_month(to_month, lang)}"


def _length(length: Length, lang: str) -> str:
    one, several = lexicon(lang).lengths[length.unit.value]
    return f"{length.count} {one if length.count == 1 else several}"


def _quoted(text: str, lang: str) -> str:
    return lexicon(lang).say["quoted"].format(text=text)
