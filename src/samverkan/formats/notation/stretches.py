"""What is known to a week, a month, a season, a term or a year and no finer (*V 10*, *våren 2008*, *VT 2016*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.notation.notation import Notation, Reading, Year, take_year
from samverkan.formats.notation.refusal import refuse, shown
from samverkan.formats.notation.tokens import Month, Number
from samverkan.model.terms import HalfYear, Term
from samverkan.model.when import (
    InMonth,
    InSeason,
    InTerm,
    InWeek,
    InYear,
    Moment,
    RelativeToPeriod,
    Season,
    WeekInMonth,
)

if TYPE_CHECKING:
    from samverkan.model.when import When


def read_week(notation: Notation) -> Reading | None:
    """Read ``V 10``, ``v. 10 2016`` or ``2016-W10``; several weeks are no one week, and the model has no other."""
    match notation.tokens:
        case ["week", Number(week), "[", "?", "]"]:
            return Reading(InWeek(week, year_inferred=True), ("week",))
        case ["week", Number(week), *rest]:
            stated, left = take_year(rest, dashed=False)
        case [Number(number, 4), "-", "week", Number(week)] | [Number(number, 4), "week", Number(week)]:
            stated, left = Year(number), []
        case _:
            return None
    if left:
        raise _no_one_week(notation)
    year = notation.year(stated)
    if year is None:
        return Reading(InWeek(week))
    return _reading(InWeek(f"{year.number:04}-W{week:02}", year_inferred=year.inferred), "week", year)


def _no_one_week(notation: Notation) -> Exception:
    return refuse(
        "several-weeks",
        f"“{shown(notation.text)}” is not one week",
        "one week with its year in full, such as “v. 10 2016”, or the two dates when it goes on for several weeks",
    )


def read_months(notation: Notation) -> Reading | None:
    """Read ``maj``, ``maj 2016``, ``2016-05`` or ``maj–augusti 2008``."""
    match notation.tokens:
        case [Number(year, 4), "-", Number(month, 2)]:
            return Reading(InMonth(_dated(month, Year(year))))
        case [Number(year, 4), "-", Number(month, 2), "-", Number(to_year, 4), "-", Number(to_month, 2)]:
            return Reading(InMonth(_dated(month, Year(year)), _dated(to_month, Year(to_year))))
        case [Month(month), *rest] | ["from", Month(month), *rest]:
            first, left = take_year(rest)
        case _:
            return None
    match left:
        case [] if notation.tokens[0] != "from":
            return _one_month(InMonth, "month", month, notation.year(first))
        case ["-", Month(to_month), *rest]:
            last, left = take_year(rest)
            return None if left else _months((month, first), (to_month, last), notation)
    return None


def _one_month(kind: type[InMonth | WeekInMonth], key: str, month: int, year: Year | None) -> Reading:
    return _reading(kind(month if year is None else _dated(month, year)), key, year)


def _months(first: tuple[int, Year | None], last: tuple[int, Year | None], notation: Notation) -> Reading:
    (month, year), (to_month, to_year) = first, last
    over_new_year = month > to_month
    from_ = year or (to_year and Year(to_year.number - over_new_year, inferred=to_year.inferred or over_new_year))
    to = to_year or (year and Year(year.number + over_new_year, inferred=True))
    from_, to = notation.certain_year(from_), notation.certain_year(to)
    inferred = tuple(key for key, end in (("month", from_), ("to_month", to)) if end.inferred)
    return Reading(InMonth(_dated(month, from_), _dated(to_month, to)), inferred)


def read_week_in_month(notation: Notation) -> Reading | None:
    """Read ``en vecka i maj``."""
    match notation.tokens:
        case ["some-week", Month(month), *rest]:
            stated, left = take_year(rest)
            return None if left else _one_month(WeekInMonth, "week_in_month", month, notation.year(stated))
    return None


def read_season(notation: Notation) -> Reading | None:
    """Read ``våren``, ``våren 2008`` or ``vintern 2008/09``."""
    match notation.tokens:
        case [Season.WINTER, Number(year, 4), "-" | "/", Number(next_year, 2 | 4)]:
            return Reading(InSeason(Season.WINTER, year)) if (year + 1 - next_year) % 100 == 0 else None
        case [Season() as season, *rest]:
            stated, left = take_year(rest)
            year_of = notation.year(stated)
            if left:
                return None
            return _reading(InSeason(season, year_of.number if year_of else None), "year", year_of)
    return None


def read_term(notation: Notation) -> Reading | None:
    """Read ``VT 2016``, ``vt16`` or ``vårterminen 2016``."""
    match notation.tokens:
        case [HalfYear() as half, Number(_, 2) as short]:
            stated, left = take_year(["-", short])
        case [HalfYear() as half, *rest]:
            stated, left = take_year(rest)
        case _:
            return None
    if left:
        return None
    year = notation.certain_year(stated)
    return _reading(InTerm(Term(year.number, half)), "term", year)


def read_year(notation: Notation) -> Reading | None:
    """Read ``2015``, ``under 2015`` or ``år 2015``."""
    match notation.tokens:
        case [Number(year, 4)] | ["year", Number(year, 4)]:
            return Reading(InYear(year))
    return None


def read_moment(notation: Notation) -> Reading | None:
    """Read ``i början av perioden``."""
    match notation.tokens:
        case [Moment() as moment]:
            return Reading(RelativeToPeriod(moment))
    return None


def _dated(month: int, year: Year) -> str:
    return f"{year.number:04}-{month:02}"


def _reading(when: When, key: str, year: Year | None) -> Reading:
    return Reading(when, (key,) if year and year.inferred else ())
