"""What a picture of a plan says in words: each lane with its days, and what has no day (*förklaringar*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from samverkan.formats.tables.almanac import Almanac, LaneKind, Mark, ShadeKind
from samverkan.formats.wording import dates
from samverkan.model.message import say
from samverkan.planning.meeting import Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samverkan.formats.tables.almanac import Stretch
    from samverkan.formats.wording import Wording

_YEAR = 366
_MOST_LETTERS = 52


@frozen
class Entry:
    """A heading with words below it; ``lane`` or ``number`` is that of the sign before it."""

    heading: str
    text: str
    lane: int | None = None
    number: str = ""

    def __str__(self) -> str:
        return ": ".join(filter(None, [self.heading, self.text]))


def lettered(stretches: Sequence[Stretch]) -> dict[str, str]:
    """Give each stretch a letter by its id, from a to z, then aa; where there are too many, none has one."""
    if len(stretches) > _MOST_LETTERS:
        return {}
    return {each.id: chr(97 + place % 26) * (1 + place // 26) for place, each in enumerate(stretches)}


def entries(shown: Almanac, letters: Mapping[str, str], wording: Wording) -> Iterator[Entry]:
    """Tell each lane with its days, each stretch by its letter, what has no day, and the shaded days."""
    for place, lane in enumerate(shown.lanes):
        marks = [mark for mark in shown.marks if place in mark.lanes]
        if marks or any(place in each.lanes for each in shown.stretches):
            counted = _count(marks, wording) if lane.kind is LaneKind.BODY else ""
            days = ", ".join(_day(mark, shown, wording) for mark in marks)
            yield Entry(lane.name, ": ".join(filter(None, [counted, days])), place, str(place + 1))
    yield from _stretched(shown.stretches, letters, wording)
    timed = [f"{each.name}: {each.told}" for each in shown.undated if each.told]
    if timed:
        yield Entry(wording.word("Without a day"), "; ".join(timed))
    rest = [each.name for each in shown.undated if not each.told]
    if rest:
        silent = say("No time is stated for {n} item", "No time is stated for {n} items", n=len(rest))
        yield Entry(wording.tell(silent), "; ".join(rest))
    yield from _shaded(shown, wording)


def _stretched(stretches: Sequence[Stretch], letters: Mapping[str, str], wording: Wording) -> Iterator[Entry]:
    """Tell each stretch by itself, or all in one where there are too many for that."""
    told = [
        Entry(
            f"{each.name} ({wording.word('cancelled', 'Status')})" if each.cancelled else each.name,
            each.told,
            None,
            letters.get(each.id, ""),
        )
        for each in stretches
    ]
    if len(told) <= _MOST_LETTERS:
        yield from told
    else:
        many = say("{n} item without a day", "{n} items without a day", n=len(told))
        yield Entry(wording.tell(many), "; ".join(map(str, told)))


def _count(marks: Iterable[Mark], wording: Wording) -> str:
    held = sum(mark.meeting and mark.status.takes_place for mark in marks)
    return wording.tell(say("{n} meeting", "{n} meetings", n=held))


def _day(mark: Mark, shown: Almanac, wording: Wording) -> str:
    told = _short(mark.date, shown, wording)
    if mark.own:
        told = f"{told} {mark.name}"
    if mark.nominal is not None and mark.status is Status.MOVED:
        moved = say("{status} from {day}", status=mark.status, day=_short(mark.nominal, shown, wording))
        return f"{told} ({wording.tell(moved)})"
    return told if mark.status is Status.PLANNED else f"{told} ({wording.label(mark.status)})"


def _short(day: dt.date, shown: Almanac, wording: Wording) -> str:
    """Write a day without its year where no other year of the picture has it."""
    if shown.days <= _YEAR and shown.first <= day <= shown.last:
        return dates.day_in_year(day, wording.language)
    return dates.days(day, day, wording.language)


def _shaded(shown: Almanac, wording: Wording) -> Iterator[Entry]:
    free = (ShadeKind.HOLIDAY, ShadeKind.CLOSED)
    heads = ((free, wording.word("Days that are free")), ((ShadeKind.BREAK, ShadeKind.GUESS), wording.word("Breaks")))
    for kinds, heading in heads:
        told = [
            f"{dates.days_in_year(each.first, each.last, wording.language)} {each.name}"
            + (f" ({wording.word('a guess')})" if each.kind is ShadeKind.GUESS else "")
            for each in shown.shades
            if each.kind in kinds
        ]
        if told:
            yield Entry(heading, ", ".join(told))


def summary(shown: Almanac, wording: Wording) -> str:
    """Say in a line how many meetings take place, how many other things have a day, and how many have none."""
    held = sum(mark.meeting and mark.status.takes_place for mark in shown.marks)
    others = sum(not mark.meeting for mark in shown.marks)
    loose = len(shown.stretches) + len(shown.undated)
    counts = [wording.tell(say("{n} dated meeting", "{n} dated meetings", n=held))]
    if others:
        day = say("{n} dated day of an activity", "{n} dated days of activities", n=others)
        counts.append(wording.tell(day))
    if loose:
        counts.append(wording.tell(say("{n} item without a day", "{n} items without a day", n=loose)))
    return f"{', '.join(counts)}."


def description(shown: Almanac, listed: Iterable[Entry], wording: Wording) -> str:
    """Tell the whole picture in words: the summary, then what stands below it, a line each."""
    return "\n".join([summary(shown, wording), *(f"{entry}." for entry in listed)])
