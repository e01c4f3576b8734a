"""The legend of a picture of a plan: only the signs that it has (*teckenförklaring*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.svg.element import Face, at, element, words
from samverkan.formats.svg.legend import Entry, legend
from samverkan.formats.svg.palette import INK, QUIET
from samverkan.formats.svg.signs import shade, sign, stretch
from samverkan.formats.tables.almanac import Almanac, ShadeKind
from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    from samverkan.formats.svg.legend import Sign
    from samverkan.formats.svg.sheet import Sheet
    from samverkan.formats.wording import Wording


def symbols(shown: Almanac, prefix: str, sheet: Sheet, y: float, wording: Wording) -> tuple[str, float]:
    """Draw the legend at ``y``; give the markup, and the y at which it ends; a plan without a day has none."""
    statuses = {mark.status for mark in shown.marks}
    kinds = {each.kind for each in shown.shades}
    told: list[Entry] = [(_mark(each), wording.label(each)) for each in Status if each in statuses]
    if any(len(mark.lanes) > 1 for mark in shown.marks):
        told.append((_joint, wording.word("held together")))
    if shown.stretches:
        lane = shown.stretches[0].lanes[0]
        told.append((_stretch(lane, prefix), wording.word("some time in these days")))
    told += [(_shade(each, prefix), wording.label(each)) for each in ShadeKind if each in kinds]
    if not (shown.marks or shown.stretches or shown.shades):
        return "", y
    told.append((_week, wording.word("ISO week")))
    return legend(told, sheet.margin, round(y, 2), sheet.room)


def _week(x: float, y: float) -> str:
    return words("12", x, y + 4, Face(10.5, QUIET), anchor="middle")


def _mark(status: Status) -> Sign:
    return lambda x, y: sign(status, x, y, 12, INK)


def _joint(x: float, y: float) -> str:
    ends = "".join(sign(Status.PLANNED, at, y, 8, INK) for at in (x - 9, x + 9))
    return element("path", d=f"M{at(x - 9, y)}h18", stroke=INK, stroke_width=2) + ends


def _stretch(lane: int, prefix: str) -> Sign:
    return lambda x, y: stretch(_box(x, y), lane, prefix)


def _shade(kind: ShadeKind, prefix: str) -> Sign:
    return lambda x, y: shade(_box(x, y), kind, prefix)


def _box(x: float, y: float) -> str:
    return f"M{at(x - 12, y - 5)}h24v10h-24z"
