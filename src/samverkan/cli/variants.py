"""What the command line asks to think otherwise: each option a choice of changes."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from samverkan.cli.complaints import Misuse, NoSuch
from samverkan.cli.values import day as a_day
from samverkan.drills.without import LossKind
from samverkan.errors import InvalidValueError
from samverkan.formats.notation.frequencies import read_cadence
from samverkan.formats.notation.languages import day_name
from samverkan.formats.wording import LANGUAGES
from samverkan.model.cadence import Weekday
from samverkan.model.message import say
from samverkan.model.stretches import InWeek
from samverkan.whatif.change import BreakWeek, Change, Every, From, In, OnWeekday
from samverkan.whatif.variant import WORKING_DAYS, every_loss, every_weekday

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from samverkan.model.cadence import Cadence
    from samverkan.model.collaboration import Collaboration

_ALL = ("all", "alla")


def lost(wholes: Sequence[Collaboration], kind: str) -> list[Change]:
    """Give every loss of a kind, such as ``seat``, one at a time."""
    return [_placed(each, whole, wholes) for whole in wholes for each in every_loss(whole, {LossKind(kind)})]


def weekdays(wholes: Sequence[Collaboration], text: str) -> list[Change]:
    """Read ``SERIES=mon,tue``, or ``all`` for each series and working day."""
    if text in _ALL:
        return [_placed(each, whole, wholes) for whole in wholes for each in every_weekday(whole)]

    def read(series: str, word: str) -> list[Change]:
        days = WORKING_DAYS if word in _ALL else (_weekday(word),)
        return [OnWeekday(series, day) for day in days]

    return _of_series(wholes, text, read)


def cadences(wholes: Sequence[Collaboration], text: str, language: str) -> list[Change]:
    """Read ``SERIES=14 days,3 weeks``, in the reader's words or the file's."""
    return _of_series(wholes, text, lambda series, words: [Every(series, _cadence(words, language))])


def starts(wholes: Sequence[Collaboration], text: str) -> list[Change]:
    """Read ``SERIES=2027-01-18,2027-01-25``."""
    return _of_series(wholes, text, lambda series, word: [From(series, a_day(word))])


def break_weeks(days: Sequence[dt.date], text: str) -> list[Change]:
    """Read ``8,9``, ``2027-W08`` or ``sportlov=8,9``; a week without a year is the first of its number in the plan."""
    moves, _, weeks = text.rpartition("=")
    return [BreakWeek(_week(word.strip(), days), moves.strip() or None) for word in weeks.split(",")]


def _of_series(wholes: Sequence[Collaboration], text: str, read: Callable[[str, str], list[Change]]) -> list[Change]:
    name, _, words = text.rpartition("=")
    whole, series = _series(wholes, name.strip())
    return [_placed(each, whole, wholes) for word in words.split(",") for each in read(series, word.strip())]


def _series(wholes: Sequence[Collaboration], name: str) -> tuple[Collaboration, str]:
    """Find a series by its id, with its collaboration's before it among several; the only one needs no name."""
    known = dict(_all_series(wholes))
    if not name and len(known) == 1:
        return next(iter(known.values()))
    if name in known:
        return known[name]
    if not known:
        raise Misuse(say("no series is stated, so none can be otherwise"))
    if not name:
        raise Misuse(say("say which series is meant, as in {example}", example=f"{next(iter(known))}=…"))
    raise NoSuch(say("there is no series “{name}”", name=name), name, known)


def _all_series(wholes: Sequence[Collaboration]) -> Iterator[tuple[str, tuple[Collaboration, str]]]:
    for whole in wholes:
        prefix = f"{whole.id}/" if len(wholes) > 1 else ""
        yield from ((f"{prefix}{series.id}", (whole, series.id)) for series in whole.series)


def _placed(change: Change, whole: Collaboration, wholes: Sequence[Collaboration]) -> Change:
    return change if len(wholes) == 1 or isinstance(change, In) else In(whole.id, change)


def _weekday(word: str) -> Weekday:
    """Read a weekday by its first three letters or more, in either language."""
    names = {day_name(day, language).casefold(): day for language in LANGUAGES for day in Weekday}
    least = 3
    for name, day in names.items():
        if len(word) >= least and name.startswith(word.casefold()):
            return day
    raise NoSuch(say("there is no weekday “{name}”", name=word), word, names)


def _cadence(words: str, language: str) -> Cadence:
    for other in LANGUAGES:
        if other != language:
            with contextlib.suppress(InvalidValueError):
                return read_cadence(words, lang=other)
    return read_cadence(words, lang=language)


def _week(word: str, days: Sequence[dt.date]) -> InWeek:
    if not word.isdecimal():
        return InWeek(word)
    number, weeks = int(word), sorted(day.isocalendar()[:2] for day in days)
    for year, _ in weeks:
        if weeks[0] <= (year, number) <= weeks[-1]:
            return InWeek(f"{year}-W{number:02}")
    raise Misuse(
        say("no meeting is near week {week}; write the year too, as in {example}", week=word, example="2027-W08")
    )
