"""A rollout drawn: a bar for each step on the weeks, and by how much it may slip (*Gantt-schema*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.rollout_words import MEANINGS, Row, days, margin, rows, signs, summary, waits, weeks
from samverkan.formats.svg.element import Face, element, words
from samverkan.formats.svg.gantt_rows import SIGNS, Bar, bands, spare, stripes
from samverkan.formats.svg.gantt_scale import HEIGHT, Scale
from samverkan.formats.svg.legend import Entry, Sign, legend
from samverkan.formats.svg.measure import fitted, width_of
from samverkan.formats.svg.page import Page
from samverkan.formats.svg.palette import INK, QUIET
from samverkan.formats.wording import mark
from samverkan.model.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.formats.wording import Wording
    from samverkan.steps.rollout import Rollout

_MARGIN, _GAP = 12.0, 10.0
_WIDE, _NARROW, _WORDS = 720.0, 360.0, 300.0
_BIG, _PLAIN, _BOLD = Face(18, INK, bold=True), Face(11, QUIET), Face(11, INK, bold=True)


def dumps(rollout: Rollout, wording: Wording, *, name: str, columns: int | None = None) -> str:
    """Draw the rollout under the ``name`` as an SVG picture in the language of ``wording``; equal values, equal bytes.

    What stands alike in several municipalities is one row. The days stand in words beside each bar, and in ``facts``.
    In one column, for a telephone, each bar stands below its words.
    """
    prefix, width = f"rollout-{slug(rollout.collaboration)}", _NARROW if columns == 1 else _WIDE
    head, top = _lines([(name, _BIG), (summary(rollout, wording), _PLAIN)], _MARGIN + 4, width)
    chart, top = _chart(rollout, wording, top + 6, prefix, width)
    notes, top = _lines(list(_notes(rollout, wording)), top + 4, width)
    key, end = legend(list(_entries(rollout, wording, prefix)), _MARGIN, top + 10, width - 2 * _MARGIN)
    page = Page(
        prefix,
        name,
        description(rollout, wording),
        wording.language,
        width,
        end + _MARGIN,
        stripes(prefix),
        f"{head}\n{chart}\n{notes}\n{key}",
    )
    return str(page)


def _lines(told: Iterable[tuple[str, Face]], top: float, width: float) -> tuple[str, float]:
    drawn = []
    for text, face in told:
        for line in fitted(text, width - 2 * _MARGIN, face.size, bold=face.bold, lines=12 if width == _NARROW else 6):
            top += face.size * 1.35
            drawn.append(words(line, _MARGIN, top, face))
    return "".join(drawn), top


def _chart(rollout: Rollout, wording: Wording, top: float, prefix: str, width: float) -> tuple[str, float]:
    below = width == _NARROW
    room = width - 2 * _MARGIN if below else _WORDS
    shown = bands(rows(rollout.planned), rollout, wording, room - SIGNS, below=below)
    if not shown:
        return "", top
    first = min(each.when.earliest_start for each in shown)
    last = max(max(each.when.latest_finish, each.when.earliest_finish) for each in shown)
    left = _MARGIN if below else _MARGIN + _WORDS + _GAP
    scale = Scale.around(first, last, left, width - _MARGIN - left)
    bottom = top + HEIGHT + sum(each.height for each in shown)
    drawn = [scale.drawn(top, bottom, wording)]
    y = top + HEIGHT
    for each in shown:
        drawn.append(each.drawn(_MARGIN, y, scale, prefix))
        y += each.height
    today, bottom = _today(rollout, wording, scale, top, bottom)
    return "".join([*drawn, today]), bottom


def _today(rollout: Rollout, wording: Wording, scale: Scale, top: float, bottom: float) -> tuple[str, float]:
    """Draw a line down through the day as of which it is told, if it lies on the chart, and the day below it."""
    day = rollout.as_of
    if day is None or not scale.first <= day <= scale.last:
        return "", bottom
    x, told = scale.at(day), wording.day(day)
    half = width_of(told, _PLAIN.size) / 2
    middle = min(max(x, _MARGIN + half), scale.left + scale.width - half)
    line = element(
        "path", d=_line_of_day(x, top + HEIGHT - 2, bottom + 3), stroke=INK, stroke_width=1.2, stroke_dasharray="5 3"
    )
    return line + words(told, middle, bottom + 14, _PLAIN, anchor="middle"), bottom + 16


def _line_of_day(x: float, top: float, bottom: float) -> str:
    return f"M{x:.2f} {top:.2f}V{bottom:.2f}"


def _notes(rollout: Rollout, wording: Wording) -> Iterator[tuple[str, Face]]:
    """Tell below the chart what has no bar: what waits for a municipality, and what is done."""
    if undated := rows(rollout.undated):
        yield wording.word("Without days:"), _BOLD
        for row in undated:
            yield f"{row.title(wording)}: {_waiting(row, wording)}.", _PLAIN
    left_out = [task for task in rollout.done if task.dates is None]
    if left_out:
        yield wording.word("Done already:"), _BOLD
        yield f"{'; '.join(row.title(wording) for row in rows(left_out))}.", _PLAIN


def _waiting(row: Row, wording: Wording) -> str:
    return "; ".join(dict.fromkeys(waits(task, wording) for task in row.tasks))


def _entries(rollout: Rollout, wording: Wording, prefix: str) -> Iterator[Entry]:
    """Explain the bars that there are, and the signs beside the titles."""
    listed = rows(rollout.planned)
    used = "".join(signs(row.first, rollout) for row in listed)
    some_spare = any(row.first.dates and not row.first.dates.critical for row in listed)
    if "●" in used:
        yield _bar_sign(prefix, critical=True), wording.word(MEANINGS["●"])
    if some_spare:
        yield _bar_sign(prefix, critical=False), wording.word("has days to spare")
        yield (lambda x, y: spare(x - 12, x + 12, y)), wording.word("may be as late as this")
    if "?" in used:
        yield _unknown_sign(prefix), wording.word(MEANINGS["?"])
    for sign in "!✓":
        if sign in used:
            yield _letter(sign), wording.word(MEANINGS[sign])


def _bar_sign(prefix: str, *, critical: bool) -> Sign:
    return lambda x, y: Bar(prefix, critical=critical).drawn(x - 12, x + 12, y)


def _unknown_sign(prefix: str) -> Sign:
    letter, shape = _letter("?"), Bar(prefix, critical=True, unknown=True)
    return lambda x, y: letter(x - 9, y) + shape.drawn(x - 2, x + 12, y)


def _letter(sign: str) -> Sign:
    return lambda x, y: words(sign, x, y + 4, _BOLD, anchor="middle")


def facts(rollout: Rollout, wording: Wording) -> Iterator[tuple[str, ...]]:
    """Give the same facts as a table (*tabell*): a row of heads, then a row for each step, those without days last."""
    heads = (mark("Step"), mark("Responsible"), mark("Week"), mark("Days"), mark("Slack"), mark("Remark"))
    yield tuple(wording.word(head) for head in heads)
    for row in rows((*rollout.planned, *rollout.undated)):
        when, who = row.first.dates, wording.value(row.first.step.role)
        told = (weeks(when, wording), days(when, wording), margin(when, wording)) if when else ("", "", "")
        remarks = [wording.word(MEANINGS[sign]) for sign in signs(row.first, rollout)]
        remarks += [_waiting(row, wording)] if when is None else []
        yield (row.title(wording), who, *told, "; ".join(remarks))


def description(rollout: Rollout, wording: Wording) -> str:
    """Tell the whole picture in words: the summary, then each step with its days and its slack."""
    _, *told = facts(rollout, wording)
    return "\n".join([summary(rollout, wording), *(f"{', '.join(each for each in row if each)}." for row in told)])
