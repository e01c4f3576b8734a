"""What a cell of the table means (*cellens värde*): numbers, days, bands of ages and words, read strictly."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING, TypeVar

from samverkan.errors import InvalidValueError, nearest
from samverkan.followup.result import Ages
from samverkan.formats.content import Unfit, unfit
from samverkan.formats.csv import harmless
from samverkan.formats.refusal import as_fault, refused, shortened, wrong_type
from samverkan.formats.results.words import usual
from samverkan.formats.scalars import one_of, reckoned
from samverkan.model.names import personal_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.formats.content import Content
    from samverkan.formats.grid import Given

T = TypeVar("T")

_NUMBER = re.compile(r"\d{1,9}|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,2}", re.ASCII)
_SHARE = re.compile(r"\d+(?:[.,]\d+)?\s*%", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_BAND = re.compile(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3})?|\s*(\+))?(?:\s*(?:år|years))?", re.ASCII)


def count(given: Given) -> int:
    """Take a whole number, also with spaces between thousands; a bare percentage is never a count."""
    content = _plain(given.content)
    if isinstance(content, float) and content.is_integer():
        content = int(content)
    if isinstance(content, int) and not isinstance(content, bool) and 0 <= content < 10**9:
        return content
    if isinstance(content, str) and _NUMBER.fullmatch(content):
        return int(re.sub(r"\D", "", content))
    if isinstance(content, str) and _SHARE.fullmatch(content):
        raise refused("percentage", f"“{shortened(content)}” is a share", "how many were counted, and of how many")
    raise wrong_type(content, "a whole number from 0")


def day(given: Given) -> dt.date:
    """Take a day, as a spreadsheet has it or as ISO text."""
    content = _plain(given.content)
    if isinstance(content, dt.date):
        return reckoned(content)
    if not isinstance(content, str) or not _DAY.fullmatch(content):
        raise wrong_type(content, "a date such as 2010-03-31")
    return _date(content)


def stretch(given: Given) -> tuple[dt.date, dt.date, bool]:
    """Take a year, a month or a day as its first and its last day, and say whether a day was written.

    A spreadsheet makes a day of ``2010-03`` unless the cell is text, so a single day is never taken for a period.
    """
    content = _plain(given.content)
    if isinstance(content, dt.date):
        return reckoned(content), content, True
    text = str(content) if isinstance(content, int) and not isinstance(content, bool) else content
    if isinstance(text, str):
        if _DAY.fullmatch(text):
            return _date(text), _date(text), True
        if month := _MONTH.fullmatch(text):
            return _month(int(month[1]), int(month[2]))
        if _YEAR.fullmatch(text):
            return _date(f"{text}-01-01"), _date(f"{text}-12-31"), False
    raise wrong_type(content, "a month such as 2010-03, a year such as 2010, or a date such as 2010-03-31")


def _month(year: int, number: int) -> tuple[dt.date, dt.date, bool]:
    if not (year and 1 <= number <= 12):
        raise refused("bad-date", f"the calendar has no month {year:04}-{number:02}", "a month such as 2010-03")
    first = reckoned(dt.date(year, number, 1))
    return first, first.replace(day=calendar.monthrange(year, number)[1]), False


def period(given: Given) -> tuple[dt.date, dt.date]:
    """Take a year or a month; a day is refused there, for a spreadsheet may have made it of a month."""
    first, last, is_day = stretch(given)
    if is_day:
        what = f"{first} is a day and no period"
        raise refused("a-day", what, "a month such as 2010-03 in a cell that is text, or days in from and to")
    return first, last


def _date(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise refused("bad-date", f"the calendar has no day {text}", "a date such as 2010-03-31") from None
    return reckoned(day)


def ages(given: Given) -> Ages:
    """Take a band of ages: ``18–64``, ``65+``, or one age."""
    content = _plain(given.content)
    band = _BAND.fullmatch(str(content)) if isinstance(content, (str, int)) else None
    if band is None:
        raise wrong_type(content, "ages such as 18–64 or 65+; format the cell as text")
    youngest = int(band[1])
    open_ended = band[3] or (band[2] is None and re.search("[-–]", str(content)))
    try:
        return Ages(youngest, None if open_ended else int(band[2] or youngest))
    except InvalidValueError as error:
        fault = as_fault(error)
        raise refused(fault.code, fault.message, fault.expected) from None


def word(given: Given, words: Mapping[str, T], language: str) -> T:
    """Take one of some words in whichever language; a refusal names those of the one in which the table is."""
    _plain(given.content)
    if given.word not in words:
        message = f"the word “{shortened(str(given.content))}” is not known here"
        raise refused("unknown-word", message, one_of(usual(words, language)), nearest(given.word, words))
    return words[given.word]


def text(given: Given) -> str:
    """Take text as it stands, without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    content = _plain(given.content)
    said = content.isoformat() if isinstance(content, dt.date) else str(content)
    if personal_numbers(said):
        raise refused("personal-number", "a personal identity number stands here", "text about nobody in particular")
    return said[1:] if said.startswith("'") and harmless(said[1:]) != said[1:] else said


def _plain(content: Content) -> str | int | float | bool | dt.date | dt.time | None:
    if isinstance(content, Unfit):
        raise unfit(content)
    return content
