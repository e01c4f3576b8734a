"""A date, several dates, or a run of days (*4/3 – 10/6 -16*): each part lends the next what is not said again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from samverkan.formats.notation.days import Day, take_day
from samverkan.formats.notation.notation import Notation, Reading, Year
from samverkan.model.when import OnDate, OnDates, Through

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.formats.notation.tokens import Token


def read_dates(notation: Notation) -> Reading | None:
    """Read dates in words or numbers; a text that is none gives nothing."""
    head = [word for word in notation.tokens[:1] if word in ("only", "from")]
    taken = _taken(notation.tokens[len(head) :], month_first=notation.lexicon.month_first)
    match taken and (head, *taken):
        case ([] | ["from"], days, ["-"]):
            return _run(days, notation)
        case ([], [day], []):
            return _date(day, notation)
        case ([] | ["only"], days, signs) if "-" not in signs:
            return _dates(days, notation)
    # “From 4 March 2016” says a first day and no last one.
    return None


def _taken(tokens: list[Token], *, month_first: bool) -> tuple[list[Day], list[Token]] | None:
    days: list[Day] = []
    signs: list[Token] = []
    while taken := take_day(tokens, month_first=month_first):
        day, tokens = taken
        days.append(day)
        if not tokens:
            return (days, signs) if any(each.month for each in days) else None
        if tokens[0] not in ("-", ","):
            return None
        signs.append(tokens[0])
        # English writes “4 March, 18 March, and 1 April”.
        tokens = tokens[2:] if tokens[:2] == [",", ","] else tokens[1:]
    return None


def _date(day: Day, notation: Notation) -> Reading:
    year = notation.certain_year(day.year)
    date = evolve(day, year=year).date(notation.lexicon.language)
    return Reading(OnDate(date, year_inferred=year.inferred), ("date",) if year.inferred else ())


def _dates(days: Sequence[Day], notation: Notation) -> Reading:
    whole = _filled(days, notation)
    dates = [day.date(notation.lexicon.language) for day in whole]
    return Reading(OnDates(dates), ("dates",) if any(_inferred(day) for day in whole) else ())


def _run(days: Sequence[Day], notation: Notation) -> Reading:
    first, last = _filled(days, notation)
    if (first.month, first.day) > (last.month, last.day) and _year(first) == _year(last):
        # A run goes forward: the end that lends its year keeps it, and the other is moved over New Year.
        if days[1].year:
            first = _moved(first, days[0], -1)
        elif days[0].year:
            last = _moved(last, days[1], 1)
    language = notation.lexicon.language
    inferred = tuple(key for key, day in (("from", first), ("to", last)) if _inferred(day))
    return Reading(Through(first.date(language), last.date(language)), inferred)


def _moved(day: Day, said: Day, years: int) -> Day:
    return day if said.year else evolve(day, year=Year(_year(day) + years, inferred=True))


def _filled(days: Sequence[Day], notation: Notation) -> list[Day]:
    """Give each day a month and a year: from the nearest to the right, else to the left, else from around."""
    return _lent(_lent(days[::-1])[::-1], notation)


def _lent(days: Sequence[Day], notation: Notation | None = None) -> list[Day]:
    lender: Day | None = None
    filled: list[Day] = []
    for each in days:
        day = _borrowing(each, lender) if lender else each
        if notation:
            day = evolve(day, year=notation.certain_year(day.year))
        filled.append(day)
        lender = day if day.month or day.year else lender
    return filled


def _borrowing(day: Day, lender: Day) -> Day:
    # In “7–13 mars 2016” the year is said for both days; in “4/3 – 10/6 -16” it is deduced for the first.
    shared = day.month is None and lender.month is not None
    year = day.year or (lender.year and Year(lender.year.number, inferred=lender.year.inferred or not shared))
    return evolve(day, month=day.month or lender.month, year=year)


def _year(day: Day) -> int:
    return day.year.number if day.year else 0


def _inferred(day: Day) -> bool:
    return day.year is not None and day.year.inferred
