"""The facts of a year wheel and of a timeline as a table (*tabell*): what is when, in which lane, and what is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formats.tables.almanac import Almanac, Mark, Shade, Stretch, Undated
from samverkan.formats.tables.table import Table
from samverkan.formats.wording import dates
from samverkan.model.span import Span
from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.formats.wording import Wording


def plan_table(shown: Almanac, wording: Wording) -> Table:
    """Give a row for each thing of an almanac: its days and weeks, what it is, where it belongs, and what became of it.

    What has no day comes after what has one, in the words in which it is known; free days come last.
    """
    word = wording.word
    heads = (word("When"), word("Week"), word("What"), word("Body or area"), word("Details"))
    return Table(f"{shown.name}: {word('what is planned')}", heads, _rows(shown, wording))


def _rows(shown: Almanac, wording: Wording) -> Iterator[tuple[str, ...]]:
    dated: list[Mark | Stretch] = sorted((*shown.marks, *shown.stretches), key=lambda each: each.span)
    for item in dated:
        yield _mark(item, shown, wording) if isinstance(item, Mark) else _stretch(item, shown, wording)
    for each in shown.undated:
        when = each.told or wording.word("not stated")
        yield when, "", each.name, _lanes(each, shown), _cancelled(each, wording)
    yield from (_shade(each, wording) for each in shown.shades)


def _mark(mark: Mark, shown: Almanac, wording: Wording) -> tuple[str, ...]:
    detail = mark.detail if mark.meeting else ", ".join(filter(None, [wording.word("activity"), mark.detail]))
    return wording.day(mark.date), str(dates.week(mark.date)), mark.name, _lanes(mark, shown), detail


def _stretch(stretch: Stretch, shown: Almanac, wording: Wording) -> tuple[str, ...]:
    return stretch.told, _weeks(stretch), stretch.name, _lanes(stretch, shown), _cancelled(stretch, wording)


def _shade(shade: Shade, wording: Wording) -> tuple[str, ...]:
    when = wording.day(shade.first) if shade.first == shade.last else wording.span(Span(shade.first, shade.last))
    return when, _weeks(shade), shade.name, "", wording.label(shade.kind)


def _weeks(days: Stretch | Shade) -> str:
    return "–".join(dict.fromkeys(str(dates.week(day)) for day in (days.first, days.last)))


def _lanes(item: Mark | Stretch | Undated, shown: Almanac) -> str:
    return ", ".join(shown.lanes[place].name for place in item.lanes)


def _cancelled(item: Stretch | Undated, wording: Wording) -> str:
    return wording.label(Status.CANCELLED) if item.cancelled else ""
