"""The months in which somebody meets, each as a sheet of a calendar (*månadsblad*)."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

from samverkan.formats.html.blocks import Day, Month
from samverkan.formats.wording import dates

if TYPE_CHECKING:
    from samverkan.formats.html.view import View

_A_MONDAY = dt.date(2001, 1, 1)


def months(view: View) -> list[Month]:
    """Give a sheet for each month with a meeting that takes place; a day of several is told once, with all of them."""
    told: dict[dt.date, list[str]] = {}
    for meeting in view.plan.taking_place:
        told.setdefault(meeting.date, []).append(view.wording.value(meeting.name))
    firsts = dict.fromkeys(date.replace(day=1) for date in told)
    return [_month(first, told, view) for first in firsts]


def _month(first: dt.date, told: dict[dt.date, list[str]], view: View) -> Month:
    week: list[dt.date] = [_A_MONDAY + dt.timedelta(days=n) for n in range(7)]
    names = [(dates.weekday(day, view.language)[:2], dates.long_weekday(day, view.language)) for day in week]
    weeks = calendar.Calendar().monthdayscalendar(first.year, first.month)
    rows = [_week(first, numbers, told, view) for numbers in weeks]
    return Month(dates.month(first, view.language), view.word("Week"), tuple(names), tuple(rows))


def _week(
    first: dt.date, numbers: list[int], told: dict[dt.date, list[str]], view: View
) -> tuple[int, tuple[Day | None, ...]]:
    days = [first.replace(day=number) for number in numbers if number]
    known = iter(days)
    return dates.week(days[0]), tuple(_day(next(known), told, view) if number else None for number in numbers)


def _day(date: dt.date, told: dict[dt.date, list[str]], view: View) -> Day:
    names = told.get(date)
    if not names:
        return Day(date.day)
    said = f"{dates.day_in_year(date, view.language)}: {view.wording.listed(names)}"
    return Day(date.day, said, f"#day-{date.isoformat()}")
