"""The year as a wheel (*årshjul*): months and weeks around, a ring for each body, and one for all that is done."""

from __future__ import annotations

from math import degrees
from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.formats.svg.element import Face, element, words, written
from samverkan.formats.svg.entries import lettered, summary
from samverkan.formats.svg.explained import explained
from samverkan.formats.svg.frame import Circle
from samverkan.formats.svg.measure import width_of
from samverkan.formats.svg.months import months_between, numbered_weeks, weeks_between
from samverkan.formats.svg.palette import INK, PAPER, QUIET, WASH
from samverkan.formats.svg.plot import FAINTER, SMALLEST_NUMBER, Captions, Plot, Widths, laid_out
from samverkan.formats.svg.sheet import STANDING, Sheet, sheet_of
from samverkan.formats.svg.signs import badge, colour
from samverkan.formats.svg.tracks import Tracks, around
from samverkan.formats.tables.almanac import Almanac
from samverkan.formats.tables.planned import almanac
from samverkan.formats.wording import dates
from samverkan.model.message import say
from samverkan.model.names import slug

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from samverkan.formats.svg.tracks import Item
    from samverkan.formats.tables.year import Year
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.schedule import Schedule

MOST_RINGS = 9
"""With more bodies than these, those that meet least share a ring."""


def dumps(
    plan: Schedule, wholes: Sequence[Collaboration], wording: Wording, *, year: Year, columns: int | None = None
) -> str:
    """Draw a year of a schedule as an SVG picture for A3, or with one column for a telephone.

    ``wholes`` are the collaborations that are planned there. A day is an angle: the first of the year is at the top,
    and all days together are a whole turn. The words below stand in ``columns``. Equal plans give equal bytes.
    """
    return drawn(shown(plan, wholes, wording, year=year), wording, name=str(year), columns=columns)


def shown(plan: Schedule, wholes: Sequence[Collaboration], wording: Wording, *, year: Year) -> Almanac:
    """Read off what the wheel of a year shows: a lane for each body, and one for activities and programme."""
    whole = almanac(plan, wholes, wording, first=year.first, last=year.last)
    rest = wording.word("Activities and programme")
    return whole.dated().folded(MOST_RINGS, bodies=wording.word("Other bodies"), rest=rest)


def drawn(year: Almanac, wording: Wording, *, name: str, columns: int | None = None) -> str:
    """Draw an almanac of a year that is called ``name``."""
    sheet = sheet_of(STANDING, columns)
    title = wording.tell(say("{name}: year wheel {year}", name=year.name, year=name))
    head, top = sheet.head(title, [summary(year, wording)])
    prefix = f"wheel-{slug(year.name)}-{slug(name)}"
    captions = Captions(prefix, wording, lettered(year.stretches))
    wheel = Wheel.of(year, sheet, top, captions, name)
    bottom = wheel.bottom + sheet.margin
    return explained(year, sheet, captions, title=title, drawn=[head, *wheel.drawn()], bottom=bottom)


@frozen
class Bands:
    """How wide the bands around the rings are: months, weeks and the scale of days; and their letters.

    ``full`` and ``slim`` are the widths of tracks, ``hole`` is the least radius in the middle, ``shortest`` the days
    that a week must have for its number.
    """

    months: float
    weeks: float
    scale: float
    letters: float
    numbers: float
    full: float
    slim: float
    hole: float
    shortest: int


_PHONE = Bands(19, 15, 6, 11, 10.2, 18, 14, 34, 5)
_PAPER = Bands(30, 22, 9, 15, 10.5, 34, 20, 96, 4)


