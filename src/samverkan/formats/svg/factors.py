"""The factors of an evaluation drawn (*faktorbild*): each outcome by shape and word, each share as an interval."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from attrs import field, frozen

from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome
from samverkan.formats.markup import escaped
from samverkan.formats.svg.element import Attributes, Face, at, element, words, written
from samverkan.formats.svg.legend import Sign, legend
from samverkan.formats.svg.measure import fitted, width_of
from samverkan.formats.svg.page import Page
from samverkan.formats.svg.palette import INK, PAPER, QUIET
from samverkan.formats.tables.factors import core_met, factor_table, named
from samverkan.formats.text.factors import percent, verdict_lines
from samverkan.model.message import say
from samverkan.model.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.checklist.evaluate import Evaluation
    from samverkan.checklist.report import FactorReport
    from samverkan.formats.wording import Wording

MOST_ROWS = 12
"""With more factors than these, one column would not suit a sheet of A4."""

_MARGIN, _COLUMN, _GUTTER = 12, 336, 24
_NAME, _DETAIL, _BAR = 12.5, 11, 11
_SIGN = 24
_ONE_LINE = 1_000_000
_INKS = {Outcome.MET: "#15803d", Outcome.NOT_MET: "#be123c", Outcome.UNKNOWN: QUIET, Outcome.NOT_APPLICABLE: QUIET}


def dumps(evaluation: Evaluation, wording: Wording, *, columns: int | None = None) -> str:
    """Draw every factor of an evaluation as an SVG picture; equal evaluations give equal bytes.

    One column is for a telephone; without a number there are as many as suit a sheet of A4.
    """
    across = columns or (1 if len(evaluation.factors) <= MOST_ROWS else 2)
    title = factor_table(evaluation, wording).caption
    prefix = f"factors-{slug(evaluation.collaboration)}-{slug(evaluation.checklist.id)}"
    width = 2 * _MARGIN + across * _COLUMN + (across - 1) * _GUTTER
    head, top = _head(evaluation, title, width, prefix, wording)
    rows = [Row.of(factor, wording) for factor in evaluation.factors]
    share = -(-len(rows) // across)
    drawn, bottom = [head], top
    for place in range(across):
        y, x = top, _MARGIN + place * (_COLUMN + _GUTTER)
        for row in rows[place * share : (place + 1) * share]:
            drawn.append(row.drawn(x, y, prefix))
            y += row.height
        bottom = max(bottom, y)
    key, end = legend(_entries(evaluation, prefix, wording), _MARGIN, round(bottom + 4, 2), width - 2 * _MARGIN)
    told = description(evaluation, wording)
    height, defs = end + _MARGIN, _hatch(prefix)
    return str(Page(prefix, title, told, wording.language, width, height, defs, "\n".join([*drawn, key])))


def description(evaluation: Evaluation, wording: Wording) -> str:
    """Tell the whole picture in words: the verdict, then each factor with its outcome and its share."""
    rows = (" · ".join(row) for row in factor_table(evaluation, wording).rows)
    return "\n".join(chain(verdict_lines(evaluation, wording, _ONE_LINE), rows))


def _head(evaluation: Evaluation, title: str, width: float, prefix: str, wording: Wording) -> tuple[str, float]:
    room, top, drawn = width - 2 * _MARGIN, 12.0, []
    for line in fitted(title, room, 18, bold=True, lines=3):
        top += 21
        drawn.append(words(line, _MARGIN, top, Face(18, INK, bold=True)))
    top += 5
    for told in verdict_lines(evaluation, wording, _ONE_LINE):
        for line in fitted(told, room, 11.5, lines=4):
            top += 16
            drawn.append(words(line, _MARGIN, top, Face(11.5, QUIET)))
    drawn.append(bar(evaluation.score, _MARGIN, top + 12, room, prefix))
    return "".join(drawn), top + 44


def _texts(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(lines)


@frozen
class Row:
    """A factor as it will be drawn: its outcome, its name in lines, a line of details, and its share."""

    outcome: Outcome
    name: str
    lines: tuple[str, ...] = field(converter=_texts)
    details: tuple[str, ...] = field(converter=_texts)
    share: Interval

    @classmethod
    def of(cls, factor: FactorReport, wording: Wording) -> Row:
        """Lay out a factor in the width of a column."""
        room, name, label = _COLUMN - _SIGN, named(factor, wording), wording.label(factor.outcome)
        core = say("{met} core criteria met", met=core_met(factor))
        details = f"{label[:1].upper()}{label[1:]}, {wording.tell(core)}"
        lines = fitted(name, room, _NAME, bold=True, lines=3)
        return cls(factor.outcome, name, lines, fitted(details, room, _DETAIL, lines=2), factor.score)

    @property
    def height(self) -> float:
        """The height with the distance to the next."""
        return 16 * len(self.lines) + 14 * len(self.details) + _BAR + 22

    def drawn(self, x: float, y: float, prefix: str) -> str:
        """Draw the row with its upper left corner at a point."""
        parts = [element("title", escaped(self.name)), outcome_sign(self.outcome, x + 8, y + 9, 15)]
        left = x + _SIGN
        for line in self.lines:
            y += 16
            parts.append(words(line, left, y - 2.5, Face(_NAME, INK, bold=True)))
        for line in self.details:
            y += 14
            parts.append(words(line, left, y - 2, Face(_DETAIL, QUIET)))
        return element("g", *parts, bar(self.share, left, y + 5, _COLUMN - _SIGN, prefix))


def bar(share: Interval, x: float, y: float, width: float, prefix: str) -> str:
    """Draw a share between nothing and all: dark what is met for certain, hatched what may be, with its words."""
    told = percent(share)
    room = width - width_of("100–100 %", _DETAIL) - 8
    low, high = (float(1 if end is None else end) * room for end in (share.low, share.high))
    frame: Attributes = {"x": x, "y": y, "height": _BAR}
    parts = [element("rect", width=high, fill=f"url(#{prefix}-may)", **frame)] if high > low else []
    parts += [element("rect", width=low, fill=INK, **frame)] if low else []
    parts.append(element("rect", width=room, fill="none", stroke=INK, stroke_width=1, **frame))
    return "".join([*parts, words(told, x + room + 8, y + _BAR - 1.5, Face(_DETAIL, INK))])


def outcome_sign(outcome: Outcome, x: float, y: float, size: float) -> str:
    """Draw an outcome around a point: a disc with a tick, a square with a cross, a dashed ring with a question mark."""
    ink, half = _INKS[outcome], size / 2
    match outcome:
        case Outcome.MET:
            tick = f"M{at(x - half * 0.5, y + half * 0.05)}l{at(half * 0.38, half * 0.4)}"
            tick += f"l{at(half * 0.65, -half * 0.8)}"
            return element("circle", cx=x, cy=y, r=half, fill=ink) + _stroke(tick, PAPER, size)
        case Outcome.NOT_MET:
            box = element("rect", x=x - half * 0.92, y=y - half * 0.92, width=size * 0.92, height=size * 0.92, fill=ink)
            arm = half * 0.45
            cross = f"M{at(x - arm, y - arm)}l{at(2 * arm, 2 * arm)}M{at(x - arm, y + arm)}l{at(2 * arm, -2 * arm)}"
            return box + _stroke(cross, PAPER, size)
        case Outcome.UNKNOWN:
            ring: Attributes = {"cx": x, "cy": y, "r": half * 0.95, "stroke_width": 1.3, "stroke_dasharray": "3 2"}
            sign = words("?", x, y + size * 0.27, Face(size * 0.75, INK, bold=True), anchor="middle")
            return element("circle", fill=PAPER, stroke=ink, **ring) + sign
        case Outcome.NOT_APPLICABLE:
            return _stroke(f"M{at(x - half * 0.7, y)}h{written(size * 0.7)}", ink, size)


def _stroke(path: str, ink: str, size: float) -> str:
    return element("path", d=path, fill="none", stroke=ink, stroke_width=size * 0.14, stroke_linecap="round")


def _entries(evaluation: Evaluation, prefix: str, wording: Wording) -> list[tuple[Sign, str]]:
    found = {factor.outcome for factor in evaluation.factors}
    told = [(_sign(each), wording.label(each)) for each in Outcome if each in found]
    met, may = (element("rect", width=24, height=10, stroke=INK, fill=fill) for fill in (INK, f"url(#{prefix}-may)"))
    return [
        *told,
        (_moved(met), wording.word("share that is met")),
        (_moved(may), wording.word("share that may be met")),
    ]


def _sign(outcome: Outcome) -> Sign:
    return lambda x, y: outcome_sign(outcome, x, y, 14)


def _moved(box: str) -> Sign:
    return lambda x, y: element("g", box, transform=f"translate({at(x - 12, y - 5)})")


def _hatch(prefix: str) -> str:
    ground = element("rect", width=5, height=5, fill=PAPER)
    lines = element("path", d="M-1 1L1 -1M0 5L5 0M4 6L6 4", stroke=INK, stroke_width=1.1)
    return element("pattern", ground, lines, id=f"{prefix}-may", width=5, height=5, patternUnits="userSpaceOnUse")
