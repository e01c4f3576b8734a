"""An almanac drawn in a frame: grounds of the lanes, shaded days, stretches and marks (*uppritning*)."""

from __future__ import annotations

from itertools import groupby, pairwise
from math import inf
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.formats.markup import escaped
from samverkan.formats.svg.element import Face, at, element, words
from samverkan.formats.svg.frame import Frame
from samverkan.formats.svg.palette import FAINT, INK, PAPER, QUIET, WASH
from samverkan.formats.svg.signs import NUMBER, colour, shade, sign, stretch, tag
from samverkan.formats.svg.tracks import Item, Placed, Tracks
from samverkan.formats.tables.almanac import Mark, Stretch
from samverkan.formats.wording import Wording

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samverkan.formats.tables.almanac import Shade

SMALLEST_NUMBER = 10.2
"""No letters are smaller, so that they have nine pixels on a telephone, where 360 units are 320 pixels."""

FAINTER = 0.35
"""How dark a line is that runs behind words."""

LABEL = 10.5
"""The size of the words beside what is drawn."""

_NUMBERED = SMALLEST_NUMBER / NUMBER
_LEAST, _MOST = 9.0, 25.0


@frozen
class Label:
    """Words beside a mark or under a bar: where they begin or end, as a moment and a distance along from it."""

    text: str
    day: float
    shift: float = 0
    anchor: str = "start"


@frozen
class Captions:
    """How a plot is told: what its ids begin with, the reader's words, and the letters of stretches by their ids.

    A stretch without a letter has none written on it.
    """

    prefix: str
    wording: Wording
    letters: dict[str, str] = field(factory=dict)


@frozen
class Widths:
    """How wide tracks are: ``full`` for marks alone, ``slim`` for others, and the ``gap`` between lanes."""

    full: float
    slim: float
    gap: float