@frozen
class Wheel:
    """The wheel with everything in its place."""

    year: Almanac
    circle: Circle
    bands: Bands
    plot: Plot
    name: str

    @classmethod
    def of(cls, year: Almanac, sheet: Sheet, top: float, captions: Captions, name: str) -> Wheel:
        """Lay out the rings of a year below ``top``."""
        radius = sheet.room / 2 - (0 if sheet.narrow else 10)
        first = year.first.toordinal()
        circle = Circle(sheet.width / 2, top + radius, radius, first, year.days)
        bands = _PHONE if sheet.narrow else _PAPER
        edge = bands.months + bands.weeks + bands.scale
        room = radius - edge - bands.hole

        def extent(item: Item) -> tuple[float, float] | None:
            # On the innermost ring the letter of a short stretch takes more days than the stretch.
            letter = width_of(captions.letters.get(item.id, ""), 12, bold=True) + 9
            return around(item, letter / circle.length(1, radius - bands.hole))

        tracks = Tracks.of(year, extent)
        ends = laid_out(tracks, Widths(bands.full, bands.slim, 6), top=edge, room=room)
        return cls(year, circle, bands, Plot(circle, tracks, ends, captions), name)

    @property
    def bottom(self) -> float:
        """The y at which it ends."""
        return self.circle.y + self.circle.radius

    def drawn(self) -> Iterator[str]:
        """Draw it from the ground up."""
        start, end = self.circle.first, self.circle.first + self.circle.days
        yield from self.plot.grounds(self.year.first, self.year.last)
        yield from self.plot.shaded(self.year.shades, self.bands.months + self.bands.weeks, self._edge, self._inmost)
        yield from self._months()
        yield from self._weeks()
        for across in (0.0, self.bands.months, self.bands.months + self.bands.weeks, self._edge):
            path = self.circle.band(start, end, across, across)
            yield element("path", d=path, fill="none", stroke=QUIET, stroke_width=0.8)
        yield from self.plot.drawn()
        yield from self._ring_numbers()
        yield self._middle()

    @property
    def _edge(self) -> float:
        return self.bands.months + self.bands.weeks + self.bands.scale

    @property
    def _inmost(self) -> float:
        return max((far for _, far in self.plot.ends), default=self._edge)

    def _months(self) -> Iterator[str]:
        months = list(months_between(self.year.first, self.year.last))
        for first, last in months:
            start, end = first.toordinal(), last.toordinal() + 1
            yield element("path", d=self.circle.band(start, end, 0, self.bands.months), fill=WASH)
        for first, last in months:
            start, end = first.toordinal(), last.toordinal() + 1
            yield self.plot.line(start, 0, self.bands.months)
            yield self.plot.line(start, self._edge, self._inmost, FAINTER)
            yield self._month(first, (start + end) / 2)

    def _month(self, first: dt.date, middle: float) -> str:
        name = dates.month_name(first, self.plot.captions.wording.language)
        turn = degrees(self.circle.angle(middle))
        below = 90 < turn < 270
        letters = self.bands.letters
        x, y = self.circle.point(middle, self.bands.months / 2)
        text = words(name, 0, letters * 0.34, Face(letters, INK, bold=True), anchor="middle")
        turned = written(turn - 180 if below else turn)
        return element("g", text, transform=f"translate({written(x)} {written(y)}) rotate({turned})")

    def _weeks(self) -> Iterator[str]:
        near, far = self.bands.months, self.bands.months + self.bands.weeks
        for begins, _ in weeks_between(self.year.first, self.year.last):
            yield self.plot.line(begins.toordinal(), far - self.bands.weeks * 0.25, far)
        face = Face(self.bands.numbers, QUIET)
        # Of 53 weeks the first and the last have four days each, and their numbers would meet on a telephone.
        for middle, number in numbered_weeks(self.year.first, self.year.last, least=self.bands.shortest):
            x, y = self.circle.point(middle, (near + far) / 2)
            yield words(str(number), x, y + self.bands.numbers * 0.36, face, anchor="middle")

    def _ring_numbers(self) -> Iterator[str]:
        """Write the number of each ring in it: on a day near which none has anything, or else near which it has not."""
        lanes = self.plot.lane_ends()
        together = self._free_day(lanes)
        for lane, (near, far) in lanes.items():
            day = self._free_day({lane: (near, far)}) if together is None else together
            if day is None or far - near < SMALLEST_NUMBER:
                continue
            x, y = self.circle.point(day, (near + far) / 2)
            if far - near < 16:
                face = Face(SMALLEST_NUMBER, colour(lane), bold=True)
                yield words(str(lane + 1), x, y + SMALLEST_NUMBER * 0.36, face, anchor="middle")
            else:
                yield badge(str(lane + 1), x, y, 15, colour(lane))

    def _free_day(self, lanes: Mapping[int, tuple[float, float]]) -> float | None:
        """Find the day nearest to the top with room for a number in each of some lanes."""
        taken = []
        for placed in self.plot.tracks.placed:
            start, end = (day.toordinal() for day in placed.item.span)
            for lane in lanes.keys() & set(placed.item.lanes):
                room = 20 / self.circle.length(1, sum(lanes[lane]) / 2)
                taken.append((start - room, end + 1 + room))
        first, days = self.circle.first, self.circle.days
        # From the top, first to the right, then to the left.
        for step in range(days // 2):
            for day in (first + step + 0.5, first + days - step - 0.5):
                turns = (day - days, day, day + days)
                if not any(start < each < end for start, end in taken for each in turns):
                    return day
        return None

    def _middle(self) -> str:
        size = self.bands.hole * 0.5
        room = 2 * (self.circle.radius - self._inmost) * 0.8
        letters = min(size * (1.2 if size < 20 else 1), size * room / width_of(self.name, size, bold=True))
        disc = element("circle", cx=self.circle.x, cy=self.circle.y, r=self.circle.radius - self._inmost, fill=PAPER)
        face = Face(letters, INK, bold=True)
        return disc + words(self.name, self.circle.x, self.circle.y + letters * 0.36, face, anchor="middle")
