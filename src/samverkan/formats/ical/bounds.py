"""Recurrences held within bounds (*gränser*): no rule of a foreign file runs for ever, or past the day asked for."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from attrs import define

from samverkan.formats.intake import refuse

if TYPE_CHECKING:
    from icalendar import Component
    from icalendar.prop import vRecur

MAX_STEPS: Final = 200_000
"""The most recurrences that the events of a file may have until the last day: ten daily ones for fifty years fit."""

MAX_SHOWN: Final = 10_000
"""The most of them that may be in the days asked about, each of which is looked at."""

_LOOKS_A_DAY: Final = {"SECONDLY": 86_400, "MINUTELY": 1_440, "HOURLY": 24}
_LAST_MINUTE: Final = dt.time(23, 59)


@define
class Budget:
    """How many recurrences the events of a file may still have: until the last day, and in the days asked about."""

    steps: int = MAX_STEPS
    shown: int = MAX_SHOWN

    def spend(self, recurrences: list[dt.datetime], first: dt.date) -> None:
        """Take off the recurrences of a rule, or refuse the file that has too many."""
        self.steps -= len(recurrences)
        self.shown -= len(recurrences) - bisect_left(recurrences, dt.datetime.combine(first, dt.time()))
        if self.steps < 0 or self.shown < 0:
            most = MAX_STEPS if self.steps < 0 else MAX_SHOWN
            told = f"the events recur more than {most:,} times"
            refuse("too-many-recurrences", told, "a calendar of events that people go to")


def bound(event: Component, first: dt.date, last: dt.date, budget: Budget) -> None:
    """Have each rule of an event end by the last day, and take its recurrences off the budget."""
    start: dt.date = event.decoded("DTSTART")
    rules = event.pop("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        _check(rule)
        recurrences = _until(rule, start, last, budget.steps)
        budget.spend(recurrences, first)
        if recurrences:  # a rule that nothing fits would be tried until the year 9999
            _end(rule, start, last, len(recurrences))
            event.add("RRULE", rule)


def _check(rule: vRecur) -> None:
    if "FREQ" not in rule or rule.get("INTERVAL", [1])[0] < 1:
        refuse("bad-rule", f"“{_text(rule)}” is no rule of iCalendar", "a rule such as “FREQ=WEEKLY;INTERVAL=2”")
    if rule.get("COUNT", [0])[0] < 0:  # some programs mean by it that there is no end
        rule.pop("COUNT")


def _until(rule: vRecur, start: dt.date, last: dt.date, most: int) -> list[dt.datetime]:
    """List the recurrences until the last day, one more than ``most`` standing for all numbers above it."""
    from dateutil.rrule import rrulestr

    if _looks(rule, start, last) > MAX_STEPS:
        return [dt.datetime.combine(last, _LAST_MINUTE)] * (most + 1)
    endless = type(rule)({name: value for name, value in rule.items() if name not in {"UNTIL", "COUNT"}})
    first = dt.datetime.combine(start, start.time() if isinstance(start, dt.datetime) else dt.time())
    until = dt.datetime.combine(_last_day(rule, last), _LAST_MINUTE)
    wanted = min(most + 1, *rule.get("COUNT", [most + 1]))
    recurrences = takewhile(lambda moment: moment <= until, rrulestr(_text(endless), dtstart=first))
    return list(islice(recurrences, wanted))


def _text(rule: vRecur) -> str:
    text: str = rule.to_ical().decode()  # type: ignore[no-untyped-call]  # icalendar's own
    return text


def _looks(rule: vRecur, start: dt.date, last: dt.date) -> float:
    """Give how many moments have to be looked at, at most, to find the recurrences."""
    days = max(last.toordinal() - start.toordinal(), 0) + 1
    looks: float = _LOOKS_A_DAY.get(str(rule["FREQ"][0]).upper(), 1) / max(rule.get("INTERVAL", [1])[0], 1)
    for part in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        looks *= max(len(rule.get(part, ())), 1)
    return days * looks


def _last_day(rule: vRecur, last: dt.date) -> dt.date:
    until = rule.get("UNTIL", [last])[0]
    return min(last, until.date() if isinstance(until, dt.datetime) else until)


def _end(rule: vRecur, start: dt.date, last: dt.date, found: int) -> None:
    """Let the rule say its own end where that comes first; a rule that never meets its COUNT would look for ever."""
    if found in rule.get("COUNT", ()) or ("UNTIL" in rule and _last_day(rule, last) < last):
        return
    rule.pop("COUNT", None)
    until: dt.date = last
    if isinstance(start, dt.datetime):
        # RFC 5545 (3.3.10): in UTC where the start has a zone, in local time where it has none.
        until = dt.datetime.combine(last, _LAST_MINUTE, tzinfo=start.tzinfo and dt.UTC)
    rule["UNTIL"] = [until]
