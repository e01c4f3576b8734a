"""How long what is said at one table waits to be known at another and to the public, and who carries it."""

from __future__ import annotations

from itertools import groupby, permutations
from typing import TYPE_CHECKING

from samverkan.formats.text.table import paragraph, table
from samverkan.formats.wording import mark
from samverkan.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.formats.text.among import Among
    from samverkan.formats.wording import Wording
    from samverkan.ties.reach import Arrival, Journey, Passage, Reach

HEADS = (mark("From"), mark("To"), mark("Waiting"), mark("Never, if said"))
_LEAST = mark("Waiting at least")
_THROUGH = mark("Through")
_BOUND = mark("At the latest: carriers or meetings that the file does not tell of can only bring it sooner.")
_ORDER = mark("Of meetings on one day without times, the order is taken that makes the waiting longest.")


def waiting_lines(reach: Reach, among: Among, width: int, *, notes_undated: bool) -> list[str]:
    """Tell in one table how many days news waits on each way, then who is fastest, then where it never comes."""
    wording = among.wording
    if not reach.passages:
        return paragraph(wording.word("No meeting of a body has a date, so nothing can be said of waiting."), width)
    ways = [each for each in reach.passages if each.arriving]
    rows = [[wording.word(head) for head in HEADS], *(_row(each, among) for each in ways)]
    lines = table(rows, width, indent=0) if ways else []
    fastest = [f"- {each}" for way in ways for each in [_fastest(way, among)] if each]
    if fastest:
        lines += ["", wording.word("Fastest:"), *_wrapped(fastest, width)]
    told = [wording.tell(each) for each in _never(reach, among)]
    told += _bounds_told(reach, among, notes_undated=notes_undated)
    return [*lines, *([""] if lines and told else []), *_wrapped(told, width)]


def between_lines(reach: Reach, among: Among, width: int, *, notes_undated: bool) -> list[str]:
    """Tell of several collaborations how long news waits at least from any body of one to any body of another."""
    wording = among.wording
    ids = [each.id for each in among.whole.collaborations]
    rows = [[wording.word(head) for head in (*HEADS[:2], _LEAST, _THROUGH)]]
    for one, other in permutations(ids, 2):
        ways = [each for each in reach.passages if owner(each.source) == one and owner(each.goal) == other]
        best = min((each.arriving[0] for each in ways if each.arriving), key=lambda each: each.days or 0, default=None)
        names = [wording.value(among.collaboration(each).name) for each in (one, other)]
        days = best.days if best else None
        carrying = {
            carrier: None for leg in (best.certain.legs if best and best.certain else ()) for carrier in leg.carriers
        }
        rows.append([*names, days_told(days, days, among), ", ".join(among.carrier(each) for each in carrying)])
    told = _bounds_told(reach, among, notes_undated=notes_undated)
    return [*table(rows, width, indent=0), *([""] if told else []), *_wrapped(told, width)]


def owner(body: str | None) -> str | None:
    """Give the collaboration of a body among several, nothing for the public."""
    return body and body.partition("/")[0]


def _bounds_told(reach: Reach, among: Among, *, notes_undated: bool) -> list[str]:
    """Tell what the days leave out: notes without a day, meetings in no known order, what no source tells of."""
    ordered = any(_ordered(journey) for each in reach.passages for journey in each.journeys)
    return bounds(among.wording, ordered=ordered, complete=reach.complete, notes_undated=notes_undated)


def bounds(wording: Wording, *, ordered: bool, complete: bool, notes_undated: bool) -> list[str]:
    """Tell what days of waiting leave out."""
    known = {
        mark("Notes are published, but how soon is not stated, so that way has no day."): notes_undated,
        _ORDER: ordered,
        _BOUND: not complete,
    }
    return [wording.word(text) for text, holds in known.items() if holds]


def days_told(shortest: int | None, longest: int | None, among: Among) -> str:
    """Write a waiting: ``3–31 days``, ``11 days``, ``the same day``, ``never``."""
    if shortest is None or longest is None:
        return among.wording.word("never")
    if longest == 0:
        return among.wording.word("the same day")
    number = str(longest) if shortest == longest else f"{shortest}–{longest}"
    return among.wording.tell(say("{days} day", "{days} days", n=longest, days=number))


def _row(passage: Passage, among: Among) -> list[str]:
    arriving, unreached = passage.arriving, passage.unreached
    since = say("on {day} or later", day=unreached[0].departs) if unreached else None
    return [
        among.body(passage.source),
        among.body(passage.goal),
        days_told(arriving[0].days, arriving[-1].days, among),
        among.wording.tell(since) if since else "",
    ]


def _fastest(passage: Passage, among: Among) -> str:
    journey = passage.arriving[0]
    arrival = journey.certain
    if arrival is None or not (arrival.legs or arrival.notes):
        return ""
    told = say(
        "{one} to {other}: {way}",
        one=among.body(passage.source),
        other=among.body(passage.goal),
        way=_way(journey, arrival, among),
    )
    return among.wording.tell(told)


def _way(journey: Journey, arrival: Arrival, among: Among) -> str:
    wording = among.wording
    steps = [wording.value(journey.departs)]
    for leg in arrival.legs:
        by = wording.listed([among.carrier(each) for each in leg.carriers])
        steps.append(wording.tell(say("{day} through {carriers}", day=leg.day, carriers=by)))
    if arrival.notes:
        steps.append(wording.tell(say("{day} in the notes", day=arrival.day)))
    return " → ".join(steps)


def _never(reach: Reach, among: Among) -> Iterator[Message]:
    for source, passages in groupby(reach.passages, lambda each: each.source):
        goals = tuple(among.body(each.goal) for each in passages if not each.arriving)
        if goals:
            yield say("No later meeting brings what {body} says to {goals}.", body=among.body(source), goals=goals)


def _ordered(journey: Journey) -> bool:
    days = [arrival and arrival.day for arrival in (journey.soonest, journey.certain)]
    return days[0] != days[1]


def _wrapped(texts: Sequence[str], width: int) -> list[str]:
    return [line for text in texts for line in paragraph(text, width, then="  ")]
