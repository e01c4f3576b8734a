"""A follow-up in words (*uppföljning i ord*): figures, shares and days as people write them, in either language."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from samverkan.followup.confidence import wilson
from samverkan.followup.status import Status
from samverkan.followup.wanting import number_of, operator_of
from samverkan.formats.scalars import write_fraction
from samverkan.formats.text.factors import MARKS, percent
from samverkan.formats.wording import mark
from samverkan.model.message import say
from samverkan.model.span import Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from samverkan.followup.figure import Figure
    from samverkan.followup.followup import FollowUp, GoalFollowUp
    from samverkan.followup.indicator import IndicatorSeries
    from samverkan.followup.result import Ages
    from samverkan.formats.wording import Wording
    from samverkan.model.collaboration import Collaboration
    from samverkan.model.goals import Goal

TITLE = mark("Goals against results")
SIGNS = {
    Status.REACHED: "✓",
    Status.MISSED: "✗",
    Status.ON_TRACK: "↗",
    Status.BEHIND: "↘",
    Status.NOT_YET_OBSERVABLE: "…",
    Status.NOT_MEASURABLE: "–",
    Status.UNKNOWN: "?",
}
"""A sign beside each status; the word always stands there too."""
HIDDEN_SIGN = "·"
"""The sign beside a status that is kept back."""

KEPT_BACK = mark(
    "Numbers about fewer than five persons are kept back, and those from which they could be worked out. With "
    "--all-numbers those who work with the results see all of them."
)
ALL_SHOWN = mark("Every number is shown, also those about very few: this is not for sharing.")
NO_RESULTS = mark("No results are given yet. “--template” writes a table to fill in.")
SURENESS = mark(
    "Wilson 95\u00a0%: between what the share of a larger group may lie, if those who are counted are like it."
)
CONTEXT = mark(
    "As context, from Kolada: these figures are about whole municipalities. They are no results of the collaboration, "
    "and decide no goal."
)


def number(value: Fraction | int, wording: Wording) -> str:
    """Write a number, exactly or with one decimal, with a decimal comma in Swedish."""
    told = str(write_fraction(Fraction(value)))
    told = f"{float(value):.1f}" if "/" in told else told
    return told.replace(".", ",") if wording.language == "sv" else told


def counted(figure: Figure, wording: Wording) -> str:
    """Write how many of how many, and the share: an interval where windows are open or parts overlap."""
    count = str(figure.count) if figure.settled else f"{figure.count}–{figure.at_most}"
    if figure.total is None:
        return count
    told = wording.tell(say("{count} of {total}", count=count, total=figure.total))
    return f"{told} ({_share(figure, wording)})" if figure.share else told


def _share(figure: Figure, wording: Wording) -> str:
    """Write the share in whole percent, or with a decimal where whole percent would hide on which side it lies."""
    share = figure.share
    if share is None or share.low != share.high or figure.needed is None or not figure.total:
        return percent(share) if share else ""
    exact, needed = share.low * 100, figure.needed / figure.total * 100
    if exact == needed or round(exact) != needed:
        return percent(share)
    tenths = Fraction(math.floor(exact * 10) if exact < needed else math.ceil(exact * 10), 10)
    return f"{number(tenths, wording)}\u00a0%"


def of_whom(figure: Figure, wording: Wording) -> str:
    """Say whom a figure is about, and what of them counts, where that is less than all."""
    parts = [wording.label(figure.sex)] if figure.sex else []
    parts += [ages(figure.ages, wording)] if figure.ages else []
    parts += [wording.label(figure.counted)] if figure.counted else []
    parts += [wording.listed(figure.outcomes)] if figure.outcomes else []
    return ", ".join(parts)


def ages(band: Ages, wording: Wording) -> str:
    """Write a band of ages."""
    if band.oldest is None:
        return wording.tell(say("{youngest} years and older", youngest=band.youngest))
    return wording.tell(say("{youngest}–{oldest} years", youngest=band.youngest, oldest=band.oldest))


def judged(figure: Figure, wording: Wording) -> str:
    """Write a figure with whom it is about, and a sign of how it stands to what is needed."""
    sign = None if figure.outcome is None else MARKS[figure.outcome]
    return " ".join(each for each in (of_whom(figure, wording), counted(figure, wording), sign) if each)


def needed(goal: Goal, figure: Figure, wording: Wording) -> str | None:
    """Say how many are needed, of a share what it comes to of the total; of what grows with time, how many so far."""
    if figure.needed is None:
        return None
    told = number(figure.needed, wording)
    if figure.total is None and figure.needed != number_of(goal):
        return wording.tell(say("wanted so far: {number}", number=told))
    return wording.tell(say("needed: {operator} {number}", operator=operator_of(goal), number=told))


def sureness(figure: Figure, wording: Wording) -> str | None:
    """Write the interval within which the share of many such groups may lie, with its method; nothing without one."""
    if figure.total is None or not figure.settled:
        return None
    found = wilson(figure.count, figure.total)
    if found is None:
        return None
    low, high = math.floor(found.low * 100), math.ceil(found.high * 100)
    level = round(found.level * 100)
    return wording.tell(
        say("{method} {level}\u00a0%: {low}–{high}\u00a0%", method=found.method, level=level, low=low, high=high)
    )


def days(first: dt.date, last: dt.date, wording: Wording) -> str:
    """Write some days in a row: as a month where they make up one, and one day as itself."""
    return wording.day(first) if first == last else wording.span(Span(first, last))


def lacks(each: GoalFollowUp, wording: Wording) -> str | None:
    """Say which parts a goal lacks to be followed up as it is worded."""
    if each.measurability.measurable:
        return None
    return wording.tell(say("not as it is worded; not stated: {parts}", parts=each.measurability.missing))


def place_name(collaboration: Collaboration, code: str) -> str:
    """Give the name of a municipality of the file, or the code or name as it stands."""
    return next((each.name for each in collaboration.municipalities if each.code == code), code)


def policies(found: FollowUp, wording: Wording) -> Iterator[str]:
    """Say by which readings of ours the goals are followed up."""
    yield wording.label(found.policy.reading)
    yield wording.label(found.policy.grid)
    if found.policy.end_is_deadline:
        yield wording.word("a goal without a deadline is to be reached by the end of the period")
    else:
        yield wording.word("a goal without a deadline has none")


def series_told(series: IndicatorSeries, wording: Wording) -> str:
    """Write the values of an indicator by year; a year without a value is left out."""
    values = [(year, value) for year, value in series.values if value is not None]
    told = [f"{year}: {format(value, 'f')}" for year, value in values]
    text = "; ".join(told) or wording.word("no value")
    return text.replace(".", ",") if wording.language == "sv" else text


def upper(text: str) -> str:
    """Begin a sentence with a capital letter."""
    return f"{text[:1].upper()}{text[1:]}"


def joined(parts: Iterable[str | None]) -> str:
    """Make a sentence of some parts, those that are there."""
    return upper("; ".join(part for part in parts if part)) + "."
