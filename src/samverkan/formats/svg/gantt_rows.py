"""The rows of a Gantt chart: what a step is, and the bar of its days (*staplar*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from samverkan.formats.rollout_words import Row, days, margin, signs, weeks
from samverkan.formats.svg.element import Attributes, Face, element, words
from samverkan.formats.svg.measure import fitted
from samverkan.formats.svg.palette import FAINT, INK, QUIET
from samverkan.model.message import say
from samverkan.steps.task import Dates, Progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.svg.gantt_scale import Scale
    from samverkan.formats.wording import Wording
    from samverkan.steps.rollout import Rollout

CRITICAL: Final = "#1e3a8a"
"""The colour of a bar without slack; it is also whole, where the others are striped."""
SPARE: Final = "#2563eb"
"""The colour of a bar with slack, and of its slack."""
LATE: Final = "#b91c1c"
"""The colour of the signs of a step that is certainly late."""

SIGNS = 30
"""What the signs before a title take."""
BAR = 13
"""How high a bar is."""
_INSET = 2.2
_TITLE, _NOTE, _LINE, _PADDING = 10.5, 9.5, 13, 5


def _texts(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(lines)


@frozen
class Band:
    """A row of the chart: the lines of its title and of its note, its signs, its days, and where the bar stands."""

    signs: str
    title: tuple[str, ...] = field(converter=_texts)
    note: tuple[str, ...] = field(converter=_texts)
    when: Dates
    unknown: bool
    below: bool = False

    @property
    def height(self) -> float:
        """How tall it is."""
        words_only = (len(self.title) + len(self.note)) * _LINE + 2 * _PADDING
        return words_only + (BAR + _PADDING if self.below else 0)

    def drawn(self, left: float, top: float, scale: Scale, prefix: str) -> str:
        """Draw the words from the left, the bar on the scale, and a line below."""
        bold = self.when.critical
        lines = [
            *((each, Face(_TITLE, INK, bold=bold)) for each in self.title),
            *((each, Face(_NOTE, QUIET)) for each in self.note),
        ]
        colour = LATE if "!" in self.signs and not self.unknown else INK
        parts = [words(self.signs, left, top + _PADDING + 10, Face(_TITLE, colour, bold=True))] if self.signs else []
        for place, (line, face) in enumerate(lines):
            parts.append(words(line, left + SIGNS, top + _PADDING + 10 + place * _LINE, face))
        bottom = top + self.height
        rule = element("path", d=f"M{left} {bottom:.2f}H{scale.left + scale.width:.2f}", stroke=FAINT, stroke_width=1)
        middle = bottom - _PADDING - BAR / 2 if self.below else top + self.height / 2
        return "".join([*parts, *self._bar(middle, scale, prefix), rule])

    def _bar(self, middle: float, scale: Scale, prefix: str) -> Iterator[str]:
        begins, ends = scale.at(self.when.earliest_start), scale.after(self.when.earliest_finish)
        if not self.when.critical:
            yield spare(ends, scale.after(self.when.latest_finish), middle)
        yield Bar(prefix, critical=self.when.critical, unknown=self.unknown).drawn(begins, ends, middle)


@frozen
class Bar:
    """How a bar looks: whole where it is critical, else striped; within a broken edge where it is unknown."""

    prefix: str
    critical: bool
    unknown: bool = False

    def drawn(self, begins: float, ends: float, middle: float) -> str:
        """Draw the bar from one x to another."""
        width = max(ends - begins, 3)
        edge: Attributes = {"stroke": CRITICAL if self.critical else SPARE, "stroke_width": 1.2}
        if not self.unknown:
            return self._box(begins, middle, width, BAR, edge)
        broken: Attributes = {**edge, "fill": "none", "stroke_dasharray": "2.6 2"}
        outer = element("rect", x=begins, y=middle - BAR / 2, width=width, height=BAR, rx=2.5, **broken)
        inset = min(_INSET, width / 5)
        return outer + self._box(begins + inset, middle, width - 2 * inset, BAR - 2 * _INSET, {})

    def _box(self, x: float, middle: float, width: float, height: float, edge: Attributes) -> str:
        fill = CRITICAL if self.critical else f"url(#{self.prefix}-stripes)"
        return element("rect", x=x, y=middle - height / 2, width=width, height=height, rx=1.5, fill=fill, **edge)


def spare(begins: float, ends: float, middle: float) -> str:
    """Draw the days by which a step may be late: a dotted line to a stop."""
    line = element(
        "path", d=f"M{begins:.2f} {middle:.2f}H{ends:.2f}", stroke=SPARE, stroke_width=1.6, stroke_dasharray="1.6 2.4"
    )
    stop = element("path", d=f"M{ends:.2f} {middle - 4:.2f}v8", stroke=SPARE, stroke_width=1.6)
    return line + stop


def stripes(prefix: str) -> str:
    """Write the definition of the pattern of a bar that is not critical."""
    ground = element("rect", width=6, height=6, fill="#dbeafe")
    line = element("path", d="M-1 1L1 -1M0 6L6 0M5 7L7 5", stroke=SPARE, stroke_width=1.2)
    return element("pattern", ground, line, id=f"{prefix}-stripes", width=6, height=6, patternUnits="userSpaceOnUse")


def bands(listed: Iterable[Row], rollout: Rollout, wording: Wording, width: float, *, below: bool) -> list[Band]:
    """Make the rows of tasks with dates; ``width`` is what their words may take, ``below`` that bars stand under."""
    found = [_band(row, row.first.dates, rollout, wording, width) for row in listed if row.first.dates]
    return [evolve(each, below=below) for each in found]


def _band(row: Row, when: Dates, rollout: Rollout, wording: Wording, width: float) -> Band:
    when_told = f"{weeks(when, wording)}, {days(when, wording)}"
    if not when.critical:
        when_told += f" · {wording.tell(say('slack {margin}', margin=margin(when, wording)))}"
    notes = (wording.value(row.first.step.role), when_told)
    return Band(
        signs(row.first, rollout),
        fitted(row.title(wording), width, _TITLE, lines=4, bold=when.critical),
        [line for note in notes for line in fitted(note, width, _NOTE, lines=2)],
        when,
        unknown=row.first.progress is Progress.UNKNOWN,
    )
