"""A term as a strip of weeks: to the right on paper, downwards on a telephone (*terminsremsa*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from attrs import frozen

from samverkan.formats.svg.element import Face, element, words
from samverkan.formats.svg.frame import Strip
from samverkan.formats.svg.measure import fitted, width_of
from samverkan.formats.svg.months import months_between, numbered_weeks, weeks_between
from samverkan.formats.svg.palette import INK, QUIET, WASH
from samverkan.formats.svg.plot import FAINTER, LABEL, Captions, Label, Plot, Widths, laid_out
from samverkan.formats.svg.sheet import Sheet
from samverkan.formats.svg.signs import badge, colour
from samverkan.formats.svg.tracks import Item, Tracks, around
from samverkan.formats.tables.almanac import Almanac, Mark
from samverkan.formats.wording import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS, _WORDS = 10.2, 330.0
_HALF = 14.0  # of a sign, with some air


@frozen
class Rows:
    """What both strips have: the days shown, and where the bands of months, weeks and shaded days end."""

    shown: Almanac
    sheet: Sheet
    plot: Plot
    strip: Strip
    months: float
    weeks: float
    edge: float

    @property
    def end(self) -> float:
        """The distance across at which the last lane ends."""
        return max((far for _, far in self.plot.ends), default=self.edge)

    def _grounds(self) -> Iterator[str]:
        yield from self.plot.grounds(self.shown.first, self.shown.last)
        yield from self.plot.shaded(self.shown.shades, self.weeks, self.edge, self.end)
        for first, last in months_between(self.shown.first, self.shown.last):
            path = self.strip.band(first.toordinal(), last.toordinal() + 1, 0, self.months)
            yield element("path", d=path, fill=WASH)
            yield self.plot.line(first.toordinal(), 0, self.months)
            yield self.plot.line(first.toordinal(), self.edge, self.end, FAINTER)
        yield self.plot.line(self.shown.last.toordinal() + 1, 0, self.months)
        for begins, _ in weeks_between(self.shown.first, self.shown.last):
            yield self.plot.line(begins.toordinal(), self.weeks - 3, self.weeks)

    def _weeks(self) -> Iterator[str]:
        across = (self.months + self.weeks) / 2
        for middle, number in numbered_weeks(self.shown.first, self.shown.last):
            x, y = self.strip.point(middle, across)
            yield words(str(number), x, y + _NUMBERS * 0.36, Face(_NUMBERS, QUIET), anchor="middle")


@frozen
class Across(Rows):
    """Weeks to the right, the names of the lanes before them, the names of things beside them."""

    names: ClassVar[float] = 190

    @classmethod
    def of(cls, shown: Almanac, sheet: Sheet, top: float, captions: Captions) -> Self:
        """Lay out a term below ``top``."""
        unit = (sheet.room - cls.names) / shown.days
        strip = Strip(sheet.margin + cls.names, top, unit, shown.first.toordinal())
        end = shown.last.toordinal() + 1
        labels: dict[Item, Label] = {}
        extents: dict[Item, tuple[float, float] | None] = {}
        things: list[Item] = [*shown.marks, *shown.stretches]
        for item in things:
            label, extent = _labelled(item, unit, strip.first, end)
            extents[item] = extent
            if label is not None:
                labels[item] = label
        tracks = Tracks.of(shown, extents.get)
        ends = laid_out(tracks, Widths(32, 27, 8), top=46)
        return cls(shown, sheet, Plot(strip, tracks, ends, captions, labels), strip, 20, 38, 46)

    @property
    def bottom(self) -> float:
        """The y at which it ends."""
        return self.strip.y + self.end

    def drawn(self) -> Iterator[str]:
        """Draw it from the ground up."""
        yield from self._grounds()
        yield from self._months()
        yield from self._weeks()
        yield from self._lanes()
        yield from self.plot.drawn()

    def _months(self) -> Iterator[str]:
        for first, last in months_between(self.shown.first, self.shown.last):
            x, y = self.strip.point((first.toordinal() + last.toordinal() + 1) / 2, 14)
            name = dates.month_name(first, self.plot.captions.wording.language)
            yield words(name, x, y, Face(12, INK, bold=True), anchor="middle")

    def _lanes(self) -> Iterator[str]:
        for lane, (near, far) in self.plot.lane_ends().items():
            middle = self.strip.y + (near + far) / 2
            yield badge(str(lane + 1), self.sheet.margin + 10, middle, 14.4, colour(lane))
            room = self.names - 42
            lines = fitted(self.shown.lanes[lane].name, room, 11, lines=max(1, int((far - near + 6) // 13)), bold=True)
            top = middle - 13 * (len(lines) - 1) / 2 + 4
            for place, line in enumerate(lines):
                yield words(line, self.sheet.margin + 26, top + 13 * place, Face(11, INK, bold=True))


def _labelled(item: Item, unit: float, first: int, end: int) -> tuple[Label | None, tuple[float, float] | None]:
    """Give the words beside a mark of its own or under a bar, and the days that both take."""
    start, last = (day.toordinal() for day in item.span)
    if isinstance(item, Mark):
        if not item.own:
            return None, None
        middle, half = start + 0.5, _HALF / unit
        text = fitted(item.name, max(_room(end, middle, unit), _room(middle, first, unit)), LABEL, lines=1)[0]
        takes = width_of(text, LABEL) / unit
        if middle + half + takes <= end:
            return Label(text, middle, _HALF), (middle - half, middle + half + takes + 4 / unit)
        return Label(text, middle, -_HALF, "end"), (middle - half - takes - 4 / unit, middle + half)
    text = fitted(item.name, max(_WORDS, (last + 1 - start) * unit), LABEL, lines=1)[0]
    takes = width_of(text, LABEL) / unit
    if start + takes <= end:
        return Label(text, start), (start, max(last + 1, start + takes + 6 / unit))
    return Label(text, last + 1, anchor="end"), (min(start, last + 1 - takes - 6 / unit), last + 1)


def _room(later: float, earlier: float, unit: float) -> float:
    return min(_WORDS, (later - earlier) * unit - _HALF)


@frozen
class Down(Rows):
    """Weeks downwards, a narrow column for each lane with its number, letters for what is told below."""

    unit: ClassVar[float] = 2.7

    @classmethod
    def of(cls, shown: Almanac, sheet: Sheet, top: float, captions: Captions) -> Self:
        """Lay out a term below ``top``, with the letters of its stretches."""
        strip = Strip(sheet.margin, top + 28, cls.unit, shown.first.toordinal(), down=True)

        tracks = Tracks.of(shown, lambda item: around(item, 14 / cls.unit))
        ends = laid_out(tracks, Widths(44, 26, 6), top=66, room=sheet.room - 66)
        return cls(shown, sheet, Plot(strip, tracks, ends, captions), strip, 36, 58, 66)

    @property
    def bottom(self) -> float:
        """The y at which it ends."""
        return self.strip.y + self.strip.length(self.shown.days, 0)

    def drawn(self) -> Iterator[str]:
        """Draw it from the ground up."""
        yield from self._grounds()
        for first, _ in months_between(self.shown.first, self.shown.last):
            x, y = self.strip.point(first.toordinal(), 2)
            name = dates.month_name(first, self.plot.captions.wording.language, brief=True)
            yield words(name, x, y + 13, Face(11, INK, bold=True))
        yield from self._weeks()
        for lane, (near, far) in self.plot.lane_ends().items():
            yield badge(str(lane + 1), self.strip.x + (near + far) / 2, self.strip.y - 19, 14.4, colour(lane))
        yield from self.plot.drawn()
