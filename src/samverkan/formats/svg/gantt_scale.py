"""The days along a Gantt chart: where each lies, and the weeks and months above them (*tidsaxel*)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.formats.svg.element import Face, element, words
from samverkan.formats.svg.measure import width_of
from samverkan.formats.svg.palette import FAINT, QUIET
from samverkan.formats.wording import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.wording import Wording

HEIGHT = 30
"""What the months and the weeks take above the first row."""

_FACE = Face(9.5, QUIET)
_WEEK = dt.timedelta(days=7)
_LINES = 4


@frozen
class Scale:
    """Whole weeks from ``first``, a Monday, to ``last``, a Sunday, laid out over a width from ``left``."""

    first: dt.date
    last: dt.date
    left: float
    width: float

    @classmethod
    def around(cls, first: dt.date, last: dt.date, left: float, width: float) -> Scale:
        """Make the scale of the weeks that two days lie in, and of all between."""
        monday = first - dt.timedelta(days=first.weekday())
        return cls(monday, last + dt.timedelta(days=6 - last.weekday()), left, width)

    def at(self, day: dt.date) -> float:
        """Give where a day begins."""
        return self.left + (day - self.first).days * self._day

    def after(self, day: dt.date) -> float:
        """Give where a day ends."""
        return self.at(day) + self._day

    @property
    def _day(self) -> float:
        return self.width / ((self.last - self.first).days + 1)

    def drawn(self, top: float, bottom: float, wording: Wording) -> str:
        """Draw the months, the numbers of as many weeks as have room, and a line down for each of these."""
        return "".join([*self._months(top, wording), *self._weeks(top, bottom, wording)])

    def _weeks(self, top: float, bottom: float, wording: Wording) -> Iterator[str]:
        room = width_of(wording.word("week {number}").format(number=53), _FACE.size) + 8
        every = 1
        while every * 7 * self._day < room:
            every *= 2
        step = every if 7 * self._day >= _LINES else every * 2
        for place, monday in enumerate(self._mondays()):
            if place % step == 0:
                x = self.at(monday)
                yield element("path", d=f"M{x:.2f} {top + 17:.2f}V{bottom:.2f}", stroke=FAINT, stroke_width=1)
                if x + room <= self.left + self.width + 8:
                    yield words(wording.week(monday), x + 2, top + 25, _FACE)

    def _mondays(self) -> Iterator[dt.date]:
        monday = self.first
        while monday <= self.last:
            yield monday
            monday += _WEEK

    def _months(self, top: float, wording: Wording) -> Iterator[str]:
        told = [(self.at(max(day, self.first)), _month(day, wording)) for day in self._first_days()]
        room = max(width_of(name, _FACE.size) for _, name in told) + 8
        every = 1
        while every * 28 * self._day < room:
            every += 1
        # The first month may have little of itself on the chart; then the count begins with the next.
        begin = 1 if len(told) > 1 and told[1][0] - told[0][0] < room and every == 1 else 0
        for x, name in told[begin::every]:
            if x + width_of(name, _FACE.size) <= self.left + self.width:
                yield words(name, x + 2, top + 11, _FACE)

    def _first_days(self) -> Iterator[dt.date]:
        day = self.first.replace(day=1)
        while day <= self.last:
            yield day
            day = (day + dt.timedelta(days=31)).replace(day=1)


def _month(day: dt.date, wording: Wording) -> str:
    return f"{dates.month_name(day, wording.language, brief=True)} {day.year}"
