"""Days, weeks and spans as people write them: ``fre 4 mars 2016``, ``v. 9``, ``7–13 mars 2016``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from babel import Locale

_LOCALES = {"sv": "sv_SE", "en": "en_GB"}


@cache
def _locale(language: str) -> Locale:
    from babel import Locale

    return Locale.parse(_LOCALES[language])


def _formatted(day: dt.date, pattern: str, language: str) -> str:
    from babel.dates import format_date

    # CLDR ends short Swedish months with a full stop (15 feb.); tables and lists read better without.
    return format_date(day, pattern, locale=_locale(language)).replace(".", "")


def day(date: dt.date, language: str) -> str:
    """Write a day with its weekday and year: ``fre 4 mars 2016``.

    >>> import datetime as dt
    >>> day(dt.date(2016, 3, 4), "sv"), day(dt.date(2016, 2, 15), "en")
    ('fre 4 mars 2016', 'Mon 15 Feb 2016')
    """
    return _formatted(date, "EEE d MMM y", language)


def weekday(date: dt.date, language: str) -> str:
    """Write the short name of the weekday: ``fre``."""
    return _formatted(date, "EEE", language)


def long_weekday(date: dt.date, language: str) -> str:
    """Write the whole name of the weekday: ``fredag``."""
    return _formatted(date, "EEEE", language)


def day_in_year(date: dt.date, language: str) -> str:
    """Write a day without its year, for a list that stands under the year: ``4 mars``."""
    return _formatted(date, "d MMM", language)


def month_name(date: dt.date, language: str, *, brief: bool = False) -> str:
    """Write the month without its year, for a calendar that stands under the year: ``maj``, briefly ``sep``."""
    return _formatted(date, "MMM" if brief else "MMMM", language)


def week(date: dt.date) -> int:
    """Give the number of the ISO week."""
    return date.isocalendar().week


def days(first: dt.date, last: dt.date, language: str) -> str:
    """Write the days from one to another as shortly as they can be read: ``7–13 mars 2016``.

    >>> import datetime as dt
    >>> days(dt.date(2016, 2, 29), dt.date(2016, 3, 13), "sv")
    '29 feb–13 mars 2016'
    """
    whole = _formatted(last, "d MMM y", language)
    if first == last:
        return whole
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{whole}"
    pattern = "d MMM" if first.year == last.year else "d MMM y"
    return f"{_formatted(first, pattern, language)}–{whole}"


def days_in_year(first: dt.date, last: dt.date, language: str) -> str:
    """Write the days from one to another without the year, unless they lie in two: ``7–13 mars``."""
    told = days(first, last, language)
    return told.removesuffix(f" {last.year}") if first.year == last.year else told


def month(date: dt.date, language: str) -> str:
    """Write the month with its year: ``maj 2016``."""
    return _formatted(date, "MMMM y", language)
