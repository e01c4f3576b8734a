"""Places, stays and arrivals in words: numbers as people round them, and said to be rounded (*ca*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from samverkan.capacity.amounts import DAYS, Rate, Stay
from samverkan.checklist.interval import Interval
from samverkan.checklist.outcome import Outcome
from samverkan.formats.wording import mark
from samverkan.model.message import say
from samverkan.model.values import Length, Unit

if TYPE_CHECKING:
    from fractions import Fraction

    from samverkan.capacity.part import Part, Reading
    from samverkan.capacity.simulation import Occupancy, Spread
    from samverkan.formats.wording import Wording
    from samverkan.model.message import Message

_LOCALES = {"sv": "sv_SE", "en": "en_GB"}
_WHOLE = 100
"""From here on a decimal says nothing to anybody who counts people."""
_TENTHS = 10
"""From here on a tenth of what was simulated is chance."""

TITLE = mark("Do the places suffice")


def number(value: Fraction | float, wording: Wording) -> str:
    """Write a number with one decimal below a hundred, and none above: ``15,4``, ``1 202``."""
    from babel.numbers import format_decimal

    pattern = "#,##0.#" if value < _WHOLE else "#,##0"
    return format_decimal(float(value), pattern, locale=_LOCALES[wording.language])


def about(value: Fraction | int, wording: Wording) -> str:
    """Write an exact number; *ca* stands before it where it had to be rounded."""
    return between(Interval(value, value), wording)


def between(interval: Interval, wording: Wording) -> str:
    """Write what is known of a number, with *ca* before what had to be rounded."""
    ends = [interval.low] if interval.low == interval.high else [interval.low, interval.high]
    known = [end for end in ends if end is not None]
    told = "–".join(number(end, wording) for end in known)
    if any(end != round(end, 1 if end < _WHOLE else 0) for end in known):
        told = wording.tell(say("about {number}", number=told))
    return told if None not in ends else wording.tell(say("{number} or more", number=told))


def length_told(length: Length, wording: Wording) -> str:
    """Write a length of time: ``12 månader``."""
    return wording.tell(_length(length))


def _length(length: Length) -> Message:
    match length.unit:
        case Unit.DAY:
            return say("{n} day", "{n} days", n=length.count)
        case Unit.WEEK:
            return say("{n} week", "{n} weeks", n=length.count)
        case Unit.MONTH:
            return say("{n} month", "{n} months", n=length.count)
        case Unit.YEAR:
            return say("{n} year", "{n} years", n=length.count)
        case _:
            assert_never(length.unit)


def stay_told(stay: Stay, wording: Wording) -> str:
    """Write a stay: ``12 månader`` or ``6–12 månader``."""
    longest = length_told(stay.longest, wording)
    if stay.shortest == stay.longest:
        return longest
    if stay.shortest.unit is stay.longest.unit:
        return f"{stay.shortest.count}–{longest}"
    return f"{length_told(stay.shortest, wording)}–{longest}"


def rate_told(rate: Rate, wording: Wording) -> str:
    """Write a rate: ``60 per år``."""
    return wording.tell(say("{number} per {unit}", number=about(rate.number, wording), unit=rate.per))


def yearly(daily: Interval) -> Interval:
    """Give a daily rate for a year."""
    year = DAYS[Unit.YEAR]
    return Interval(daily.low * year, None if daily.high is None else daily.high * year)


def verdict(part: Part, wording: Wording) -> str:
    """Say in a word whether the places suffice."""
    return wording.word(_VERDICTS[part.suffices])


_VERDICTS = {
    Outcome.MET: mark("yes"),
    Outcome.NOT_MET: mark("no"),
    Outcome.UNKNOWN: mark("cannot be said"),
    Outcome.NOT_APPLICABLE: mark("nothing asked"),
}


def spread_told(spread: Spread, wording: Wording, scale: float = 1, unit: str = "") -> str:
    """Write what many runs came to: the mean, and the ends between which eight runs in ten lie."""
    ends = (each * scale for each in (spread.mean, spread.low, spread.high))
    mean, low, high = (number(round(each, each < _TENTHS), wording) for each in ends)
    return f"{mean}{unit} ({low if low == high else f'{low}–{high}'}{unit})"


def results(occupancy: Occupancy, wording: Wording) -> list[tuple[str, str]]:
    """Give what a simulation came to, as rows of what and how much; what cannot be has no row."""
    share = {"scale": 100, "unit": "\u00a0%"}
    rows: list[tuple[str, Spread | None, dict[str, Any]]] = [
        (mark("Places taken, on average over the days"), occupancy.inside, {}),
        (mark("Share of the days on which all are taken"), occupancy.full, share),
        (mark("Days of waiting for those who got a place"), occupancy.waited, {}),
        (mark("In the queue on the last day"), occupancy.waiting, {}),
        (mark("Share turned away"), occupancy.turned_away, share),
        (mark("Came in all"), occupancy.arrived, {}),
    ]
    return [(wording.word(what), spread_told(spread, wording, **how)) for what, spread, how in rows if spread]


def needs(reading: Reading, wording: Wording) -> str | None:
    """Tell how many places are taken on average, and whether there are as many; nothing where it is not known."""
    if reading.needed is None:
        return None
    needed = between(reading.needed, wording)
    if reading.places is None:
        return wording.tell(say("Places taken at one time, on average: {needed}.", needed=needed))
    match reading.suffices:
        case Outcome.MET:
            told = say(
                "The places suffice on average: {needed} of {places} are taken.", needed=needed, places=reading.places
            )
        case Outcome.NOT_MET:
            told = say(
                "The places do not suffice: {needed} would be taken, and there are {places}.",
                needed=needed,
                places=reading.places,
            )
        case _:
            told = say(
                "Whether the places suffice hangs on the stays: {needed} would be taken, and there are {places}.",
                needed=needed,
                places=reading.places,
            )
    return wording.tell(told)