def _ends(ends: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    return tuple(ends)


@frozen
class Plot:
    """Tracks laid out in a frame: ``ends`` are the distances across between which each track lies."""

    frame: Frame
    tracks: Tracks
    ends: tuple[tuple[float, float], ...] = field(converter=_ends)
    captions: Captions
    labels: dict[Item, Label] = field(factory=dict)
    """The words of what has words beside it; a stretch is then a bar above them."""

    def lane_ends(self) -> dict[int, tuple[float, float]]:
        """Give the distances across between which each lane lies."""
        found: dict[int, tuple[float, float]] = {}
        for track, (near, far) in zip(self.tracks.tracks, self.ends, strict=True):
            first, _ = found.get(track.lane, (near, far))
            found[track.lane] = first, far
        return found

    def grounds(self, first: dt.date, last: dt.date) -> Iterator[str]:
        """Draw the ground of each lane, every second one a little darker, with lines between."""
        start, end = first.toordinal(), last.toordinal() + 1
        lanes = list(self.lane_ends().values())
        between = [(far + near) / 2 for (_, far), (near, _) in pairwise(lanes)]
        edges = [near for near, _ in lanes[:1]] + between + [far for _, far in lanes[-1:]]
        for place, ends in enumerate(pairwise(edges)):
            path = self.frame.band(start, end, *ends)
            yield element("path", d=path, fill=PAPER if place % 2 else WASH, stroke=FAINT, stroke_width=1)

    def shaded(self, shades: Iterable[Shade], near: float, edge: float, far: float) -> Iterator[str]:
        """Draw shaded days: their signs from ``near`` to ``edge``, and a light ground from there through all lanes."""
        for each in shades:
            start, end = each.first.toordinal(), each.last.toordinal() + 1
            yield element("path", d=self.frame.band(start, end, edge, far), fill=FAINT)
            yield shade(self.frame.band(start, end, near, edge), each.kind, self.captions.prefix)

    def line(self, day: float, near: float, far: float, opacity: float = 1) -> str:
        """Draw a thin line where a day begins."""
        (x, y), (to_x, to_y) = self.frame.point(day, near), self.frame.point(day, far)
        path = f"M{at(x, y)}L{at(to_x, to_y)}"
        return element("path", d=path, stroke=QUIET, stroke_width=0.7, stroke_opacity=opacity)

    def drawn(self) -> Iterator[str]:
        """Draw each stretch and each mark once, with its whole name to be told where one points at it."""
        sizes = [self._sizes(track) for track in range(len(self.ends))]
        # Stretches are the ground on which marks stand.
        for placed in sorted(self.tracks.placed, key=lambda each: isinstance(each.item, Mark)):
            inside = self._mark(placed, sizes) if isinstance(placed.item, Mark) else self._stretch(placed)
            title = element("title", escaped(pointed_at(placed.item, self.captions.wording)))
            yield element(
                "g",
                title,
                *inside,
                *self._label(placed),
                data_id=placed.item.id,
                data_day=placed.item.span[0].isoformat(),
            )

    def _sizes(self, track: int) -> dict[dt.date, float]:
        """Give the size of the sign of each day in a track: as high as the track, unless it would lie on the next.

        Where days follow so closely that nobody would see the signs, they lie on each other like coins.
        """
        near, far = self.ends[track]
        most = min((far - near) * 0.78, _MOST)
        days = sorted({each.date for each in self.tracks.inside(track) if isinstance(each, Mark)})
        sizes = dict.fromkeys(days, most)
        for one, two in pairwise(days):
            size = max(self.frame.length((two - one).days, (near + far) / 2) * 0.86, min(_LEAST, most))
            sizes[one], sizes[two] = min(sizes[one], size), min(sizes[two], size)
        return sizes

    def _mark(self, placed: Placed, sizes: Sequence[Mapping[dt.date, float]]) -> Iterator[str]:
        mark = placed.item
        if not isinstance(mark, Mark):
            return
        day = mark.date.toordinal() + 0.5
        middles = {track: sum(self.ends[track]) / 2 for track in placed.tracks}
        if len(middles) > 1:
            (x, y), (to_x, to_y) = (
                self.frame.point(day, across) for across in (min(middles.values()), max(middles.values()))
            )
            yield element("path", d=f"M{at(x, y)}L{at(to_x, to_y)}", stroke=QUIET, stroke_width=2)
        for track, across in middles.items():
            size = sizes[track][mark.date]
            number = str(mark.date.day) if size >= _NUMBERED else ""
            ink = colour(self.tracks.tracks[track].lane)
            yield sign(mark.status, *self.frame.point(day, across), size, ink, number=number)

    def _stretch(self, placed: Placed) -> Iterator[str]:
        first, last = (day.toordinal() for day in placed.item.span)
        for track in placed.tracks:
            near, far = self.ends[track]
            air = (far - near) * 0.14
            low = near + (far - near) * 0.46 if placed.item in self.labels else far - air
            path = self.frame.band(first, last + 1, near + air, low)
            yield stretch(path, self.tracks.tracks[track].lane, self.captions.prefix)
            number = self.captions.letters.get(placed.item.id)
            if number and placed.item not in self.labels and far - near >= SMALLEST_NUMBER * 0.95:
                x, y = self.frame.point((first + last + 1) / 2, (near + far) / 2)
                yield tag(number, x, y, min((far - near) * 0.66, 12) if far - near > 16 else SMALLEST_NUMBER)

    def _label(self, placed: Placed) -> Iterator[str]:
        label = self.labels.get(placed.item)
        if label is None:
            return
        for track in placed.tracks:
            near, far = self.ends[track]
            low = 0.5 if isinstance(placed.item, Mark) else 0.9
            x, y = self.frame.point(label.day, near + (far - near) * low)
            down = LABEL * 0.36 if isinstance(placed.item, Mark) else 0
            yield words(label.text, x + label.shift, y + down, Face(LABEL, INK), anchor=label.anchor)


def pointed_at(item: Mark | Stretch, wording: Wording) -> str:
    """Tell what one thing is, and when, no more precisely than it is known."""
    if isinstance(item, Stretch):
        cancelled = f" ({wording.word('cancelled', 'Status')})" if item.cancelled else ""
        return f"{item.name}{cancelled}: {item.told}"
    behind = f", {item.detail}" if item.detail else ""
    return f"{wording.day(item.date)}: {item.name}{behind}"


def laid_out(tracks: Tracks, widths: Widths, *, top: float, room: float = inf) -> list[tuple[float, float]]:
    """Give the distances between which each track lies, from ``top``: narrower where they would exceed the room."""
    lanes = [list(group) for _, group in groupby(tracks.tracks, key=lambda track: track.lane)]
    wanted = sum(widths.slim if track.slim else widths.full for track in tracks.tracks) + widths.gap * len(lanes)
    share = min(1.0, room / wanted) if wanted else 1.0
    ends = []
    for lane in lanes:
        top += widths.gap * share / 2
        for track in lane:
            width = (widths.slim if track.slim else widths.full) * share
            ends.append((top, top + width))
            top += width
        top += widths.gap * share / 2
    return ends
