"""How full a unit gets over time: a line of the mean, the band of eight runs in ten, and the places (*beläggning*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.capacity.amounts import DAYS
from samverkan.capacity.period import later
from samverkan.formats.capacity_words import number, results
from samverkan.formats.svg.element import Face, at, element, words
from samverkan.formats.svg.legend import Entry, Sign, legend
from samverkan.formats.svg.measure import fitted, width_of
from samverkan.formats.svg.page import Page
from samverkan.formats.svg.palette import FAINT, INK, QUIET
from samverkan.formats.text.occupancy import runs_told
from samverkan.formats.wording import dates
from samverkan.model.message import say
from samverkan.model.names import slug
from samverkan.model.values import Length, Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from samverkan.capacity.scenarios import Simulation
    from samverkan.capacity.simulation import Occupancy
    from samverkan.formats.wording import Wording

_WIDTH, _MARGIN, _LEFT, _HEIGHT = 720.0, 12.0, 44.0, 220.0
_BIG, _PLAIN = Face(18, INK, bold=True), Face(11, QUIET)
_BAND = "#cbd5e1"
"""The ground of the band: darker than a rule, and lighter than the line of the mean that lies on it."""


def dumps(occupancy: Occupancy, runs: Simulation, wording: Wording, *, name: str, start: dt.date | None = None) -> str:
    """Draw the occupancy under the ``name`` as an SVG picture; equal values, equal bytes.

    With the day of the ``start`` months are named, else counted. What is drawn stands in words in the description and,
    with the other results, below the picture.
    """
    head, top = _lines([(name, _BIG), (runs_told(runs, wording), _PLAIN)], _MARGIN + 4)
    scale = _Scale(top + 34, occupancy.over_time[-1].day, *_most(occupancy))
    chart = "".join([*_across(scale, wording), *_down(scale, occupancy, wording, start), *_drawn(scale, occupancy)])
    told = [(f"{what}: {how}", _PLAIN) for what, how in results(occupancy, wording)]
    caption = words(wording.tell(say("Places taken")), _MARGIN, top + 20, _PLAIN)
    facts, end = _lines(told, scale.bottom + 26)
    key, end = legend(list(_entries(occupancy, wording)), _MARGIN, end + 12, _WIDTH - 2 * _MARGIN)
    page = Page(
        f"occupancy-{slug(name)}",
        name,
        description(occupancy, wording),
        wording.language,
        _WIDTH,
        end + _MARGIN,
        "",
        f"{head}\n{caption}\n{chart}\n{facts}\n{key}",
    )
    return str(page)


def description(occupancy: Occupancy, wording: Wording) -> str:
    """Tell the picture to those who hear it: the mean and the band at each year, and the places."""
    points = [*occupancy.over_time[:-1:12], occupancy.over_time[-1]]
    told = [
        wording.tell(
            say(
                "after {months} months {mean} places are taken, in eight runs of ten {low} to {high}",
                months=number(each.day / float(DAYS[Unit.MONTH]), wording),
                mean=number(each.inside.mean, wording),
                low=number(each.inside.low, wording),
                high=number(each.inside.high, wording),
            )
        )
        for each in points
    ]
    ends = "" if occupancy.places is None else wording.tell(say("There are {n} places.", n=occupancy.places))
    text = "; ".join(told)
    return f"{text[:1].upper()}{text[1:]}. {ends}".rstrip()


@frozen
class _Scale:
    """Where a day and a number of places lie in the chart, whose upper edge is ``top``."""

    top: float
    days: float
    most: int
    step: int

    @property
    def bottom(self) -> float:
        return self.top + _HEIGHT

    def x(self, day: float) -> float:
        return _LEFT + (_WIDTH - _MARGIN - 14 - _LEFT) * day / self.days

    def y(self, places: float) -> float:
        return self.bottom - _HEIGHT * places / self.most


def _most(occupancy: Occupancy) -> tuple[int, int]:
    """Give where the scale ends, above anything drawn, and how many places lie between two lines."""
    highest = max(occupancy.places or 0, 1, *(int(each.inside.high) for each in occupancy.over_time))
    steps: list[int] = [step * 10**power for power in range(9) for step in (1, 2, 5)]
    step = next(step for step in steps if highest <= 6 * step)
    return (highest // step + 1) * step, step


def _across(scale: _Scale, wording: Wording) -> Iterator[str]:
    for places in range(0, scale.most + 1, scale.step):
        y = scale.y(places)
        yield element("path", d=f"M{at(_LEFT, y)}H{_WIDTH - _MARGIN - 14:g}", stroke=FAINT, stroke_width=1)
        yield words(number(places, wording), _LEFT - 6, y + 4, _PLAIN, anchor="end")


def _down(scale: _Scale, occupancy: Occupancy, wording: Wording, start: dt.date | None) -> Iterator[str]:
    """Mark every so many months, as many as have room for their names."""
    months = [(place, each.day) for place, each in enumerate(occupancy.over_time[:-1])]
    names = [_month(place, wording, start) for place, _ in months]
    room = max(width_of(name, _PLAIN.size) for name in names) + 12
    every = next(
        step for step in (1, 3, 6, 12, 24, 60, 10**6) if scale.x(scale.days) - _LEFT >= room * len(months) / step
    )
    for place, day in months[::every]:
        x = scale.x(day)
        yield element("path", d=f"M{at(x, scale.bottom)}v5", stroke=QUIET, stroke_width=1)
        if x + room / 2 <= _WIDTH:
            yield words(names[place], x, scale.bottom + 17, _PLAIN, anchor="middle")


def _month(place: int, wording: Wording, start: dt.date | None) -> str:
    if start is None:
        return wording.tell(say("{n} month", "{n} months", n=place))
    day = later(start, Length(place, Unit.MONTH)) if place else start
    return f"{dates.month_name(day, wording.language, brief=True)} {day.year}"


def _drawn(scale: _Scale, occupancy: Occupancy) -> Iterator[str]:
    def line(points: Sequence[tuple[float, float]]) -> str:
        return "L".join(at(scale.x(day), scale.y(places)) for day, places in points)

    over = occupancy.over_time
    low, high = ([(each.day, end) for each, end in zip(over, ends, strict=True)] for ends in _ends(occupancy))
    yield element("path", d=f"M{line(high)}L{line(low[::-1])}Z", fill=_BAND)
    mean = [(each.day, each.inside.mean) for each in over]
    yield element("path", d=f"M{line(mean)}", fill="none", stroke=INK, stroke_width=2)
    if occupancy.places is not None:
        y = scale.y(occupancy.places)
        yield element("path", d=f"M{at(_LEFT, y)}H{at(scale.x(scale.days), y).split()[0]}", **_PLACES)


_PLACES: dict[str, str | float] = {"stroke": INK, "stroke_width": 1.4, "stroke_dasharray": "5 3"}


def _ends(occupancy: Occupancy) -> tuple[list[float], list[float]]:
    over = occupancy.over_time
    return [each.inside.low for each in over], [each.inside.high for each in over]


def _entries(occupancy: Occupancy, wording: Wording) -> Iterator[Entry]:
    yield _rule(stroke=INK, stroke_width=2), wording.tell(say("places taken, the mean of all runs"))
    band: Sign = lambda x, y: element("rect", x=x - 12, y=y - 5, width=24, height=10, fill=_BAND)  # noqa: E731
    yield band, wording.tell(say("between these, eight runs in ten"))
    if occupancy.places is not None:
        yield _rule(**_PLACES), wording.tell(say("all open places"))


def _rule(**look: str | float) -> Sign:
    return lambda x, y: element("path", d=f"M{at(x - 12, y)}h24", **look)


def _lines(told: Sequence[tuple[str, Face]], top: float) -> tuple[str, float]:
    drawn = []
    for text, face in told:
        for line in fitted(text, _WIDTH - 2 * _MARGIN, face.size, bold=face.bold, lines=6):
            top += face.size * 1.35
            drawn.append(words(line, _MARGIN, top, face))
    return "".join(drawn), top
