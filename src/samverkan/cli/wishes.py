"""What the command line asks of an arrangement: each option read into the wishes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from samverkan.arranging.problem import Spacing
from samverkan.arranging.wishes import DAILY, MINUTES, STARTS, WINDOW, Wishes
from samverkan.cli.complaints import Misuse
from samverkan.cli.files import busy_times
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.model.collaboration import Collaboration
    from samverkan.planning.occupied import Taken
    from samverkan.planning.schedule import Schedule

_NEVER = "-"
"""What stands for no limit."""


def wishes_of(  # noqa: PLR0913  # one for each option
    wholes: Sequence[Collaboration],
    plan: Schedule,
    *,
    as_of: dt.date | None,
    at: str | None,
    busy: Sequence[str],
    daily: str | None,
    fix: Sequence[str],
    gap: Sequence[str],
    keep: bool,
    limit: Sequence[str],
    minutes: str | None,
    window: str | None,
) -> Wishes:
    """Read the options into wishes; ids of one file alone need not have its own in front."""
    return Wishes(
        as_of=as_of,
        starts=STARTS if at is None else [_clock(each) for each in at.split(",")],
        busy=_calendars(busy, plan),
        daily=DAILY if daily is None else _most(daily),
        fixed=[_whole_id(each, wholes) for each in fix],
        spacings=[_spacing(each, wholes) for each in gap],
        limits={holder: _number(most) for holder, most in (_pair(each, "p-1=1") for each in limit)},
        minutes=MINUTES if minutes is None else _number(minutes, least=1),
        previous=plan if keep else None,
        window=WINDOW if window is None else _number(window),
    )


def _clock(text: str) -> dt.time:
    hour, sign, minute = text.strip().replace(".", ":").partition(":")
    try:
        return dt.time(int(hour), int(minute) if sign else 0)
    except ValueError:
        raise Misuse(say("“{value}” is not a time of day; write it as 13:00", value=text.strip())) from None


def _number(text: str, *, least: int = 0) -> int:
    if not text.strip().isdecimal() or int(text) < least:
        raise Misuse(say("“{value}” is not a whole number from {least}", value=text.strip(), least=least))
    return int(text)


def _most(text: str) -> int | None:
    return None if text.strip() == _NEVER else _number(text)


def _pair(text: str, example: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not (name.strip() and sign and value.strip()):
        raise Misuse(say("“{value}” lacks a side; write it as {example}", value=text, example=example))
    return name.strip(), value.strip()


def _spacing(text: str, wholes: Sequence[Collaboration]) -> Spacing:
    """Read ``SERIES=7-21``, ``SERIES=7-`` and ``SERIES=-21``: the fewest and the most days."""
    series, days = _pair(text, "serie=7-21")
    least, sign, most = days.partition("-")
    if not sign:
        raise Misuse(say("“{value}” lacks a side; write it as {example}", value=text, example="serie=7-21"))
    ends = [_number(end) if end.strip() else None for end in (least, most)]
    return Spacing(_whole_id(series, wholes), *ends)


def _whole_id(name: str, wholes: Sequence[Collaboration]) -> str:
    """Put the id of the collaboration in front where there is one alone, and it does not stand there."""
    owners = {each.id for each in wholes}
    return name if len(owners) > 1 or name.partition("/")[0] in owners else f"{wholes[0].id}/{name}"


def _calendars(busy: Iterable[str], plan: Schedule) -> dict[str, tuple[Taken, ...]]:
    found: dict[str, tuple[Taken, ...]] = {}
    for holder, times in _read(busy, plan):
        found[holder] = (*found.get(holder, ()), *times)
    return found


def _read(busy: Iterable[str], plan: Schedule) -> Iterator[tuple[str, tuple[Taken, ...]]]:
    for each in busy:
        holder, file = _pair(each, "p-1=kalender.ics")
        yield holder, busy_times(file, plan)
